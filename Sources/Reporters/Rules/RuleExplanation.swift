package import AuditModel

/// One rule in words.
package struct RuleExplanation {
    private static let width = 10

    private let rule: Rule
    private let pack: RulePack
    private let cases: [RuleCase]
    private let failures: [CaseOutcome.Failure]
    private let names: PackWording
    private let language: Language

    /// - Parameters:
    ///   - cases: the rule's, in their order.
    ///   - failures: those of them that fail.
    package init(of rule: Rule, in pack: RulePack, cases: [RuleCase], failures: [CaseOutcome.Failure], language: Language) {
        self.rule = rule
        self.pack = pack
        self.cases = cases
        self.failures = failures
        self.language = language
        names = PackWording(pack, forms: rule.forms)
    }

    /// What it is, what makes it fire, what it rests on, what may be set, and how it does on its cases.
    package func bytes(for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        text.line("\(rule.id)  \(rule.title[language])", .bold)
        entry(RuleWording.severity, AuditWording.severity(rule.severity)[language], &text)
        let forms = rule.forms.map { names.form($0)[language] }
        entry(RuleWording.forms, forms.isEmpty ? RuleWording.allForms[language] : PackWording.list(forms, language), &text)
        if let reach = rule.applicability { applicability(reach, &text) }
        for (index, condition) in rule.conditions.enumerated() { self.condition(condition, number: index + 1, &text) }
        for source in rule.sources { citation(source, &text) }
        parameters(&text)
        related(&text)
        outcomes(&text)
        return text.bytes
    }

    private func entry(_ label: LocalizedText, _ value: String, _ text: inout TextWriter) {
        text.entry(indent: 0, label: label[language], width: Self.width, value)
    }

    private func condition(_ condition: Condition, number: Int, _ text: inout TextWriter) {
        text.line()
        let sentences = RequirementWording(names: names)
        let label = rule.conditions.count == 1 ? RuleWording.requirement[language] : "\(RuleWording.requirement[language]) \(number)"
        text.entry(indent: 0, label: label, width: Self.width, sentences.sentence(condition.requirement)[language])
        if let reach = condition.applicability { applicability(reach, &text) }
        for exception in condition.exceptions { entry(RuleWording.exception, sentences.exception(exception)[language], &text) }
        if let severity = condition.severity, severity != rule.severity {
            entry(RuleWording.severity, AuditWording.severity(severity)[language], &text)
        }
        entry(RuleWording.message, condition.message[language], &text)
        entry(AuditWording.advice, condition.advice[language], &text)
    }

    private func applicability(_ reach: Applicability, _ text: inout TextWriter) {
        let levels = reach.levels.joined(separator: " ")
        if !levels.isEmpty { entry(RuleWording.levels, levels, &text) }
        if !reach.scopes.isEmpty { entry(RuleWording.scopes, reach.scopes.joined(separator: " "), &text) }
        if reach.firstYear != nil || reach.lastYear != nil {
            entry(RuleWording.years, RuleWording.years(from: reach.firstYear, to: reach.lastYear)[language], &text)
        }
        let sentences = RequirementWording(names: names)
        for premise in reach.premises { entry(RuleWording.premise, sentences.premise(premise)[language], &text) }
    }

    private func citation(_ citation: Citation, _ text: inout TextWriter) {
        if citation == rule.sources.first { text.line() }
        let forms = citation.forms.map { names.form($0)[language] }
        let suffix = forms.isEmpty ? "" : " (\(PackWording.list(forms, language)))"
        entry(AuditWording.law, AuditWording.citation(citation, language) + suffix, &text)
        guard let instrument = pack.instruments.first(where: { $0.id == citation.instrument }) else { return }
        text.entry(
            indent: 0, label: "", width: Self.width, RuleWording.instrument(instrument, among: pack.instruments)[language], .faint)
    }

    private func parameters(_ text: inout TextWriter) {
        guard !rule.parameters.isEmpty else { return }
        text.line()
        for parameter in rule.parameters { entry(RuleWording.parameter, RuleWording.parameter(parameter)[language], &text) }
    }

    /// What its findings may come of, and what findings may come of its own.
    private func related(_ text: inout TextWriter) {
        let effects = pack.rules.filter { $0.because.contains(rule.id) }.map(\.id)
        guard !rule.because.isEmpty || !effects.isEmpty else { return }
        text.line()
        if !rule.because.isEmpty { entry(RuleWording.causes, titles(rule.because), &text) }
        if !effects.isEmpty { entry(RuleWording.effects, titles(effects), &text) }
    }

    private func titles(_ ids: [Rule.ID]) -> String {
        PackWording.list(ids.map { id in "\(id) \(pack.rules.first { $0.id == id }?.title[language] ?? "")" }, language)
    }

    private func outcomes(_ text: inout TextWriter) {
        text.line()
        let failed = Set(failures.map(\.failed.number))
        entry(
            RuleWording.cases, RuleWording.outcome(passed: cases.count - failed.count, failed: failed.count)[language], &text)
        for item in cases {
            let mark = failed.contains(item.number) ? "✗" : "✓"
            let places = item.places.joined(separator: " ")
            text.entry(
                indent: 2, label: "\(mark) \(item.number)", width: 7,
                "\(AuditWording.verdict(item.verdict)[language])\(places.isEmpty ? "" : "  \(places)")  \(item.place)",
                failed.contains(item.number) ? .red : .plain)
        }
    }
}
