package import DocumentModel

extension Document {
    /// The document in the lines of `Specimen.dump`: what a rendering of a specimen has to give when it is read back. Line feeds within cells are
    /// left out, absent places of short rows are empty.
    package var specimenDump: [String] {
        allSections.flatMap { section -> [String] in
            (section.heading.map { [String(repeating: "#", count: section.path.count) + " " + $0.text.string] } ?? [])
                + section.blocks.flatMap { block -> [String] in
                    switch block {
                    case .paragraph(let paragraph): [paragraph.text.string]
                    case .table(let table): Self.lines(table)
                    }
                }
        }
    }

    private static func lines(_ table: Table) -> [String] {
        (1...max(1, table.rowCount)).map { row in
            let texts = (1...max(1, table.columnCount)).map { column -> String in
                guard let cell = table.cell(row: row, column: column) else { return "" }
                if cell.row == row, cell.column == column { return cell.text.string.replacing("\n", with: "") }
                return cell.row == row ? "<" : "^"
            }
            return "| " + texts.joined(separator: " | ") + " |"
        }
    }
}
