import AuditModel
import DocumentModel

extension ClauseReader {
    /// The counts of the sentence that a bare total behind them adds up (新收5件，上年结转2件，合计7件): alike in what they tell, and each of another thing.
    /// Nil where they are no such list; of verbs alone it takes just two, since 收到, 办结 and 结转 add up to nothing.
    func summands(_ number: NumberToken) -> Range<Int>? {
        guard group == nil, !frame.isAmong, let measure = number.measure else { return nil }
        let word = grammar.measures[measure].word
        var first = counts.endIndex
        var isCut = false
        // 对9件申请不予处理，作其他处理3件，两类共12件: parts that tell a result or a party each are alike, whatever else they tell.
        let last = counts.last?.features.told ?? .none
        let kinds = last.intersection(grammar.partMask)
        func isLike(_ count: Count) -> Bool {
            let told = count.features.told
            return told == last || !kinds.isEmpty && told.intersection(grammar.partMask) == kinds
        }
        while first > 0 {
            let count = counts[first - 1]
            guard count.sentence == sentence, count.segment == segment else { break }
            // 办结申请9件，予以公开3件、部分公开2件，二者合计5件: the whole before them is none of them.
            isCut = !isLike(count)
            if isCut { break }
            guard count.group == nil, count.obstacle == nil, !count.isAmong, !count.isBareTotal, !count.isZeroByWords, count.joined.isEmpty,
                count.alternatives.isEmpty, let other = count.measure, grammar.measures[other].word == word
            else { return nil }
            first -= 1
        }
        let parts = counts[first...]
        let areSame = parts.allSatisfy { $0.features.told == last }
        guard parts.count >= 2, Set(parts.map(\.features)).count == parts.count,
            !isCut && areSame || isSum(number.value, of: parts.prefix(Self.partLimit).map(\.value))
        else { return nil }
        let differing = parts.dropFirst().reduce(into: DimensionMask.none) {
            $0 = $0.union(counts[first].features.conflicts(with: $1.features))
        }
        let isOfActs = !differing.intersection(grammar.acts).isEmpty
        return isOfActs && (parts.count > 2 || differing.intersection(grammar.acts) != differing) ? nil : first..<counts.endIndex
    }

    /// 两项合计: how many numbers a word for a total says that it adds up; nil for other words.
    func summedCount(_ token: ClauseToken) -> Int? {
        guard case .word(let number) = token.kind, case .total = grammar.roles[Int(number)] else { return nil }
        let scalar = text.scalars[token.start]
        return scalar == 0x4E24 ? 2 : DigitNotation.chinese(scalar).flatMap { $0 > 1 ? $0 : nil }
    }

    /// 予以公开9件，较上年增加2件；部分公开3件，两项合计12件: the last results of the sentence, as many as the total says. 上年结转3件；新收9件。两项合计12件: or what was done
    /// by it and the sentence before. Nil where they are none, or miss it.
    func lastSummed(_ number: NumberToken) -> ArraySlice<Count>? {
        guard let summed, group == nil, let measure = number.measure else { return nil }
        let alike = counts.suffix(Self.partLimit).filter {
            $0.obstacle == nil && $0.group == nil && $0.joined.isEmpty
                && $0.measure.map { grammar.measures[$0].word } == grammar.measures[measure].word
        }
        let results = alike.filter { $0.sentence == sentence && $0.own.tells(grammar.partMask) }
        let acts = alike.filter {
            $0.sentence + 1 >= sentence && !$0.isBareTotal && $0.own.tells(grammar.acts) && !$0.own.tells(grammar.partMask)
        }
        return [results.suffix(summed), acts.suffix(summed)].first { parts in
            parts.count == summed && Set(parts.map(\.features)).count == summed && isSum(number.value, of: parts.map(\.value))
        }
    }

    /// 上年结转3件，予以公开2件、不予公开1件: what became of those of the year before is none of all that was decided.
    func settleCarriedIn(from start: Int) {
        guard start + 1 < counts.endIndex, case let whole = counts[start], whole.obstacle == nil, isOfYearBefore(whole.features) else {
            return
        }
        let parts = (start + 1..<counts.endIndex).prefix { counts[$0].own.tells(grammar.partMask.intersection(grammar.exclusive)) }
        guard let sum = Quantity.sum(of: parts.map { counts[$0].value }), sum <= whole.value else { return }
        for part in parts { counts[part].obstacle = counts[part].obstacle ?? .severalReadings }
    }

