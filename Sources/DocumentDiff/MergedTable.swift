import DocumentModel
import SequenceDiff

/// The rows of two tables as one sequence.
package struct MergedTable: Hashable, Sendable {
    /// A row, with the places of its grid from left to right.
    package struct Row: Hashable, Sendable {
        /// Never moved.
        package let fate: MergedLine.Fate
        /// Together they cover the grid's columns.
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

    /// Of the grid; both tables have as many.
    package let columnCount: Int
    /// In order.
    package let rows: [Row]

    private init(columnCount: Int, rows: [Row]) {
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

    /// Merges a table with what it became; nil where they have not as many columns. A row whose cells span otherwise is deleted and inserted.
    init?(
        _ old: FlatDocument.TableSpan, _ new: FlatDocument.TableSpan, _ oldBlocks: [TextBlock], _ newBlocks: [TextBlock],
        _ deltas: [BlockDelta?], _ newByOld: [Int]
    ) {
        guard old.table.columnCount == new.table.columnCount else { return nil }
        let oldRows = (0..<old.table.rowCount).map { old.table.places(inRow: $0) }
        let newRows = (0..<new.table.rowCount).map { new.table.places(inRow: $0) }
        let oldStart = old.blocks.lowerBound
        let newStart = new.blocks.lowerBound
        let deleted = { (place: RowPlace) in place.ownCell.map { BlockDelta.removed(oldBlocks[oldStart + $0], at: oldStart + $0) } }
        let inserted = { (place: RowPlace) in place.ownCell.map { BlockDelta.added(newBlocks[newStart + $0], at: newStart + $0) } }
        var rows: [Row] = []
        var nextOld = 0
        var nextNew = 0
        func flush(upToOld oldEnd: Int, new newEnd: Int) {
            for row in oldRows[nextOld..<oldEnd] { rows.append(Row(fate: .deleted, cells: row.map { Cell($0, block: deleted($0)) })) }
            for row in newRows[nextNew..<newEnd] { rows.append(Row(fate: .inserted, cells: row.map { Cell($0, block: inserted($0)) })) }
            nextOld = oldEnd
            nextNew = newEnd
        }
        for pair in Self.pairs(old, new, newByOld) {
            guard oldRows[pair.old].count == newRows[pair.new].count,
                zip(oldRows[pair.old], newRows[pair.new]).allSatisfy({ $0.hasShape(of: $1) })
            else { continue }
            flush(upToOld: pair.old, new: pair.new)
            let cells = zip(oldRows[pair.old], newRows[pair.new]).map { before, after in
                guard let oldCell = before.ownCell, let newCell = after.ownCell else {
                    return Cell(after, block: deleted(before) ?? inserted(after))
                }
                let (oldIndex, newIndex) = (oldStart + oldCell, newStart + newCell)
                let paired = newByOld[oldIndex] == newIndex ? deltas[newIndex] : nil
                return Cell(
                    after, block: paired ?? .replaced(oldBlocks[oldIndex], at: oldIndex, by: newBlocks[newIndex], at: newIndex))
            }
            rows.append(Row(fate: .kept, cells: cells))
            nextOld += 1
            nextNew += 1
        }
        flush(upToOld: oldRows.count, new: newRows.count)
        self.init(columnCount: new.table.columnCount, rows: rows)
    }

    /// Which rows belong together, ascending on both sides, counted from 0: those of cells that belong together.
    private static func pairs(
        _ old: FlatDocument.TableSpan, _ new: FlatDocument.TableSpan, _ newByOld: [Int]
    ) -> [(old: Int, new: Int)] {
        var links: [Link] = []
        var votes: [Int: Int] = [:]
        func finish(_ oldRow: Int) {
            for (newRow, count) in votes.sorted(by: { $0.key < $1.key }) { links.append(Link(old: oldRow, new: newRow, weight: count)) }
            votes = [:]
        }
        var row = 0
        for (index, cell) in old.table.cells.enumerated() {
            if cell.row - 1 != row {
                finish(row)
                row = cell.row - 1
            }
            let partner = newByOld[old.blocks.lowerBound + index]
            guard new.blocks.contains(partner) else { continue }
            let newRow = new.table.cells[partner - new.blocks.lowerBound].row - 1
            if (0..<new.table.rowCount).contains(newRow), (0..<old.table.rowCount).contains(row) { votes[newRow, default: 0] += 1 }
        }
        finish(row)
        return heaviestChain(links, newCount: new.table.rowCount).map { (links[$0].old, links[$0].new) }
    }
}

extension MergedTable.Cell {
    fileprivate init(_ place: RowPlace, block: BlockDelta?) {
        self.init(column: place.column, columnSpan: place.columnSpan, goesOn: place.goesOn, isContinued: place.isContinued, block: block)
    }
}

/// Neighbouring places of a row that belong to one cell.
private struct RowPlace {
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
    fileprivate func places(inRow row: Int) -> [RowPlace] {
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
