import DocumentModel

/// Puts the cells of a table together. Only the lines that a reader of the printed table sees part its columns: those of the grid at which no cell
/// begins or ends are left out, and lines that missed each other by a hair are one.
struct WordGrid {
    enum Merge {
        case none, begun, continued
    }

    /// - Source: a page of the largest size has room for some hundred columns; programs allow 63.
    static let widest = 1 << 12

    private struct Piece {
        let row: Int
        var columns: Range<Int>
        let down: Merge
        let text: String
    }

    private let widths: [Int]
    private var pieces: [Piece] = []
    private(set) var rowCount = 0
    /// How many texts stand in cells that others cover, and so are not shown.
    private(set) var coveredTexts = 0
    private var column = 0

    init(widths: [Int]) { self.widths = widths }

    var cellCount: Int { pieces.count }

    /// - Parameter before: the columns at the left that the row leaves free.
    mutating func beginRow(after before: Int) {
        rowCount += 1
        column = before
    }

    mutating func add(columns: Int, down: Merge, right: Merge, text: String) {
        let end = min(column + columns, 1 << 24)
        if right == .continued, let last = pieces.indices.last, pieces[last].row == rowCount, pieces[last].columns.upperBound == column {
            pieces[last].columns = pieces[last].columns.lowerBound..<end
            if !text.isEmpty { coveredTexts += 1 }
        } else {
            pieces.append(Piece(row: rowCount, columns: column..<end, down: down, text: text))
        }
        column = end
    }

    /// The finished table; nil for one without cells. Rows beyond the budget are left out.
    mutating func table(remarks: [FlatTable.Remark], budget: inout ReadingBudget) -> FlatTable? {
        guard !pieces.isEmpty else { return nil }
        let columns = Columns(of: pieces, widths)
        let all = columns.last
        let columnCount = min(all, budget.limits.columns)
        if columnCount < all { budget.exceed("columns", budget.limits.columns, at: .unknown) }
        let rows = budget.takeGrid(rows: rowCount, columns: columnCount, at: .unknown)
        guard rows > 0 else { return nil }
        var cells: [Cell] = []
        // For each column at which one begins, the merged cell that the row below may go on with.
        var open: [(cell: Int, lastRow: Int)?] = Array(repeating: nil, count: columnCount)
        for piece in pieces where piece.row <= rows {
            let from = columns.number(of: piece.columns.lowerBound)
            guard from < columnCount else { continue }
            let width = max(1, min(columns.number(of: piece.columns.upperBound), columnCount) - from)
            if piece.down == .continued, let above = open[from], above.lastRow == piece.row - 1, cells[above.cell].columnSpan == width {
                let cell = cells[above.cell]
                cells[above.cell] = Cell(
                    row: cell.row, column: cell.column, rowSpan: piece.row - cell.row + 1, columnSpan: width, text: cell.text)
                open[from] = (above.cell, piece.row)
                if !piece.text.isEmpty { coveredTexts += 1 }
                continue
            }
            if piece.down != .none { open[from] = (cells.count, piece.row) }
            cells.append(Cell(row: piece.row, column: from + 1, columnSpan: width, text: BlockText(piece.text)))
        }
        guard !cells.isEmpty else { return nil }
        budget.takeCells(pieces.count)
        return FlatTable(rowCount: rows, columnCount: columnCount, cells: cells, remarks: remarks.filter { $0.row ?? 0 <= rows })
    }

    /// The lines of the grid at which a cell begins or ends, each with the number of seen columns before it.
    private struct Columns {
        private var lines: [Int]
        private var numbers: [Int] = []

        init(of pieces: [Piece], _ widths: [Int]) {
            var ends: [(line: Int, end: Int)] = []
            ends.reserveCapacity(2 * pieces.count)
            // For each line, where the shortest cell ends that begins there.
            for piece in pieces {
                ends.append((piece.columns.lowerBound, piece.columns.upperBound))
                ends.append((piece.columns.upperBound, .max))
            }
            ends.sort { ($0.line, $0.end) < ($1.line, $1.end) }
            lines = []
            var number = -1
            var places = Places(widths)
            // The first of the lines that are one, and where the first cell ends that begins at one of them.
            var first = 0
            var nearestEnd = Int.max
            for (line, end) in ends where line != lines.last {
                let place = places.of(line)
                if number < 0 || place - first >= WordGrid.hair || nearestEnd <= line {
                    number += 1
                    first = place
                    nearestEnd = .max
                }
                lines.append(line)
                numbers.append(number)
                nearestEnd = min(nearestEnd, end)
            }
        }

        /// The number of columns.
        var last: Int { numbers.last ?? 0 }

        /// The columns before a line at which a cell begins or ends.
        func number(of line: Int) -> Int {
            var low = 0
            var high = lines.count
            while low < high {
                let middle = (low + high) / 2
                if lines[middle] < line { low = middle + 1 } else { high = middle }
            }
            return low < numbers.count ? numbers[low] : last
        }
    }

    /// - Source: 3 mm in twentieths of a point: less than the blank that programs leave at both sides of a cell's text (2 × 1.9 mm), so that no
    ///   column of its own is as narrow.
    private static let hair = 170

    /// Where the lines of the grid stand, asked in ascending order; columns of unknown width are wide.
    private struct Places {
        private let widths: [Int]
        private var column = 0
        private var place = 0

        init(_ widths: [Int]) { self.widths = widths }

        mutating func of(_ line: Int) -> Int {
            while column < min(line, widths.count) {
                place += widths[column] > 0 ? widths[column] : WordGrid.hair
                column += 1
            }
            return place + max(0, line - max(column, widths.count)) * WordGrid.hair
        }
    }
}
