import DocumentModel

/// As much of a table as stands on one page, or several of them joined.
struct TablePiece {
    struct PieceCell {
        /// From 0.
        var row: Int
        var column: Int
        var rows: Int
        var columns: Int
        var text: BlockText
        /// The width that is left behind its last line, and the width of a character; nil for a blank cell.
        var room: Double?
        var em: Double?
    }

    /// The borders of the columns in points, ascending, one more than there are columns.
    var borders: [Double]
    var rowCount: Int
    var cells: [PieceCell]
    let page: Int
    /// The last page that it stands on.
    var lastPage: Int
    /// Where it begins on its first page, in points.
    let top: Double
    /// Whether merged cells were worked out rather than seen.
    var isResolved = false

    var columnCount: Int { borders.count - 1 }
    /// Its words as lines, should it be no table after all.
    private(set) var lines: [TextLine] = []
    var hasText: Bool { cells.contains { !$0.text.isEmpty } }
    /// Whether a single cell is filled.
    var isSlight: Bool { cells.count { !$0.text.isEmpty } < 2 }

    /// The cells of a grid with the words that lie in it.
    init(grid: RuledGrid, words: [PageWord], page: Int) {
        self.page = page
        lastPage = page
        top = grid.box.top
        borders = grid.xs
        rowCount = grid.rowCount
        var contents: [[PageWord]] = Array(repeating: [], count: grid.places.count)
        for word in words {
            for part in Self.parts(of: word, in: grid) {
                if let place = grid.place(x: part.box.midX, y: min(part.box.midY, grid.box.bottom)) { contents[place].append(part) }
            }
        }
        let texts = contents.map { CellWords(words: $0, page: page) }
        // The room between borders and text: what the fullest line of the table leaves.
        var padding = Double.infinity
        for (place, lines) in zip(grid.places, texts) {
            let left = grid.xs[place.column]
            let right = grid.xs[place.column + place.columns]
            for line in lines.lines { padding = min(padding, max(0, line.box.left - left), max(0, right - line.box.right)) }
        }
        cells = zip(grid.places, texts).map { place, lines in
            let width = grid.xs[place.column + place.columns] - grid.xs[place.column] - 2 * padding
            return PieceCell(
                row: place.row, column: place.column, rows: place.rows, columns: place.columns, text: lines.text(width: width),
                room: lines.lines.last.map { width - $0.box.width }, em: lines.lines.last?.em)
        }
        if columnCount == 1 || isSlight { lines = TextLine.lines(of: words, page: page) }
        let sizes = words.map(\.box.height).sorted()
        dropSlivers(heights: zip(grid.ys, grid.ys.dropFirst()).map { $1 - $0 }, lowest: sizes.isEmpty ? 0 : 0.85 * sizes[sizes.count / 2])
    }

    /// Leaves out rows in which no text begins and that are too low for any, or that the figures beside them reach over: what a page's end leaves
    /// of a row, or room between double lines.
    private mutating func dropSlivers(heights: [Double], lowest: Double) {
        for row in heights.indices.reversed() where rowCount > 1 && isBlank(row: row) {
            let isReachedOver = cells.contains { $0.row < row && $0.row + $0.rows > row && $0.column + $0.columns == columnCount }
            if heights[row] < lowest || isReachedOver { removeRow(row) }
        }
    }

    /// Whether no text stands in a row, but for cells that reach over several.
    func isBlank(row: Int) -> Bool {
        !cells.contains { $0.row == row && $0.rows == 1 && !$0.text.isEmpty }
    }

    /// Takes a row out; cells that reach over it become shorter.
    mutating func removeRow(_ row: Int) {
        cells = cells.compactMap { cell in
            var cell = cell
            if cell.row > row {
                cell.row -= 1
            } else if cell.row + cell.rows > row {
                guard cell.rows > 1 else { return nil }
                cell.rows -= 1
            }
            return cell
        }
        rowCount -= 1
    }

