import AuditModel

/// What is told around a number, and what it hands on.
extension ClauseReader {
    /// What is told before and behind a number. What stands before it comes first: words behind it only fill in what is not told, and a verb behind it
    /// counts only when none stands before (收到12件已办结 states what was received).
    func combined(_ left: Mention, _ right: Mention, isDescribed: Bool = false) -> Mention {
        var said = left
        // 制发的12件规范性文件按时报备: so is what is said of them where a verb with 的 tells which they are.
        let isSaidOfAll = isDescribed && right.isPartVerb && right.hasTopic && right.hasManner && left.features.tells(grammar.acts)
        let leftActs = left.features.tells(grammar.exclusive)
        if !left.hasHead {
            if right.hasHead {
                said.hasTopic = right.hasTopic
                said.blocker = right.blocker
                said.isHeadModified = right.isHeadModified
                if right.features[topic] != 0 { said.features[topic] = right.features[topic] }
            }
            if left.weakHead == nil, right.weakHead != nil {
                said.weakHead = right.weakHead
                said.isHeadModified = right.isHeadModified
            }
        }
        // 3件案件均获维持 is a claim about the three; only where nothing else is told does it say what they are.
        let isClaim =
            right.isEach
            && (left.tellsAny || left.hasHead || left.weakHead != nil || right.hasHead || right.weakHead != nil || right.first[topic] != 0)
        // 9件新收申请均由自然人提出: what stands before 均 is counted.
        if isClaim, left.isSilent, !right.hasHead { said.features.fill(right.first) }
        if !isClaim {
            var added = right.features
            if leftActs { added.clear(grammar.exclusive) }
            said.features.fill(added)
            // 其余12件按不予公开、无法提供等情形答复
            if !leftActs, right.isListOpen { said.isListOpen = true }
            if left.items.isEmpty, !leftActs, !left.hasHead || right.itemsAdd {
                said.items = right.items.map { item in
                    var item = item
                    item.merge(left.features)
                    return item
                }
                said.itemsAdd = right.itemsAdd
            }
            if !left.hasHead, !leftActs { said.alternatives += right.alternatives }
        }
        if leftActs, !left.hasHead, left.weakHead == nil, !isClaim, !right.hasHead {
            // 作出12件答复: a verb of another kind behind the number is what the verb before it was done with.
            var done = right.first
            done.clear(grammar.acts.complement)
            if !done.isEmpty, done.told.intersection(left.features.told).isEmpty { said.features.merge(done) }
        }
        // 结转1件至下年度: what stands right behind the number makes the verb before it precise.
        var precise = right.first
        precise.clear(right.first.conflicts(with: left.features).complement)
        for dimension in grammar.partDimensions
        where grammar.isGroup(precise[dimension], of: left.features[dimension], in: dimension) {
            // 属于行政查询事项的3件不予公开: the group behind its member says again what became of it, or is what is meant.
            var group = said.features
            group[dimension] = precise[dimension]
            said.alternatives.append(group)
            precise[dimension] = 0
        }
        said.features.merge(precise)
        if left.isPartVerb, right.features.tells(grammar.partMask.intersection(grammar.exclusive)), !left.tellsAny {
            // 经审核有4件不予公开: what came of it takes the place of the verb.
            said.part = nil
            said.isPartVerb = false
        }
        // 行政许可决定12件均已公示: what is done with all of them makes none of them a part.
        if left.part == nil, !right.isTotal, !(right.isEach && (left.hasHead || left.tellsAny)), !isSaidOfAll {
            said.part = right.part
            said.isPartVerb = right.isPartVerb
        }
        said.qualifier = left.qualifier ?? right.qualifier
        // 尚有3件将于明年办结: what is told behind the number is yet to be.
        if !leftActs { said.plan = left.plan ?? right.plan }
        said.unrelated = left.unrelated ?? right.unrelated
        // 上年末收到的3件结转到本年: the verb behind the number brings it into this year.
        if left.otherPeriod == nil || right.entersOwnPeriod { said.otherPeriod = right.otherPeriod }
        return said
    }

