import AuditModel
import XML

/// A row or column of a form's table with what only the form's reader needs.
struct FormLine {
    let line: FormTable.Line
    let element: XMLElement
    /// Nil where it does not say.
    let kind: Indicator.Kind?
    /// The ids of the columns in which a row has figures; empty: all.
    let columns: [String]

    /// Reads the rows or columns in an element, those in groups with the groups' labels.
    static func collect(
        _ element: XMLElement, groups: [String], into lines: inout [FormLine], names: inout Names, in file: PackFile,
        diagnosis: inout Diagnosis
    ) {
        for child in element.children {
            if child.name == "group" {
                let label = diagnosis.value("label", of: child, in: file)
                collect(child, groups: groups + [label], into: &lines, names: &names, in: file, diagnosis: &diagnosis)
            } else {
                let line = FormLine(child, groups: groups, in: file, diagnosis: &diagnosis)
                names.add(line.line.id, in: file, at: child, diagnosis: &diagnosis)
                lines.append(line)
            }
        }
    }

    private init(_ element: XMLElement, groups: [String], in file: PackFile, diagnosis: inout Diagnosis) {
        var variants: [String] = []
        var names: [XMLElement] = []
        for child in element.children {
            if child.name == "variant" {
                variants.append(RuleLanguage.line(of: child.text))
            } else {
                names.append(child)
            }
        }
        let label = diagnosis.value("label", of: element, in: file)
        let given = diagnosis.localized(names, named: "name", of: element, in: file, isComplete: false)
        self.element = element
        kind = diagnosis.choice("kind", of: element, in: file, as: Indicator.Kind.self)
        columns = element.list("columns")
        line = FormTable.Line(
            id: diagnosis.value("id", of: element, in: file), label: label, variants: variants, groups: groups,
            name: LocalizedText(
                chinese: given.chinese.isEmpty ? OrdinalNumeral.removed(from: label) : given.chinese, english: given.english),
            standsFor: element.list("stands-for"))
    }

    /// What people call the figure where a row crosses a column.
    func label(with column: FormLine) -> LocalizedText {
        LocalizedText(
            chinese: "\(line.name.chinese)·\(column.line.name.chinese)", english: "\(line.name.english), \(column.line.name.english)")
    }
}
