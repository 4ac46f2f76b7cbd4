/// A set of words found by longest match over Unicode scalars, in time linear in the text.
struct WordTrie: Sendable {
    /// Where a scalar leads from a node.
    private struct Edge {
        /// The node and the scalar; 0 in a free place (no edge leads from node 0 by scalar 0).
        var key: UInt64 = 0
        var target: Int32 = 0
        /// The number of the word that ends at the target; -1 where none does.
        var word: Int32 = -1
    }

    /// A bit for each of the common ideographs that a word begins with.
    private var starts = [UInt64](repeating: 0, count: Self.startRange.count / 64)
    /// A bit for the first two scalars of each word that has two: most text is told from them.
    private var openings = [UInt64](repeating: 0, count: Self.openingBits / 64)
    /// In an open-addressed table.
    private var edges: [Edge]
    /// Each leads to a node of its own, by the number that it was added under.
    private var edgeCount = 0

    private static let startRange = 0x4E00..<0xA000
    /// For some thousand words: one in twenty pairs that open none looks as if it did.
    private static let openingBits = 1 << 16

    /// `capacity`: about how many scalars all words have.
    init(capacity: Int = 256) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        edges = [Edge](repeating: Edge(), count: size)
    }

    /// Adds a word under a number; a word added twice keeps the later number.
    mutating func insert(_ word: some Sequence<Unicode.Scalar>, number: Int) {
        var node: Int32 = 0
        var slot = 0
        var first: UInt32?
        for scalar in word {
            if node == 0 {
                note(start: scalar.value)
                first = scalar.value
            } else if let before = first {
                let bit = Self.openingBit(before, scalar.value)
                openings[bit >> 6] |= 1 << UInt64(bit & 63)
                first = nil
            }
            slot = self.slot(from: node, by: scalar.value)
            if edges[slot].key == 0 {
                if edgeCount * 2 >= edges.count {
                    grow()
                    slot = self.slot(from: node, by: scalar.value)
                }
                edgeCount += 1
                edges[slot] = Edge(key: Self.key(node, scalar.value), target: Int32(edgeCount))
            }
            node = edges[slot].target
        }
        if node != 0 { edges[slot].word = Int32(number) }
    }

    /// The longest word that begins at a position; nil when none does.
    func longestMatch(in scalars: [UInt32], at start: Int) -> (number: Int, end: Int)? {
        let isSingle = start + 1 < scalars.count && !mayBegin(with: scalars[start], scalars[start + 1])
        let end = isSingle ? start + 1 : scalars.count
        var node: Int32 = 0
        var index = start
        var found: (Int, Int)?
        while index < end {
            let edge = edges[slot(from: node, by: scalars[index])]
            guard edge.key != 0 else { break }
            node = edge.target
            index += 1
            if edge.word >= 0 { found = (Int(edge.word), index) }
        }
        return found
    }

    /// Whether a word begins at a position.
    func holds(at start: Int, in scalars: [UInt32]) -> Bool {
        mayBegin(with: scalars[start]) && longestMatch(in: scalars, at: start) != nil
    }

    /// False where no word begins with a scalar: most characters of a text are told from it alone.
    @inline(__always)
    func mayBegin(with scalar: UInt32) -> Bool {
        guard Self.startRange.contains(Int(scalar)) else { return true }
        let bit = Int(scalar) - Self.startRange.lowerBound
        return starts[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    private mutating func note(start scalar: UInt32) {
        guard Self.startRange.contains(Int(scalar)) else { return }
        let bit = Int(scalar) - Self.startRange.lowerBound
        starts[bit >> 6] |= 1 << UInt64(bit & 63)
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

    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar) }

    /// The place of an edge, or the free one where it would stand.
    @inline(__always)
    private func slot(from node: Int32, by scalar: UInt32) -> Int {
        let key = Self.key(node, scalar)
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = edges
        edges = [Edge](repeating: Edge(), count: old.count * 2)
        for edge in old where edge.key != 0 {
            edges[slot(from: Int32(truncatingIfNeeded: edge.key >> 32), by: UInt32(truncatingIfNeeded: edge.key))] = edge
        }
    }
}
