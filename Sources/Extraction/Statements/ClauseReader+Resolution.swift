import AuditModel
import DocumentModel

extension ClauseReader {
    /// 公开行政许可结果120条，行政处罚结果30条: a verb that the form does not count is that of all nouns listed behind it.
    var isListedBehindVerb: Bool { frame.isPartVerb && frame.part != nil && frame.whole?.sentence == sentence }

    /// 行政复议11件，其中3件正在办理: how the matters of one topic stand is told in the words of another.
    func isTold(_ said: Mention, ofAnotherThanPartOf value: Quantity, _ measure: Int?) -> Bool {
        guard !said.hasTopic, said.features.tells(grammar.acts), said.features[topic] != 0, frame.features[topic] != 0,
            said.features[topic] != frame.features[topic]
        else { return false }
        // 收取信息处理费600元；另有3件申请结转下年度: nor is a number of things less than an amount.
        let unit = measure.map { grammar.measures[$0].unit }
        return frame.isAmong || group != nil
            || frame.whole.map { whole in
                whole.sentence == sentence && value < whole.value && whole.measure.map { grammar.measures[$0].unit } == unit
            } ?? false
    }

    /// 公开信息120条。按结果分，予以公开的申请3件: what tells all by itself is no part of what an earlier sentence counted. Nor is what kinds of applicants in
    /// brackets say (组织培训9次。除自然人（3件）外…).
    func isOfItself(_ said: Mention, acts: Bool) -> Bool {
        guard frame.blockedSentence != sentence, acts || said.features.tells(grammar.partyMask) && !frame.isAmong else { return false }
        return said.hasTopic || grammar.implyingDimensions.contains { said.features[$0] != 0 && grammar.implied[$0][topic] != 0 }
    }

    /// 发布信息120条。收到申请3件: what was counted in an earlier sentence, or before a semicolon, is nothing that such a noun speaks of. Nor is what the form's
    /// own matter was named with (接受信息公开咨询12人次；收到申请3件).
    var yieldsToNoun: Bool {
        guard let blocker = frame.blocker, group == nil else { return false }
        let isBehind = frame.blockedSentence == sentence && frame.blockedSegment != segment
        if isBehind, frame.isBlockedOwn { return true }
        if grammar.passes(blocker), let named = frame.namedSentence, named != sentence, !frame.isAmong { return true }
        // 接受咨询90人次。申请3件: nor what is counted as nothing of the form is.
        if let counted = frame.blockedSentence, counted != sentence, !frame.isAmong, let measure = frame.blockedMeasure, statedValue != nil,
            grammar.isForeign(measure)
        {
            return true
        }
        return grammar.yields(blocker) && (isBehind || frame.blockedSentence != sentence) && !frame.isAmong
    }

    /// 收到来信22封。收到申请3件: the same of the noun alone, and not of verbs (上年结转).
    var yieldsToWeakHead: Bool {
        if yieldsToNoun { return true }
        guard let blocker = frame.blocker, let counted = frame.blockedSentence, group == nil, !frame.isAmong else { return false }
        if counted != sentence { return grammar.isUnsought(blocker) }
        // 解答信息公开咨询90人次，收到申请3件: what the form's own matter is named with, and what is counted as nothing of the form is.
        return frame.isBlockedOwn && statedValue != nil && frame.blockedMeasure.map(grammar.isForeign) ?? false
    }

    /// 公布规范性文件目录，现行有效9件: what the register before it is of, where that alone makes a figure of what was done.
    private func isOfRegister(_ told: Features) -> Bool {
        guard frame.registered != 0, frame.blocker != nil, told.tells(grammar.acts), !frame.isAmong, group == nil else { return false }
        var features = told
        features[topic] = frame.registered
        return grammar.figure(for: features).map { !grammar.figures[$0].definition.isAmbiguous } ?? false
    }

