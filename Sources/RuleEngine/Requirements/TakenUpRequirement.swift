package import AuditModel
import DocumentModel

extension Examination {
    /// Judges last year's items of one part. Where this year's section is missing, says nothing or was not read, nothing is known of any of them.
    func itemsTakenUp(_ terms: FollowUpTerms) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let previous else { return tally }
        let finder = try workshop.followUpFinder(terms)
        let followUps = finder.followUps(of: report, searchable, since: previous, parts: [terms.part])
        guard !followUps.isEmpty else { return tally }
        guard let section = document.section(terms.section), report.unread(in: section) == nil,
            passages(of: terms.section).contains(where: { !$0.isLabel && UTF8Text.visibleCount(of: $0.text) >= Self.leastAccount })
        else {
            tally.undetermined(Gap(evidence: [wholeReport], reason: EngineWording.notTold, isSilent: true))
            return tally
        }
        let account = finder.account(of: report).first.map {
            Evidence(
                place: $0.place, quote: UTF8Text.shortened($0.text, to: Self.quoteLength), label: EngineWording.place($0.place.locator))
        }
        // An account in general terms, or in other words than last year's, leaves out nothing that words can tell.
        let namesItems = account != nil && followUps.contains { $0.state == .answered }
        for followUp in followUps {
            switch followUp.state {
            case .answered, .repeated: tally.satisfied()
            case .unclear:
                tally.undetermined(
                    Gap(evidence: [evidence(section)], reason: EngineWording.notTold, subject: followUp.item.text, isSilent: true))
            case .notMentioned:
                let item = followUp.item
                tally.violated(
                    Offence(
                        evidence: [
                            account ?? evidence(section),
                            Evidence(
                                place: item.place, origin: .previous, quote: item.text, label: EngineWording.place(item.place.locator)),
                        ],
                        values: [
                            .quote: LocalizedText(verbatim: UTF8Text.shortened(item.text, to: Self.quoteLength)),
                            .similarity: EngineWording.percent(Quantity(followUp.found * 100 / max(1, followUp.pairs))),
                            .length: LocalizedText(verbatim: String(followUp.pairs)),
                        ],
                        severity: namesItems ? nil : terms.withoutAccount,
                        subject: "\(terms.section)/\(item.text)"))
            }
        }
        return tally
    }

    /// In characters: a section whose longest sentence is shorter has other faults than this.
    private static let leastAccount = 8
    /// In characters.
    private static let quoteLength = 60
}

extension Engine {
    /// What became of last year's problems and measures in this year's report, in last year's order; by the terms of the pack's first rule that asks. Empty
    /// where no rule does, and where nothing could be told apart. Linear.
    package func followUps(of report: Report, since previous: Report) -> [FollowUp] {
        guard let terms = pack.followUpTerms, let finder = try? workshop.followUpFinder(terms) else { return [] }
        let parts = pack.passages.parts.filter { $0.section == terms.section && $0.id != terms.earlier }.map(\.id)
        return finder.followUps(of: report, SearchableText(report.document), since: previous, parts: parts)
    }
}