    /// A number with a noun or a verb of its own becomes the whole that the following parts refer to.
    func hand(on said: Mention, resolved: Features, value: Quantity, measure: Int?, isUnknown: Bool) {
        listed = said
        if said.isUndistributed || isOfAnotherTopic(said, resolved) { return }
        // 信访件12件，上年结转3件，办结9件，正在办理6件: what follows is told of the same.
        if said.blocker == nil, !said.hasTopic, said.weakHead == nil, frame.blockedSentence == sentence, frame.blocker != nil,
            said.isVerbTopic || said.features[topic] == 0 && !said.features.tells(grammar.partMask)
        {
            return
        }
        let isOfContents = isOfContents(said)
        if said.isContents { frame.isContents = true }
        if isOfContents { return }
        let isPart = frame.isAmong || group != nil
        if let blocker = said.blocker {
            // 涉及规划4件、信访3件: what a matter is about is no topic; nor is a part of a known whole (其中微信提交4件).
            if frame.isContents || (isPart && frame.blocker == nil && !frame.features.isEmpty) { return }
            // 新收申请12件，通过网站提交9件: nor is what some of a whole came through.
            if said.isBlockerAside, !said.isPartVerb, frame.blocker == nil, frame.features[topic] != 0, frame.whole?.sentence == sentence {
                return
            }
            let isOwn = counts.last.map { holdsOwnMatter($0.quote) } ?? false
            frame.isBlockedOwn = isOwn || frame.isBlockedOwn && frame.blockedSentence == sentence
            frame.blocker = blocker
            frame.blockedSentence = sentence
            frame.blockedSegment = segment
            frame.blockedMeasure = measure
            frame.namedSentence = nil
            frame.registered = 0
            frame.blockedActs = said.features
            frame.blockedActs.clear(grammar.acts.complement)
            frame.features = .none
            frame.part = nil
            frame.qualifier = nil
            frame.party = .none
            return
        }
        if isPart, frame.blocker != nil, !isOfItself(said, acts: said.features.tells(grammar.exclusive)) { return }
        let acts = said.features.tells(grammar.exclusive)
        if isUnknown, !isPart, acts || said.hasTopic || said.weakHead != nil {
            // 申请12件，涉及土地征收、规划许可等三个方面: what is counted as nothing of the form is, and told without a verb, is not what follows is of.
            if !acts, let measure, grammar.isForeign(measure) { return }
            // 上年结转的3件在一季度全部办完: nor is what an act of the form alone tells.
            if said.features[topic] != 0, !said.hasTopic, said.weakHead == nil { return }
            // 受理仲裁申请9件，结案8件: what follows is told of the same unknown thing.
            frame.blocker = .unknownNoun
            frame.namedSentence = nil
            frame.registered = 0
            frame.features = .none
            frame.part = nil
            frame.party = .none
            return
        }
        if frame.isAmong, !said.hasTopic, said.features.tells(grammar.tracks) {
            frame.features.clear(grammar.tracks)
            frame.features.fill(resolved, in: grammar.tracks)
            frame.isTrackOfPart = true
        }
        let own = said.weakHead.map { $0[topic] } ?? (said.features.tells(grammar.partyMask) ? impliedTopic(said.features, acts: false) : 0)
        if frame.blocker != nil, !isPart, frame.blockedSentence != sentence, counts.last?.obstacle == nil, own != 0, resolved[topic] == own
        {
            // 组织培训9次。企业申请3件: what follows is told of these.
            frame.blocker = nil
            frame.features = .none
            frame.features[topic] = own
        }
        guard said.hasTopic || ((acts || said.features[topic] != 0) && !frame.isAmong) else { return }
        // 直接起诉2件、复议后起诉3件，维持4件: of the last, or of both.
        let isTrackOfLast = isTrackListed(said)
        if said.hasTopic { frame.joint = jointTopic }
        if counts.dropLast().last?.sentence != sentence {
            frame.partPeriod = said.otherPeriod
            if said.otherPeriod != nil, opensWithPeriod { frame.sentencePeriod = said.otherPeriod }
        } else if said.isOwnPeriod, !frame.isAmong, group == nil {
            // 上年行政复议5件，本年3件，其中维持2件
            frame.partPeriod = nil
        }
        if !said.isContents { frame.isContents = false }
        if let whole = frame.whole, whole.sentence == sentence {
            let isOther =
                resolved[topic] == frame.features[topic] && !resolved.conflicts(with: frame.features).intersection(grammar.acts).isEmpty
            frame.hasSeveralWholes = resolved[topic] == frame.features[topic] && (frame.hasSeveralWholes || isOther)
        } else {
            frame.hasSeveralWholes = false
        }
        // What another year or unit had is no whole of what follows.
        let isOther = said.otherUnit || (said.otherPeriod ?? frame.otherPeriod) != nil
        frame.isWholeJoined = !said.items.isEmpty
        frame.whole = isOther ? nil : grammar.figure(for: resolved).map { (sentence, $0, value, measure) }
        frame.blocker = nil
        frame.party = .none
        frame.isPartyLed = false
        if !frame.isAmong, group == nil, acts {
            frame.party = resolved
            frame.party.clear(grammar.partyMask.complement)
        }
        frame.features = resolved
        frame.features.clear(grammar.partMask)
        frame.ending = resolved
        frame.ending.clear(grammar.partMask.complement)
        frame.isTrackOfPart = isTrackOfLast || frame.isTrackOfPart && !said.hasTopic && !said.features.tells(grammar.tracks)
        if said.part != nil || said.hasTopic && !(isListedBehindVerb && !acts) {
            frame.part = said.part
            frame.isPartVerb = said.isPartVerb
        }
        if said.otherUnit { frame.part = .otherUnit }
        if said.hasTopic || said.weakHead != nil { frame.qualifier = said.qualifier ?? (acts ? nil : frame.qualifier) }
    }

