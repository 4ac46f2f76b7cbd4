extension StatementGrammar.Role {
    /// The role as the pack says it, with the features, reason or unit that go with it: `feature flow=received`.
    package var name: String {
        switch self {
        case .feature(let features): "feature \(StatementGrammar.list(features))"
        case .weakFeature(let features): "weak-feature \(StatementGrammar.list(features))"
        case .head(let features): "head \(StatementGrammar.list(features))"
        case .weakHead(let features): "weak-head \(StatementGrammar.list(features))"
        case .brief(let features): "brief \(StatementGrammar.list(features))"
        case .blocker(let reason): "blocker \(reason)"
        case .measure(let unit, let factor): "measure \(unit) \(factor)"
        case .multiplier(let value): "multiplier \(value)"
        case .negator: "negator"
        case .occurrence: "occurrence"
        case .manner: "manner"
        case .contents: "contents"
        case .through: "through"
        case .approximate: "approximate"
        case .approximateBehind: "approximate-behind"
        case .notCountBefore(let reason): "not-count-before \(reason)"
        case .notCountAfter(let reason): "not-count-after \(reason)"
        case .numberLabel(let reason): "number-label \(reason)"
        case .total: "total"
        case .among: "among"
        case .including: "including"
        case .comprising: "comprising"
        case .respectively: "respectively"
        case .each: "each"
        case .open: "open"
        case .connector: "connector"
        case .modifierOpen: "modifier-open"
        case .modifierClose: "modifier-close"
        case .excluding: "excluding"
        case .part(let reason): "part \(reason)"
        case .otherAct(let reason): "other-act \(reason)"
        case .qualifier(let reason): "qualifier \(reason)"
        case .otherPeriod(let reason): "other-period \(reason)"
        case .plan(let reason): "plan \(reason)"
        case .ownPeriod: "own-period"
        case .wholePeriod: "whole-period"
        case .ownSubject: "own-subject"
        case .unitSuffix: "unit-suffix"
        case .verb: "verb"
        case .former: "former"
        case .latter: "latter"
        case .unrelated(let reason): "unrelated \(reason)"
        case .ownMatter(let reason): "own-matter \(reason)"
        case .absence: "absence"
        case .arrival: "arrival"
        case .makingUp: "making-up"
        case .remaining: "remaining"
        case .apart: "apart"
        case .predicate: "predicate"
        case .people: "people"
        case .neutral: "neutral"
        }
    }
}

extension StatementGrammar.ClaimWord.Role {
    /// The role as the pack says it, with what goes with it: `outcome cleared`.
    package var name: String {
        switch self {
        case .rise: "rise"
        case .fall: "fall"
        case .level: "level"
        case .similar: "similar"
        case .base: "base"
        case .than: "than"
        case .earlier: "earlier"
        case .otherBase: "other-base"
        case .share: "share"
        case .rate(let features): "rate \(StatementGrammar.list(features))"
        case .ownRate: "own-rate"
        case .all: "all"
        case .outcome(let outcome): "outcome \(outcome)"
        case .settled(let outcome): "settled \(outcome)"
        case .lone(let outcome): "lone \(outcome)"
        case .percent: "percent"
        case .tenths: "tenths"
        case .times: "times"
        case .ratio(let value): "ratio \(value)"
        case .together(let count): "together \(count)"
        case .upTo: "up-to"
        case .riseTo: "rise-to"
        case .fallTo: "fall-to"
        case .fraction(let value, let side): "fraction\(side == .over ? "-over" : "") \(value)"
        case .approximate(.about): "approximate"
        case .approximate(.nearly): "nearly"
        case .approximate(.under): "under"
        case .approximate(.over): "over"
        case .negator: "negator"
        case .plan: "plan"
        case .filler: "filler"
        }
    }
}

extension StatementGrammar {
    fileprivate static func list(_ features: [Feature]) -> String {
        features.map { "\($0.dimension)=\($0.value)" }.joined(separator: " ")
    }
}
