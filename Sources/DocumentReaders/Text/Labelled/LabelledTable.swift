import DocumentModel

/// Lays the blocks of one table out in a grid: groups and labels at the left, figures at the right, headings over them.
struct LabelledTable {
    private let lines: [TokenLine]
    private let index: LabelIndex
    private let cutter: TextCutter
    private let vocabulary: TableVocabulary
    /// Levels of groups that have a column of their own, outermost first.
    private let levels: [Int]
    private let labelColumns: Int
    private let figureColumns: Int
    private var cells: [Cell] = []
    private var remarks: [FlatTable.Remark] = []
    private var rowCount = 0
    private var columnCount: Int

    /// Nil when the blocks hold nothing.
    static func table(
        of blocks: [LabelledBlock], _ lines: [TokenLine], _ index: LabelIndex, _ cutter: TextCutter, _ budget: inout ReadingBudget
    ) -> FlatTable? {
        var table = LabelledTable(blocks, lines, index, cutter)
        for block in blocks { table.add(block, &budget) }
        guard !table.cells.isEmpty else { return nil }
        return FlatTable(
            rowCount: table.rowCount, columnCount: table.columnCount,
            cells: table.cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, remarks: table.remarks)
    }

    private init(_ blocks: [LabelledBlock], _ lines: [TokenLine], _ index: LabelIndex, _ cutter: TextCutter) {
        self.lines = lines
        self.index = index
        self.cutter = cutter
        let vocabulary = index.tables[blocks.first?.table ?? 0]
        self.vocabulary = vocabulary
        var levels: Set<Int> = []
        var hasLabels = false
        for block in blocks {
            let keys = Set(block.rows.groups.map { index.entries[$0.entry].key })
            for row in block.rows.rows {
                if row.label != nil || !row.words.isEmpty { hasLabels = true }
                guard let number = row.label.flatMap({ index.entries[$0.entry].row(of: block.table) }) else { continue }
                for (level, group) in vocabulary.rows[number].groups.enumerated() where keys.contains(TitleKey.key(of: group)) {
                    levels.insert(level)
                }
            }
        }
        self.levels = levels.sorted()
        labelColumns = hasLabels ? levels.count + 1 : 0
        figureColumns = max(1, blocks.reduce(0) { max($0, $1.figureCount) })
        columnCount = labelColumns + figureColumns
    }

    private mutating func put(
        _ words: [LabelAssembly.Word], row: Int, column: Int, rows: Int = 1, columns: Int = 1
    ) {
        guard !words.isEmpty else { return }
        cells.append(Cell(row: row, column: column, rowSpan: rows, columnSpan: columns, text: text(words)))
    }

    /// Words as they stand: those side by side with the blanks between them, lines joined by line feeds.
    private func text(_ words: [LabelAssembly.Word]) -> BlockText {
        var pieces: [TextCutter.Piece] = []
        var last: LabelAssembly.Word?
        for word in words {
            let token = lines[word.line].words[word.word]
            if let before = last, before.line == word.line, before.word + 1 == word.word, let piece = pieces.last {
                pieces[pieces.count - 1] = TextCutter.Piece(
                    range: piece.range.lowerBound..<token.range.upperBound, line: piece.line, column: piece.column)
            } else {
                pieces.append(
                    TextCutter.Piece(
                        range: token.range, line: lines[word.line].line.number, column: token.column + Int(lines[word.line].line.column)))
            }
            last = word
        }
        return cutter.text(pieces)
    }

    private func words(of range: Range<Int>) -> [LabelAssembly.Word] {
        range.flatMap { line in lines[line].words.indices.map { LabelAssembly.Word(line: line, word: $0) } }
    }

    private mutating func add(_ block: LabelledBlock, _ budget: inout ReadingBudget) {
        var block = block
        let at = SourcePosition(line: lines.first.map { Int($0.line.number) }, column: 1)
        let others = block.headingLines.count + block.rows.leftOver.count + block.rows.groups.count
        let wanted = block.rows.rows.count + others
        var room = budget.takeGrid(rows: wanted, columns: columnCount, at: at)
        var cells = 0
        for (number, row) in block.rows.rows.prefix(room).enumerated() {
            cells += row.figures.count + labelColumns
            guard cells + others > budget.cells else { continue }
            budget.exceed("cells", budget.limits.cells, at: at)
            room = number
            break
        }
        if room < wanted { block.rows.cut(to: max(0, room)) }
        budget.takeCells(min(budget.cells, cells + others))
        if block.headings.leaves.isEmpty { addPlainHeadings(block) } else { addHeadings(block) }
        addRows(block)
        for line in Dictionary(grouping: block.rows.leftOver, by: \.line).sorted(by: { $0.key < $1.key }) {
            rowCount += 1
            put(line.value, row: rowCount, column: 1, columns: columnCount)
        }
    }

