import AuditModel
import DocumentModel

/// One table of a report in the light of one form: which labels stand for what, and which rows are headings.
struct GridReading {
    /// A line of the form that a stack of labels names.
    struct Found {
        let line: Int
        /// The cell whose label it is.
        let cell: Int
        /// How many labels stand between it and the figures; 0 for the innermost.
        let depth: Int
        let isLike: Bool
    }

    /// A column of figures below its headings.
    struct Head {
        /// The grid's columns, counted from 1, over which the innermost heading reaches.
        let columns: ClosedRange<Int>
        /// The innermost heading.
        let cell: Int
        /// For each table of the form, for its rows, then its columns: the line that the headings name.
        let found: [Found?]
    }

    /// Rows of headings and the rows of figures below them, counted from 1.
    struct BlockRows {
        var headings: [Int] = []
        /// Rows with figures, and rows with nothing but a group's label.
        var rows: [Int] = []
        var heads: [Head] = []
    }

    let scanned: ScannedTable
    let form: CompiledForm
    /// For each label of the document.
    let matches: [CompiledForm.Match?]
    /// For each group of the form, whether its label stands in this table.
    private let presentGroups: [Bool]
    /// For each column, whether any label in it means something to the form.
    private let knownColumns: [Bool]
    /// The tables of the form of which at least one line's label stands here.
    let relevant: [Int]

    init(_ scanned: ScannedTable, form: CompiledForm, matches: [CompiledForm.Match?]) {
        self.scanned = scanned
        self.form = form
        self.matches = matches
        var presentGroups = [Bool](repeating: false, count: form.groupLevels.count)
        var knownColumns = [Bool](repeating: false, count: scanned.table.columnCount + 1)
        var relevant = [Bool](repeating: false, count: form.form.tables.count)
        for (index, cell) in scanned.table.cells.enumerated() {
            guard case .label(let label) = scanned.contents[index], let match = matches[label] else { continue }
            if knownColumns.indices.contains(cell.column) { knownColumns[cell.column] = true }
            for use in form.entries[match.entry].uses {
                switch use.role {
                case .group(let group): presentGroups[group] = true
                case .line: relevant[use.table] = true
                }
            }
        }
        self.presentGroups = presentGroups
        self.knownColumns = knownColumns
        self.relevant = relevant.indices.filter { relevant[$0] }
    }

    func match(_ cell: Int) -> CompiledForm.Match? {
        guard case .label(let label) = scanned.contents[cell] else { return nil }
        return matches[label]
    }

    private func uses(_ cell: Int) -> [CompiledForm.Use] { match(cell).map { form.entries[$0.entry].uses } ?? [] }

    func namesLine(_ cell: Int) -> Bool {
        uses(cell).contains { if case .line = $0.role { true } else { false } }
    }

    /// The groups of an axis that a label names.
    func groups(_ cell: Int, _ table: Int, _ axis: Axis) -> [Int] {
        uses(cell).compactMap {
            if case .group(let group) = $0.role, $0.table == table, $0.axis == axis { group } else { nil }
        }
    }

    // MARK: Stacks of labels

    /// The line that a stack of labels names, the innermost label last. `carried` are groups that labels further away name: they count only
    /// where a label is short or names several lines; `lent` are labels that a merged cell without its span may have covered.
    func find(_ stack: [Int], carried: [Int] = [], lent: [Int] = [], _ table: Int, _ axis: Axis) -> Found? {
        for depth in stack.indices {
            let cell = stack[stack.count - 1 - depth]
            if let line = line(cell, among: stack, carried: carried, lent: lent, table, axis) {
                return Found(line: line, cell: cell, depth: depth, isLike: match(cell)?.isLike ?? false)
            }
        }
        for cell in lent.reversed() {
            if let line = line(cell, among: stack, carried: carried, lent: lent, table, axis) {
                return Found(line: line, cell: cell, depth: 1, isLike: match(cell)?.isLike ?? false)
            }
        }
        return nil
    }

