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
    /// A bit for the lower bits of each literal's first character.
    private let firsts: [UInt64]
    private let hasSingles: Bool
    /// The patterns of which no literals are known, ascending.
    private let unfiltered: [Int]
    private let count: Int

    /// - Parameter sources: the patterns. What is no pattern may match everywhere.
    package init(_ sources: [String]) {
        var entries: [Entry] = []
        var unfiltered: [Int] = []
        var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        for (pattern, source) in sources.enumerated() {
            guard let literals = LiteralParser.literals(of: source) else {
                unfiltered.append(pattern)
                continue
            }
            for literal in literals {
                entries.append(Entry(literal: literal, pattern: pattern))
                let slot = Self.slot(literal.key)
                filter[slot >> 6] |= 1 << UInt64(slot & 63)
            }
        }
        var firsts = [UInt64](repeating: 0, count: 64)
        for first in entries.map({ $0.literal[0] }) { firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63) }
        self.firsts = firsts
        entries.sort { $0.literal.key < $1.literal.key }
        self.entries = entries
        self.filter = filter
        self.unfiltered = unfiltered
        hasSingles = entries.contains { $0.literal.count == 1 }
        count = sources.count
    }

    /// The indices, ascending, of the patterns that may match in a text; every other one does not match in it. Linear in the text.
    package func candidates(in text: String) -> [Int] {
        var isCandidate = [Bool](repeating: false, count: count)
        for pattern in unfiltered { isCandidate[pattern] = true }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars { scalars.append(scalar.value) }
        for index in scalars.indices where begins(with: scalars[index]) {
            if hasSingles { note(Literal.key(scalars[index]), scalars, index, &isCandidate) }
            if index + 1 < scalars.count { note(Literal.key(scalars[index], scalars[index + 1]), scalars, index, &isCandidate) }
        }
        return isCandidate.indices.filter { isCandidate[$0] }
    }

    /// Whether a literal may begin with a scalar.
    private func begins(with scalar: UInt32) -> Bool { firsts[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0 }

    /// Notes the patterns whose literals have a key and stand at an index.
    private func note(_ key: UInt64, _ scalars: [UInt32], _ index: Int, _ isCandidate: inout [Bool]) {
        let slot = Self.slot(key)
        guard filter[slot >> 6] & 1 << UInt64(slot & 63) != 0 else { return }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].literal.key < key { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, entries[low].literal.key == key {
            let entry = entries[low]
            if !isCandidate[entry.pattern], index + entry.literal.count <= scalars.count,
                (0..<entry.literal.count).allSatisfy({ entry.literal[$0] == scalars[index + $0] })
            {
                isCandidate[entry.pattern] = true
            }
            low += 1
        }
    }

    private static let filterBits = 15

    /// - Source: Knuth, TAOCP 3, 6.4: multiplicative hashing by the golden ratio
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - filterBits)) }
}
