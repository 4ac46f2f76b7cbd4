/// A report made up for tests, in no format yet: what every rendering of it has to say once it is read back.
package struct Specimen: Sendable {
    /// One cell as it is written, at its first place.
    package struct Cell: Hashable, Sendable {
        package let text: String
        package let rowSpan: Int
        package let columnSpan: Int
        /// Whether it labels a row or column.
        package let isLabel: Bool

        package init(_ text: String, rows: Int = 1, columns: Int = 1, isLabel: Bool = true) {
            self.text = text
            rowSpan = rows
            columnSpan = columns
            self.isLabel = isLabel
        }
    }

    /// What stands one below the other.
    package enum Block: Hashable, Sendable {
        /// Ordinal as printed (`一、`, `（一）`), title, rank from 1.
        case heading(ordinal: String, title: String, level: Int)
        case paragraph(String)
        /// For each row the cells that begin in it.
        case table([[Cell]])
    }

    /// `2021` or `2019`.
    package let form: String
    package let unit: String
    package let year: Int
    /// The lines of the title, at least one.
    package let titleLines: [String]
    /// All that follows the title, in order, the signature's two lines last.
    package let blocks: [Block]
    /// What every indicator says, by identifier: digits, `/`, or empty for a blank cell.
    package let values: [String: String]
    /// The day of publication, as a page around the report states it.
    package let published: String

    /// `title` may have several lines, parted by `¶`.
    package init(form: String, unit: String, year: Int, title: String, blocks: [Block], values: [String: String], published: String) {
        self.form = form
        self.unit = unit
        self.year = year
        titleLines = title.split(separator: "¶").map(String.init)
        self.blocks = blocks
        self.values = values
        self.published = published
    }

    /// The title in one line.
    package var title: String { titleLines.joined() }

    /// One line for each of the title, each heading, each paragraph and each row of a table; a row's places are parted by bars, a merged cell
    /// stands at its first place and `^` or `<` at those that it covers below or to the right.
    package var dump: [String] {
        titleLines
            + blocks.flatMap { block -> [String] in
                switch block {
                case .heading(let ordinal, let title, let level): [String(repeating: "#", count: level) + " " + ordinal + title]
                case .paragraph(let text): [text]
                case .table(let rows): Self.lines(rows)
                }
            }
    }

    private static func lines(_ rows: [[Cell]]) -> [String] {
        var grid: [[String?]] = Array(repeating: [], count: rows.count)
        func set(_ row: Int, _ column: Int, _ text: String) {
            guard row < grid.count else { return }
            while grid[row].count <= column { grid[row].append(nil) }
            grid[row][column] = text
        }
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while column < grid[row].count, grid[row][column] != nil { column += 1 }
                for down in 0..<cell.rowSpan {
                    for right in 0..<cell.columnSpan {
                        set(row + down, column + right, down == 0 && right == 0 ? cell.text : down == 0 ? "<" : "^")
                    }
                }
                column += cell.columnSpan
            }
        }
        return grid.map { "| " + $0.map { $0 ?? "" }.joined(separator: " | ") + " |" }
    }
}
