/// A specimen as plain text, in one of the layouts in which tables come as text.
package struct SpecimenText {
    /// How tables are written.
    package enum Layout: String, CaseIterable, Sendable {
        /// As a word processor saves text: a cell a line, begun by a tab, a blank line behind each row.
        case cellLines
        /// A row a line, cells parted by tabs, covered places empty.
        case tabbed
        /// A row a line, cells parted by bars.
        case barred
        /// Cells between bars and rules of dashes or of box drawing, with labels broken over lines.
        case ruled
        /// A row a line, cells parted by blanks, covered places left out.
        case columns
        /// A cell a line, without tabs.
        case stacked
        /// A cell a line with the bar behind it or on a line of its own, as pages saved as text have them.
        case barredCells
        /// A whole table a line, with bars between its cells.
        case oneLine
        /// As `pdftotext -layout` gives a page: wrapped paragraphs, labels broken within their columns, page breaks.
        case pages
        /// As a page copied from a browser whose cells hold paragraphs: a tab on a line of its own, or behind its cell, between two cells.
        case pasted
        /// A row a line with nothing between its cells.
        case runTogether
    }

    /// The whole text, with line feeds.
    package private(set) var text = ""
    /// Chooses what may vary: blanks, indents, blank lines, widths, page breaks.
    var generator: SeededGenerator
    private let layout: Layout
    /// Which marks a pasted text has.
    private var pasted = 0

    /// Writes a specimen; the same seed writes the same.
    package init(_ specimen: Specimen, as layout: Layout, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        self.layout = layout
        if layout == .pages {
            text = SpecimenPages(specimen, &generator).text
            return
        }
        let indent = ["", "　　", "    "].randomElement(using: &generator) ?? ""
        let isAiry = Bool.random(using: &generator)
        if layout == .pasted { pasted = Int.random(in: Self.pastedMarks.indices, using: &generator) }
        for line in specimen.titleLines { add(line) }
        if isAiry { add("") }
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, let level):
                if isAiry { add("") }
                add((level == 1 ? "" : indent) + ordinal + title)
            case .paragraph(let paragraph): add(indent + paragraph)
            case .table(let rows):
                addTable(SpecimenGrid(rows))
            }
        }
    }

    mutating func add(_ line: String) { text += line + "\n" }

    /// One of some blanks.
    mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }

    private mutating func addTable(_ grid: SpecimenGrid) {
        switch layout {
        case .cellLines: addCellLines(grid)
        case .tabbed:
            for row in grid.rows { add(row.map { $0?.text ?? "" }.joined(separator: "\t")) }
        case .barred: addBarred(grid)
        case .ruled: addRuled(grid)
        case .columns: addColumns(grid)
        case .stacked: addStacked(grid)
        case .barredCells: addBarredCells(grid)
        case .pasted: addPasted(grid)
        case .oneLine: add(grid.rows.joined().compactMap { $0?.text }.filter { !$0.isEmpty }.joined(separator: " | "))
        case .runTogether:
            for row in grid.rows { add(row.compactMap { $0?.text }.joined()) }
        case .pages: break
        }
    }

    private mutating func addCellLines(_ grid: SpecimenGrid) {
        for row in grid.rows.indices {
            var column = 0
            while column < grid.columnCount {
                guard let cell = grid.covering(row, column) else { break }
                add("\t" + (cell.row == row ? cell.text : ""))
                column = cell.column + cell.columns
            }
            add("")
        }
        add("")
    }

    private mutating func addBarred(_ grid: SpecimenGrid) {
        let isRuled = Bool.random(using: &generator)
        for (number, row) in grid.rows.enumerated() {
            add("| " + row.map { $0?.text ?? "" }.joined(separator: " | ") + " |")
            if number == 0, isRuled { add("|" + row.map { _ in " --- |" }.joined()) }
        }
    }

    private mutating func addRuled(_ grid: SpecimenGrid) {
        let isDrawn = Bool.random(using: &generator)
        let width = [8, 40].randomElement(using: &generator) ?? 40
        let (bar, dash) = isDrawn ? ("│", "─") : ("|", "-")
        func rule(_ left: String, _ cross: String, _ right: String) -> String {
            left + Array(repeating: String(repeating: dash, count: width), count: grid.columnCount).joined(separator: cross) + right
        }
        add(isDrawn ? rule("┌", "┬", "┐") : rule("+", "+", "+"))
        for (number, row) in grid.rows.enumerated() {
            if number > 0 { add(isDrawn ? rule("├", "┼", "┤") : rule("+", "+", "+")) }
            let cells = row.map { cell -> [Substring] in
                guard let cell, cell.isLabel else { return [cell.map { $0.text[...] } ?? ""] }
                return stride(from: 0, to: cell.text.count, by: width - 2).map { cell.text.dropFirst($0).prefix(width - 2) }
            }
            for line in 0..<(cells.map(\.count).max() ?? 0) {
                add(bar + cells.map { " \(line < $0.count ? $0[line] : "") " }.joined(separator: bar) + bar)
            }
        }
        add(isDrawn ? rule("└", "┴", "┘") : rule("+", "+", "+"))
    }

    private mutating func addColumns(_ grid: SpecimenGrid) {
        let wide = pick(["  ", "    ", "　　", "  　 ", "      "])
        let narrow = pick([" ", "  ", "　"])
        for row in grid.rows {
            var line = pick(["", "", "  "])
            var last: SpecimenGrid.Cell?
            for cell in row.compactMap({ $0 }) where !cell.text.isEmpty {
                if let last { line += last.isLabel || cell.isLabel ? wide : narrow }
                line += cell.text
                last = cell
            }
            if last != nil { add(line) }
        }
    }

    private mutating func addBarredCells(_ grid: SpecimenGrid) {
        let hasMarks = Bool.random(using: &generator)
        let areApart = Bool.random(using: &generator)
        for row in grid.rows {
            if hasMarks { add("|") }
            for cell in row.compactMap({ $0 }) where !cell.text.isEmpty {
                add(cell.text + (areApart ? "\n|" : " |"))
            }
        }
    }

    private mutating func addPasted(_ grid: SpecimenGrid) {
        let (between, end) = Self.pastedMarks[pasted]
        for row in grid.rows { add(row.compactMap { $0?.text }.joined(separator: between) + end) }
    }

    /// What stands between two cells, and behind a row besides its line feed.
    private static let pastedMarks = [
        ("\n\t\n", "\n\n"), ("\n\n\t\n", "\n"), ("\n\t\n", "\n"), ("\t\n", ""), ("\n\n\t\n\n", "\n\n"),
    ]

    private mutating func addStacked(_ grid: SpecimenGrid) {
        let hasGaps = Bool.random(using: &generator)
        for row in grid.rows {
            for cell in row.compactMap({ $0 }) where !cell.text.isEmpty { add(cell.text) }
            if hasGaps { add("") }
        }
    }
}

