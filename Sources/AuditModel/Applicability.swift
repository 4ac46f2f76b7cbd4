/// For which reports a rule or one of its conditions holds.
package struct Applicability: Hashable, Sendable {
    /// The levels of units, by the ids of the identity grammar; empty: all.
    package let levels: [String]
    /// `own`, `roll-up`, and `unknown` for a report that does not tell; empty: all.
    package let scopes: [String]
    /// The first reporting year; nil: no bound.
    package let firstYear: Int?
    /// The last reporting year; nil: no bound.
    package let lastYear: Int?
    /// What the report has to fulfil, all of it.
    package let premises: [Premise]

    package init(levels: [String] = [], scopes: [String] = [], firstYear: Int? = nil, lastYear: Int? = nil, premises: [Premise] = []) {
        self.levels = levels
        self.scopes = scopes
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.premises = premises
    }

    /// Whether a report may leave open whether the rule holds: it tells no level, scope, year or figure that is asked for.
    package var mayBeUnknown: Bool {
        !levels.isEmpty || !scopes.isEmpty && !scopes.contains("unknown") || firstYear != nil || lastYear != nil
            || premises.contains { if case .comparison = $0 { true } else { false } }
    }

    /// How it stands with one of the things that limit a rule.
    package enum Standing: Hashable, Sendable {
        case holds
        case fails
        /// The report does not tell.
        case unknown
    }

    /// Whether it holds for units of that level; nil: a level that is not known.
    package func standing(level: String?) -> Standing {
        if levels.isEmpty { return .holds }
        guard let level else { return .unknown }
        return levels.contains(level) ? .holds : .fails
    }

    /// Whether it holds for reports of that scope; nil: a scope that is not known. Never unknown where the rule names `unknown` itself.
    package func standing(scope: Identity.Scope?) -> Standing {
        if scopes.isEmpty { return .holds }
        if let scope { return scopes.contains(scope.rawValue) ? .holds : .fails }
        return scopes.contains("unknown") ? .holds : .unknown
    }

    /// Whether it holds for that reporting year; nil: a year that is not known.
    package func standing(year: Int?) -> Standing {
        guard firstYear != nil || lastYear != nil else { return .holds }
        guard let year else { return .unknown }
        return year >= firstYear ?? year && year <= lastYear ?? year ? .holds : .fails
    }
}

/// One thing that a report has to fulfil for a rule to hold for it.
package enum Premise: Hashable, Sendable {
    /// A comparison of figures is true.
    case comparison(FigureComparison)
    /// The section of that key is there, or is missing.
    case section(String, isPresent: Bool)
    /// A word of the vocabulary stands in the section of that key, or none does. False of a section that is not there.
    case words(section: String, vocabulary: String, isPresent: Bool)
}

/// Two sums that are compared, each of figures and a number: `applications.new.total > 0`.
package struct FigureComparison: Hashable, Sendable {
    /// How the left sum is to stand to the right one; raw values are the signs.
    package enum Relation: String, CaseIterable, Hashable, Sendable {
        case equal = "="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="

        /// Whether it is so. Values compare by what they are worth.
        package func holds(_ left: Quantity, _ right: Quantity) -> Bool {
            switch self {
            case .equal: left == right
            case .unequal: left != right
            case .less: left < right
            case .atMost: left <= right
            case .greater: left > right
            case .atLeast: left >= right
            }
        }
    }

    /// The figures of both sides, without the numbers; either side may have none. Its equality itself is of no account.
    package let figures: Equation
    /// The number that is added to the left side's figures.
    package let left: Quantity
    /// The number that is added to the right side's figures.
    package let right: Quantity
    /// Between the left and the right side.
    package let relation: Relation

    package init(figures: Equation, left: Quantity, right: Quantity, relation: Relation) {
        self.figures = figures
        self.left = left
        self.right = right
        self.relation = relation
    }
}

/// Words that make lawful what a condition objects to.
package struct WordException: Hashable, Sendable {
    /// What to look for.
    package enum Words: Hashable, Sendable {
        /// Any word of the vocabulary of that id.
        case vocabulary(String)
        /// A pattern in RE2's syntax.
        case pattern(String)
    }

    /// What to look for.
    package let words: Words
    /// The keys of the sections in which it makes the matter lawful; empty: the section that the finding stands in.
    package let sections: [String]

    package init(words: Words, sections: [String]) {
        self.words = words
        self.sections = sections
    }
}
