import AuditModel
import DocumentModel

/// The binding of one table of a report to one form.
struct TableReading {
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

    /// A cell and what it is bound to.
    private struct Bond {
        let cell: Int
        let indicator: Int
        let tie: FigureDraft.Tie
    }

    private let grid: GridReading
    private let scanned: ScannedTable
    private let form: CompiledForm
    /// For each row (counted from 1): for each table of the form, for its rows, then its columns: the line that the labels at the left name.
    private var left: [[GridReading.Found?]?]
    /// For each table of the form, the lines of the last headings seen, so that a table that goes on without headings can be read.
    private var lastLines: [Int: [Int?]]
    private var bonds: [Bond] = []
    private var remarks: [Remark] = []
    private var saidPosition: Set<Int> = []
    private var saidLike: Set<Int> = []

    private init(_ grid: GridReading, lastLines: [Int: [Int?]]) {
        self.grid = grid
        scanned = grid.scanned
        form = grid.form
        left = Array(repeating: nil, count: grid.scanned.table.rowCount + 1)
        self.lastLines = lastLines
    }

    /// Binds what the form knows of a table and hands it to the draft. `lastLines` carries the columns of each of the form's tables from one
    /// physical table to the next.
    static func bind(_ scanned: ScannedTable, matches: [CompiledForm.Match?], into draft: inout FigureDraft, lastLines: inout [Int: [Int?]])
    {
        let grid = GridReading(scanned, form: draft.form, matches: matches)
        guard !grid.relevant.isEmpty else {
            draft.remark(Remark(.unknownTable, at: scanned.place))
            return
        }
        var reading = TableReading(grid, lastLines: lastLines)
        reading.bind(grid.blocks())
        guard !reading.bonds.isEmpty else {
            draft.remark(Remark(.unknownTable, at: scanned.place))
            return
        }
        for bond in reading.bonds {
            let table = draft.form.form.tables[draft.form.form.indicators[bond.indicator].table]
            draft.offer(scanned.figure(bond.cell), for: bond.indicator, tie: bond.tie, inOwnSection: scanned.key == table.section)
        }
        for remark in reading.remarks { draft.remark(remark) }
        lastLines = reading.lastLines
    }

    private mutating func bind(_ blocks: [GridReading.BlockRows]) {
        var carried = [[Int]](repeating: [], count: form.form.tables.count * 2)
        for block in blocks {
            let before = block.heads.first?.columns.lowerBound ?? scanned.table.columnCount + 1
            for row in block.headings + block.rows { readLabels(row, before: before, &carried) }
            if block.heads.contains(where: { head in head.found.contains { $0 != nil } }) {
                bindUnderHeadings(block)
            } else {
                bindByPosition(block)
            }
        }
    }

    /// Finds the lines that the labels at the left of a row name, and keeps the groups that go on below it.
    private mutating func readLabels(_ row: Int, before column: Int, _ carried: inout [[Int]]) {
        let stack = grid.leftStack(row, before: column)
        guard !stack.isEmpty else { return }
        var found = [GridReading.Found?](repeating: nil, count: carried.count)
        for table in grid.relevant {
            for axis in [Axis.rows, .columns] {
                let key = table * 2 + axis.rawValue
                found[key] = grid.find(stack, carried: carried[key], table, axis)
                if let line = found[key], line.depth == 0 {
                    let groups = form.lines[table][axis.rawValue][line.line].groups
                    carried[key].removeAll { !groups.contains($0) }
                }
                for cell in stack {
                    for group in grid.groups(cell, table, axis) {
                        let level = form.groupLevels[group]
                        if carried[key].contains(group) { continue }
                        carried[key] = carried[key].prefix { form.groupLevels[$0] < level } + [group]
                    }
                }
            }
        }
        left[row] = found
    }

    private func atLeft(_ row: Int, _ table: Int, _ axis: Axis) -> GridReading.Found? {
        left[row].flatMap { $0[table * 2 + axis.rawValue] }
    }

    private func indicator(_ table: Int, row: Int, column: Int) -> Int? { form.form.tables[table].grid[row][column] }

    // MARK: Under headings

    private mutating func bindUnderHeadings(_ block: GridReading.BlockRows) {
        var rows: [(row: Int, cells: [Int])] = []
        for row in block.rows {
            guard hasFigures(row, block) else { continue }
            switch grid.cells(inRow: row, of: block) {
            case .cells(let cells): rows.append((row, cells))
            case .uneven(let found, let expected):
                guard let cell = scanned.cells(inRow: row).first else { continue }
                remarks.append(Remark(.unevenRow, at: scanned.place(cell), detail: "\(found)/\(expected)"))
            }
        }
        var knownRows: Set<Int> = []
        var knownHeads: Set<Int> = []
        for table in grid.relevant {
            let ways = Orientation.allCases.map { bonds(of: table, $0, block, rows) }
            guard let best = ways.max(by: { $0.bonds.count < $1.bonds.count }), !best.bonds.isEmpty,
                best.labels.contains(where: { !isShort($0, table) })
            else { continue }
            bonds += best.bonds
            knownRows.formUnion(best.rows)
            knownHeads.formUnion(best.heads)
            for label in best.labels where label.found.isLike && saidLike.insert(label.found.cell).inserted { remarkLikeness(label, table) }
            if best.keepsColumns { lastLines[table] = block.heads.map { $0.found[table * 2 + 1].map(\.line) } }
        }
        remarkUnknown(rows, block, knownRows, knownHeads)
    }

