import DocumentModel

/// Rows whose cells are parted by tabs.
struct TabbedRows {
    let cutter: TextCutter

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The rows of a run of lines; nil when they are no table: no line has two cells with text.
    func rows(of lines: ArraySlice<SourceLine>, _ budget: inout ReadingBudget) -> [[BlockText]]? {
        var split = cutter.rows(of: lines, outerCells: 0, budget) { index, _ in cutter.bytes[index] == 0x09 ? 1 : 0 }
        let isTable = split.contains { $0.reduce(0) { $0 + (cutter.isBlank($1) ? 0 : 1) } > 1 }
        guard isTable, !(lines.count == 1 && isSentence(lines[lines.startIndex])) else { return nil }
        // A tab at the end of every line parts nothing.
        let width = split.reduce(0) { max($0, $1.count) }
        let filled = split.reduce(0) { max($0, ($1.lastIndex { !cutter.isBlank($0) } ?? -1) + 1) }
        if filled < width { split = split.map { $0.count > filled ? Array($0.prefix(filled)) : $0 } }
        return cutter.texts(split, of: lines, &budget)
    }

    private func isSentence(_ line: SourceLine) -> Bool {
        CellLines.isSentence(Blank.trimmed(line.range, of: cutter.bytes), of: cutter.bytes)
    }
}