    /// 公开9件，涉及信访诉求不予处理2件，手中没有信息而无法提供3件: in a list of results a noun before a result tells why, and not what is counted.
    func releaseListed(_ said: inout Mention, measure: Int?) {
        guard said.blocker != nil, said.isResultBehindBlocker, frame.blocker == nil, let last = counts.last, last.sentence == sentence,
            last.obstacle == nil, last.own.tells(grammar.partMask.intersection(grammar.exclusive)), last.measure == measure
        else { return }
        said.blocker = nil
        said.isBlockerAside = false
        said.isNegated = false
        said.isOfSome = true
        if said.isPartVerb { said.part = nil }
    }

    /// Keeps the one reason or result that a clause without numbers tells.
    func noteCause(_ mention: Mention) {
        guard mention.items.isEmpty, mention.blocker == nil, mention.part == nil, !mention.isListOpen, !mention.isEach else { return }
        var told = mention.features
        told.clear(grammar.partMask.complement)
        // 要求提供公开出版物的，不予处理，共3件: the group says the same again.
        let isSaidAgain = grammar.partDimensions.contains { grammar.isGroup(told[$0], of: cause[$0], in: $0) }
        if !told.isEmpty, !isSaidAgain { cause = told }
    }

    /// 因没有现成信息，答复无法提供3件: the group behind its only member says again what became of it, or may be meant itself.
    func caused(_ said: inout Mention) {
        for dimension in grammar.partDimensions
        where grammar.isGroup(said.features[dimension], of: cause[dimension], in: dimension) {
            said.alternatives.append(said.features)
            said.features[dimension] = cause[dimension]
        }
    }

    /// 逾期不补正，不再处理其申请的，计3件: the noun of a clause that ends with 的 is that of the reason before it, and not what is counted.
    func isOfCause(_ clause: [ClauseToken], _ all: Mention) -> Bool {
        guard let last = clause.last, endsWithParticle(last), !all.features.tells(grammar.partMask), !all.features.tells(grammar.acts)
        else {
            return false
        }
        return all.features[topic] == impliedTopic(cause, acts: false)
    }

    /// Whether a noun that says little, with 的 by it, is of what the clauses before told the reason of.
    func isOfCause(_ said: Mention, _ tokens: ArraySlice<ClauseToken>) -> Bool {
        guard said.isWeaklyNamed, said.isPlainlyNamed, !said.isOwnPeriod, !said.ownUnit, let weak = said.weakHead else { return false }
        return weak[topic] == impliedTopic(cause, acts: false) && weak[topic] != 0 && tokens.contains { endsWithParticle($0) }
    }

    /// Whether a member of a group is told, as reasons are of ways of deciding: no letter is answered for such.
    func tellsReason(_ told: Features) -> Bool {
        grammar.partDimensions.contains { told[$0] != 0 && grammar.parents[$0][told[$0] - 1] != 0 }
    }

    /// Whether it takes the act to know which figure is meant.
    private func isPlainOnly(_ done: Features, not plain: Features) -> Bool {
        guard done != plain, let with = grammar.figure(for: done), let without = grammar.figure(for: plain) else { return false }
        return grammar.figures[without].definition.isAmbiguous && !grammar.figures[with].definition.isAmbiguous
    }

    /// 行政许可、行政处罚两项: how many are named.
    func isNumberOfNouns(_ number: NumberToken, _ before: ArraySlice<ClauseToken>, _ left: Mention) -> Bool {
        let named = max(left.items.count, left.alternatives.count)
        return named > 1 && !left.isEach && !left.isRespective && number.value == Quantity(named)
            && DigitNotation.decimal(text.scalars[number.start]) == nil && before.count(where: { namesTopic($0) }) == named
    }

    /// A noun, or a word that holds one (新收申请).
    private func namesTopic(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[Int(number)] {
        case .head, .weakHead: return true
        case .feature(let number): return grammar.featureSets[Int(number)][topic] != 0
        default: return false
        }
    }

    /// Whether a figure is of a topic, and counted more widely by offices than by the form.
    func isWider(_ figure: Int, of topic: Int) -> Bool {
        grammar.figures[figure].definition.isWider
            && grammar.figures[figure].requires.contains { $0.dimension == self.topic && $0.values.contains(topic) }
    }

