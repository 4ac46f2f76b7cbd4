import AuditModel

/// Numbers whose words stand elsewhere: in the clause before, behind all of them, or in one that comes later.
extension ClauseReader {
    /// Keeps what a clause without numbers names for those behind it.
    func note(_ clause: Mention) {
        spoken.isDashed = false
        guard !clause.isNegated, clause.blocker == nil, clause.part == nil, !clause.isListOpen else { return }
        if clause.periods.count > 1 { spoken.periods = clause.periods }
        let results = grammar.partMask.intersection(grammar.exclusive)
        var ended = clause.features
        ended.clear(results.complement)
        let isOfSeveral = !clause.items.isEmpty && clause.items.allSatisfy { $0[topic] != 0 }
        if group == nil, isOfSeveral || clause.items.isEmpty && !clause.hasTopic && !clause.isEach, !ended.isEmpty,
            impliedTopic(ended, acts: true) == 0
        {
            // 被纠正的案件有两类，复议3件，诉讼2件; 复议、诉讼中仍有未审结的，复议3件、诉讼2件
            spoken.ended = ended
        }
        guard clause.list.count > 1 else { return }
        spoken.list = clause
        if clause.list.count == 2 { spoken.pair = .told(clause) }
    }

    /// Keeps the two numbers of a clause that has no others, and the nouns of one number (许可、处罚决定共9件，分别为…).
    func notePair(from first: Int) {
        spoken.list = listed.flatMap { $0.list.count > 1 && $0.blocker == nil && $0.part == nil ? $0 : nil } ?? spoken.sharedOut
        spoken.sharedOut = nil
        spoken.isDashed = false
        if counts.endIndex == first + 2, group == nil { spoken.pair = .counts(first, first + 1) }
    }

    /// How the numbers of a list take what is told of each, in their order.
    struct Distribution {
        /// What each is.
        var items: [Features] = []
        /// What holds for all of them.
        var mention: Mention?
        /// Of which time each is; nil stands for this year.
        var periods: [ReasonID?] = []
        /// Nothing tells which is which.
        var isUntold = false
    }

    /// Keeps what numbers are shared out to, for those of the next clause.
    func noteSharing(_ found: Distribution) {
        guard found.items.count > 1, var list = found.mention, list.blocker == nil, list.part == nil else { return }
        list.items = found.items
        spoken.sharedOut = list
    }

    /// What 分别, or 各为, before the first of some numbers gives each of them. `isDirect`: nothing stands between it and the number.
    func distribution(_ left: Mention, over count: Int, isDirect: Bool) -> Distribution {
        var found = Distribution()
        if !left.isRespective {
            // 甲、乙各为3件、5件
            let list = left.list.count == count ? left : spoken.list
            if let list, list.list.count == count, isDirect {
                found.items = list.list
                found.mention = list.complete
            }
        } else if left.respectiveItems.count == count {
            found.items = left.respectiveItems
            found.mention = left
        } else if left.respectiveItems.isEmpty, left.list.count == count, left.part == nil {
            // 分别以过程性信息、内部事务信息为由不予公开3件、2件
            found.items = left.list
            found.mention = left.complete
        } else if left.respectiveItems.count <= 1, let list = spoken.list, list.list.count == count, isDirect {
            found.items = list.list
            found.mention = list.complete
            // 许可、处罚本年分别为3件、2件，上年分别为2件、1件
            found.mention?.otherPeriod = left.otherPeriod ?? (left.isOwnPeriod ? nil : list.otherPeriod)
            found.mention?.isOwnPeriod = left.isOwnPeriod
            if let act = left.respectiveItems.first, !left.hasHead, left.weakHead == nil, left.part == nil {
                // 许可、处罚受理数分别为3件、2件，办结数分别为2件、1件
                for index in found.items.indices { found.items[index].merge(act) }
            }
        } else if left.respectiveItems.count <= 1, count > 1, isDirect {
            found.periods = left.periods.count == count ? left.periods : spoken.periods
            if found.periods.count != count {
                found.periods = []
                found.isUntold = true
            }
        }
        return found
    }

