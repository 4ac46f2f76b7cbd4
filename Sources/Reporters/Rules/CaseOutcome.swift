package import AuditModel

/// What the test cases of a pack's rules came to.
package struct CaseOutcome: Hashable, Sendable {
    /// A case of which its rule made something else than it must.
    package struct Failure: Hashable, Sendable {
        /// The case as the pack has it.
        package let failed: RuleCase
        /// The rule's verdict; nil when the case's report cannot be read.
        package let verdict: Verdict?
        /// The first place of each finding of the rule: the locator, behind an equals sign the indicator where there is one, and the severity.
        package let places: [String]
        /// What the numbers of the narrative were read as.
        package let numbers: [String]
        /// Each finding's message; why the report cannot be read where it cannot.
        package let messages: [LocalizedText]

        package init(failed: RuleCase, verdict: Verdict?, places: [String], numbers: [String] = [], messages: [LocalizedText]) {
            self.failed = failed
            self.verdict = verdict
            self.places = places
            self.numbers = numbers
            self.messages = messages
        }
    }

    /// A rule that has too few cases of the verdicts that it can come to.
    package struct Lack: Hashable, Sendable {
        /// How many cases of one verdict there are, and how many there ought to be.
        package struct Count: Hashable, Sendable {
            /// What the rule must make of the cases.
            package let verdict: Verdict
            /// Fewer than `due`.
            package let found: Int
            /// At least 1.
            package let due: Int

            package init(verdict: Verdict, found: Int, due: Int) {
                self.verdict = verdict
                self.found = found
                self.due = due
            }
        }

        /// By its id.
        package let rule: Rule.ID
        /// At least one.
        package let counts: [Count]

        package init(rule: Rule.ID, counts: [Count]) {
            self.rule = rule
            self.counts = counts
        }
    }

    /// How many rules the pack has.
    package let rules: Int
    /// How many cases were run.
    package let cases: Int
    /// In the pack's order.
    package let failures: [Failure]
    /// In the pack's order.
    package let lacks: [Lack]

    package init(rules: Int, cases: Int, failures: [Failure], lacks: [Lack]) {
        self.rules = rules
        self.cases = cases
        self.failures = failures
        self.lacks = lacks
    }
}

/// The outcome of test cases as text.
package enum CaseListing {
    /// The failures, each with its place in the pack, what was expected and what came; then the rules with too few cases and the numbers.
    package static func bytes(of outcome: CaseOutcome, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        let width = 8
        for failure in outcome.failures {
            let expected = failure.failed
            text.line("\(expected.place): \(expected.rule) #\(expected.number)", .red)
            text.entry(
                indent: 2, label: RuleWording.expected[language], width: width,
                ([AuditWording.verdict(expected.verdict)[language]] + expected.places + expected.severities.map(\.rawValue)
                    + (expected.numbers ?? [])).joined(separator: "  "))
            let verdict = failure.verdict.map(AuditWording.verdict) ?? AuditWording.unreadable
            text.entry(
                indent: 2, label: RuleWording.found[language], width: width,
                ([verdict[language]] + failure.places + (expected.numbers == nil ? [] : failure.numbers)).joined(separator: "  "))
            for message in failure.messages { text.entry(indent: 2, label: "", width: width, message[language], .faint) }
        }
        for lack in outcome.lacks { text.line(RuleWording.lack(lack)[language], .yellow) }
        let failed = outcome.failures.count
        text.line(
            RuleWording.outcome(passed: outcome.cases - failed, failed: failed, rules: outcome.rules)[language], failed == 0 ? .green : .red
        )
        return text.bytes
    }
}
