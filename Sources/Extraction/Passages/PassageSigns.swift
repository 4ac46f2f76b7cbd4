import AuditModel
import DocumentModel

/// The words by which sentences show what part they belong to where no cue tells.
struct PassageSigns: Sendable {
    /// A class, since every clause is held against those of all parts: one reference each instead of a dozen.
    private final class Words: Sendable {
        /// Five parts: what shows anywhere, what does only where it begins its clause, what does only where it ends it, what does with the rest of it, and what
        /// does only behind a head.
        let evidence: CueSet
        /// Two parts: what covers itself, and what covers the rest of its clause.
        let denials: CueSet
        /// Nil where evidence need not close its clause.
        let tails: CueSet?
        /// As `evidence`, of what only makes the part likely; nil where nothing does.
        let hints: CueSet?
        /// What stands before an act.
        let heads: CueSet

        init(evidence: CueSet, denials: CueSet, tails: CueSet?, hints: CueSet?, heads: CueSet) {
            self.evidence = evidence
            self.denials = denials
            self.tails = tails
            self.hints = hints
            self.heads = heads
        }
    }

    /// What a sentence shows.
    struct Reading {
        /// The part that its first clause with evidence shows.
        var first: Int?
        /// The parts that its clauses show.
        var shown: Set<Int> = []
        /// The parts whose evidence closes a clause.
        var closing: Set<Int> = []
        /// Whether it only makes its part likely.
        var isLikely = false

        /// The part that it tells of: what closes a clause says more than what only comes first.
        var told: Int? { closing.count == 1 ? closing.first : first }
    }

    /// By the index of the part; nil for parts without evidence.
    private let words: [Words?]

    init(_ parts: [PassageGrammar.Part], _ vocabularies: [String: [String]]) {
        func set(_ lists: [String]...) -> CueSet { CueSet(lists.map { PassageGrammar.Part(id: "", section: "", cues: $0) }) }
        words = parts.map { part in
            guard let evidence = part.evidence.flatMap({ vocabularies[$0] }) else { return nil }
            let denials = part.denial.flatMap { vocabularies[$0] } ?? []
            func divided(_ words: [String]) -> CueSet {
                let divided = EvidenceWords(words)
                return set(divided.anywhere, divided.opening, divided.closing, divided.reaching, divided.headed)
            }
            return Words(
                evidence: divided(evidence),
                denials: set(
                    denials.filter { !$0.isOpenEnded },
                    denials.filter(\.isOpenEnded).map { String($0.unicodeScalars.dropLast()) }),
                tails: part.tails.flatMap { vocabularies[$0] }.map { set($0) },
                hints: part.hints.flatMap { vocabularies[$0] }.map(divided), heads: set(part.heads.flatMap { vocabularies[$0] } ?? []))
        }
    }

    /// Whether text of another part turns to this one only by evidence that closes a clause.
    func needsClosing(_ part: Int) -> Bool { words[part]?.tails != nil }

    /// Whether sentences may show that they belong to a part.
    func has(_ part: Int) -> Bool { words[part] != nil }

    /// The part in which what a part lists is answered: the next in the pack's order that sentences show.
    func answer(to part: Int) -> Int? { needsClosing(part) ? words.indices.first { $0 > part && words[$0] != nil } : nil }

    /// The part that a part answers; nil for one that answers none.
    func question(to part: Int) -> Int? { words.indices.first { answer(to: $0) == part } }

