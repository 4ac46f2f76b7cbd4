import AuditModel

/// What it takes to tell which items of a part another part answers.
///
/// A class, since it is made once for a pack and handed around.
final class AnswerReading: Sendable {
    let terms: AnswerTerms
    let items: ItemReading
    /// What shows an answer, and what keeps it from doing so.
    let answers: (evidence: EvidenceList, denials: DenialList)
    let covering: WordList
    let common: WordList
    /// Those and words of evidence of the items, as they stand in the pack.
    let commonAndFaults: WordList

    /// Nil where a part has no evidence.
    init?(_ terms: AnswerTerms, pack: RulePack, workshop: Workshop) throws(RuleFailure) {
        let parts = pack.passages.parts
        guard let part = parts.first(where: { $0.id == terms.part }), let answering = parts.first(where: { $0.id == terms.answers }),
            let faults = part.evidence, let remedies = answering.evidence
        else { return nil }
        let vocabularies = pack.passages.vocabularies
        self.terms = terms
        common = try workshop.words(terms.common)
        covering = try workshop.words(terms.covering)
        commonAndFaults = WordList((vocabularies[terms.common] ?? []) + (vocabularies[faults] ?? []))
        answers = (try workshop.evidence(remedies), try answering.denial.map(workshop.denials) ?? .none)
        items = ItemReading(
            ordinals: try workshop.lists(terms.ordinals), firstOrdinals: WordList(terms.ordinals.compactMap { vocabularies[$0]?.first }),
            cues: WordList(parts.filter { $0.section == terms.section }.flatMap(\.cues)), evidence: try workshop.evidence(faults),
            denials: try part.denial.map(workshop.denials) ?? .none, causes: .none, common: common)
    }
}
