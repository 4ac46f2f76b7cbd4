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
                        document: names.documents[reference] ?? reference, at: child.attribute("at").map(line(of:)), forms: cited))
            case "case": caseCount += 1
            case "when", "parameter": break
            default:
                var reader = ConditionReader(element: child, file: file, names: names, indexes: indexes, parameters: parameters)
                conditions += reader.conditions(&diagnosis)
            }
        }
        let title = diagnosis.localized(titles, named: "title", of: element, in: file)
        guard let severity = diagnosis.choice("severity", of: element, in: file, as: Severity.self) else { return nil }
        return Rule(
            id: id, title: title, severity: severity, forms: forms, applicability: reach, parameters: parameters, sources: sources,
            conditions: conditions, caseCount: caseCount)
    }
}
