import AuditModel
import DocumentModel

/// A test case with its reports as they were read.
struct PreparedCase: Sendable {
    /// The year of reports whose title is made up; for older forms the last for which they were due.
    private static let year = 2024

    let expected: RuleCase
    let report: Report
    let previous: Report?

    /// Throws when a report cannot be read, which is the case's fault.
    init(_ item: RuleCase, auditor: Auditor) throws(InputError) {
        guard let form = auditor.pack.forms.first(where: { $0.id == item.form }) else { throw .notAReport }
        let material = CaseMaterial(auditor: auditor, form: form)
        let year = form.isDue(in: Self.year) ? Self.year : form.lastYear ?? Self.year
        let report = try material.report(of: item.report, year: year)
        let before = (report.identity.year ?? year) - 1
        expected = item
        previous = if let earlier = item.previous { try material.report(of: earlier, year: before) } else { nil }
        self.report = report
    }

    /// Whether a verdict and all findings of the rule, each at its place and as grave as it has to be, are what the case wants, and whether its
    /// numbers are read as it says.
    ///
    /// - Parameter narrative: what was read of this year's report.
    func isMet(by verdict: Verdict?, _ findings: [Finding], _ narrative: Narrative) -> Bool {
        guard verdict == expected.verdict, findings.count == expected.places.count else { return false }
        if let numbers = expected.numbers, numbers != narrative.numberReadings { return false }
        let severities = expected.severities
        return zip(findings, expected.places).enumerated().allSatisfy { index, pair in
            let (finding, place) = pair
            guard let first = finding.evidence.first else { return false }
            guard first.indicator == place || first.place.locator.description == place else { return false }
            guard let severity = severities.count == 1 ? severities[0] : index < severities.count ? severities[index] : nil else {
                return true
            }
            return finding.severity == severity
        }
    }
}
