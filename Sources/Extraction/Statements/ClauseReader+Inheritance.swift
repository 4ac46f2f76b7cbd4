import AuditModel

/// What clauses without numbers hand on to those that follow.
extension ClauseReader {
    /// 其中不予公开9件，无法提供3件，其余申请均已答复: the parts before are not all.
    func openParts() {
        var part = counts.endIndex
        while part > 0, case let last = counts[part - 1], last.sentence == sentence, last.group == group, last.isAmong, !last.isOpen {
            part -= 1
            counts[part].isOpen = true
        }
    }

    /// 不予处理3件，告知申请人查阅有关文件: what is but named, and nothing done with it, behind a number that its sentence counts.
    private func isAside(_ mention: Mention) -> Bool {
        guard frame.blocker == nil, frame.features[topic] != 0, group == nil, !mention.features.tells(grammar.exclusive),
            let last = counts.last
        else { return false }
        guard last.sentence == sentence, last.obstacle == nil, last.features[topic] == frame.features[topic] else { return false }
        // 收到申请5件，市民热线运行平稳: what has matters of its own is spoken of, unless it is where those went that ended so.
        return last.own.tells(grammar.partMask) || !(mention.blocker.map(grammar.passes) ?? false)
    }

    /// Ends what holds for one sentence, or its part up to a semicolon, of what stands in the way.
    func endAside() {
        if !frame.aside.isEmpty, frame.blocker != nil, frame.blockedSentence != sentence {
            frame.blocker = nil
            frame.namedSentence = nil
            frame.features = frame.aside
        }
        frame.aside = .none
    }

    /// Whether no number stands before it in its part of a sentence, up to the semicolon.
    private var opensSegment: Bool { counts.last.map { $0.sentence != sentence || $0.segment != segment } ?? true }

    /// Takes over what a clause without numbers says for those that follow.
    func inherit(_ mention: Mention, isLabel: Bool) {
        if mention.isAmong { noteAmong() }
        if mention.isOpen, frame.isAmong || group != nil {
            frame.isOpen = true
            openParts()
        }
        if mention.isExemplary { frame.isExemplary = true }
        if mention.isRespective {
            frame.isDistributed = true
            // 按渠道分，网上9件；按申请人分，自然人8件: another division, of all of them.
            if opensSegment, frame.part != .otherUnit { frame.part = nil }
        }
        if let reason = mention.otherPeriod { frame.otherPeriod = mention.isOfSeveralPeriods ? nil : reason }
        if mention.ownUnit, frame.part == .otherUnit { frame.part = nil }
        if mention.otherUnit { frame.part = .otherUnit }
        if mention.isContents { frame.isContents = true }
        if mention.isContents || mention.isBlockerAside { return }
        // 没有申请需要顺延：全年办结9件: what is denied is spoken of.
        if mention.isNegated, frame.blocker == nil, mention.items.isEmpty, mention.blocker == nil {
            frame.features.fill(mention.features, in: grammar.topicMask)
        }
        // 均已答复, 结果维持 are claims about what was counted; only a label tells it of what comes.
        var features = mention.features
        if mention.isEach, !mention.hasTopic { features.clear(grammar.exclusive) }
        if !isLabel { features.clear(grammar.partMask) }
        if let blocker = mention.blocker {
            frame.aside = isAside(mention) ? frame.features : .none
            frame.blocker = blocker
            frame.registered = mention.registered
            frame.namedSentence = sentence
            frame.features = .none
            frame.party = .none
        } else if mention.hasTopic, mention.items.isEmpty || !isOfSeveralTopics(mention) {
            frame.blocker = nil
            frame.joint = 0
            // 规章的制发、废止均无: what follows is told of the same noun.
            for item in mention.items { features.clear(item.conflicts(with: mention.items[0])) }
            frame.features = features
            if features.tells(grammar.acts) { frame.actSentence = sentence }
            if counts.last?.sentence != sentence { opening = features }
            frame.part = mention.part ?? (frame.part == .otherUnit ? frame.part : nil)
            frame.isPartVerb = mention.part != nil && mention.isPartVerb
            frame.qualifier = mention.qualifier
            frame.party = .none
        } else if mention.tellsAny || mention.weakHead != nil, mention.items.isEmpty, !mention.isNegated {
            if let weak = mention.weakHead, !mention.isHeadModified, mention.features.tells(grammar.acts), frame.blocker == nil {
                frame.features.fill(weak)
            }
            // 从申请方式看，网上提交9件
            if mention.leadsByNounAlone, opening[topic] == 0, let weak = mention.weakHead {
                opening = weak
                if context[topic] != 0 { opening[topic] = context[topic] }
            }
            frame.features.merge(features)
            if features.tells(grammar.acts) { frame.actSentence = sentence }
            if mention.isLead, mention.features.tells(grammar.partyMask), !mention.features.tells(grammar.exclusive) {
                // 自然人申请方面，新收9件: of theirs, or of all; 与律师事务所签约，办结9件 is not.
                frame.party = mention.features
                frame.isPartyLed = true
                frame.party.clear(grammar.partyMask.complement)
                for dimension in grammar.implyingDimensions where frame.party[dimension] != 0 && frame.blocker == nil {
                    frame.features.fill(grammar.implied[dimension])
                }
            }
            if mention.part != nil {
                frame.part = mention.part
                frame.isPartVerb = mention.isPartVerb
            } else if frame.part != .otherUnit, mention.weakHead != nil, !mention.isHeadModified, mention.features.tells(grammar.acts),
                opensSegment
            {
                // 1件征求第三方意见；已答复的申请中，公开9件: the noun with a verb of its own is of them all.
                frame.part = nil
            }
        } else if let weak = mention.weakHead, !mention.items.isEmpty, !isOfSeveralTopics(mention), !mention.isNegated,
            !mention.isHeadModified,
            frame.blocker == nil, frame.features[topic] == 0
        {
            // 新收和上年结转的申请均已办结，合计12件: of what several acts are told is what is spoken of.
            frame.features[topic] = mention.features[topic] != 0 ? mention.features[topic] : weak[topic]
        }
    }

    /// 没有被提起诉讼。受理9件: whether the sentence before says that there is none of what a number would be by its words alone.
    func isOfDenied(_ figure: Int?, _ value: Quantity) -> Bool {
        guard !value.isZero, let figure, let last = counts.last, last.isZeroByWords, last.sentence < sentence, last.obstacle == nil else {
            return false
        }
        return grammar.figure(for: last.features).map { $0 == figure || grammar.overlap($0, figure) } ?? false
    }
}
