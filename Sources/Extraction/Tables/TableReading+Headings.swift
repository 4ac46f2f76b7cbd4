import AuditModel
import DocumentModel

/// Binding rows that stand below headings.
extension TableReading {
    /// On which sides the labels of rows and of columns stand.
    private enum Orientation: CaseIterable {
        /// Rows at the left, columns above.
        case upright
        /// The form's columns at the left, its rows above.
        case transposed
        /// Both above, over a single row of figures.
        case above
        /// Both at the left, before a single column of figures.
        case left
    }

    private struct FigureRow {
        let row: Int
        /// One for each heading.
        let cells: [Int]
        var isBound = false
    }

    mutating func bindUnderHeadings(_ block: GridReading.BlockRows) {
        var rows: [FigureRow] = []
        for row in block.rows where isLabelled(row) || hasFigures(row) {
            switch grid.cells(inRow: row, of: block) {
            case .cells(let cells): rows.append(FigureRow(row: row, cells: cells))
            case .uneven(let found, let expected):
                if bindWithoutHeadings(row, below: block) { continue }
                if keepDigits(row, block) { continue }
                guard let cell = scanned.cells(inRow: row).first else { continue }
                remarks.append(Remark(.unevenRow, at: scanned.place(cell), detail: "\(found)/\(expected)"))
            }
        }
        var knownHeads = [Bool](repeating: false, count: block.heads.count)
        for table in grid.relevantTables {
            let surplus = surplusHeads(block, table)
            var best: (orientation: Orientation, count: Int)?
            for orientation in Orientation.allCases {
                var count = 0
                var isSure = false
                visit(rows, block, table, orientation, besides: surplus) { _, _, line, column, _ in
                    count += 1
                    isSure = isSure || !isShort(line, table * 2) || !isShort(column, table * 2 + 1)
                }
                if isSure, count > best?.count ?? 0 { best = (orientation, count) }
            }
            guard let best else { continue }
            var found: [(Int, Int, GridReading.Found, GridReading.Found, Int)] = []
            found.reserveCapacity(best.count)
            visit(rows, block, table, best.orientation, besides: surplus) { found.append(($0, $1, $2, $3, $4)) }
            for (row, head, line, column, indicator) in found {
                let isLike = grid.isLike(line.cell) || grid.isLike(column.cell)
                bonds.append(Bond(cell: rows[row].cells[head], indicator: indicator, tie: isLike ? .byLikeness : .byLabel))
                rows[row].isBound = true
                knownHeads[head] = true
                if isLike {
                    remarkLikeness(line, table * 2)
                    remarkLikeness(column, table * 2 + 1)
                }
            }
            if best.orientation == .upright {
                lastColumns[table] = LastHeads(
                    lines: block.heads.indices.map { surplus.contains($0) ? nil : block.heads[$0].found[table * 2 + 1]?.line },
                    columns: block.heads.map(\.columns), columnCount: scanned.table.columnCount)
            }
        }
        for index in rows.indices where !rows[index].isBound {
            if bindWithoutHeadings(rows[index].row, below: block) { rows[index].isBound = true }
        }
        remarkUnknown(rows, block, knownHeads)
    }

    /// Keeps a row in which the figures for all headings run together.
    private mutating func keepDigits(_ row: Int, _ block: GridReading.BlockRows) -> Bool {
        let run = grid.run(inRow: row, labelsTo: (block.heads.first?.columns.lowerBound ?? 1) - 1, expecting: 1)
        for table in grid.relevantTables {
            let columns = block.heads.map { $0.found[table * 2 + 1] }
            let rows = block.heads.map { $0.found[table * 2] }
            let left = atLeft(row, table * 2)
            let indicators = zip(rows, columns).map { above, column -> Int? in
                guard let column, let line = left?.depth == 0 ? left : above else { return nil }
                return form.form.tables[table].grid[line.line][column.line]
            }
            if keepDigits(run, indicators, isLike: left.map { grid.isLike($0.cell) } ?? false) { return true }
        }
        return false
    }

    /// Binds a row below headings that are none of its own, since those of its group were left out: by position, where it has as many figures as
    /// the form's row.
    private mutating func bindWithoutHeadings(_ row: Int, below block: GridReading.BlockRows) -> Bool {
        for table in grid.relevantTables {
            guard let line = atLeft(row, table * 2), line.depth == 0 else { continue }
            let lines = form.form.tables[table]
            let prescribed = lines.columns.indices.filter { lines.grid[line.line][$0] != nil }
            guard block.heads.allSatisfy({ head in head.found[table * 2 + 1].map { !prescribed.contains($0.line) } ?? true }) else {
                continue
            }
            // Below headings of the table itself, so that the row does not belong to another, and what stands beside them is no figure.
            let known = block.heads.filter { $0.found[table * 2 + 1] != nil }
            guard let first = known.first?.columns.lowerBound, let last = known.last?.columns.upperBound else { continue }
            guard scanned.table.cells[line.cell].column < first else { continue }
            var run: [Int] = []
            for cell in (first...last).compactMap({ scanned.slot(row, $0) }) where run.last != cell { run.append(cell) }
            while run.count > prescribed.count, let end = run.last, scanned.isBlank(end) { run.removeLast() }
            guard run.count == prescribed.count, !run.contains(where: { scanned.isLabel($0) }) else { continue }
            for (cell, column) in zip(run, prescribed) {
                guard let indicator = lines.grid[line.line][column] else { continue }
                bonds.append(Bond(cell: cell, indicator: indicator, tie: grid.isLike(line.cell) ? .byLikeness : .byPosition))
            }
            let names = prescribed.map { lines.columns[$0].label }.joined(separator: "、")
            remarks.append(Remark(.boundByPosition, at: scanned.place(line.cell), detail: names))
            remarkLikeness(line, table * 2)
            return true
        }
        return false
    }