    init(borders: [Double], rowCount: Int, cells: [PieceCell], page: Int, top: Double) {
        self.top = top
        self.borders = borders
        self.rowCount = rowCount
        self.cells = cells
        self.page = page
        lastPage = page
    }

    /// A word that reaches over a border is cut where the border is nearest to the gap between two characters.
    private static func parts(of word: PageWord, in grid: RuledGrid) -> [PageWord] {
        guard word.count > 1, !word.isVertical, let owner = grid.place(x: word.box.midX, y: word.box.midY) else { return [word] }
        let place = grid.places[owner]
        let slack = 0.45 * word.em
        guard word.box.left < grid.xs[place.column] - slack || word.box.right > grid.xs[place.column + place.columns] + slack else {
            return [word]
        }
        let widths = word.text.unicodeScalars.map { Glyph.isWide($0.value) ? 1.0 : 0.5 }
        let scale = word.box.width / widths.reduce(0, +)
        var parts: [(owner: Int?, text: String, box: Box)] = []
        var left = word.box.left
        for (scalar, width) in zip(word.text.unicodeScalars, widths) {
            let right = left + width * scale
            let owner = grid.place(x: (left + right) / 2, y: word.box.midY)
            if let last = parts.last, last.owner == owner {
                parts[parts.count - 1].text.unicodeScalars.append(scalar)
                parts[parts.count - 1].box.right = right
            } else {
                parts.append((owner, String(scalar), Box(left: left, top: word.box.top, right: right, bottom: word.box.bottom)))
            }
            left = right
        }
        return parts.compactMap { PageWord($0.text, $0.box) }
    }

    /// The finished table; rows for which there is no room are left out.
    func table(_ budget: inout ReadingBudget) -> FlatTable? {
        let position = SourcePosition(page: page)
        let columns = min(columnCount, budget.limits.columns)
        if columns < columnCount { budget.exceed("columns", budget.limits.columns, at: position) }
        let room = budget.takeGrid(rows: rowCount, columns: columns, at: position)
        var kept = cells.filter { $0.row < room && $0.column < columns }
        if kept.count > budget.cells {
            budget.exceed("cells", budget.limits.cells, at: position)
            kept = Array(kept.prefix(budget.cells))
        }
        guard !kept.isEmpty else { return nil }
        budget.takeCells(kept.count)
        return FlatTable(
            rowCount: room, columnCount: columns,
            cells: kept.map {
                Cell(row: $0.row + 1, column: $0.column + 1, rowSpan: $0.rows, columnSpan: $0.columns, text: $0.text)
            }, remarks: isResolved ? [.init(kind: .resolvedSpans, row: nil, detail: "")] : [])
    }
}

/// The words of a cell in the order in which they are read.
struct CellWords {
    let lines: [TextLine]

    init(words: [PageWord], page: Int) {
        let upright = words.filter(\.isVertical)
        if upright.count * 2 > words.count,
            upright.contains(where: { $0.box.left - upright[0].box.right > 0 || upright[0].box.left > $0.box.right })
        {
            // Columns of characters, the first to the right.
            let sorted = words.sorted {
                abs($0.box.midX - $1.box.midX) > 0.5 * $0.box.width ? $0.box.midX > $1.box.midX : $0.box.top < $1.box.top
            }
            lines = sorted.map { TextLine(page: page, words: [$0]) }
        } else {
            lines = TextLine.lines(of: words, page: page)
        }
    }

    /// - Parameter width: of the cell, without the room between borders and text.
    func text(width: Double) -> BlockText {
        var composer = TextComposer()
        for (index, line) in lines.enumerated() {
            let joint = index == 0 ? .none : LineJoint.cellJoint(lines[index - 1], line, room: width - lines[index - 1].box.width)
            composer.append(line, joint: joint, keepsGaps: false)
        }
        return composer.text
    }
}
