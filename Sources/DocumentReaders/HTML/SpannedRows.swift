/// Where the cells of a table stand by their spans.
///
/// - Source: HTML Living Standard, 4.9.12 (processing model)
struct SpannedRows {
    /// A cell at its place; rows and columns from 0.
    struct Placed {
        let cell: PageContent.Cell
        let row: Int
        let column: Int
        let rows: Int
        let columns: Int
    }

    /// By row, then column.
    private(set) var placed: [Placed] = []
    /// The columns of all rows, those in which no cell begins included.
    private(set) var width = 0
    /// Whether cells beyond the limit were left out.
    private(set) var isCut = false

    /// Linear in the cells and in the columns of each row.
    init(_ rows: [PageContent.Row], columnLimit: Int) {
        // For each column the row as far as which the cell above covers it.
        var covered: [Int] = []
        let groups = Self.groupEnds(rows)
        let widest = Self.plainWidth(of: rows)
        for (row, source) in rows.enumerated() {
            var column = 0
            for cell in source.cells {
                while column < covered.count, covered[column] > row { column += 1 }
                guard column < columnLimit else {
                    isCut = true
                    break
                }
                let reach = min(cell.columns > Self.widestSpan ? widest : cell.columns, columnLimit - column)
                var free = 0
                while free < reach, column + free >= covered.count || covered[column + free] <= row { free += 1 }
                let down = cell.rows == 0 ? groups[row] - row : min(cell.rows, groups[row] - row)
                while covered.count < column + free { covered.append(0) }
                for place in column..<(column + free) { covered[place] = row + down }
                placed.append(Placed(cell: cell, row: row, column: column, rows: down, columns: free))
                column += free
            }
        }
        width = covered.count
    }

    /// The columns in which cells begin.
    var starts: Set<Int> { Set(placed.map(\.column)) }

    /// A wider span stands for the whole table.
    /// - Source: the widest table of the forms has 15 columns
    private static let widestSpan = 64

    /// The columns of the widest row, spans that are too wide not counted.
    private static func plainWidth(of rows: [PageContent.Row]) -> Int {
        rows.reduce(1) { max($0, $1.cells.reduce(0) { $0 + ($1.columns > widestSpan ? 1 : $1.columns) }) }
    }

    /// For each row where its group ends: no cell reaches from the head into the body.
    private static func groupEnds(_ rows: [PageContent.Row]) -> [Int] {
        var ends = [Int](repeating: rows.count, count: rows.count)
        for row in rows.indices.dropLast().reversed() {
            ends[row] = rows[row].group == rows[row + 1].group ? ends[row + 1] : row + 1
        }
        return ends
    }
}