    /// 前者, 后者: one of the two named or counted before.
    func referred(_ left: Mention, _ place: Int) -> Mention {
        var said = left
        switch spoken.pair {
        case .told(let list):
            said.features.fill(list.list[place])
            said.hasTopic = list.hasTopic
        case .counts(let first, let second):
            said.features.fill(counts[place == 0 ? first : second].own)
        case nil: said.part = said.part ?? .severalReadings
        }
        return said
    }

    /// Gives the last numbers of the sentence what stands behind them, in its order: 3件、1件，即予以公开、部分公开.
    func label(by list: Mention) {
        let items = list.list
        guard items.count > 1, counts.count >= items.count else { return }
        let first = counts.count - items.count
        let areBare = counts[first...].allSatisfy { count in
            count.sentence == sentence && count.group == nil && count.own.isEmpty && count.joined.isEmpty
                && (count.obstacle == .noFeature || count.obstacle == .unknownNoun || count.obstacle == frame.blocker)
        }
        guard areBare, first == 0 || counts[first - 1].sentence != sentence || !counts[first].look.contains(.listed) else { return }
        for (offset, item) in items.enumerated() {
            let resolution = resolve(list, told: item, alternatives: [])
            counts[first + offset].tell(item, resolution)
        }
    }

    /// What a clause without numbers, which begins at `start`, says of the number right before it.
    func tellBehind(_ clause: Mention, from start: Int) {
        guard group == nil, let last = counts.indices.last, counts[last].sentence == sentence, counts[last].segment == segment else {
            return
        }
        if let reason = clause.unrelated {
            // 收到复议2件、诉讼1件，均与此无关: all of them, or just the last.
            let topic = counts[last].features[self.topic]
            for index in counts.indices.reversed() where clause.isEach || index == last {
                guard counts[index].sentence == sentence else { break }
                if counts[index].features[self.topic] == topic || clause.isEach { counts[index].obstacle = reason }
            }
            return
        }
        if clause.hasTopic, clause.items.isEmpty, clause.blocker == nil, clause.part == nil, !clause.isNegated,
            !clause.features.tells(grammar.exclusive.union(grammar.partMask))
        {
            // 2件新制发、1件已废止，这是规范性文件的情况: the noun of all comes last.
            let stated = counts.indices.reversed().prefix { counts[$0].sentence == sentence }
            if stated.count > 1, stated.allSatisfy({ isWithoutNoun(counts[$0]) }) {
                for index in stated {
                    var told = counts[index].own
                    told.fill(clause.features)
                    counts[index].tell(counts[index].own, resolve(clause, told: told, alternatives: []))
                }
                return
            }
        }
        guard start - counts[last].quote.upperBound <= 2, !clause.isNegated, clause.blocker == nil, clause.part == nil, !clause.isAmong
        else { return }
        if clause.list.count > 1 {
            if clause.isRespective || counts[last].isDistributed { label(by: clause) }
            return
        }
        if spoken.isDashed, clause.features[topic] != 0, counts[last].own.isEmpty,
            counts[last].obstacle == .noFeature || counts[last].obstacle == frame.blocker
        {
            // 12件——这是新收申请的数量
            counts[last].tell(clause.features, resolve(clause, told: clause.features, alternatives: []))
            return
        }
        if counts[last].obstacle == .noAct, clause.isEach, !clause.hasTopic, clause.features.tells(grammar.acts), clause.items.isEmpty {
            // 集中在9件申请上，这些申请均于年内收到: what was done with all of them.
            var told = counts[last].own
            told.fill(clause.features, in: grammar.acts)
            var features = counts[last].features
            features.fill(clause.features, in: grammar.acts)
            if grammar.figure(for: features) != nil {
                counts[last].tell(told, Resolution(features: features, alternatives: counts[last].alternatives, obstacle: nil))
                return
            }
        }
        if counts[last].obstacle == .noFeature, counts[last].own.isEmpty, !counts[last].look.contains(.bareTotal), !counts[last].isAmong,
            clause.features[topic] != 0, clause.features.tells(grammar.acts), !clause.hasTopic, clause.items.isEmpty,
            !clause.features.tells(grammar.partMask), frame.features[topic] == clause.features[topic]
        {
            // 其余2件因收到时间较晚，顺延至下年度: what became of them is told behind.
            counts[last].tell(clause.features, resolve(clause, told: clause.features, alternatives: []))
            return
        }
        // 另有3件复议后起诉案件，法院尚未审结: what became of it, or of some of it.
        guard counts[last].look.contains(.nounBehind), !clause.isEach, !clause.hasTopic, clause.otherPeriod == nil else { return }
        var told = clause.features
        told.clear(grammar.exclusive.union(grammar.partMask).complement)
        guard !told.isEmpty, !counts[last].features.tells(grammar.partMask.union(grammar.acts)) else { return }
        var features = counts[last].features
        features.merge(told)
        if grammar.figure(for: features) != nil { counts[last].alternatives.append(features) }
    }