    /// Whether an act is one that words for last year make of this year's (结转).
    func isOfYearBefore(_ told: Features) -> Bool {
        grammar.actsOfLastYear.contains { told.agreements(with: $0) == $0.told }
    }

    private func isOfFigure(_ left: Count, of right: Count) -> Bool {
        guard let first = grammar.figure(for: left.features), let second = grammar.figure(for: right.features) else { return false }
        return first == second || grammar.overlap(first, second)
    }

    /// 全区收到20件，我局收到9件: which of them the report is of, only its figures tell.
    func settleOwn(from start: Int) {
        for place in (start..<counts.endIndex).dropLast() where counts[place].obstacle == nil && counts[place + 1].obstacle != nil {
            // 新收12件。部门收到9件，镇街收到3件。
            let sum = counts[place].value.adding(counts[place + 1].value)
            let isPart = counts[..<start].suffix(Self.partLimit).contains {
                $0.obstacle == nil && $0.value == sum && isOfFigure($0, of: counts[place])
            }
            if isPart { counts[place].obstacle = .otherUnit }
        }
        let own = (start..<counts.endIndex).filter { counts[$0].look.contains(.own) && counts[$0].obstacle == nil }
        for (first, second) in zip(own, own.dropFirst())
        where isOfFigure(counts[first], of: counts[second]) && counts[first].value != counts[second].value {
            counts[first].obstacle = .severalReadings
            counts[second].obstacle = .severalReadings
        }
    }

    /// 分别为9、3、1件: the measure word behind the last number of a list is that of all.
    func measure(ofLast figures: [Int], in clause: [ClauseToken]) -> Int? {
        guard clause.isBare(between: figures), let last = figures.last, case .number(let number) = clause[last].kind else { return nil }
        return numbers[Int(number)].measure
    }

    /// What the one number of a clause names where it is not counted so (行政事业性收费一项，全年没有).
    func namedAsItem(from first: Int) -> Mention? {
        guard counts.endIndex == first + 1, let listed, listed.announcesTotal, case let count = counts[first], count.obstacle == nil,
            count.value == Quantity(1), DigitNotation.decimal(text.scalars[count.range.lowerBound]) == nil, let measure = count.measure,
            grammar.figure(for: count.features) != nil,
            grammar.figure(for: count.features, measure: grammar.measures[measure]) == nil
        else { return nil }
        return listed
    }

    /// Whether what stands before a total is told of each of several nouns (复议维持3件，诉讼维持2件，合计维持5件).
    func isOfSeveralTopics(_ parts: ArraySlice<Count>, alike total: Mention) -> Bool {
        guard total.tellsAny, !total.hasHead, total.weakHead == nil, total.items.isEmpty, total.features[topic] == 0, total.part == nil,
            total.otherPeriod == nil, total.plan == nil, !total.isAmong, !total.isNegated, !total.otherUnit
        else { return false }
        return parts.contains { $0.features[topic] != parts[parts.startIndex].features[topic] }
            && parts.allSatisfy { total.features.agreements(with: $0.features) == total.features.told }
    }

    /// 未审结的案件5件，复议3件、诉讼2件: a noun that is one of those of a number that ended in some way ended so as well, or is told of all.
    func endLikeWhole(_ said: inout Mention) {
        guard let ended = spoken.ended, said.hasTopic, said.items.isEmpty, !said.features.tells(grammar.partMask),
            said.features[topic] != ended[topic]
        else { return }
        var features = said.features
        features.fill(ended, in: grammar.partMask.intersection(grammar.exclusive))
        // 未审结的复议案件3件，诉讼案件2件
        let isListed =
            counts.last.map { $0.sentence == sentence && $0.segment == segment && $0.own[topic] != 0 && $0.features == ended } ?? false
        if ended[topic] == 0 || isListed, !said.features.tells(grammar.acts), grammar.figure(for: features) != nil {
            said.alternatives.append(features)
        }
        guard let whole = grammar.figure(for: ended), let part = grammar.figure(for: features),
            let all = grammar.readings(of: whole, features: ended).first,
            let some = grammar.readings(of: part, features: features).first, !some.isEmpty, some.allSatisfy(all.contains)
        else { return }
        said.alternatives.append(features)
    }

