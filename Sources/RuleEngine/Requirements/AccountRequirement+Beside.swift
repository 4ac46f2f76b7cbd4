import AuditModel
import DocumentModel

extension Examination {
    /// Judges an account that a part of another time gives and nothing else: what the section lists behind that, in the parts besides the first, has none. So it
    /// is with an account that stands before what is listed (`beside` is the first part), unless a label calls it one.
    ///
    /// Satisfied wherever it is in doubt: where the first part is named, where nothing is listed, or where anything else may be the account.
    func account(
        section key: String, parts: [String], evidence: String, denial: String?, beside: String
    ) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let section = document.section(key) else { return tally }
        let passages = passages(of: key)
        let words = try workshop.evidence(evidence)
        var denials = DenialList.none
        if let denial { denials = try workshop.denials(denial) }
        let told = passages.firstIndex { !$0.isLabel && $0.part == beside && Self.gives(account: $0.text, words, denials) }
        guard let told, let first = parts.first, !passages.contains(where: { $0.part == first && (first != beside || $0.isLabel) }),
            let listed = try listed(passages, behind: told, parts: Array(parts.dropFirst()))
        else {
            tally.satisfied()
            return tally
        }
        let strictness = try strictness(first: first)
        let hints = try hints(first: first, among: parts)
        let others = passages.filter { !$0.isLabel && $0.part != beside }
        let isGiven = others.contains { $0.part == nil || Self.gives(account: $0.text, words, denials, strictness($0.part)) }
        guard !isGiven, !others.contains(where: { hints.isHinted($0.text) }) else {
            tally.satisfied()
            return tally
        }
        let found = passages[listed]
        tally.violated(
            Offence(
                evidence: [
                    self.evidence(section),
                    Evidence(place: found.place, quote: found.text, label: EngineWording.place(found.place.locator)),
                ],
                values: [
                    .section: LocalizedText(verbatim: title(of: section)), .expected: EngineWording.content,
                    .found: LocalizedText(verbatim: UTF8Text.shortened(found.text, to: 60)),
                ]))
        return tally
    }

    /// The first passage behind another that shows by its words that it belongs to one of some parts, and does; nil where none does, or where something else is
    /// told behind it.
    private func listed(_ passages: [Passage], behind index: Int, parts: [String]) throws(RuleFailure) -> Int? {
        for part in pack.passages.parts where parts.contains(part.id) {
            guard let evidence = part.evidence else { continue }
            let words = try workshop.evidence(evidence)
            var denials = DenialList.none
            if let denial = part.denial { denials = try workshop.denials(denial) }
            let found = passages.indices.first {
                $0 > index && !passages[$0].isLabel && passages[$0].part == part.id
                    && Self.gives(account: passages[$0].text, words, denials)
            }
            if let found, passages[found...].allSatisfy({ $0.part == part.id }) { return found }
        }
        return nil
    }
}