    /// Of a sentence. Linear.
    func reading(_ text: [UInt32], _ sentence: Range<Int>) -> Reading {
        var reading = Reading()
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            let end = text[start..<sentence.upperBound].firstIndex(where: Self.endsClause) ?? sentence.upperBound
            let clause = start..<end
            let lead = PassageReading.lead(text, clause)
            var shown: (part: Int, sign: Sign)?
            for (part, words) in words.enumerated() {
                guard let words, let sign = sign(text, clause, lead: lead, words) else { continue }
                if sign.closes { reading.closing.insert(part) }
                if shown.map({ sign.outweighs($0.sign) }) ?? true { shown = (part, sign) }
            }
            if reading.first == nil, let shown {
                // What is asked comes before the answer, though nothing shows it.
                let before = likely(text, sentence.lowerBound..<start)
                reading.first = before.map(needsClosing) ?? false ? before : shown.part
            }
            if let shown { reading.shown.insert(shown.part) }
            start = end + 1
        }
        if reading.first == nil, let part = likely(text, sentence) {
            reading.first = part
            reading.shown = [part]
            reading.isLikely = true
        }
        return reading
    }

    /// Whether anything in a sentence makes a part likely.
    func hints(at part: Int, _ text: [UInt32], _ sentence: Range<Int>) -> Bool {
        guard let words = words[part], let hints = words.hints else { return false }
        return hint(text, sentence, words, hints)
    }

    /// The only part at which anything in a sentence hints; nil where it is none or several.
    private func likely(_ text: [UInt32], _ sentence: Range<Int>) -> Int? {
        var likely: Int?
        for (part, words) in words.enumerated() {
            guard let words, let hints = words.hints, hint(text, sentence, words, hints) else { continue }
            if likely != nil { return nil }
            likely = part
        }
        return likely
    }

    private func hint(_ text: [UInt32], _ sentence: Range<Int>, _ words: Words, _ hints: CueSet) -> Bool {
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            let end = text[start..<sentence.upperBound].firstIndex(where: Self.endsClause) ?? sentence.upperBound
            let lead = PassageReading.lead(text, start..<end)
            var isHeaded = false
            var index = start
            while index < end {
                if let denial = words.denials.match(text, at: index, to: end) {
                    index = denial.part == 0 ? denial.range.upperBound : end
                } else if hints.match(
                    text, at: index, to: end,
                    where: { isHeaded && ($0.part == 1 || $0.part == 4) || shows($0, text, start..<end, first: lead, words.tails) }) != nil
                {
                    return true
                } else if let head = words.heads.match(text, at: index, to: end) {
                    isHeaded = true
                    index = head.range.upperBound
                } else {
                    index += 1
                }
            }
            start = end + 1
        }
        return false
    }

    /// The evidence of one part in a clause.
    private struct Sign {
        /// Where the last of it begins.
        var last: Int
        /// Whether any of it closes the clause: then it is what the clause says of its subject.
        var closes: Bool
        /// Whether it begins the clause, which then tells what is done with what the rest names (关停无人维护的账号).
        var opens: Bool

        func outweighs(_ other: Sign) -> Bool {
            if closes != other.closes { return closes }
            return opens != other.opens && last != other.last ? opens : last > other.last
        }
    }

    private func sign(_ text: [UInt32], _ clause: Range<Int>, lead: Int, _ words: Words) -> Sign? {
        var sign: Sign?
        var index = clause.lowerBound
        while index < clause.upperBound {
            if let denial = words.denials.match(text, at: index, to: clause.upperBound) {
                index = denial.part == 0 ? denial.range.upperBound : clause.upperBound
            } else if let found = words.evidence.match(
                text, at: index, to: clause.upperBound, where: { shows($0, text, clause, first: lead, words.tails) })
            {
                let rest = (found.part == 3 ? clause.upperBound : found.range.upperBound)..<clause.upperBound
                let closes = index - clause.lowerBound >= 2 && words.tails != nil && closes(text, rest, words.tails, leeway: 1)
                let opens = words.tails == nil && index == lead
                sign = Sign(last: index, closes: closes || sign?.closes ?? false, opens: opens || sign?.opens ?? false)
                index = rest.lowerBound
            } else {
                index += 1
            }
        }
        return sign
    }

    /// Whether a word of evidence stands where it shows something.
    private func shows(_ match: CueSet.Match, _ text: [UInt32], _ clause: Range<Int>, first: Int, _ tails: CueSet?) -> Bool {
        switch match.part {
        case 1: match.range.lowerBound == first
        case 2: match.range.lowerBound > first && closes(text, match.range.upperBound..<clause.upperBound, tails, leeway: 0)
        case 4: false
        default: true
        }
    }

    /// Whether no more than so many characters stand behind evidence, but for tails.
    private func closes(_ text: [UInt32], _ rest: Range<Int>, _ tails: CueSet?, leeway: Int) -> Bool {
        var index = rest.lowerBound
        var other = 0
        while index < rest.upperBound {
            if let tail = tails?.match(text, at: index, to: rest.upperBound) {
                index = tail.range.upperBound
            } else {
                if LabelText.isKept(text[index]), !Blank.contains(text[index]) { other += 1 }
                index += 1
            }
            if other > leeway { return false }
        }
        return true
    }

    private static func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x3A, 0x3B, 0x3001, 0x3002, 0x21, 0x3F, 0x2192, 0x7C, 0x2502, 0xFF5C: true
        default: false
        }
    }
}
