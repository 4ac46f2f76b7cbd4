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

    /// Nil when the rule has as many cases of each verdict as it ought to have.
    private static func lack(of rule: Rule, cases: [RuleCase]) -> CaseOutcome.Lack? {
        let own = cases.filter { $0.rule == rule.id }
        let due: [(Verdict, Int)] = [(.violated, 3), (.satisfied, 3)] + (rule.mayLackInput ? [(.undetermined, 1)] : [])
        let counts = due.compactMap { verdict, due -> CaseOutcome.Lack.Count? in
            let found = own.count { $0.verdict == verdict }
            return found < due ? CaseOutcome.Lack.Count(verdict: verdict, found: found, due: due) : nil
        }
        return counts.isEmpty ? nil : CaseOutcome.Lack(rule: rule.id, counts: counts)
    }
}
