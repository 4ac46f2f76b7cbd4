import DocumentModel

/// The rows of two tables as one sequence.
package struct MergedTable: Hashable, Sendable {
    /// A row, with the places of its grid from left to right.
    package struct Row: Hashable, Sendable {
        /// Never moved.
        package let fate: MergedLine.Fate
        /// Together they cover the grid's columns; in a sequence that does not keep shapes, cells that only the old row had stand among them.
        package let cells: [Cell]
    }

    /// What stands at some columns of a row: a cell, a part of one that began in a row above, or nothing.
    package struct Cell: Hashable, Sendable {
        /// The first column that it covers, counted from 1.
        package let column: Int
        /// How many columns it covers, at least 1.
        package let columnSpan: Int
        /// Whether it goes on in the row below.
        package let goesOn: Bool
        /// Whether it began in a row above; it has no block then.
        package let isContinued: Bool
        /// The texts; nil for a part of a cell, and where a short row has no cell.
        package let block: BlockDelta?
    }

    /// Of the grid; of the new table where the old one has not as many.
    package let columnCount: Int
    /// In order.
    package let rows: [Row]

    init(columnCount: Int, rows: [Row]) {
        self.columnCount = columnCount
        self.rows = rows
    }

    /// A table that only the old document has.
    ///
    /// - Parameters:
    ///   - start: the index of its first cell among the blocks.
    ///   - blocks: all of the document.
    init(deleting table: Table, at start: Int, blocks: [TextBlock]) {
        self.init(table, .deleted) { .removed(blocks[start + $0], at: start + $0) }
    }

    /// A table that only the new document has; parameters as above.
    init(inserting table: Table, at start: Int, blocks: [TextBlock]) {
        self.init(table, .inserted) { .added(blocks[start + $0], at: start + $0) }
    }

    private init(_ table: Table, _ fate: MergedLine.Fate, _ delta: (Int) -> BlockDelta) {
        columnCount = table.columnCount
        rows = (0..<table.rowCount).map { row in
            Row(fate: fate, cells: table.places(inRow: row).map { Cell($0, block: $0.ownCell.map(delta)) })
        }
    }
}

extension MergedTable.Cell {
    init(_ place: RowPlace, block: BlockDelta?) {
        self.init(column: place.column, columnSpan: place.columnSpan, goesOn: place.goesOn, isContinued: place.isContinued, block: block)
    }
}

/// Neighbouring places of a row that belong to one cell.
struct RowPlace {
    let column: Int
    var columnSpan: Int
    /// An index into the table's cells; nil where there is none.
    let cell: Int?
    let isContinued: Bool
    let goesOn: Bool

    /// The cell that begins here.
    var ownCell: Int? { isContinued ? nil : cell }

    func hasShape(of other: RowPlace) -> Bool {
        column == other.column && columnSpan == other.columnSpan && isContinued == other.isContinued && goesOn == other.goesOn
    }
}

extension Table {
    /// - Parameter row: Counted from 0.
    func places(inRow row: Int) -> [RowPlace] {
        var places: [RowPlace] = []
        for column in 0..<columnCount {
            let slot = slots[row * columnCount + column]
            if let slot, let last = places.last, last.cell == slot {
                places[places.count - 1].columnSpan += 1
                continue
            }
            // A cell that was cut to what was free begins where its own first place is.
            let begins = slot.map { cells[$0].row == row + 1 && cells[$0].column == column + 1 } ?? true
            let below = (row + 1) * columnCount + column
            places.append(
                RowPlace(
                    column: column + 1, columnSpan: 1, cell: slot, isContinued: !begins,
                    goesOn: slot != nil && below < slots.count && slots[below] == slot))
        }
        return places
    }
}
