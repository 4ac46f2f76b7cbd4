import AuditModel
import XML

/// Builds the test cases of a pack's rules, and collects the excuses for changes that none of them notices.
struct CaseReader {
    let pack: RulePack
    private(set) var cases: [RuleCase] = []
    private(set) var excuses: [MutationExcuse] = []
    private var counts: [Rule.ID: Int] = [:]

    init(pack: RulePack) {
        self.pack = pack
    }

    mutating func read(_ file: PackFile, _ diagnosis: inout Diagnosis) {
        switch file.root.name {
        case "rules", "schema", "profile":
            for rule in file.rules {
                let id = diagnosis.value("id", of: rule, in: file)
                for element in rule.children(named: "case") { read(element, of: id, in: file, &diagnosis) }
                for excuse in rule.children(named: "excuse") { readExcuse(excuse, rule: id, in: file, &diagnosis) }
            }
        case "cases":
            for element in file.root.children {
                let id = element.attribute("rule").map(line(of:))
                if let id {
                    Names(.rule, pack.rules.map(\.id)).expect(id, in: file, at: element, attribute: "rule", diagnosis: &diagnosis)
                }
                if element.name == "excuse" {
                    readExcuse(element, rule: id, in: file, &diagnosis)
                } else if let id {
                    read(element, of: id, in: file, &diagnosis)
                }
            }
        case "statements", "passages":
            for excuse in file.root.children(named: "excuse") { readExcuse(excuse, rule: nil, in: file, &diagnosis) }
        default: break
        }
    }

    private mutating func readExcuse(_ element: XMLElement, rule: Rule.ID?, in file: PackFile, _ diagnosis: inout Diagnosis) {
        excuses.append(
            MutationExcuse(
                rule: rule, pattern: diagnosis.value("mutation", of: element, in: file), names: element.list("names"),
                isOfShorterWords: element.flag("shorter") ?? false,
                reason: line(of: element.text), place: file.place(of: element)))
    }

    private mutating func read(_ element: XMLElement, of id: Rule.ID, in file: PackFile, _ diagnosis: inout Diagnosis) {
        guard let rule = pack.rules.first(where: { $0.id == id }) else { return }
        let holding = pack.forms.filter { rule.forms.isEmpty || rule.forms.contains($0.id) }
        guard let newest = holding.first else { return }
        // A form for which the rule does not hold shows just that.
        let known = element.attribute("verdict") == Word.notApplicable.rawValue ? pack.forms : holding
        let names = element.list("form")
        for name in names { Names(.form, known.map(\.id)).expect(name, in: file, at: element, attribute: "form", diagnosis: &diagnosis) }
        for form in names.isEmpty ? [newest] : known.filter({ names.contains($0.id) }) {
            let first = counts[id, default: 0] + 1
            let built = CaseBuilder(file: file, form: form).cases(element, rule: id, first: first, &diagnosis)
            cases += built
            counts[id, default: 0] += built.count
        }
    }

    /// The verdicts by the words of the schema.
    enum Word: String {
        case satisfied, violated, undetermined
        case notApplicable = "not-applicable"
    }
}
