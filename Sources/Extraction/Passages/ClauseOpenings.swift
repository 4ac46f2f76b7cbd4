import AuditModel

/// The words at the start of clauses that are no cues: what may stand before one, and what tells that a part may be at its end.
struct ClauseOpenings: Sendable {
    private let leads: CueSet
    /// By the index of the part; nil for parts that no word ends.
    private let ends: [CueSet?]
    /// As `ends`: what sets a sentence against it, what tells behind a time that it was told then, and what shows such a sentence to be at its end,
    /// and what shows a label to be of no other time.
    private let turns: [CueSet?]
    private let tellings: [CueSet?]
    private let closings: [CueSet?]
    private let stills: [CueSet?]
    /// By the index of the part: what names it in a clause about something else, and what such a clause ends with.
    private let namings: [(names: CueSet, ends: CueSet)?]

    init(_ parts: [PassageGrammar.Part], _ vocabularies: [String: [String]]) {
        func set(_ words: [String]) -> CueSet { CueSet([PassageGrammar.Part(id: "", section: "", cues: words)]) }
        leads = set(parts.flatMap { part in part.leads.flatMap { vocabularies[$0] } ?? [] })
        ends = parts.map { part in part.ends.flatMap { vocabularies[$0] }.map(set) }
        turns = parts.map { part in part.turns.flatMap { vocabularies[$0] }.map(set) }
        tellings = parts.map { part in part.tellings.flatMap { vocabularies[$0] }.map(set) }
        closings = parts.map { part in part.closings.flatMap { vocabularies[$0] }.map(set) }
        stills = parts.map { part in part.stills.flatMap { vocabularies[$0] }.map(set) }
        namings = parts.map { part in
            guard let names = part.namings.flatMap({ vocabularies[$0] }), let tails = part.tails.flatMap({ vocabularies[$0] }) else {
                return nil
            }
            return (set(names), set(tails))
        }
    }

    /// The index behind what may stand before a cue; nil when nothing of the kind stands at an index.
    func lead(_ text: [UInt32], at index: Int, to end: Int) -> Int? { leads.match(text, at: index, to: end)?.range.upperBound }

    /// Whether a part may be at its end where a clause begins: there, or behind what may stand before a cue.
    func end(_ part: Int, _ text: [UInt32], at index: Int, to end: Int) -> Bool {
        guard let words = ends[part] else { return false }
        var index = index
        for _ in 0...PassageReading.leadLimit {
            if words.match(text, at: index, to: end) != nil { return true }
            guard let next = lead(text, at: index, to: end) else { return false }
            index = next
            while index < end, !PassageReading.isWord(text[index]) { index += 1 }
        }
        return false
    }

    /// Whether a clause of a few characters ends with what turns to another time (由彼及此再看本年): a word that says more than the time.
    func turns(_ part: Int, _ text: [UInt32], _ clause: Range<Int>) -> Bool {
        guard clause.count <= Self.turnLimit, let word = ends[part]?.matches(text, clause).last?.range else { return false }
        return word.count >= Self.turnLength && !text[word.upperBound..<clause.upperBound].contains(where: PassageReading.isWord)
    }

    /// In scalars. Longer clauses tell something.
    private static let turnLimit = 14
    /// In scalars: a verb and a time.
    private static let turnLength = 4

    /// Whether any word ends a part.
    func canEnd(_ part: Int) -> Bool { ends[part] != nil }

    /// Where the last word that ends a part begins in a range; nil where none stands there.
    func lastEnd(_ part: Int, _ text: [UInt32], in range: Range<Int>) -> Int? { ends[part]?.matches(text, range).last?.range.lowerBound }

    /// Whether a clause begins with what sets it against a part before it.
    func turnsAway(from part: Int, _ text: [UInt32], at index: Int, to end: Int) -> Bool {
        turns[part]?.match(text, at: index, to: end) != nil
    }

    /// Whether a range tells that something was told.
    func tells(_ part: Int, _ text: [UInt32], in range: Range<Int>) -> Bool { tellings[part]?.matches(text, range).isEmpty == false }

    /// Where the first word begins in a range that shows that something is at its end; nil where none stands there.
    func closing(_ part: Int, _ text: [UInt32], in range: Range<Int>) -> Int? {
        closings[part]?.matches(text, range).first?.range.lowerBound
    }

    /// Whether a label within a part of another time is none of it.
    func isOfNow(_ part: Int, _ text: [UInt32], _ label: Range<Int>) -> Bool { stills[part]?.matches(text, label).isEmpty == false }

    /// The part that something in a range names, and the index behind what names it.
    func naming(_ text: [UInt32], in range: Range<Int>) -> (part: Int, end: Int)? {
        for (part, words) in namings.enumerated() {
            if let match = words?.names.matches(text, range).first { return (part, match.range.upperBound) }
        }
        return nil
    }

    /// Whether a range that names a part ends as one.
    func endsNaming(_ part: Int, _ text: [UInt32], _ range: Range<Int>) -> Bool {
        namings[part]?.ends.matches(text, range).last?.range.upperBound == range.upperBound
    }
}
