import AuditModel
import XML

/// Builds the rules of one file.
struct RuleReader {
    let file: PackFile
    let names: PackNames

    /// - Parameter ids: the ids of all files' rules so far.
    func rules(ids: inout Names, diagnosis: inout Diagnosis) -> [Rule] {
        file.rules.compactMap { rule($0, ids: &ids, &diagnosis) }
    }

    /// Notes rules that cause themselves, by way of others or not, and those that are caused by what is no rule. `rules`: all that there are.
    static func checkCauses(of rules: [Rule], in files: [PackFile], ids: Names, diagnosis: inout Diagnosis) {
        var waiting = Dictionary(rules.filter { !$0.because.isEmpty }.map { ($0.id, Set($0.because)) }) { first, _ in first }
        guard !waiting.isEmpty else { return }
        // Those whose causes have no causes left are settled, and so on; what remains goes round.
        var isChanged = true
        while isChanged {
            let settled = waiting.filter { $0.value.isDisjoint(with: waiting.keys) }.map(\.key)
            for id in settled { waiting[id] = nil }
            isChanged = !settled.isEmpty
        }
        for file in files {
            for element in file.rules where element.attribute("because") != nil {
                ids.expect(element.list("because"), in: file, at: element, attribute: "because", diagnosis: &diagnosis)
                if let id = element.attribute("id"), waiting[id] != nil {
                    diagnosis.note(.causesItself(id), in: file, at: element, attribute: "because")
                }
            }
        }
    }

    private func rule(_ element: XMLElement, ids: inout Names, _ diagnosis: inout Diagnosis) -> Rule? {
        let id = diagnosis.value("id", of: element, in: file)
        ids.add(id, in: file, at: element, diagnosis: &diagnosis)
        let forms = element.list("forms")
        names.formNames.expect(forms, in: file, at: element, attribute: "forms", diagnosis: &diagnosis)
        let named = names.indexes.filter { forms.contains($0.form.id) }
        let indexes = named.isEmpty ? names.indexes : named

        let parameters = ParameterReader(file: file, rule: id, settings: names.settings[id] ?? [:]).parameters(of: element, &diagnosis)
        let reach = ApplicabilityReader(
            element: element, file: file, names: names, indexes: indexes, parameters: parameters
        ).applicability(&diagnosis)
        var titles: [XMLElement] = []
        var sources: [Citation] = []
        var conditions: [Condition] = []
        var caseCount = 0
        for child in element.children {
            switch child.name {
            case "title": titles.append(child)
            case "source":
                let reference = diagnosis.value("ref", of: child, in: file)
                names.sources.expect(reference, in: file, at: child, attribute: "ref", diagnosis: &diagnosis)
                let cited = child.list("forms")
                names.formNames.expect(cited, in: file, at: child, attribute: "forms", diagnosis: &diagnosis)
                sources.append(
                    Citation(
                        instrument: reference, document: names.documents[reference] ?? reference, at: child.attribute("at").map(line(of:)),
                        forms: cited))
            case "case": caseCount += 1
            case "when", "parameter": break
            // Read with the cases, to be tested by.
            case "excuse": break
            default:
                var reader = ConditionReader(element: child, file: file, names: names, indexes: indexes, parameters: parameters)
                conditions += reader.conditions(&diagnosis)
            }
        }
        let title = diagnosis.localized(titles, named: "title", of: element, in: file)
        guard let severity = diagnosis.choice("severity", of: element, in: file, as: Severity.self) else { return nil }
        return Rule(
            id: id, title: title, severity: severity, forms: forms, applicability: reach, because: element.list("because"),
            parameters: parameters, sources: sources,
            conditions: conditions, caseCount: caseCount)
    }
}
