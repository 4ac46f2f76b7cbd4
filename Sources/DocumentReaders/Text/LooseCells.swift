import DocumentModel

/// Cells that lost their rows, as pages saved as text have them: a cell with its bar on each line, or a whole table on one line.
struct LooseCells {
    private let cutter: TextCutter

    /// So many lines of one cell each are no rows of a table of one column: no form's table has that.
    private static let fewestLines = 8
    /// A line with more cells than that holds several rows: the widest table of the forms has fifteen columns and a label.
    private static let mostCells = 24

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The lines with each loose cell as a line without bars; the same lines where there are none. Linear in the text.
    func parted(_ lines: [SourceLine]) -> [SourceLine] {
        guard lines.contains(where: \.hasBar) else { return lines }
        var result: [SourceLine] = []
        result.reserveCapacity(lines.count)
        var index = 0
        while index < lines.count {
            guard lines[index].hasBar, !lines[index].hasTab else {
                result.append(lines[index])
                index += 1
                continue
            }
            var end = index
            var cells: [[TextCutter.Piece]] = []
            while end < lines.count, lines[end].hasBar, !lines[end].hasTab {
                let own = self.cells(of: lines[end])
                guard own.count < 2 else { break }
                cells.append(own)
                end += 1
            }
            if cells.count >= Self.fewestLines {
                for (line, own) in zip(lines[index..<end], cells) { result += own.map { line.cell($0, isFirst: true) } }
                index = end
                continue
            }
            result += lines[index..<end]
            guard end < lines.count, lines[end].hasBar, !lines[end].hasTab else {
                index = end
                continue
            }
            let own = self.cells(of: lines[end])
            if own.count > Self.mostCells {
                for (number, cell) in own.enumerated() { result.append(lines[end].cell(cell, isFirst: number == 0)) }
            } else {
                result.append(lines[end])
            }
            index = end + 1
        }
        return result
    }

    /// The cells of a line that hold something.
    private func cells(of line: SourceLine) -> [TextCutter.Piece] {
        cutter.pieces(of: line, limit: .max) { TableDrawing.bar(cutter.bytes, at: $0, end: line.end) }.filter { !cutter.isBlank($0) }
    }
}
