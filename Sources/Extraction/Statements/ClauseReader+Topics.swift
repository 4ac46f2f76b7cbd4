import AuditModel

/// Numbers of which no word of their own tells what is counted.
extension ClauseReader {
    /// 审查120件，其中不予公开9件: how some of those ended with which the form does not count what was done is no figure, where nothing speaks of its own.
    func reasonOfWhole(_ said: Mention) -> ReasonID? {
        guard frame.isAmong, group == nil, context[topic] == 0, frame.features[topic] == 0, said.features[topic] == 0, said.weakHead == nil,
            said.features.tells(grammar.partMask), !tellsReason(said.features), let whole = counts.last, whole.sentence == sentence,
            whole.group == nil,
            let reason = whole.obstacle, reason.isOfPack, whole.own.isEmpty || whole.isAmong
        else { return nil }
        return reason
    }

    /// What follows in the sentence is some of what was counted.
    func noteAmong() {
        if !frame.isAmong { frame.isAmongLate = hasPercentage }
        frame.isAmong = true
    }

    /// What is named, with the topic that a noun which says little has where it stands.
    func named(_ mention: Mention) -> Mention {
        var named = mention
        guard named.features[topic] == 0, let weak = mention.weakHead, frame.blocker == nil || yieldsToWeakHead else { return named }
        let spoken = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
        named.features[topic] = spoken != 0 ? spoken : weak[topic]
        return named
    }

    /// 自然人申请占全部申请的80%，共9件: what the share is of, where nothing else stands before it.
    func namedBeforeShare(_ clause: [ClauseToken], from start: Int, to end: Int) -> Mention? {
        guard clause.contains(where: { $0.has(.percentage) }), let share = shareStart(from: start, to: end) else { return nil }
        let named = reader.mention(clause.prefix { $0.end <= share }[...], atClauseStart: true)
        return named.announcesTotal ? named : nil
    }

    /// 政府信息公开行政诉讼维持率为60%: what a rate is of, where its word is one for some of what is counted.
    func namedBeforeRate(_ clause: [ClauseToken]) -> Mention? {
        guard clause.contains(where: { $0.has(.percentage) }), let rate = clause.firstIndex(where: { $0.has(.part) }) else { return nil }
        let named = reader.mention(clause[..<rate], atClauseStart: true)
        return named.hasTopic && named.announcesTotal ? named : nil
    }

    /// Where a word that opens a share (占) stands in a stretch; nil for none.
    private func shareStart(from start: Int, to end: Int) -> Int? {
        guard let vocabulary = grammar.claims, vocabulary.mayTell(text.scalars, in: start..<end) else { return nil }
        var index = start
        while index < end {
            guard let word = vocabulary.trie.longestMatch(in: text.scalars, at: index) else {
                index += 1
                continue
            }
            if case .share = vocabulary.roles[word.number] { return index }
            index = word.end
        }
        return nil
    }

    /// Whether what is counted is told by an earlier sentence, or by none, and what was done with it by the number's own words.
    func isUntold(_ said: Mention) -> Bool {
        said.features[topic] == 0 && said.weakHead == nil && said.blocker == nil && said.items.isEmpty && said.features.tells(grammar.acts)
            && !said.features.tells(grammar.partMask) && frame.whole?.sentence != sentence && frame.blockedSentence != sentence
            && !frame.isAmong && group == nil
    }

    /// 新收20件，答复19件，余下1件年底收到: whether a figure was told before with a greater number, so that what is left of something is not that figure.
    /// `isMore`: it is told of more than those (另收到9件).
    func isLeft(_ value: Quantity, _ told: Features, isMore: Bool) -> Bool {
        guard let figure = grammar.figure(for: told) else { return false }
        return counts.suffix(Self.partLimit).contains {
            guard $0.value > value || isMore && $0.value != value else { return false }
            // 答复16件：予以公开9件: what it is of may be told behind it.
            if $0.obstacle == .noTopic {
                return $0.own.agreements(with: told).intersection(grammar.acts) == told.told.intersection(grammar.acts)
            }
            guard $0.obstacle == nil, let other = grammar.figure(for: $0.features) else { return false }
            return other == figure || grammar.overlap(other, figure)
        }
    }

