extension ItemAligner {
    /// The most items that are left behind without comparing all pairs of a window.
    private static let nearItems = 3
    /// The windows in which all pairs are compared: the larger one finds the way past more items that were put in or taken away.
    private static let window = 16
    private static let largeWindow = 64
    /// From this part on of what lies between chance and equality, two items are alike beyond doubt.
    private static let plainPart = 0.5
    /// Items that are more alike than this need not be told from others made after one pattern.
    private static let plainSimilarity = 0.85
    /// The part of the items of a window that plain pairs must cover before it is trusted: 1 in this.
    private static let trustedPart = 4
    /// How many pairs are looked at to tell how alike items are by chance, at most; and from how many items on.
    private static let samples = 15
    private static let sampledItems = 16
    /// Shorter items are alike or not by too few symbols.
    private static let sampledLength = 8

    /// The middle one of the likenesses of some items that stand far from one another; 0 where there are few items.
    mutating func chanceSimilarity(_ oldItems: [Int], _ newItems: [Int]) -> Double {
        guard min(oldItems.count, newItems.count) >= Self.sampledItems else { return 0 }
        var found: [Double] = []
        for sample in 0..<Self.samples {
            let oldItem = oldItems[(2 * sample + 1) * oldItems.count / (2 * Self.samples)]
            // Multiples of the golden ratio, so that a period in the text does not bring like items together.
            let newItem = newItems[(sample + 1) * 40503 % 65536 * newItems.count / 65536]
            if old.length(oldItem) < Self.sampledLength || new.length(newItem) < Self.sampledLength { continue }
            found.append(compared(oldItem, newItem, sparingMoved: false).pair.similarity)
        }
        found.sort()
        return found.isEmpty ? 0 : min(0.9, found[found.count / 2])
    }

    /// Pairs, ascending on both sides, of items of two lists whose order is much the same: the next one with the next one as long as these are
    /// alike, and where they are not, the pairs of a window that keep most.
    ///
    /// The way for lists in which every run of symbols is common, as where one text stands there many times. The work is linear in the number
    /// of symbols: where windows show nothing, they become rare, and when the steps are spent, the rest is given up.
    ///
    /// - Parameters:
    ///   - chance: How alike items are by chance.
    ///   - sparingMoved: Whether items whose one equal stands elsewhere are left for it.
    mutating func pairsByOrder(
        _ oldItems: [Int], _ newItems: [Int], _ similarity: Double, chance: Double, sparingMoved: Bool
    ) -> [ItemPair] {
        let plain = max(similarity, min(Self.plainSimilarity, chance + (1 - chance) * Self.plainPart))
        var pairs: [ItemPair] = []
        var oldRest = oldItems[...]
        var newRest = newItems[...]
        while let oldItem = oldRest.first, let newItem = newRest.first, orderSteps > 0 {
            let (first, hasRival) = firstPair(oldRest, newRest, plain: plain, sparingMoved: sparingMoved)
            let isPlain = first.similarity >= plain && !hasRival
            if !isPlain, !hasRival, let near = nearPair(oldRest, newRest, plain: plain, sparingMoved: sparingMoved) {
                pairs.append(near)
                oldRest = oldRest.drop { $0 <= near.old }
                newRest = newRest.drop { $0 <= near.new }
                continue
            }
            if isPlain || pause > 0 {
                if first.similarity >= similarity { pairs.append(first) }
                nextPause = isPlain ? 0 : nextPause
                pause = isPlain ? 0 : pause - 1
                oldRest = oldRest.dropFirst()
                newRest = newRest.dropFirst()
                continue
            }
            var size = Self.window
            var window = windowPairs(oldRest, newRest, size, similarity, chance: chance, sparingMoved: sparingMoved)
            var isTrusted = isTrusted(window, min(size, oldRest.count, newRest.count), plain: plain)
            if !isTrusted, size < max(oldRest.count, newRest.count) {
                size = Self.largeWindow
                window = windowPairs(oldRest, newRest, size, similarity, chance: chance, sparingMoved: sparingMoved)
                isTrusted = self.isTrusted(window, min(size, oldRest.count, newRest.count), plain: plain)
            }
            if !isTrusted {
                nextPause = max(Self.window, 2 * nextPause)
                pause = nextPause
            }
            let isLast = size >= max(oldRest.count, newRest.count)
            // Pairs near the window's end may be other ones once more is seen.
            let (oldHalf, newHalf) = (oldRest.prefix(size / 2).last ?? oldItem, newRest.prefix(size / 2).last ?? newItem)
            let kept = window.prefix { isLast || $0.old <= oldHalf && $0.new <= newHalf }
            if let last = kept.last ?? window.first {
                pairs += kept.isEmpty ? [last] : Array(kept)
                oldRest = oldRest.drop { $0 <= last.old }
                newRest = newRest.drop { $0 <= last.new }
            } else {
                oldRest = oldRest.dropFirst(size / 2)
                newRest = newRest.dropFirst(size / 2)
            }
        }
        return pairs
    }

