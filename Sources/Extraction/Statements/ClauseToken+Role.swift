extension CompiledGrammar.Role {
    /// What a word of the role is, by itself.
    var traits: ClauseToken.Traits {
        switch self {
        case .feature: [.kind, .feature]
        case .weakFeature, .otherAct: .feature
        case .head: [.noun, .feature]
        case .weakHead, .blocker: .noun
        case .part: [.part, .feature]
        case .neutral: .neutral
        case .people: [.neutral, .people]
        case .predicate: [.neutral, .predicate]
        case .arrival: [.neutral, .arrival]
        case .makingUp: [.neutral, .makingUp]
        case .remaining: [.neutral, .remaining]
        case .absence: .absence
        case .each: .each
        case .unitSuffix: .unit
        case .measure: .measure
        case .respectively: .respectively
        case .connector: .joint
        case .total, .approximate: .beforeNumber
        case .negator: .denial
        case .open, .including, .comprising: .inclusion
        case .ownPeriod: .ownPeriod
        case .wholePeriod: [.ownPeriod, .wholePeriod]
        case .notCountAfter: .unitOfNoCount
        default: []
        }
    }

    /// Whether a word of the role says nothing of what is counted or done.
    var saysNothing: Bool {
        switch self {
        case .neutral, .remaining, .people: true
        default: false
        }
    }
}
