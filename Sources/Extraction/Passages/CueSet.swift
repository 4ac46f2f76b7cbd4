import AuditModel
import DocumentModel

/// The cues of one section's parts, made ready for matching.
struct CueSet: Sendable {
    /// A cue that was found in a text.
    struct Match {
        /// The index of the part among the section's.
        let part: Int
        /// In scalars.
        let range: Range<Int>
        /// What else has to be told for it to count.
        let bond: Bond
    }

    /// What else has to be told for a cue to count.
    enum Bond: Sendable {
        case none
        /// A year and no more, to be set against a later one.
        case year
        /// A time, to be set against a later one nearby: the pack ends such a cue with `…`.
        case time
    }

    private struct Cue: Sendable {
        let part: Int
        let bond: Bond
        /// In `scalars`.
        let range: Range<Int>
        let first: UInt32
    }

    /// What a pack ends cues with that need something else to be told.
    private static let openEnd: Unicode.Scalar = "\u{2026}"

    /// The ids of the parts.
    let parts: [String]
    /// For each part the indices of those that it covers.
    let covered: [Set<Int>]
    /// Those of the cues, one behind the other.
    private let scalars: [UInt32]
    /// By their first scalar, the longest of each first, then in the pack's order.
    private let cues: [Cue]
    /// A bit for the lower bits of each first scalar: with most characters no cue begins.
    private let filter: [UInt64]

    init(_ parts: [PassageGrammar.Part]) {
        self.parts = parts.map(\.id)
        covered = parts.map { part in Set(parts.indices.filter { part.covers.contains(parts[$0].id) }) }
        var scalars: [UInt32] = []
        var cues: [Cue] = []
        var filter = [UInt64](repeating: 0, count: 64)
        for (index, part) in parts.enumerated() {
            for text in part.cues {
                let start = scalars.count
                for scalar in text.unicodeScalars where scalar != Self.openEnd {
                    let value = LabelText.folded(scalar.value)
                    if !Blank.contains(value) { scalars.append(value) }
                }
                guard start < scalars.count else { continue }
                var bond = text.isOpenEnded ? Bond.time : .none
                if RelativeYears.mayName(text) {
                    let folded = Array(scalars[start...])
                    let named = RelativeYears.named(in: folded)
                    if named.count == 2, named.count < folded.count { bond = .year }
                    scalars.replaceSubrange(start..., with: named)
                }
                let first = scalars[start]
                cues.append(Cue(part: index, bond: bond, range: start..<scalars.count, first: first))
                filter[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
            }
        }
        self.scalars = scalars
        self.cues = cues.sorted {
            if $0.first != $1.first { return $0.first < $1.first }
            return $0.range.count != $1.range.count ? $0.range.count > $1.range.count : $0.range.lowerBound < $1.range.lowerBound
        }
        self.filter = filter
    }

    /// The cues that begin with a scalar.
    private func cues(from first: UInt32) -> ArraySlice<Cue> {
        guard filter[Int(first >> 6 & 63)] >> UInt64(first & 63) & 1 != 0 else { return [] }
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if cues[middle].first < first { low = middle + 1 } else { high = middle }
        }
        return cues[low...].prefix { $0.first == first }
    }

    /// The longest cue that stands at an index, of those that count there; blanks inside the text do not matter.
    func match(_ text: [UInt32], at start: Int, to end: Int, where counts: (Match) -> Bool = { _ in true }) -> Match? {
        guard start < end else { return nil }
        for cue in cues(from: text[start]) {
            guard let found = self.end(of: cue, text, at: start, to: end) else { continue }
            let match = Match(part: cue.part, range: start..<found, bond: cue.bond)
            if counts(match) { return match }
        }
        return nil
    }

    /// All cues that count between two indices, none within another, from left to right.
    func matches(_ text: [UInt32], _ range: Range<Int>, where counts: (Match) -> Bool = { _ in true }) -> [Match] {
        var matches: [Match] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(text, at: index, to: range.upperBound, where: counts) {
                matches.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }

    /// The parts whose cues begin inside a match and reach beyond it: the match names a kind of them (上年度存在 in 上年度存在的问题).
    func narrowed(by match: Match, _ text: [UInt32], to end: Int) -> Set<Int> {
        var parts: Set<Int> = []
        for start in match.range.dropFirst() {
            for cue in cues(from: text[start]) where cue.part != match.part {
                if let found = self.end(of: cue, text, at: start, to: end), found > match.range.upperBound { parts.insert(cue.part) }
            }
        }
        return parts
    }

    private func end(of cue: Cue, _ text: [UInt32], at start: Int, to end: Int) -> Int? {
        var index = start
        for place in cue.range {
            while index < end, Blank.contains(text[index]) { index += 1 }
            guard index < end, text[index] == scalars[place] else { return nil }
            index += 1
        }
        return index
    }
}
