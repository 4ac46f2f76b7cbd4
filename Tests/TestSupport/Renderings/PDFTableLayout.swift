/// Breaks text into lines as word processors do: words of letters and digits stay whole, marks stay with what they belong to.
enum PDFLineBreaker {
    static func lines(of text: String, width: Double, size: Double, indent: Double = 0, breaksWords: Bool = false) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = indent
        func isMark(_ token: String) -> Bool { token.unicodeScalars.allSatisfy { "，。；：、！？”）》".unicodeScalars.contains($0) } }
        var tokens: [String] = []
        for scalar in text.unicodeScalars {
            let isNarrow = PDFSheets.isNarrow(scalar) && scalar != " " && !breaksWords
            if let last = tokens.last, let end = last.unicodeScalars.last {
                let joins =
                    isNarrow && PDFSheets.isNarrow(end) && end != " "
                    || !breaksWords && (isMark(String(scalar)) || "（《“".unicodeScalars.contains(end))
                if joins {
                    tokens[tokens.count - 1].unicodeScalars.append(scalar)
                    continue
                }
            }
            tokens.append(String(scalar))
        }
        for token in tokens {
            let length = PDFSheets.width(token, size: size)
            if used + length > width + 0.01, !line.isEmpty {
                lines.append(line)
                line = ""
                used = 0
                if token == " " { continue }
            }
            line += token
            used += length
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}

/// A specimen's table with its widths, heights and broken lines.
struct PDFTableLayout {
    /// A row, or a part of one, on a page.
    struct Piece {
        let row: Int
        /// Of its labels, the first line that stands here.
        let firstLine: Int
        let height: Double
        /// Whether it stands here again.
        let isHeader: Bool
    }

    /// What of a cell stands on a page; places from the table's top there.
    struct Part {
        let column: Int
        let columns: Int
        let top: Double
        let bottom: Double
        let lines: [String]
        let isLabel: Bool
        let width: Double

        /// So much between the characters of a line as fills most of the cell, but no more than half a character.
        func spacing(_ line: String, _ style: PDFStyle) -> Double {
            let room = width - 2 * PDFTableLayout.padding - PDFSheets.width(line, size: style.cellSize)
            return max(0, min(0.4 * style.cellSize, 0.8 * room / Double(line.unicodeScalars.count)))
        }
    }

    private struct Placed {
        let row: Int
        let column: Int
        let rows: Int
        let columns: Int
        let lines: [String]
        let isLabel: Bool
    }

    static let padding = 4.0
    /// The left sides of the columns and the right side of the last.
    let lefts: [Double]
    private(set) var heights: [Double]
    /// How many rows at the top hold no figures, of a table whose rows below all do.
    let headerRows: Int
    private let cells: [Placed]
    private let pitch: Double

    init(_ rows: [[Specimen.Cell]], width: Double, style: PDFStyle) {
        pitch = style.cellSize * 1.3
        var taken: Set<[Int]> = []
        var placed: [(row: Int, column: Int, cell: Specimen.Cell)] = []
        var columnCount = 0
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while taken.contains([row, column]) { column += 1 }
                placed.append((row, column, cell))
                for down in 0..<cell.rowSpan { for right in 0..<cell.columnSpan { taken.insert([row + down, column + right]) } }
                column += cell.columnSpan
            }
            columnCount = max(columnCount, column)
        }
        // Narrow columns for figures, what is left for labels.
        var weights = Array(repeating: 1.0, count: columnCount)
        if columnCount == 10 {
            let figure = style.breaksFigures ? style.cellSize * 1.1 + 2 * Self.padding : max(30, style.cellSize * 2.6 + 2 * Self.padding)
            let rest = width - 7 * figure
            let first = style.cellSize + 2 * Self.padding + 1
            weights = [first, (rest - first) * 0.38, (rest - first) * 0.62] + Array(repeating: figure, count: 7)
        }
        let scale = width / weights.reduce(0, +)
        lefts = weights.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1 * scale) }
        let lefts = lefts
        cells = placed.map { item in
            let cellWidth = lefts[item.column + item.cell.columnSpan] - lefts[item.column] - 2 * Self.padding
            let lines = PDFLineBreaker.lines(
                of: item.cell.text, width: cellWidth, size: style.cellSize, breaksWords: !item.cell.isLabel || cellWidth < 20)
            return Placed(
                row: item.row, column: item.column, rows: item.cell.rowSpan, columns: item.cell.columnSpan, lines: lines,
                isLabel: item.cell.isLabel)
        }
        heights = Array(repeating: 1.3 * style.cellSize + 6, count: rows.count)
        for cell in cells where cell.rows == 1 { heights[cell.row] = max(heights[cell.row], Double(cell.lines.count) * pitch + 6) }
        for cell in cells where cell.rows > 1 {
            let missing = Double(cell.lines.count) * pitch + 6 - heights[cell.row..<(cell.row + cell.rows)].reduce(0, +)
            if missing > 0 { heights[cell.row + cell.rows - 1] += missing }
        }
        let first = cells.filter { !$0.isLabel }.map(\.row).min() ?? 0
        let hasHeaderOnly = (first..<rows.count).allSatisfy { row in placed.contains { $0.row == row && !$0.cell.isLabel } }
        headerRows = hasHeaderOnly ? first : 0
    }

    /// The two parts of a row that has no room; nil when its labels have no line more than there is room for.
    func split(_ row: Int, room: Double) -> (Piece, Piece)? {
        let longest = cells.filter { $0.row == row && $0.rows == 1 }.map(\.lines.count).max() ?? 0
        let fitting = Int((room - 6) / pitch)
        guard longest > 1, fitting > 0, fitting < longest, longest >= 2 else { return nil }
        let first = Piece(row: row, firstLine: 0, height: Double(fitting) * pitch + 6, isHeader: false)
        return (first, Piece(row: row, firstLine: fitting, height: Double(longest - fitting) * pitch + 6, isHeader: false))
    }

    /// What stands on a page that has these pieces of rows.
    ///
    /// - Parameter drawn: for each cell how many of its lines stand on pages before; those that stand here are added.
    func parts(of pieces: [Piece], drawn: inout [Int: Int]) -> [Part] {
        var tops: [Double] = [0]
        for piece in pieces { tops.append((tops.last ?? 0) + piece.height) }
        return cells.enumerated().compactMap { index, cell in
            let here = pieces.indices.filter { cell.row <= pieces[$0].row && pieces[$0].row < cell.row + cell.rows }
            guard let first = here.first, let last = here.last else { return nil }
            var lines: [String] = []
            if cell.rows == 1 {
                // Figures stand with the first line of their labels.
                let fitting = max(1, Int((pieces[first].height - 6) / pitch + 0.01))
                lines = Array(cell.lines.dropFirst(pieces[first].firstLine).prefix(fitting))
            } else if pieces[first].isHeader {
                lines = cell.lines
            } else {
                // What has no room in this part stands in the next.
                let isLast = pieces[last].row == cell.row + cell.rows - 1
                let fitting = isLast ? cell.lines.count : Int((tops[last + 1] - tops[first]) / pitch)
                lines = Array(cell.lines.dropFirst(drawn[index, default: 0]).prefix(fitting))
                drawn[index, default: 0] += lines.count
            }
            return Part(
                column: cell.column, columns: cell.columns, top: tops[first], bottom: tops[last + 1], lines: lines, isLabel: cell.isLabel,
                width: lefts[cell.column + cell.columns] - lefts[cell.column])
        }
    }
}