    /// The first two items, and whether they are plainly alike but one of them is far more like the one behind the other.
    private mutating func firstPair(
        _ oldItems: ArraySlice<Int>, _ newItems: ArraySlice<Int>, plain: Double, sparingMoved: Bool
    ) -> (pair: ItemPair, hasRival: Bool) {
        let first = pair(oldItems, 0, newItems, 0, sparingMoved: sparingMoved)
        if first.similarity < plain || first.similarity == 1 { return (first, false) }
        // Where all items are made after one pattern, any one may be a little more alike than the right one.
        let rival = (1 + first.similarity) / 2
        let hasRival =
            newItems.count > 1 && pair(oldItems, 0, newItems, 1, sparingMoved: sparingMoved).similarity >= rival
            || oldItems.count > 1 && pair(oldItems, 1, newItems, 0, sparingMoved: sparingMoved).similarity >= rival
        return (first, hasRival)
    }

    /// The plain pair that leaves fewest items behind; nil if more than a few would have to be left.
    private mutating func nearPair(
        _ oldItems: ArraySlice<Int>, _ newItems: ArraySlice<Int>, plain: Double, sparingMoved: Bool
    ) -> ItemPair? {
        for left in 1...Self.nearItems {
            var best: ItemPair?
            for oldLeft in 0...left where oldLeft < oldItems.count && left - oldLeft < newItems.count {
                let found = pair(oldItems, oldLeft, newItems, left - oldLeft, sparingMoved: sparingMoved)
                if found.similarity >= plain, found.similarity > best?.similarity ?? 0 { best = found }
            }
            if let best { return best }
        }
        return nil
    }

    /// Two items by their places from the front.
    private mutating func pair(
        _ oldItems: ArraySlice<Int>, _ oldPlace: Int, _ newItems: ArraySlice<Int>, _ newPlace: Int, sparingMoved: Bool
    ) -> ItemPair {
        let (pair, steps) = compared(
            oldItems[oldItems.startIndex + oldPlace], newItems[newItems.startIndex + newPlace], sparingMoved: sparingMoved)
        orderSteps -= steps
        return pair
    }

    private mutating func windowPairs(
        _ oldItems: ArraySlice<Int>, _ newItems: ArraySlice<Int>, _ size: Int, _ similarity: Double, chance: Double, sparingMoved: Bool
    ) -> [ItemPair] {
        var found: [ItemPair] = []
        for oldItem in oldItems.prefix(size) {
            for newItem in newItems.prefix(size) where orderSteps > 0 {
                let (pair, steps) = compared(oldItem, newItem, sparingMoved: sparingMoved)
                orderSteps -= steps
                if pair.similarity >= similarity { found.append(pair) }
            }
        }
        return chain(of: found, chance: chance)
    }

    private func isTrusted(_ window: [ItemPair], _ size: Int, plain: Double) -> Bool {
        window.count { $0.similarity >= plain } * Self.trustedPart >= size
    }
}
