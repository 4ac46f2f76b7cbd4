/// Tells of many patterns at once which of them may match a text, from the literals that each of them needs.
///
/// No pattern is compiled for it: most texts hold none of the literals of most patterns, so that most need not be.
package struct PatternFilter: Sendable {
    /// A literal and the pattern that needs it.
    private struct Entry: Sendable {
        let literal: Literal
        let pattern: Int
    }

    /// Ascending by the literals' keys.
    private let entries: [Entry]
    /// A bit for the hash of each key: most places of a text are told from it alone.
    private let filter: [UInt64]
    /// For the lower bits of each literal's first character the lengths of key that its literals have, a bit each.
    private let lengths: [UInt8]
    /// The patterns of which no literals are known, ascending.
    private let unfiltered: [Int]
    private let count: Int

    /// - Parameter sources: the patterns. What is no pattern may match everywhere.
    package init(_ sources: [String]) {
        var entries: [Entry] = []
        var unfiltered: [Int] = []
        var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        var lengths = [UInt8](repeating: 0, count: Self.firstMask + 1)
        for (pattern, source) in sources.enumerated() {
            guard let literals = LiteralParser.literals(of: source) else {
                unfiltered.append(pattern)
                continue
            }
            for literal in literals {
                entries.append(Entry(literal: literal, pattern: pattern))
                let slot = Self.slot(literal.key)
                filter[slot >> 6] |= 1 << UInt64(slot & 63)
                lengths[Int(literal[0]) & Self.firstMask] |= 1 << UInt8(min(literal.count, Literal.keyLength))
            }
        }
        entries.sort { $0.literal.key < $1.literal.key }
        self.entries = entries
        self.filter = filter
        self.lengths = lengths
        self.unfiltered = unfiltered
        count = sources.count
    }

    /// For each pattern the texts in which it may match, by their indices, ascending; in every other one it does not match. Linear in the texts.
    package func candidates(in texts: [String]) -> [[Int]] {
        var candidates = [[Int]](repeating: [], count: count)
        for pattern in unfiltered { candidates[pattern] = Array(texts.indices) }
        var scalars: [UInt32] = []
        for (number, var text) in texts.enumerated() {
            text.withUTF8 { Self.decode($0, into: &scalars) }
            lengths.withUnsafeBufferPointer { lengths in
                filter.withUnsafeBufferPointer { filter in
                    scalars.withUnsafeBufferPointer { scalars in
                        for index in scalars.indices {
                            let lengths = lengths[Int(scalars[index]) & Self.firstMask]
                            if lengths == 0 { continue }
                            for length in 1...min(Literal.keyLength, scalars.count - index) where lengths >> UInt8(length) & 1 != 0 {
                                let key = Literal.key(of: scalars, at: index, length: length)
                                let slot = Self.slot(key)
                                guard filter[slot >> 6] >> UInt64(slot & 63) & 1 != 0 else { continue }
                                note(key, scalars, index, number, &candidates)
                            }
                        }
                    }
                }
            }
        }
        return candidates
    }

    /// Notes a text with the patterns whose literals have a key and stand at an index.
    private func note(_ key: UInt64, _ scalars: UnsafeBufferPointer<UInt32>, _ index: Int, _ text: Int, _ candidates: inout [[Int]]) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].literal.key < key { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, entries[low].literal.key == key {
            let entry = entries[low]
            if candidates[entry.pattern].last != text, entry.literal.stands(in: scalars, at: index) {
                candidates[entry.pattern].append(text)
            }
            low += 1
        }
    }

    /// The scalars of valid UTF-8.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        var index = 0
        while index < bytes.count {
            let lead = UInt32(bytes[index])
            // A character of three bytes is nearly all there is.
            let width = lead & 0xF0 == 0xE0 ? 3 : lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 4
            var scalar = lead & (width == 1 ? 0x7F : 0x7F >> UInt32(width))
            for next in index + 1..<index + width { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
            scalars.append(scalar)
            index += width
        }
    }

    private static let filterBits = 15
    private static let firstMask = 4095

    /// - Source: Knuth, TAOCP 3, 6.4: multiplicative hashing by the golden ratio
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - filterBits)) }
}
