package import AuditModel
import DocumentModel

/// A pack's rules as text.
package enum RuleListing {
    /// By what rules are put together.
    package enum Grouping: String, CaseIterable, Sendable {
        /// What their findings are about: sections, tables, the narrative, other years.
        case section
        case severity
        /// The instruments that they rest on; a rule of several stands under each.
        case law
    }

    /// A line for each rule: id, severity and title; by groups where they are asked for.
    package static func list(of pack: RulePack, by grouping: Grouping?, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        text.line("\(pack.title[language])  \(pack.id) \(pack.version)", .bold)
        text.line(pack.digest, .faint)
        let width = pack.rules.map(\.id.count).max() ?? 0
        for group in groups(of: pack, by: grouping) {
            text.line()
            if let name = group.name { text.line("\(name[language]) (\(group.rules.count))", .bold) }
            for rule in group.rules {
                let severity = AuditWording.severity(rule.severity)[language]
                let forms = rule.forms.isEmpty ? "" : "  (\(rule.forms.joined(separator: " ")))"
                text.entry(indent: 0, label: rule.id, width: width + 2, "\(severity)  \(rule.title[language])\(forms)")
            }
        }
        text.line()
        text.line(RuleWording.count(pack.rules.count)[language])
        return text.bytes
    }

    private struct Group {
        let name: LocalizedText?
        let rules: [Rule]
    }

    /// Without empty ones.
    private static func groups(of pack: RulePack, by grouping: Grouping?) -> [Group] {
        let all: [Group] =
            switch grouping {
            case nil: [Group(name: nil, rules: pack.rules)]
            case .severity:
                Severity.allCases.reversed().map { severity in
                    Group(name: AuditWording.severity(severity), rules: pack.rules.filter { $0.severity == severity })
                }
            case .law:
                pack.instruments.map { instrument in
                    Group(
                        name: LocalizedText { _ in instrument.document },
                        rules: pack.rules.filter { $0.sources.contains { $0.instrument == instrument.id } })
                }
            case .section: sections(of: pack)
            }
        return all.filter { !$0.rules.isEmpty }
    }

    /// The sections of the newest form, each with the rules that name it alone; then, by the first part of their ids, the rules that are about no
    /// single section.
    private static func sections(of pack: RulePack) -> [Group] {
        guard let form = pack.forms.first else { return [Group(name: nil, rules: pack.rules)] }
        let keys = pack.rules.map { RuleReach(of: $0, in: form).sections }
        var groups = form.sections.map { section in
            Group(
                name: LocalizedText { _ in section.entry.title },
                rules: pack.rules.indices.filter { keys[$0] == [section.entry.key] }.map { pack.rules[$0] })
        }
        let rest = pack.rules.indices.filter { keys[$0].count != 1 }.map { pack.rules[$0] }
        groups.append(Group(name: RuleWording.severalSections, rules: rest))
        return groups
    }
}

/// The sections that a rule is about.
struct RuleReach {
    /// By key; empty: the report as a whole, or all of them.
    let sections: Set<String>

    init(of rule: Rule, in form: Form) {
        var keys: Set<String> = []
        for condition in rule.conditions {
            let own = Self.sections(of: condition.requirement, in: form)
            // One condition about everything makes the rule one about everything.
            guard !own.isEmpty else {
                sections = []
                return
            }
            keys.formUnion(own)
        }
        sections = keys
    }

    private static func sections(of requirement: Condition.Requirement, in form: Form) -> Set<String> {
        switch requirement {
        case .sectionSubstance(let sections, _, _), .repetition(let sections, _, _, _, _, _), .forbidden(_, let sections, _):
            return Set(sections)
        case .paragraphsRepeated(let sections, _, _, _): return Set(sections)
        case .account(let section, _, _, _, _, _, _), .partSubstance(let section, _, _): return [section]
        case .equation(let equation): return Self.sections(of: equation.left + equation.right, in: form)
        default:
            return []
        }
    }

    /// Where the tables stand whose ids begin the terms' patterns.
    private static func sections(of terms: [Equation.Term], in form: Form) -> Set<String> {
        Set(
            terms.compactMap { term in
                let table = term.pattern.prefix { $0 != "." }
                return form.tables.first { $0.id == table }?.section
            })
    }
}
