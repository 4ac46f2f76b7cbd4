import AuditModel
import DocumentModel

extension Examination {
    /// A unit whose name has none of the kinds does not call itself by the words. One finding for each word.
    func selfNames(_ names: [Condition.Requirement.SelfName]) -> Tally {
        var tally = Tally()
        guard let unit = report.identity.unit else { return tally }
        let filter = workshop.filter
        let candidates = searchable.candidates(filter.number(of: names), filter)
        tally.satisfied()
        if candidates.isEmpty { return tally }
        let own =
            [unit] + report.identity.ownNames + [report.identity.signatureUnit?.value, report.identity.titleUnit?.value].compactMap { $0 }
        let forbidden = names.filter { name in
            !name.kinds.contains { kind in own.contains { ByteSearch.first(kind, in: $0) != nil } }
        }.flatMap(\.words)
        guard !forbidden.isEmpty else { return tally }
        let list = WordList(forbidden)
        let headings = Set(searchable.sections.lazy.filter(\.hasHeading).map(\.pieces.lowerBound))
        var told: Set<String> = []
        for index in candidates where !headings.contains(index) {
            let piece = searchable.pieces[index]
            let found = UTF8Text.bytes(of: piece.text.string) { list.firstMatch(in: $0, range: 0..<$0.count) }
            guard let range = found, told.insert(piece.text.substring(range)).inserted else { continue }
            tally.violated(
                Offence(
                    evidence: [
                        Evidence(
                            place: Place(piece.locator, piece.text.position(atOffset: range.lowerBound)),
                            quote: UTF8Text.surroundings(of: range, in: piece.text.string, margin: 12),
                            label: EngineWording.place(piece.locator))
                    ],
                    values: [.found: LocalizedText(verbatim: piece.text.substring(range)), .expected: LocalizedText(verbatim: unit)]))
        }
        return tally
    }
}
