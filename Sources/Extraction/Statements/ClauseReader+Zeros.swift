import AuditModel

extension ClauseReader {
    /// 未收到…申请, 没有行政复议, 行政诉讼均未发生: 0 for each noun that is denied.
    func readZero(_ all: [ClauseToken], quote: Range<Int>) {
        // 除未收取信息处理费以外: what is excepted is said to be so, where it is no noun that is described.
        let isExcepted = all.last.map { isRole($0) { if case .excluding = $0 { true } else { false } } } ?? false
        if isExcepted, all.contains(where: { endsWithParticle($0) }) { return }
        var clause = isExcepted ? all.dropLast() : all
        if isExcepted, case .unknown? = clause.first?.kind { clause.removeFirst() }
        let negators = clause.indices.filter { isRole(clause[$0]) { isDenial($0) } }
        var plan: ReasonID?
        for token in clause {
            if case .word(let number) = token.kind, case .plan(let reason) = grammar.roles[Int(number)] { plan = plan ?? reason }
        }
        var shared: Mention?
        if negators.count > 1, let last = negators.last, startsDenial(clause[(last + 1)...]) {
            shared = reader.mention(clause[(last + 1)...], atClauseStart: false)
        }
        // 规范性文件无新增、无废止: the noun before the first denial is that of all.
        var leading: Mention?
        if negators.count > 1, let first = negators.first { leading = reader.mention(clause[..<first], atClauseStart: true) }
        for (order, negator) in negators.enumerated() {
            let start = order == 0 ? clause.startIndex : negator
            let end = order + 1 < negators.count ? negators[order + 1] : clause.endIndex
            var noun = order + 1 < negators.count ? shared : nil
            if order > 0, noun?.hasTopic != true { noun = leading }
            readZero(clause[start..<end], negator: negator, plan: plan, noun: noun, quote: quote)
        }
    }

