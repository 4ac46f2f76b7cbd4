import AuditModel
import DocumentModel

/// The binding of one table of a report to one form.
struct TableReading {
    /// A cell and what it is bound to.
    struct Bond {
        let cell: Int
        let indicator: Int
        let tie: FigureDraft.Tie
    }

    /// The columns that headings name, and where they stand.
    struct LastHeads {
        /// For each heading the line of the form's columns; nil for one that the form does not know.
        var lines: [Int?]
        /// For each heading its columns in the grid; empty where they are not known.
        var columns: [ClosedRange<Int>] = []
        /// Of the grid.
        var columnCount = 0
    }

    let grid: GridReading
    let scanned: ScannedTable
    let form: CompiledForm
    /// For each row (counted from 1), for each key of the form: the line that the labels at the left name.
    private var left: [GridReading.Found?]
    /// For each table of the form, the columns of the last headings seen, so that a table that goes on without headings can be read.
    var lastColumns: [Int: LastHeads]
    var bonds: [Bond] = []
    var remarks: [Remark] = []
    /// Cells in which a row's figures run together.
    var digitRows: [DigitRow] = []
    /// Rows of figures that wait for all others to be bound.
    var unlabelled: [UnlabelledRow] = []
    private let number: Int
    /// The tables of the form of which it has been said that rows were bound by position.
    var saidPosition: Set<Int> = []
    private var saidLike: Set<Int> = []

    private init(_ grid: GridReading, number: Int, lastColumns: [Int: LastHeads]) {
        self.grid = grid
        self.number = number
        scanned = grid.scanned
        form = grid.form
        left = Array(repeating: nil, count: (grid.scanned.table.rowCount + 1) * grid.form.keyCount)
        self.lastColumns = lastColumns
    }

    /// Binds what the form knows of the draft's table of that index and hands it to the draft. `lastColumns` carries the columns of each of the
    /// form's tables from one physical table to the next.
    static func bind(_ table: Int, matches: [CompiledForm.Match?], into draft: inout FigureDraft, lastColumns: inout [Int: LastHeads]) {
        let scanned = draft.tables[table]
        let grid = GridReading(scanned, form: draft.form, matches: matches)
        guard !grid.relevantKeys.isEmpty else {
            draft.remark(Remark(.unknownTable, at: scanned.place))
            return
        }
        var reading = TableReading(grid, number: table, lastColumns: lastColumns)
        reading.bind(grid.blocks())
        draft.digitRows += reading.digitRows
        guard !reading.bonds.isEmpty || !reading.digitRows.isEmpty else {
            draft.remark(Remark(.unknownTable, at: scanned.place))
            return
        }
        let form = draft.form.form
        for bond in reading.bonds {
            let isOwn = scanned.key == form.tables[form.indicators[bond.indicator].table].section
            draft.offer(table, bond.cell, for: bond.indicator, tie: bond.tie, inOwnSection: isOwn)
        }
        for remark in reading.remarks { draft.remark(remark) }
        lastColumns = reading.lastColumns
    }

    private mutating func bind(_ blocks: [GridReading.BlockRows]) {
        var above = LabelsAbove(form)
        for block in blocks {
            let ragged = raggedHeads(block)
            let before = (ragged == nil ? block.heads.first?.columns.lowerBound : nil) ?? scanned.table.columnCount + 1
            for row in block.headings { readLabels(row, before: before, &above) }
            for row in block.rows {
                let end = ragged.flatMap { figuresStart(row, below: $0) } ?? grid.labelsEnd(row, from: before)
                readLabels(row, before: end, &above)
            }
            if let ragged {
                bindBelow(ragged, block)
            } else if block.heads.isEmpty {
                bindByPosition(block)
            } else {
                bindUnderHeadings(block)
            }
        }
        bindUnlabelled(unlabelled)
    }

    /// What labels at the left of the rows above still say of a row.
    private struct LabelsAbove {
        /// For each key of the form the groups that rows of labels have opened.
        var groups: [[Int]]
        /// Labels that a merged cell without its span may have over the rows below, by their columns from left to right.
        var cells: [Int] = []

        init(_ form: CompiledForm) { groups = Array(repeating: [], count: form.keyCount) }
    }

    /// Finds the lines that the labels at the left of a row name, and keeps what goes on below it.
    private mutating func readLabels(_ row: Int, before column: Int, _ above: inout LabelsAbove) {
        let stack = grid.leftStack(row, before: column)
        guard let outermost = stack.first else { return }
        let start = scanned.table.cells[outermost].column
        above.cells.removeAll { scanned.table.cells[$0].column >= start }
        for key in 0..<form.keyCount {
            if let found = grid.find(stack, carried: above.groups[key], lent: above.cells, key) {
                left[row * form.keyCount + key] = found
                if found.depth == 0, !above.groups[key].isEmpty {
                    // A row of another group than the one that was opened is in its own, and so is what follows.
                    let groups = form.lines[key][found.line].groups
                    if !above.groups[key].allSatisfy(groups.contains) { above.groups[key] = groups }
                }
            }
            for cell in stack {
                // A damaged label may be that of several groups: all of them are open then.
                let named = grid.groups(cell, key)
                guard let level = named.map({ form.groupLevels[$0] }).min(), named.contains(where: { !above.groups[key].contains($0) })
                else {
                    continue
                }
                above.groups[key].removeAll { form.groupLevels[$0] >= level }
                above.groups[key] += named
            }
        }
        above.cells += stack
        if above.cells.count > GridReading.stackLimit { above.cells.removeFirst(above.cells.count - GridReading.stackLimit) }
    }

    /// The line that the labels at the left of a row name.
    func atLeft(_ row: Int, _ key: Int) -> GridReading.Found? { left[row * form.keyCount + key] }

    /// True when the innermost label at the left of a row is a line's.
    func isLabelled(_ row: Int) -> Bool {
        for key in 0..<form.keyCount where atLeft(row, key)?.depth == 0 { return true }
        return false
    }

    func isShort(_ found: GridReading.Found, _ key: Int) -> Bool { form.lines[key][found.line].isShort }

    /// Keeps a row whose only cell holds as many digits as these figures need, or more, to be parted when all tables are read; false for any other.
    mutating func keepDigits(_ run: [Int], _ indicators: [Int?], isLike: Bool) -> Bool {
        let filled = run.filter { !scanned.isBlank($0) }
        let known = indicators.compactMap { $0 }
        guard filled.count == 1, known.count == indicators.count,
            let row = DigitRow(
                scanned.quote(filled[0]), table: number, cell: filled[0], indicators: known, tie: isLike ? .byLikeness : .byPosition)
        else { return false }
        digitRows.append(row)
        return true
    }

    // MARK: Remarks

    /// Says that a label was told by likeness, once.
    mutating func remarkLikeness(_ found: GridReading.Found, _ key: Int) {
        guard grid.isLike(found.cell), saidLike.insert(found.cell).inserted else { return }
        let table = form.form.tables[key / 2]
        let line = key.isMultiple(of: 2) ? table.rows[found.line] : table.columns[found.line]
        remarks.append(Remark(.boundByLikeness, at: scanned.place(found.cell), detail: line.label))
    }

    mutating func remarkUnknown(_ cell: Int) {
        remarks.append(Remark(.unknownLabel, at: scanned.place(cell), detail: scanned.isLabel(cell) ? scanned.quote(cell) : ""))
    }
}
