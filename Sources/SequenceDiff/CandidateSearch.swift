/// Finds the items that may be partners of one another, without comparing all with all.
struct CandidateSearch: ~Copyable {
    /// So many likely partners of an old item are compared with it.
    private static let partners = 4
    /// Equal items are candidates when there are at most this many pairs of them; above, only their order could tell them apart.
    private static let equalPairs = 16
    /// An old item is compared with a new one if they share at least one in this many of the shorter one's runs of three symbols; longer
    /// ones are shared more rarely and tell more.
    private static let sharedRuns = 16
    /// Items whose comparison would take more steps than this are judged by the runs that they share.
    private static let comparedSteps = 1 << 15

    /// An only partner with so many shared runs, and half of all, is one without comparison.
    private static let plainRuns = 16

    var differ = Differ()
    private var index = RunIndex()
    /// By new item: how many runs it shares with the current old item; all 0 in between.
    private var votes = Scratch<Int32>()
    /// By item number.
    private var oldCounts: [Int32]
    private var newCounts: [Int32]

    init(newCount: Int, idCount: Int) {
        oldCounts = [Int32](repeating: 0, count: idCount)
        newCounts = [Int32](repeating: 0, count: idCount)
        _ = votes.reserve(newCount, filledWith: 0)
    }

    mutating func similarity(_ old: ItemList, _ oldItem: Int, _ new: ItemList, _ newItem: Int) -> Double {
        differ.similarity(old[oldItem].span, new[newItem].span, budget: Self.comparedSteps)
    }

    /// The steps that telling how alike two items are may take at most, about.
    static func steps(_ oldLength: Int, _ newLength: Int) -> Int {
        min(comparedSteps + oldLength + newLength, BitMatrix.steps(oldLength, newLength))
    }

    /// The script from one list of item numbers to another.
    mutating func script(_ old: [UInt32], _ new: [UInt32]) -> EditScript {
        differ.script(from: old.span, to: new.span)
    }

    /// Equal pairs, and for items without an equal one anywhere, the pairs with at least the given likeness. Ascending by old, then new.
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
                if !ids.isUniqueOnBothSides(id) { unequalNew.append(item) }
            } else if pairs <= Self.equalPairs {
                placesByID[id, default: []].append(item)
            }
        }
        index.fill(new, unequalNew)
        var found: [ItemPair] = []
        for item in oldItems {
            let id = ids.old[item]
            if newCounts[Int(id)] > 0 {
                for place in placesByID[id] ?? [] { found.append(ItemPair(old: item, new: place, similarity: 1)) }
            } else if !ids.isUniqueOnBothSides(id) {
                let start = found.count
                let partners = likelyPartners(of: item, old, new)
                for partner in partners {
                    let likeness = likeness(old, item, new, partner.place, sharedRuns: partner.votes, isOnly: partners.count == 1)
                    if likeness >= similarity { found.append(ItemPair(old: item, new: partner.place, similarity: likeness)) }
                }
                found[start...].sort { $0.new < $1.new }
            }
        }
        for item in oldItems { oldCounts[Int(ids.old[item])] = 0 }
        for item in newItems { newCounts[Int(ids.new[item])] = 0 }
        return found
    }

    /// The likeness of likely partners: computed for short ones, estimated for long ones, and where there is no doubt.
    private mutating func likeness(
        _ old: ItemList, _ oldItem: Int, _ new: ItemList, _ newItem: Int, sharedRuns: Int, isOnly: Bool
    ) -> Double {
        let oldLength = old.length(oldItem)
        let newLength = new.length(newItem)
        let isShort = index.runLength == RunIndex.shortestRun
        let isPlain = isShort && isOnly && sharedRuns >= Self.plainRuns && 2 * sharedRuns >= max(oldLength, newLength)
        if !isPlain, !isShort || BitMatrix.steps(oldLength, newLength) <= Self.comparedSteps {
            return similarity(old, oldItem, new, newItem)
        }
        // If the kept part is one piece, as large a part of the symbols is kept as of the runs; if it is scattered, the cube root,
        // since a run is kept only with all three. The square root lies between.
        let part = min(1, Double(sharedRuns) / Double(index.runs(oldLength))).squareRoot()
        let kept = min(part * Double(oldLength), Double(newLength))
        return min(0.99, 2 * kept / Double(oldLength + newLength))
    }

    /// The new items that share most runs with an old one, most first.
    private mutating func likelyPartners(of item: Int, _ old: ItemList, _ new: ItemList) -> [(place: Int, votes: Int)] {
        var touched: [Int] = []
        let votes = votes.pointer
        let isSampled = index.forEachPlace(in: old, item) { place in
            if votes[place] == 0 { touched.append(place) }
            votes[place] += 1
        }
        let oldRuns = index.runs(old.length(item))
        let sharedRuns = Self.sharedRuns * index.runLength / RunIndex.shortestRun
        var best: [(place: Int, votes: Int)] = []
        for place in touched {
            let count = Int(votes[place]) * (isSampled ? RunIndex.sampling : 1)
            votes[place] = 0
            guard count * sharedRuns >= min(oldRuns, index.runs(new.length(place))) else { continue }
            var position = best.count
            while position > 0, (best[position - 1].votes, place) < (count, best[position - 1].place) { position -= 1 }
            guard position < Self.partners else { continue }
            best.insert((place, count), at: position)
            if best.count > Self.partners { best.removeLast() }
        }
        // A partner that shares far less than the best one would only cost time.
        return best.filter { $0.votes * 3 >= best[0].votes }
    }
}
