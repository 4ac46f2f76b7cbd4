import DocumentModel
import SequenceDiff

/// Merges a table with what it became.
struct TableMerger {
    let old: FlatDocument.TableSpan
    let new: FlatDocument.TableSpan
    /// All of the old document.
    let oldBlocks: [TextBlock]
    /// All of the new document.
    let newBlocks: [TextBlock]
    /// By block of the new document: what became it.
    let deltas: [BlockDelta?]
    /// By block of the old document: the new one, -1 for none.
    let newByOld: [Int]

    /// The rows of both; nil where the tables have not as many columns and shapes are kept.
    func merged(keepsShapes: Bool) -> MergedTable? {
        if keepsShapes, old.table.columnCount != new.table.columnCount { return nil }
        let oldRows = (0..<old.table.rowCount).map { old.table.places(inRow: $0) }
        let newRows = (0..<new.table.rowCount).map { new.table.places(inRow: $0) }
        var rows: [MergedTable.Row] = []
        var nextOld = 0
        var nextNew = 0
        func flush(upToOld oldEnd: Int, new newEnd: Int) {
            for row in oldRows[nextOld..<oldEnd] {
                rows.append(MergedTable.Row(fate: .deleted, cells: row.map { MergedTable.Cell($0, block: deleted($0)) }))
            }
            for row in newRows[nextNew..<newEnd] {
                rows.append(MergedTable.Row(fate: .inserted, cells: row.map { MergedTable.Cell($0, block: inserted($0)) }))
            }
            nextOld = oldEnd
            nextNew = newEnd
        }
        for pair in pairs {
            let (before, after) = (oldRows[pair.old], newRows[pair.new])
            let isAlike = before.count == after.count && zip(before, after).allSatisfy { $0.hasShape(of: $1) }
            if !isAlike, keepsShapes { continue }
            flush(upToOld: pair.old, new: pair.new)
            rows.append(MergedTable.Row(fate: .kept, cells: isAlike ? aligned(before, after) : reshaped(before, after)))
            nextOld += 1
            nextNew += 1
        }
        flush(upToOld: oldRows.count, new: newRows.count)
        return MergedTable(columnCount: new.table.columnCount, rows: rows)
    }

    private func deleted(_ place: RowPlace) -> BlockDelta? {
        place.ownCell.map { .removed(oldBlocks[old.blocks.lowerBound + $0], at: old.blocks.lowerBound + $0) }
    }

    private func inserted(_ place: RowPlace) -> BlockDelta? {
        place.ownCell.map { .added(newBlocks[new.blocks.lowerBound + $0], at: new.blocks.lowerBound + $0) }
    }

    /// The cells of two rows of one shape.
    private func aligned(_ before: [RowPlace], _ after: [RowPlace]) -> [MergedTable.Cell] {
        zip(before, after).map { before, after in
            guard let oldCell = before.ownCell, let newCell = after.ownCell else {
                return MergedTable.Cell(after, block: deleted(before) ?? inserted(after))
            }
            let (oldIndex, newIndex) = (old.blocks.lowerBound + oldCell, new.blocks.lowerBound + newCell)
            let paired = newByOld[oldIndex] == newIndex ? deltas[newIndex] : nil
            return MergedTable.Cell(
                after, block: paired ?? .replaced(oldBlocks[oldIndex], at: oldIndex, by: newBlocks[newIndex], at: newIndex))
        }
    }

    /// The cells of the new row, paired with those of the old one wherever they stand in it, and behind them what has no partner.
    private func reshaped(_ before: [RowPlace], _ after: [RowPlace]) -> [MergedTable.Cell] {
        let oldIndices = before.map { place in place.ownCell.map { old.blocks.lowerBound + $0 } }
        var placeByIndex: [Int: Int] = [:]
        for (place, index) in oldIndices.enumerated() { if let index { placeByIndex[index] = place } }
        // By place in the old row: the place in the new one.
        var partners = [Int?](repeating: nil, count: before.count)
        let cells = after.enumerated().map { position, place in
            let delta = place.ownCell.flatMap { deltas[new.blocks.lowerBound + $0] }
            guard let delta, let partner = delta.oldIndex.flatMap({ placeByIndex[$0] }) else {
                return MergedTable.Cell(place, block: inserted(place))
            }
            partners[partner] = position
            return MergedTable.Cell(place, block: delta)
        }
        var left: [Int: [MergedTable.Cell]] = [:]
        var last = -1
        for (place, partner) in zip(before, partners) {
            if let partner {
                last = max(last, partner)
            } else if let block = deleted(place), !block.oldText.isEmpty || old.table.columnCount > new.table.columnCount {
                // A blank cell is of interest only where it keeps those of a column in line.
                left[last, default: []].append(
                    MergedTable.Cell(column: place.column, columnSpan: 1, goesOn: false, isContinued: false, block: block))
            }
        }
        return (left[-1] ?? []) + cells.enumerated().flatMap { [$1] + (left[$0] ?? []) }
    }

    /// Which rows belong together, ascending on both sides, counted from 0: those of cells that belong together.
    private var pairs: [(old: Int, new: Int)] {
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
