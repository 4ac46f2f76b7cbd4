import DocumentModel

/// A bureau's word that one finding is accepted, for a time.
package struct Waiver: Hashable, Sendable {
    /// The rule whose finding it is.
    package let rule: Rule.ID
    /// The reporting unit, as its report or a short form of it names it.
    package let unit: String
    /// The reporting year.
    package let year: Int
    /// The finding's fingerprint; nil: `at` alone tells the finding.
    package let fingerprint: String?
    /// The place that the finding is about first: an indicator's identifier or a locator's description; nil: the fingerprint alone tells the finding.
    package let at: String?
    /// Why it is accepted, in the bureau's words.
    package let reason: String
    /// Who accepted it.
    package let by: String
    /// The last day on which it holds.
    package let until: CalendarDate
    /// `FILE:LINE:COLUMN` of the waiver.
    package let source: String

    package init(
        rule: Rule.ID, unit: String, year: Int, fingerprint: String?, at: String?, reason: String, by: String, until: CalendarDate,
        source: String
    ) {
        self.rule = rule
        self.unit = unit
        self.year = year
        self.fingerprint = fingerprint
        self.at = at
        self.reason = reason
        self.by = by
        self.until = until
        self.source = source
    }

    /// Whether a finding of the unit and year is the one that it means, expired or not.
    package func means(_ finding: Finding) -> Bool {
        guard finding.rule == rule, fingerprint == nil || fingerprint == finding.fingerprint else { return false }
        guard let at, let first = finding.evidence.first else { return at == nil }
        return first.indicator == at || first.place.locator.description == at
    }
}

/// What is wrong with a waiver of a run: a finding about the run and not about a report.
package struct WaiverFinding: Hashable, Sendable {
    /// What is wrong.
    package enum Fault: String, CaseIterable, Hashable, Sendable {
        /// It has run out, so that what it was for counts again.
        case expired
        /// The report is there, and has no such finding.
        case unmatched
        /// No report of that unit and year is in the run.
        case reportAbsent = "report-absent"
    }

    /// The waiver.
    package let waiver: Waiver
    /// What is wrong with it.
    package let fault: Fault

    package init(waiver: Waiver, fault: Fault) {
        self.waiver = waiver
        self.fault = fault
    }

    /// What is out of date or wrong has to be put right; that a report is not in the run may be as it should.
    package var severity: Severity { fault == .reportAbsent ? .note : .query }
}
