import DocumentModel

/// Rows of cells on their way to a grid: where each cell stands and what had to be settled.
struct TableLayout {
    struct Placed {
        /// The row within `rows` and the cell within that row, from 0.
        let row: Int
        let index: Int
        /// From 0.
        let column: Int
        var columns: Int
        var rows: Int
    }

    let rows: [[BlockText]]
    let columnCount: Int
    private(set) var placed: [Placed] = []
    private(set) var uneven: [(row: Int, cells: Int)] = []

    /// Rows beyond the budget are left out.
    init(_ rows: [[BlockText]], _ budget: inout ReadingBudget) {
        columnCount = rows.reduce(0) { max($0, $1.count) }
        let room = budget.takeGrid(rows: rows.count, columns: columnCount, at: rows.first?.first?.start ?? .unknown)
        self.rows = room < rows.count ? Array(rows[..<room]) : rows
        placed.reserveCapacity(self.rows.reduce(0) { $0 + $1.count })
    }

    /// Puts a cell at its place; answers its index among the placed.
    @discardableResult
    mutating func place(row: Int, index: Int, column: Int, columns: Int = 1) -> Int {
        placed.append(Placed(row: row, index: index, column: column, columns: columns, rows: 1))
        return placed.count - 1
    }

    /// Puts a row's cells side by side from the first column; the places to the right of the last one stay free.
    mutating func placeSideBySide(row: Int) {
        for index in rows[row].indices { place(row: row, index: index, column: index) }
    }

    mutating func markUneven(row: Int) {
        uneven.append((row, rows[row].count))
    }

    mutating func extend(_ cell: Int, throughRow row: Int) {
        placed[cell].rows = row - placed[cell].row + 1
    }

    /// The finished table.
    var table: FlatTable {
        var isMerged = false
        var cells: [Cell] = []
        cells.reserveCapacity(placed.count)
        for item in placed {
            if item.rows > 1 || item.columns > 1 { isMerged = true }
            cells.append(
                Cell(
                    row: item.row + 1, column: item.column + 1, rowSpan: item.rows, columnSpan: item.columns,
                    text: rows[item.row][item.index]))
        }
        var remarks: [FlatTable.Remark] = []
        if isMerged { remarks.append(.init(kind: .resolvedSpans, row: nil, detail: "")) }
        for (row, count) in uneven.prefix(Self.saidRows) {
            remarks.append(.init(kind: .unevenRow, row: row + 1, detail: "\(count)/\(columnCount)"))
        }
        if uneven.count > Self.saidRows {
            remarks.append(.init(kind: .unevenRow, row: nil, detail: "\(uneven.count)"))
        }
        return FlatTable(rowCount: rows.count, columnCount: columnCount, cells: cells, remarks: remarks)
    }

    /// So many uneven rows of a table are named one by one; a table with more has another fault.
    private static let saidRows = 100
}