    /// A line of the form and on which axis it lies.
    private struct Label {
        let found: GridReading.Found
        let axis: Axis
    }

    private struct Way {
        var bonds: [Bond] = []
        var labels: [Label] = []
        var rows: Set<Int> = []
        /// Indices of headings.
        var heads: Set<Int> = []
        var keepsColumns = false
    }

    private func bonds(of table: Int, _ orientation: Orientation, _ block: GridReading.BlockRows, _ rows: [(row: Int, cells: [Int])]) -> Way
    {
        var way = Way()
        way.keepsColumns = orientation == .upright
        let single = orientation == .above ? (rows.first { $0.cells.contains(where: scanned.isNumber) } ?? rows.first)?.row : nil
        for (row, cells) in rows where single == nil || row == single {
            for (index, cell) in cells.enumerated() {
                let head = block.heads[index]
                let labels: (row: GridReading.Found?, column: GridReading.Found?, inner: Bool)
                let above = (row: head.found[table * 2], column: head.found[table * 2 + 1])
                let beside = (row: atLeft(row, table, .rows), column: atLeft(row, table, .columns))
                switch orientation {
                case .upright: labels = (beside.row, above.column, beside.row?.depth == 0 && above.column?.depth == 0)
                case .transposed: labels = (above.row, beside.column, above.row?.depth == 0 && beside.column?.depth == 0)
                case .above: labels = (above.row, above.column, above.row?.depth == 0 || above.column?.depth == 0)
                case .left:
                    labels = (beside.row, beside.column, block.heads.count == 1 && (beside.row?.depth == 0 || beside.column?.depth == 0))
                }
                guard labels.inner, let line = labels.row, let column = labels.column, line.cell != column.cell,
                    let indicator = indicator(table, row: line.line, column: column.line)
                else { continue }
                way.bonds.append(Bond(cell: cell, indicator: indicator, tie: line.isLike || column.isLike ? .byLikeness : .byLabel))
                if way.rows.insert(row).inserted || orientation == .above { way.labels.append(Label(found: line, axis: .rows)) }
                if way.heads.insert(index).inserted || orientation == .left { way.labels.append(Label(found: column, axis: .columns)) }
            }
        }
        return way
    }

    private func isShort(_ label: Label, _ table: Int) -> Bool { form.lines[table][label.axis.rawValue][label.found.line].isShort }

    /// True when a row has anything where figures stand, or the label of a line.
    private func hasFigures(_ row: Int, _ block: GridReading.BlockRows) -> Bool {
        if let found = left[row], found.contains(where: { $0?.depth == 0 }) { return true }
        return scanned.cells(inRow: row).contains { if case .value = scanned.contents[$0] { true } else { false } }
    }

    private mutating func remarkLikeness(_ label: Label, _ table: Int) {
        let lines = label.axis == .rows ? form.form.tables[table].rows : form.form.tables[table].columns
        remarks.append(Remark(.boundByLikeness, at: scanned.place(label.found.cell), detail: lines[label.found.line].label))
    }

    /// Says which rows and columns with figures the form does not know.
    private mutating func remarkUnknown(
        _ rows: [(row: Int, cells: [Int])], _ block: GridReading.BlockRows, _ knownRows: Set<Int>, _ knownHeads: Set<Int>
    ) {
        var said: Set<Int> = []
        for (row, cells) in rows where !knownRows.contains(row) {
            guard cells.contains(where: { !scanned.isBlank($0) }) else { continue }
            remarkUnknown(scanned.cells(inRow: row).last { scanned.isLabel($0) && !cells.contains($0) } ?? cells[0])
        }
        for (index, head) in block.heads.enumerated() where !knownHeads.contains(index) {
            guard rows.contains(where: { knownRows.contains($0.row) && !scanned.isBlank($0.cells[index]) }) else { continue }
            if said.insert(head.cell).inserted { remarkUnknown(head.cell) }
        }
        // Columns beside those under headings: numbers that no heading of the form accounts for.
        for (row, cells) in rows where knownRows.contains(row) {
            for cell in scanned.cells(inRow: row) where !cells.contains(cell) && scanned.isNumber(cell) {
                let column = scanned.table.cells[cell].column
                let heading = heading(over: column, block) ?? cell
                if heading == cell ? said.insert(-column).inserted : said.insert(heading).inserted { remarkUnknown(heading) }
            }
        }
    }

