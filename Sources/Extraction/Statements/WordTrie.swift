/// A set of words found by longest match over Unicode scalars, in time linear in the text.
struct WordTrie: Sendable {
    /// A bit for each of the common ideographs that a word begins with.
    private var starts = [UInt64](repeating: 0, count: Self.startRange.count / 64)
    /// A bit for each of the common ideographs that is a word by itself.
    private var singles = [UInt64](repeating: 0, count: Self.startRange.count / 64)
    /// A bit for the first two scalars of each word that has two: most text is told from them.
    private var openings = [UInt64](repeating: 0, count: Self.openingBits / 64)
    /// By the first two scalars of words the node that they lead to: a table small enough to stay at hand.
    private var pairs = EdgeTable(capacity: 256)
    /// By node and scalar.
    private var edges: EdgeTable
    /// By node the number of the word that ends there; any where none does. Each edge leads to a node of its own, by the number that it was added under.
    private var words: [Int32] = [0]

    private static let startRange = 0x4E00..<0xA000
    /// For some thousand words: one in twenty pairs that open none looks as if it did.
    private static let openingBits = 1 << 16

    /// `capacity`: about how many beginnings all words have.
    init(capacity: Int = 256) { edges = EdgeTable(capacity: capacity) }

    /// Adds a word under a number; a word added twice keeps the later number.
    ///
    /// - Precondition: fewer than two million beginnings, more than the files of a pack have room for.
    mutating func insert(_ word: some Sequence<Unicode.Scalar>, number: Int) {
        var node = 0
        var length = 0
        var first: UInt32 = 0
        var (key, pair): (UInt64, UInt64) = (0, 0)
        for scalar in word {
            key = EdgeTable.key(node, scalar.value)
            node = edges.insert(key, to: words.count)
            let isNew = node == words.count
            if isNew { words.append(0) }
            length += 1
            if length == 1 {
                first = scalar.value
                if isNew { Self.note(first, in: &starts) }
            } else if length == 2 {
                pair = EdgeTable.key(Int(first), scalar.value)
                guard isNew else { continue }
                let bit = Self.openingBit(first, scalar.value)
                openings[bit >> 6] |= 1 << UInt64(bit & 63)
                _ = pairs.insert(pair, to: node)
            }
        }
        guard node != 0 else { return }
        if length == 1 { Self.note(first, in: &singles) }
        if length == 2 { pairs.endWord(pair) }
        edges.endWord(key)
        words[node] = Int32(number)
    }

    /// The longest word that begins at a position; nil when none does, as at the end of the text.
    func longestMatch(in scalars: [UInt32], at start: Int) -> (number: Int, end: Int)? {
        guard start < scalars.count else { return nil }
        let first = scalars[start]
        var found: (node: Int, end: Int)?
        if Self.mayHold(first, singles), case let edge = edges.edge(EdgeTable.key(0, first)), EdgeTable.endsWord(edge) {
            found = (EdgeTable.target(of: edge), start + 1)
        }
        if start + 1 < scalars.count, mayBegin(with: first, scalars[start + 1]) {
            var edge = pairs.edge(EdgeTable.key(Int(first), scalars[start + 1]))
            var end = start + 2
            while edge != 0 {
                let node = EdgeTable.target(of: edge)
                if EdgeTable.endsWord(edge) { found = (node, end) }
                guard end < scalars.count else { break }
                edge = edges.edge(EdgeTable.key(node, scalars[end]))
                end += 1
            }
        }
        return found.map { (Int(words[$0.node]), $0.end) }
    }

    /// Whether a word begins at a position.
    func holds(at start: Int, in scalars: [UInt32]) -> Bool {
        mayBegin(with: scalars[start]) && longestMatch(in: scalars, at: start) != nil
    }

    /// False where no word begins with a scalar: most characters of a text are told from it alone.
    @inline(__always)
    func mayBegin(with scalar: UInt32) -> Bool { Self.mayHold(scalar, starts) }

    /// False for a common ideograph without a bit.
    @inline(__always)
    private static func mayHold(_ scalar: UInt32, _ bits: [UInt64]) -> Bool {
        guard startRange.contains(Int(scalar)) else { return true }
        let bit = Int(scalar) - startRange.lowerBound
        return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    private static func note(_ scalar: UInt32, in bits: inout [UInt64]) {
        guard startRange.contains(Int(scalar)) else { return }
        let bit = Int(scalar) - startRange.lowerBound
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// False where no word of two scalars or more begins with these.
    @inline(__always)
    private func mayBegin(with first: UInt32, _ second: UInt32) -> Bool {
        let bit = Self.openingBit(first, second)
        return openings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    @inline(__always)
    private static func openingBit(_ first: UInt32, _ second: UInt32) -> Int {
        Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 16)
    }
}