    /// 复议3件、诉讼2件没有审结: how the last of a list ended, by what stands behind it, may be how those of other nouns before it did.
    func endList(before last: Int, like behind: Mention) {
        var told = behind.first
        told.clear(grammar.partMask.intersection(grammar.exclusive).complement)
        guard !told.isEmpty, counts.indices.contains(last), counts[last].features.agreements(with: told) == told.told else { return }
        for index in counts[..<last].indices.reversed().prefix(Self.partLimit) {
            let count = counts[index]
            guard count.sentence == sentence, count.segment == segment, count.group == counts[last].group, !count.isZeroByWords,
                count.own[topic] != 0, count.own[topic] != counts[last].own[topic], !count.own.tells(grammar.partMask)
            else { return }
            var features = count.features
            features.merge(told)
            if grammar.figure(for: features) != nil { counts[index].alternatives.append(features) }
        }
    }

    /// Whether the numbers of the sentence so far are parts, so that a bare total is that of what the sentence is about.
    var isTotalOfParts: Bool {
        guard group == nil, frame.blocker == nil, frame.features[topic] != 0, !frame.isAmong else { return false }
        let stated = counts.reversed().prefix { $0.sentence == sentence }
        // 自然人9件、法人3件、其他1件，共13件
        return stated.count(where: { $0.own.tells(grammar.partMask) }) > 1
            && stated.allSatisfy {
                ($0.own.tells(grammar.partMask) || $0.own.isEmpty) && $0.group == nil && !$0.isBareTotal
                    && $0.own.conflicts(with: frame.features).intersection(grammar.acts).isEmpty
            }
    }

    /// 按申请人分：自然人9件，商业企业3件，共12件: what the parts are of, where nothing else tells it. Nil where they are not of one thing each.
    func toldOfParties() -> Features? {
        guard group == nil, frame.features[topic] == 0 || frame.blocker != nil || frame.isAmong || frame.isDistributed,
            let last = counts.last,
            last.sentence == sentence, last.own.tells(grammar.partyMask)
        else { return nil }
        var whole = last.features
        whole.clear(grammar.partMask)
        let parts = counts.suffix(Self.partLimit).reversed().prefix { $0.sentence == sentence }
        let areAlike = parts.allSatisfy { part in
            var rest = part.features
            rest.clear(grammar.partMask)
            return part.obstacle == nil && part.group == nil && !part.isBareTotal && part.own.tells(grammar.partyMask) && rest == whole
        }
        return areAlike && parts.count > 1 && Set(parts.map(\.features)).count == parts.count ? whole : nil
    }

    /// 按申请人分：自然人9件；企业3件。总计12件: what the kinds of applicants of the sentence before are of, where the total is their sum. Nil where there are no such.
    func toldOfSentenceBefore(_ number: NumberToken) -> Features? {
        guard group == nil, let measure = number.measure, let last = counts.last, last.sentence + 1 == sentence,
            last.own.tells(grammar.partyMask), let value = number.value.multiplied(by: grammar.measures[measure].factor)
        else { return nil }
        let parts = counts.suffix(Self.partLimit).reversed().prefix { $0.sentence == last.sentence }
        var whole = last.features
        whole.clear(grammar.partMask)
        let areAlike = parts.allSatisfy { part in
            var rest = part.features
            rest.clear(grammar.partMask)
            return part.obstacle == nil && part.group == nil && !part.isBareTotal && part.own.tells(grammar.partyMask) && rest == whole
                && part.measure == last.measure
        }
        return areAlike && parts.count > 1 && isSum(value, of: parts.map(\.value)) ? whole : nil
    }

    /// 县政府制发3件，部门制发5件，共8件: what several units have of one thing is all of it together, and none of them is. The indices of the parts; nil where
    /// they are no such.
    func partsOfUnits(_ number: NumberToken) -> [Int]? {
        guard group == nil, !frame.isAmong, let measure = number.measure, let last = counts.last, last.obstacle == nil,
            let value = number.value.multiplied(by: grammar.measures[measure].factor)
        else { return nil }
        let parts = counts.indices.suffix(Self.partLimit).reversed().prefix {
            counts[$0].sentence == sentence && counts[$0].segment == segment
        }
        let areAlike = parts.allSatisfy {
            counts[$0].features == last.features && counts[$0].obstacle == nil && counts[$0].measure == last.measure
                && counts[$0].group == nil && !counts[$0].isAmong && !counts[$0].isZeroByWords && counts[$0].own.tells(grammar.acts)
        }
        return parts.count > 1 && areAlike && isSum(value, of: parts.map { counts[$0].value }) ? Array(parts) : nil
    }