    /// Calls for each cell that an orientation ties to an indicator: with the index of its row and of its heading, the lines and the indicator.
    private func visit(
        _ rows: [FigureRow], _ block: GridReading.BlockRows, _ table: Int, _ orientation: Orientation, besides surplus: Set<Int>,
        _ body: (Int, Int, GridReading.Found, GridReading.Found, Int) -> Void
    ) {
        // Labels above both ways leave room for one row of figures: the first with a number.
        let single = rows.firstIndex { $0.cells.contains(where: { scanned.isNumber($0) }) } ?? 0
        for index in rows.indices where orientation != .above || index == single {
            let row = rows[index].row
            for (position, head) in block.heads.enumerated() where !surplus.contains(position) {
                let line: GridReading.Found?
                let column: GridReading.Found?
                switch orientation {
                case .upright: (line, column) = (atLeft(row, table * 2), head.found[table * 2 + 1])
                case .transposed: (line, column) = (head.found[table * 2], atLeft(row, table * 2 + 1))
                case .above: (line, column) = (head.found[table * 2], head.found[table * 2 + 1])
                case .left: (line, column) = (atLeft(row, table * 2), atLeft(row, table * 2 + 1))
                }
                guard let line, let column else { continue }
                switch orientation {
                case .upright, .transposed: guard line.depth == 0, column.depth == 0 else { continue }
                case .above: guard line.depth == 0 || column.depth == 0, line.cell != column.cell else { continue }
                case .left:
                    guard line.depth == 0 || column.depth == 0, line.cell != column.cell, block.heads.count == 1 else { continue }
                }
                guard let indicator = form.form.tables[table].grid[line.line][column.line] else { continue }
                body(index, position, line, column, indicator)
            }
        }
    }

    /// Headings that name what another one names better: a subtotal under a word that means the total, too. The form's own word goes before others
    /// that mean the same, then the place: the form's last column is the last, any other the first. Headings side by side that repeat one another
    /// are one.
    private func surplusHeads(_ block: GridReading.BlockRows, _ table: Int) -> Set<Int> {
        var groups: [[Int?]: [Int]] = [:]
        var before: (lines: [Int?], quote: String)?
        for (index, head) in block.heads.enumerated() {
            let lines = [head.found[table * 2]?.line, head.found[table * 2 + 1]?.line]
            let quote = scanned.quote(head.cell)
            defer { before = (lines, quote) }
            guard lines.contains(where: { $0 != nil }) else { continue }
            if let before, before.lines == lines, before.quote == quote { continue }
            groups[lines, default: []].append(index)
        }
        var surplus: Set<Int> = []
        for (lines, heads) in groups where heads.count > 1 {
            let columns = form.form.tables[table].columns
            let label = lines[1].map { LabelText(columns[$0].label).core } ?? []
            let exact = heads.filter { LabelText(scanned.quote(block.heads[$0].cell)).core == label }
            let candidates = exact.isEmpty ? heads : exact
            let kept = lines[1] == columns.count - 1 ? candidates.last : candidates.first
            surplus.formUnion(heads.filter { $0 != kept })
        }
        return surplus
    }

    private func hasFigures(_ row: Int) -> Bool {
        scanned.cells(inRow: row).contains { scanned.kinds[$0] == .number || scanned.kinds[$0] == .mark }
    }

    /// Says which rows and columns with figures the form does not know.
    private mutating func remarkUnknown(_ rows: [FigureRow], _ block: GridReading.BlockRows, _ knownHeads: [Bool]) {
        var said: Set<Int> = []
        for row in rows where !row.isBound && !row.cells.allSatisfy({ scanned.isBlank($0) }) {
            guard grid.hasLabel(row.row, besides: row.cells) else {
                unlabelled.append(UnlabelledRow(row: row.row, cells: row.cells, heads: block.heads))
                continue
            }
            remarkUnknown(scanned.cells(inRow: row.row).last { scanned.isLabel($0) && !row.cells.contains($0) } ?? row.cells[0])
        }
        for (index, head) in block.heads.enumerated() where !knownHeads[index] {
            guard rows.contains(where: { $0.isBound && !scanned.isBlank($0.cells[index]) }) else { continue }
            if said.insert(head.cell).inserted { remarkUnknown(head.cell) }
        }
        // Numbers beside those under headings, for which no heading of the form accounts.
        for row in rows where row.isBound {
            let cells = scanned.cells(inRow: row.row)
            guard cells.count(where: { scanned.isNumber($0) }) > row.cells.count(where: { scanned.isNumber($0) }) else { continue }
            for cell in cells where scanned.isNumber(cell) && !row.cells.contains(cell) {
                let column = scanned.table.cells[cell].column
                let heading = heading(over: column, block)
                if said.insert(heading ?? -column).inserted { remarkUnknown(heading ?? cell) }
            }
        }
    }

    private func heading(over column: Int, _ block: GridReading.BlockRows) -> Int? {
        for row in block.headings.reversed() {
            if let cell = scanned.slot(row, column), scanned.isLabel(cell) { return cell }
        }
        return nil
    }
}
