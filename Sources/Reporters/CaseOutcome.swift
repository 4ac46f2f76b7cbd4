package import AuditModel

/// What the test cases of a pack's rules came to.
package struct CaseOutcome: Hashable, Sendable {
    /// A case of which its rule made something else than it must.
    package struct Failure: Hashable, Sendable {
        /// The case as the pack has it.
        package let failed: RuleCase
        /// The rule's verdict; nil when the case's report cannot be read.
        package let verdict: Verdict?
        /// The first place of each finding of the rule: the locator, and behind an equals sign the indicator where there is one.
        package let places: [String]
        /// Each finding's message; why the report cannot be read where it cannot.
        package let messages: [LocalizedText]

        package init(failed: RuleCase, verdict: Verdict?, places: [String], messages: [LocalizedText]) {
            self.failed = failed
            self.verdict = verdict
            self.places = places
            self.messages = messages
        }
    }

    /// How many rules the pack has.
    package let rules: Int
    /// How many cases were run.
    package let cases: Int
    /// In the pack's order.
    package let failures: [Failure]
    /// The rules that have no case, in the pack's order.
    package let rulesWithoutCases: [Rule.ID]

    package init(rules: Int, cases: Int, failures: [Failure], rulesWithoutCases: [Rule.ID]) {
        self.rules = rules
        self.cases = cases
        self.failures = failures
        self.rulesWithoutCases = rulesWithoutCases
    }
}

/// The outcome of test cases as text.
package enum CaseListing {
    /// The failures, each with its place in the pack, what was expected and what came; then the rules without cases and the numbers.
    package static func bytes(of outcome: CaseOutcome, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        let width = 8
        for failure in outcome.failures {
            let expected = failure.failed
            text.line("\(expected.place): \(expected.rule) #\(expected.number)", .red)
            text.entry(
                indent: 2, label: RuleWording.expected[language], width: width,
                ([AuditWording.verdict(expected.verdict)[language]] + expected.places).joined(separator: "  "))
            let verdict = failure.verdict.map(AuditWording.verdict) ?? AuditWording.unreadable
            text.entry(
                indent: 2, label: RuleWording.found[language], width: width,
                ([verdict[language]] + failure.places).joined(separator: "  "))
            for message in failure.messages { text.entry(indent: 2, label: "", width: width, message[language], .faint) }
        }
        if !outcome.rulesWithoutCases.isEmpty { text.line(RuleWording.withoutCases(outcome.rulesWithoutCases)[language], .yellow) }
        let failed = outcome.failures.count
        text.line(
            RuleWording.outcome(passed: outcome.cases - failed, failed: failed, rules: outcome.rules)[language], failed == 0 ? .green : .red
        )
        return text.bytes
    }
}
