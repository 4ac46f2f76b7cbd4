import DocumentModel

/// Labels that reach over several rows but were drawn as a label with blank cells below it.
extension TablePiece {
    /// Lets labels reach over the blank cells below them. Linear in the cells, but for the length of rows.
    ///
    /// A blank cell left of a label goes on with what stands above it; so does one in a row of a header, most of which are labels. Blank figures
    /// stay: they have labels to their left only.
    mutating func mergeBlankLabels() {
        var starting: [Int: [Int]] = [:]
        var ending: [Int: [Int]] = [:]
        for (index, cell) in cells.enumerated() {
            starting[cell.row, default: []].append(index)
            ending[cell.row + cell.rows, default: []].append(index)
        }
        var merged: Set<Int> = []
        for row in 1..<max(1, rowCount) {
            guard let here = starting[row] else { continue }
            let labels = here.filter { isLabel(cells[$0]) }
            let blanks = here.filter { cells[$0].text.isEmpty }
            guard let lastLabel = labels.map({ cells[$0].column }).max(), !blanks.isEmpty else { continue }
            let hasFigures = here.contains { !cells[$0].text.isEmpty && !isLabel(cells[$0]) }
            let isHeader = !hasFigures && labels.count > 1 && labels.count > blanks.count
            for blank in blanks where isHeader || cells[blank].column < lastLabel {
                let cell = cells[blank]
                let above = (ending[row] ?? []).filter {
                    !merged.contains($0) && cells[$0].column >= cell.column
                        && cells[$0].column + cells[$0].columns <= cell.column + cell.columns
                }
                guard above.reduce(0, { $0 + cells[$1].columns }) == cell.columns, above.allSatisfy({ isLabel(cells[$0]) }) else {
                    continue
                }
                for index in above {
                    cells[index].rows += cell.rows
                    ending[row + cell.rows, default: []].append(index)
                }
                merged.insert(blank)
            }
        }
        guard !merged.isEmpty else { return }
        cells = cells.indices.filter { !merged.contains($0) }.map { cells[$0] }
        isResolved = true
    }

    private func isLabel(_ cell: PieceCell) -> Bool { !cell.text.isEmpty && !CellText.isValue(cell.text.string) }
}