    private func heading(over column: Int, _ block: GridReading.BlockRows) -> Int? {
        for row in block.headings.reversed() {
            if let cell = scanned.slot(row, column), scanned.isLabel(cell) { return cell }
        }
        return nil
    }

    private mutating func remarkUnknown(_ cell: Int) {
        remarks.append(
            Remark(.unknownLabel, at: scanned.place(cell), detail: scanned.isLabel(cell) ? scanned.table.cells[cell].text.string : ""))
    }

    // MARK: Without headings

    /// Binds rows that have a label but no headings above them, if they have as many figures as the form's row (or the table that they go on from).
    private mutating func bindByPosition(_ block: GridReading.BlockRows) {
        let rows = block.headings + block.rows
        let labels = rows.map { grid.leftStack($0, before: scanned.table.columnCount + 1).last }
        let lastLabelColumn = labels.reduce(0) { last, cell in
            guard let cell, grid.match(cell) != nil else { return last }
            return max(last, scanned.table.cells[cell].column)
        }
        // The table that most rows fit goes first, since labels such as 总计 stand in several.
        let ways = grid.relevant.map { table in
            let ways = rows.map { positions(ofRow: $0, table, lastLabelColumn) }
            let isSure = ways.contains { way in way?.labels.contains { !isShort($0, table) } ?? false }
            return isSure ? ways : rows.map { _ in nil }
        }
        let order = grid.relevant.indices.sorted {
            let left = ways[$0].count { $0 != nil }
            let right = ways[$1].count { $0 != nil }
            return left == right ? $0 < $1 : left > right
        }
        for (index, row) in rows.enumerated() {
            if let way = order.lazy.compactMap({ ways[$0][index] }).first {
                bonds += way.bonds
                if way.isGuess, saidPosition.insert(way.table).inserted {
                    remarks.append(Remark(.boundByPosition, at: scanned.place(way.labels[0].found.cell), detail: way.columns))
                }
                for label in way.labels where label.found.isLike && saidLike.insert(label.found.cell).inserted {
                    remarkLikeness(label, way.table)
                }
            } else if let label = labels[index], scanned.cells(inRow: row).contains(where: scanned.isNumber) {
                remarkUnbound(row, label, lastLabelColumn)
            }
        }
    }

    private struct Positions {
        let table: Int
        let bonds: [Bond]
        let labels: [Label]
        /// True when nothing but the position tells the columns.
        let isGuess: Bool
        /// The form's labels of the columns.
        let columns: String
    }

    private func positions(ofRow row: Int, _ table: Int, _ lastLabelColumn: Int) -> Positions? {
        let lines = form.form.tables[table]
        let found = atLeft(row, table, .rows)
        if let found, let column = atLeft(row, table, .columns), found.cell != column.cell, found.depth == 0 || column.depth == 0 {
            let run = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: 1)
            guard run.count == 1, let indicator = lines.grid[found.line][column.line] else { return nil }
            let bond = Bond(cell: run[0], indicator: indicator, tie: found.isLike || column.isLike ? .byLikeness : .byLabel)
            let labels = [Label(found: found, axis: .rows), Label(found: column, axis: .columns)]
            return Positions(table: table, bonds: [bond], labels: labels, isGuess: false, columns: "")
        }
        guard let found, found.depth == 0 else { return nil }
        let prescribed: [Int?] = lines.columns.indices.filter { lines.grid[found.line][$0] != nil }
        let last = lastLines[table] ?? []
        let expected = last.isEmpty ? prescribed.count : last.count
        let run = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: expected)
        let columns = run.count == last.count ? last : prescribed
        // A lone figure outside its section may be anything.
        guard run.count == columns.count, run.count > 1 || scanned.key == lines.section else { return nil }
        let bonds = zip(run, columns).compactMap { cell, column in
            column.flatMap { lines.grid[found.line][$0] }.map {
                Bond(cell: cell, indicator: $0, tie: found.isLike ? .byLikeness : .byPosition)
            }
        }
        let names = columns.map { $0.map { lines.columns[$0].label } ?? "" }.joined(separator: "、")
        return Positions(table: table, bonds: bonds, labels: [Label(found: found, axis: .rows)], isGuess: true, columns: names)
    }

    private mutating func remarkUnbound(_ row: Int, _ label: Int, _ lastLabelColumn: Int) {
        let isKnown = left[row]?.contains { $0?.depth == 0 } ?? false
        if isKnown {
            let count = grid.run(inRow: row, labelsTo: lastLabelColumn, expecting: 0).count
            remarks.append(Remark(.unevenRow, at: scanned.place(label), detail: String(count)))
        } else {
            remarkUnknown(label)
        }
    }
}