    /// Reads one denial: what stands behind its negator, or before it.
    /// `noun`: what the last denial of the clause tells, whose noun those before it share (未制发也未废止规范性文件).
    private func readZero(
        _ clause: ArraySlice<ClauseToken>, negator: Int, plan: ReasonID?, noun: Mention?, quote: Range<Int>
    ) {
        // 未组织政府集中采购: such a verb says nothing of the noun behind it.
        let behind = clause[(negator + 1)...].drop { isRole($0) { if case .verb = $0 { true } else { false } } }
        guard startsDenial(behind) else { return }
        var mention = reader.mention(behind, atClauseStart: false)
        if clause[negator].has(.absence), !isOfAmount(mention) { return }
        var first = negator
        var before = reader.mention(clause[..<negator], atClauseStart: true)
        if let place = before.reference {
            // 前者收取3万元，后者没有收取
            before = referred(before, place)
            before.hasTopic = before.features[topic] != 0
        }
        // 行政复议无被纠正案件: how something ended is denied of the noun before; 无一被纠正, of what was spoken of.
        let isOfSpoken = mention.features.tells(grammar.partMask) && !before.hasHead && before.weakHead == nil
        if isDenied(mention) || isOfSpoken, !mention.hasUnknownTail {
            if let joined = joinedToPeriod(clause[..<negator], behind) {
                // 上年没有结转: the grammar has a word for both together.
                mention.features.merge(joined)
                mention.otherPeriod = nil
                before.otherPeriod = nil
                isPeriodJoined = true
            }
            if before.otherUnit, !mention.ownUnit { mention.otherUnit = true }
            // 自然人9件，其他类型的主体没有提出申请: of some others than those that were counted.
            if before.hasUnknownTail || before.hasUnknownLead || before.weakHead != nil, !before.ownUnit, let last = counts.last,
                last.sentence == sentence, last.own.tells(grammar.partyMask),
                !mention.features.tells(grammar.partyMask)
            {
                return
            }
            if let noun, noun.hasTopic, !mention.hasHead, mention.weakHead == nil, !before.hasHead, before.weakHead == nil {
                mention.features[topic] = noun.features[topic]
                mention.hasTopic = true
                mention.isHeadModified = noun.isHeadModified
                mention.blocker = noun.blocker
            }
            var joined = mention.features
            joined[topic] = before.features[topic]
            if !mention.hasTopic, mention.weakHead == nil, mention.features[topic] == 0, before.hasTopic, before.items.isEmpty,
                grammar.figure(for: joined) != nil
            {
                // 信息处理费零收取: the noun stands before.
                mention.features = joined
                mention.hasTopic = true
                mention.isHeadModified = before.isHeadModified
                first = clause.startIndex
            }
            if mention.items.isEmpty, case let nouns = nouns(of: before, beside: mention), !nouns.isEmpty {
                // 处罚和强制均未实施
                mention.items = nouns
                mention.hasTopic = true
                first = clause.startIndex
            }
            if mention.items.isEmpty, case let parties = parties(of: before, beside: mention.features), !parties.isEmpty {
                mention.items = parties
                first = clause.startIndex
            }
            mention.part = mention.part ?? before.part
            mention.qualifier = mention.qualifier ?? before.qualifier
            mention.otherPeriod = mention.otherPeriod ?? before.otherPeriod
            // 申请无不予公开情形 says nothing of other nouns before it.
            if before.blocker != nil, !before.isBlockerAside, !mention.hasTopic, mention.weakHead == nil, mention.features[topic] == 0 {
                return
            }
        } else {
            // The nouns stand before: nothing but verbs may follow.
            guard behind.allSatisfy(isPlain) else { return }
            let denied = mention.features
            mention = before
            // 行政事业性收费方面，我局全年没有; 上年发生行政复议3件，本年未再发生
            if before.isEmptyButForSubject, denied.isEmpty, let told = announced ?? (before.isOwnPeriod ? earlier : nil) {
                mention = told
                mention.hasTopic = told.features[topic] != 0
            }
            guard isDenied(mention), !mention.hasUnknownTail else { return }
            // 行政复议无被纠正情形 denies the ruling, not the reviews.
            mention.features.merge(denied)
            mention.items = mention.items.map {
                var item = $0
                item.merge(denied)
                return item
            }
            first = clause.startIndex
        }
        mention.plan = plan
        guard mention.blocker == nil || (mention.isBlockerJoined && mention.hasTopic) else { return }
        let range = clause[first].start..<(clause.last?.end ?? clause[first].end)
        // 审核12次，未发生行政复议: a denied noun is not listed behind the verb of what was counted before.
        let part = frame.part
        if mention.hasTopic, frame.isPartVerb { frame.part = nil }
        defer { frame.part = part }
        let start = counts.endIndex
        defer { noteDenied(from: start) }
        var stated: [Features] = []
        for told in mention.items.isEmpty ? [mention.features] : mention.items {
            let resolution = resolve(mention, told: told, alternatives: [])
            if stated.contains(resolution.features) { continue }
            stated.append(resolution.features)
            let own = mention.items.isEmpty ? nil : word(telling: told, besides: mention.items, in: clause)
            counts.append(
                Count(
                    value: .zero, measure: nil, isInexact: false, range: own ?? range, quote: quote, features: resolution.features,
                    joined: [],
                    alternatives: resolution.alternatives, own: told, obstacle: resolution.obstacle,
                    qualifier: resolution.qualifier ?? mention.qualifier,
                    isDoubtful: false, isQualified: false,
                    isZeroByWords: true, sentence: sentence, isAmong: frame.isAmong, isDistributed: false, isAnnounced: false,
                    isOpen: false,
                    isBareTotal: false, group: group, segment: segment))
        }
    }

    /// 接待来访9批。科研机构未提出申请。办结12件: of what some kind is denied is what is spoken of, and not what an earlier sentence counted.
    private func noteDenied(from first: Int) {
        guard frame.blocker != nil, frame.blockedSentence != sentence, group == nil else { return }
        for count in counts[first...] where count.obstacle == nil && count.own.tells(grammar.partMask) && count.features[topic] != 0 {
            frame.blocker = nil
            frame.namedSentence = nil
            frame.features = .none
            frame.features[topic] = count.features[topic]
            return
        }
    }

    /// Where the one word stands that tells what one of several denied things is, and none of the others; nil where there is none.
    private func word(telling told: Features, besides items: [Features], in clause: ArraySlice<ClauseToken>) -> Range<Int>? {
        let own = clause.filter { token in
            guard case .word(let number) = token.kind else { return false }
            let features: Features
            switch grammar.roles[Int(number)] {
            case .feature(let set), .weakFeature(let set), .head(let set): features = grammar.featureSets[Int(set)]
            default: return false
            }
            return features.agreements(with: told) == features.told && items.count { features.agreements(with: $0) == features.told } == 1
        }
        return own.count == 1 ? own[0].start..<own[0].end : nil
    }