    private func line(_ cell: Int, among stack: [Int], carried: [Int], lent: [Int], _ table: Int, _ axis: Axis) -> Int? {
        guard case .label(let label) = scanned.contents[cell], let match = matches[label] else { return nil }
        let candidates = form.entries[match.entry].uses.filter { use in
            guard use.table == table, use.axis == axis, case .line(let line) = use.role else { return false }
            let groups = form.lines[table][axis.rawValue][line].groups
            return stack.allSatisfy { other in
                other == cell || self.groups(other, table, axis).allSatisfy(groups.contains)
            }
        }
        let lines = candidates.compactMap { if case .line(let line) = $0.role { line } else { nil } }
        guard let first = lines.first else { return nil }
        if lines.count == 1, !form.lines[table][axis.rawValue][first].isShort { return first }
        let near = stack.flatMap { $0 == cell ? [] : groups($0, table, axis) } + lent.flatMap { groups($0, table, axis) } + carried
        let fitting = lines.filter { line in
            form.lines[table][axis.rawValue][line].groups.allSatisfy { !presentGroups[$0] || near.contains($0) }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The labels of a row left of a column, the innermost last, without columns that hold nothing that the form knows (units of measure).
    func leftStack(_ row: Int, before column: Int) -> [Int] {
        var stack: [Int] = []
        for other in stride(from: 1, to: min(column, scanned.table.columnCount + 1), by: 1) {
            guard let cell = scanned.slot(row, other), scanned.isLabel(cell), stack.last != cell else { continue }
            if knownColumns[scanned.table.cells[cell].column] { stack.append(cell) }
        }
        return stack.suffix(Self.stackLimit)
    }

    /// The deepest nesting of labels that is looked at, well beyond that of any form.
    static let stackLimit = 12

    // MARK: Headings

    /// Divides the table into headings and the rows below them.
    func blocks() -> [BlockRows] {
        var blocks: [BlockRows] = []
        var block = BlockRows()
        var pending: [Int] = []
        var hasFigures = false
        for row in stride(from: 1, through: scanned.table.rowCount, by: 1) {
            let cells = scanned.cells(inRow: row)
            let hasNumber = cells.contains { scanned.table.cells[$0].row == row && scanned.isNumber($0) }
            if hasNumber {
                if !hasFigures {
                    block.heads = heads(block.headings)
                    hasFigures = true
                }
                block.rows += pending + [row]
                pending = []
            } else if !hasFigures {
                let heads = cells.first(where: namesLine) == nil ? [] : heads(block.headings)
                if isRowOfMarks(row, cells, below: heads, after: block.headings.last ?? 0) {
                    block.heads = heads
                    block.rows.append(row)
                    hasFigures = true
                } else {
                    block.headings.append(row)
                    if block.headings.count > Self.stackLimit { block.headings.removeFirst() }
                }
            } else if startsHeadings(row, cells, after: block.heads) {
                blocks.append(block)
                block = BlockRows(headings: pending.suffix(Self.stackLimit) + [row])
                pending = []
                hasFigures = false
            } else if isRowOfMarks(row, cells, below: block.heads, after: block.headings.last ?? 0) {
                block.rows += pending + [row]
                pending = []
            } else {
                pending.append(row)
            }
        }
        block.rows += pending
        if !hasFigures { block.heads = heads(block.headings) }
        blocks.append(block)
        return blocks
    }

    /// True for a row with a known label and no number: its figures are blank, marks or text.
    private func isRowOfMarks(_ row: Int, _ cells: [Int], below heads: [Head], after lastHeading: Int) -> Bool {
        guard let first = heads.first else { return false }
        guard let label = leftStack(row, before: first.columns.lowerBound).last, namesLine(label) else { return false }
        var found = false
        for head in heads {
            guard let cell = scanned.slot(row, head.columns.lowerBound) else { continue }
            guard scanned.table.cells[cell].row > lastHeading, match(cell) == nil else { return false }
            found = true
        }
        return found
    }

    /// True when a row without numbers has a known label where figures would stand.
    private func startsHeadings(_ row: Int, _ cells: [Int], after heads: [Head]) -> Bool {
        let own = cells.filter { scanned.table.cells[$0].row == row }
        let from: Int
        if let first = heads.first {
            from = first.columns.lowerBound
        } else {
            guard let first = own.first(where: { !scanned.isBlank($0) }) else { return false }
            from = scanned.table.cells[first].column + 1
        }
        return own.contains { scanned.table.cells[$0].column >= from && match($0) != nil }
    }

    /// The columns that headings name, from the first one that a line of the form is named in, unknown ones among them.
    private func heads(_ rows: [Int]) -> [Head] {
        let known = rows.filter { row in scanned.cells(inRow: row).contains { match($0) != nil } }
        guard !known.isEmpty else { return [] }
        var heads: [Head] = []
        var lastInRow = [Int?](repeating: nil, count: known.count)
        for column in stride(from: 1, through: scanned.table.columnCount, by: 1) {
            var stack: [Int] = []
            var lent: [Int] = []
            for (index, row) in known.enumerated() {
                if let cell = scanned.slot(row, column), !scanned.isBlank(cell) {
                    lastInRow[index] = cell
                    if stack.last != cell { stack.append(cell) }
                } else if let cell = lastInRow[index], scanned.isLabel(cell) {
                    lent.append(cell)
                }
            }
            guard let innermost = stack.last else { continue }
            if let last = heads.last, last.cell == innermost, last.columns.upperBound == column - 1 {
                heads[heads.count - 1] = Head(columns: last.columns.lowerBound...column, cell: innermost, found: last.found)
                continue
            }
            var found = [Found?](repeating: nil, count: form.form.tables.count * 2)
            var names = false
            for table in relevant {
                let row = find(stack, lent: lent, table, .rows)
                let column = find(stack, lent: lent, table, .columns)
                guard row?.depth == 0 || column?.depth == 0 else { continue }
                found[table * 2] = row
                found[table * 2 + 1] = column
                names = true
            }
            if names || !heads.isEmpty { heads.append(Head(columns: column...column, cell: innermost, found: found)) }
        }
        return heads
    }
}
