import AuditModel
import XML

/// Tailors a pack's rules as a profile says.
struct Tailoring {
    let source: ProfileFile
    let digest: String

    private var file: PackFile { source.file }
    private func elements(_ name: String) -> [XMLElement] { file.root.children(named: name) }

    /// The values that it sets, by rule and parameter.
    func settings(_ diagnosis: inout Diagnosis) -> [Rule.ID: [String: String]] {
        var settings: [Rule.ID: [String: String]] = [:]
        for element in elements("set") {
            let rule = diagnosis.value("rule", of: element, in: file)
            let parameter = diagnosis.value("parameter", of: element, in: file)
            let value = diagnosis.value("value", of: element, in: file)
            if settings[rule, default: [:]].updateValue(value, forKey: parameter) != nil {
                diagnosis.note(
                    .repeated(.parameter, parameter, first: file.place(of: file.root)), in: file, at: element, attribute: "parameter")
            }
        }
        return settings
    }

    /// The pack's sources and its own.
    func sources(besides others: [Instrument], _ diagnosis: inout Diagnosis) -> [Instrument] {
        var names = Names(.source, others.map(\.id))
        return others
            + elements("source").map { element in
                let id = diagnosis.value("id", of: element, in: file)
                names.add(id, in: file, at: element, diagnosis: &diagnosis)
                return Instrument(id: id, document: diagnosis.value("document", of: element, in: file))
            }
    }

    /// The pack's vocabularies and its own.
    func passages(besides passages: PassageGrammar, _ diagnosis: inout Diagnosis) -> PassageGrammar {
        var vocabularies = passages.vocabularies
        var names = Names(.vocabulary, vocabularies.keys.sorted())
        for element in elements("vocabulary") {
            let id = diagnosis.value("id", of: element, in: file)
            if names.add(id, in: file, at: element, diagnosis: &diagnosis) { vocabularies[id] = words(in: element.text) }
        }
        return PassageGrammar(parts: passages.parts, vocabularies: vocabularies)
    }

    /// Where the profile's own rules stand: in it, and in its parts.
    var ruleFiles: [PackFile] { (elements("rules").isEmpty ? [] : [file]) + source.parts }

    /// The rules as the profile wants them, and what it changed. `rules`: the pack's; `own`: the profile's.
    func tailor(_ rules: [Rule], own: [Rule], pack: PackManifest, _ diagnosis: inout Diagnosis) -> (rules: [Rule], profile: Profile) {
        let wanted = diagnosis.value("pack", of: file.root, in: file)
        if wanted != pack.id { diagnosis.note(.otherPack(wanted, actual: pack.id), in: file, at: file.root, attribute: "pack") }
        checkPrefix(of: own, besides: rules, &diagnosis)
        let all = rules + own
        let grades = grades(of: all, &diagnosis)
        checkSettings(all, &diagnosis)
        let included = selected("include", of: rules, &diagnosis)
        let excluded = selected("exclude", of: rules, &diagnosis)
        let isKept = { (rule: Rule) in
            (elements("include").isEmpty || included.contains(rule.id)) && !excluded.contains(rule.id)
        }
        let kept = rules.filter(isKept) + own
        let profile = Profile(
            id: diagnosis.value("id", of: file.root, in: file),
            title: diagnosis.localized(elements("title"), named: "title", of: file.root, in: file), path: file.path, digest: digest,
            excluded: rules.filter { !isKept($0) }.map(\.id).sorted(),
            grades: all.compactMap { rule in
                grades[rule.id].map { Profile.Grade(rule: rule.id, standard: rule.severity, severity: $0) }
            }.sorted { $0.rule < $1.rule },
            settings: all.sorted { $0.id < $1.id }.flatMap { rule in
                rule.parameters.filter { $0.value != $0.standard }.map {
                    Profile.Setting(rule: rule.id, parameter: $0.name, standard: $0.standard, value: $0.value)
                }
            },
            ownRules: own.map(\.id).sorted(), waivers: source.waivers)
        return (kept.map { rule in grades[rule.id].map { rule.graded($0) } ?? rule }, profile)
    }

    /// Own rules bear the profile's prefix, which no rule of the pack has.
    private func checkPrefix(of own: [Rule], besides rules: [Rule], _ diagnosis: inout Diagnosis) {
        guard let first = own.first else { return }
        guard file.root.attribute("prefix") != nil else {
            diagnosis.note(.attributeMissing(attribute: "prefix", because: first.id), in: file, at: file.root)
            return
        }
        let prefix = diagnosis.value("prefix", of: file.root, in: file)
        if rules.contains(where: { Self.family(of: $0.id) == prefix }) {
            diagnosis.note(.prefixTaken(prefix), in: file, at: file.root, attribute: "prefix")
        }
        for rule in own where Self.family(of: rule.id) != prefix {
            diagnosis.note(.prefixMissing(rule: rule.id, prefix: prefix), in: file, at: file.root, attribute: "prefix")
        }
    }

    /// The ids that the elements of that name select by id or family.
    private func selected(_ name: String, of rules: [Rule], _ diagnosis: inout Diagnosis) -> Set<Rule.ID> {
        var selected: Set<Rule.ID> = []
        for element in elements(name) {
            selected.formUnion(self.rules(of: element, among: rules, &diagnosis).map(\.id))
        }
        return selected
    }

    /// The severities that it gives; a later one goes before an earlier one, so that one rule may differ from its family.
    private func grades(of rules: [Rule], _ diagnosis: inout Diagnosis) -> [Rule.ID: Severity] {
        var grades: [Rule.ID: Severity] = [:]
        for element in elements("grade") {
            guard let severity = diagnosis.choice("severity", of: element, in: file, as: Severity.self) else { continue }
            for rule in self.rules(of: element, among: rules, &diagnosis) { grades[rule.id] = severity }
        }
        return grades
    }

    private func rules(of element: XMLElement, among rules: [Rule], _ diagnosis: inout Diagnosis) -> [Rule] {
        element.list("rules").flatMap { selector in
            let found = rules.filter { $0.id == selector || Self.family(of: $0.id) == selector }
            if found.isEmpty {
                let known = rules.map(\.id) + Set(rules.map { Self.family(of: $0.id) }).sorted()
                diagnosis.note(
                    .unknown(.rule, selector, nearest: Names.nearest(to: selector, among: known)), in: file, at: element,
                    attribute: "rules", word: selector)
            }
            return found
        }
    }

    private func checkSettings(_ rules: [Rule], _ diagnosis: inout Diagnosis) {
        for element in elements("set") {
            let id = diagnosis.value("rule", of: element, in: file)
            guard let rule = rules.first(where: { $0.id == id }) else {
                diagnosis.note(
                    .unknown(.rule, id, nearest: Names.nearest(to: id, among: rules.map(\.id))), in: file, at: element, attribute: "rule")
                continue
            }
            let name = diagnosis.value("parameter", of: element, in: file)
            guard let parameter = rule.parameters.first(where: { $0.name == name }) else {
                diagnosis.note(
                    .unknown(.parameter, name, nearest: rule.parameters.map(\.name)), in: file, at: element, attribute: "parameter")
                continue
            }
            let value = diagnosis.value("value", of: element, in: file)
            if !parameter.kind.allows(value) {
                diagnosis.note(.badParameterValue(value, kind: parameter.kind), in: file, at: element, attribute: "value")
            }
        }
    }

    /// `TAB` of `TAB-05`.
    static func family(of id: Rule.ID) -> String { String(id.prefix { $0 != "-" }) }
}
