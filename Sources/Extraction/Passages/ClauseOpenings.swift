import AuditModel

/// The words at the start of clauses that are no cues: what may stand before one, and what tells that a part may be at its end.
struct ClauseOpenings: Sendable {
    private let leads: CueSet
    /// By the index of the part; nil for parts that no word ends.
    private let ends: [CueSet?]

    init(_ parts: [PassageGrammar.Part], _ vocabularies: [String: [String]]) {
        func set(_ words: [String]) -> CueSet { CueSet([PassageGrammar.Part(id: "", section: "", cues: words)]) }
        leads = set(parts.flatMap { part in part.leads.flatMap { vocabularies[$0] } ?? [] })
        ends = parts.map { part in part.ends.flatMap { vocabularies[$0] }.map(set) }
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
}
