import AuditModel
import DocumentModel

/// Finds wholes with their parts among the counts of one paragraph.
struct BreakdownFinder {
    let grammar: CompiledGrammar
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
            if let breakdown = total(at: index) ?? parts(behind: index) { found.append(breakdown) }
            index += 1
        }
        return found.filter { !isBorneOut($0) }
    }

    /// Where every number is bound and agrees with the tables, a list that leaves out some ways of deciding is no wrong sum.
    private func isBorneOut(_ found: Found) -> Bool { ([found.whole] + found.parts).allSatisfy { agrees[$0] } }

    /// 网上申请12件，信函3件，共计15件: the parts stand before a bare total.
    private func total(at index: Int) -> Found? {
        guard counts[index].isBareTotal, counts[index].group == nil else { return nil }
        var first = index
        while first > 0, isLike(counts[first - 1], counts[index]), counts[first - 1].sentence == counts[index].sentence,
            counts[first - 1].segment == counts[index].segment, counts[first - 1].group == nil, !counts[first - 1].isAmong
        {
            first -= 1
        }
        guard index - first >= 2 else { return nil }
        let parts = Array(first..<index)
        guard parts.allSatisfy({ kind(of: counts[$0]) == kind(of: counts[first]) }) else { return nil }
        return Found(whole: index, parts: parts, strictness: .partition)
    }

    /// A number followed by 其中, 分别 or a bracket with numbers of the same measure.
    private func parts(behind index: Int) -> Found? {
        let whole = counts[index]
        guard whole.token != nil, index + 1 < counts.count, !whole.isAmong || whole.group == nil, opens(counts[index + 1], after: whole)
        else { return nil }
        var parts: [Int] = []
        let first = counts[index + 1]
        for next in (index + 1)..<counts.count {
            let part = counts[next]
            guard part.sentence == whole.sentence, part.group == first.group,
                part.segment == first.segment || first.isAmong && part.segment == first.segment,
                isLike(part, whole)
            else { break }
            parts.append(next)
        }
        guard !parts.isEmpty else { return nil }
        // Parts of one dimension belong together; what comes after (答复11件) is told of the whole, not of a part.
        let kind = kind(of: first)
        let run = parts.prefix { self.kind(of: counts[$0]) == kind && !(kind == .act && $0 != parts[0]) }
        let members = Array(run)
        if kind == .act { return nil }
        let sum = members.reduce(Quantity.zero) { $0 + counts[$1].value }
        if members.count < 2 || members.contains(where: { counts[$0].isOpen || counts[$0].token?.isInexact == true }) {
            return Found(whole: index, parts: members, strictness: .excerpt)
        }
        // The list may end with what is carried over: then all of them make up the whole.
        var longer = sum
        for next in parts.dropFirst(members.count) {
            longer = longer + counts[next].value
            if longer == whole.value { return Found(whole: index, parts: Array(parts.prefix(through: next)), strictness: .partition) }
        }
        switch kind {
        case .told: return Found(whole: index, parts: members, strictness: .partition)
        case .untold:
            // Of names that the grammar does not know it is only plain that they make up the whole when they are said to, or nearly do.
            let isPlain = members.contains { counts[$0].isDistributed && counts[$0].group == nil } || sum + sum >= whole.value
            return Found(whole: index, parts: members, strictness: isPlain ? .partition : .excerpt)
        case .act: return nil
        }
    }

    private func opens(_ part: Count, after whole: Count) -> Bool {
        guard part.sentence == whole.sentence, isLike(part, whole), part.token != nil else { return false }
        if part.group != nil { return whole.group == nil && part.group != whole.group }
        if whole.group != nil { return false }
        return (part.isAmong && !whole.isAmong) || (part.isDistributed && !whole.isDistributed)
    }

    /// Counted by the same measure word.
    private func isLike(_ left: Count, _ right: Count) -> Bool {
        guard let first = left.token?.measure, let second = right.token?.measure else { return false }
        return first.word == second.word
    }

    private enum PartKind: Equatable {
        /// Told apart by one dimension of results or parties.
        case told(Int)
        /// Told apart by words that the grammar does not know.
        case untold
        /// Told by an act of its own: no part of anything.
        case act
    }

    private func kind(of count: Count) -> PartKind {
        if let dimension = grammar.partDimensions.first(where: { count.own[$0] != 0 }) { return .told(dimension) }
        return grammar.acts.contains { count.own[$0] != 0 } ? .act : .untold
    }
}
