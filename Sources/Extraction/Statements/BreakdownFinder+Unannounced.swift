import AuditModel

/// Parts that no word announces.
extension BreakdownFinder {
    /// 账号38个，微信类12个，微博类26个; 发布信息144条，预警53条、提示54条、提醒37条: parts that no word announces. That they are parts shows in what they are called or
    /// how they are listed, and in that they make up the whole but for one slip of the pen. Most numbers that stand one behind the other are each of a thing
    /// of its own (会议12次，培训5次，督查8次), and may come near a sum by chance: that they are of one kind is not enough.
    func unannounced(behind index: Int) -> Found? {
        let whole = counts[index]
        let isFirst = index == 0 || counts[index - 1].sentence != whole.sentence || counts[index - 1].segment != whole.segment
        guard isFirst, isUnmarked(whole), whole.value >= Quantity(10) else { return nil }
        var parts: [Int] = []
        for next in counts.indices.dropFirst(index + 1) {
            let part = counts[next]
            guard part.sentence == whole.sentence, part.segment == whole.segment else { break }
            // 信息90条，城建60条、教育29条，印册子9万本: what is counted otherwise behind a list is none of it.
            if parts.count > 1, !isLike(part, whole), !part.look.contains(.listed) { break }
            let isByUnit = part.look.contains(.unit) || part.look.contains(.part)
            let isToldAlike = part.look.contains(.within) && kind(of: part, in: whole) == .untold
            guard isUnmarked(part), isLike(part, whole), isPlain(part, in: whole) || isByUnit || isToldAlike, !part.look.contains(.verb)
            else {
                return nil
            }
            parts.append(next)
        }
        // 收到12件，政府办理3件，部门办理9件: the same is told of each.
        let areOfUnits =
            parts.count > 1 && parts.allSatisfy { counts[$0].look.contains(.unit) } && areAlikeNamed(parts)
            || parts.count > 2 && parts.allSatisfy { counts[$0].own == counts[parts[0]].own && !counts[$0].own.tells(grammar.partMask) }
        // 从方式看，收到的48件中，平台9件，挂号信12件，…: be they all or not, they hardly come as near by chance.
        let areWithin = parts.count > 2 && parts.allSatisfy { counts[$0].look.contains(.within) } && isSlightly(whole, parts: parts)
        guard areOfUnits || areWithin || parts.allSatisfy({ isPlain(counts[$0], in: whole) }) else { return nil }
        let areKinds =
            parts.count > 1
            && [Count.Look.kind, .described].contains { look in
                // 问旅游的24件，问文物的12件，问展览的11件: the first is a kind as the others are.
                !whole.look.contains(look) && parts.allSatisfy { counts[$0].look.contains(look) }
            }
        let areListed =
            parts.count > 2 && !counts[parts[0]].look.contains(.listed)
            && parts.dropFirst().allSatisfy { counts[$0].look.contains(.listed) }
            && (whole.value >= Self.telling || isSlightly(whole, parts: parts))
        // 微信12条、微博9条、视频3条: a list without a whole.
        let isListOfAll = parts.first.map { counts[$0].look.contains(.listed) } ?? true
        // 收费12项，涉企9项，非涉企3项
        let areAlike =
            parts.count > 1 && !isListOfAll && !whole.look.contains(.part)
            && parts.allSatisfy { counts[$0].look.contains(.part) && counts[$0].obstacle == counts[parts[0]].obstacle }
        // 共发布视频65部，自制46部，转载24部
        let areOfTotal =
            parts.count > 1 && !isListOfAll && whole.look.contains(.total)
            && parts.allSatisfy { counts[$0].look.isDisjoint(with: [.total, .otherNoun]) }
        let areAll = parts.count > 1 && !isListOfAll && isClosedByRest(parts, of: index)
        let areNamed = parts.count > 1 && !isListOfAll && areNamed(parts, in: index)
        // Of others, so little is no sum with a slip.
        let double = Quantity.sum(of: (parts + parts).map { counts[$0].value })
        guard areNamed || double.map({ $0 >= whole.value }) ?? false else { return nil }
        let areParts =
            areKinds || areListed || areAlike || areOfTotal || areWithin && !isListOfAll || areAll || areNamed
            || areOfUnits && !isPlain(counts[parts[0]], in: whole)
        guard areParts, isNearly(whole: whole, parts: parts) else { return nil }
        return Found(whole: index, parts: parts, strictness: .partition)
    }

