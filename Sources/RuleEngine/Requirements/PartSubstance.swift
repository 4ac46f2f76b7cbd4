import AuditModel
import DocumentModel

extension Examination {
    /// Judges what stands in a part of a section: whether it is hollow. Satisfied wherever other text, but for that of another time, shows the part by its words.
    func partSubstance(section key: String, part id: String, hollow: String) throws(RuleFailure) -> Tally {
        var tally = Tally()
        let parts = pack.passages.parts.filter { $0.section == key }
        guard let section = document.section(key), let part = parts.first(where: { $0.id == id }), let evidence = part.evidence else {
            return tally
        }
        let passages = passages(of: key).filter { !$0.isLabel }
        let own = passages.filter { $0.part == id }
        guard let first = own.first else { return tally }
        let words = [
            try workshop.words(hollow), try workshop.words(part.leads ?? hollow), workshop.cues(ofSection: key),
        ]
        let shown = try workshop.evidence(evidence)
        let denials = try part.denial.map(workshop.denials) ?? .none
        // What does not even show the part is no account at all, which is another matter.
        guard own.contains(where: { Self.gives(account: $0.text, shown, denials) }),
            own.allSatisfy({ SubstanceScan.isHollow($0.text, words) })
        else {
            tally.satisfied()
            return tally
        }
        let strictness = try strictness(first: id)
        let others = parts.filter { !$0.covers.isEmpty }.map(\.id)
        let isElsewhere = passages.contains { passage in
            passage.part != id && !others.contains { $0 == passage.part }
                && Self.gives(account: passage.text, shown, denials, strictness(passage.part))
        }
        guard !isElsewhere else {
            tally.satisfied()
            return tally
        }
        tally.violated(
            Offence(
                evidence: [
                    Evidence(place: first.place, quote: first.text, label: EngineWording.place(first.place.locator)),
                    self.evidence(section),
                ],
                values: [
                    .section: LocalizedText(verbatim: title(of: section)), .expected: EngineWording.content,
                    .found: LocalizedText(verbatim: UTF8Text.shortened(first.text, to: Self.foundLength)),
                ]))
        return tally
    }

    /// In characters.
    private static let foundLength = 60

    /// A cue without what its end asks of the text behind it.
    static func withoutEnd(_ cue: String) -> String { cue.hasSuffix("\u{2026}") ? String(cue.dropLast()) : withoutMark(cue) }
}
