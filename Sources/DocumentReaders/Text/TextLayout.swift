import DocumentModel

/// Finds the tables among the lines of a text; every other line is a paragraph.
struct TextLayout {
    let lines: [SourceLine]
    let cutter: TextCutter
    let matcher: TitleMatcher
    /// Whether a blank line stands between all rows of cells, so that it does not end a table.
    let isDoubleSpaced: Bool
    private(set) var blocks: [FlatBlock] = []
    /// The run of lines with tabs that was looked through last, so that none is looked through again for each of its lines.
    private var tabbedRun: (end: Int, areCells: Bool) = (0, false)

    static func blocks(of source: SourceText, matcher: TitleMatcher, budget: inout ReadingBudget) -> [FlatBlock] {
        let scanner = LineScanner(source.bytes, limit: budget.limits.lines)
        if let line = scanner.firstOmitted { budget.exceed("lines", budget.limits.lines, at: SourcePosition(line: line, column: 1)) }
        let cutter = TextCutter(source)
        let furniture = PageFurniture(scanner.lines, cutter)
        for remark in furniture.remarks { budget.say(remark) }
        let lines = PastedRows.joined(LooseCells(cutter).parted(furniture.isEmpty ? scanner.lines : furniture.kept))
        var layout = TextLayout(lines: lines, cutter: cutter, matcher: matcher)
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
        let labelled = LabelledRegions.find(in: lines, cutter, matcher)
        var regions = (labelled?.ranges ?? [])[...]
        let wrapped = wrappedText(regions)
        var index = 0
        while index < lines.count {
            if let labelled, let region = regions.first, region.lowerBound <= index {
                regions.removeFirst()
                guard region.lowerBound == index else { continue }
                addTables(region, labelled.index, &budget)
                index = region.upperBound
                continue
            }
            let (table, after) = table(at: index, &budget)
            var end = min(max(after, index + 1), regions.first?.lowerBound ?? .max)
            if let table {
                blocks.append(.table(table))
            } else {
                while end < lines.count, wrapped?.goesOn[end] ?? false { end += 1 }
                addParagraphs(index..<end, wrapped, &budget)
            }
            index = end
        }
    }

    private func wrappedText(_ regions: ArraySlice<Range<Int>>) -> WrappedText? {
        var rest = regions
        return WrappedText(lines, cutter, matcher) { line in
            while let region = rest.first, region.upperBound <= line { rest.removeFirst() }
            return rest.first?.contains(line) ?? false
        }
    }

    /// The tables that the form's labels tell among lines without tabs and bars.
    private mutating func addTables(_ region: Range<Int>, _ index: LabelIndex, _ budget: inout ReadingBudget) {
        let tokens = lines[region].map { TokenLine($0, cutter, index: index) }
        var blocks = LabelledBlock.blocks(of: tokens, index)[...]
        while let first = blocks.first {
            let same = blocks.prefix { $0.table == first.table }
            if let table = LabelledTable.table(of: Array(same), tokens, index, cutter, &budget) { self.blocks.append(.table(table)) }
            blocks = blocks.dropFirst(same.count)
        }
    }

    /// The table that begins at a line and the line after it; without a table, the line up to which all are paragraphs.
    private mutating func table(at index: Int, _ budget: inout ReadingBudget) -> (table: FlatTable?, end: Int) {
        let line = lines[index]
        if isBarred(line) {
            let end = run(from: index, where: isBarred)
            let rows = BarredRows(cutter).rows(of: lines[index..<end], &budget)
            return (rows.flatMap { grid(of: $0, &budget) }, end)
        }
        guard line.hasTab, !isNumberedText(line) else { return (nil, index + 1) }
        if index >= tabbedRun.end {
            let end = run(from: index) { $0.hasTab && !isBarred($0) && !isNumberedText($0) }
            tabbedRun = (end, CellLines.areCells(lines[index..<end]))
        }
        if tabbedRun.areCells {
            let (rows, end) = CellLines(self).rows(from: index, &budget)
            guard let rows else { return (nil, end) }
            let layout = TableLayout(rows, &budget)
            return (layout.rows.isEmpty ? nil : SpanResolver.resolved(layout).table, end)
        }
        let end = tabbedRun.end
        if standsAlone(line) { return (nil, index + 1) }
        let last = lines[index..<end].firstIndex(where: standsAlone) ?? end
        let rows = TabbedRows(cutter).rows(of: lines[index..<last], &budget)
        return (rows.flatMap { grid(of: $0, &budget) }, last)
    }

    /// Rows as they stand. Where they are of different length though all have the same number of figures, labels or headers were merged:
    /// that is so when it explains every row, or when there are figures enough to be sure of.
    private func grid(of rows: [[BlockText]], _ budget: inout ReadingBudget) -> FlatTable? {
        var layout = TableLayout(rows, &budget)
        guard !layout.rows.isEmpty else { return nil }
        if layout.rows.contains(where: { $0.count < layout.columnCount }) {
            let shape = BlockShape(rows: layout.rows, range: layout.rows.indices)
            if shape.isConsistent {
                let resolved = SpanResolver.resolved(layout)
                if resolved.uneven.isEmpty || shape.filledRows > 2 { return resolved.table }
            } else if Self.areBlocks(layout.rows), case let resolved = SpanResolver.resolved(layout), resolved.uneven.isEmpty {
                return resolved.table
            }
        }
        for row in layout.rows.indices {
            layout.placeSideBySide(row: row)
            if layout.rows[row].count < layout.columnCount { layout.markUneven(row: row) }
        }
        return layout.table
    }

    /// Whether rows of one cell part others of which those between two are of one length.
    private static func areBlocks(_ rows: [[BlockText]]) -> Bool {
        var hasParting = false
        for (index, row) in rows.enumerated() {
            if row.count == 1 {
                hasParting = true
            } else if index > 0, rows[index - 1].count != 1, rows[index - 1].count != row.count {
                return false
            }
        }
        return hasParting
    }

    /// Whether a line with tabs is an indented sentence or a heading and no row.
    private func standsAlone(_ line: SourceLine) -> Bool {
        guard line.tabsWithin == 0 else { return false }
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        if CellLines.isSentence(range, of: cutter.bytes) { return true }
        guard range.count <= 4 * HeadingLine.lookahead, let first = range.first, cutter.bytes[first] >= 0x80 || line.tabsBefore == 0 else {
            return false
        }
        let heading = HeadingLine(cutter.text(line).string)
        return heading.isTitle && heading.ordinal.map { !$0.isWeak } ?? false && matcher.exact(heading.key) != nil
    }

    /// Whether a tab does no more than part a number from its text, as automatic numbering comes out.
    private func isNumberedText(_ line: SourceLine) -> Bool {
        guard line.tabsWithin == 1, line.tabsBefore <= 1 else { return false }
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        guard let tab = cutter.bytes[range].prefix(32).firstIndex(of: 0x09) else { return false }
        let number = HeadingLine(String(decoding: cutter.bytes[range.lowerBound..<tab], as: UTF8.self))
        return number.key.isEmpty && number.ordinal.map { !$0.isWeak } ?? false
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

    /// The paragraphs of lines, the first of which begins one.
    private mutating func addParagraphs(_ range: Range<Int>, _ wrapped: WrappedText?, _ budget: inout ReadingBudget) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, wrapped?.goesOn[end] ?? false { end += 1 }
            let text = end - start == 1 ? cutter.text(lines[start]) : cutter.joined(lines[start..<end])
            if !text.isEmpty, budget.takeParagraph(at: text.start) { blocks.append(.line(FlatLine(text))) }
            start = end
        }
    }
}
