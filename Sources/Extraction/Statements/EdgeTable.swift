/// The edges of a tree by their keys, open-addressed: the table is what a text is held against character by character.
struct EdgeTable: Sendable {
    /// A key of 42 bits, the node that the edge leads to, of 21 more, and whether a word ends there. 0 in a free place: no edge leads to node 0.
    typealias Edge = UInt64

    static let nodeLimit = 1 << 21

    private var edges: [Edge]
    private var count = 0

    /// `capacity`: about how many edges there will be.
    init(capacity: Int) {
        var size = 512
        while Self.isFull(size, holding: capacity) { size *= 2 }
        edges = [Edge](repeating: 0, count: size)
    }

    /// The edge of a key; 0 for none.
    @inline(__always)
    func edge(_ key: UInt64) -> Edge { edges[slot(key)] }

    /// Whether a word ends where an edge leads to.
    @inline(__always)
    static func endsWord(_ edge: Edge) -> Bool { edge & 1 != 0 }

    @inline(__always)
    static func target(of edge: Edge) -> Int { Int(edge >> 1 & UInt64(nodeLimit - 1)) }

    /// Two numbers of 21 bits each, a node and a scalar or two scalars.
    @inline(__always)
    static func key(_ first: Int, _ second: UInt32) -> UInt64 { UInt64(first) << 21 | UInt64(second) }

    /// The node that the edge of a key leads to, a new edge to `node` where there was none.
    ///
    /// - Precondition: `node` is below `nodeLimit`.
    mutating func insert(_ key: UInt64, to node: Int) -> Int {
        var slot = slot(key)
        if edges[slot] == 0 {
            precondition(node < Self.nodeLimit, "words have fewer beginnings")
            if Self.isFull(edges.count, holding: count + 1) {
                grow()
                slot = self.slot(key)
            }
            edges[slot] = key << 22 | UInt64(node) << 1
            count += 1
        }
        return Self.target(of: edges[slot])
    }

    /// Notes that a word ends where the edge of a key leads to.
    mutating func endWord(_ key: UInt64) { edges[slot(key)] |= 1 }

    private static func isFull(_ size: Int, holding count: Int) -> Bool { count * 5 >= size * 3 }

    /// The place of a key's edge, or the free one where it would stand.
    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while edges[slot] != 0, edges[slot] >> 22 != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = edges
        edges = [Edge](repeating: 0, count: old.count * 2)
        for edge in old where edge != 0 { edges[slot(edge >> 22)] = edge }
    }
}
