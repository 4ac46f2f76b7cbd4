import DocumentModel

/// Finds the entry of an outline that a title means.
///
/// A class, since it is made once for an outline and handed around.
final class TitleMatcher: Sendable {
    /// How a title agrees with an entry, the surest first.
    enum Agreement: Int, Comparable, Sendable {
        case title
        case variant
        case likeness
        case terms

        static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
    }

    struct Match {
        /// The index of the entry in the outline.
        let entry: Int
        let agreement: Agreement
    }

    let outline: Outline
    private let titles: [(key: [UInt32], signature: UInt64, entry: Int, agreement: Agreement)]
    private let terms: [(words: [[UInt32]], weight: Int, entry: Int)]
    /// The signatures of titles and of sets of terms, and how many bits of each slips of the pen may take away.
    private let shapes: [(signature: UInt64, slips: Int)]
    /// A bit for the lower bits of the first character of each title: with most characters no title begins.
    private let openings: [UInt64]
    /// The UTF-8 length below which no line is a heading that `entry(openedBy:)` knows: that of the shortest title without its marks, two
    /// characters less for slips of the pen.
    let shortestHeading: Int

    init(_ outline: Outline) {
        self.outline = outline
        titles = outline.entries.enumerated().flatMap { index, entry in
            [(TitleKey.key(of: entry.title), index, Agreement.title)] + entry.variants.map { (TitleKey.key(of: $0), index, .variant) }
        }.filter { !$0.0.isEmpty }.map { ($0.0, EditDistance.signature($0.0), $0.1, $0.2) }
        terms = outline.entries.enumerated().flatMap { index, entry in
            entry.terms.map { set in
                let words = set.map { TitleKey.key(of: $0) }
                return (words, words.reduce(0) { $0 + $1.count }, index)
            }
        }.filter { $0.1 > 0 }
        shapes =
            titles.map { ($0.signature, Self.slips(in: $0.key)) }
            + terms.map { (EditDistance.signature($0.words.joined()), 0) }
        var openings = [UInt64](repeating: 0, count: 64)
        for title in titles { openings[Int(title.key[0] >> 6 & 63)] |= 1 << UInt64(title.key[0] & 63) }
        self.openings = openings
        func length(_ key: [UInt32]) -> Int { key.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : $1 < 0x10000 ? 3 : 4) } }
        let lengths = titles.map { length($0.key) - 6 } + terms.map { $0.words.reduce(0) { $0 + length($1) } }
        shortestHeading = lengths.min() ?? .max
    }

    /// False where no title begins with a character.
    func mayBegin(with scalar: UInt32) -> Bool { openings[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0 }

    /// False for a text that lacks more of every title, or of every set of terms, than `match` would pass over: most are told from that alone.
    func mayHoldHeading(_ string: String) -> Bool {
        let missing = ~TitleKey.signature(of: string)
        return shapes.contains { ($0.signature & missing).nonzeroBitCount <= $0.slips }
    }

    /// Small slips of the pen only: two characters in a title of eight or more, one in a title of four or more.
    private static func slips(in key: [UInt32]) -> Int { key.count >= 8 ? 2 : key.count >= 4 ? 1 : 0 }

    /// The entry whose title or variant a key is.
    func exact(_ key: [UInt32]) -> Match? {
        guard let first = key.first, mayBegin(with: first) else { return nil }
        return titles.indices.first { titles[$0].key == key }.map { Match(entry: titles[$0].entry, agreement: titles[$0].agreement) }
    }

    /// The entry that a key means by title, variant, likeness or terms, in this order; nil when none or several do equally.
    func match(_ key: [UInt32]) -> Match? {
        exact(key) ?? alike(key) ?? holdingTerms(key)
    }

    private func alike(_ key: [UInt32]) -> Match? {
        var best: (distance: Int, entry: Int)?
        var isTie = false
        let signature = EditDistance.signature(key)
        for title in titles {
            let bound = Self.slips(in: title.key)
            guard bound > 0, abs(title.key.count - key.count) <= bound, (title.signature ^ signature).nonzeroBitCount <= 2 * bound,
                let distance = EditDistance.between(title.key, key, atMost: bound)
            else { continue }
            if let found = best, found.distance <= distance {
                if found.distance == distance, found.entry != title.entry { isTie = true }
            } else {
                best = (distance, title.entry)
                isTie = false
            }
        }
        return best.flatMap { isTie ? nil : Match(entry: $0.entry, agreement: .likeness) }
    }

    private func holdingTerms(_ key: [UInt32]) -> Match? {
        var best: (weight: Int, entry: Int)?
        var isTie = false
        for set in terms where set.weight <= key.count && set.words.allSatisfy({ Self.holds(key, $0) }) {
            if let found = best, found.weight >= set.weight {
                if found.weight == set.weight, found.entry != set.entry { isTie = true }
            } else {
                best = (set.weight, set.entry)
                isTie = false
            }
        }
        return best.flatMap { isTie ? nil : Match(entry: $0.entry, agreement: .terms) }
    }

    private static func holds(_ key: [UInt32], _ word: [UInt32]) -> Bool {
        guard let first = word.first, word.count <= key.count else { return word.isEmpty }
        for start in 0...(key.count - word.count) where key[start] == first {
            if key[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
    }
}

/// The number of characters to insert, delete or replace.
enum EditDistance {
    /// A set of the scalars, folded to 64 bits: titles at a distance differ in at most twice as many bits.
    static func signature(_ scalars: some Sequence<UInt32>) -> UInt64 { scalars.reduce(0) { $0 | bit(of: $1) } }

    static func bit(of scalar: UInt32) -> UInt64 { 1 << ((UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15) >> 58) }

    /// The distance when it is at most a bound; else nil. Takes the product of both lengths; titles are short.
    static func between(_ left: [UInt32], _ right: [UInt32], atMost bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        var previous = Array(0...right.count)
        var current = previous
        for (row, scalar) in left.enumerated() {
            current[0] = row + 1
            var least = current[0]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (scalar == other ? 0 : 1)
                current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
                least = min(least, current[column + 1])
            }
            if least > bound { return nil }
            swap(&previous, &current)
        }
        return previous[right.count] <= bound ? previous[right.count] : nil
    }
}
