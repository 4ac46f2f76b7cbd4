import AuditModel
import DocumentModel

/// A table of a report with its cells told apart, whatever form it may follow.
///
/// A class, since each of its readings has it at hand.
final class ScannedTable: Sendable {
    enum Kind: UInt8, Sendable {
        case blank
        case number
        /// A mark in place of a number.
        case mark
        /// Any other text: a label, or text where a figure is due.
        case label
    }

    let table: Table
    let section: Section
    /// The key of the top-level section that the table stands in; nil when the outline does not know it.
    let key: String?
    /// For each cell.
    let kinds: [Kind]
    /// For each cell.
    private let values: [FigureValue]
    /// For each cell that is a label, its index among the document's; -1 for others.
    let labels: [Int]
    /// The cells that cover each row, each once, from left to right; row by row.
    private let rowCells: [Int]
    /// For each row where its cells begin among `rowCells`, and one more for the end.
    private let rowStarts: [Int]

    private init(_ table: Table, _ section: Section, key: String?, labels all: inout [LabelText]) {
        self.table = table
        self.section = section
        self.key = key
        var kinds: [Kind] = []
        var labels: [Int] = []
        var values: [FigureValue] = []
        kinds.reserveCapacity(table.cells.count)
        values.reserveCapacity(table.cells.count)
        labels.reserveCapacity(table.cells.count)
        // By index: to walk through the cells themselves would copy each.
        for cell in table.cells.indices {
            let text = table.cells[cell].text.string
            let value = FigureValue(cell: text)
            values.append(value)
            switch value {
            case .blank: kinds.append(.blank)
            case .number: kinds.append(.number)
            case .notApplicable: kinds.append(.mark)
            case .text where DigitRow.isDigits(text): kinds.append(.number)
            case .text:
                kinds.append(.label)
                labels.append(all.count)
                all.append(LabelText(text.prefix(utf8Limit: Self.labelLimit)))
                continue
            }
            labels.append(-1)
        }
        self.kinds = kinds
        self.values = values
        self.labels = labels

        var rowCells: [Int] = []
        var rowStarts: [Int] = [0]
        rowCells.reserveCapacity(table.cells.count)
        rowStarts.reserveCapacity(table.rowCount + 1)
        for row in 0..<table.rowCount {
            var last = -1
            for slot in (row * table.columnCount)..<((row + 1) * table.columnCount) {
                guard let cell = table.slots[slot], cell != last else { continue }
                rowCells.append(cell)
                last = cell
            }
            rowStarts.append(rowCells.count)
        }
        self.rowCells = rowCells
        self.rowStarts = rowStarts
    }

    /// In bytes of UTF-8; a longer label is cut. Several times the longest label of any form known.
    private static let labelLimit = 1200

    /// All tables in document order, and the labels that their cells refer to. Linear.
    static func all(in document: Document) -> (tables: [ScannedTable], labels: [LabelText]) {
        var tables: [ScannedTable] = []
        var labels: [LabelText] = []
        for top in document.sections {
            for section in top.withSubsections {
                for table in section.tables { tables.append(ScannedTable(table, section, key: top.key, labels: &labels)) }
            }
        }
        return (tables, labels)
    }

    func isBlank(_ cell: Int) -> Bool { kinds[cell] == .blank }
    func isNumber(_ cell: Int) -> Bool { kinds[cell] == .number }
    func isLabel(_ cell: Int) -> Bool { kinds[cell] == .label }

    /// The grid's rows, counted from 1.
    var rows: Range<Int> { 1..<(table.rowCount + 1) }
    /// The grid's columns, counted from 1.
    var columns: Range<Int> { 1..<(table.columnCount + 1) }

    /// The index of the cell that covers a place of the grid, both counted from 1; nil where a short row has none.
    func slot(_ row: Int, _ column: Int) -> Int? { table.slots[(row - 1) * table.columnCount + column - 1] }

    /// The cells that cover a row, each once, from left to right.
    func cells(inRow row: Int) -> ArraySlice<Int> { rowCells[rowStarts[row - 1]..<rowStarts[row]] }

    func place(_ cell: Int) -> Place {
        Place(locator(cell), table.cells[cell].text.start)
    }

    private func locator(_ cell: Int) -> Locator {
        Locator(section: section.path, part: .cell(table: table.number, row: table.cells[cell].row, column: table.cells[cell].column))
    }

    var place: Place { Place(section.locator(of: table), table.cells.first?.text.start ?? .unknown) }

    func quote(_ cell: Int) -> String { table.cells[cell].text.string }

    /// `part`: the part of the cell's text that is meant, in UTF-8 offsets; nil for all of it.
    func figure(_ cell: Int, part: Range<Int>? = nil) -> Figure {
        guard let part else { return Figure(value: values[cell], quote: quote(cell), place: place(cell)) }
        let text = table.cells[cell].text
        let quote = text.substring(part)
        let place = Place(locator(cell), text.position(atOffset: part.lowerBound))
        return Figure(value: FigureValue(cell: quote), quote: quote, place: place)
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
