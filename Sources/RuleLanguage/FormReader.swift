import AuditModel
import DocumentModel
import XML

/// Builds a form from its file.
struct FormReader {
    private let file: PackFile
    private var tables: [FormTable] = []
    private var indicators: [Indicator] = []

    private init(file: PackFile) {
        self.file = file
    }

    static func form(in file: PackFile, diagnosis: inout Diagnosis) -> Form {
        var reader = FormReader(file: file)
        return reader.read(&diagnosis)
    }

    /// The features that the sections name as their context.
    static func contexts(in file: PackFile) -> [FeatureReference] {
        file.root.children(named: "section").flatMap { section in
            features(in: section.list("context")).map {
                FeatureReference(feature: $0, file: file, element: section, attribute: "context")
            }
        }
    }

    private mutating func read(_ diagnosis: inout Diagnosis) -> Form {
        var sections: [FormSection] = []
        var keys = Names(.section)
        var tableNames = Names(.table)
        for child in file.root.children {
            switch child.name {
            case "section":
                let section = section(child, &diagnosis)
                keys.add(section.entry.key, in: file, at: child, attribute: "key", diagnosis: &diagnosis)
                sections.append(section)
                if section.entry.ordinal != sections.count {
                    diagnosis.note(
                        .ordinalOutOfOrder(found: section.entry.ordinal, expected: sections.count), in: file, at: child,
                        attribute: "ordinal")
                }
            default:
                let id = diagnosis.value("id", of: child, in: file)
                tableNames.add(id, in: file, at: child, diagnosis: &diagnosis)
                let section = diagnosis.value("section", of: child, in: file)
                keys.expect(section, in: file, at: child, attribute: "section", diagnosis: &diagnosis)
                table(child, id: id, section: section, &diagnosis)
            }
        }
        return Form(id: diagnosis.value("id", of: file.root, in: file), sections: sections, tables: tables, indicators: indicators)
    }

    private func section(_ element: XMLElement, _ diagnosis: inout Diagnosis) -> FormSection {
        var variants: [String] = []
        var terms: [[String]] = []
        for child in element.children {
            if child.name == "variant" {
                variants.append(line(of: child.text))
            } else {
                terms.append(words(in: child.text))
            }
        }
        let entry = Outline.Entry(
            key: diagnosis.value("key", of: element, in: file), ordinal: diagnosis.integer("ordinal", of: element, in: file),
            title: diagnosis.value("title", of: element, in: file), variants: variants, terms: terms)
        return FormSection(entry: entry, required: element.flag("required") ?? true, context: features(in: element.list("context")))
    }

    private mutating func table(_ element: XMLElement, id: String, section: String, _ diagnosis: inout Diagnosis) {
        var columns: [FormLine] = []
        var rows: [FormLine] = []
        var columnNames = Names(.column)
        var rowNames = Names(.row)
        for child in element.children {
            switch child.name {
            case "columns": FormLine.collect(child, groups: [], into: &columns, names: &columnNames, in: file, diagnosis: &diagnosis)
            case "rows": FormLine.collect(child, groups: [], into: &rows, names: &rowNames, in: file, diagnosis: &diagnosis)
            default: break
            }
        }
        var used: Set<String> = []
        var grid: [[Int?]] = []
        for (rowIndex, row) in rows.enumerated() {
            rowNames.expect(row.line.standsFor, in: file, at: row.element, attribute: "stands-for", diagnosis: &diagnosis)
            columnNames.expect(row.columns, in: file, at: row.element, attribute: "columns", diagnosis: &diagnosis)
            var cells: [Int?] = []
            for (columnIndex, column) in columns.enumerated() {
                guard row.columns.isEmpty || row.columns.contains(column.line.id) else {
                    cells.append(nil)
                    continue
                }
                used.insert(column.line.id)
                // Identifiers are unique since those of tables, of rows and of columns are, and only those of rows have full stops.
                cells.append(indicators.count)
                let indicator = Indicator(
                    id: "\(id).\(row.line.id).\(column.line.id)", table: tables.count, row: rowIndex, column: columnIndex,
                    kind: row.kind ?? column.kind ?? .count, label: row.label(with: column), isSubstitute: !row.line.standsFor.isEmpty)
                indicators.append(indicator)
            }
            grid.append(cells)
        }
        for column in columns where !used.contains(column.line.id) {
            diagnosis.note(.columnWithoutRow(column: column.line.id), in: file, at: column.element)
        }
        let names = element.children(named: "name")
        tables.append(
            FormTable(
                id: id, section: section, name: diagnosis.localized(names, named: "name", of: element, in: file), rows: rows.map(\.line),
                columns: columns.map(\.line), grid: grid))
    }
}
