import DocumentDiff

/// How a table's columns share the width of the page.
enum ColumnWidths {
    /// A column takes at least two columns of figures, and no more for its longest text than for so many: longer ones are wrapped.
    private static let bounds = 3...16

    /// Widths that add up to the whole; by the widest texts that stand in one column alone, and of spanning ones where those need more.
    static func widths(of table: MergedTable, in whole: Int) -> [Int] {
        var wanted = [Int](repeating: bounds.lowerBound, count: table.columnCount)
        for cell in table.rows.lazy.flatMap(\.cells) where cell.columnSpan == 1 {
            wanted[cell.column - 1] = max(wanted[cell.column - 1], self.wanted(cell))
        }
        let total = wanted.reduce(0, +)
        var widths = wanted.map { whole * $0 / total }
        if let last = widths.indices.last { widths[last] += whole - widths.reduce(0, +) }
        return widths
    }

    private static func wanted(_ cell: MergedTable.Cell) -> Int {
        guard let block = cell.block else { return 0 }
        // Of what changed both texts stand there.
        let texts = block.oldText == block.newText ? [block.newText] : [block.oldText, block.newText]
        let longest = texts.map { $0.split(separator: "\n").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0 }
        return min(bounds.upperBound, longest.reduce(1, +))
    }
}