    /// What is denied of each of the nouns before a negator; empty where they are not several, or where it is no matter of theirs.
    private func nouns(of subject: Mention, beside denied: Mention) -> [Features] {
        guard subject.hasTopic, isOfSeveralTopics(subject), !denied.hasHead, denied.weakHead == nil, denied.features[topic] == 0 else {
            return []
        }
        let each = subject.items.map { item in
            var item = item
            item.merge(denied.features)
            return item
        }
        return each.allSatisfy { grammar.figure(for: $0) != nil } ? each : []
    }

    /// What is denied of each of those who stand before a negator (科研机构和公益组织均未提出申请); empty where nobody does, or where it is no matter of theirs.
    private func parties(of subject: Mention, beside denied: Features) -> [Features] {
        guard !denied.tells(grammar.partyMask), !subject.hasHead, subject.weakHead == nil else { return [] }
        return (subject.items.isEmpty ? [subject.features] : subject.items).compactMap { item in
            var party = item
            party.clear(grammar.partyMask.complement)
            let implied = grammar.implyingDimensions.reduce(into: Features.none) { if party[$1] != 0 { $0.fill(grammar.implied[$1]) } }
            guard !party.isEmpty, implied.conflicts(with: denied).isEmpty else { return nil }
            party.merge(denied)
            return party
        }
    }

    /// What the grammar's word tells that is made of the time before a negator and the verb behind it; nil where it has none.
    private func joinedToPeriod(_ before: ArraySlice<ClauseToken>, _ behind: ArraySlice<ClauseToken>) -> Features? {
        // 年末没有结转: a word of this year's end stands right before the negator.
        let last = before.last.flatMap { token in if case .word = token.kind, token.end - token.start < 4 { token } else { nil } }
        guard let period = before.last(where: { isRole($0) { if case .otherPeriod = $0 { true } else { false } } }) ?? last,
            let verb = behind.first(where: { isRole($0) { if case .feature = $0 { true } else { false } } })
        else { return nil }
        let joined = Array(text.scalars[period.start..<period.end] + text.scalars[verb.start..<verb.end])
        guard let word = grammar.trie.longestMatch(in: joined, at: 0), word.end == joined.count,
            case .feature(let set) = grammar.roles[word.number]
        else { return nil }
        return grammar.featureSets[Int(set)]
    }

    private func isDenied(_ mention: Mention) -> Bool {
        if mention.hasTopic || mention.weakHead != nil || mention.features.tells(grammar.acts) { return true }
        return grammar.implyingDimensions.contains { mention.features[$0] != 0 }
    }

    /// What may follow a negator at once: a verb, a noun of the grammar, or a phrase that modifies it. Anything unknown (未完善) denies something else.
    private func startsDenial(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        for (index, token) in zip(tokens.indices, tokens) {
            // 没有举报、复议、诉讼: what the grammar counts may stand further on in the list.
            if case .listComma = token.kind, index > tokens.startIndex { continue }
            guard case .word(let number) = token.kind else { return false }
            switch grammar.roles[Int(number)] {
            case .feature, .weakFeature, .head, .weakHead, .occurrence, .contents, .modifierOpen, .modifierClose: return true
            case .neutral, .people, .predicate, .arrival, .makingUp, .remaining, .verb, .ownSubject, .ownPeriod, .wholePeriod, .qualifier,
                .part, .otherAct, .connector, .through:
                continue
            case .blocker where tokens.dropFirst(index + 1 - tokens.startIndex).first.map { isListComma($0) } ?? false: continue
            default: return false
            }
        }
        return tokens.isEmpty
    }

    private func isListComma(_ token: ClauseToken) -> Bool { if case .listComma = token.kind { true } else { false } }

    private func isPlain(_ token: ClauseToken) -> Bool {
        isRole(token) {
            switch $0 {
            case .occurrence, .neutral, .people, .predicate, .arrival, .makingUp, .remaining, .feature, .weakFeature, .contents: true
            default: false
            }
        }
    }

    private func isDenial(_ role: CompiledGrammar.Role) -> Bool {
        switch role {
        case .negator, .absence: true
        default: false
        }
    }

    /// 不涉及行政事业性收费: nothing was paid; 不涉及国家秘密, 不涉及处罚决定 say nothing of how many there were.
    private func isOfAmount(_ mention: Mention) -> Bool {
        guard mention.hasTopic, mention.items.isEmpty, let figure = grammar.figure(for: mention.features) else { return false }
        return grammar.figures[figure].definition.measures.isEmpty
    }

    private func isRole(_ token: ClauseToken, _ test: (CompiledGrammar.Role) -> Bool) -> Bool {
        if case .word(let number) = token.kind { test(grammar.roles[Int(number)]) } else { false }
    }
}
