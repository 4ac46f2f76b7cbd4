import DocumentModel

/// The word processor's export of a table: a line that begins with a tab begins a cell, further lines go on with it, a blank line ends a row.
struct CellLines {
    private let lines: [SourceLine]
    private let cutter: TextCutter
    private let matcher: TitleMatcher

    init(_ layout: TextLayout) {
        lines = layout.lines
        cutter = layout.cutter
        matcher = layout.matcher
    }

    /// Whether lines with tabs are cells rather than rows of cells.
    static func areCells(_ lines: ArraySlice<SourceLine>) -> Bool {
        var cells = 0
        var rows = 0
        for line in lines {
            if line.isCellLine { cells += 1 } else if line.isTabbedRow { rows += 1 }
        }
        return cells > 0 && rows * 2 < cells
    }

    /// The rows from a line on and the index of the first line after the table; no rows when the lines are indented paragraphs.
    func rows(from start: Int, _ budget: inout ReadingBudget) -> (rows: [[BlockText]]?, end: Int) {
        var cells: [[[TextCutter.Piece]]] = [[]]
        var index = start
        while index < lines.count {
            let line = lines[index]
            if index > start, line.blanksBefore > 0 {
                // Two blank lines end the table: the second one is the paragraph after it.
                guard line.blanksBefore == 1, isCell(line) else { break }
                cells.append([])
            }
            if isCell(line) {
                cells[cells.count - 1].append([piece(line)])
                index += 1
                continue
            }
            let end = continuation(from: index, of: cells[cells.count - 1].last?.last)
            guard end > index else { break }
            let row = cells.count - 1
            let cell = cells[row].count - 1
            guard cell >= 0 else { break }
            for line in lines[index..<end] { cells[row][cell].append(piece(line)) }
            index = end
        }
        guard isTable(cells) else { return (nil, index) }
        var rows: [[BlockText]] = []
        rows.reserveCapacity(cells.count)
        for row in cells where !row.isEmpty {
            let position = SourcePosition(line: row.first?.first.map { Int($0.line) }, column: 1)
            let kept = row.prefix(budget.limits.columns)
            if kept.count < row.count { budget.exceed("columns", budget.limits.columns, at: position) }
            guard kept.count <= budget.cells else {
                budget.exceed("cells", budget.limits.cells, at: position)
                break
            }
            budget.takeCells(kept.count)
            rows.append(kept.map { cutter.text($0) })
        }
        return (rows, index)
    }

    /// A tab may stand within a cell, behind a number.
    private func isCell(_ line: SourceLine) -> Bool { line.beginsWithTab && line.tabsBefore == 1 }

    /// A line without the tab that begins its cell.
    private func piece(_ line: SourceLine) -> TextCutter.Piece {
        let start = line.beginsWithTab ? line.start + 1 : line.start
        return TextCutter.Piece(range: start..<line.end, line: line.number, column: line.beginsWithTab ? 2 : 1)
    }

    /// The end of the lines without a tab at their start that go on with the cell before them.
    private func continuation(from start: Int, of cell: TextCutter.Piece?) -> Int {
        guard let cell else { return start }
        var end = start
        while end < lines.count, end == start || lines[end].blanksBefore == 0, !isCell(lines[end]) { end += 1 }
        guard end - start <= Self.mostLines else { return start }
        let isInRow = end < lines.count && lines[end].blanksBefore == 0
        var before = cutter.text(cell).string
        for index in start..<end {
            let text = cutter.text(lines[index]).string
            guard goesOn(text, after: before, isInRow: isInRow) else { return index }
            before = text
        }
        return end
    }

    /// Whether a line goes on with the text before it in a cell: figures only with figures, and what ends a row only if it is short and no heading.
    private func goesOn(_ text: String, after before: String, isInRow: Bool) -> Bool {
        let isFigure = CellText.isValue(before) && CellText.hasDigit(before) && !Self.endsWithPoint(before)
        if isFigure { return CellText.isValue(text) }
        let heading = HeadingLine(text)
        if heading.isTitle, let ordinal = heading.ordinal, !ordinal.isWeak, matcher.exact(heading.key) != nil { return false }
        // The number of an article's item, behind the sign of ordinals (U+7B2C): no section's.
        if before.unicodeScalars.last?.value == 0x7B2C { return true }
        if isInRow { return !before.isEmpty || !heading.endsWithStop }
        if Self.isNote(text, after: before) { return true }
        return heading.isTitle && heading.key.count <= Self.longestLine && heading.ordinal.map(\.isWeak) ?? true && !before.isEmpty
    }

    /// Whether a text is a number of a list's item rather than a figure.
    private static func endsWithPoint(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !Blank.contains($0.value) })?.value else { return false }
        return last == 0x2E || last == 0xFF0E || last == 0x3001
    }

    /// Whether a short text ends what stands in brackets behind a label.
    private static func isNote(_ text: String, after before: String) -> Bool {
        guard !before.isEmpty, text.unicodeScalars.count <= longestLine else { return false }
        var depth = 0
        for scalar in before.unicodeScalars { depth += bracket(scalar.value) }
        for scalar in text.unicodeScalars { depth += bracket(scalar.value) }
        return depth == 0 && text.unicodeScalars.last.map { Self.bracket($0.value) < 0 } ?? false
    }

    private static func bracket(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x28, 0xFF08: 1
        case 0x29, 0xFF09: -1
        default: 0
        }
    }

    /// The longest line, in characters, that is taken for the rest of a row's last cell.
    /// - Source: a column of a 15-column A4 table holds two to four characters a line, a label's column about twenty.
    private static let longestLine = 24

    /// The most lines that go on with a cell.
    /// - Source: the longest label of the form, one character a line, has 37.
    private static let mostLines = 64

    /// Tables have a row of two cells, and hardly ever sentences; indented paragraphs are the reverse.
    private func isTable(_ cells: [[[TextCutter.Piece]]]) -> Bool {
        guard cells.contains(where: { $0.count > 1 }) else { return false }
        var count = 0
        var sentences = 0
        for row in cells {
            for cell in row {
                count += 1
                if let last = cell.last, isSentence(last) { sentences += 1 }
            }
        }
        return sentences * 4 < count
    }

    private func isSentence(_ piece: TextCutter.Piece) -> Bool {
        Self.isSentence(Blank.trimmed(piece.range, of: cutter.bytes), of: cutter.bytes)
    }

    /// Whether a stretch without blanks around it is of some length and ends with a full stop.
    static func isSentence(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
        range.count > 36 && bytes[(range.upperBound - 3)..<range.upperBound].elementsEqual([0xE3, 0x80, 0x82])
    }
}
