import DocumentDiff

/// How a table's columns share the width of the page. In columns of the terminal, as `DisplayWidth` counts them, of the type of tables.
enum ColumnWidths {
    /// A column has room for two Chinese characters, and wants none for more than eight: longer texts are wrapped.
    private static let bounds = 4...16
    /// Twentieths of a point of one column in nine-point type, with a little to spare.
    private static let unit = 95

    /// Widths that add up to the whole. First each column gets what its figures need, which cannot be wrapped; what is left goes by what its words want.
    /// Cells over several columns make do with these.
    static func widths(of table: MergedTable, in whole: Int) -> [Int] {
        var needed = [Int](repeating: bounds.lowerBound, count: table.columnCount)
        var wanted = needed
        for cell in table.rows.lazy.flatMap(\.cells) where cell.columnSpan == 1 && cell.column <= table.columnCount {
            guard let block = cell.block else { continue }
            // Of what changed both texts stand there.
            let texts = block.oldText == block.newText ? [block.newText] : [block.oldText, block.newText]
            let length = texts.reduce(2) { $0 + longestLine(of: $1) }
            let isFigure = texts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            let column = cell.column - 1
            if isFigure { needed[column] = max(needed[column], min(bounds.upperBound, length)) }
            wanted[column] = max(wanted[column], min(bounds.upperBound, length))
        }
        let spare = whole - unit * needed.reduce(0, +)
        let wishes = zip(needed, wanted).map { max(0, $1 - $0) }
        let allWishes = wishes.reduce(0, +)
        let total = needed.reduce(0, +)
        var widths =
            spare > 0 && allWishes > 0
            ? zip(needed, wishes).map { unit * $0 + spare * $1 / allWishes } : needed.map { whole * $0 / total }
        if let last = widths.indices.last { widths[last] += whole - widths.reduce(0, +) }
        return widths
    }

    private static func longestLine(of text: String) -> Int {
        text.split(separator: "\n").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
    }
}
