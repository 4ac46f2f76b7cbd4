/// Tables as rows of cells over an invisible grid.
extension DocxRendering {
    /// A cell at its place, or the rest of one that began above.
    private struct Piece {
        var column: Int
        var columns: Int
        /// Nil for what goes on from the row above.
        var text: String?
        var isTall: Bool
    }

    /// Where each cell of the rows stands.
    private static func pieces(_ rows: [[Specimen.Cell]]) -> (rows: [[Piece]], columns: Int) {
        var placed: [[Piece]] = Array(repeating: [], count: rows.count)
        var covered: [Set<Int>] = Array(repeating: [], count: rows.count)
        var columns = 0
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while covered[row].contains(column) { column += 1 }
                for below in row..<min(rows.count, row + cell.rowSpan) {
                    covered[below].formUnion(column..<(column + cell.columnSpan))
                    let piece = Piece(
                        column: column, columns: cell.columnSpan, text: below == row ? cell.text : nil, isTall: cell.rowSpan > 1)
                    placed[below].append(piece)
                }
                column += cell.columnSpan
                columns = max(columns, column)
            }
        }
        return (placed.map { $0.sorted { $0.column < $1.column } }, columns)
    }

    mutating func table(_ rows: [[Specimen.Cell]]) -> String {
        let (pieces, columns) = Self.pieces(rows)
        let isFine = structure == .strict && chance(60)
        let isShifted = structure == .strict && chance(50)
        // Lines that miss each other by a hair: every second row has its first inner line a little further right.
        let isCrooked = structure == .strict && !isFine && columns > 1 && chance(60)
        var widths = Array(repeating: 900, count: columns)
        if isFine { widths = widths.flatMap { [$0 / 2, $0 - $0 / 2] } }
        if isCrooked { widths = [900, 30, 870] + widths.dropFirst(2) }
        if isShifted { widths.insert(400, at: 0) }
        var text = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        text += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
        for (index, row) in pieces.enumerated() {
            let isLate = isCrooked && index % 2 == 1 && !row.contains { $0.text == nil || $0.isTall }
            let width = { (piece: Piece) -> Int in
                if isFine { return piece.columns * 2 }
                guard isCrooked else { return piece.columns }
                // The grid has one column more, behind the first.
                if piece.column == 0 { return piece.columns + (piece.columns > 1 || isLate ? 1 : 0) }
                return piece.columns + (piece.column == 1 && !isLate ? 1 : 0)
            }
            let before = isShifted ? "<w:trPr><w:gridBefore w:val=\"1\"/><w:wBefore w:w=\"400\" w:type=\"dxa\"/></w:trPr>" : ""
            var cells: [String] = []
            for piece in row { cells.append(cell(piece, width: width(piece))) }
            var line = "<w:tr>\(before)\(cells.joined())</w:tr>"
            if structure == .controlled, chance(10) { line = "<w:sdt><w:sdtPr/><w:sdtContent>\(line)</w:sdtContent></w:sdt>" }
            if structure == .revised, chance(8) {
                line += "<w:tr><w:trPr><w:del w:id=\"9\" w:author=\"x\"/></w:trPr>\(cells.joined())</w:tr>"
            }
            text += line
        }
        return text + "</w:tbl>"
    }

    private mutating func cell(_ piece: Piece, width: Int) -> String {
        var properties = ""
        if piece.isTall { properties += piece.text == nil ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>" }
        var content = paragraph(piece.text ?? "")
        if let text = piece.text, structure == .controlled, chance(8), !text.isEmpty {
            content = "<w:tbl><w:tr><w:tc>\(content)</w:tc></w:tr></w:tbl><w:p/>"
        }
        if structure == .strict, width > 1, !piece.isTall, chance(30) {
            // The old way to merge: a cell for each column, the first of which goes on to the right.
            let rest = String(repeating: "<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>", count: width - 1)
            return "<w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr>\(content)</w:tc>\(rest)"
        }
        if width > 1 { properties = "<w:gridSpan w:val=\"\(width)\"/>" + properties }
        let declared = properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>"
        let cell = "<w:tc>\(declared)\(content)</w:tc>"
        return structure == .controlled && chance(5) ? "<w:sdt><w:sdtPr/><w:sdtContent>\(cell)</w:sdtContent></w:sdt>" : cell
    }
}
