import DocumentModel

/// Rows whose cells are parted by tabs.
struct TabbedRows {
    let cutter: TextCutter

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The rows of a run of lines; nil when they are no table: no line has two cells with text.
    func rows(of lines: ArraySlice<SourceLine>, _ budget: inout ReadingBudget) -> [[BlockText]]? {
        var split = lines.map { line in cutter.pieces(of: line) { cutter.bytes[$0] == 0x09 ? 1 : 0 } }
        let isTable = split.contains { $0.reduce(0) { $0 + (isBlank($1) ? 0 : 1) } > 1 }
        guard isTable, !(lines.count == 1 && isSentence(lines[lines.startIndex])) else { return nil }
        // A tab at the end of every line parts nothing.
        var width = split.reduce(0) { max($0, $1.count) }
        while width > 1, split.allSatisfy({ $0.count < width || isBlank($0[width - 1]) }) {
            split = split.map { Array($0.prefix(width - 1)) }
            width -= 1
        }
        var rows: [[BlockText]] = []
        rows.reserveCapacity(split.count)
        for (line, cells) in zip(lines, split) {
            guard budget.takeCells(cells.count, at: SourcePosition(line: Int(line.number), column: 1)) else { break }
            rows.append(cutter.texts(cells[...], &budget))
        }
        return rows
    }

    private func isBlank(_ piece: TextCutter.Piece) -> Bool { Blank.trimmed(piece.range, of: cutter.bytes).isEmpty }

    /// Whether a line is a number and its title or a sentence, which a tab may part, too.
    private func isSentence(_ line: SourceLine) -> Bool {
        let text = cutter.text(line).string
        if text.utf8.reversed().starts(with: [0x82, 0x80, 0xE3]) { return true }
        guard line.tabsWithin == 1, let tab = text.utf8.firstIndex(of: 0x09) else { return false }
        let first = HeadingLine(String(text[..<tab]))
        return first.ordinal != nil && first.key.isEmpty
    }
}