    /// 行政复议9件，以政府为被申请人的5件、以部门为被申请人的4件: numbers of a list that seem to tell the same are parts by what is not known, and so are those that
    /// add up to one before them.
    func settleRepeated(from start: Int) {
        var index = start
        while index < counts.endIndex {
            let first = counts[index]
            var next = index + 1
            while next < counts.endIndex, next - index < Self.partLimit, counts[next].tellsSame(as: first) { next += 1 }
            defer { index = next }
            guard next > index + 1, first.obstacle == nil, Set(counts[index..<next].map(\.value)).count > 1,
                // Where each has a noun or verb of its own, they are two figures that differ.
                counts[index..<next].contains(where: { $0.own[topic] == 0 && !$0.own.tells(grammar.acts) })
            else { continue }
            let isWhole = next > index + 2 && Quantity.sum(of: counts[(index + 1)..<next].map(\.value)) == first.value
            let sum = Quantity.sum(of: counts[index..<next].map(\.value))
            let isDivided = counts[..<start].suffix(Self.partLimit).contains {
                $0.obstacle == nil && $0.value == sum && isOfFigure($0, of: first)
            }
            let areOfUnits = counts[index..<next].contains { $0.obstacle != nil }
            for part in (isWhole ? index + 1 : index)..<next where counts[part].obstacle == nil {
                let isListed = counts[part].look.contains(.listed) || part + 1 < next && counts[part + 1].look.contains(.listed)
                if isWhole || isDivided || isListed && !areOfUnits { counts[part].obstacle = .noFeature }
            }
        }
    }

    /// Whether the numbers of the sentence so far are parts by what the form does not divide, and a total behind them is just their sum.
    func isTotalOfKinds(_ number: NumberToken) -> Bool {
        guard group == nil, frame.blocker == nil, frame.features[topic] != 0, !frame.isAmong, let part = frame.part,
            let measure = number.measure
        else { return false }
        let stated = counts.reversed().prefix { $0.sentence == sentence }
        guard stated.count > 1, stated.allSatisfy({ $0.obstacle == part && $0.measure == measure && $0.group == nil }),
            stated.allSatisfy({ $0.features == frame.features }), let value = number.value.multiplied(by: grammar.measures[measure].factor)
        else { return false }
        return isSum(value, of: stated.map(\.value))
    }

    /// Whether a number is the sum of others, or is meant to be.
    private func isSum(_ value: Quantity, of parts: [Quantity]) -> Bool {
        Quantity.sum(of: parts) == value || Slip.mayPart(parts, from: value)
    }

    /// More numbers than a sentence lists before their total, and a bound on the work.
    static let partLimit = 32

    /// The numbers of the sentence so far, the last first; nil where they are more than a total adds up.
    private var statedInSentence: [Count]? {
        var stated: [Count] = []
        for count in counts.reversed() {
            if count.sentence != sentence { break }
            if stated.count == Self.partLimit { return nil }
            stated.append(count)
        }
        return stated
    }

    /// 网上收到9件，窗口收到3件，新收合计12件: a total with a verb of its own behind parts that it adds up ends their list.
    func endParts(_ total: Mention, _ number: NumberToken) {
        guard group == nil, total.isTotal, total.features.tells(grammar.acts), total.part == nil, let part = frame.part, !frame.isAmong
        else { return }
        guard let stated = statedInSentence, stated.count > 1,
            stated.allSatisfy({ $0.obstacle == part && $0.measure == number.measure && $0.group == nil }),
            isSum(number.value, of: stated.map(\.value))
        else { return }
        frame.part = nil
        frame.isPartVerb = false
    }

    /// 上半年收到12件，下半年收到9件，全年合计21件: what is told of each of some times is told of their sum.
    func toldOfTimes(_ number: NumberToken, _ total: Mention) -> Mention? {
        guard group == nil, !frame.isAmong, let measure = number.measure else { return nil }
        guard let stated = statedInSentence, stated.count > 1, let last = stated.first, last.own.tells(grammar.acts),
            last.look.contains(.otherTime),
            stated.allSatisfy({ $0.own == last.own && $0.obstacle == last.obstacle && $0.measure == measure && $0.group == nil }),
            isSum(number.value, of: stated.map(\.value))
        else { return nil }
        var said = total
        for index in counts.endIndex - stated.count..<counts.endIndex {
            // Of the same year as their sum, and its parts.
            counts[index].look.remove(.otherTime)
            counts[index].look.insert(.part)
        }
        said.features = last.features
        said.hasTopic = true
        said.isBare = false
        said.isOwnPeriod = true
        return said
    }

