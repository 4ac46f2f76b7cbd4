import AuditModel

extension ClauseReader {
    /// 未收到…申请, 没有行政复议, 行政诉讼均未发生: 0 for each noun that is denied.
    mutating func readZero(_ clause: [ClauseToken], quote: Range<Int>) {
        guard let negator = clause.lastIndex(where: { isRole($0) { if case .negator = $0 { true } else { false } } }) else { return }
        let behind = clause[(negator + 1)...]
        guard startsDenial(behind) else { return }
        var mention = reader.mention(behind, atClauseStart: false)
        var first = negator
        let denied = denies(mention)
        if !denied {
            // The nouns stand before: nothing but verbs of occurrence may follow.
            guard behind.allSatisfy(isPlain) else { return }
            let before = reader.mention(clause[..<negator], atClauseStart: true)
            guard denies(before) else { return }
            mention = before
            first = clause.startIndex
        } else {
            let before = reader.mention(clause[..<negator], atClauseStart: true)
            if before.otherUnit { mention.otherUnit = true }
            mention.part = mention.part ?? before.part
            mention.qualifier = mention.qualifier ?? before.qualifier
            mention.otherPeriod = mention.otherPeriod ?? before.otherPeriod
        }
        guard mention.blocker == nil else { return }
        let heads = mention.heads.isEmpty ? [nil] : mention.heads.map(Optional.some)
        for head in heads {
            var said = mention
            said.heads = head.map { [$0] } ?? []
            let resolved = resolve(said)
            let range = clause[first].start..<(clause.last?.end ?? clause[first].end)
            counts.append(
                Count(
                    value: .zero, token: nil, range: range, quote: quote, features: resolved.features, alternatives: resolved.alternatives,
                    own: said.ownFeatures(grammar), obstacle: resolved.obstacle, qualifier: said.qualifier, isZeroByWords: true,
                    sentence: sentence, isAmong: frame.isAmong, isDistributed: false, isOpen: false, isBareTotal: false, group: group,
                    segment: segment))
        }
    }

    private func denies(_ mention: Mention) -> Bool {
        !mention.heads.isEmpty || mention.weakHead != nil
            || mention.features.indices.contains { mention.features[$0] != 0 && grammar.implied[$0].contains { $0 != 0 } }
            || grammar.acts.contains { mention.tells($0) }
    }

    /// What may follow a negator at once: a verb, a noun of the grammar, or a phrase that modifies it. Anything unknown (未完善) denies something else.
    private func startsDenial(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        for token in tokens {
            guard case .word(let number) = token.kind else { return false }
            switch grammar.roles[number] {
            case .feature, .head, .weakHead, .occurrence, .modifierOpen, .modifierClose: return true
            case .neutral, .ownSubject, .qualifier, .part, .connector: continue
            default: return false
            }
        }
        return tokens.isEmpty
    }

    private func isPlain(_ token: ClauseToken) -> Bool {
        isRole(token) {
            switch $0 {
            case .occurrence, .neutral, .feature: true
            default: false
            }
        }
    }

    private func isRole(_ token: ClauseToken, _ test: (CompiledGrammar.Role) -> Bool) -> Bool {
        if case .word(let number) = token.kind { test(grammar.roles[number]) } else { false }
    }
}