    // MARK: Rows

    private mutating func addRows(_ block: LabelledBlock) {
        let first = rowCount + 1
        let (starts, unplaced) = addGroups(block, first: first)
        for (offset, row) in block.rows.rows.enumerated() {
            rowCount += 1
            let column = starts[offset]
            put(row.label?.words ?? row.words, row: rowCount, column: column, columns: max(1, labelColumns - column + 1))
            addFigures(row, block)
        }
        for group in unplaced {
            rowCount += 1
            put(group.words, row: rowCount, column: 1, columns: columnCount)
        }
    }

    private mutating func addFigures(_ row: LabelledRows.Row, _ block: LabelledBlock) {
        let count = row.figures.count
        let isWhole = count == block.figureCount
        for (offset, figure) in row.figures.enumerated() {
            let token = lines[figure.line].figures[figure.figure]
            let isLast = isWhole && offset == count - 1
            let piece = TextCutter.Piece(
                range: token.range, line: lines[figure.line].line.number, column: token.column + Int(lines[figure.line].line.column))
            cells.append(
                Cell(
                    row: rowCount, column: labelColumns + offset + 1, columnSpan: isLast ? figureColumns - offset : 1,
                    text: cutter.text([piece])))
        }
        columnCount = max(columnCount, labelColumns + count)
        guard !isWhole else { return }
        // Digits that ran together are looked at when the row is bound.
        if count == 1, let figure = row.figures.first, lines[figure.line].figures[figure.figure].range.count >= block.figureCount { return }
        remarks.append(.init(kind: .unevenRow, row: rowCount, detail: "\(count)/\(block.figureCount)"))
    }

    /// Puts the labels of groups beside their rows; answers for each row the column at which its own label begins, and the groups of no row.
    private mutating func addGroups(_ block: LabelledBlock, first: Int) -> (starts: [Int], unplaced: [LabelAssembly.Label]) {
        var unplaced: [LabelAssembly.Label] = []
        let rows = block.rows.rows
        let paths = rows.map { row -> [[UInt32]]? in
            guard let number = row.label.flatMap({ index.entries[$0.entry].row(of: block.table) }) else { return nil }
            return vocabulary.rows[number].groups.map { TitleKey.key(of: $0) }
        }
        var starts = paths.map { path in
            path.map { path in levels.lastIndex { $0 < path.count }.map { $0 + 2 } ?? 1 } ?? 1
        }
        var covered: [[Bool]] = levels.map { _ in Array(repeating: false, count: rows.count) }
        var members: [[UInt32]: [Int]] = [:]
        for (row, path) in paths.enumerated() { for key in path ?? [] { members[key, default: []].append(row) } }
        for group in block.rows.groups {
            let key = index.entries[group.entry].key
            guard let nearest = Self.nearest(to: group, rows, members[key] ?? []), let level = paths[nearest]?.firstIndex(of: key),
                let place = levels.firstIndex(of: level), !covered[place][nearest]
            else {
                unplaced.append(group)
                continue
            }
            // A row that is not known belongs to the group when the rows on both sides do.
            func belongs(_ row: Int, before next: Int) -> Bool {
                guard rows.indices.contains(row), !covered[place][row] else { return false }
                if let path = paths[row] { return path.contains(key) }
                return rows.indices.contains(next) && paths[next]?.contains(key) ?? false
            }
            var low = nearest
            while belongs(low - 1, before: low - 2) { low -= 1 }
            var high = nearest
            while belongs(high + 1, before: high + 2) { high += 1 }
            for row in low...high {
                covered[place][row] = true
                starts[row] = max(starts[row], place + 2)
            }
            put(group.words, row: first + low, column: place + 1, rows: high - low + 1)
        }
        return (starts, unplaced)
    }

    /// Of some rows, ascending, the one that stands nearest to the middle of a group's label.
    private static func nearest(to group: LabelAssembly.Label, _ rows: [LabelledRows.Row], _ members: [Int]) -> Int? {
        let middle = group.firstLine + group.lastLine
        var low = 0
        var high = members.count
        while low < high {
            let half = (low + high) / 2
            if 2 * rows[members[half]].line < middle { low = half + 1 } else { high = half }
        }
        let near = [low - 1, low].filter { members.indices.contains($0) }.map { members[$0] }
        return near.min { abs(2 * rows[$0].line - middle) < abs(2 * rows[$1].line - middle) }
    }