/// A specimen's table with each cell at its place.
struct SpecimenGrid {
    struct Cell {
        let text: String
        let isLabel: Bool
        /// From 0.
        let row: Int
        let column: Int
        let rows: Int
        let columns: Int
    }

    /// For each place the cell that begins there; nil for places that a cell covers.
    private(set) var rows: [[Cell?]]
    private var owners: [[Cell?]]
    let columnCount: Int

    init(_ source: [[Specimen.Cell]]) {
        columnCount = source.first?.reduce(0) { $0 + $1.columnSpan } ?? 0
        rows = source.map { _ in [] }
        owners = source.map { _ in [] }
        let none = [Cell?](repeating: nil, count: columnCount)
        for row in source.indices {
            rows[row] = none
            owners[row] = none
        }
        for (row, cells) in source.enumerated() {
            var column = 0
            for cell in cells {
                while column < columnCount, owners[row][column] != nil { column += 1 }
                guard column < columnCount else { break }
                let placed = Cell(
                    text: cell.text, isLabel: cell.isLabel, row: row, column: column, rows: cell.rowSpan, columns: cell.columnSpan)
                rows[row][column] = placed
                for down in 0..<cell.rowSpan where row + down < owners.count {
                    for right in 0..<cell.columnSpan where column + right < columnCount { owners[row + down][column + right] = placed }
                }
                column += cell.columnSpan
            }
        }
    }

    /// The cell that covers a place.
    func covering(_ row: Int, _ column: Int) -> Cell? { owners[row][column] }
}
