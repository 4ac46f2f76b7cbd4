/// A rectangular grid of cells with its spans resolved.
package struct Table: Hashable, Sendable {
    /// Counted from 1 within its section, subsections not included.
    package let number: Int
    /// Rows of the grid, the header's included.
    package let rowCount: Int
    /// Columns of the widest row.
    package let columnCount: Int
    /// The cells by their first row, then their first column.
    package let cells: [Cell]
    /// For each place of the grid, row by row, the index of the cell that covers it; nil where a short row has none.
    package let slots: [Int?]

    /// Lays cells out. A cell that reaches over the grid, or onto a place that an earlier cell covers, is cut to what is free; one that begins
    /// outside covers nothing. Linear in the grid's places and in those that the cells claim within it, a place that several claim counted for
    /// each.
    package init(number: Int, rowCount: Int, columnCount: Int, cells: [Cell]) {
        self.number = number
        self.rowCount = rowCount
        self.columnCount = columnCount
        var slots = [Int?](repeating: nil, count: rowCount * columnCount)
        for (index, cell) in cells.enumerated() {
            guard 1...max(1, rowCount) ~= cell.row, 1...max(1, columnCount) ~= cell.column else { continue }
            for row in cell.row..<(cell.row + min(cell.rowSpan, rowCount + 1 - cell.row)) {
                for column in cell.column..<(cell.column + min(cell.columnSpan, columnCount + 1 - cell.column)) {
                    let slot = (row - 1) * columnCount + column - 1
                    if slots[slot] == nil { slots[slot] = index }
                }
            }
        }
        self.cells = cells
        self.slots = slots
    }

    /// The cell that covers a place of the grid, both counted from 1; nil where a short row has none or the place is outside.
    package func cell(row: Int, column: Int) -> Cell? {
        guard row >= 1, row <= rowCount, column >= 1, column <= columnCount else { return nil }
        return slots[(row - 1) * columnCount + column - 1].map { cells[$0] }
    }
}

/// A cell of a table, which may cover several places of the grid.
package struct Cell: Hashable, Sendable {
    /// The first row that the cell covers, counted from 1.
    package let row: Int
    /// The first column that the cell covers, counted from 1.
    package let column: Int
    /// At least 1.
    package let rowSpan: Int
    /// At least 1.
    package let columnSpan: Int
    /// Empty for a blank cell.
    package let text: BlockText

    /// Spans below 1 count as 1.
    package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: BlockText) {
        self.row = row
        self.column = column
        self.rowSpan = max(1, rowSpan)
        self.columnSpan = max(1, columnSpan)
        self.text = text
    }
}
