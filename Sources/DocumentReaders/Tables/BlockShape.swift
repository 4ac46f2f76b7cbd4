import DocumentModel

/// The shape of a run of rows: how many columns, how many of them hold figures, where the header ends.
struct BlockShape {
    let range: Range<Int>
    /// The number of columns; that of most regular rows, so a row with a cell too many does not count.
    var width: Int
    /// How many cells at the end of a row hold figures; nil for a table of text.
    let figures: Int?
    /// The first row below the header.
    let firstBody: Int

    /// Whether all rows with figures have the same number of them, more than one.
    let isConsistent: Bool
    /// How many rows have figures.
    let filledRows: Int

    /// The columns before the figures.
    var labelColumns: Int { figures.map { width - $0 } ?? 0 }

    init(rows: [[BlockText]], range: Range<Int>) {
        self.range = range
        var tails: [Int] = []
        tails.reserveCapacity(range.count)
        var hasFigures: [Bool] = []
        hasFigures.reserveCapacity(range.count)
        for row in range {
            let (tail, hasFigure) = Self.tail(of: rows[row])
            tails.append(tail)
            hasFigures.append(hasFigure)
        }
        var chosen = Self.mostFrequent(zip(tails, hasFigures).lazy.filter(\.1).map(\.0))
        var isFigureless = false
        if chosen == nil {
            // A form that is not filled in: labels, then blanks. A single blank at the end is rather a merged cell.
            chosen = Self.mostFrequent(tails.lazy.filter { $0 > 1 })
            isFigureless = true
        }
        let longest = range.reduce(0) { max($0, rows[$1].count) }
        guard let figures = chosen, figures > 0 else {
            self.figures = nil
            width = longest
            firstBody = range.lowerBound
            isConsistent = false
            filledRows = 0
            return
        }
        self.figures = figures
        var width = 0
        var firstBody = range.upperBound
        for (offset, row) in range.enumerated() where tails[offset] == figures {
            if hasFigures[offset] || isFigureless { firstBody = min(firstBody, row) }
            if firstBody <= row { width = max(width, rows[row].count) }
        }
        self.width = width
        self.firstBody = firstBody
        let filled = zip(tails, hasFigures).filter(\.1)
        isConsistent = figures > 1 && filled.allSatisfy { $0.0 == figures }
        filledRows = filled.count
    }

    /// Where the cells of a row below the header stand; nil when that cannot be told.
    func places(ofBodyRow cells: [BlockText]) -> [Range<Int>]? {
        guard let figures else { return cells.count == width ? alignedLeft : nil }
        guard cells.count <= width, cells.count > figures || cells.count == width else { return nil }
        // A figure where the last label is due: the row has one too many.
        let labels = cells.count - figures
        if labels > 0, CellText.isValue(cells[labels - 1].string), CellText.hasDigit(cells[labels - 1].string) { return nil }
        if cells.count == width { return alignedLeft }
        // A label where the first figure is due: the row lacks one.
        guard CellText.isValue(cells[labels].string) else { return nil }
        return alignedRight(cells.count)
    }

    private var alignedLeft: [Range<Int>] { (0..<width).map { $0..<($0 + 1) } }

    /// Figures to the right, one column each; the last label takes the columns that are missing.
    func alignedRight(_ count: Int) -> [Range<Int>]? {
        guard let figures, count > figures, count <= width else { return nil }
        let labels = count - figures
        return (0..<count).map { index in
            if index < labels - 1 { return index..<(index + 1) }
            if index == labels - 1 { return index..<(width - figures) }
            return (width - count + index)..<(width - count + index + 1)
        }
    }

    /// How many cells at the end of a row are figures or blank, and whether one of them is a figure.
    private static func tail(of cells: [BlockText]) -> (length: Int, hasFigure: Bool) {
        var length = 0
        var hasFigure = false
        for cell in cells.reversed() {
            guard CellText.isValue(cell.string) else { break }
            length += 1
            if !hasFigure { hasFigure = CellText.hasDigit(cell.string) }
        }
        return (length, hasFigure)
    }

    /// The value that occurs most often; of several, the largest.
    private static func mostFrequent(_ values: some Sequence<Int>) -> Int? {
        var counts: [Int] = []
        for value in values {
            while counts.count <= value { counts.append(0) }
            counts[value] += 1
        }
        var best: Int?
        for (value, count) in counts.enumerated() where count > 0 && count >= best.map({ counts[$0] }) ?? 0 { best = value }
        return best
    }
}
