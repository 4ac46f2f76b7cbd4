package import AuditModel

/// Judges reports by the rules of one pack.
///
/// Making one costs nothing: what a rule needs (expanded equations, word lists, patterns) is compiled when a report first asks for it and kept
/// for all later ones. Judgements may run in parallel and do not disturb each other.
package struct Engine: Sendable {
    /// The pack by whose rules reports are judged.
    package let pack: RulePack
    let workshop: Workshop

    /// An engine that has compiled nothing yet.
    package init(_ pack: RulePack) {
        self.pack = pack
        workshop = Workshop(pack)
    }

    /// Compiles what nearly every report on a form asks for, so that the first one need not wait for it.
    package func prepare(for form: Form) {
        _ = workshop.filter
        _ = workshop.equations(for: form, previous: nil)
        for rule in pack.rules {
            for condition in rule.conditions {
                guard case .account(_, _, let evidence, let denial, _, _, _) = condition.requirement else { continue }
                // What cannot be compiled is said where a report is judged by it.
                _ = try? workshop.evidence(evidence)
                if let denial { _ = try? workshop.denials(denial) }
            }
        }
    }

    /// Judges a report by every rule.
    ///
    /// A rule that the engine cannot apply (a pattern that does not compile, an expression that fails) becomes undetermined with a finding that
    /// says why; it never ends the judgement.
    ///
    /// - Parameter previous: last year's report of the same unit. Without one, whatever compares with it is not applicable.
    /// - Returns: a verdict for each rule in the pack's order, and the findings by severity (errors first), then in document order, then by rule.
    package func judge(report: Report, previous: Report?) -> (verdicts: [RuleVerdict], findings: [Finding]) {
        let examination = Examination(report: report, previous: previous, pack: pack, workshop: workshop)
        var verdicts: [RuleVerdict] = []
        verdicts.reserveCapacity(pack.rules.count)
        var drafts: [Draft] = []
        let form = report.figures.form.id
        for index in pack.rules.indices {
            let forms = pack.rules[index].forms
            var verdict = Verdict.notApplicable
            if forms.isEmpty || forms.contains(form) {
                examination.judge(rule: index) { condition, tally in
                    verdict.add(tally)
                    for offence in tally.offences { drafts.append(Draft(rule: index, condition: condition, outcome: .violated(offence))) }
                    for gap in tally.gaps where !gap.isSilent {
                        drafts.append(Draft(rule: index, condition: condition, outcome: .undetermined(gap)))
                    }
                }
            }
            verdicts.append(RuleVerdict(rule: pack.rules[index].id, verdict: verdict))
        }
        guard !drafts.isEmpty else { return (verdicts, []) }
        return (verdicts, FindingWriter(examination).findings(of: drafts))
    }
}