    private func isWithoutNoun(_ count: Count) -> Bool {
        let others: [ReasonID?] = [nil, .inexact, .negated, .noMeasure, .otherYear, .otherUnit, .severalReadings]
        return count.own[topic] == 0 && count.own.tells(grammar.acts) && count.group == nil && !count.isZeroByWords
            && !others.contains(count.obstacle) && !count.look.contains(.part)
    }

    /// 政府新收9件；部门新收20件: of several units of different kinds each has its own.
    func settle() {
        var index = counts.endIndex
        var own: [Int] = []
        while index > 0, counts[index - 1].sentence == sentence {
            index -= 1
            if counts[index].look.contains(.unit) { own.append(index) }
        }
        guard index < counts.endIndex else { return }
        settleTopics(from: index)
        settleOwnMatters(from: index)
        settleRests(from: index)
        settleKinds(from: index)
        settleRepeated(from: index)
        settleCarriedIn(from: index)
        settleOwn(from: index)
        guard own.count > 1 else { return }
        for place in own where own.contains(where: { $0 != place && counts[$0].own == counts[place].own }) {
            counts[place].obstacle = counts[place].obstacle ?? .otherUnit
        }
    }

    /// Whether no number of a list has a measure word, and each stands between what it is of and a sign (其中：予以公开9、部分公开3、其他处理2): a bracket behind them, or
    /// nothing, says what they are counted in.
    func isMeasureless(_ clause: [ClauseToken], at figures: [Int]) -> Bool {
        figures.count > 1
            && figures.allSatisfy { index in
                guard case .number(let number) = clause[index].kind, numbers[Int(number)].measure == nil, index > 0,
                    clause[index - 1].has(.feature) || clause[index - 1].has(.noun) || clause[index - 1].brief != nil
                else { return false }
                return index + 1 == clause.count || clause[index + 1].has(.listComma)
            }
    }

    /// How many numbers before a part its whole is looked for: no sentence of a report lists more in between, and it bounds the work.
    private static let reach = 32

    /// 行政复议20件，其中政府信息公开类3件; 应诉20件，无政府信息公开类: the part is what the form counts, and the whole is not.
    private func settleOwnMatters(from start: Int) {
        var wholes: [(index: Int, reason: ReasonID)] = []
        for part in counts.indices.dropFirst(start + 1) where !counts[part].isZeroByWords || isPlain(counts[part]) {
            guard let reason = ownMatter(of: counts[part]) ?? (counts[part].look.contains(.listed) ? wholes.last?.reason : nil),
                let whole = counts[max(start, part - Self.reach)..<part].lastIndex(where: { isWider($0, than: counts[part]) })
            else { continue }
            wholes.append((whole, reason))
            guard counts[part].obstacle == .noFeature || counts[part].obstacle == nil, !counts[part].own.tells(grammar.exclusive) else {
                continue
            }
            counts[part].features.merge(counts[whole].features)
            counts[part].obstacle = nil
        }
        for whole in wholes { counts[whole.index].obstacle = whole.reason }
    }

    /// Whether what is denied is a kind of cases as such, and no result or act of theirs.
    private func isPlain(_ zero: Count) -> Bool {
        zero.obstacle == nil && zero.own[topic] != 0 && !zero.own.tells(grammar.partMask.union(grammar.exclusive))
    }

