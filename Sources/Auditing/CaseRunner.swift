package import AuditModel
import DocumentModel
package import Reporters

/// Runs the test cases of a pack's rules.
package enum CaseRunner {
    /// The year of reports whose title is made up; for older forms the last for which they were due.
    private static let year = 2024

    /// Runs every case, on all processors.
    package nonisolated(nonsending) static func run(_ cases: [RuleCase], with auditor: Auditor) async -> CaseOutcome {
        let failures = await Parallel.map(cases) { failure(of: $0, with: auditor) }
        let tested = Set(cases.map(\.rule))
        return CaseOutcome(
            rules: auditor.pack.rules.count, cases: cases.count, failures: failures.compactMap(\.self),
            rulesWithoutCases: auditor.pack.rules.map(\.id).filter { !tested.contains($0) })
    }

    /// Nil when the rule makes of the case what it must: the verdict, and all findings, each at its place.
    private static func failure(of item: RuleCase, with auditor: Auditor) -> CaseOutcome.Failure? {
        guard let form = auditor.pack.forms.first(where: { $0.id == item.form }) else {
            return CaseOutcome.Failure(failed: item, verdict: nil, places: [], messages: [])
        }
        let material = CaseMaterial(auditor: auditor, form: form)
        let audit: Audit
        do throws(InputError) {
            let year = form.isDue(in: year) ? year : form.lastYear ?? year
            let report = try material.report(of: item.report, year: year)
            let before = (report.identity.year ?? year) - 1
            let previous: Report? =
                if let earlier = item.previous { try material.report(of: earlier, year: before) } else { nil }
            audit = auditor.audit(report, previous: previous)
        } catch {
            return CaseOutcome.Failure(failed: item, verdict: nil, places: [], messages: [InputWording.text(of: error)])
        }
        let verdict = audit.verdicts.first { $0.rule == item.rule }?.verdict
        let findings = audit.findings.filter { $0.rule == item.rule }
        let isAsExpected =
            verdict == item.verdict && findings.count == item.places.count
            && zip(findings, item.places).allSatisfy { finding, place in
                finding.evidence.first.map { $0.indicator == place || $0.place.locator.description == place } ?? false
            }
        guard !isAsExpected else { return nil }
        let places = findings.map { finding in
            guard let evidence = finding.evidence.first else { return "" }
            return [evidence.place.locator.description, evidence.indicator].compactMap(\.self).joined(separator: "=")
        }
        return CaseOutcome.Failure(failed: item, verdict: verdict, places: places, messages: findings.map(\.message))
    }
}
