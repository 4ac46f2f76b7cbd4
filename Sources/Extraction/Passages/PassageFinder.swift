package import AuditModel
package import DocumentModel

/// Divides sections into the parts that a pack declares, by the cues that open them.
///
/// A cue counts in a heading, in a clause that ends with a colon, and where a clause or sentence starts. A heading or label with cues of several parts
/// settles nothing. What a heading, or a label on a line of its own, opens goes on until the next cue. Elsewhere sentences that show by their words that they
/// belong to another part do so, an item of a list belongs where the item before it began, and so a list of problems may give a measure in each item.
package struct PassageFinder: Sendable {
    private let cues: [(section: String, cues: CueSet, signs: PassageSigns, openings: ClauseOpenings)]

    /// Prepares the grammar's cues; meant to be made once and used for many reports.
    package init(_ grammar: PassageGrammar) {
        var keys: [String] = []
        for part in grammar.parts where !keys.contains(part.section) { keys.append(part.section) }
        cues = keys.map { key in
            let parts = grammar.parts.filter { $0.section == key }
            return (key, CueSet(parts), PassageSigns(parts, grammar.vocabularies), ClauseOpenings(parts, grammar.vocabularies))
        }
    }

    /// The passages of all sections that have parts, in document order: each heading, each label and each sentence one passage, sentences cut
    /// where a cue opens another part within them. Cells of tables are passages where headings in the table name parts, else left out. A section of its own
    /// behind such a section may be one of its parts. Linear.
    ///
    /// - Parameter year: the reporting year, by which cues may name years; nil where it is not known.
    package func passages(in document: Document, year: Int? = nil) -> [Passage] {
        var passages: [Passage] = []
        for (index, section) in document.sections.enumerated() {
            guard let key = section.key, let found = cues.first(where: { $0.section == key }) else { continue }
            let more = document.sections[(index + 1)...].prefix { continues($0, found.cues, year: year) }
            var reading = PassageReading(
                key: key, cues: found.cues, signs: found.signs, openings: found.openings, year: year, sections: [section] + more)
            reading.read()
            passages += reading.passages
        }
        return passages
    }

    /// Whether a section that the form does not know goes on with the one before it: its heading names one of that section's parts (六、改进措施).
    private func continues(_ section: Section, _ cues: CueSet, year: Int?) -> Bool {
        guard section.key == nil, let heading = section.heading else { return false }
        let text = TracedText(heading.text, year: year).scalars
        return !cues.matches(text, text.indices).isEmpty
    }
}
