import AuditModel

/// Shares of which the proportion comes first.
extension ClauseReader {
    /// 近七成申请予以公开: what a clause tells that begins with a proportion and names, right behind it, what it is of, and then what became of that; nil where anything
    /// else stands there.
    func proportion(
        _ reading: ClaimReading, _ items: [ClaimItem], _ clause: [ClauseToken], from start: Int, to end: Int
    ) -> ClaimDraft? {
        guard reading.found.isEmpty, !reading.isOffered, let (percent, next) = reading.proportion,
            next < items.count || items[next - 1].end < end
        else { return nil }
        let rest = clause.drop { $0.start < items[next - 1].end }
        guard let noun = rest.firstIndex(where: { $0.has(.noun) }), !rest.contains(where: { $0.has(.count) || $0.has(.denial) }) else {
            return nil
        }
        let whole = reader.mention(rest[...noun], atClauseStart: true)
        guard whole.hasTopic || whole.weakHead != nil, !whole.features.tells(grammar.partMask), !whole.hasUnknownLead,
            !whole.isHeadModified,
            whole.blocker == nil, whole.part == nil, !whole.otherUnit, whole.otherPeriod == nil
        else { return nil }
        let fate = reader.mention(rest[(noun + 1)...], atClauseStart: true)
        guard fate.features.tells(grammar.partMask), fate.blocker == nil, fate.part == nil, !fate.hasUnknownTail, !fate.hasUnknownLead,
            !fate.isNegated, fate.plan == nil
        else { return nil }
        let all = reader.mention(rest, atClauseStart: true)
        let resolution = resolve(all, told: all.features, alternatives: [])
        guard resolution.obstacle == nil else { return nil }
        return ClaimDraft(.share(percent), of: .told(resolution.features), base: nil, quote: start..<end, sentence: sentence)
    }
}

extension ClaimReading {
    /// The proportion that a clause begins with, and the item behind it; nil where it begins with anything else.
    fileprivate var proportion: (Claim.Stated, Int)? {
        if let rough = rough(at: 0), !rough.isTimes { return (rough.stated, rough.end) }
        guard case .number(let number)? = items.first?.kind, role(at: 1) == .percent, !numbers[number].isInexact, !isApproximate(2) else {
            return nil
        }
        return (stated(numbers[number]), 2)
    }
}

/// What was counted before and is named again.
extension ClauseReader {
    /// 发布解读83篇，解读数量较上年增加9篇: the number of the sentence whose own words hold what a clause names before a place, none of it known; nil for none.
    func namedAgain(from start: Int, to position: Int, among stated: [Int]) -> Int? {
        guard let name = nameAgain(from: start, to: position) else { return nil }
        let named = stated.filter { index in
            let quote = text.scalars[counts[index].quote].suffix(Self.longestQuoteRead)
            return quote.indices.contains { quote[$0...].starts(with: name) }
        }
        return named.first { !counts[$0].isAmong } ?? named.first
    }

    /// 其中征地信息402条、规划公示269条，征地信息占45%: the member of the list before, in the same part of the sentence, that a clause names again and nothing
    /// else; nil for none. `amount` is where the share's number begins: behind 占 nothing may be named (占篇幅的45%).
    func memberNamedAgain(from start: Int, to position: Int, amount: Int, among stated: [Int]) -> Int? {
        guard let last = stated.first, counts[last].sentence == sentence, counts[last].segment == segment, counts[last].isAmong,
            isOfClaims(position, to: amount), let name = nameAgain(from: start, to: position)
        else { return nil }
        return stated.first { index in
            let count = counts[index]
            let begin = count.range.lowerBound - name.count
            return count.isAmong && count.segment == segment && count.sentence == sentence && begin >= count.quote.lowerBound
                && text.scalars[begin..<count.range.lowerBound].elementsEqual(name)
        }
    }

    /// Whether nothing but words of claims stands in a stretch (占比约为).
    private func isOfClaims(_ start: Int, to end: Int) -> Bool {
        guard let claims = grammar.claims else { return false }
        var place = start
        while place < end, let word = claims.trie.longestMatch(in: text.scalars, at: place) { place = word.end }
        return place >= end
    }

    /// What a clause names before a place, without the words that only say how many there are (总量) or that it is a share; nil where that is no name.
    private func nameAgain(from start: Int, to position: Int) -> ArraySlice<UInt32>? {
        let end = (start + 1..<max(start + 1, min(position, start + Self.longestName + 2))).first { place in
            guard let claims = grammar.claims, let word = claims.trie.longestMatch(in: text.scalars, at: place) else { return false }
            switch claims.roles[word.number] {
            case .filler, .share, .approximate: return word.end <= position
            default: return false
            }
        }
        let name = text.scalars[start..<(end ?? position)]
        guard name.count >= 2, name.count <= Self.longestName, name.allSatisfy({ (0x4E00...0x9FFF).contains($0) }) else { return nil }
        return name
    }

    /// In scalars.
    private static let longestName = 8
    /// In scalars: the words by a number stand nearer.
    private static let longestQuoteRead = 64
}
