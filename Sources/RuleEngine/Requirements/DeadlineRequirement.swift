import AuditModel
import DocumentModel

extension Examination {
    /// Judges the day of publication, else that of the signature, against the limits that hold for the report's level and scope.
    ///
    /// A signature in time does not show that the report was published in time. A day before the reporting year is over cannot be that of its
    /// publication. Where the level is not known, only what is late for every level is late.
    func publishedInTime(_ limits: [Condition.Requirement.Limit]) -> Tally {
        var tally = Tally()
        let identity = report.identity
        guard let year = identity.year else {
            tally.undetermined(
                Gap(evidence: [wholeReport], reason: EngineWording.unknownReportingYear, subject: "deadline", isSilent: true))
            return tally
        }
        let dated = limits.compactMap { limit in limit.date(reportingYear: year).map { (limit: limit, day: $0) } }
        let own = identity.level.map { level in dated.filter { $0.limit.holds(level: level, scope: identity.scope) } } ?? []
        let latest = dated.map(\.day).max()
        let holding = own.isEmpty ? dated.filter { $0.day == latest } : own
        guard !holding.isEmpty else { return tally }

        let published = identity.publicationDate.map {
            (day: $0.value, evidence: Evidence(place: $0.place, quote: $0.quote, label: EngineWording.publication))
        }
        let signed = identity.signatureDate.map {
            (day: $0.value, evidence: Evidence(place: $0.place, quote: $0.quote, label: EngineWording.signature))
        }
        let isPlausible = published.map { $0.day.year > year } ?? false
        guard let known = isPlausible ? published : signed else {
            let evidence = published.map { [$0.evidence] } ?? [wholeReport]
            let reason = published.map { EngineWording.implausible($0.day) } ?? EngineWording.noDate
            tally.undetermined(Gap(evidence: evidence, reason: reason, subject: "deadline"))
            return tally
        }
        if let passed = holding.filter({ known.day > $0.day }).max(by: { $0.day < $1.day }) {
            let label = known.evidence.label
            var offence = Offence(
                evidence: [known.evidence],
                values: [.found: EngineWording.dated(label, known.day), .expected: EngineWording.date(passed.day)],
                severity: passed.limit.severity, subject: "deadline")
            if let published, !isPlausible {
                offence.evidence.append(published.evidence)
                offence.remark = EngineWording.ignored(published.day)
            }
            tally.violated(offence)
        } else if isPlausible, !own.isEmpty {
            tally.satisfied()
        } else if let published, !isPlausible {
            tally.undetermined(Gap(evidence: [published.evidence], reason: EngineWording.implausible(published.day), subject: "deadline"))
        } else {
            let reason = isPlausible ? EngineWording.unknownLevel : EngineWording.noPublication
            tally.undetermined(Gap(evidence: [known.evidence], reason: reason, subject: "deadline", isSilent: true))
        }
        return tally
    }
}
