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
    }

    private struct Cue: Sendable {
        let part: Int
        let scalars: [UInt32]
    }

    /// The ids of the parts.
    let parts: [String]
    /// For each part the index of the one that it covers.
    let covered: [Int?]
    /// By their first scalar, the longest first, then in the pack's order.
    private let cues: [UInt32: [Cue]]

    init(_ parts: [PassageGrammar.Part]) {
        self.parts = parts.map(\.id)
        covered = parts.map { part in parts.firstIndex { $0.id == part.covers } }
        var cues: [UInt32: [Cue]] = [:]
        for (index, part) in parts.enumerated() {
            for text in part.cues {
                let scalars = text.unicodeScalars.map { LabelText.folded($0.value) }.filter { !Blank.contains($0) }
                if let first = scalars.first { cues[first, default: []].append(Cue(part: index, scalars: scalars)) }
            }
        }
        self.cues = cues.mapValues { list in
            list.enumerated().sorted {
                let left = $0.element.scalars.count
                let right = $1.element.scalars.count
                return left == right ? $0.offset < $1.offset : left > right
            }.map(\.element)
        }
    }

    /// The longest cue that stands at an index; blanks inside the text do not matter.
    func match(_ text: [UInt32], at start: Int, to end: Int) -> Match? {
        guard start < end, let candidates = cues[text[start]] else { return nil }
        for cue in candidates {
            if let found = Self.end(of: cue, text, at: start, to: end) { return Match(part: cue.part, range: start..<found) }
        }
        return nil
    }

    /// All cues between two indices, none within another, from left to right.
    func matches(_ text: [UInt32], _ range: Range<Int>) -> [Match] {
        var matches: [Match] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(text, at: index, to: range.upperBound) {
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
            for cue in cues[text[start]] ?? [] where cue.part != match.part {
                if let found = Self.end(of: cue, text, at: start, to: end), found > match.range.upperBound { parts.insert(cue.part) }
            }
        }
        return parts
    }

    private static func end(of cue: Cue, _ text: [UInt32], at start: Int, to end: Int) -> Int? {
        var index = start
        for scalar in cue.scalars {
            while index < end, Blank.contains(text[index]) { index += 1 }
            guard index < end, text[index] == scalar else { return nil }
            index += 1
        }
        return index
    }
}
