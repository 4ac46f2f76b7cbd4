/// Two sequences without the elements that stand on one side only, their symbols numbered from 0.
struct CompactPair: ~Copyable {
    /// Symbols from here on are interned first, so that the table stays small; all Unicode scalars are below.
    private static let directLimit: UInt32 = 1 << 21

    private(set) var old: Side
    private(set) var new: Side

    /// Symbols on either side are below this.
    private(set) var symbolCount = 0

    private var oldSymbols = Scratch<UInt32>()
    private var oldPlaces = Scratch<Int32>()
    private var newSymbols = Scratch<UInt32>()
    private var newPlaces = Scratch<Int32>()

    /// By symbol: below `base` not seen in this comparison, `base` seen on the old side only, above it the shared symbol's number
    /// plus one. A new comparison raises `base` instead of clearing the table.
    private var marks = ZeroedTable(count: 1)
    private var base: UInt32 = 1

    init() {
        old = Side(symbols: oldSymbols.reserve(1), places: oldPlaces.reserve(1), count: 0)
        new = Side(symbols: newSymbols.reserve(1), places: newPlaces.reserve(1), count: 0)
    }

    mutating func fill(old source: UnsafeBufferPointer<UInt32>, new target: UnsafeBufferPointer<UInt32>) {
        var largest: UInt32 = 0
        for symbol in source { largest = max(largest, symbol) }
        for symbol in target { largest = max(largest, symbol) }
        if largest < Self.directLimit {
            fill(old: source, new: target, largest: largest)
        } else {
            var interner = Interner<UInt32>()
            let oldIDs = interner.ids(of: source)
            let newIDs = interner.ids(of: target)
            oldIDs.withUnsafeBufferPointer { oldIDs in
                newIDs.withUnsafeBufferPointer { newIDs in
                    fill(old: oldIDs, new: newIDs, largest: UInt32(truncatingIfNeeded: interner.count))
                }
            }
        }
    }

    private mutating func fill(old source: UnsafeBufferPointer<UInt32>, new target: UnsafeBufferPointer<UInt32>, largest: UInt32) {
        prepareMarks(largest: Int(largest))
        let base = base
        var shared: UInt32 = 0
        let marks = marks.pointer
        for symbol in source { marks[Int(symbol)] = base }

        new = Side(symbols: newSymbols.reserve(target.count), places: newPlaces.reserve(target.count), count: 0)
        for (place, symbol) in target.enumerated() {
            let mark = marks[Int(symbol)]
            if mark < base { continue }
            if mark == base {
                shared += 1
                marks[Int(symbol)] = base + shared
                new.append(shared - 1, at: place)
            } else {
                new.append(mark - base - 1, at: place)
            }
        }

        old = Side(symbols: oldSymbols.reserve(source.count), places: oldPlaces.reserve(source.count), count: 0)
        for (place, symbol) in source.enumerated() {
            let mark = marks[Int(symbol)]
            if mark > base { old.append(mark - base - 1, at: place) }
        }
        symbolCount = Int(shared)
    }

    private mutating func prepareMarks(largest: Int) {
        let used = UInt32(truncatingIfNeeded: symbolCount + 1)
        if marks.count <= largest || base > UInt32.max / 2 {
            marks = ZeroedTable(count: max(largest + 1, marks.count * 2))
            base = 1
        } else {
            base += used
        }
    }
}

/// One of the two sequences in the shape in which they are solved.
struct Side {
    let symbols: UnsafeMutablePointer<UInt32>
    /// Where each element stood before elements were left out; ascending.
    let places: UnsafeMutablePointer<Int32>
    private(set) var count: Int

    mutating func append(_ symbol: UInt32, at place: Int) {
        symbols[count] = symbol
        places[count] = Int32(truncatingIfNeeded: place)
        count += 1
    }
}
