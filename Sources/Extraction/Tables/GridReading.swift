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
    }

    /// A column of figures below its headings.
    struct Head {
        /// The grid's columns, counted from 1, over which the innermost heading reaches.
        var columns: ClosedRange<Int>
        /// The innermost heading.
        let cell: Int
        /// For each key of the form the line that the headings name.
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
    /// For each cell the form's entry that its label means; -1 for none.
    private let entries: [Int]
    /// For each cell whether its label was told by likeness.
    private let likes: [Bool]
    /// For each group of the form, whether its label stands in this table.
    private let presentGroups: [Bool]
    /// For each column, counted from 0, whether any label in it means something to the form.
    private let knownColumns: [Bool]
    /// The same for labels of lines, so that what else stands in such a column is the label of a line that the form does not know.
    private let lineColumns: [Bool]
    /// The keys of which at least one line's label stands here.
    let relevantKeys: [Int]

    /// The deepest nesting of labels that is looked at, well beyond that of any form.
    static let stackLimit = 12

    /// `matches`: for each label of the document.
    init(_ scanned: ScannedTable, form: CompiledForm, matches: [CompiledForm.Match?]) {
        self.scanned = scanned
        self.form = form
        var entries = [Int](repeating: -1, count: scanned.kinds.count)
        var likes = [Bool](repeating: false, count: scanned.kinds.count)
        var presentGroups = [Bool](repeating: false, count: form.groupLevels.count)
        var knownColumns = [Bool](repeating: false, count: scanned.table.columnCount + 1)
        var lineColumns = knownColumns
        var keys: UInt64 = 0
        for (index, label) in scanned.labels.enumerated() where label >= 0 {
            guard let match = matches[label] else { continue }
            entries[index] = match.entry
            likes[index] = match.isLike
            knownColumns[min(scanned.table.cells[index].column, scanned.table.columnCount)] = true
            keys |= form.entries[match.entry].lineKeys
            if form.entries[match.entry].lineKeys != 0 {
                lineColumns[min(scanned.table.cells[index].column, scanned.table.columnCount)] = true
            }
            guard form.entries[match.entry].groupKeys != 0 else { continue }
            for groups in form.entries[match.entry].groups { for group in groups { presentGroups[group] = true } }
        }
        self.entries = entries
        self.likes = likes
        self.presentGroups = presentGroups
        self.knownColumns = knownColumns
        self.lineColumns = lineColumns
        relevantKeys = (0..<form.keyCount).filter { keys & 1 << UInt64($0) != 0 }
    }

    /// The indices of the form's tables of which at least one line's label stands here.
    var relevantTables: [Int] { (0..<form.form.tables.count).filter { relevantKeys.contains($0 * 2) || relevantKeys.contains($0 * 2 + 1) } }

    func isKnown(_ cell: Int) -> Bool { entries[cell] >= 0 }
    func isLike(_ cell: Int) -> Bool { likes[cell] }
    func namesLine(_ cell: Int) -> Bool { entries[cell] >= 0 && form.entries[entries[cell]].lineKeys != 0 }
    func namesGroupOnly(_ cell: Int) -> Bool { isKnown(cell) && !namesLine(cell) && form.entries[entries[cell]].groupKeys != 0 }

    func names(_ cell: Int, _ key: Int) -> Bool { !lines(cell, key).isEmpty }

    /// The lines of a key that a label may name, wherever it stands.
    func lines(_ cell: Int, _ key: Int) -> [Int] { entries[cell] >= 0 ? form.entries[entries[cell]].lines[key] : [] }

    /// The line of a key that a label names wherever it stands; nil where there are several or none.
    func soleLine(_ cell: Int, _ key: Int) -> Int? {
        let lines = lines(cell, key)
        return lines.count == 1 ? lines[0] : nil
    }

    /// The groups of a key that a label names.
    func groups(_ cell: Int, _ key: Int) -> [Int] {
        let entry = entries[cell]
        guard entry >= 0, form.entries[entry].groupKeys & 1 << UInt64(key) != 0 else { return [] }
        return form.entries[entry].groups[key]
    }

    // MARK: Stacks of labels

    /// The line that a stack of labels names, the innermost label last. `carried` are groups that labels further away name: they count only
    /// where a label is short or names several lines; `lent` are labels that a merged cell without its span may have covered.
    func find(_ stack: [Int], carried: [Int] = [], lent: [Int] = [], _ key: Int) -> Found? {
        for depth in stack.indices {
            let cell = stack[stack.count - 1 - depth]
            if let line = line(cell, among: stack, carried: carried, lent: lent, key) { return Found(line: line, cell: cell, depth: depth) }
        }
        for cell in lent.reversed() {
            if let line = line(cell, among: stack, carried: carried, lent: lent, key) { return Found(line: line, cell: cell, depth: 1) }
        }
        return nil
    }

    private func line(_ cell: Int, among stack: [Int], carried: [Int], lent: [Int], _ key: Int) -> Int? {
        guard entries[cell] >= 0, form.entries[entries[cell]].lineKeys & 1 << UInt64(key) != 0 else { return nil }
        let all = form.entries[entries[cell]].lines[key]
        if all.count == 1, !form.lines[key][all[0]].isShort { return fits(all[0], stack, besides: cell, key) ? all[0] : nil }
        let lines = all.filter { fits($0, stack, besides: cell, key) }
        guard !lines.isEmpty else { return nil }
        var near = carried
        for other in stack where other != cell { near += groups(other, key) }
        for other in lent { near += groups(other, key) }
        let fitting = lines.filter { line in form.lines[key][line].groups.allSatisfy { !presentGroups[$0] || near.contains($0) } }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// True when all group labels of the stack are those of the line's own groups. A damaged one may be that of several: then one suffices.
    private func fits(_ line: Int, _ stack: [Int], besides cell: Int, _ key: Int) -> Bool {
        for other in stack where other != cell && entries[other] >= 0 && form.entries[entries[other]].groupKeys & 1 << UInt64(key) != 0 {
            let named = form.entries[entries[other]].groups[key]
            if !named.contains(where: { form.lines[key][line].groups.contains($0) }) { return false }
        }
        return true
    }

    /// The labels of a row left of a column, the innermost last, without columns that hold nothing that the form knows (units of measure).
    func leftStack(_ row: Int, before column: Int) -> [Int] {
        var stack: [Int] = []
        for cell in scanned.cells(inRow: row) {
            let start = scanned.table.cells[cell].column
            guard start < column else { break }
            if scanned.isLabel(cell), isKnown(cell) ? knownColumns[start] : lineColumns[start] { stack.append(cell) }
        }
        if stack.count > Self.stackLimit { stack.removeFirst(stack.count - Self.stackLimit) }
        return stack
    }

    /// The column behind labels of lines that go on where figures are due.
    func labelsEnd(_ row: Int, from column: Int) -> Int {
        var end = column
        while end <= scanned.table.columnCount, let cell = scanned.slot(row, end), namesLine(cell) { end += 1 }
        return end
    }

    // MARK: Headings

    /// Divides the table into headings and the rows below them.
    func blocks() -> [BlockRows] {
        var blocks: [BlockRows] = []
        var block = BlockRows()
        var pending: [Int] = []
        var hasFigures = false
        for row in scanned.rows {
            let cells = scanned.cells(inRow: row)
            if cells.contains(where: { scanned.isNumber($0) && scanned.table.cells[$0].row == row }) {
                if !hasFigures {
                    block.heads = heads(block.headings)
                    hasFigures = true
                }
                block.rows += pending + [row]
                pending = []
            } else if !hasFigures {
                let heads = cells.first(where: { namesLine($0) }) == nil ? [] : heads(block.headings)
                if isRowOfMarks(row, below: heads, after: block.headings.last ?? 0) {
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
            } else if isRowOfMarks(row, below: block.heads, after: block.headings.last ?? 0) {
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
    private func isRowOfMarks(_ row: Int, below heads: [Head], after lastHeading: Int) -> Bool {
        guard let first = heads.first else { return false }
        guard let label = leftStack(row, before: first.columns.lowerBound).last, namesLine(label) else { return false }
        var found = false
        for head in heads {
            guard let cell = scanned.slot(row, head.columns.lowerBound) else { continue }
            guard scanned.table.cells[cell].row > lastHeading, !isKnown(cell) else { return false }
            found = true
        }
        return found
    }

    /// True when a row without numbers has a known label where figures would stand.
    private func startsHeadings(_ row: Int, _ cells: ArraySlice<Int>, after heads: [Head]) -> Bool {
        var from = heads.first?.columns.lowerBound ?? .max
        if heads.isEmpty {
            guard let first = cells.first(where: { !scanned.isBlank($0) && scanned.table.cells[$0].row == row }) else { return false }
            from = scanned.table.cells[first].column + 1
        }
        let known = cells.filter { isKnown($0) && scanned.table.cells[$0].row == row && scanned.table.cells[$0].column >= from }
        guard let first = known.first else { return false }
        // The label of a row whose figures are blank, where merged labels have left no trace: not of what the headings name.
        let axis = headed(heads)
        if axis != 0, known.allSatisfy({ names($0) & axis == 0 }) { return false }
        let isAmbiguous = known.count == 1 && axis != 0 && names(first) & ~axis != 0
        return !isAmbiguous || cells.count { scanned.isBlank($0) && scanned.table.cells[$0].row == row } < 2
    }

    /// The keys of lines or groups that a label names, a bit for each.
    private func names(_ cell: Int) -> UInt64 {
        guard entries[cell] >= 0 else { return 0 }
        return form.entries[entries[cell]].lineKeys | form.entries[entries[cell]].groupKeys
    }

    /// All keys of the kind, rows or columns, that headings name; 0 where they name none, or both.
    private func headed(_ heads: [Head]) -> UInt64 {
        var kinds: Set<Int> = []
        for head in heads { for key in head.found.indices where head.found[key] != nil { kinds.insert(key % 2) } }
        guard kinds.count == 1, let kind = kinds.first else { return 0 }
        return (0..<form.keyCount).reduce(0) { $1 % 2 == kind ? $0 | 1 << UInt64($1) : $0 }
    }

    /// The columns that headings name, from the first one that a line of the form is named in, unknown ones among them.
    private func heads(_ rows: [Int]) -> [Head] {
        let known = rows.filter { row in scanned.cells(inRow: row).contains { isKnown($0) } }
        guard !known.isEmpty else { return [] }
        var heads: [Head] = []
        var lastInRow = [Int](repeating: -1, count: known.count)
        var stack: [Int] = []
        var lent: [Int] = []
        var covering: Set<Int> = []
        for column in scanned.columns {
            stack.removeAll(keepingCapacity: true)
            lent.removeAll(keepingCapacity: true)
            for (index, row) in known.enumerated() {
                if let cell = scanned.slot(row, column), !scanned.isBlank(cell) {
                    lastInRow[index] = cell
                    if stack.last != cell { stack.append(cell) }
                } else if lastInRow[index] >= 0, scanned.isLabel(lastInRow[index]) {
                    lent.append(lastInRow[index])
                }
            }
            guard let innermost = stack.last else { continue }
            covering.formUnion(stack.dropLast())
            // A title over headings whose row ends before it does: there is no column.
            if covering.contains(innermost), let row = known.last, scanned.slot(row, column) == nil { continue }
            if let last = heads.last, last.cell == innermost, last.columns.upperBound == column - 1 {
                heads[heads.count - 1].columns = last.columns.lowerBound...column
                continue
            }
            let found = found(stack, lent)
            if !found.isEmpty || !heads.isEmpty {
                let none = [Found?](repeating: nil, count: form.keyCount)
                heads.append(Head(columns: column...column, cell: innermost, found: found.isEmpty ? none : found))
            }
        }
        return heads
    }

    /// For each key the line that a stack of headings names; empty when the innermost heading is no line's.
    private func found(_ stack: [Int], _ lent: [Int]) -> [Found?] {
        var all: [Found?] = []
        for table in 0..<form.keyCount / 2 {
            let found = [table * 2, table * 2 + 1].map { relevantKeys.contains($0) ? find(stack, lent: lent, $0) : nil }
            guard found.contains(where: { $0?.depth == 0 }) else { continue }
            if all.isEmpty { all = Array(repeating: nil, count: form.keyCount) }
            all[table * 2] = found[0]
            all[table * 2 + 1] = found[1]
        }
        return all
    }
}
