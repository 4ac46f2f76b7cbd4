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
/// Where items share runs with everything or nothing, the order alone tells partners: see `pairsByOrder`.
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
    /// Items of gaps are compared for so many steps a symbol of both lists, and some more: as much as needed unless little is alike.
    private static let stepsPerSymbol = 48
    private static let leastSteps = 1 << 20
    /// How much of what items have in common by chance does not count: not all, so that pairs of items that are no more alike than that are
    /// still better than none.
    private static let ignoredChance = 0.9
    /// The part of the symbols that large gaps must hold before the order of the whole lists is tried: 1 in this.
    private static let doubtfulPart = 4

    /// Items are named by their 0-based place in it.
    package let old: ItemList
    /// Items are named by their 0-based place in it.
    package let new: ItemList
    let ids: ItemIDs
    var candidates: CandidateSearch
    /// How many steps may still be spent on comparing all items of small gaps.
    private var gapSteps: Int
    /// How many may be spent on comparing items by their order.
    var orderSteps: Int
    /// How many items are still to be paired by their order before the next window of all pairs, and after one that shows nothing.
    var pause = 0
    var nextPause = 0

    /// Numbers the items so that equal ones are found; linear in the symbols.
    package init(old: ItemList, new: ItemList) {
        self.old = old
        self.new = new
        ids = ItemIDs(old, new)
        candidates = CandidateSearch(newCount: new.count, idCount: ids.count)
        gapSteps = Self.leastSteps + Self.stepsPerSymbol * (old.symbols.count + new.symbols.count)
        orderSteps = gapSteps
    }

    /// Whether an old item and a new one hold the same symbols.
    package func areEqual(_ oldItem: Int, _ newItem: Int) -> Bool { ids.old[oldItem] == ids.new[newItem] }

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
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        let chance = chanceSimilarity(oldItems, newItems)
        let found = candidates.search(oldItems, newItems, old, new, ids, similarity: similarity)
        var pairs = chain(of: found, chance: chance)
        if isDoubtful(pairs, oldItems, newItems) {
            let ordered = pairsByOrder(oldItems, newItems, similarity, chance: chance, sparingMoved: true)
            let all = Set(found + ordered).sorted { ($0.old, $0.new) < ($1.old, $1.new) }
            pairs = chain(of: all, chance: chance)
        }
        var result: [ItemPair] = []
        for (index, gap) in gaps(pairs, oldItems, newItems).enumerated() {
            result += gapPairs(Array(gap.old), Array(gap.new), similarity, sparingMoved: true)
            if index < pairs.count { result.append(pairs[index]) }
        }
        return result
    }

    /// The pairs that keep most symbols in order.
    ///
    /// - Parameters:
    ///   - found: Ascending by old, then new.
    ///   - chance: How alike items are by chance.
    func chain(of found: [ItemPair], chance: Double = 0) -> [ItemPair] {
        guard let first = found.map(\.new).min(), let last = found.map(\.new).max() else { return [] }
        let links = found.map { Link(old: $0.old, new: $0.new - first, weight: weight(of: $0, chance: chance)) }
        return heaviestChain(links, newCount: last - first + 1).map { found[$0] }
    }

    /// The items that pairs leave over, before the first one, between each and the next, and behind the last.
    private func gaps(_ pairs: [ItemPair], _ oldItems: [Int], _ newItems: [Int]) -> [(old: ArraySlice<Int>, new: ArraySlice<Int>)] {
        var gaps: [(old: ArraySlice<Int>, new: ArraySlice<Int>)] = []
        gaps.reserveCapacity(pairs.count + 1)
        var oldRest = oldItems[...]
        var newRest = newItems[...]
        for pair in pairs {
            let gap = (old: oldRest.prefix { $0 < pair.old }, new: newRest.prefix { $0 < pair.new })
            oldRest = oldRest.dropFirst(gap.old.count + 1)
            newRest = newRest.dropFirst(gap.new.count + 1)
            gaps.append(gap)
        }
        gaps.append((oldRest, newRest))
        return gaps
    }

    /// Whether so much is left in large gaps that the pairs may be chance ones that stand in the way of the right ones.
    private func isDoubtful(_ pairs: [ItemPair], _ oldItems: [Int], _ newItems: [Int]) -> Bool {
        var left = 0
        for gap in gaps(pairs, oldItems, newItems) where gap.old.count * gap.new.count > Self.compared {
            left += min(symbolCount(old, gap.old), symbolCount(new, gap.new))
        }
        return left * Self.doubtfulPart > min(symbolCount(old, oldItems[...]), symbolCount(new, newItems[...]))
    }

    private func symbolCount(_ list: ItemList, _ items: ArraySlice<Int>) -> Int {
        items.reduce(0) { $0 + list.length($1) }
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
    mutating func gapPairs(_ oldItems: [Int], _ newItems: [Int], _ similarity: Double, sparingMoved: Bool) -> [ItemPair] {
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        if oldItems.count * newItems.count <= Self.compared {
            return comparedPairs(oldItems, newItems, similarity, sparingMoved: sparingMoved)
        }
        let chance = chanceSimilarity(oldItems, newItems)
        let pairs = pairsByOrder(oldItems, newItems, similarity, chance: chance, sparingMoved: sparingMoved)
        var result: [ItemPair] = []
        for (index, gap) in gaps(pairs, oldItems, newItems).enumerated() {
            if gap.old.count * gap.new.count <= Self.compared {
                result += comparedPairs(Array(gap.old), Array(gap.new), similarity, sparingMoved: sparingMoved)
            } else {
                result += equalPairs(Array(gap.old), Array(gap.new))
            }
            if index < pairs.count { result.append(pairs[index]) }
        }
        return result
    }

    /// The pairs that keep most symbols in order, among all possible ones.
    private mutating func comparedPairs(
        _ oldItems: [Int], _ newItems: [Int], _ similarity: Double, sparingMoved: Bool
    ) -> [ItemPair] {
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        var found: [ItemPair] = []
        for oldItem in oldItems {
            for newItem in newItems where gapSteps > 0 {
                let (pair, steps) = compared(oldItem, newItem, sparingMoved: sparingMoved)
                gapSteps -= steps
                if pair.similarity >= similarity { found.append(pair) }
            }
        }
        return chain(of: found)
    }

    /// Two items and how alike they are; not at all where one of them is spared.
    ///
    /// - Parameter sparingMoved: Whether items whose one equal stands elsewhere are left for it.
    /// - Returns: The steps that it took as well.
    mutating func compared(_ oldItem: Int, _ newItem: Int, sparingMoved: Bool) -> (pair: ItemPair, steps: Int) {
        let (oldID, newID) = (ids.old[oldItem], ids.new[newItem])
        if oldID == newID { return (ItemPair(old: oldItem, new: newItem, similarity: 1), 1) }
        if sparingMoved, ids.isUniqueOnBothSides(oldID) || ids.isUniqueOnBothSides(newID) {
            return (ItemPair(old: oldItem, new: newItem, similarity: 0), 1)
        }
        let likeness = candidates.similarity(old, oldItem, new, newItem)
        return (
            ItemPair(old: oldItem, new: newItem, similarity: likeness),
            CandidateSearch.steps(old.length(oldItem), new.length(newItem))
        )
    }

    private mutating func equalPairs(_ oldItems: [Int], _ newItems: [Int]) -> [ItemPair] {
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        let oldIDs = oldItems.map { UInt32(bitPattern: ids.old[$0]) }
        let newIDs = newItems.map { UInt32(bitPattern: ids.new[$0]) }
        return candidates.script(oldIDs, newIDs).edits.filter { $0.operation == .keep }.flatMap { edit in
            zip(edit.old, edit.new).map { ItemPair(old: oldItems[$0], new: newItems[$1], similarity: 1) }
        }
    }

    /// The number of symbols that a pair keeps, on both sides together; one more for equal items, so that these go first.
    ///
    /// - Parameter chance: How alike items are by chance, most of which does not count.
    func weight(of pair: ItemPair, chance: Double = 0) -> Int {
        let total = old.length(pair.old) + new.length(pair.new)
        if pair.similarity == 1 { return total + 1 }
        let ignored = chance * Self.ignoredChance
        return max(1, Int((Double(total) * (pair.similarity - ignored) / (1 - ignored)).rounded()))
    }
}
