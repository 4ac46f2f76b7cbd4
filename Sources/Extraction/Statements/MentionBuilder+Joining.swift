/// What joined words tell together and each by itself.
extension MentionBuilder {
    /// Whether the words since the last connector tell an act that is among some features.
    func tells(_ features: Features) -> Bool { !combined.agreements(with: features).intersection(grammar.acts).isEmpty }

    /// Whether one tells a group of which the other tells a member.
    func isGroup(_ features: Features, of member: Features) -> Bool {
        (0..<grammar.implied.count).contains { grammar.isGroup(features[$0], of: member[$0], in: $0) }
    }

    /// 没有新制作、新公开规范性文件: acts that no figure takes together are told one by one. Empty where they are no such acts.
    func ofDifferentKinds(_ all: [Features], told: Features) -> [Features] {
        guard all.allSatisfy({ $0.tells(grammar.acts) }), grammar.figure(for: told) == nil else { return [] }
        var shared = told
        shared.clear(grammar.acts)
        let each = all.map { item in
            var item = item
            item.fill(shared)
            return item
        }
        return each.allSatisfy { grammar.figure(for: $0) != nil } ? each : []
    }

    /// The dimensions in which joined words differ.
    func varying(_ all: [Features]) -> DimensionMask {
        var varying = DimensionMask.none
        var union = Features.none
        for item in all {
            varying = varying.union(union.conflicts(with: item))
            union.fill(item)
        }
        return varying
    }

    /// Joined words share what only one of them tells: the verb before them, the noun behind them.
    func distributed(_ all: [Features]) -> [Features] {
        let varying = varying(all)
        var shared = all.reduce(into: Features.none) { $0.merge($1) }
        shared.clear(varying)
        var nouns = shared
        nouns.clear(grammar.acts)
        return all.map { item in
            var item = item
            // 新制作、新公开的规范性文件: what was done with one was not done with the other.
            item.fill(item.tells(grammar.acts) ? nouns : shared)
            return item
        }
    }
}
