/// Tells of many patterns and lists of words at once which of them may occur in a text, from the literals that each of them needs.
///
/// No pattern is compiled for it: most texts hold none of the literals of most patterns, so that most need not be.
package struct PatternFilter: Sendable {
    /// A literal and what needs it.
    private struct Entry: Sendable {
        let literal: Literal
        let number: Int32
    }

    /// What was found so far.
    private struct Notes {
        /// By the numbers of patterns and words the last text noted.
        var last: [Int]
        /// By the same numbers how many texts are noted.
        var counts: [Int]
        /// By text.
        var all: [(number: Int, text: Int)] = []

        init(count: Int) {
            last = Array(repeating: -1, count: count)
            counts = Array(repeating: 0, count: count)
        }

        mutating func note(_ number: Int, in text: Int) {
            guard last[number] != text else { return }
            last[number] = text
            counts[number] += 1
            all.append((number, text))
        }
    }

    /// Those of a key one behind the other.
    private let entries: [Entry]
    /// By the hash of each key, or behind it where that is taken, where its entries begin; they end where the next begin. A power of two, at least half
    /// of them free, and one more.
    private let starts: [Int32]
    /// A bit for the hash of the first two characters of each literal that has as many: most places of a text are told from it.
    private let pairs: [UInt64]
    /// A bit for the hash of each key of two or three characters: the entries are too many to stay at hand.
    private let keys: [UInt64]
    /// For the lower bits of each literal's first character the lengths of key that its literals have, a bit each.
    private let lengths: [UInt8]
    /// The patterns of which no literals are known, ascending.
    private let unfiltered: [Int]
    private let count: Int

    /// - Parameters:
    ///   - patterns: numbered from 0. What is no pattern may match everywhere.
    ///   - words: lists of words, any of which may occur; numbered behind the patterns. Empty words are left out.
    package init(_ patterns: [String], words: [[String]] = []) {
        var literals: [Entry] = []
        // As many as some dozen patterns have; room that is not taken costs nothing.
        literals.reserveCapacity(1 << 15)
        var unfiltered: [Int] = []
        for (number, source) in patterns.enumerated() {
            if let own = LiteralParser.literals(of: source) {
                for literal in own { literals.append(Entry(literal: literal, number: Int32(number))) }
            } else {
                unfiltered.append(number)
            }
        }
        for (number, list) in words.enumerated() {
            for word in list where !word.isEmpty {
                literals.append(Entry(literal: Literal(beginning: word), number: Int32(patterns.count + number)))
            }
        }
        var pairs = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        var keys = pairs
        var lengths = [UInt8](repeating: 0, count: Self.firstMask + 1)
        for literal in literals.lazy.map(\.literal) {
            lengths[Int(literal[0]) & Self.firstMask] |= 1 << UInt8(min(literal.count, Literal.keyLength))
            guard literal.count > 1 else { continue }
            Self.set(Self.bit(literal.pair), in: &pairs)
            Self.set(Self.bit(literal.key), in: &keys)
        }
        (starts, entries) = Self.table(of: literals)
        self.pairs = pairs
        self.keys = keys
        self.lengths = lengths
        self.unfiltered = unfiltered
        count = patterns.count + words.count
    }

    private static func table(of literals: [Entry]) -> (starts: [Int32], entries: [Entry]) {
        var size = 16
        while size < 2 * literals.count { size *= 2 }
        // One of the literals of each slot, and how many they are.
        var owners = [Int32](repeating: -1, count: size)
        var starts = [Int32](repeating: 0, count: size + 1)
        let slots = literals.indices.map { index in
            let key = literals[index].literal.key
            var slot = slot(key, of: size)
            while owners[slot] >= 0, literals[Int(owners[slot])].literal.key != key { slot = (slot + 1) & (size - 1) }
            owners[slot] = Int32(index)
            starts[slot] += 1
            return Int32(slot)
        }
        var sum: Int32 = 0
        for slot in starts.indices {
            sum += starts[slot]
            starts[slot] = sum
        }
        // From the last to the first, each before the one that was put there before; what was an end is a beginning then.
        let order = slots.indices.reversed().reduce(into: [Int32](repeating: 0, count: literals.count)) { order, index in
            let slot = Int(slots[index])
            starts[slot] -= 1
            order[Int(starts[slot])] = Int32(index)
        }
        return (starts, order.map { literals[Int($0)] })
    }

    /// By the numbers of patterns and words the texts in which they may occur, by their indices, ascending; in every other one they do not. Linear in
    /// the texts.
    package func candidates(in texts: DecodedTexts) -> [[Int]] {
        var notes = Notes(count: count)
        texts.scalars.withUnsafeBufferPointer { scalars in
            var text = 0
            for place in places(in: scalars) {
                while place >= texts.starts[text + 1] { text += 1 }
                note(UnsafeBufferPointer(rebasing: scalars[..<texts.starts[text + 1]]), Int(place), text, &notes)
            }
        }
        var candidates = notes.counts.map { count in
            var list: [Int] = []
            list.reserveCapacity(count)
            return list
        }
        for (number, text) in notes.all { candidates[number].append(text) }
        for pattern in unfiltered { candidates[pattern] = Array(0..<texts.count) }
        return candidates
    }

    /// The places where a literal may begin, as if all texts were one. Which they are is as good as random, so that no branch depends on it.
    private func places(in scalars: UnsafeBufferPointer<UInt32>) -> [Int32] {
        guard var first = scalars.first.map(UInt64.init) else { return [] }
        return Array(unsafeUninitializedCapacity: scalars.count) { places, count in
            pairs.withUnsafeBufferPointer { pairs in
                lengths.withUnsafeBufferPointer { lengths in
                    var found = 0
                    for index in 0..<scalars.count - 1 {
                        let second = UInt64(scalars[index + 1])
                        let bit = Self.bit(first | second << 21)
                        let mayBegin = UInt64(lengths[Int(first) & Self.firstMask]) >> 1 | pairs[bit >> 6] >> UInt64(bit & 63)
                        places[found] = Int32(truncatingIfNeeded: index)
                        found &+= Int(mayBegin & 1)
                        first = second
                    }
                    // Nothing follows the last one: it is looked at more closely.
                    places[found] = Int32(scalars.count - 1)
                    count = found + 1
                }
            }
        }
    }

    /// Notes a text, whose scalars end with those given, with what has a literal that stands at an index.
    private func note(_ scalars: UnsafeBufferPointer<UInt32>, _ index: Int, _ text: Int, _ notes: inout Notes) {
        let first = UInt64(scalars[index])
        let lengths = lengths[Int(first) & Self.firstMask]
        if lengths & 2 != 0 { note(Literal.key(first), scalars, index, text, &notes) }
        guard lengths & 12 != 0, index + 1 < scalars.count else { return }
        let two = first | UInt64(scalars[index + 1]) << 21
        if lengths & 4 != 0, case let key = Literal.key(ofTwo: two), mayHold(key) { note(key, scalars, index, text, &notes) }
        guard lengths & 8 != 0, index + 2 < scalars.count else { return }
        let three = two | UInt64(scalars[index + 2]) << 42
        if mayHold(three) { note(three, scalars, index, text, &notes) }
    }

    /// Notes a text with what has a literal of a key that stands at an index.
    private func note(_ key: UInt64, _ scalars: UnsafeBufferPointer<UInt32>, _ index: Int, _ text: Int, _ notes: inout Notes) {
        let mask = starts.count - 2
        var slot = Self.slot(key, of: mask + 1)
        while starts[slot] < starts[slot + 1] {
            let own = Int(starts[slot])..<Int(starts[slot + 1])
            if entries[own.lowerBound].literal.key == key {
                let rest = Literal.Rest(scalars, behindKeyAt: index)
                for entry in own where entries[entry].literal.goesOn(as: rest) { notes.note(Int(entries[entry].number), in: text) }
                return
            }
            slot = (slot + 1) & mask
        }
    }

    private static let filterBits = 17
    private static let firstMask = 4095

    /// Where a key may stand among `size` slots, a power of two.
    private static func slot(_ key: UInt64, of size: Int) -> Int { Int(hash(key) >> 32) & (size - 1) }

    /// The bit of a key or of a pair.
    private static func bit(_ key: UInt64) -> Int { Int((key &* multiplier) >> UInt64(64 - filterBits)) }

    /// False where no literal has a key of two or three scalars.
    private func mayHold(_ key: UInt64) -> Bool {
        let bit = Self.bit(key)
        return keys[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    private static func set(_ bit: Int, in bits: inout [UInt64]) { bits[bit >> 6] |= 1 << UInt64(bit & 63) }

    /// What ends up in the lower half depends on all of the key.
    private static func hash(_ key: UInt64) -> UInt64 {
        let hash = key &* multiplier
        return hash ^ (hash >> 29)
    }

    /// - Source: Knuth, TAOCP 3, 6.4: multiplicative hashing by the golden ratio
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
}
