import AuditModel
import DocumentModel

/// Finds wholes with their parts among the counts of one paragraph.
struct BreakdownFinder {
    let grammar: CompiledGrammar
    /// The text that they stand in.
    let text: ScalarText
    /// In the order of the text.
    let counts: [Count]
    /// Whether each count is bound and agrees with the tables.
    let agrees: [Bool]

    struct Found {
        let whole: Int
        let parts: [Int]
        let strictness: Breakdown.Strictness
    }

    func breakdowns() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < counts.count {
            if let breakdown = total(at: index) ?? parts(behind: index) ?? unannounced(behind: index) ?? alike(behind: index)
                ?? stages(behind: index) ?? listedLater(at: index)
            {
                found.append(breakdown)
            }
            index += 1
        }
        return found.filter { !isBorneOut($0) && !leavesOneOut($0) }
    }

    /// Where every number is bound and agrees with the tables, a list that leaves out some ways of deciding is no wrong sum; nor is it where just the whole
    /// could not be bound.
    private func isBorneOut(_ found: Found) -> Bool {
        found.parts.allSatisfy { agrees[$0] } && (agrees[found.whole] || counts[found.whole].obstacle != nil)
    }

    /// 网上申请12件，信函3件，共计15件: the parts stand before a bare total.
    private func total(at index: Int) -> Found? {
        let isBare = counts[index].isBareTotal
        guard isBare || counts[index].look.contains(.total) && !counts[index].isAmong, counts[index].group == nil,
            // 3月收到9件，其余11个月合计20件
            counts[index].look.isDisjoint(with: [.remaining, .besides])
        else { return nil }
        var first = index
        while first > 0, isLike(counts[first - 1], counts[index]), counts[first - 1].sentence == counts[index].sentence,
            counts[first - 1].segment == counts[index].segment, counts[first - 1].group == nil, !counts[first - 1].isAmong,
            !counts[first - 1].isBareTotal
        {
            first -= 1
        }
        guard index - first >= 2 else { return nil }
        guard var parts = summands(Array(first..<index), before: index), !parts.contains(where: isEach) else { return nil }
        // 热线12件，建议9件、提案3件，共12件: of the last alone.
        if let last = tail(of: parts, makingUp: counts[index]) { parts = last }
        let kinds = parts.map { kind(of: counts[$0], in: counts[index]) }
        // 办理人大建议9件、政协提案3件，共12件: what is done to the first is done to those listed with it.
        let areListed = kinds[0] == .act && parts.dropFirst().allSatisfy { counts[$0].look.contains(.listed) }
        guard kinds.dropFirst().allSatisfy({ $0 == kinds[0] || areListed && $0 == .untold }) else { return nil }
        // 办理建议9件、提案3件，答复全部公开，共11件; 甲类9件，较上年少3件，二者合计12件: of what else is told between, it may be the total.
        // 文件60份，公开38份、不公开21份，两项合计60份: of the last two.
        let isFewer = counts[index].addends.map { $0 > 1 && $0 < parts.count } ?? false
        if isFewer, let addends = counts[index].addends { parts = parts.suffix(addends) }
        let isSum = isFewer || isOfOther(index, than: parts)
        if isSum && !isNearly(whole: counts[index], parts: parts) || isReached(index, behind: parts) { return nil }
        // 网上申请12件，信函3件，全年共收到申请15件: where the whole is named, each part has to be told for one.
        guard isBare || areToldAsParts(parts, of: counts[index]) else { return nil }
        return Found(whole: index, parts: parts, strictness: .partition)
    }

    /// The last of some parts that make up their whole, two or more; nil where none do.
    private func tail(of parts: [Int], makingUp whole: Count) -> [Int]? {
        var sum: Quantity? = .zero
        for (order, part) in parts.reversed().enumerated() {
            sum = sum?.adding(counts[part].value)
            if order > 0, sum == whole.value { return parts.suffix(order + 1) }
        }
        return nil
    }

    /// 机关12件，3个分局依次5件、4件、2件，合计23件: whether the parts and further numbers before them make up a total.
    private func isReached(_ total: Int, behind parts: [Int]) -> Bool {
        var sum = Quantity.sum(of: parts.map { counts[$0].value })
        guard let first = parts.first, sum != counts[total].value else { return false }
        for index in (max(0, first - ClauseReader.partLimit)..<first).reversed() {
            guard counts[index].sentence == counts[total].sentence else { return false }
            guard isLike(counts[index], counts[total]) else { continue }
            sum = sum?.adding(counts[index].value)
            if sum == counts[total].value { return true }
        }
        return false
    }

    /// Whether a clause without a number stands between the last part and a total, or numbers that are none of the parts do between them.
    private func isOfOther(_ total: Int, than parts: [Int]) -> Bool {
        guard let last = parts.last else { return false }
        let between = text.scalars[counts[last].range.upperBound..<counts[total].range.lowerBound]
        return between.count { $0 == 0xFF0C || $0 == 0x2C } > 1
    }

    /// Whether numbers before a named whole are its parts: each by what it is called, or all but a slip of the pen where some are.
    private func areToldAsParts(_ parts: [Int], of whole: Count) -> Bool {
        guard parts.allSatisfy({ kind(of: counts[$0], in: whole) == .untold }) else { return false }
        if parts.allSatisfy({ counts[$0].look.contains(.part) }) || parts.allSatisfy({ counts[$0].isDistributed }) { return true }
        return parts.count > 2 && parts.contains { counts[$0].look.contains(.part) } && parts.allSatisfy { counts[$0].own.isEmpty }
            && isNearly(whole: whole, parts: parts)
    }

    /// A number followed by 其中, 分别 or a bracket with numbers of the same measure.
    private func parts(behind index: Int) -> Found? {
        let whole = counts[index]
        // One of a thing has no parts, nor has what a change began with (由6个增为11个).
        guard !whole.isInexact, whole.value > Quantity(1), !isStart(whole), let first = firstPart(behind: index) else { return nil }
        var likes = list(from: first, like: whole)
        // A total of its own closes a list (新办5件、变更3件，共8件).
        let total = likes.firstIndex { counts[$0].isBareTotal }.map { counts[likes[$0]].value }
        likes = Array(likes.prefix { !counts[$0].isBareTotal })
        // Parts of one dimension belong together; what comes after (答复11件) is told of the whole, not of a part.
        let kind = kind(of: counts[first], in: whole)
        if kind == .act { return nil }
        // 新收12件，上年结转3件。其中，予以公开9件: of both, which the tables tell.
        if case .told = kind, isOfPair(index) { return nil }
        // 信息90条，其中网站60条；新媒体发布270条: behind a semicolon, more than the whole is none of it.
        likes = likes.filter { counts[$0].segment == counts[first].segment || counts[$0].value <= whole.value || !counts[$0].own.isEmpty }
        var members = members(of: likes, kind: kind, whole: whole)
        // 办结12件，分别为公开4件、属执法案卷不予公开3件、本机关不掌握5件: reasons beside results are parts as well, where all of them make up the whole.
        if counts[first].isDistributed, members.count < likes.count, Quantity.sum(of: likes.map { counts[$0].value }) == whole.value {
            members = likes
        }
        // 办结41件，结转3件。其中公开19件: of what is as much.
        if counts[first].sentence != whole.sentence, counts[first].value > whole.value,
            counts[max(0, index - ClauseReader.partLimit)..<index].contains(where: {
                $0.sentence == whole.sentence && $0.value >= counts[first].value && isLike($0, whole)
            })
        {
            return nil
        }
        // 甲类3场、乙类和丙类各1场: of how many each is, is not told by a number.
        guard var last = members.last, !likes.contains(where: { $0 <= last + 1 && isEach($0) }) else { return nil }
        var sum = Quantity.sum(of: members.map { counts[$0].value })
        // 复核90份，调整属性19份，其中公开12份、不公开7份: what makes up the first part is none of the rest.
        if members.count > 2, Quantity.sum(of: members.dropFirst().map { counts[$0].value }) == counts[members[0]].value,
            !(sum.map { isClose($0, to: whole.value) } ?? false)
        {
            members = [members[0]]
            last = members[0]
            sum = counts[last].value
        }
        // 建议9件、提案12件，其中主办15件、会办6件: of both, unless they are nearly the last.
        if whole.group == nil, isListed(index) {
            let both = sum.map { $0 == counts[index - 1].value.adding(whole.value) } ?? false
            if both || members.count < 2 || !isNearly(whole: whole, parts: members) { return nil }
        }
        // 收到20件，办结18件，其中网上12件、信函8件: of another number before them.
        if let sum, sum != whole.value,
            counts[max(0, index - ClauseReader.partLimit)..<index].contains(where: {
                $0.sentence == whole.sentence && $0.value == sum && isLike($0, whole)
            })
        {
            return nil
        }
        let isOpen = members.contains { counts[$0].isOpen || counts[$0].isInexact }
        if isOpen, isComprised(members, of: whole) || isOverfilled(index, by: members) {
            return Found(whole: index, parts: members, strictness: .partition)
        }
        if members.count < 2 || isOpen {
            return Found(whole: index, parts: members, strictness: .excerpt)
        }
        // The first of a longer list may be the parts already; what comes after is told of the whole otherwise (其中市级5件、县级3件，图解2件).
        if let parts = head(of: members, makingUp: whole) { return Found(whole: index, parts: parts, strictness: .partition) }
        // 会议20条，文件30件，其他50条: measures may be mixed, and the parts be those of all of them.
        let mixed = mixture(from: first, to: last)
        if mixed.isMixed, mixed.sum == whole.value { return nil }
        // What its own total adds up are parts of no other number.
        if let total, total == sum, total != whole.value { return nil }
        // The list may end with what is carried over: then all of them make up the whole.
        var longer = sum
        var all = members
        for next in likes where next > last {
            longer = longer?.adding(counts[next].value)
            all.append(next)
            if longer == whole.value { return Found(whole: index, parts: all, strictness: .partition) }
        }
        if case .told = kind { return Found(whole: index, parts: members, strictness: .partition) }
        // Of names that the grammar does not know it is only plain that they make up the whole when they are said to, or nearly do.
        let isMost = !mixed.isMixed && sum.map { isClose($0, to: whole.value) } ?? false
        let isDistributed = members.contains { counts[$0].isDistributed && counts[$0].group == nil }
        // 答复函90份（建议60份、提案20份）: nothing but a list in brackets.
        let isBracket = whole.group == nil && counts[first].group != nil && !counts[first].isAmong
        let isPlain =
            isDistributed || isMost || (members.count > 2 || isBracket) && isNearly(whole: whole, parts: members)
            || isExceeded(whole, by: members) || counts[first].isAmong && isClosedByRest(members, of: index)
            || members.allSatisfy { counts[$0].look.contains(.part) } && isMoreThanHalf(sum, of: whole.value)
            || areAlikeNamed(members) && (isLess(whole, than: members) || isNearly(whole: whole, parts: members))
        // 网站发布信息60条，微信、微博分别发布20条、90条: 分别 shares out what its own clause counts, unless 其中 says more or the sum does.
        if isDistributed, !isMost, !counts[first].isAmong, !isNearly(whole: whole, parts: members) { return nil }
        return Found(whole: index, parts: members, strictness: isPlain ? .partition : .excerpt)
    }

    /// 政策解读90篇，包括图解40篇、视频49篇: whether parts of which 包括 leaves open whether they are all make up their whole but for a slip. Kinds by name
    /// (图解类40篇) hold nothing in common: more of them than there are is wrong.
    private func isComprised(_ parts: [Int], of whole: Count) -> Bool {
        guard parts.count > 1, parts.allSatisfy({ counts[$0].look.contains(.comprised) && !counts[$0].isInexact }) else { return false }
        return isSlightly(whole, parts: parts) || parts.allSatisfy { counts[$0].look.contains(.kind) } && isLess(whole, than: parts)
    }

    /// 栏目9个，其中增设5个、撤销6个: whether parts that one list names right behind 其中, or more than two of which nothing is said, are more than their whole and
    /// no channels of one thing.
    private func isExceeded(_ whole: Count, by parts: [Int]) -> Bool {
        guard counts[parts[0]].isAmong, isLess(whole, than: parts), !parts.contains(where: { counts[$0].isInexact }) else { return false }
        if parts.count > 2, parts.allSatisfy({ counts[$0].look.isDisjoint(with: [.part, .described, .verb]) }) { return true }
        return parts.dropFirst().allSatisfy { counts[$0].look.contains(.listed) }
            && !parts.contains { !counts[$0].look.isDisjoint(with: [.part, .otherNoun, .described]) }
    }

    /// Whether parts make up their whole but for a slip that hardly comes by chance.
    func isSlightly(_ whole: Count, parts: [Int]) -> Bool {
        Slip.maySlightlyPart(parts.map { counts[$0].value }, from: whole.value)
    }

    /// Whether 、 or 和 stands between a number and one of the same measure before it.
    private func isListed(_ index: Int) -> Bool {
        index > 0 && counts[index].look.contains(.listed) && counts[index - 1].sentence == counts[index].sentence
            && isLike(counts[index - 1], counts[index]) && !counts[index - 1].isAmong && counts[index - 1].group == nil
    }

    /// Whether a number and the one right before it in its sentence tell of two acts that the grammar has a sum for.
    private func isOfPair(_ index: Int) -> Bool {
        guard index > 0, case (let left, let right) = (counts[index - 1], counts[index]), left.sentence == right.sentence,
            isLike(left, right), left.group == nil, right.group == nil
        else { return false }
        let differing = left.features.conflicts(with: right.features)
        return !differing.isEmpty && grammar.acts.isSuperset(of: differing)
            && grammar.sum(of: [left.features, right.features], differingIn: differing) != nil
    }

    /// The first two or more of some parts that add up to their whole; nil where none do.
    private func head(of parts: [Int], makingUp whole: Count) -> [Int]? {
        var sum: Quantity? = Quantity.zero
        for (order, part) in parts.enumerated() {
            sum = sum?.adding(counts[part].value)
            if order > 0, sum == whole.value { return Array(parts[...order]) }
        }
        return nil
    }

    /// 新收12件，其中网上7件、信函2件: of all ways fewer are hardly told by the number.
    private func isMoreThanHalf(_ sum: Quantity?, of whole: Quantity) -> Bool { sum?.adding(sum ?? .zero).map { $0 > whole } ?? false }

    /// Within a fifth. Offices often list the greater part of what they published and leave out the rest without a word of it: then nothing is wrong.
    private func isClose(_ sum: Quantity, to whole: Quantity) -> Bool {
        guard let difference = sum.subtracting(whole), let fivefold = difference.magnitude.multiplied(by: Quantity(5)) else { return false }
        return fivefold <= whole
    }

    /// Whether parts make up their whole but for one slip of the pen.
    func isNearly(whole: Count, parts: [Int]) -> Bool { Slip.mayPart(parts.map { counts[$0].value }, from: whole.value) }

    /// The sum of all numbers of a list, whatever their measures, and whether these differ.
    private func mixture(from first: Int, to last: Int) -> (sum: Quantity?, isMixed: Bool) {
        let sentence = counts[first].sentence
        var from = first
        while from > 0, counts[from - 1].sentence == sentence, counts[from - 1].isAmong, counts[from - 1].group == counts[first].group {
            from -= 1
        }
        var to = last
        while to + 1 < counts.count, counts[to + 1].sentence == sentence, counts[to + 1].segment == counts[last].segment { to += 1 }
        let all = (from...to).filter { counts[$0].group == counts[first].group && counts[$0].measure != nil }
        return (Quantity.sum(of: all.map { counts[$0].value }), !all.allSatisfy { isLike(counts[$0], counts[first]) })
    }

    /// The parts of one kind from the first on. Kinds of a way of deciding are parts of that way (不予公开3件，分别是…) and of nothing else; within a list
    /// of ways they are passed over.
    private func members(of likes: [Int], kind: PartKind, whole: Count) -> [Int] {
        var members: [Int] = []
        for next in likes {
            guard self.kind(of: counts[next], in: whole) == kind else { break }
            if kind == .untold, let last = members.last, counts[last].segment != counts[next].segment, isBehindClause(next, from: last) {
                break
            }
            if case .told(let dimension) = kind {
                let parent = parent(of: counts[next], in: dimension)
                let wholeValue = whole.own[dimension]
                if wholeValue != 0, parent != wholeValue { break }
                if wholeValue == 0, let first = members.first {
                    let level = self.parent(of: counts[first], in: dimension) != 0
                    if parent != 0, !level { continue }
                    if parent == 0, level { break }
                }
            }
            members.append(next)
        }
        // 信息60条，其中公告38条、动态19条；公众号推送34条: what is told behind the semicolon is none of a list that is all but for a slip.
        let head = members.prefix { counts[$0].segment == counts[members[0]].segment }
        let endsEarly = kind == .untold && head.count > 1 && head.count < members.count && isNearly(whole: whole, parts: Array(head))
        return endsEarly && !isNearly(whole: whole, parts: members) ? Array(head) : members
    }

    /// 复查6件，其中2件已补正；延期须经签批，四季度延期3件: whether a clause without a number opens its part of the sentence.
    private func isBehindClause(_ next: Int, from last: Int) -> Bool {
        let between = text.scalars[counts[last].range.upperBound..<max(counts[last].range.upperBound, counts[next].quote.lowerBound)]
        guard let semicolon = between.lastIndex(where: ScalarText.isSemicolon),
            let comma = between[semicolon...].firstIndex(where: { $0 == 0xFF0C || $0 == 0x2C })
        else { return false }
        return !counts[(last + 1)..<next].contains { (semicolon..<comma).contains($0.range.lowerBound) }
    }

    private func parent(of count: Count, in dimension: Int) -> Int {
        let value = count.own[dimension]
        return value == 0 ? 0 : grammar.parents[dimension][value - 1]
    }

    /// Whether the words of another clause than a number's stand between it and the bracket of the next.
    private func isOfClause(_ part: Count, behind whole: Count) -> Bool {
        guard whole.quote.upperBound < part.range.lowerBound else { return false }
        let between = text.scalars[whole.quote.upperBound..<part.range.lowerBound].prefix { $0 != 0xFF08 && $0 != 0x28 }
        return between.dropLast().contains { $0 == 0xFF0C || $0 == 0x2C } && between.last != 0xFF0C && between.last != 0x2C
    }

    /// The next number of the same measure, where its wording makes it a part.
    private func firstPart(behind index: Int) -> Int? {
        let whole = counts[index]
        guard whole.measure != nil, let first = counts[(index + 1)...].firstIndex(where: { isLike($0, whole) }) else { return nil }
        let part = counts[first]
        if part.obstacle == .otherYear || part.look.contains(.otherTime) && !whole.look.contains(.otherTime) { return nil }
        if part.group != nil {
            // 数据22条，事项90项（其中甲类50条）: a bracket divides the number right before it.
            let isRightBefore = counts[(index + 1)..<first].allSatisfy { $0.group == part.group }
            // 予以公开5件，占办结申请（11件）的45%: that of another noun does not.
            let isOfOther = !part.isAmong && isOfClause(part, behind: whole)
            return whole.group == nil && part.sentence == whole.sentence && isRightBefore && !isOfOther ? first : nil
        }
        if whole.group != nil || whole.isAmong { return nil }
        // 其中 may open the next sentence.
        let isTopicOther =
            part.own[grammar.topicDimension] != 0 && whole.features[grammar.topicDimension] != 0
            && part.own[grammar.topicDimension] != whole.features[grammar.topicDimension]
        // 复议6件、诉讼3件，其中复议维持5件: what is told of another noun is no part.
        if isTopicOther { return nil }
        if part.isAmong {
            if part.sentence == whole.sentence { return isNearest(index, before: first) ? first : nil }
            // 检查4次。发布信息802条，其中…；点击7万次: nor is it where its own sentence has a whole before 其中.
            let hasOwnWhole = counts[(index + 1)..<first].contains { $0.sentence == part.sentence && !$0.isAmong && $0.group == nil }
            if part.look.contains(.late) || hasOwnWhole { return nil }
            // What is a figure of the form is no part of a number in the sentence before that is none.
            let isOfFigure = (agrees[first] || part.own.tells(grammar.partMask)) && whole.obstacle != nil
            return part.sentence - whole.sentence == 1 && !isOfFigure ? first : nil
        }
        let isAnnounced = part.isAnnounced && !whole.isAnnounced
        let isDistributed = part.isDistributed && !whole.isDistributed && part.segment == whole.segment
        if isDistributed, part.sentence - whole.sentence == 1 {
            // 公开信息120条。按内容分，…60条: one number alone is what the next sentence divides.
            let isAlone = index == 0 || counts[index - 1].sentence != whole.sentence
            // What the form divides is borne out by its table: what was taken up need not be what was decided.
            let isOfForm = part.own.tells(grammar.partMask.union(grammar.acts))
            return isAlone && first == index + 1 && whole.obstacle != .negated && !part.look.contains(.verb) && !isOfForm ? first : nil
        }
        return (isAnnounced || isDistributed) && part.sentence == whole.sentence ? first : nil
    }

    /// Whether no other whole stands between a number and 其中, behind a semicolon (任务9条；文件20件，其中…5件；事项4条).
    private func isNearest(_ index: Int, before part: Int) -> Bool {
        guard let among = counts[(index + 1)...part].firstIndex(where: { $0.isAmong && $0.group == nil }) else { return true }
        let segment = counts[among].segment
        return segment == counts[index].segment
            || !counts[(index + 1)..<among].contains { $0.segment == segment && $0.group == nil && !$0.isInexact }
    }

    /// The numbers of the same measure that go on the list from its first; numbers of other measures and in brackets may stand between.
    private func list(from first: Int, like whole: Count) -> [Int] {
        var list: [Int] = []
        for index in first..<counts.count {
            let count = counts[index]
            if count.sentence != counts[first].sentence { break }
            // 其中 and a colon reach over semicolons, 分别 does not; nor does it reach to another statement (…；公众号发布信息9条).
            // 许可20件，其中甲类12件；处罚9件
            let topic = grammar.topicDimension
            if count.own[topic] != 0, whole.features[topic] != 0, count.own[topic] != whole.features[topic] { break }
            let isOther =
                index > first && counts[index - 1].segment != count.segment && count.look.contains(.otherNoun) && isNamedAs(count, whole)
                && count.look.isDisjoint(with: [.remaining, .besides])
            if count.segment != counts[first].segment, !counts[first].isAmong && !counts[first].isAnnounced || isOther {
                break
            }
            if count.group != counts[first].group {
                if counts[first].group == nil { continue }
                break
            }
            // 信息20条，其中图片9条、视频5条，多于上年的18条
            let isOfOtherTime = count.look.contains(.otherTime) && !counts[first].look.contains(.otherTime)
            if isLike(count, whole), !isOfOtherTime { list.append(index) }
        }
        return list
    }
}
