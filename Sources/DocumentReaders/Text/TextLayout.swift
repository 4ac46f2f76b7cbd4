import DocumentModel

/// Finds the tables among the lines of a text; every other line is a paragraph.
struct TextLayout {
    let lines: [SourceLine]
    let cutter: TextCutter
    let matcher: TitleMatcher
    /// Whether a blank line stands between all rows of cells, so that it does not end a table.
    let isDoubleSpaced: Bool
    private(set) var blocks: [FlatBlock] = []

    static func blocks(of source: SourceText, outline: Outline, budget: inout ReadingBudget) -> [FlatBlock] {
        let scanner = LineScanner(source.bytes, limit: budget.limits.lines)
        if let line = scanner.firstOmitted { budget.exceed("lines", budget.limits.lines, at: SourcePosition(line: line, column: 1)) }
        var layout = TextLayout(lines: scanner.lines, cutter: TextCutter(source), matcher: TitleMatcher(outline))
        layout.readAll(&budget)
        return layout.blocks
    }

    private init(lines: [SourceLine], cutter: TextCutter, matcher: TitleMatcher) {
        self.lines = lines
        self.cutter = cutter
        self.matcher = matcher
        var close = 0
        var apart = 0
        for index in lines.indices.dropFirst() {
            let isPair = Self.isRow(lines[index]) && Self.isRow(lines[index - 1])
            if isPair, lines[index].blanksBefore == 0 { close += 1 }
            if isPair, lines[index].blanksBefore == 1 { apart += 1 }
        }
        isDoubleSpaced = close == 0 && apart > 1
        blocks.reserveCapacity(min(lines.count, 1 << 12))
    }

    private static func isRow(_ line: SourceLine) -> Bool { line.isTabbedRow || line.hasBar }

    private mutating func readAll(_ budget: inout ReadingBudget) {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            var end = index
            var rows: [[BlockText]]?
            var hasMergedCells = false
            if isBarred(line) {
                end = run(from: index, where: isBarred)
                rows = BarredRows(cutter).rows(of: lines[index..<end], &budget)
            } else if line.hasTab {
                end = run(from: index) { $0.hasTab && !isBarred($0) }
                let isCells = CellLines.areCells(lines[index..<end], cutter)
                if isCells {
                    (rows, end) = CellLines(self).rows(from: index, &budget)
                    hasMergedCells = true
                } else {
                    rows = TabbedRows(cutter).rows(of: lines[index..<end], &budget)
                }
            }
            if let rows, !rows.isEmpty {
                add(rows, hasMergedCells, &budget)
                index = end
            } else {
                end = max(end, index + 1)
                for line in lines[index..<end] { addParagraph(line, &budget) }
                index = end
            }
        }
    }

    /// Lines with bars are rows unless tabs stand before the first bar.
    private func isBarred(_ line: SourceLine) -> Bool {
        line.hasBar && (line.tabsWithin == 0 || BarredRows(cutter).beginsWithBar(line))
    }

    /// The end of the run of lines of a kind, without blank lines in between unless the whole text has them.
    private func run(from start: Int, where isKind: (SourceLine) -> Bool) -> Int {
        var end = start + 1
        while end < lines.count, lines[end].blanksBefore == 0 || (isDoubleSpaced && lines[end].blanksBefore == 1), isKind(lines[end]) {
            end += 1
        }
        return end
    }

    private mutating func add(_ rows: [[BlockText]], _ hasMergedCells: Bool, _ budget: inout ReadingBudget) {
        var layout = TableLayout(rows, &budget)
        guard !layout.rows.isEmpty else { return }
        if hasMergedCells {
            layout = SpanResolver.resolved(layout)
        } else {
            for row in layout.rows.indices {
                layout.placeSideBySide(row: row)
                if layout.rows[row].count < layout.columnCount { layout.markUneven(row: row) }
            }
        }
        blocks.append(.table(layout.table))
    }

    private mutating func addParagraph(_ line: SourceLine, _ budget: inout ReadingBudget) {
        let text = cutter.text(line)
        if !text.isEmpty, budget.takeParagraph(at: text.start) { blocks.append(.line(FlatLine(text))) }
    }
}
