import AuditModel

/// What the claims of a clause are about.
extension ClauseReader {
    /// What a claim is about: the numbers or nouns before it.
    func subjects(
        _ found: ClaimReading.Found, _ items: [ClaimItem], _ clause: [ClauseToken], _ vocabulary: ClaimVocabulary, from start: Int
    ) -> [ClaimDraft.Subject] {
        let position = items[found.firstItem].start
        let isOutcome = if case .outcome = found.assertion { true } else { false }
        if Self.isChange(found.assertion), let subject = comparison.subject, let end = comparison.changeEnd, start <= end, end <= position,
            reader.mention(clause.drop { $0.start < end }.prefix { $0.end <= position }, atClauseStart: false).isBare
        {
            // 申请12件，同比减少1件、下降7.7%: both changes are of one number.
            return [subject]
        }
        var stated = statedBefore(position, sentences: 0)
        let isShare = if case .share = found.assertion { true } else { false }
        if isShare, position > start, Self.isWithin(text.scalars[position - 1]) {
            // 不予公开9件，在办结的20件中占45%: what it is a share of.
            stated.removeAll { counts[$0].range.lowerBound >= start }
            return stated.isEmpty ? [] : [.counts(stated)]
        }
        if let together = found.together {
            if together == 0, namedTogether(clause, before: position, 0) == nil {
                // 予以公开9件、部分公开3件，合计占40%: the last, or with those that it is listed with.
                guard let last = stated.first, counts[last].obstacle == nil, counts[last].look.contains(.listed) else { return [] }
                return [.counts(stated)]
            }
            if let both = listedTogether(stated, together) { return [.both(both)] }
            return namedTogether(clause, before: position, together).map { [.sum($0)] } ?? []
        }
        if let place = clause.last(where: { $0.end <= position && reference($0) != nil }).flatMap({ reference($0) }) {
            return referred(place)
        }
        if case .ownRate = found.assertion {
            let named = items[found.firstItem]
            return counted(as: text.scalars[named.start..<named.end - 1], among: stated, vocabulary).map { [.counts([$0])] } ?? []
        }
        if case .rate = found.assertion, case .word(let word) = items[found.firstItem].kind {
            let told = told(by: clause, before: position, rated: vocabulary.features[word], isOutcome: false) ?? []
            // 工单12件，其中办结9件，办结率75%: of what is no figure of the form.
            return told.isEmpty && !stated.isEmpty ? [.counts(stated)] : told
        }
        // A number of the clause itself is what is spoken of; else what the clause names; else the last number.
        if Self.isChange(found.assertion), stated.first.map({ counts[$0].range.lowerBound < start }) ?? true,
            clause.contains(where: { $0.has(.respectively) && $0.end <= position })
        {
            // 许可和处罚分别减少9件和4件: of what is named, which is not known.
            return []
        }
        if let nearest = stated.first, counts[nearest].range.lowerBound >= start { return [.counts(stated)] + listed(stated, isOutcome) }
        let shared = isShare ? whole(clause, behind: items[found.firstItem].end) : nil
        if let told = told(
            by: clause, before: position, rated: .none, isOutcome: isOutcome, shared: shared, isShare: isShare,
            isChange: Self.isChange(found.assertion))
        {
            if told.isEmpty, Self.isChange(found.assertion), let same = namedAgain(from: start, to: position, among: stated) {
                return [.counts([same])]
            }
            if told.isEmpty, isShare, let amount = clause.first(where: { $0.start >= position && $0.has(.percentage) }),
                let same = memberNamedAgain(from: start, to: position, amount: amount.start, among: stated)
            {
                return [.counts([same])]
            }
            // 予以公开9件，在办结数中占18%: what is named by an act alone is the whole.
            guard case .told(let features)? = told.first, told.count == 1 else { return told }
            if isShare, !stated.isEmpty, !features.tells(grammar.partMask), shared == nil {
                return [.counts(stated)]
            }
            // 办结7件，办结数与上年持平: the number itself says which of the readings is meant.
            if Self.isChange(found.assertion),
                let same = stated.first(where: { counts[$0].features == features && counts[$0].obstacle == nil })
            {
                return [.counts([same])]
            }
            return told
        }
        // 部分公开较少，仅占5%
        if isShare, let named, named.features.tells(grammar.partMask) {
            let resolution = resolve(named, told: named.features, alternatives: [])
            return resolution.obstacle == nil ? [.told(resolution.features)] : []
        }
        if found.isSettled, let nearest = stated.first, counts[nearest].isAmong, counts[nearest].obstacle == nil {
            // 办结12件，其中上年结转3件，应办尽办: it is said of all that there are.
            var all = Features.none
            all[topic] = counts[nearest].features[topic]
            return [.told(all)]
        }
        if Self.isChange(found.assertion), let end = comparison.changeEnd, let nearest = stated.first,
            counts[nearest].range.upperBound < end
        {
            // 申请达12件；自然人申请走高，增长9%: what rose last is what the percentage is of.
            return comparison.subject.map { [$0] } ?? []
        }
        if isOutcome, let whole = whole(madeBy: stated) { return [.counts([whole])] }
        if Self.isChange(found.assertion), let nearest = stated.first, counts[nearest].isAmong,
            reader.mention(clause.prefix { $0.end <= position }, atClauseStart: true).isTotal
        {
            // 信息20条，其中图片9条、视频5条，总量高于上年: all of them, and none of the parts.
            return stated.first { !counts[$0].isAmong }.map { [.counts([$0])] } ?? []
        }
        // 其他组织各1件，个人占八成以上: of what is named, which is not known.
        if isShare, !stated.isEmpty, isBehindName(found.firstItem, items, vocabulary) { return [] }
        if !stated.isEmpty { return [.counts(stated)] + listed(stated, isOutcome) }
        // 予以公开与部分公开相加，占20%
        if isShare, let list = spoken.list, list.itemsAdd {
            let told = list.items.map { resolve(list, told: $0, alternatives: []) }
            return told.contains { $0.obstacle != nil } ? [] : [.sum(told.map(\.features))]
        }
        // 申请数量减少12件，降幅为17.1%。
        if let subject = comparison.subject, Self.isChange(found.assertion) { return [subject] }
        if Self.isChange(found.assertion), let base = comparison.base,
            let before = counts.last(where: { $0.range.lowerBound == base.start }), before.features[topic] != 0
        {
            // 上年新收9件，本年在此基础上增加3件: of the same this year.
            return [.told(before.features)]
        }
        // 收到申请12件。均已答复。
        let earlier = isOutcome && !found.isSettled && frame.blocker == nil ? statedBefore(position, sentences: 1) : []
        return earlier.isEmpty ? [] : [.counts(earlier)]
    }

