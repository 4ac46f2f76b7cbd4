import DocumentModel

/// Finds tables without drawn lines: rows of words whose labels are those of the form's tables.
enum AlignedTables {
    /// Puts tables in the place of the lines that they were found in. As linear as the search for such tables in text is.
    ///
    /// - Parameter items: of each page. A table may go on over the ends of pages.
    static func settled(_ items: [[PageItem]], outline: Outline, budget: inout ReadingBudget) -> [[PageItem]] {
        guard !outline.tables.isEmpty else { return items }
        let matcher = TitleMatcher(outline)
        var items = items
        var run: [Located] = []
        var replaced: [Replacement] = []
        func finish(_ budget: inout ReadingBudget) {
            // Nothing stands in columns where no two lines have three words apart.
            if run.lazy.filter({ $0.line.segments.count > 2 }).prefix(2).count > 1 {
                replaced += replacements(for: run, matcher, &budget)
            }
            run = []
        }
        for page in items.indices {
            for index in items[page].indices {
                if case .line(let line) = items[page][index] {
                    run.append(Located(page: page, index: index, line: line))
                } else {
                    finish(&budget)
                }
            }
        }
        finish(&budget)
        var kept: [[[PageItem]]] = items.map { $0.map { [$0] } }
        for replacement in replaced {
            for place in replacement.covered { kept[place.page][place.index] = [] }
            if let first = replacement.covered.first { kept[first.page][first.index] = replacement.items }
        }
        items = kept.map { $0.flatMap { $0 } }
        return items
    }

    /// A line and where it stands among the items.
    private struct Located {
        let page: Int
        let index: Int
        let line: TextLine
    }

    /// Items in the place of others, at the first of them.
    private struct Replacement {
        let covered: [(page: Int, index: Int)]
        let items: [PageItem]
    }

    private static func replacements(for run: [Located], _ matcher: TitleMatcher, _ budget: inout ReadingBudget) -> [Replacement] {
        // Words that stand one below the other in a cell go together first.
        var lines: [(line: TextLine, sources: [Int])] = []
        var first = 0
        while first < run.count {
            let end = run[first...].firstIndex { $0.page != run[first].page } ?? run.count
            lines += CellBlocks.lines(of: run[first..<end].map(\.line), next: end < run.count ? run[end].line : nil, matcher).map {
                ($0.line, $0.sources.map { $0 + first })
            }
            first = end
        }
        var result: [Replacement] = []
        var next = 0
        var changed: Set<Int> = []
        for (range, tables) in found(in: lines.map(\.line), matcher, &budget) {
            let covered = Set(lines[range].flatMap(\.sources)).subtracting(changed).sorted()
            changed.formUnion(covered)
            // Lines that share words with the table's are not the table's: they stay, before it.
            var items: [PageItem] = []
            for index in next..<lines.count where !range.contains(index) && lines[index].sources.contains(where: covered.contains) {
                items.append(.line(lines[index].line))
            }
            next = range.upperBound
            guard !covered.isEmpty else { continue }
            result.append(
                Replacement(covered: covered.map { (run[$0].page, run[$0].index) }, items: items + tables.map { .found($0) }))
        }
        return result
    }

    /// The tables in a run of lines, with the lines that make them.
    private static func found(
        in lines: [TextLine], _ matcher: TitleMatcher, _ budget: inout ReadingBudget
    ) -> [(Range<Int>, [FlatTable])] {
        let text = lines.map(columns).joined(separator: "\n")
        guard let source = try? SourceText(decoding: Array(text.utf8)) else { return [] }
        let cutter = TextCutter(source)
        let scanned = LineScanner(source.bytes, limit: lines.count).lines
        guard scanned.count == lines.count, let regions = LabelledRegions.find(in: scanned, cutter, matcher) else { return [] }
        var result: [(Range<Int>, [FlatTable])] = []
        for range in regions.ranges {
            let tokens = scanned[range].map { TokenLine($0, cutter, index: regions.index) }
            var blocks = LabelledBlock.blocks(of: tokens, regions.index)[...]
            var tables: [FlatTable] = []
            while let first = blocks.first {
                let same = blocks.prefix { $0.table == first.table }
                if let table = LabelledTable.table(of: Array(same), tokens, regions.index, cutter, &budget) {
                    tables.append(placed(table, lines))
                }
                blocks = blocks.dropFirst(same.count)
            }
            if !tables.isEmpty { result.append((range, tables)) }
        }
        return result
    }

    /// A line's words at columns of half a character each, as text without lines would show it.
    private static func columns(_ line: TextLine) -> String {
        var text = ""
        var column = 0
        for (word, start) in zip(line.words, starts(line)) {
            text += String(repeating: " ", count: start - column) + word.text
            column = start + word.count
        }
        return text
    }

    /// The columns, from 0, at which a line's words begin.
    private static func starts(_ line: TextLine) -> [Int] {
        var starts: [Int] = []
        var column = 0
        var previous: PageWord?
        for word in line.words {
            if let previous {
                let gap = word.box.left - previous.box.right
                let areNarrow = !Glyph.isWide(previous.last) && !Glyph.isWide(word.first)
                let em = max(previous.em, word.em)
                if gap > 0.5 * em || areNarrow && gap > 0.1 * em {
                    let target = Int(min(1000, max(0, word.box.left / (0.5 * em))))
                    column += gap > em ? max(2, target - column) : 1
                }
            }
            starts.append(column)
            column += word.count
            previous = word
        }
        return starts
    }

    /// The place in the source of what stands at a column of a line as text; nil where words have none.
    private static func position(in line: TextLine, column: Int) -> SourcePosition? {
        guard line.words[0].position != nil else { return nil }
        var found: (start: Int, position: SourcePosition?) = (1, line.words[0].position)
        for (word, start) in zip(line.words, starts(line)) where start < column { found = (start + 1, word.position) }
        return found.position.map {
            SourcePosition(line: $0.line, column: $0.column.map { $0 + column - found.start }, page: $0.page)
        }
    }

    /// The same table with pages for places.
    private static func placed(_ table: FlatTable, _ lines: [TextLine]) -> FlatTable {
        let cells = table.cells.map { cell in
            let anchors = cell.text.anchors.map { anchor in
                let line = anchor.position.line.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil }
                let position = line.flatMap { Self.position(in: $0, column: anchor.position.column ?? 1) }
                return BlockText.Anchor(offset: anchor.offset, position: position ?? SourcePosition(page: line?.page))
            }
            return Cell(
                row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
                text: BlockText(cell.text.string, anchors: anchors))
        }
        return FlatTable(rowCount: table.rowCount, columnCount: table.columnCount, cells: cells, remarks: table.remarks)
    }
}
