import DocumentModel

/// Cuts the texts of blocks out of a source, each with its way back.
struct TextCutter {
    let bytes: [UInt8]
    /// Whether the source has control characters, which are left out.
    let hasControls: Bool

    /// A stretch of one line, or of those of one row: its bytes, and the line and the column, from 1, at which they begin.
    struct Piece {
        let range: Range<Int>
        let line: Int32
        let column: Int
    }

    init(_ source: SourceText) {
        bytes = source.bytes
        hasControls = source.controls > 0
    }

    /// A whole line.
    func text(_ line: SourceLine) -> BlockText {
        text(Piece(range: line.range, line: line.number, column: Int(line.column)))
    }

    /// A stretch without the blanks around it.
    func text(_ piece: Piece) -> BlockText {
        let range = Blank.trimmed(piece.range, of: bytes)
        // A blank text stands where its stretch begins.
        let (line, column) = range.isEmpty ? (piece.line, piece.column) : place(of: range.lowerBound, in: piece)
        if !hasControls || !bytes[range].contains(where: SourceText.isControl) {
            // The source is known to be valid.
            let text = String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
            return BlockText(text, at: SourcePosition(line: Int(line), column: column))
        }
        var string: [UInt8] = []
        var anchors: [BlockText.Anchor] = []
        append(range, line: line, column: column, to: &string, &anchors)
        return BlockText(String(decoding: string, as: UTF8.self), anchors: anchors)
    }

    /// The line and column of an index of a stretch.
    private func place(of index: Int, in piece: Piece) -> (line: Int32, column: Int) {
        let before = piece.range.lowerBound..<index
        guard let end = before.last(where: endsLine) else { return (piece.line, piece.column + scalars(in: before)) }
        return (piece.line + Int32(clamping: before.count(where: endsLine)), 1 + scalars(in: end + 1..<index))
    }

    /// Whether a line ends with the byte at an index: LF, or CR without one.
    private func endsLine(_ index: Int) -> Bool {
        bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    }

    func isBlank(_ piece: Piece) -> Bool { Blank.trimmed(piece.range, of: bytes).isEmpty }

    /// Stretches of successive lines, joined by line feeds. Blank ones at both ends are left out.
    func text(_ pieces: [Piece]) -> BlockText {
        guard pieces.count > 1 else { return pieces.first.map(text) ?? BlockText("") }
        let ranges = pieces.map { Blank.trimmed($0.range, of: bytes) }
        guard let first = ranges.firstIndex(where: { !$0.isEmpty }), let last = ranges.lastIndex(where: { !$0.isEmpty }) else {
            return text(pieces[0])
        }
        var string: [UInt8] = []
        var anchors: [BlockText.Anchor] = []
        for index in first...last {
            let piece = pieces[index]
            let range = ranges[index]
            if index > first {
                // The line feed stands after the line that it ends, blanks included.
                let before = pieces[index - 1]
                let column = before.column + scalars(in: before.range)
                anchors.append(BlockText.Anchor(offset: string.count, position: SourcePosition(line: Int(before.line), column: column)))
                string.append(0x0A)
            }
            let column = piece.column + scalars(in: piece.range.lowerBound..<range.lowerBound)
            append(range, line: piece.line, column: column, to: &string, &anchors)
        }
        return BlockText(String(decoding: string, as: UTF8.self), anchors: anchors)
    }

    /// The cells of lines, cut at separators, as many lines as the budget has cells for; `separator` answers the length in bytes of the
    /// one at an index, 0 for none. `outerCells` is how many blank cells separators at the ends of a line may make.
    func rows(of lines: ArraySlice<SourceLine>, outerCells: Int, _ budget: ReadingBudget, separator: (Int, SourceLine) -> Int) -> [[Piece]]
    {
        var rows: [[Piece]] = []
        rows.reserveCapacity(min(lines.count, budget.cells))
        var count = 0
        for line in lines {
            let row = pieces(of: line, limit: budget.limits.columns + outerCells) { separator($0, line) }
            count += max(1, row.count - outerCells)
            guard count <= budget.cells else { break }
            rows.append(row)
        }
        return rows
    }

    /// The texts of a table's cells. `lines` are those that the rows were cut from; rows and cells beyond the limits are left out.
    func texts(_ rows: [[Piece]], of lines: ArraySlice<SourceLine>, _ budget: inout ReadingBudget) -> [[BlockText]] {
        if rows.count < lines.count {
            let line = lines[lines.startIndex + rows.count]
            budget.exceed("cells", budget.limits.cells, at: SourcePosition(line: Int(line.number), column: 1))
        }
        return rows.map { row in
            let kept = row.prefix(budget.limits.columns)
            if let next = row.dropFirst(kept.count).first {
                budget.exceed("columns", budget.limits.columns, at: SourcePosition(line: Int(next.line), column: next.column))
            }
            budget.takeCells(kept.count)
            return kept.map(text)
        }
    }

    /// The stretches of a line between separators, at most one more than the limit.
    func pieces(of line: SourceLine, limit: Int, separator: (Int) -> Int) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(16)
        var start = line.start
        var startColumn = Int(line.column)
        var column = startColumn
        var number = line.number
        var startNumber = number
        var index = line.start
        while index < line.end, pieces.count <= limit {
            let length = separator(index)
            if length > 0 {
                pieces.append(Piece(range: start..<index, line: startNumber, column: startColumn))
                index += length
                column += 1
                start = index
                (startNumber, startColumn) = (number, column)
            } else {
                if endsLine(index) {
                    number += 1
                    column = 1
                } else if bytes[index] & 0xC0 != 0x80 {
                    column += 1
                }
                index += 1
            }
        }
        if pieces.count <= limit { pieces.append(Piece(range: start..<line.end, line: startNumber, column: startColumn)) }
        return pieces
    }

    /// The number of scalars in a range of bytes.
    func scalars(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    private func append(_ range: Range<Int>, line: Int32, column: Int, to string: inout [UInt8], _ anchors: inout [BlockText.Anchor]) {
        var column = column
        var inStep = false
        for index in range {
            let byte = bytes[index]
            if hasControls, SourceText.isControl(byte) {
                inStep = false
            } else {
                if !inStep {
                    anchors.append(BlockText.Anchor(offset: string.count, position: SourcePosition(line: Int(line), column: column)))
                    inStep = true
                }
                string.append(byte)
            }
            if byte & 0xC0 != 0x80 { column += 1 }
        }
    }
}