    /// 优良41宗，优良率…: the nearest number right before which a name stands, but for what denies it.
    private func counted(as name: ArraySlice<UInt32>, among stated: [Int], _ vocabulary: ClaimVocabulary) -> Int? {
        stated.first { index in
            let end = counts[index].range.lowerBound
            let start = end - name.count
            guard start >= 0, text.scalars[start..<end] == name else { return false }
            let word = start == 0 ? nil : vocabulary.trie.longestMatch(in: text.scalars, at: start - 1)
            return word.map { vocabulary.roles[$0.number] != .negator } ?? true
        }
    }

    /// Whether a word that names something stands right before an item of a claim.
    private func isBehindName(_ item: Int, _ items: [ClaimItem], _ vocabulary: ClaimVocabulary) -> Bool {
        guard item > 0, case let before = items[item - 1], before.end == items[item].start, before.end - before.start >= Self.leastName
        else {
            return false
        }
        switch before.kind {
        case .unknown: return true
        case .word(let word): return if case .outcome = vocabulary.roles[word] { true } else { false }
        case .number: return false
        }
    }

    /// In scalars: of one character alone nothing is known.
    private static let leastName = 2

    /// 收到申请12件，其中网上9件、信函3件，均已答复: what is said of parts that make up a whole is said of that. Nil where the nearest numbers are no such parts.
    private func whole(madeBy stated: [Int]) -> Int? {
        var sum = Quantity.zero
        for (order, index) in stated.prefix(Self.partLimit).enumerated() {
            let count = counts[index]
            if order > 1, count.obstacle == nil, count.value == sum, !count.isAmong { return index }
            guard count.obstacle != nil, count.measure == counts[stated[0]].measure, let next = sum.adding(count.value) else { return nil }
            sum = next
        }
        return nil
    }