    /// 征集建议50条，采纳30条，未采纳17条: parts that no word announces and that their names alone tell for parts of one dimension. Only of what is no figure of
    /// the form, whose ways are more than those that end alike.
    func alike(behind index: Int) -> Found? {
        let whole = counts[index]
        guard whole.obstacle != nil, isUnmarked(whole) else { return nil }
        var parts: [Int] = []
        for next in counts.indices.dropFirst(index + 1) {
            let part = counts[next]
            guard part.sentence == whole.sentence, part.segment == whole.segment, isLike(part, whole), areAlikeNamed(parts + [next]),
                part.obstacle != nil, isUnmarked(part) || part.obstacle == .negated && part.group == nil && !part.isZeroByWords
            else { break }
            parts.append(next)
        }
        guard parts.count > 1, areOpposite(parts) || areOfName(parts, in: index), isNearly(whole: whole, parts: parts) else { return nil }
        return Found(whole: index, parts: parts, strictness: .partition)
    }

    /// 收到来信72封，已办结51封，正在办理24封: what became of all of what is no figure of the form, by two acts that the grammar has a sum for. Of the form's own the
    /// tables tell.
    func stages(behind index: Int) -> Found? {
        let whole = counts[index]
        let parts = [index + 1, index + 2]
        guard parts[1] < counts.endIndex, whole.obstacle?.isOfPack ?? false, whole.features[grammar.topicDimension] == 0, isUnmarked(whole),
            parts.allSatisfy({
                let part = counts[$0]
                return part.sentence == whole.sentence && part.segment == whole.segment && part.obstacle != nil && isUnmarked(part)
                    && isLike(part, whole)
            })
        else { return nil }
        let told = parts.map { counts[$0].own }
        let differing = told[0].conflicts(with: told[1])
        guard !differing.isEmpty, grammar.acts.isSuperset(of: differing), grammar.sum(of: told, differingIn: differing) != nil,
            isNearly(whole: whole, parts: parts)
        else { return nil }
        return Found(whole: index, parts: parts, strictness: .partition)
    }

    /// 新收553件，增长14%。从渠道看，网络361件、信函148件、当面34件: parts of one kind, all that their sentence counts, of a figure that the paragraph stated rightly before;
    /// they make it up but for one slip of the pen.
    func listedLater(at index: Int) -> Found? {
        let first = counts[index]
        guard let look = [Count.Look.part, .kind].first(where: first.look.contains), !first.look.contains(.listed),
            let kind = first.obstacle, look == .kind || kind.isOfPack, isUnmarked(first),
            index > 0, counts[index - 1].sentence != first.sentence
        else { return nil }
        let parts =
            [index]
            + counts.indices[(index + 1)...].prefix {
                counts[$0].sentence == first.sentence && counts[$0].look.isSuperset(of: [.listed, look]) && counts[$0].obstacle == kind
                    && isUnmarked(counts[$0]) && isLike(counts[$0], first)
            }
        // 内容上，补贴类9件、保险类3件…，另有咨询5件: of kinds that are named, all that the sentence counts.
        let isOfAll = parts.last.map { $0 + 1 == counts.endIndex || counts[$0 + 1].sentence != first.sentence } ?? false
        guard parts.count > 2, look == .part || isOfAll, let sum = Quantity.sum(of: parts.map { counts[$0].value }) else { return nil }
        let before = counts.indices[..<index].suffix(ClauseReader.partLimit).filter { isLike(counts[$0], first) }
        guard !before.contains(where: { counts[$0].value == sum }) else { return nil }
        let whole = before.last { other in
            let count = counts[other]
            return agrees[other] && count.sentence + Self.laterReach >= first.sentence && isUnmarked(count)
                && count.features[grammar.topicDimension] != 0 && !count.features.tells(grammar.partMask)
                && isNearly(whole: count, parts: parts)
                // Kinds that are named may be just the most frequent ones; more than all they are not.
                && (look == .part || sum > count.value)
        }
        return whole.map { Found(whole: $0, parts: parts, strictness: .partition) }
    }

    /// In sentences.
    private static let laterReach = 6

    /// A list that only its signs show: of fewer, a sum comes near by chance.
    private static let telling = Quantity(100)

    /// Whether its own words tell nothing, or just what the whole is of.
    private func isPlain(_ part: Count, in whole: Count) -> Bool {
        var own = part.own
        if own[grammar.topicDimension] == whole.features[grammar.topicDimension] { own.clear(grammar.topicMask) }
        return own.isEmpty
    }

    /// Whether no word makes it a part, a total or no count at all.
    private func isUnmarked(_ count: Count) -> Bool {
        count.measure != nil && !count.isInexact && !count.isAmong && !count.isDistributed && !count.isAnnounced && !count.isOpen
            && !count.isBareTotal && !count.isZeroByWords && count.group == nil && count.obstacle != .negated
            && count.obstacle != .otherYear
            && (count.obstacle != .otherUnit || count.look.contains(.unit))
    }
}
