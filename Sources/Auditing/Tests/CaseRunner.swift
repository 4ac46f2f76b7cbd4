package import AuditModel
import DocumentModel
package import Reporters

/// Runs the test cases of a pack's rules.
package enum CaseRunner {
    /// Runs every case, on all processors.
    ///
    /// - Parameter only: the rules of which cases are run; nil: all.
    package nonisolated(nonsending) static func run(
        _ cases: [RuleCase], with auditor: Auditor, only: Set<Rule.ID>? = nil
    ) async -> CaseOutcome {
        let cases = cases.filter { only?.contains($0.rule) ?? true }
        let failures = await Parallel.map(cases) { failure(of: $0, with: auditor) }
        // With a profile the cases are those of its own rules alone.
        let rules = auditor.pack.rules.filter {
            (auditor.pack.profile?.ownRules.contains($0.id) ?? true) && (only?.contains($0.id) ?? true)
        }
        return CaseOutcome(
            rules: rules.count, cases: cases.count, failures: failures.compactMap(\.self),
            lacks: rules.compactMap { lack(of: $0, cases: cases) })
    }

    /// Nil when the rule makes of the case what it must.
    private static func failure(of item: RuleCase, with auditor: Auditor) -> CaseOutcome.Failure? {
        let prepared: PreparedCase
        do throws(InputError) {
            prepared = try PreparedCase(item, auditor: auditor)
        } catch {
            return CaseOutcome.Failure(failed: item, verdict: nil, places: [], messages: [InputWording.text(of: error)])
        }
        let audit = auditor.audit(prepared.report, previous: prepared.previous)
        let verdict = audit.verdicts.first { $0.rule == item.rule }?.verdict
        let findings = audit.findings.filter { $0.rule == item.rule }
        guard !prepared.isMet(by: verdict, findings, prepared.report.narrative) else { return nil }
        let places = findings.map { finding in
            guard let evidence = finding.evidence.first else { return finding.severity.rawValue }
            let place = [evidence.place.locator.description, evidence.indicator].compactMap(\.self).joined(separator: "=")
            return "\(place) (\(finding.severity))"
        }
        return CaseOutcome.Failure(
            failed: item, verdict: verdict, places: places, numbers: prepared.report.narrative.numberReadings,
            messages: findings.map(\.message))
    }

    /// Nil when the rule has a case of each verdict that it ought to have one of.
    private static func lack(of rule: Rule, cases: [RuleCase]) -> CaseOutcome.Lack? {
        let found = Set(cases.lazy.filter { $0.rule == rule.id }.map(\.verdict))
        let mayLackInput = rule.conditions.contains { $0.requirement.mayLackInput }
        let due: [Verdict] = [.violated, .satisfied] + (mayLackInput ? [.undetermined] : [])
        let missing = due.filter { !found.contains($0) }
        return missing.isEmpty ? nil : CaseOutcome.Lack(rule: rule.id, verdicts: missing)
    }
}
