import DocumentModel
import XML

/// Lays a data table out as browsers do.
///
/// - Source: HTML Living Standard, 4.9.12 (processing model), but that rows and columns in which no cell begins are left out, as they have no
///   size on the screen; so a span of a million columns is as wide as the table.
struct PageTable {
    private let content: PageContent
    private let roles: TableRoles
    private let page: HTMLPage

    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage) {
        self.content = content
        self.roles = roles
        self.page = page
    }

    /// The rows of a table as stretches of it, cut at rows that are a heading of the report.
    func blocks(of index: Int, _ budget: inout ReadingBudget) -> [FlatBlock] {
        let table = content.tables[index]
        var blocks: [FlatBlock] = []
        // What stands in the table beside its cells, such as a caption, comes before it.
        for line in strayLines(of: table) { add(content.lines[line], to: &blocks, &budget) }
        var rows: [PageContent.Row] = []
        for row in inOrder(table.rows) {
            if row.cells.count == 1, row.cells[0].rows == 1, row.cells[0].lines.count == 1,
                case let line = content.lines[row.cells[0].lines.lowerBound], line.entry != nil
            {
                blocks += stretch(rows, index, &budget)
                rows = []
                add(line, to: &blocks, &budget)
            } else {
                rows.append(row)
            }
        }
        return blocks + stretch(rows, index, &budget)
    }

    /// Rows without a heading among them; rows of one cell are lines one below the other.
    private func stretch(_ rows: [PageContent.Row], _ index: Int, _ budget: inout ReadingBudget) -> [FlatBlock] {
        guard rows.allSatisfy({ $0.cells.count < 2 }) else { return grid(of: rows, index, &budget).map { [.table($0)] } ?? [] }
        var blocks: [FlatBlock] = []
        for row in rows {
            for line in content.lines[row.cells.first?.lines ?? 0..<0] { add(line, to: &blocks, &budget) }
        }
        return blocks
    }

    /// A line as a paragraph, without the blanks around it that preformatted text keeps; a blank one is none.
    private func add(_ line: PageContent.Line, to blocks: inout [FlatBlock], _ budget: inout ReadingBudget) {
        let text = line.text.trimmed
        if !text.isEmpty, budget.takeParagraph(at: text.start) { blocks.append(.line(FlatLine(text, level: line.level))) }
    }

    private func strayLines(of table: PageContent.Table) -> [Int] {
        var stray: [Int] = []
        var next = table.lines.lowerBound
        for row in table.rows {
            for cell in row.cells {
                if next < cell.lines.lowerBound { stray += next..<cell.lines.lowerBound }
                next = max(next, cell.lines.upperBound)
            }
        }
        if next < table.lines.upperBound { stray += next..<table.lines.upperBound }
        return stray
    }

    /// Head before body before foot, wherever they stand.
    private func inOrder(_ rows: [PageContent.Row]) -> [PageContent.Row] {
        guard rows.contains(where: { $0.group != 1 }) else { return rows }
        return rows.filter { $0.group == 0 } + rows.filter { $0.group == 1 } + rows.filter { $0.group == 2 }
    }

    private func grid(of rows: [PageContent.Row], _ index: Int, _ budget: inout ReadingBudget) -> FlatTable? {
        let rows = rows.filter { !$0.cells.isEmpty }
        guard rows.contains(where: { $0.cells.contains { !$0.lines.isEmpty } }) else { return nil }
        let (kept, start) = affordable(rows, &budget)
        guard !kept.isEmpty else { return nil }
        if let lost = withoutSpans(kept, start, &budget) { return lost }
        return spanned(kept, index, start, &budget)
    }

    /// The rows for whose cells there is room.
    private func affordable(_ rows: [PageContent.Row], _ budget: inout ReadingBudget) -> ([PageContent.Row], SourcePosition) {
        let start = rows.first?.cells.first.map { page.places.position(at: Int(page.document.nodes[$0.node].start)) } ?? .unknown
        var kept: [PageContent.Row] = []
        for row in rows {
            guard row.cells.count <= budget.cells else {
                budget.exceed("cells", budget.limits.cells, at: start)
                break
            }
            var row = row
            if row.cells.count > budget.limits.columns {
                budget.exceed("columns", budget.limits.columns, at: start)
                row.cells = Array(row.cells.prefix(budget.limits.columns))
            }
            budget.takeCells(row.cells.count)
            kept.append(row)
        }
        return (kept, start)
    }

    /// A table whose rows have different numbers of cells though none has a span: its merged cells are worked out where its shape explains every
    /// row.
    private func withoutSpans(_ rows: [PageContent.Row], _ start: SourcePosition, _ budget: inout ReadingBudget) -> FlatTable? {
        guard rows.allSatisfy({ $0.cells.allSatisfy { $0.columns == 1 && $0.rows == 1 } }),
            case let most = rows.reduce(0, { max($0, $1.cells.count) }), rows.contains(where: { $0.cells.count < most })
        else { return nil }
        let texts = rows.map { $0.cells.map { text(of: $0) } }
        let shape = BlockShape(rows: texts, range: texts.indices)
        guard shape.isConsistent else { return nil }
        var trial = budget
        let layout = TableLayout(texts, &trial)
        guard !layout.rows.isEmpty else { return nil }
        let resolved = SpanResolver.resolved(layout)
        guard resolved.uneven.isEmpty || shape.filledRows > 2 else { return nil }
        budget = trial
        return resolved.table
    }

    private func spanned(
        _ rows: [PageContent.Row], _ index: Int, _ start: SourcePosition, _ budget: inout ReadingBudget
    ) -> FlatTable? {
        let spans = SpannedRows(rows, columnLimit: budget.limits.columns)
        if spans.isCut { budget.exceed("columns", budget.limits.columns, at: start) }
        return finished(spans, rows: rows, index, start, &budget)
    }

    /// The columns in which cells of tables begin that a table may go on with: those directly beside it that are as wide.
    private func starts(beside index: Int, width: Int, limit: Int) -> Set<Int> {
        neighbours(of: index).reduce(into: []) { starts, other in
            let spans = SpannedRows(content.tables[other].rows.filter { !$0.cells.isEmpty }, columnLimit: limit)
            if spans.width == width { starts.formUnion(spans.starts) }
        }
    }

    /// The data tables above and below one with no line between them.
    private func neighbours(of index: Int) -> [Int] {
        let tables = content.tables
        var found: [Int] = []
        var last = index
        for other in (index + 1)..<min(tables.count, index + Self.reach)
        where tables[other].lines.lowerBound >= tables[last].lines.upperBound {
            guard roles.roles[other] == .data, tables[other].lines.lowerBound == tables[last].lines.upperBound else { break }
            found.append(other)
            last = other
        }
        last = index
        for other in (max(0, index - Self.reach)..<index).reversed() where tables[other].lines.upperBound <= tables[last].lines.lowerBound {
            guard roles.roles[other] == .data, tables[other].lines.upperBound == tables[last].lines.lowerBound else { break }
            found.append(other)
            last = other
        }
        return found
    }

    /// A table is broken into few parts. Tables around and within them count, too.
    private static let reach = 16

    /// Leaves out the columns in which no cell begins and says which rows are uneven.
    private func finished(
        _ spans: SpannedRows, rows: [PageContent.Row], _ index: Int, _ start: SourcePosition, _ budget: inout ReadingBudget
    ) -> FlatTable? {
        let begun = spans.starts.union(starts(beside: index, width: spans.width, limit: budget.limits.columns)).sorted()
        guard let last = begun.last else { return nil }
        var numbers = [Int](repeating: 0, count: last + 2)
        for (number, column) in begun.enumerated() { numbers[column] = number }
        var next = begun.count
        for column in numbers.indices.reversed() {
            if column <= last, begun[max(0, next - 1)] == column { next -= 1 } else { numbers[column] = next }
        }
        let width = begun.count
        let room = budget.takeGrid(rows: rows.count, columns: width, at: start)
        guard room > 0 else { return nil }
        var filled = [Int](repeating: 0, count: room)
        var cells: [Cell] = []
        cells.reserveCapacity(spans.placed.count)
        for item in spans.placed where item.row < room {
            let column = numbers[item.column]
            let end = item.column + item.columns > last ? width : numbers[item.column + item.columns]
            let down = min(item.rows, room - item.row)
            for row in item.row..<(item.row + down) { filled[row] += end - column }
            cells.append(
                Cell(row: item.row + 1, column: column + 1, rowSpan: down, columnSpan: max(1, end - column), text: text(of: item.cell)))
        }
        return FlatTable(rowCount: room, columnCount: width, cells: cells, remarks: remarks(filled, width, rows, index))
    }

    private func remarks(_ filled: [Int], _ width: Int, _ rows: [PageContent.Row], _ index: Int) -> [FlatTable.Remark] {
        var remarks: [FlatTable.Remark] = []
        let uneven = filled.indices.filter { filled[$0] < width }
        for row in uneven.prefix(Self.saidRows) {
            remarks.append(.init(kind: .unevenRow, row: row + 1, detail: "\(filled[row])/\(width)"))
        }
        if uneven.count > Self.saidRows { remarks.append(.init(kind: .unevenRow, row: nil, detail: "\(uneven.count)")) }
        // A nested table begins within the cell's nodes.
        let nested = content.tables.indices[(index + 1)...].prefix {
            content.tables[$0].lines.lowerBound < content.tables[index].lines.upperBound
        }
        for inner in nested where content.tables[inner].outer == index && content.tables[inner].rows.reduce(0, { $0 + $1.cells.count }) > 1
        {
            let node = content.tables[inner].node
            let row = rows.firstIndex { $0.cells.contains { $0.node < node && node < page.end(of: $0.node) } }
            remarks.append(.init(kind: .nestedTable, row: row.flatMap { $0 < filled.count ? $0 + 1 : nil }, detail: ""))
            if remarks.count > 2 * Self.saidRows { break }
        }
        return remarks
    }

    /// So many remarks of a kind are made one by one.
    private static let saidRows = 100

    /// The lines of a cell, joined by line feeds.
    private func text(of cell: PageContent.Cell) -> BlockText {
        let lines = content.lines[cell.lines]
        guard lines.count > 1 else {
            return lines.first.map { $0.preformatted == nil ? $0.text : $0.text.trimmed }
                ?? BlockText("", at: page.places.position(at: Int(page.document.nodes[cell.node].start)))
        }
        return BlockText(joining: lines.map(\.text))
    }
}