    /// 予以公开9件，部分公开3件，两者占40%: as many results as are taken together, of which nothing less is told. Nil where the last numbers are no such.
    private func listedTogether(_ stated: [Int], _ count: Int) -> [Int]? {
        let last = stated.prefix(count)
        guard last.count == count, let first = last.first else { return nil }
        let isAlike = last.allSatisfy {
            counts[$0].obstacle == nil && counts[$0].own.tells(grammar.partMask)
                && counts[$0].features[topic] == counts[first].features[topic]
                && counts[$0].own.told == counts[first].own.told && counts[$0].group == counts[first].group
        }
        // 予以公开9件、部分公开3件、不予公开2件，两者占…: which two is not told.
        let isMore = stated.dropFirst(count).first.map { counts[$0].own.told == counts[first].own.told } ?? false
        return isAlike && !isMore ? last.reversed() : nil
    }

    /// 予以公开与部分公开两项占40%: as many as are named there, all of them for 0; nil where that cannot be told.
    private func namedTogether(_ clause: [ClauseToken], before position: Int, _ count: Int) -> [Features]? {
        var list = reader.mention(clause.prefix { $0.end <= position }, atClauseStart: true)
        guard count == 0 ? list.list.count > 1 : list.list.count == count, list.blocker == nil else { return nil }
        list.isEach = false
        let told = list.list.map { resolve(list, told: $0, alternatives: []) }
        return told.contains { $0.obstacle != nil } ? nil : told.map(\.features)
    }

    /// 前者占45%: the first of the two counted or named before.
    private func referred(_ place: Int) -> [ClaimDraft.Subject] {
        switch spoken.pair {
        case .counts(let first, let second): return [.counts([place == 0 ? first : second])]
        case .told(let list):
            let resolution = resolve(list, told: list.list[place], alternatives: [])
            return resolution.obstacle == nil ? [.told(resolution.features)] : []
        case nil: return []
        }
    }

    /// 行政复议3件、行政诉讼2件，均获维持: what is said of all is said of each that is listed before the nearest.
    private func listed(_ stated: [Int], _ isOutcome: Bool) -> [ClaimDraft.Subject] {
        guard isOutcome else { return [] }
        var subjects: [ClaimDraft.Subject] = []
        for (nearer, further) in zip(stated, stated.dropFirst()) {
            // 申请10件，其中2件均已办结: what is said of a part is not said of the whole.
            guard counts[nearer].isAmong == counts[further].isAmong, counts[nearer].group == counts[further].group,
                counts[nearer].quote.lowerBound - counts[further].quote.upperBound <= 1
            else { break }
            // 行政复议0件、行政诉讼2件，均获维持: of none nothing is said.
            if !counts[further].value.isZero { subjects.append(.counts([further])) }
        }
        return subjects
    }

    /// What the words of a clause before a place name; empty where that is nothing that is known, nil where they name nothing. `shared`: what a share
    /// is said to be of.
    private func told(
        by clause: [ClauseToken], before position: Int, rated: Features, isOutcome: Bool, shared: Features? = nil, isShare: Bool = false,
        isChange: Bool = false
    ) -> [ClaimDraft.Subject]? {
        var own = clause.prefix { $0.end <= position }
        if isShare, let share = own.lastIndex(where: { $0.has(.percentage) }),
            let sign = own[share...].firstIndex(where: { $0.has(.joint) }),
            sign + 1 < own.endIndex
        {
            // 予以公开占60%、部分公开占20%: each share is of its own noun.
            own = own[(sign + 1)...]
        }
        var mention = reader.mention(own, atClauseStart: true)
        // 法院, 本机关: who says so is not what it is said of.
        let isSilent = mention.isBare || !mention.hasUnknownTail && !mention.hasUnknownLead && mention.part == nil && !mention.isNegated
        guard !rated.isEmpty || mention.tellsAny || mention.hasHead || mention.weakHead != nil || !isSilent else { return nil }
        guard mention.part == nil, mention.blocker == nil, !mention.hasUnknownTail, !mention.hasUnknownItem, !mention.isNegated,
            mention.items.isEmpty || isOutcome || isShare && mention.itemsAdd
        else { return [] }
        mention.isEach = false
        if let weak = mention.weakHead, mention.isOwnPeriod, !mention.isHeadModified, mention.features[topic] == 0,
            frame.blockedSentence == sentence, let measure = frame.blockedMeasure, grammar.isForeign(measure)
        {
            // 培训46人次，全年受理的申请均在年内办结: the year's are not what was counted as nothing of the form is.
            mention.features.fill(weak, in: grammar.topicMask)
            mention.hasTopic = true
        }
        // 主动公开信息120条，公开率100%: a result is a rate of what was spoken of, or of nothing that is known.
        let known: [ReasonID?] = [nil, .inexact, .otherYear, .severalReadings, .noAct]
        let isOfForeign = counts.last.map { $0.sentence == sentence && !known.contains($0.obstacle) } ?? false
        if rated.tells(grammar.partMask), !mention.hasTopic, frame.blocker != nil || isOfForeign || !isSpokenOf(rated) { return [] }
        if !rated.isEmpty {
            mention.features.clear(grammar.acts)
            mention.features.merge(rated)
        }
        var subjects: [ClaimDraft.Subject] = []
        for features in mention.items.isEmpty ? [mention.features] : mention.items {
            let resolution = resolve(mention, told: features, alternatives: [])
            guard resolution.obstacle == nil else { return [] }
            var features = resolution.features
            if isChange, !mention.hasTopic, mention.weakHead != nil, !mention.features.tells(grammar.exclusive), !isPlainly(features) {
                // 办结12件。申请量同比增长9%: what was done with those before is not said of the noun alone.
                features.clear(grammar.acts)
            }
            if let shared, shared.tells(grammar.acts), !mention.features.tells(grammar.exclusive) {
                // 办结12件。自然人申请占新收申请的80%: of those that the whole is of.
                features.clear(grammar.acts)
                features.fill(shared, in: grammar.acts)
            }
            let others = isShare && mention.items.isEmpty ? resolution.alternatives : []
            subjects.append(others.isEmpty ? .told(features) : .anyOf([features] + others))
        }
        guard isShare, subjects.count > 1 else { return subjects }
        // 予以公开与部分公开相加，占20%
        return [.sum(subjects.compactMap { if case .told(let features) = $0 { features } else { nil } })]
    }

