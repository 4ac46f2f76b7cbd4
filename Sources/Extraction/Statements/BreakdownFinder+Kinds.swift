import AuditModel

/// What tells a part from its whole.
extension BreakdownFinder {
    enum PartKind: Equatable {
        /// Told apart by one dimension of results or parties.
        case told(Int)
        /// Told apart by words that the grammar does not know.
        case untold
        /// Told by another act than the whole: no part of anything.
        case act
    }

    func kind(of count: Count, in whole: Count) -> PartKind {
        // 文件20份，其中标注予以公开12份: what is none of the form's has kinds of its own, whatever they are called.
        let isForeign = whole.features[grammar.topicDimension] == 0 && whole.obstacle != nil
        if count.isAmong, isForeign { return .untold }
        if let dimension = grammar.partDimensions.first(where: { count.own[$0] != 0 }) { return .told(dimension) }
        if count.look.contains(.part) { return .untold }
        // 清理信息90条，分别作归档处理60条、作下线处理30条: so has it verbs, where 分别 parts it.
        if count.isDistributed, isForeign { return .untold }
        let acts = count.own.told.intersection(grammar.acts)
        return count.own.agreements(with: whole.features).isSuperset(of: acts) ? .untold : .act
    }

    /// Whether a number stands behind 由 or 从.
    func isStart(_ count: Count) -> Bool {
        count.range.lowerBound > 0 && ClaimReading.isFrom(text.scalars[count.range.lowerBound - 1])
    }

    /// Whether 各 or 各有 stands right before a number.
    func isEach(_ index: Int) -> Bool {
        let start = counts[index].range.lowerBound
        return text.scalars[max(0, start - 2)..<start].contains(0x5404)
    }

    func isLess(_ whole: Count, than parts: [Int]) -> Bool {
        Quantity.sum(of: parts.map { counts[$0].value }).map { $0 > whole.value } ?? false
    }

    /// 共90条，一至四季度分别为20条、30条、25条、15条: whether the first of a list behind a whole is none of the parts, since its words tell a time.
    func leavesOneOut(_ found: Found) -> Bool {
        guard let first = found.parts.first, found.whole + 1 < first, counts[first].look.contains(.listed) else { return false }
        let before = counts[first - 1]
        return before.look.contains(.otherTime) && before.sentence == counts[first].sentence && isLike(before, counts[first])
    }

    /// Counted by the same measure word, or by one of those that are joined (篇（条）).
    func isLike(_ left: Count, _ right: Count) -> Bool {
        func word(_ measure: Int?) -> Int? { measure.map { grammar.measures[$0].word } }
        let (first, second) = (word(left.measure), word(left.otherMeasure))
        func isOne(_ word: Int?) -> Bool { word != nil && (word == first || word == second) }
        return isOne(word(right.measure)) || isOne(word(right.otherMeasure))
    }
}