    /// 予以公开9件、部分公开3件、其他2件: what is left may be of all kinds that are not named.
    private func settleRests(from start: Int) {
        guard counts[start...].contains(where: { $0.look.contains(.rest) }) else { return }
        // By the brackets that they stand in, and by dimension, what all numbers tell.
        var named: [Int?: [Int: Set<Int>]] = [:]
        if start == 0 {
            // ——自然人9件 / ——其他3件: the lines above are of the same list.
            for kind in kindsAbove {
                for dimension in grammar.partDimensions { named[nil, default: [:]][dimension, default: []].insert(kind[dimension]) }
            }
        }
        for count in counts[start...] {
            for dimension in grammar.partDimensions {
                named[count.group, default: [:]][dimension, default: []].insert(count.own[dimension])
            }
        }
        for rest in counts.indices.dropFirst(start) where counts[rest].look.contains(.rest) {
            let told = counts[rest].own
            guard let dimension = grammar.partDimensions.first(where: { told[$0] != 0 }) else { continue }
            let others = named[counts[rest].group]?[dimension] ?? []
            counts[rest].rest = grammar.kinds(beside: told[dimension], besides: others, in: dimension).map { kind in
                var features = counts[rest].features
                features[dimension] = kind
                return features
            }
        }
    }

    /// 主动公开60份、依申请公开30份、不予公开9份: where one kind of documents is none of the form's, its neighbours in a list of nouns and results are none.
    private func settleKinds(from start: Int) {
        for first in counts.indices.dropFirst(start).dropLast(2)
        where counts[first].look.contains(.otherNoun) && counts[first].obstacle != nil {
            let (kind, noun, result) = (counts[first], counts[first + 1], counts[first + 2])
            let areListed = [noun, result].allSatisfy {
                $0.segment == kind.segment && $0.group == kind.group && $0.measure == kind.measure && !$0.isAmong
                    && !$0.own.tells(grammar.acts)
            }
            guard areListed, noun.own[topic] != 0, !noun.own.tells(grammar.partMask),
                result.own.tells(grammar.partMask.intersection(grammar.exclusive))
            else { continue }
            for index in first + 1...first + 2 { counts[index].obstacle = kind.obstacle }
        }
    }

    /// Whether a number is of a figure that offices count more widely than the form, and says nothing of the form's own matter.
    private func isWider(_ whole: Count, than part: Count) -> Bool {
        whole.obstacle == nil && whole.value >= part.value && !whole.own.tells(grammar.partMask)
            && ownMatter(of: whole, withBrackets: part.group == nil) == nil
            && part.own.conflicts(with: whole.features).intersection(grammar.topicMask).isEmpty
            && grammar.figure(for: whole.features).map { grammar.figures[$0].definition.isWider } ?? false
    }

    /// Whether the form's own matter is named in a stretch of the text.
    func holdsOwnMatter(_ range: Range<Int>) -> Bool {
        let words = grammar.ownMatters
        return range.contains { words.mayBegin(with: text.scalars[$0]) && words.longestMatch(in: text.scalars, at: $0) != nil }
    }

    /// Why a number that is counted more widely is not the form's, where what states another speaks of the form's own matter; nil where it does not.
    private func ownMatter(of count: Count, withBrackets: Bool = true) -> ReasonID? {
        let end = withBrackets ? count.quote.upperBound : count.range.upperBound
        for index in count.quote.lowerBound..<end where grammar.ownMatters.mayBegin(with: text.scalars[index]) {
            if let word = grammar.ownMatters.longestMatch(in: text.scalars, at: index),
                case .unrelated(let reason) = grammar.roles[word.number]
            {
                return reason
            }
        }
        return nil
    }

    /// Whether what a change is told of is what a number states.
    func isOf(_ change: ClaimDraft, _ count: Count) -> Bool {
        if case .told(let features) = change.subject { features == count.features && count.obstacle == nil } else { false }
    }
}

extension Count {
    /// Takes over what is told of it elsewhere.
    mutating func tell(_ told: Features, _ resolution: ClauseReader.Resolution) {
        own = told
        features = resolution.features
        alternatives = resolution.alternatives
        obstacle = resolution.obstacle
    }
}
