extension Condition.Requirement {
    /// The name of the element that states it in a pack.
    package var elementName: String {
        switch self {
        case .sectionsPresent: "sections-present"
        case .sectionsInOrder: "sections-in-order"
        case .sectionSubstance: "section-substance"
        case .partSubstance: "part-substance"
        case .account: "account"
        case .formDue: "form-due"
        case .tablesPresent: "tables-present"
        case .linesPresent: "lines-present"
        case .cellsFilled: "cells-filled"
        case .cellsInRange: "cells-in-range"
        case .equation: "equation"
        case .relation: "relation"
        case .claimsHold: "claims-hold"
        case .statementsAgree: "statements-agree"
        case .statementsConsistent: "statements-consistent"
        case .partsAddUp: "parts-add-up"
        case .periodYear: "period-year"
        case .repetition: "repetition"
        case .paragraphsRepeated: "paragraphs-repeated"
        case .takenUp: "taken-up"
        case .itemsAnswered: "items-answered"
        case .abnormalChange: "abnormal-change"
        case .identity: "identity"
        case .deadline: "deadline"
        case .forbidden: "forbidden"
        case .yearNamed: "year-named"
        case .headingsWorded: "headings-worded"
        case .mentions: "mentions"
        case .sectionLength: "section-length"
        case .partsAnnounced: "parts-announced"
        case .titleMatches: "title-matches"
        case .labelsWorded: "labels-worded"
        case .linesInOrder: "lines-in-order"
        case .figuresRepeated: "figures-repeated"
        case .sentencesRepeated: "sentences-repeated"
        case .enumerations: "enumerations"
        case .bracketsPaired: "brackets-paired"
        case .wordsDoubled: "words-doubled"
        case .selfNames: "self-names"
        case .multiples: "multiples"
        case .xpath: "xpath"
        case .assertion: "assertion"
        }
    }

    /// Whether a report may lack what it takes to judge, so that a rule ought to have a case for that.
    package var mayLackInput: Bool {
        switch self {
        case .equation, .relation, .claimsHold, .statementsAgree, .abnormalChange, .deadline: true
        default: false
        }
    }

    /// Whether it asks what the narrative states.
    package var readsStatements: Bool {
        switch self {
        case .claimsHold, .statementsAgree, .statementsConsistent, .partsAddUp, .multiples: true
        case .periodYear(let period, _, _, _): !period
        default: false
        }
    }

    /// The vocabularies that it looks words up in by itself, by id.
    package var vocabularies: [String] {
        switch self {
        case .sectionSubstance(_, let hollow, _), .partSubstance(_, _, let hollow): [hollow]
        case .account(_, _, let evidence, let denial, let hollow, let general, _): [evidence, denial, hollow, general].compactMap(\.self)
        case .periodYear(let period, let retrospect, let openers, _): period ? [] : [retrospect, openers].compactMap(\.self)
        case .mentions(_, let vocabularies, _): vocabularies
        case .sentencesRepeated(_, let prescribed): [prescribed]
        case .enumerations(let vocabulary): [vocabulary]
        case .wordsDoubled(let lawful, let endings): [lawful, endings]
        case .repetition(_, _, _, _, _, let prescribed): prescribed.map { [$0] } ?? []
        case .paragraphsRepeated(_, _, _, let prescribed): prescribed.map { [$0] } ?? []
        case .takenUp(let terms):
            terms.ordinals + [terms.common, terms.evidence, terms.settled]
                + [terms.denial, terms.causes, terms.consequences, terms.covering].compactMap(\.self)
        case .itemsAnswered(let terms): terms.ordinals + [terms.common, terms.covering]
        default: []
        }
    }

    /// Whether it asks into which parts sections divide.
    package var readsParts: Bool {
        switch self {
        case .account(_, let parts, _, _, _, _, _): !parts.isEmpty
        case .repetition(_, let parts, let exempt, _, _, _): !parts.isEmpty || !exempt.isEmpty
        case .periodYear(_, _, _, let exempt): !exempt.isEmpty
        case .takenUp, .itemsAnswered, .partSubstance: true
        default: false
        }
    }
}

extension Condition.Requirement {
    /// Whether it compares with the report of the year before.
    package var needsPrevious: Bool {
        switch self {
        case .equation(let equation): equation.needsPrevious
        case .relation(let relation):
            (relation.given + [relation.required]).contains { ($0.left + $0.right).contains { $0.figures?.isPrevious ?? false } }
        case .repetition, .paragraphsRepeated, .takenUp, .abnormalChange, .figuresRepeated, .identity(.unitChanged): true
        default: false
        }
    }
}

extension RulePack {
    /// Whether a rule compares a report with that of the year before.
    package var comparesYears: Bool { rules.contains { $0.conditions.contains { $0.requirement.needsPrevious } } }

    /// The words of sentences that the form or the law prescribes: those that rules leave out when they look for text that was told before. Each once, in
    /// the order of rules.
    package var prescribedWords: [String] {
        var ids: [String] = []
        for case .repetition(_, _, _, _, _, let id?) in basis.flatMap(\.conditions).map(\.requirement) where !ids.contains(id) {
            ids.append(id)
        }
        return ids.flatMap { passages.vocabularies[$0] ?? [] }
    }
}

extension Rule {
    /// The vocabularies that words are looked up in to judge by the rule, by id.
    package var vocabularies: Set<String> {
        func named(by applicability: Applicability?) -> [String] {
            (applicability?.premises ?? []).compactMap { if case .words(_, let vocabulary, _) = $0 { vocabulary } else { nil } }
        }
        let own = conditions.flatMap { condition in
            let lawful = condition.exceptions.compactMap { exception -> String? in
                if case .vocabulary(let id) = exception.words { id } else { nil }
            }
            return condition.requirement.vocabularies + lawful + named(by: condition.applicability)
        }
        return Set(own + named(by: applicability))
    }
}