    private func isStanding(_ features: Features) -> Bool {
        grammar.figure(for: features).map { grammar.figures[$0].definition.isStanding } ?? false
    }

    private func isFigure(_ told: Features, of topic: Int) -> Bool {
        var features = told
        features[self.topic] = topic
        return grammar.figure(for: features) != nil
    }

    /// 收到申请12件，涉及行政处罚5件: what some are about is no figure of that noun.
    func isOfContents(_ said: Mention) -> Bool {
        (said.isContents || frame.isContents) && said.hasTopic && frame.whole?.sentence == sentence && frame.features[topic] != 0
            && said.features[topic] != frame.features[topic] && !said.features.tells(grammar.exclusive)
    }

    struct Resolution {
        var features: Features
        var alternatives: [Features]
        /// Why the number can't be bound; nil when it can.
        var obstacle: ReasonID?
        /// It is of another time, and nothing else is in the way.
        var isOfOtherTime = false
        /// The figure is of a time that need not be that of the form.
        var qualifier: ReasonID?
    }

    /// What the words lack to tell a figure; nil where they lack nothing.
    private func untold(_ said: Mention, _ told: Features, _ features: Features) -> ReasonID? {
        if !said.tellsAny, !said.hasTopic, said.weakHead == nil { return .noFeature }
        if features[topic] == 0 { return .noTopic }
        // 向其他机关申请3件: the noun alone says too little beside words that are not known.
        if !said.hasTopic, said.weakHead != nil, said.hasUnknownLead, told.isEmpty { return .unknownNoun }
        return said.isListOpen ? .severalReadings : nil
    }

