import DocumentModel
import XML

/// Tables: rows of cells that say how many columns of an invisible grid they take.
///
/// - Source: ISO/IEC 29500-1, 17.4
extension WordBody {
    mutating func readTable(_ index: Int) {
        if cell != nil { return readNestedTable(index) }
        var rows: [Int] = []
        collect(.tr, in: index, into: &rows)
        rows = rows.filter { !isDeleted($0) }
        let cells = rows.map { row in
            var cells: [Int] = []
            collect(.tc, in: row, into: &cells)
            return cells
        }
        // One cell around text is a frame; so is one column of cells around tables.
        let isColumn = cells.allSatisfy { $0.count <= 1 }
        if isColumn, cells.count == 1 || cells.contains(where: { $0.contains { tape.child(.tbl, of: $0) != nil } }) {
            for cell in cells.joined() { readBlocks(cell) }
            emitCarried()
            return
        }
        var grid = WordGrid(widths: gridWidths(index))
        var remarks: [FlatTable.Remark] = []
        for (row, cells) in zip(rows, cells) {
            let room = budget.cells - grid.cellCount
            guard cells.count <= room else {
                budget.exceed("cells", budget.limits.cells, at: .unknown)
                break
            }
            grid.beginRow(after: span(.gridBefore, of: row, .trPr, default: 0))
            for cell in cells where !isDeletedCell(cell) {
                let content = readCell(cell)
                remarks += content.remarks(row: grid.rowCount)
                let merge = merge(cell)
                grid.add(columns: span(.gridSpan, of: cell, .tcPr, default: 1), down: merge.down, right: merge.right, text: content.text)
            }
        }
        if let table = grid.table(remarks: remarks, budget: &budget) { add(table) }
        hiddenTexts += grid.coveredTexts
    }

    /// A table within a cell: a line for each of its rows.
    private mutating func readNestedTable(_ index: Int) {
        var around = cell ?? CellLines()
        around.nestedTables += 1
        var rows: [Int] = []
        collect(.tr, in: index, into: &rows)
        for row in rows where !isDeleted(row) {
            var cells: [Int] = []
            collect(.tc, in: row, into: &cells)
            var texts: [String] = []
            for inner in cells where !isDeletedCell(inner) {
                let lines = readCell(inner).lines
                texts += lines.lines
                around.pictures += lines.pictures
                around.embedded += lines.embedded
            }
            if !texts.isEmpty { around.lines.append(texts.joined(separator: " ")) }
        }
        cell = around
    }

    private struct Content {
        let lines: CellLines
        var text: String { lines.lines.joined(separator: "\n") }

        func remarks(row: Int) -> [FlatTable.Remark] {
            [(Remark.Kind.nestedTable, lines.nestedTables), (.picture, lines.pictures), (.embeddedDocument, lines.embedded)]
                .filter { $0.1 > 0 }.map { .init(kind: $0.0, row: row, detail: "\($0.1)") }
        }
    }

    private mutating func readCell(_ index: Int) -> Content {
        emitCarried()
        cell = CellLines()
        readBlocks(index)
        emitCarried()
        let lines = cell ?? CellLines()
        cell = nil
        return Content(lines: lines)
    }

    /// Rows of a table or cells of a row, also within content controls and custom markup.
    private func collect(_ name: WordName, in parent: Int, into found: inout [Int]) {
        for part in tape.children(of: parent) {
            switch tape.word(part) {
            case name: found.append(part)
            case .sdt: if let content = tape.child(.sdtContent, of: part) { collect(name, in: content, into: &found) }
            case .customXml, .smartTag, .ins, .moveTo: collect(name, in: part, into: &found)
            case .alternateContent: if let branch = branch(of: part) { collect(name, in: branch, into: &found) }
            default: break
            }
        }
    }

    private mutating func isDeleted(_ row: Int) -> Bool {
        guard let properties = tape.child(.trPr, of: row) else { return false }
        let isDeleted = tape.child(.del, of: properties) != nil
        if isDeleted || tape.child(.ins, of: properties) != nil { changes += 1 }
        return isDeleted
    }

    private mutating func isDeletedCell(_ cell: Int) -> Bool {
        guard let properties = tape.child(.tcPr, of: cell) else { return false }
        let isDeleted = tape.child(.cellDel, of: properties) != nil
        if isDeleted || tape.child(.cellIns, of: properties) != nil { changes += 1 }
        return isDeleted
    }

    private func span(_ name: WordName, of element: Int, _ properties: WordName, default value: Int) -> Int {
        let found = tape.child(properties, of: element).flatMap { tape.child(name, of: $0) }.flatMap { tape.number(at: $0) }
        return max(value, min(found ?? value, WordGrid.widest))
    }

    private func merge(_ cell: Int) -> (down: WordGrid.Merge, right: WordGrid.Merge) {
        guard let properties = tape.child(.tcPr, of: cell) else { return (.none, .none) }
        func merge(_ name: WordName) -> WordGrid.Merge {
            guard let found = tape.child(name, of: properties) else { return .none }
            return tape.value(at: found) == "restart" ? .begun : .continued
        }
        return (merge(.vMerge), merge(.hMerge))
    }

    /// The widths of the grid's columns in twentieths of a point; empty where nothing is said.
    private func gridWidths(_ table: Int) -> [Int] {
        guard let grid = tape.child(.tblGrid, of: table) else { return [] }
        return tape.children(of: grid).prefix(WordGrid.widest).filter { tape.word($0) == .gridCol }
            .map { max(0, min(tape.value(.w, at: $0).flatMap { Int($0) } ?? 0, 1 << 20)) }
    }
}
