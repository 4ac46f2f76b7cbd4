/// Finds the items that may be partners of one another, without comparing all with all.
struct CandidateSearch: ~Copyable {
    /// Items are likely partners by runs of this many symbols.
    private static let runLength = 3
    /// A run that more new items than this have tells nothing.
    private static let runItems = 8
    /// So many likely partners of an old item are compared with it.
    private static let partners = 4
    /// Equal items are candidates when there are at most this many pairs of them; above, only their order could tell them apart.
    private static let equalPairs = 16
    /// An old item is compared with a new one if they share at least one in this many of the shorter one's runs.
    private static let sharedRuns = 16
    /// What comparing two items may cost, in steps.
    private static let comparisonBudget = 1 << 20

    private var differ = Differ()
    /// By new item: how many runs it shares with the current old item; all 0 in between.
    private var votes: [Int32]
    /// By item number.
    private var oldCounts: [Int32]
    private var newCounts: [Int32]

    init(newCount: Int, idCount: Int) {
        votes = [Int32](repeating: 0, count: newCount)
        oldCounts = [Int32](repeating: 0, count: idCount)
        newCounts = [Int32](repeating: 0, count: idCount)
    }

    mutating func similarity(_ old: ItemList, _ oldItem: Int, _ new: ItemList, _ newItem: Int) -> Double {
        differ.similarity(old[oldItem].span, new[newItem].span, budget: Self.comparisonBudget)
    }

    /// The script from the one run of item numbers to the other.
    mutating func script(_ ids: ItemIDs, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> EditScript {
        let oldIDs = ids.old[oldRange].map { UInt32(bitPattern: $0) }
        let newIDs = ids.new[newRange].map { UInt32(bitPattern: $0) }
        return differ.script(from: oldIDs.span, to: newIDs.span)
    }

    /// Equal pairs, and for items without an equal one, the pairs with at least the given likeness. Ascending by old, then new.
    mutating func search(
        _ oldItems: [Int], _ newItems: [Int], _ old: ItemList, _ new: ItemList, _ ids: ItemIDs, similarity: Double
    ) -> [ItemPair] {
        if oldItems.isEmpty || newItems.isEmpty { return [] }
        for item in oldItems { oldCounts[Int(ids.old[item])] += 1 }
        for item in newItems { newCounts[Int(ids.new[item])] += 1 }
        var placesByID: [Int32: [Int]] = [:]
        var unequalNew: [Int] = []
        for item in newItems {
            let id = ids.new[item]
            let pairs = Int(oldCounts[Int(id)]) * Int(newCounts[Int(id)])
            if pairs == 0 {
                unequalNew.append(item)
            } else if pairs <= Self.equalPairs {
                placesByID[id, default: []].append(item)
            }
        }
        let index = RunIndex(new, unequalNew, runLength: Self.runLength, limit: Self.runItems)
        var found: [ItemPair] = []
        for item in oldItems {
            let id = ids.old[item]
            if newCounts[Int(id)] == 0 {
                let start = found.count
                for partner in likelyPartners(of: item, old, new, index) {
                    let likeness = self.similarity(old, item, new, partner)
                    if likeness >= similarity { found.append(ItemPair(old: item, new: partner, similarity: likeness)) }
                }
                found[start...].sort { $0.new < $1.new }
            } else {
                for place in placesByID[id] ?? [] { found.append(ItemPair(old: item, new: place, similarity: 1)) }
            }
        }
        for item in oldItems { oldCounts[Int(ids.old[item])] = 0 }
        for item in newItems { newCounts[Int(ids.new[item])] = 0 }
        return found
    }

    /// The new items that share most runs with an old one, most first.
    private mutating func likelyPartners(of item: Int, _ old: ItemList, _ new: ItemList, _ index: RunIndex) -> [Int] {
        var touched: [Int] = []
        index.forEachPlace(in: old, item) { place in
            if votes[place] == 0 { touched.append(place) }
            votes[place] += 1
        }
        let oldRuns = old.length(item) - Self.runLength + 1
        var best: [(place: Int, votes: Int32)] = []
        for place in touched {
            let count = votes[place]
            votes[place] = 0
            let runs = min(oldRuns, new.length(place) - Self.runLength + 1)
            guard Int(count) * Self.sharedRuns >= runs else { continue }
            var position = best.count
            while position > 0, (best[position - 1].votes, place) < (count, best[position - 1].place) { position -= 1 }
            best.insert((place, count), at: position)
            if best.count > Self.partners { best.removeLast() }
        }
        // A partner that shares far less than the best one would only cost time.
        return best.filter { $0.votes * 3 >= best[0].votes }.map(\.place)
    }
}

/// By run of symbols: in which items it stands.
private struct RunIndex {
    private let runLength: Int
    private let limit: Int
    /// No more entries of a bucket than this are looked at, so that crafted texts cannot pile them up.
    private static let longestWalk = 64
    private let mask: Int
    private var heads: [Int32]
    private var entries: [Entry] = []

    private struct Entry {
        let hash: UInt32
        let item: Int32
        let next: Int32
    }

    init(_ list: ItemList, _ items: [Int], runLength: Int, limit: Int) {
        self.runLength = runLength
        self.limit = limit
        var size = 16
        let total = items.reduce(0) { $0 + list.length($1) }
        while size < total { size *= 2 }
        mask = size - 1
        heads = [Int32](repeating: -1, count: size)
        entries.reserveCapacity(total)
        for item in items { enter(item, of: list) }
    }

    private mutating func enter(_ item: Int, of list: ItemList) {
        let range = list.range(item)
        guard range.count >= runLength else { return }
        for start in range.lowerBound...range.upperBound - runLength {
            let hash = hash(list.symbols, start)
            let bucket = Int(hash) & mask
            var entry = heads[bucket]
            var known = 0
            var isEntered = false
            var walked = 0
            while entry >= 0, walked < Self.longestWalk {
                walked += 1
                let other = entries[Int(entry)]
                if other.hash == hash {
                    known += 1
                    isEntered = isEntered || other.item == Int32(truncatingIfNeeded: item)
                }
                entry = other.next
            }
            // One more than the limit is entered, by which a lookup knows that there are too many.
            if isEntered || known > limit || walked == Self.longestWalk { continue }
            entries.append(Entry(hash: hash, item: Int32(truncatingIfNeeded: item), next: heads[bucket]))
            heads[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
        }
    }

    /// Calls `body` with every item that has a run of the given one, once for each such run.
    func forEachPlace(in list: ItemList, _ item: Int, _ body: (Int) -> Void) {
        let range = list.range(item)
        guard range.count >= runLength else { return }
        for start in range.lowerBound...range.upperBound - runLength {
            let hash = hash(list.symbols, start)
            let first = heads[Int(hash) & mask]
            var known = 0
            var entry = first
            while entry >= 0 {
                if entries[Int(entry)].hash == hash { known += 1 }
                entry = entries[Int(entry)].next
            }
            if known == 0 || known > limit { continue }
            entry = first
            while entry >= 0 {
                if entries[Int(entry)].hash == hash { body(Int(entries[Int(entry)].item)) }
                entry = entries[Int(entry)].next
            }
        }
    }

    private func hash(_ symbols: [UInt32], _ start: Int) -> UInt32 {
        var hash: UInt64 = 0
        for index in start..<start + runLength { hash = (hash ^ UInt64(symbols[index])) &* 0x9E37_79B9_7F4A_7C15 }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }
}