    /// Whether the number before the last one stands in one list with it and is of another track of the same thing.
    private func isTrackListed(_ said: Mention) -> Bool {
        guard counts.count > 1, said.features.tells(grammar.tracks), case let before = counts[counts.count - 2],
            before.sentence == sentence,
            before.segment == segment, before.group == group, !before.own.tells(grammar.partMask), let last = counts.last
        else { return false }
        return before.features[topic] == last.features[topic]
            && !before.own.conflicts(with: said.features).intersection(grammar.tracks).isEmpty
    }

    /// The topic of the last two numbers together, where they stand in one list and their topics have a sum; 0 for none.
    private var jointTopic: Int {
        guard counts.count > 1, let last = counts.last, case let before = counts[counts.count - 2], before.sentence == sentence,
            before.segment == segment, before.group == group, before.own[topic] != 0, !before.own.tells(grammar.partMask)
        else { return 0 }
        return grammar.joint(before.features[topic], last.features[topic])
    }

    /// 收到5件，受理3件: the same figure by another act, though fewer.
    func isOfLaterAct(_ told: Features) -> Bool { !told.conflicts(with: frame.features).intersection(grammar.acts).isEmpty }

    /// 行政处罚决定增加3件，达到9件: what the change is of, without what makes it one.
    func changed(_ said: Mention) -> Mention? {
        var said = said
        said.part = nil
        said.isPartVerb = false
        said.otherPeriod = nil
        said.isEach = false
        return said.announcesTotal ? said : nil
    }

    /// Whether words that are of one topic alone are told within a sentence about another (行政复议9件的结果：…作其他处理2件).
    func isOfAnotherTopic(_ said: Mention, _ resolved: Features) -> Bool {
        // 收取信息处理费600元；逾期未缴费的申请3件: the noun says of what they are.
        !said.hasTopic && said.features[topic] == 0 && said.weakHead.map { $0[topic] != resolved[topic] } ?? true
            && frame.whole?.sentence == sentence && frame.features[topic] != 0
            && resolved[topic] != frame.features[topic] && said.features.tells(grammar.partMask.intersection(grammar.exclusive))
    }

    /// Whether a number, its noun or nothing, and a word like 增至 stand before the next number: it is that of the time before.
    func isArrived(_ clause: [ClauseToken], from number: Int, to next: Int) -> Bool {
        // 由上年的5件增至今年的7件
        let between = clause[number + 1..<next]
        func isTime(_ token: ClauseToken) -> Bool { token.has(.ownPeriod) || token.has(.unitOfNoCount) || isParticle(token) }
        guard let last = between.last(where: { $0.has(.arrival) || !$0.has(.neutral) && !isTime($0) }), last.has(.arrival) else {
            return false
        }
        return clause[next - 1].end == clause[next].start && between.allSatisfy { $0.has(.neutral) || isTime($0) }
    }

    /// The number of the time before is what changes of the sentence are changes of.
    func noteArrival(from number: NumberToken) {
        guard let measure = number.measure, !number.isInexact, comparison.time != .other else { return }
        comparison.time = .lastYear
        comparison.base = ClaimDraft.Amount(value: number.value, measure: measure, start: number.start)
    }

    /// 收费金额为0 behind 行政许可: an amount is none of things that are counted by measure words.
    func isForeignAmount(_ said: Mention) -> Bool {
        guard !said.hasTopic, let weak = said.weakHead, frame.features[topic] != 0, weak[topic] != frame.features[topic] else {
            return false
        }
        return grammar.figure(for: frame.features).map { !grammar.figures[$0].definition.measures.isEmpty } ?? true
    }

    /// 行政事业性收费…少收2万元，实收9万元: a noun made of a verb is of the amount spoken of, where the form has that.
    func settleActHead(_ said: inout Mention, measure: Int?) {
        guard said.isActHead, let measure, frame.features[topic] != 0 else { return }
        var features = said.features
        features[topic] = frame.features[topic]
        guard let figure = grammar.figure(for: features, measure: grammar.measures[measure]),
            case let definition = grammar.figures[figure].definition, definition.ownIdentifier == nil, definition.measures.isEmpty
        else { return }
        said.features = features
    }
}
