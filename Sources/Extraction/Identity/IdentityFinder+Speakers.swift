import AuditModel
import DocumentModel

/// Which units the text speaks of as reports speak of the one that gives them.
extension IdentityFinder {
    /// In scalars: the beginning of a paragraph that is looked at.
    private static let openingLength = 60
    /// As many clauses of it may begin with a name.
    private static let clauseLimit = 2
    /// In scalars: a time may stand between the name and what is said of it.
    private static let timeLength = 6
    /// In scalars.
    private static let names = 4...24
    /// No report names more units so.
    private static let unitLimit = 64

    /// The units of a level that a paragraph's first clauses begin with, where words follow by which reports speak of their own unit; no more than bounded.
    func speakers(in document: Document, level: String?) -> [Identity.Speaker] {
        guard let level, hasOwnStatements else { return [] }
        var found: [Identity.Speaker] = []
        for section in document.allSections {
            for (index, paragraph) in section.paragraphs.enumerated() {
                guard found.count < Self.unitLimit else { return found }
                guard let range = speaker(in: paragraph.text.string, level: level) else { continue }
                let name = paragraph.text.substring(range)
                found.append(
                    Identity.Speaker(
                        unit: Located(
                            name, quote: name,
                            place: Place(section.locator(of: paragraph), paragraph.text.position(atOffset: range.lowerBound))),
                        opensSection: index == 0 && section.path != [0] && isOwnTopic(paragraph.text.string)))
            }
        }
        return found
    }

    /// Whether the first sentence of a text is about what such reports are about.
    private func isOwnTopic(_ text: String) -> Bool {
        let end = ByteSearch.first("\u{3002}", in: text) ?? text.utf8.count
        return grammar.titleSubjects.contains { subject in ByteSearch.first(subject, in: text).map { $0 < end } ?? false }
    }

    /// The place of the name in a paragraph's beginning, in bytes.
    private func speaker(in text: String, level: String) -> Range<Int>? {
        let scalars = text.scalarValues(atMost: Self.openingLength)
        var start = 0
        for _ in 0..<Self.clauseLimit {
            while start < scalars.count, !(0x4E00...0x9FFF).contains(scalars[start]) || scalars[start] == Self.yearSign { start += 1 }
            let end = scalars[start...].firstIndex { !(0x4E00...0x9FFF).contains($0) } ?? scalars.count
            if let name = speaker(in: scalars, start..<end, level: level) {
                let offset = scalars[..<name.lowerBound].reduce(0) { $0 + ScalarDecoding.width($1) }
                return offset..<offset + scalars[name].reduce(0) { $0 + ScalarDecoding.width($1) }
            }
            guard let next = scalars[start...].firstIndex(where: { $0 == 0xFF0C || $0 == 0x2C }) else { return nil }
            start = next + 1
        }
        return nil
    }

    /// Of a year that stands before the name.
    private static let yearSign: UInt32 = 0x5E74

    /// The longest name of that level with which a run of Han characters begins and behind which a statement follows.
    private func speaker(in scalars: [UInt32], _ run: Range<Int>, level: String) -> Range<Int>? {
        let first = run.lowerBound + Self.names.lowerBound
        let reach = min(scalars.endIndex, run.lowerBound + Self.names.upperBound + Self.timeLength)
        guard first <= run.upperBound, first < reach else { return nil }
        // Most beginnings go on with no statement at all.
        let statements = (first..<reach).filter { ownStatements.holds(at: $0, in: scalars) }
        guard let last = statements.last else { return nil }
        // What is no place itself is named with one.
        let isPlace = grammar.levels.first { $0.id == level }?.voices.isEmpty == false
        for end in (first...min(run.upperBound, last, run.lowerBound + Self.names.upperBound)).reversed()
        where statements.contains(where: { (end..<end + Self.timeLength).contains($0) }) {
            let name = scalars[run.lowerBound..<end]
            guard self.level(name) == level, isPlace || isName(name) else { continue }
            return notNames.contains { Self.range(of: $0, in: name) != nil } ? nil : run.lowerBound..<end
        }
        return nil
    }
}
