import AuditModel
import DocumentModel

/// Binding rows that have a label but no headings above them.
extension TableReading {
    /// How the figures of a row may be bound to one table of the form.
    private struct Positions {
        let table: Int
        let bonds: [Bond]
        let line: GridReading.Found
        /// The line of the form's columns, where a label at the left names that, too.
        let column: GridReading.Found?
        /// The form's labels of the columns, where nothing but the position tells them; nil where a label does.
        let columns: String?
    }

    /// Binds rows that have as many figures as the form's row, or as the table that they go on from.
    mutating func bindByPosition(_ block: GridReading.BlockRows) {
        let rows = block.headings + block.rows
        let labels = rows.map { grid.leftStack($0, before: scanned.table.columnCount + 1).last }
        let lastLabelColumn = labels.reduce(0) { last, cell in
            guard let cell, grid.isKnown(cell) else { return last }
            return max(last, scanned.table.cells[cell].column)
        }
        // The table that most rows fit goes first, since labels such as 总计 stand in several.
        let ways = grid.relevantTables.map { table in
            let ways = rows.map { positions(ofRow: $0, table, lastLabelColumn) }
            let isSure = ways.contains { way in
                guard let way else { return false }
                return !isShort(way.line, table * 2) || way.column.map { !isShort($0, table * 2 + 1) } ?? false
            }
            return isSure ? ways : rows.map { _ in nil }
        }
        let counts = ways.map { $0.count { $0 != nil } }
        let order = ways.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
        for (index, row) in rows.enumerated() {
            if let way = order.lazy.compactMap({ ways[$0][index] }).first {
                bonds += way.bonds
                if let columns = way.columns, saidPosition.insert(way.table).inserted {
                    remarks.append(Remark(.boundByPosition, at: scanned.place(way.line.cell), detail: columns))
                }
                remarkLikeness(way.line, way.table * 2)
                if let column = way.column { remarkLikeness(column, way.table * 2 + 1) }
            } else if keepDigits(row, lastLabelColumn) {
                continue
            } else if let label = labels[index], scanned.cells(inRow: row).contains(where: { scanned.isNumber($0) }) {
                remarkUnbound(row, label, lastLabelColumn)
            }
        }
    }

    /// Keeps a row in which all figures that the form has in it run together.
    private mutating func keepDigits(_ row: Int, _ lastLabelColumn: Int) -> Bool {
        for table in grid.relevantTables {
            guard let line = atLeft(row, table * 2), line.depth == 0 else { continue }
            let run = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: 1)
            let indicators: [Int?] = form.form.tables[table].grid[line.line].filter { $0 != nil }
            if keepDigits(run, indicators, isLike: grid.isLike(line.cell)) { return true }
        }
        return false
    }

    private func positions(ofRow row: Int, _ table: Int, _ lastLabelColumn: Int) -> Positions? {
        let lines = form.form.tables[table]
        guard let line = atLeft(row, table * 2) else { return nil }
        if let column = atLeft(row, table * 2 + 1), line.cell != column.cell, line.depth == 0 || column.depth == 0 {
            let run = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: 1)
            guard run.count == 1, let indicator = lines.grid[line.line][column.line] else { return nil }
            let isLike = grid.isLike(line.cell) || grid.isLike(column.cell)
            let bond = Bond(cell: run[0], indicator: indicator, tie: isLike ? .byLikeness : .byLabel)
            return Positions(table: table, bonds: [bond], line: line, column: column, columns: nil)
        }
        guard line.depth == 0 else { return nil }
        let prescribed: [Int?] = lines.columns.indices.filter { lines.grid[line.line][$0] != nil }
        let last = lastColumns[table]
        let expected = last.map(\.lines.count) ?? prescribed.count
        var run = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: expected)
        var columns = run.count == expected ? last?.lines ?? prescribed : prescribed
        if let last, let cells = cells(ofRow: row, where: last, behind: line.cell) {
            run = cells
            columns = last.lines
        } else if run.count > 1, let first = run.first, scanned.isLabel(first), run.contains(where: { scanned.isNumber($0) }) {
            // A unit of measure where nothing tells its column.
            return nil
        }
        // A lone figure outside its section may be anything.
        guard run.count == columns.count, run.count > 1 || scanned.key == lines.section else { return nil }
        if last == nil, isHeadedOtherwise(run, above: row) { return nil }
        let tie: FigureDraft.Tie = grid.isLike(line.cell) ? .byLikeness : .byPosition
        let bonds = zip(run, columns).compactMap { cell, column in
            column.flatMap { lines.grid[line.line][$0] }.map { Bond(cell: cell, indicator: $0, tie: tie) }
        }
        let names = columns.map { $0.map { lines.columns[$0].label } ?? "" }.joined(separator: "、")
        return Positions(table: table, bonds: bonds, line: line, column: nil, columns: names)
    }

    /// Headings further above are not looked for: the longest table of the forms has some thirty rows.
    private static let mostRows = 64

    /// Whether a heading that the form does not know stands over each of several figures: then the position tells nothing.
    private func isHeadedOtherwise(_ run: [Int], above row: Int) -> Bool {
        guard run.count > 1 else { return false }
        let isRow = { (row: Int) in
            scanned.cells(inRow: row).contains { scanned.isNumber($0) && scanned.table.cells[$0].row == row }
        }
        guard let headings = stride(from: row - 1, to: max(0, row - Self.mostRows), by: -1).first(where: { !isRow($0) }) else {
            return false
        }
        let over = run.map { scanned.slot(headings, scanned.table.cells[$0].column) }
        return over.allSatisfy { cell in cell.map { scanned.isLabel($0) && !grid.isKnown($0) } ?? false } && Set(over).count == run.count
    }

    /// The cells that stand where the last headings stood in a table as wide as this one; nil where it is not as wide, or what stands there is no
    /// figure for each.
    private func cells(ofRow row: Int, where heads: LastHeads, behind label: Int) -> [Int]? {
        guard let first = heads.columns.first, heads.columnCount == scanned.table.columnCount else { return nil }
        guard scanned.table.cells[label].column < first.lowerBound else { return nil }
        var cells: [Int] = []
        for (index, columns) in heads.columns.enumerated() {
            let inRange = columns.compactMap { scanned.slot(row, $0) }
            guard let chosen = inRange.first(where: { !scanned.isBlank($0) }) ?? inRange.first else { return nil }
            guard inRange.allSatisfy({ $0 == chosen || scanned.isBlank($0) }), !grid.namesLine(chosen) else { return nil }
            // One figure under two headings is neither's, unless they are one that was repeated.
            if cells.last == chosen, heads.lines[index] == nil || heads.lines[index] != heads.lines[index - 1] { return nil }
            cells.append(chosen)
        }
        return cells
    }

    private mutating func remarkUnbound(_ row: Int, _ label: Int, _ lastLabelColumn: Int) {
        if isLabelled(row) {
            let count = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: 0).count
            remarks.append(Remark(.unevenRow, at: scanned.place(label), detail: String(count)))
        } else {
            remarkUnknown(label)
        }
    }
}
