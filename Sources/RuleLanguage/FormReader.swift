import AuditModel
import DocumentModel
import XML

/// Builds a form from its file.
struct FormReader {
    private let file: PackFile
    /// Those that earlier parts give.
    private let others: [Form]
    private var tables: [FormTable] = []
    private var indicators: [Indicator] = []

    private init(file: PackFile, others: [Form]) {
        self.file = file
        self.others = others
    }

    /// - Parameter others: the forms from which it may take sections and tables.
    static func form(in file: PackFile, others: [Form], diagnosis: inout Diagnosis) -> Form {
        var reader = FormReader(file: file, others: others)
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
        var names: [XMLElement] = []
        var keys = Names(.section)
        var tableNames = Names(.table)
        for child in file.root.children {
            switch child.name {
            case "name": names.append(child)
            case "sections-of":
                sections = other(child, &diagnosis)?.sections ?? []
                keys = Names(.section, sections.map(\.entry.key))
            case "table-of":
                let id = diagnosis.value("table", of: child, in: file)
                tableNames.add(id, in: file, at: child, attribute: "table", diagnosis: &diagnosis)
                copyTable(child, id: id, keys: keys, &diagnosis)
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
        let name = names.isEmpty ? nil : diagnosis.localized(names, named: "name", of: file.root, in: file)
        return Form(
            id: diagnosis.value("id", of: file.root, in: file), name: name, firstYear: year("from", &diagnosis),
            lastYear: year("to", &diagnosis), sections: sections, tables: tables, indicators: indicators)
    }

    private func year(_ attribute: String, _ diagnosis: inout Diagnosis) -> Int? {
        file.root.attribute(attribute) == nil ? nil : diagnosis.integer(attribute, of: file.root, in: file)
    }

    /// The form that an element takes something from; nil, and noted, when no earlier part gives it.
    private func other(_ element: XMLElement, _ diagnosis: inout Diagnosis) -> Form? {
        let id = diagnosis.value("form", of: element, in: file)
        Names(.form, others.map(\.id)).expect(id, in: file, at: element, attribute: "form", diagnosis: &diagnosis)
        return others.first { $0.id == id }
    }

    /// Adds a table of another form, without the rows that the element names; a row that stood for these alone is one of its own right.
    private mutating func copyTable(_ element: XMLElement, id: String, keys: Names, _ diagnosis: inout Diagnosis) {
        guard let form = other(element, &diagnosis) else { return }
        Names(.table, form.tables.map(\.id)).expect(id, in: file, at: element, attribute: "table", diagnosis: &diagnosis)
        guard let table = form.tables.first(where: { $0.id == id }) else { return }
        keys.expect(table.section, in: file, at: element, attribute: "table", diagnosis: &diagnosis)
        let without = element.list("without")
        Names(.row, table.rows.map(\.id)).expect(without, in: file, at: element, attribute: "without", diagnosis: &diagnosis)
        var rows: [FormTable.Line] = []
        var grid: [[Int?]] = []
        for (line, cells) in zip(table.rows, table.grid) where !without.contains(line.id) {
            let row = FormTable.Line(
                id: line.id, label: line.label, variants: line.variants, groups: line.groups, name: line.name,
                standsFor: line.standsFor.filter { !without.contains($0) })
            grid.append(
                cells.map { cell in
                    guard let cell else { return nil }
                    let indicator = form.indicators[cell]
                    indicators.append(
                        Indicator(
                            id: indicator.id, table: tables.count, row: rows.count, column: indicator.column, kind: indicator.kind,
                            label: indicator.label, isSubstitute: !row.standsFor.isEmpty))
                    return indicators.count - 1
                })
            rows.append(row)
        }
        tables.append(
            FormTable(
                id: id, section: table.section, name: table.name, rows: rows, columns: table.columns, grid: grid,
                isRequired: table.isRequired, tellsForm: table.tellsForm))
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
                columns: columns.map(\.line), grid: grid, isRequired: element.flag("required") ?? true,
                tellsForm: element.flag("tells-form") ?? false))
    }
}
