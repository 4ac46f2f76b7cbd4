/// Tells of many patterns and lists of words at once which of them may occur in a text, from the literals that each of them needs.
///
/// No pattern is compiled for it: most texts hold none of the literals of most patterns, so that most need not be.
package struct PatternFilter: Sendable {
    /// A literal and what needs it.
    private struct Entry: Sendable {
        let key: UInt64
        let literal: Literal
        let number: Int
        /// Another entry of the key; negative where there is none.
        let next: Int32
    }

    private let entries: [Entry]
    /// By the hash of each key, or behind it where that is taken, one of its entries; negative where there is none. A power of two, at least half of
    /// them free.
    private let heads: [Int32]
    /// A bit for the hash of the first two characters of each literal that has two: most places of a text are told from it alone.
    private let filter: [UInt64]
    /// For the lower bits of each literal's first character the lengths of key that its literals have, a bit each.
    private let lengths: [UInt8]
    /// The patterns of which no literals are known, ascending.
    private let unfiltered: [Int]
    private let count: Int

    /// - Parameters:
    ///   - patterns: numbered from 0. What is no pattern may match everywhere.
    ///   - words: lists of words, any of which may occur; numbered behind the patterns. Empty words are left out.
    package init(_ patterns: [String], words: [[String]] = []) {
        var literals: [(literal: Literal, number: Int)] = []
        var unfiltered: [Int] = []
        for (number, source) in patterns.enumerated() {
            if let own = LiteralParser.literals(of: source) {
                for literal in own { literals.append((literal, number)) }
            } else {
                unfiltered.append(number)
            }
        }
        for (number, list) in words.enumerated() {
            for word in list where !word.isEmpty { literals.append((Literal(beginning: word), patterns.count + number)) }
        }
        var entries: [Entry] = []
        entries.reserveCapacity(literals.count)
        var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        var lengths = [UInt8](repeating: 0, count: Self.firstMask + 1)
        var size = 16
        while size < 2 * literals.count { size *= 2 }
        var heads = [Int32](repeating: -1, count: size)
        for (literal, number) in literals {
            let key = literal.key
            var slot = Self.slot(key, of: size)
            while heads[slot] >= 0, entries[Int(heads[slot])].key != key { slot = (slot + 1) & (size - 1) }
            let entry = Int32(entries.count)
            entries.append(Entry(key: key, literal: literal, number: number, next: heads[slot]))
            heads[slot] = entry
            lengths[Int(literal[0]) & Self.firstMask] |= 1 << UInt8(min(literal.count, Literal.keyLength))
            if literal.count > 1 {
                let bit = Self.bit(UInt64(literal[0]) | UInt64(literal[1]) << 21)
                filter[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        self.entries = entries
        self.heads = heads
        self.filter = filter
        self.lengths = lengths
        self.unfiltered = unfiltered
        count = patterns.count + words.count
    }

    /// By the numbers of patterns and words the texts in which they may occur, by their indices, ascending; in every other one they do not. Linear in
    /// the texts.
    package func candidates(in texts: DecodedTexts) -> [[Int]] {
        var candidates = [[Int]](repeating: [], count: count)
        for pattern in unfiltered { candidates[pattern] = Array(0..<texts.count) }
        texts.scalars.withUnsafeBufferPointer { all in
            lengths.withUnsafeBufferPointer { lengths in
                filter.withUnsafeBufferPointer { filter in
                    for text in 0..<texts.count {
                        let scalars = UnsafeBufferPointer(rebasing: all[texts.range(of: text)])
                        var next = scalars.isEmpty ? 0 : UInt64(scalars[0])
                        for index in scalars.indices {
                            let first = next
                            // A text that ends is as one with a 0 behind it, which at worst is searched in vain.
                            next = index + 1 < scalars.count ? UInt64(scalars[index + 1]) : 0
                            let two = first | next << 21
                            let bit = Self.bit(two)
                            let mayBeTwo = filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
                            let lengths = lengths[Int(first) & Self.firstMask]
                            // Most places are told from these two.
                            if !mayBeTwo, lengths & 2 == 0 { continue }
                            if lengths & 2 != 0 { note(Literal.key(first), scalars, index, text, &candidates) }
                            guard mayBeTwo else { continue }
                            if lengths & 4 != 0 { note(Literal.key(ofTwo: two), scalars, index, text, &candidates) }
                            guard lengths & 8 != 0, index + 2 < scalars.count else { continue }
                            note(two | UInt64(scalars[index + 2]) << 42, scalars, index, text, &candidates)
                        }
                    }
                }
            }
        }
        return candidates
    }

    /// Notes a text with what has a literal of a key that stands at an index.
    private func note(_ key: UInt64, _ scalars: UnsafeBufferPointer<UInt32>, _ index: Int, _ text: Int, _ candidates: inout [[Int]]) {
        var slot = Self.slot(key, of: heads.count)
        while heads[slot] >= 0 {
            var next = Int(heads[slot])
            if entries[next].key == key {
                while next >= 0 {
                    let number = entries[next].number
                    if candidates[number].last != text, entries[next].literal.stands(in: scalars, at: index) {
                        candidates[number].append(text)
                    }
                    next = Int(entries[next].next)
                }
                return
            }
            slot = (slot + 1) & (heads.count - 1)
        }
    }

    private static let filterBits = 16
    private static let firstMask = 4095

    /// Where a key may stand among `size` slots, a power of two.
    private static func slot(_ key: UInt64, of size: Int) -> Int { Int(hash(key) >> 32) & (size - 1) }

    /// The bit of two characters in the filter.
    private static func bit(_ two: UInt64) -> Int { Int((two &* multiplier) >> UInt64(64 - filterBits)) }

    /// What ends up in the lower half depends on all of the key.
    private static func hash(_ key: UInt64) -> UInt64 {
        let hash = key &* multiplier
        return hash ^ (hash >> 29)
    }

    /// - Source: Knuth, TAOCP 3, 6.4: multiplicative hashing by the golden ratio
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
}