    /// What is told with what is inherited.
    func resolve(_ said: Mention, told: Features, alternatives: [Features]) -> Resolution {
        var features = told
        for dimension in grammar.implyingDimensions where told[dimension] != 0 { features.fill(grammar.implied[dimension]) }
        var obstacle: ReasonID?
        let isApart = said.weakHead != nil && yieldsToWeakHead || said.isVerbTopic && yieldsToNoun
        if said.isVerbTopic, !said.hasTopic, said.weakHead == nil, frame.blockedSentence == sentence, !isApart { obstacle = frame.blocker }
        if isOfContents(said) { obstacle = .noFeature }
        if said.hasTopic {
            if said.isHeadModified { obstacle = .unknownNoun }
        } else if let weak = said.weakHead, frame.blocker == nil || isApart {
            var inherited = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
            if features[topic] == 0, told.tells(grammar.partMask.intersection(grammar.exclusive)) {
                // 申请9件。未审结的政府信息公开案件3件: what did not end so is not meant.
                if inherited != 0, !isFigure(features, of: inherited), isFigure(features, of: weak[topic]) { inherited = 0 }
                // 法院判令改正的案件3件: whose ruling it is would tell what they are.
                if inherited == 0, said.hasUnit, !said.ownUnit { obstacle = .unknownNoun }
            }
            // 行政复议5件。办结申请22件: nor are more than all that there are of it.
            if inherited != weak[topic], let whole = frame.whole, whole.sentence != sentence, let value = statedValue, value > whole.value,
                isWider(whole.figure, of: inherited)
            {
                inherited = 0
            }
            // 没有行政诉讼。办结申请22件: nor are any of what there is none of.
            if inherited != weak[topic], let last = counts.last, last.value.isZero, last.sentence != sentence,
                last.features[topic] == inherited,
                let value = statedValue, value > .zero
            {
                inherited = 0
            }
            if features[topic] == 0 { features[topic] = inherited != 0 ? inherited : weak[topic] }
            // 行政诉讼5件。申请数量由9件增至12件: of that, or of the applications.
            if said.isOfChange, features[topic] != weak[topic] { obstacle = .severalReadings }
            if said.isHeadModified { obstacle = .unknownNoun }
        }
        if said.isVerbModified, !said.hasTopic, said.weakHead == nil, told[topic] == 0 { obstacle = obstacle ?? .unknownNoun }
        if features[topic] == 0, isOfRegister(features) { features[topic] = frame.registered }
        if features[topic] == 0 {
            if let blocker = frame.blocker { obstacle = obstacle ?? blocker }
            features[topic] = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
        } else if !said.hasTopic, told[topic] == 0, frame.blockedSentence == sentence, !tellsReason(told), !isApart,
            let blocker = frame.blocker
        {
            // 办结来信12件，公开答复9件: of what was counted just before, though such results are of applications otherwise.
            obstacle = obstacle ?? blocker
        }
        let isPart = frame.isAmong || group != nil
        // 行政复议9件的审理结果：…作其他处理2件: a word for the results of something else.
        // 收取信息处理费600元；逾期未缴费的3件: a reason of its own behind a semicolon is of nothing else.
        let isOfOwnReason = tellsReason(told) && counts.last.map { $0.segment != segment } ?? false
        if told[topic] == 0, !isOfOwnReason, isOfAnotherTopic(said, features) { obstacle = obstacle ?? .noFeature }
        // 公开信息120条，其中行政许可35条: what is not the form's has no parts that are.
        if isPart, !isApart, let blocker = frame.blocker, !isOfItself(said, acts: told.tells(grammar.exclusive)) {
            var done = features
            done.fill(frame.blockedActs)
            if said.hasTopic, frame.blockedSentence == sentence, isPlainOnly(done, not: features) {
                // 制发文件20件，其中规范性文件3件: what was done with all was done with these.
                features = done
            } else {
                obstacle = obstacle ?? blocker
            }
        }
        if isPart || frame.isWithin, frame.whole?.sentence == sentence,
            !told.agreements(with: frame.ending).intersection(grammar.partMask.intersection(grammar.exclusive)).isEmpty
        {
            // 不掌握的9件中，信息不存在的3件: some of those that ended so.
            obstacle = obstacle ?? .noFeature
        }
        if frame.isWithin, frame.whole?.sentence == sentence, said.qualifier != nil, !said.hasTopic, !told.tells(grammar.partMask) {
            // 全年收到的20件中，各部门承办9件: those of some units.
            obstacle = obstacle ?? .noFeature
        }
        let isOfFrame = features[topic] == frame.features[topic]
        let repeatsAct = !told.agreements(with: frame.features).intersection(grammar.acts).isEmpty
        if isPart, isOfFrame, obstacle == nil, !said.hasTopic, !told.tells(grammar.partMask), repeatsAct {
            // 收到20件，其中县政府收到9件: some of them.
            obstacle = .noFeature
        }
        if isPart, isOfFrame, obstacle == nil, said.part == nil, !told.tells(grammar.exclusive.union(grammar.partMask)),
            !(said.hasTopic && frame.isWholeJoined),
            !told.isEmpty || said.weakHead != nil,
            frame.features.tells(grammar.acts) || told.isEmpty && said.part == nil && frame.isAmong && frame.whole?.sentence == sentence
        {
            // 收到20件，其中涉及征地的申请15件; 复议3件，其中向上级申请的1件: some of them, by what the form does not divide.
            obstacle = .noFeature
        }
        if isPart, isOfFrame, obstacle == nil, said.hasTopic, frame.whole?.sentence == sentence, !frame.isWholeJoined,
            frame.whole?.figure == grammar.figure(for: features),
            !told.tells(grammar.exclusive.union(grammar.partMask).union(grammar.tracks))
        {
            // 行政强制20件，其中行政强制措施15件: a kind of them.
            obstacle = .noFeature
        }
        var isTrackOfPart = false
        var hasSeveralWholes = false
        // Parts take the verb of their whole; a number with a verb of its own does not.
        if !said.hasTopic, isOfFrame {
            if !features.tells(grammar.exclusive) {
                hasSeveralWholes = frame.hasSeveralWholes && told.tells(grammar.partyMask)
                if !hasSeveralWholes { features.fill(frame.features) }
                // 办结12件。申请总数15件: nor are those that were done with all that there are.
                let isOfAll = said.isWeaklyNamed && !isPart && frame.whole?.sentence != sentence
                if said.isOfChange || isOfAll, !isPlainly(features) { features.clear(grammar.acts) }
                // 作出不予公开决定3件。自然人申请9件: nor was it with them, where the form has no such figure.
                if frame.whole?.sentence != sentence, frame.actSentence != sentence, grammar.figure(for: features) == nil {
                    features.clear(grammar.acts.intersection(told.told.complement))
                }
            }
            // 未审结3件，其中直接起诉2件: how the whole ended is how its parts did.
            if isPart, told.tells(grammar.tracks), !told.tells(grammar.partMask) { features.fill(frame.ending) }
            isTrackOfPart = frame.isTrackOfPart && !features.tells(grammar.tracks)
            features.fill(frame.features, in: grammar.tracks)
        }
        let isPartInherited = (!said.hasTopic || isListedBehindVerb) && !(frame.isPartVerb && told.tells(grammar.exclusive))
        var shown: ReasonID?
        if let part = said.part ?? (isPartInherited ? frame.part : nil) {
            if said.isBlockerAside, said.hasTopic, !said.isPartVerb, isStanding(features) {
                // 通过门户网站集中公开现行有效规章9件: where they are shown.
                shown = part
            } else {
                obstacle = obstacle ?? part
            }
        }
        if said.otherUnit { obstacle = obstacle ?? .otherUnit }
        if let reason = said.unrelated { obstacle = obstacle ?? reason }
        if let plan = said.plan { obstacle = obstacle ?? plan }
        var isOfOtherTime = false
        var qualifier = shown
        let spokenPeriod = (isPart && !said.isOwnPeriod ? frame.partPeriod : nil) ?? (said.isOwnPeriod ? nil : frame.sentencePeriod)
        if let period = said.otherPeriod ?? frame.otherPeriod ?? spokenPeriod, !(grammar.isRest(period) && told.tells(grammar.partMask)) {
            if grammar.stands(period), isStanding(features) {
                // 目前现行有效9件: what was so at the end of the year is so still, or nearly.
                qualifier = period
            } else {
                isOfOtherTime = obstacle == nil && !said.isOfSeveralPeriods
                obstacle = obstacle ?? period
            }
        }
        let untold = untold(said, told, features)
        if untold != nil { isOfOtherTime = false }
        obstacle = obstacle ?? untold
        var others = alternatives.map { alternative in
            var merged = features
            merged.merge(alternative)
            return merged
        }
        if !frame.party.isEmpty, !said.hasTopic || frame.isPartyLed, isOfFrame, told.tells(grammar.exclusive),
            !told.tells(grammar.partyMask), !isPart
        {
            // 收到自然人申请9件，答复8件: of theirs, or of all.
            others.append(features)
            features.merge(frame.party)
        }
        if told.tells(grammar.partyMask), !told.tells(grammar.exclusive), !said.hasTopic, isOfFrame, frame.whole?.sentence != sentence {
            // 办结54件。自然人申请41件: of those, or of all.
            var ofAll = features
            ofAll.clear(grammar.acts)
            if ofAll != features { others.append(ofAll) }
        }
        if hasSeveralWholes {
            var ofLast = features
            ofLast.fill(frame.features)
            others.append(ofLast)
        }
        if frame.joint != 0, !said.hasTopic, isOfFrame, told[topic] == 0, told.tells(grammar.exclusive) {
            // 行政复议3件、行政诉讼2件，其中维持4件: of the last, or of both.
            var both = features
            both[topic] = frame.joint
            both.clear(grammar.tracks)
            others.append(both)
        }
        if isTrackOfPart {
            var whole = features
            whole.clear(grammar.tracks)
            others.append(whole)
        }
        return Resolution(features: features, alternatives: others, obstacle: obstacle, isOfOtherTime: isOfOtherTime, qualifier: qualifier)
    }
}
