import DocumentModel

/// Cells that lost their rows, as pages saved as text have them: a cell with its bar on each line or above it, or a whole table on one line.
struct LooseCells {
    private let cutter: TextCutter

    /// So many lines of one cell each are no rows of a table of one column: no form's table has that.
    private static let fewestLines = 8
    /// A line with more cells than that holds several rows: the widest table of the forms has fifteen columns and a label.
    private static let mostCells = 24
    /// With more it is no report on one line, which has less than a thousand; it stays as it is, for the limits on columns.
    private static let limit = 4096

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The lines with each loose cell as a line without bars; the same lines where there are none. Linear in the text.
    func parted(_ lines: [SourceLine]) -> [SourceLine] {
        guard lines.contains(where: \.hasBar) else { return lines }
        var result: [SourceLine] = []
        result.reserveCapacity(lines.count)
        /// The lines of at most one cell each, and those with a lone bar below them, that stand right before the present one.
        var run: [(line: SourceLine, cell: TextCutter.Piece?)] = []
        func endRun(_ result: inout [SourceLine]) {
            if run.count(where: { $0.line.hasBar }) < Self.fewestLines {
                result += run.map(\.line)
            } else {
                for (line, cell) in run {
                    if let cell { result.append(line.cell(cell, isFirst: true)) } else if !line.hasBar { result.append(line) }
                }
            }
            run.removeAll(keepingCapacity: true)
        }
        for (index, line) in lines.enumerated() {
            let cells = line.hasBar && !line.hasTab ? self.cells(of: line) : nil
            if let cells, cells.count < 2 {
                run.append((line, cells.first))
                continue
            }
            if !line.hasBar, !line.hasTab, index + 1 < lines.count, lines[index + 1].hasBar, self.cells(of: lines[index + 1]).isEmpty {
                run.append((line, nil))
                continue
            }
            endRun(&result)
            if let cells, cells.count > Self.mostCells, cells.count <= Self.limit {
                for (number, cell) in cells.enumerated() { result.append(line.cell(cell, isFirst: number == 0)) }
            } else {
                result.append(line)
            }
        }
        endRun(&result)
        return result
    }

    /// The cells of a line that hold something; where bars part it into more than the limit, as many as it takes to tell.
    private func cells(of line: SourceLine) -> [TextCutter.Piece] {
        let pieces = cutter.pieces(of: line, limit: Self.limit) { TableDrawing.bar(cutter.bytes, at: $0, end: line.end) }
        return pieces.count > Self.limit ? pieces : pieces.filter { !cutter.isBlank($0) }
    }
}
