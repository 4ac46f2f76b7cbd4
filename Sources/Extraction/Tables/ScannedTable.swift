import AuditModel
import DocumentModel

/// A table of a report with its cells told apart.
struct ScannedTable: Sendable {
    enum Content: Sendable {
        case blank
        /// A number, or a mark in place of one.
        case value(FigureValue)
        /// Any other text: a label, or text where a figure is due. The index of the label in the document.
        case label(Int)
    }

    let table: Table
    let section: Section
    /// The key of the top-level section that the table stands in; nil when the outline does not know it.
    let key: String?
    /// For each cell.
    let contents: [Content]

    /// All tables in document order, and the labels that their cells refer to. A label longer than `labelLimit` bytes is cut: no form has such.
    static func all(in document: Document) -> (tables: [ScannedTable], labels: [LabelText]) {
        var tables: [ScannedTable] = []
        var labels: [LabelText] = []
        for top in document.sections {
            for section in top.withSubsections {
                for table in section.tables {
                    var contents: [Content] = []
                    contents.reserveCapacity(table.cells.count)
                    for cell in table.cells {
                        switch FigureValue(cell: cell.text.string) {
                        case .blank: contents.append(.blank)
                        case .text:
                            contents.append(.label(labels.count))
                            labels.append(LabelText(String(cell.text.string.prefix(utf8Limit: labelLimit))))
                        case let value: contents.append(.value(value))
                        }
                    }
                    tables.append(ScannedTable(table: table, section: section, key: top.key, contents: contents))
                }
            }
        }
        return (tables, labels)
    }

    /// In bytes of UTF-8. Several times the longest label of any form known.
    static let labelLimit = 1200

    func content(_ cell: Int) -> Content { contents[cell] }

    func isBlank(_ cell: Int) -> Bool {
        if case .blank = contents[cell] { true } else { false }
    }

    func isNumber(_ cell: Int) -> Bool {
        if case .value(.number) = contents[cell] { true } else { false }
    }

    func isLabel(_ cell: Int) -> Bool {
        if case .label = contents[cell] { true } else { false }
    }

    /// The index of the cell that covers a place of the grid, both counted from 1; nil where a short row has none.
    func slot(_ row: Int, _ column: Int) -> Int? { table.slots[(row - 1) * table.columnCount + column - 1] }

    /// The cells that cover a row, each once, from left to right.
    func cells(inRow row: Int) -> [Int] {
        var cells: [Int] = []
        cells.reserveCapacity(table.columnCount)
        for column in 1...max(1, table.columnCount) where column <= table.columnCount {
            guard let cell = slot(row, column), cells.last != cell else { continue }
            cells.append(cell)
        }
        return cells
    }

    func place(_ cell: Int) -> Place {
        Place(section.locator(of: table.cells[cell], in: table), table.cells[cell].text.start)
    }

    var place: Place { Place(section.locator(of: table), table.cells.first?.text.start ?? .unknown) }

    func figure(_ cell: Int) -> Figure {
        let value: FigureValue =
            switch contents[cell] {
            case .blank: .blank
            case .value(let value): value
            case .label: .text
            }
        return Figure(value: value, quote: table.cells[cell].text.string, place: place(cell))
    }
}

extension String {
    /// The longest beginning of at most that many bytes that cuts no scalar.
    func prefix(utf8Limit limit: Int) -> Substring {
        guard utf8.count > limit else { return self[...] }
        var end = utf8.index(utf8.startIndex, offsetBy: limit)
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return self[..<end]
    }
}
