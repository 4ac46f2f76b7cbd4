/// A set of words found by longest match over Unicode scalars, in time linear in the text.
struct WordTrie: Sendable {
    /// Where a scalar leads from a node: both, of 21 bits each, the node that it leads to, of 21 more, and whether a word ends there. In one number, since
    /// the table is what a text is held against character by character. 0 in a free place (no edge leads to node 0).
    private typealias Edge = UInt64

    private static let nodeLimit = 1 << 21

    /// A bit for each of the common ideographs that a word begins with.
    private var starts = [UInt64](repeating: 0, count: Self.startRange.count / 64)
    /// A bit for each of the common ideographs that is a word by itself.
    private var singles = [UInt64](repeating: 0, count: Self.startRange.count / 64)
    /// A bit for the first two scalars of each word that has two: most text is told from them.
    private var openings = [UInt64](repeating: 0, count: Self.openingBits / 64)
    /// In an open-addressed table.
    private var edges: [Edge]
    /// By node the number of the word that ends there; any where none does. Each edge leads to a node of its own, by the number that it was added under.
    private var words: [Int32] = [0]

    private static let startRange = 0x4E00..<0xA000
    /// For some thousand words: one in twenty pairs that open none looks as if it did.
    private static let openingBits = 1 << 16

    /// `capacity`: about how many beginnings all words have.
    init(capacity: Int = 256) {
        var size = 512
        while Self.isFull(size, holding: capacity) { size *= 2 }
        edges = [Edge](repeating: 0, count: size)
    }

    private static func isFull(_ size: Int, holding count: Int) -> Bool { count * 5 >= size * 3 }

    /// Adds a word under a number; a word added twice keeps the later number.
    ///
    /// - Precondition: fewer than two million beginnings, more than the files of a pack have room for.
    mutating func insert(_ word: some Sequence<Unicode.Scalar>, number: Int) {
        var node = 0
        var slot = 0
        var first: UInt32?
        for scalar in word {
            if node == 0 {
                Self.note(scalar.value, in: &starts)
                first = scalar.value
            } else if let before = first {
                let bit = Self.openingBit(before, scalar.value)
                openings[bit >> 6] |= 1 << UInt64(bit & 63)
                first = nil
            }
            slot = self.slot(from: node, by: scalar.value)
            if edges[slot] == 0 {
                if Self.isFull(edges.count, holding: words.count) {
                    grow()
                    slot = self.slot(from: node, by: scalar.value)
                }
                precondition(words.count < Self.nodeLimit, "words have fewer beginnings")
                edges[slot] = Self.key(node, scalar.value) << 22 | UInt64(words.count) << 1
                words.append(0)
            }
            node = Self.target(of: edges[slot])
        }
        guard node != 0 else { return }
        if let first { Self.note(first, in: &singles) }
        edges[slot] |= 1
        words[node] = Int32(number)
    }

    /// The longest word that begins at a position; nil when none does.
    func longestMatch(in scalars: [UInt32], at start: Int) -> (number: Int, end: Int)? {
        let isSingle = start + 1 < scalars.count && !mayBegin(with: scalars[start], scalars[start + 1])
        if isSingle, !Self.mayHold(scalars[start], singles) { return nil }
        let end = isSingle ? start + 1 : scalars.count
        var node = 0
        var index = start
        var found: (node: Int, end: Int)?
        while index < end {
            let edge = edges[slot(from: node, by: scalars[index])]
            guard edge != 0 else { break }
            node = Self.target(of: edge)
            index += 1
            if edge & 1 != 0 { found = (node, index) }
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

    private static func key(_ node: Int, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

    @inline(__always)
    private static func target(of edge: Edge) -> Int { Int(edge >> 1 & UInt64(nodeLimit - 1)) }

    /// The place of an edge, or the free one where it would stand.
    @inline(__always)
    private func slot(from node: Int, by scalar: UInt32) -> Int {
        let key = Self.key(node, scalar)
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while edges[slot] != 0, edges[slot] >> 22 != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = edges
        edges = [Edge](repeating: 0, count: old.count * 2)
        for edge in old where edge != 0 {
            let (node, scalar) = (Int(edge >> 43), UInt32(truncatingIfNeeded: edge >> 22 & 0x1F_FFFF))
            edges[slot(from: node, by: scalar)] = edge
        }
    }
}
