package import AuditModel
package import DocumentModel

/// Divides sections into the parts that a pack declares, by the cues that open them.
///
/// A cue counts in a heading, in a clause that ends with a colon, and where a clause or sentence starts. A heading or label with cues of several parts
/// settles nothing: what follows belongs to no part until the next cue.
package struct PassageFinder: Sendable {
    private let cues: [(section: String, cues: CueSet)]

    /// Prepares the grammar's cues; meant to be made once and used for many reports.
    package init(_ grammar: PassageGrammar) {
        var keys: [String] = []
        for part in grammar.parts where !keys.contains(part.section) { keys.append(part.section) }
        cues = keys.map { key in (key, CueSet(grammar.parts.filter { $0.section == key })) }
    }

    /// The passages of all sections that have parts, in document order: each heading, each label and each sentence one passage, sentences cut
    /// where a cue opens another part within them. Tables are left out. Linear.
    package func passages(in document: Document) -> [Passage] {
        var passages: [Passage] = []
        for section in document.sections {
            guard let key = section.key, let found = cues.first(where: { $0.section == key }) else { continue }
            var reading = PassageReading(key: key, cues: found.cues)
            reading.read(section)
            passages += reading.passages
        }
        return passages
    }
}
