import AuditModel
import DocumentModel

/// Binding rows below headings whose merged cells have left no trace, so that no heading stands over its figures.
extension TableReading {
    /// What the figures of each row stand for, where the headings tell no more than their order.
    struct RaggedHeads {
        let table: Int
        /// For each figure the line of the form's columns.
        let columns: [Int]
        /// For each figure the line of the form's rows, where the headings name these, too; empty where labels at the left do.
        let rows: [Int]
    }

    /// The order of the figures below ragged headings: those of a table of the form each of whose columns they name once, or once for each of its
    /// rows, in the form's order, though not each over its figures. Nil where that is not so to the last cell: then the columns decide.
    func raggedHeads(_ block: GridReading.BlockRows) -> RaggedHeads? {
        guard block.headings.count > 1 else { return nil }
        for table in grid.relevantTables {
            if let heads = raggedHeads(block, table) { return stands(heads, over: block) ? nil : heads }
        }
        return nil
    }

    /// Whether each figure has its headings over it; headings that the form does not know may stand among them.
    private func stands(_ heads: RaggedHeads, over block: GridReading.BlockRows) -> Bool {
        let known = block.heads.filter { $0.found[heads.table * 2 + 1] != nil }
        guard known.count == heads.columns.count else { return false }
        return known.indices.allSatisfy { index in
            let found = known[index].found
            return found[heads.table * 2 + 1]?.line == heads.columns[index]
                && (heads.rows.isEmpty || found[heads.table * 2]?.line == heads.rows[index])
        }
    }

    private func raggedHeads(_ block: GridReading.BlockRows, _ table: Int) -> RaggedHeads? {
        let lines = form.form.tables[table]
        var columns: [Int] = []
        var columnRows = 0
        var rows: [Int] = []
        for row in block.headings {
            var known = false
            var inRow: [Int] = []
            for cell in scanned.cells(inRow: row) {
                if grid.names(cell, table * 2 + 1) {
                    inRow.append(cell)
                    known = true
                } else if let line = grid.soleLine(cell, table * 2) {
                    rows.append(line)
                    known = true
                } else if grid.isKnown(cell) {
                    known = true
                } else if known, !scanned.isBlank(cell) {
                    return nil
                }
            }
            guard !inRow.isEmpty else { continue }
            columnRows += 1
            let found = inRow.map { grid.lines($0, table * 2 + 1) }
            guard found.allSatisfy({ $0.count == 1 }) else { return nil }
            columns += found.map { $0[0] }
        }
        guard columnRows > 1 || !rows.isEmpty else { return nil }
        let count = lines.columns.count
        if rows.isEmpty {
            guard columns.sorted() == Array(0..<count), isInOrder(block, table) else { return nil }
            return RaggedHeads(table: table, columns: Array(0..<count), rows: [])
        }
        let total = lines.rows.count * count
        guard rows == Array(lines.rows.indices), columns == (0..<total).map({ $0 % count }) else { return nil }
        return RaggedHeads(table: table, columns: columns, rows: (0..<total).map { $0 / count })
    }

    /// Whether the headings of each row follow one another as the form's columns do.
    private func isInOrder(_ block: GridReading.BlockRows, _ table: Int) -> Bool {
        block.headings.allSatisfy { row in
            let found = scanned.cells(inRow: row).compactMap { grid.lines($0, table * 2 + 1).first }
            return zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
        }
    }

    /// The column in which the figures of a row begin, texts in their place among them; nil where they are not as many as the headings name.
    func figuresStart(_ row: Int, below heads: RaggedHeads) -> Int? {
        let run = grid.run(inRow: row, labelsTo: 0, expecting: heads.columns.count)
        guard run.count == heads.columns.count else { return nil }
        return run.first.map { scanned.table.cells[$0].column }
    }

    /// Binds the rows that have exactly as many figures as the headings name.
    mutating func bindBelow(_ heads: RaggedHeads, _ block: GridReading.BlockRows) {
        let lines = form.form.tables[heads.table]
        var isBound = false
        for row in block.rows where isLabelled(row) || scanned.cells(inRow: row).contains(where: { scanned.isNumber($0) }) {
            let run = grid.run(inRow: row, labelsTo: 0, expecting: heads.columns.count)
            guard run.count == heads.columns.count else {
                if keepDigits(run, row, heads) { continue }
                guard let cell = scanned.cells(inRow: row).first, run.contains(where: { scanned.isNumber($0) }) else { continue }
                remarks.append(Remark(.unevenRow, at: scanned.place(cell), detail: "\(run.count)/\(heads.columns.count)"))
                continue
            }
            if heads.rows.isEmpty {
                guard let line = atLeft(row, heads.table * 2), line.depth == 0 else { continue }
                bind(run, heads.columns.map { lines.grid[line.line][$0] }, isLike: grid.isLike(line.cell))
                remarkLikeness(line, heads.table * 2)
            } else if !isBound {
                bind(run, zip(heads.rows, heads.columns).map { lines.grid[$0][$1] }, isLike: false)
            }
            isBound = true
        }
        guard isBound else { return }
        if heads.rows.isEmpty { lastColumns[heads.table] = LastHeads(lines: heads.columns) }
        let names = heads.columns.map { lines.columns[$0].label }.joined(separator: "、")
        if saidPosition.insert(heads.table).inserted { remarks.append(Remark(.boundByPosition, at: scanned.place, detail: names)) }
    }

    /// Keeps a row in which the figures for all headings run together.
    private mutating func keepDigits(_ run: [Int], _ row: Int, _ heads: RaggedHeads) -> Bool {
        let lines = form.form.tables[heads.table]
        if !heads.rows.isEmpty { return keepDigits(run, zip(heads.rows, heads.columns).map { lines.grid[$0][$1] }, isLike: false) }
        guard let line = atLeft(row, heads.table * 2), line.depth == 0 else { return false }
        return keepDigits(run, heads.columns.map { lines.grid[line.line][$0] }, isLike: grid.isLike(line.cell))
    }

    private mutating func bind(_ run: [Int], _ indicators: [Int?], isLike: Bool) {
        for (cell, indicator) in zip(run, indicators) {
            if let indicator { bonds.append(Bond(cell: cell, indicator: indicator, tie: isLike ? .byLikeness : .byPosition)) }
        }
    }
}
