package import AuditModel

/// A pack's rules as text.
package enum RuleListing {
    /// A line for each rule: id, severity, number of cases and title.
    package static func list(of pack: RulePack, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        text.line("\(pack.title[language])  \(pack.id) \(pack.version)", .bold)
        text.line(pack.digest, .faint)
        text.line()
        let width = pack.rules.map(\.id.count).max() ?? 0
        for rule in pack.rules {
            let severity = AuditWording.severity(rule.severity)[language]
            let forms = rule.forms.isEmpty ? "" : "  (\(rule.forms.joined(separator: " ")))"
            text.entry(indent: 0, label: rule.id, width: width + 2, "\(severity)  \(rule.title[language])\(forms)")
        }
        text.line()
        text.line(RuleWording.count(pack.rules.count)[language])
        return text.bytes
    }

    /// All that one rule says of itself.
    package static func description(of rule: Rule, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        let width = 10
        text.line("\(rule.id)  \(rule.title[language])", .bold)
        text.entry(indent: 0, label: RuleWording.severity[language], width: width, AuditWording.severity(rule.severity)[language])
        text.entry(
            indent: 0, label: RuleWording.forms[language], width: width,
            rule.forms.isEmpty ? RuleWording.allForms[language] : rule.forms.joined(separator: " "))
        for source in rule.sources {
            text.entry(indent: 0, label: AuditWording.law[language], width: width, AuditWording.citation(source, language))
        }
        text.entry(indent: 0, label: RuleWording.cases[language], width: width, String(rule.caseCount))
        for condition in rule.conditions {
            text.line()
            text.entry(indent: 0, label: RuleWording.message[language], width: width, condition.message[language])
            text.entry(indent: 0, label: AuditWording.advice[language], width: width, condition.advice[language])
            if let severity = condition.severity, severity != rule.severity {
                text.entry(indent: 0, label: RuleWording.severity[language], width: width, AuditWording.severity(severity)[language])
            }
        }
        return text.bytes
    }
}