    // MARK: Headings

    /// Headings that could not be told apart: each line as it stands.
    private mutating func addPlainHeadings(_ block: LabelledBlock) {
        for line in block.headingLines {
            rowCount += 1
            put(words(of: line..<(line + 1)), row: rowCount, column: 1, columns: columnCount)
        }
    }

    private mutating func addHeadings(_ block: LabelledBlock) {
        let headings = block.headings
        for group in headings.groups {
            rowCount += 1
            put(group.words, row: rowCount, column: 1, columns: columnCount)
        }
        let paths = parentPaths(block)
        let depth = paths.reduce(0) { max($0, $1.count) }
        let (beside, over) = sides(of: headings)
        let first = rowCount + 1
        let top = over.isEmpty ? first : first + 1
        let last = top + depth
        put(beside, row: first, column: 1, rows: last - first + 1, columns: labelColumns)
        put(over, row: first, column: labelColumns + 1, columns: figureColumns)
        for level in 0..<depth {
            var leaf = 0
            while leaf < paths.count {
                guard level < paths[leaf].count else {
                    leaf += 1
                    continue
                }
                let parent = paths[leaf][level]
                let end = paths[leaf...].firstIndex { level >= $0.count || $0[level] != parent } ?? paths.count
                put(headings.parents[parent].words, row: top + level, column: labelColumns + leaf + 1, columns: end - leaf)
                leaf = end
            }
        }
        for (number, leaf) in headings.leaves.enumerated() {
            let row = top + paths[number].count
            let isLast = number == headings.leaves.count - 1
            put(
                leaf.words, row: row, column: labelColumns + number + 1, rows: last - row + 1,
                columns: isLast ? max(1, figureColumns - number) : 1)
        }
        rowCount = last
        if !headings.isInOrder, headings.leaves.count > 1 {
            let names = headings.leaves.map { vocabulary.columns[$0.column].labels.first ?? "" }
            remarks.append(.init(kind: .boundByPosition, row: last, detail: names.joined(separator: "、")))
        }
    }

    /// For each column the labels over its own, outermost first, by their index among the parents.
    private func parentPaths(_ block: LabelledBlock) -> [[Int]] {
        let headings = block.headings
        func parent(_ label: String) -> Int? {
            let key = TitleKey.key(of: label)
            return headings.parents.firstIndex { index.entries[$0.entry].key == key }
        }
        let rows = vocabulary.rows.indices.filter { row in
            headings.parents.contains { index.entries[$0.entry].row(of: block.table) == row }
        }
        let count = headings.leaves.count
        guard rows.count > 1, count.isMultiple(of: rows.count) else {
            return headings.leaves.map { vocabulary.columns[$0.column].groups.compactMap(parent) }
        }
        let width = count / rows.count
        let repeats = headings.leaves.indices.allSatisfy { headings.leaves[$0].column == headings.leaves[$0 % width].column }
        guard repeats else { return headings.leaves.map { _ in [] } }
        return headings.leaves.indices.map { leaf in
            let row = rows[leaf / width]
            let own = headings.parents.firstIndex { index.entries[$0.entry].row(of: block.table) == row }
            return vocabulary.rows[row].groups.compactMap(parent) + (own.map { [$0] } ?? [])
        }
    }

    /// Words of no known label: those over the labels of rows (a note in brackets, too), and those over the figures.
    private func sides(of headings: HeadingAssembly) -> (beside: [LabelAssembly.Word], over: [LabelAssembly.Word]) {
        let left = headings.leaves.reduce(Int.max) { least, leaf in
            min(least, leaf.words.first.map { lines[$0.line].words[$0.word].column } ?? .max)
        }
        var beside: [LabelAssembly.Word] = []
        var over: [LabelAssembly.Word] = []
        var depth = 0
        for word in headings.others {
            let token = lines[word.line].words[word.word]
            let isBefore = depth > 0 || token.column < left || left == 0
            for scalar in String(decoding: cutter.bytes[token.range], as: UTF8.self).unicodeScalars {
                if scalar.value == 0xFF08 || scalar.value == 0x28 { depth += 1 }
                if scalar.value == 0xFF09 || scalar.value == 0x29 { depth = max(0, depth - 1) }
            }
            if labelColumns > 0, isBefore || depth > 0 { beside.append(word) } else { over.append(word) }
        }
        return (beside, over)
    }
}