    /// Whether the figure that features tell is most likely that of their noun alone.
    func isPlainly(_ features: Features) -> Bool {
        var plain = features
        plain.clear(grammar.acts)
        guard let figure = grammar.figure(for: features), let other = grammar.figure(for: plain) else { return true }
        return figure == other || grammar.overlap(figure, other)
    }

    /// Whether the topic that some results are of is the one spoken of last.
    private func isSpokenOf(_ results: Features) -> Bool {
        var implied = Features.none
        for dimension in grammar.implyingDimensions where results[dimension] != 0 { implied.fill(grammar.implied[dimension]) }
        let spoken = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
        return implied[topic] == 0 || implied[topic] == spoken
    }

    /// No sentence that somebody wrote compares with more of the numbers before.
    private static let statedLimit = 64

    /// The counts before a place, in this sentence or so many before, the nearest first, without those that are themselves changes; no more than a few.
    func statedBefore(_ position: Int, sentences: Int) -> [Int] {
        var found: [Int] = []
        for index in counts.indices.reversed() {
            let count = counts[index]
            if count.sentence < sentence - sentences { break }
            guard count.range.upperBound <= position, !count.isZeroByWords, count.group == nil || count.group == group,
                !claimAmounts.contains(count.range.lowerBound), count.range.lowerBound != comparison.base?.start
            else { continue }
            found.append(index)
            if found.count == Self.statedLimit { break }
        }
        // The reader itself is much to copy.
        return found.sorted { [counts] in counts[$0].range.lowerBound > counts[$1].range.lowerBound }
    }

    /// 律师事务所等法律服务机构，申请9件: whether a clause without numbers ends with those who apply, and says nothing of them (主要是自然人).
    func isOfParty(_ clause: [ClauseToken], _ all: Mention) -> Bool {
        guard let last = clause.last, case .word(let number) = last.kind, case .feature(let set) = grammar.roles[Int(number)],
            grammar.featureSets[Int(set)].tells(grammar.partyMask), !all.features.tells(grammar.acts), !all.isAmong, !all.isNegated,
            all.plan == nil
        else { return false }
        return !text.scalars[clause[0].start..<last.end].contains { $0 == 0x662F || $0 == 0x4E3A }
    }

    /// 自然人是主要的申请群体，新收9件: whether a clause says of some who apply what they are.
    func tellsOfParty(_ clause: [ClauseToken], _ all: Mention) -> Bool {
        guard let first = clause.first, case .word(let number) = first.kind, case .feature(let set) = grammar.roles[Int(number)],
            grammar.featureSets[Int(set)].tells(grammar.partyMask), !all.features.tells(grammar.acts), first.end < text.scalars.count
        else { return false }
        return text.scalars[first.end] == 0x662F
    }
}
