/// By run of symbols: in which items it stands.
///
/// Runs are of three symbols, or of more where the items are made of so few different words that nearly all short runs are common.
/// Of long items only some runs are taken, chosen by what they are, so that the same ones are taken everywhere.
struct RunIndex: ~Copyable {
    static let shortestRun = 3
    private static let longestRun = 48
    /// Once so many runs were met, and twice as many were common as were not, longer ones are tried.
    private static let judgedRuns = 512
    /// A run that more items than this have tells nothing.
    private static let itemLimit = 4
    /// Of items from this length on, one run in `sampling` is taken.
    private static let sampledLength = 64
    static let sampling = 4
    /// No more entries of a bucket than this are looked at, so that crafted texts cannot pile them up.
    private static let longestWalk = 64

    /// Not private, though of use here alone: Swift 6.3 cannot release memory of a type that other files do not see.
    struct Entry: BitwiseCopyable {
        let hash: UInt32
        let item: Int32
        /// The index of the bucket's next entry, -1 for none.
        let next: Int32
    }

    private var heads = Scratch<Int32>()
    private var entries = Scratch<Entry>()
    private var mask = 0
    /// How many symbols the runs have.
    private(set) var runLength = RunIndex.shortestRun

    init() {}

    /// How many runs an item of this length has.
    func runs(_ length: Int) -> Int { max(0, length - runLength + 1) }

    /// Forgets what was entered before and enters the given items.
    mutating func fill(_ list: ItemList, _ items: [Int]) {
        runLength = Self.shortestRun
        while !enter(list, items) { runLength *= 2 }
    }

    /// Returns false, with only some items entered, when most runs are common and longer ones may not be.
    private mutating func enter(_ list: ItemList, _ items: [Int]) -> Bool {
        let total = items.reduce(0) { $0 + takenRuns(list.length($1)) }
        var size = 16
        while size < total { size *= 2 }
        mask = size - 1
        let heads = heads.reserve(size, filledWith: -1)
        // What is taken is chosen by hash, so that an item may have more than its share.
        let entries = entries.reserve(items.reduce(0) { $0 + runs(list.length($1)) } + 1)
        var count: Int32 = 0
        var refused: Int32 = 0
        return list.symbols.withUnsafeBufferPointer { symbols in
            for item in items {
                let item32 = Int32(truncatingIfNeeded: item)
                forEachRun(symbols, list.range(item)) { hash in
                    let bucket = Int(hash) & mask
                    var entry = heads[bucket]
                    var known = 0
                    var isEntered = false
                    var walked = 0
                    while entry >= 0, walked < Self.longestWalk {
                        if entries[Int(entry)].hash == hash {
                            known += 1
                            isEntered = isEntered || entries[Int(entry)].item == item32
                        }
                        entry = entries[Int(entry)].next
                        walked += 1
                    }
                    // One more than the limit is entered, by which a lookup knows that there are too many.
                    if isEntered { return }
                    if known > Self.itemLimit || walked == Self.longestWalk {
                        refused += 1
                        return
                    }
                    entries[Int(count)] = Entry(hash: hash, item: item32, next: heads[bucket])
                    heads[bucket] = count
                    count += 1
                }
                if runLength < Self.longestRun, Int(count + refused) >= Self.judgedRuns, refused > 2 * count { return false }
            }
            return true
        }
    }

    /// Calls `body` with every entered item that has a run of the given one, once for each such run. Returns whether only some of the
    /// runs were looked up.
    func forEachPlace(in list: ItemList, _ item: Int, _ body: (Int) -> Void) -> Bool {
        let heads = heads.pointer
        let entries = entries.pointer
        let range = list.range(item)
        list.symbols.withUnsafeBufferPointer { symbols in
            forEachRun(symbols, range) { hash in
                let first = heads[Int(hash) & mask]
                var known = 0
                var entry = first
                while entry >= 0 {
                    if entries[Int(entry)].hash == hash { known += 1 }
                    entry = entries[Int(entry)].next
                }
                if known == 0 || known > Self.itemLimit { return }
                entry = first
                while entry >= 0 {
                    if entries[Int(entry)].hash == hash { body(Int(entries[Int(entry)].item)) }
                    entry = entries[Int(entry)].next
                }
            }
        }
        return range.count >= Self.sampledLength
    }

    private func takenRuns(_ length: Int) -> Int {
        length < Self.sampledLength ? runs(length) : runs(length) / Self.sampling
    }

    @inline(__always)
    private func forEachRun(_ symbols: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ body: (UInt32) -> Void) {
        let isSampled = range.count >= Self.sampledLength
        if runLength > Self.shortestRun {
            forEachLongRun(symbols, range) { hash in
                if !isSampled || hash >> 30 == 0 { body(hash) }
            }
            return
        }
        for start in range.lowerBound..<range.lowerBound + runs(range.count) {
            var hash = UInt64(symbols[start]) &* 0x9E37_79B9_7F4A_7C15
            hash ^= UInt64(symbols[start + 1]) &* 0xC2B2_AE3D_27D4_EB4F
            hash ^= UInt64(symbols[start + 2]) &* 0x1656_67B1_9E37_79F9
            let high = Self.mixed(hash)
            if isSampled, high >> 30 != 0 { continue }
            body(high)
        }
    }

    /// The hash of each run from the hash of the one before.
    @inline(__always)
    private func forEachLongRun(_ symbols: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ body: (UInt32) -> Void) {
        if range.count < runLength { return }
        let base: UInt64 = 0x9E37_79B9_7F4A_7C15
        var leaving: UInt64 = 1
        for _ in 0..<runLength { leaving &*= base }
        var hash: UInt64 = 0
        for index in range.lowerBound..<range.lowerBound + runLength { hash = hash &* base &+ UInt64(symbols[index]) &+ 1 }
        body(Self.mixed(hash))
        for index in range.lowerBound + runLength..<range.upperBound {
            hash = hash &* base &+ UInt64(symbols[index]) &+ 1
            hash &-= leaving &* (UInt64(symbols[index - runLength]) &+ 1)
            body(Self.mixed(hash))
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: ((hash ^ (hash >> 29)) &* 0xD6E8_FEB8_6659_FD93) >> 32)
    }
}
