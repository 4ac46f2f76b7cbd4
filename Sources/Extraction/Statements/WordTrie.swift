/// A set of words found by longest match over Unicode scalars, in time linear in the text.
struct WordTrie: Sendable {
    /// Nodes that words begin with, by their first scalar, where that is one of the common ideographs; 0 where none begins so.
    private var roots = [Int32](repeating: 0, count: Self.rootRange.count)
    /// A bit for the first two scalars of each word that has two: most text is told from them.
    private var openings = [UInt64](repeating: 0, count: Self.openingBits / 64)
    /// Edges by node and scalar in an open-addressed table; key 0 is a free place (no edge leads from node 0 by scalar 0).
    private var keys: [UInt64]
    private var targets: [Int32]
    private var mask: Int
    private var edgeCount = 0
    /// For each node, the number of the word that ends there; -1 where none does.
    private var words: [Int32] = [-1]

    private static let rootRange = 0x4E00..<0xA000
    /// For some thousand words: one in twenty pairs that open none looks as if it did.
    private static let openingBits = 1 << 16

    /// `capacity`: about how many scalars all words have.
    init(capacity: Int = 256) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        targets = [Int32](repeating: 0, count: size)
        mask = size - 1
    }

    /// Adds a word under a number; a word added twice keeps the later number.
    mutating func insert(_ word: some Sequence<Unicode.Scalar>, number: Int) {
        var node = 0
        var first: UInt32?
        for scalar in word {
            if let before = first, node != 0 {
                let bit = Self.openingBit(before, scalar.value)
                openings[bit >> 6] |= 1 << UInt64(bit & 63)
                first = nil
            }
            if node == 0 { first = scalar.value }
            if let next = step(from: node, by: scalar.value) {
                node = next
            } else {
                words.append(-1)
                add(from: node, by: scalar.value, to: words.count - 1)
                node = words.count - 1
            }
        }
        words[node] = Int32(number)
    }

    /// The longest word that begins at a position; nil when none does.
    func longestMatch(in scalars: [UInt32], at start: Int) -> (number: Int, end: Int)? {
        var node = 0
        var index = start
        var found: (Int, Int)?
        if start + 1 < scalars.count, !mayBegin(with: scalars[start], scalars[start + 1]) {
            guard let only = step(from: 0, by: scalars[start]), words[only] >= 0 else { return nil }
            return (Int(words[only]), start + 1)
        }
        while index < scalars.count, let next = step(from: node, by: scalars[index]) {
            node = next
            index += 1
            if words[node] >= 0 { found = (Int(words[node]), index) }
        }
        return found
    }

    /// False where no word begins with a scalar: most characters of a text are told from it alone.
    @inline(__always)
    func mayBegin(with scalar: UInt32) -> Bool {
        !Self.rootRange.contains(Int(scalar)) || roots[Int(scalar) - Self.rootRange.lowerBound] != 0
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

    private func step(from node: Int, by scalar: UInt32) -> Int? {
        if node == 0, Self.rootRange.contains(Int(scalar)) {
            let target = roots[Int(scalar) - Self.rootRange.lowerBound]
            return target == 0 ? nil : Int(target)
        }
        let key = UInt64(node) << 32 | UInt64(scalar)
        var slot = Self.hash(key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(targets[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func add(from node: Int, by scalar: UInt32, to target: Int) {
        if node == 0, Self.rootRange.contains(Int(scalar)) {
            roots[Int(scalar) - Self.rootRange.lowerBound] = Int32(target)
            return
        }
        if edgeCount * 2 >= keys.count { grow() }
        place(UInt64(node) << 32 | UInt64(scalar), Int32(target))
        edgeCount += 1
    }

    private mutating func place(_ key: UInt64, _ target: Int32) {
        var slot = Self.hash(key) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let old = zip(keys, targets)
        let size = keys.count * 2
        keys = [UInt64](repeating: 0, count: size)
        targets = [Int32](repeating: 0, count: size)
        mask = size - 1
        for (key, target) in old where key != 0 { place(key, target) }
    }

    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
