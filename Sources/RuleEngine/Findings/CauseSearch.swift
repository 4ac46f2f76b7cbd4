import AuditModel

/// Finds which findings are consequences of others: of rules that the pack says may cause one another, those that one and the same figure mends.
///
/// Of two equalities that fail, sharing a figure says nothing: each row of a table shares one with each column. They have one cause where the same change of
/// one figure of this report mends both. Other findings have one where what the first is about is among the evidence of the second. What cannot be judged for
/// want of a figure is a consequence of the finding about that figure, whatever the rules say of each other.
struct CauseSearch {
    /// One finding, in the order in which they are shown.
    struct Item {
        let draft: Draft
        let severity: Severity
        let fingerprint: String
    }

    /// Which of a pack's rules may cause which others, by their index.
    struct Relations: Sendable {
        /// For each rule.
        fileprivate let causes: [[Int]]
        /// For each rule where it is undetermined: then the rules about what is missing from the tables as well.
        fileprivate let causesOfGaps: [[Int]]

        init(_ rules: [Rule]) {
            let aboutMissing = rules.indices.filter { rules[$0].conditions.contains { $0.requirement.isAboutMissing } }
            let causes = rules.map { rule in
                rule.because.flatMap { cause in rules.indices.filter { rules[$0].id == cause && cause != rule.id } }
            }
            self.causes = causes
            causesOfGaps = rules.indices.map { index in
                causes[index] + aboutMissing.filter { $0 != index && !causes[index].contains($0) }
            }
        }
    }

    private let relations: Relations
    private let items: [Item]
    /// The items of each rule.
    private let byRule: [[Int]]

    init(_ items: [Item], _ relations: Relations) {
        self.items = items
        self.relations = relations
        var byRule = [[Int]](repeating: [], count: relations.causes.count)
        for (index, item) in items.enumerated() { byRule[item.draft.rule].append(index) }
        self.byRule = byRule
    }

    /// The most pairs of findings that are looked at; with more of them nothing is said to follow from the rest.
    private static let pairLimit = 100_000

    /// For each finding the fingerprint of its cause; nil for what has none. What follows from a consequence alone stands by itself.
    func causes() -> [String?] {
        var pairs = 0
        let candidates = items.indices.map { possibleCauses(of: $0, pairs: &pairs) }
        return candidates.map { list in list.first { candidates[$0].isEmpty }.map { items[$0].fingerprint } }
    }

    /// The findings of which one may be a consequence, the likeliest first.
    private func possibleCauses(of index: Int, pairs: inout Int) -> [Int] {
        let item = items[index]
        var found: [Int] = []
        let isGap = if case .undetermined = item.draft.outcome { true } else { false }
        for rule in isGap ? relations.causesOfGaps[item.draft.rule] : relations.causes[item.draft.rule] {
            for candidate in byRule[rule] {
                if pairs == Self.pairLimit { return found }
                pairs += 1
                guard items[candidate].severity >= item.severity, case .violated(let cause) = items[candidate].draft.outcome
                else { continue }
                let follows =
                    switch item.draft.outcome {
                    case .undetermined(let gap): Self.lacks(gap, what: cause)
                    case .violated(let offence): Self.explains(cause, offence)
                    }
                if follows { found.append(candidate) }
            }
        }
        return found
    }

    /// Whether a figure that is missing is one that the other finding is about.
    private static func lacks(_ gap: Gap, what cause: Offence) -> Bool {
        let missing = Set(gap.evidence.filter { $0.origin == .current && $0.value == nil }.compactMap(\.indicator))
        guard !missing.isEmpty else { return false }
        return cause.concerns.contains(where: missing.contains) || cause.evidence.first?.indicator.map(missing.contains) ?? false
    }

    private static func explains(_ cause: Offence, _ offence: Offence) -> Bool {
        guard let first = cause.evidence.first, let own = offence.evidence.first else { return false }
        switch (cause.balance, offence.balance) {
        case (let left?, let right?):
            // A repair of several figures at once, such as two that changed places, mends both as well.
            return left.sharesRemedy(with: right) || offence.repair.map { $0 == cause.repair } ?? false
        case (nil, let balance?):
            return first.indicator.map { indicator in balance.concerns(indicator) } ?? false
        default: break
        }
        if let indicator = first.indicator, first.origin == .current, own.origin == .current, indicator == own.indicator { return true }
        return !first.quote.isEmpty
            && offence.evidence.contains { $0.origin == first.origin && $0.place == first.place && $0.quote == first.quote }
    }
}

extension Condition.Requirement {
    /// Whether an offence is that a figure is not there, or is none.
    var isAboutMissing: Bool {
        switch self {
        case .tablesPresent, .linesPresent, .cellsFilled: true
        default: false
        }
    }
}

/// By how much two sides differ, and which figures of this report could make it up, each by itself.
struct Balance {
    /// A figure of this report, by the index of its indicator, with its sign.
    typealias Addend = (figure: Int, isNegative: Bool)

    /// What has to be added to a figure for the sides to be equal; ascending by figure.
    private let remedies: [(figure: Int, indicator: Indicator.ID, amount: Quantity)]

    /// `excess`: what the left side is too much by. A figure that stands in the sides twice is left out.
    init(excess: Quantity, left: [Addend], right: [Addend], form: Form) {
        let all = (left.map { ($0.figure, $0.isNegative) } + right.map { ($0.figure, !$0.isNegative) }).sorted { $0.0 < $1.0 }
        remedies = all.indices.compactMap { index in
            let (figure, isAdded) = all[index]
            let isRepeated = index > 0 && all[index - 1].0 == figure || index + 1 < all.count && all[index + 1].0 == figure
            return isRepeated ? nil : (figure, form.indicators[figure].id, isAdded ? excess : -excess)
        }
    }

    func concerns(_ indicator: Indicator.ID) -> Bool { remedies.contains { $0.indicator == indicator } }

    func sharesRemedy(with other: Balance) -> Bool {
        var index = 0
        return remedies.contains { remedy in
            while index < other.remedies.count, other.remedies[index].figure < remedy.figure { index += 1 }
            return index < other.remedies.count && other.remedies[index].figure == remedy.figure
                && other.remedies[index].amount == remedy.amount
        }
    }
}