    /// 从申请方式看，网上9件，窗口3件，合计12件: parts by what the form does not divide are of what their sentence opens with, and so is their sum.
    func toldOfKinds(_ number: NumberToken, _ total: Mention) -> Mention? {
        // 网站公开信息9条，大屏播放3条，合计12条: nor is the sum of what the form does not count.
        guard group == nil, !frame.isAmong, frame.blocker == nil, let measure = number.measure else { return nil }
        guard let stated = statedInSentence, stated.count > 1, let last = stated.first, let first = stated.last, first.look.contains(.part),
            stated.allSatisfy({
                ($0.obstacle == last.obstacle || $0.obstacle != nil && $0.look.contains(.part)) && $0.measure == measure && $0.group == nil
                    && !$0.isAmong
            }), isSum(number.value, of: stated.map(\.value))
        else { return nil }
        var said = total
        said.features = opening
        // 受理网上申请9件、窗口申请3件，合计12件
        if opening[topic] == 0, stated.allSatisfy({ $0.features[topic] == first.features[topic] }) { said.features = first.features }
        guard said.features[topic] != 0 else { return nil }
        // 办结12件。网上3件，窗口9件，合计12件: what was done with those before need not be done with these.
        if !isPlainly(said.features) { said.features.clear(grammar.acts) }
        said.hasTopic = true
        said.isBare = false
        frame.part = nil
        return said
    }

    /// 9件规范性文件均已废止: where the noun may be that of several figures, what was done with all of them tells which.
    func settleActOfAll(_ said: inout Mention, _ behind: Mention) {
        guard said.hasTopic, said.items.isEmpty, !said.features.tells(grammar.exclusive), let figure = grammar.figure(for: said.features),
            grammar.figures[figure].definition.isAmbiguous
        else { return }
        var features = said.features
        if behind.isEach, behind.items.isEmpty, behind.part == nil, !behind.isNegated { features.fill(behind.features, in: grammar.acts) }
        // 制定规章、规范性文件情况：规章1件，规范性文件8件
        if group == nil, !frame.isAmong, said.part == nil {
            features.fill(labelActs)
            // 制发规章1件，规范性文件8件
            if let last = counts.last, last.sentence == sentence, last.group == nil, last.obstacle == nil, !last.isZeroByWords,
                last.own[topic] != 0, last.own[topic] != said.features[topic], !said.isTotal, !said.isVerbModified
            {
                features.fill(last.own, in: grammar.acts)
            }
        }
        guard let plain = grammar.figure(for: features), !grammar.figures[plain].definition.isAmbiguous else { return }
        said.features = features
    }

    /// Whether a noun behind a number is what the clause before named, without saying what was done with it.
    func isSame(_ named: Mention, _ noun: Mention) -> Bool {
        named.features[topic] != 0 && named.features[topic] == noun.features[topic] && noun.items.isEmpty && noun.blocker == nil
            && noun.part == nil && !noun.isHeadModified && !noun.features.tells(grammar.exclusive.union(grammar.partMask))
    }

    /// Whether a bare total in another unit than the number before it is the amount of what the sentence speaks of.
    func isAmountOfNamed(_ number: NumberToken) -> Bool {
        guard let measure = number.measure, frame.blocker == nil, frame.part == nil, frame.features[topic] != 0, let last = counts.last,
            last.sentence == sentence, last.segment == segment, last.group == nil, let other = last.measure,
            grammar.measures[other].unit != grammar.measures[measure].unit
        else { return false }
        return grammar.figure(for: frame.features, measure: grammar.measures[measure]) != nil
    }

    /// A noun listed without a verb has the one before it (制发规章1件、规范性文件8件), where the grammar has a figure for that.
    /// `isPart`: of the parts of a whole it may have the result before that noun as well (其中未审结的复议3件、诉讼2件).
    func takeOver(_ listed: Mention, to said: inout Mention, isPart: Bool) {
        guard said.hasTopic, !said.isAmong, !said.features.tells(grammar.exclusive) else { return }
        if listed.isHeadModified { said.isHeadModified = true }
        if said.part == nil, listed.isPartVerb {
            said.part = listed.part
            said.isPartVerb = true
        }
        var features = said.features
        features.fill(listed.features, in: grammar.acts)
        if grammar.figure(for: features) != nil { said.features = features }
        guard isPart, listed.hasTopic, !said.features.tells(grammar.partMask) else { return }
        features = said.features
        features.fill(listed.features, in: grammar.partMask.intersection(grammar.exclusive))
        if features != said.features, grammar.figure(for: features) != nil { said.alternatives.append(features) }
    }
}
