/// Two items that belong together.
package struct ItemPair: Hashable, Sendable {
    /// 0-based.
    package let old: Int
    /// 0-based.
    package let new: Int
    /// From 0 to 1, as `Differ.similarity` has it, or an estimate of it; 1 for equal items only.
    package let similarity: Double

    package init(old: Int, new: Int, similarity: Double) {
        self.old = old
        self.new = new
        self.similarity = similarity
    }
}

/// Pairs the items of two lists by equality and likeness.
///
/// Likely partners are found by the runs of three symbols that they share, and only these are compared symbol by symbol, so
/// that the work is linear in the number of symbols, whatever the number of items. Pairs depend on the lists alone.
/// Long items, and those with one plain partner, are not compared at all: their likeness is estimated from the runs.
package struct ItemAligner: ~Copyable {
    /// The least likeness of two items that are paired in order: unrelated Chinese sentences of one kind have about a third of
    /// their characters in common.
    package static let defaultSimilarity = 0.45
    /// The least likeness of two items that count as moved: without the order to speak for it, more is asked.
    package static let defaultMovedSimilarity = 0.6
    /// The least length of an item that counts as moved: a shorter one may stand anywhere by chance.
    package static let defaultMovedLength = 8

    /// The least likeness of two items that stand alone between the same pairs: the order speaks for them.
    package static let defaultGapSimilarity = 0.25
    /// In gaps of at most this many possible pairs all of them are compared.
    private static let compared = 64
    /// What comparing all pairs of a gap may cost, in steps.
    private static let comparedSteps = 1 << 16

    package let old: ItemList
    package let new: ItemList
    let ids: ItemIDs
    private var candidates: CandidateSearch

    package init(old: ItemList, new: ItemList) {
        self.old = old
        self.new = new
        ids = ItemIDs(old, new)
        candidates = CandidateSearch(newCount: new.count, idCount: ids.count)
    }

    /// The edit script from an old item to a new one.
    ///
    /// - Parameter budget: As for `Differ.script`.
    package mutating func script(from oldItem: Int, to newItem: Int, budget: Int = Differ.defaultBudget) -> EditScript {
        candidates.differ.script(from: old[oldItem].span, to: new[newItem].span, budget: budget)
    }

    /// The pairs, ascending on both sides, that keep most symbols in order.
    ///
    /// - Parameters:
    ///   - oldItems: Ascending.
    ///   - newItems: Ascending.
    ///   - similarity: The least likeness of a pair.
    package mutating func pairs(
        _ oldItems: [Int], _ newItems: [Int], similarity: Double = ItemAligner.defaultSimilarity
    ) -> [ItemPair] {
        let shorter = min(oldItems.count, newItems.count)
        var prefix = 0
        while prefix < shorter, ids.old[oldItems[prefix]] == ids.new[newItems[prefix]] { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix,
            ids.old[oldItems[oldItems.count - 1 - suffix]] == ids.new[newItems[newItems.count - 1 - suffix]]
        { suffix += 1 }
        var pairs = zip(oldItems, newItems).prefix(prefix).map { ItemPair(old: $0, new: $1, similarity: 1) }
        pairs += middlePairs(
            Array(oldItems.dropFirst(prefix).dropLast(suffix)), Array(newItems.dropFirst(prefix).dropLast(suffix)), similarity)
        pairs += zip(oldItems.suffix(suffix), newItems.suffix(suffix)).map { ItemPair(old: $0, new: $1, similarity: 1) }
        return pairs
    }

    private mutating func middlePairs(_ oldItems: [Int], _ newItems: [Int], _ similarity: Double) -> [ItemPair] {
        guard let newFirst = newItems.first, let newLast = newItems.last, !oldItems.isEmpty else { return [] }
        let found = candidates.search(oldItems, newItems, old, new, ids, similarity: similarity)
        let links = found.map { Link(old: $0.old, new: $0.new - newFirst, weight: weight(of: $0)) }
        var pairs: [ItemPair] = []
        var oldRest = oldItems[...]
        var newRest = newItems[...]
        for index in heaviestChain(links, newCount: newLast - newFirst + 1) {
            let pair = found[index]
            let oldGap = oldRest.prefix { $0 < pair.old }
            let newGap = newRest.prefix { $0 < pair.new }
            if !oldGap.isEmpty, !newGap.isEmpty { pairs += gapPairs(Array(oldGap), Array(newGap), similarity, sparingMoved: true) }
            pairs.append(pair)
            oldRest = oldRest.dropFirst(oldGap.count + 1)
            newRest = newRest.dropFirst(newGap.count + 1)
        }
        return pairs + gapPairs(Array(oldRest), Array(newRest), similarity, sparingMoved: true)
    }

    /// The pairs among the given items in whatever order, ascending by new item: of items that were not paired in order, those
    /// that were moved.
    ///
    /// - Parameters:
    ///   - oldItems: Ascending.
    ///   - newItems: Ascending.
    ///   - similarity: The least likeness of a pair.
    ///   - length: The least length of an item, in symbols.
    package mutating func moves(
        _ oldItems: [Int], _ newItems: [Int],
        similarity: Double = ItemAligner.defaultMovedSimilarity, length: Int = ItemAligner.defaultMovedLength
    ) -> [ItemPair] {
        let oldLong = oldItems.filter { old.length($0) >= length }
        let newLong = newItems.filter { new.length($0) >= length }
        var found = candidates.search(oldLong, newLong, old, new, ids, similarity: similarity)
        found.sort {
            let (first, second) = (weight(of: $0), weight(of: $1))
            return first != second ? first > second : ($0.old, $0.new) < ($1.old, $1.new)
        }
        var takenOld = Set<Int>()
        var takenNew = Set<Int>()
        var moves: [ItemPair] = []
        for pair in found where !takenOld.contains(pair.old) && !takenNew.contains(pair.new) {
            takenOld.insert(pair.old)
            takenNew.insert(pair.new)
            moves.append(pair)
        }
        moves.sort { $0.new < $1.new }
        return moves
    }

    /// The pairs, ascending on both sides, of items that were left over between two neighbouring pairs: equal ones that are too frequent
    /// to tell apart otherwise, and in small gaps those that are alike.
    ///
    /// - Parameters:
    ///   - oldItems: Ascending.
    ///   - newItems: Ascending.
    ///   - similarity: The least likeness of a pair.
    package mutating func gapPairs(
        _ oldItems: [Int], _ newItems: [Int], similarity: Double = ItemAligner.defaultGapSimilarity
    ) -> [ItemPair] {
        gapPairs(oldItems, newItems, similarity, sparingMoved: false)
    }

    /// - Parameter sparingMoved: Whether items whose one equal stands elsewhere are left for it.
    private mutating func gapPairs(_ oldItems: [Int], _ newItems: [Int], _ similarity: Double, sparingMoved: Bool) -> [ItemPair] {
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        guard oldItems.count * newItems.count <= Self.compared else { return equalPairs(oldItems, newItems) }
        var steps = 0
        var found: [ItemPair] = []
        var links: [Link] = []
        for oldItem in oldItems {
            for (place, newItem) in newItems.enumerated() {
                let likeness: Double
                let (oldID, newID) = (ids.old[oldItem], ids.new[newItem])
                if oldID == newID {
                    likeness = 1
                } else if sparingMoved, ids.isUniqueOnBothSides(oldID) || ids.isUniqueOnBothSides(newID) {
                    continue
                } else {
                    steps += BitMatrix.steps(old.length(oldItem), new.length(newItem))
                    guard steps <= Self.comparedSteps else { continue }
                    likeness = candidates.similarity(old, oldItem, new, newItem)
                }
                if likeness >= similarity {
                    let pair = ItemPair(old: oldItem, new: newItem, similarity: likeness)
                    found.append(pair)
                    links.append(Link(old: oldItem, new: place, weight: weight(of: pair)))
                }
            }
        }
        return heaviestChain(links, newCount: newItems.count).map { found[$0] }
    }

    private mutating func equalPairs(_ oldItems: [Int], _ newItems: [Int]) -> [ItemPair] {
        let oldIDs = oldItems.map { UInt32(bitPattern: ids.old[$0]) }
        let newIDs = newItems.map { UInt32(bitPattern: ids.new[$0]) }
        return candidates.script(oldIDs, newIDs).edits.filter { $0.operation == .keep }.flatMap { edit in
            zip(edit.old, edit.new).map { ItemPair(old: oldItems[$0], new: newItems[$1], similarity: 1) }
        }
    }

    /// The number of symbols that a pair keeps, on both sides together; one more for equal items, so that these go first.
    private func weight(of pair: ItemPair) -> Int {
        let total = old.length(pair.old) + new.length(pair.new)
        return pair.similarity == 1 ? total + 1 : max(1, Int((Double(total) * pair.similarity).rounded()))
    }
}