    /// 12件作出不予公开等答复: whether what stands behind a number tells examples of an act, so that it is not of all that it was done with.
    func isOfExamples(_ behind: Mention, _ told: Features) -> Bool {
        behind.isOpen && !behind.hasTopic && behind.weakHead == nil && !told.tells(grammar.partMask)
    }

    /// 行政诉讼4件。答复67件: more than all that an earlier sentence counted of what it may be of is likely of something else.
    func isMoreThanAll(_ said: Mention, _ told: Features, _ value: Quantity) -> Bool {
        guard isUntold(said), let whole = frame.whole, value > whole.value else { return false }
        return isWider(whole.figure, of: told[topic])
    }

    /// 收取信息处理费900元。受理申请12件: a noun that says little is of what it says, where what was spoken of is counted otherwise.
    func settleWeakHead(_ said: inout Mention, measure: Int?) {
        guard let weak = said.weakHead, !said.hasTopic, said.features[topic] == 0, frame.features[topic] != 0, let measure,
            frame.features[topic] != weak[topic], !frame.isAmong, group == nil
        else { return }
        var (spoken, own) = (said.features, said.features)
        spoken[topic] = frame.features[topic]
        own[topic] = weak[topic]
        if grammar.figure(for: spoken, measure: grammar.measures[measure]) == nil,
            grammar.figure(for: own, measure: grammar.measures[measure]) != nil
        {
            said.features = own
        }
    }

    /// 行政复议3件。全年办结20件，予以公开15件，不予公开5件: numbers that no noun of their sentence speaks of are of what all results in it are of.
    func settleTopics(from start: Int) {
        var first = start
        while first < counts.endIndex, counts[first].look.contains(.untold) { first += 1 }
        guard first > start, let (topic, results) = topicOfResults(from: first) else { return }
        // 请律师审查12次，予以公开9件、不予公开3件: nor is what is counted otherwise of them.
        for index in start..<first where counts[index].measure == counts[first].measure {
            // What an earlier sentence speaks of is left for nothing less than two results of something else.
            let isDoubted = counts[index].obstacle == .severalReadings
            let isOfOther = counts[index].features[self.topic] != 0 && (counts[index].obstacle == nil || isDoubted)
            if isOfOther, counts[index].features[self.topic] == topic || results < 2 { continue }
            // 来信22封。办结20件，予以公开9件，不予公开3件: two such results are of no letters.
            if let reason = counts[index].obstacle, reason != .noTopic, !isDoubted, !grammar.yields(reason),
                results < 2 || !grammar.isUnsought(reason)
            {
                continue
            }
            var told = counts[index].own
            told[self.topic] = topic
            guard grammar.figure(for: told) != nil else { continue }
            counts[index].features = told
            counts[index].obstacle = nil
        }
        guard results > 1 else { return }
        for index in first..<counts.endIndex
        where counts[index].obstacle == .noFeature && impliedTopic(counts[index].own, acts: false) == topic {
            var told = counts[index].own
            told[self.topic] = topic
            counts[index].features = told
            counts[index].obstacle = nil
        }
    }

    /// The one topic that the results and verbs of the numbers from a place on are of, and how many results tell it; nil where a noun or another topic is told.
    private func topicOfResults(from start: Int) -> (topic: Int, results: Int)? {
        var topic = 0
        var results = 0
        for count in counts[start...] {
            if count.look.contains(.otherNoun), count.isAmong { continue }
            let isDenied = count.isZeroByWords && count.own[self.topic] != 0
            if isDenied || count.look.contains(.noun) || count.look.contains(.otherNoun) { return nil }
            let told = impliedTopic(count.own, acts: true)
            if told == 0 { continue }
            if topic != 0, told != topic { return nil }
            topic = told
            if count.own.tells(grammar.partMask.intersection(grammar.exclusive)) { results += 1 }
        }
        return topic == 0 ? nil : (topic, results)
    }

    /// What words that name no noun are of: results of one thing alone and, with `acts`, verbs that are.
    func impliedTopic(_ own: Features, acts: Bool) -> Int {
        if acts, own[topic] != 0 { return own[topic] }
        var implied = Features.none
        for dimension in grammar.implyingDimensions where own[dimension] != 0 { implied.fill(grammar.implied[dimension]) }
        return implied[topic]
    }
}
