/// Lays a specimen out on pages.
package struct PDFRendering {
    private var sheets = PDFSheets()
    private let style: PDFStyle
    private var y = 0.0
    private var width = 595.0
    private var height = 842.0
    private var turn = PDFSheets.Turn.none

    /// The file's bytes.
    package static func bytes(of specimen: Specimen, style: PDFStyle) -> [UInt8] {
        // The number of pages stands on each of them: once to count, once to write.
        var count = 0
        var sheets = PDFSheets()
        for _ in 0..<2 {
            var rendering = PDFRendering(style)
            rendering.pages = count
            rendering.render(specimen)
            sheets = rendering.sheets
            count = sheets.count
        }
        return sheets.bytes(style.packing)
    }

    private var pages = 0
    /// For each cell of the table at hand how many of its lines are drawn.
    private var drawnLines: [Int: Int] = [:]

    private init(_ style: PDFStyle) { self.style = style }

    private var top: Double { 80 }
    private var bottom: Double { height - 80 }
    private var textWidth: Double { width - 2 * style.margin }

    private mutating func render(_ specimen: Specimen) {
        beginPage()
        paragraph(specimen.title, size: style.size * 1.5, isCentred: true)
        var tables = 0
        for (index, block) in specimen.blocks.enumerated() {
            switch block {
            case .heading(let ordinal, let title, _): paragraph(ordinal + title, keepsRoom: 60)
            case .paragraph(let text): paragraph(text, isRight: index >= specimen.blocks.count - 2)
            case .table(let rows):
                tables += 1
                if tables == 2, style.turn != .none {
                    turnPage(style.turn)
                    table(rows)
                    turnPage(.none)
                } else {
                    table(rows)
                }
            }
        }
    }

    private mutating func turnPage(_ turn: PDFSheets.Turn) {
        self.turn = turn
        (width, height) = turn == .none ? (595, 842) : (842, 595)
        beginPage()
    }

    private mutating func beginPage() {
        sheets.begin(width: width, height: height, turn: turn)
        y = top
        if !style.header.isEmpty {
            let width = PDFSheets.width(style.header, size: 9)
            sheets.text(style.header, left: (self.width - width) / 2, bottom: 50, size: 9)
        }
        if let form = style.pageNumber {
            let text = form.replacing("#", with: "\(sheets.count)").replacing("$", with: "\(pages)")
            let width = PDFSheets.width(text, size: 10)
            sheets.text(text, left: (self.width - width) / 2, bottom: style.numberIsLow ? height - 45 : 35, size: 10)
        }
    }

    private mutating func makeRoom(_ room: Double) { if y + room > bottom { beginPage() } }

    // MARK: Text

    private mutating func paragraph(
        _ text: String, size: Double? = nil, isCentred: Bool = false, isRight: Bool = false, keepsRoom: Double = 0
    ) {
        let size = size ?? style.size
        let pitch = size * style.leading
        let indent = style.indents && !isCentred ? 2 * size : 0
        makeRoom(pitch + keepsRoom)
        let lines = PDFLineBreaker.lines(of: text, width: textWidth, size: size, indent: indent)
        for (index, line) in lines.enumerated() {
            makeRoom(pitch)
            y += pitch
            var left = style.margin + (index == 0 ? indent : 0)
            let width = PDFSheets.width(line, size: size)
            if isCentred { left = (self.width - width) / 2 }
            if isRight { left = self.width - style.margin - width - size }
            var spacing = 0.0
            let room = style.margin + textWidth - left - width
            if style.justifies, index < lines.count - 1, !isCentred { spacing = room / Double(max(1, line.unicodeScalars.count - 1)) }
            sheets.text(line, left: left, bottom: y - 0.3 * (pitch - size), size: size, spacing: spacing)
        }
        if !style.indents || isCentred { y += pitch * 0.9 }
    }

    // MARK: Tables

    private mutating func table(_ rows: [[Specimen.Cell]]) {
        let layout = PDFTableLayout(rows, width: textWidth, style: style)
        y += 6
        var pieces: [PDFTableLayout.Piece] = []
        func height(_ pieces: [PDFTableLayout.Piece]) -> Double { pieces.reduce(0) { $0 + $1.height } }
        drawnLines = [:]
        var next = 0
        var rest: PDFTableLayout.Piece?
        while next < layout.heights.count {
            let piece = rest ?? PDFTableLayout.Piece(row: next, firstLine: 0, height: layout.heights[next], isHeader: false)
            let room = bottom - y - height(pieces)
            if piece.height <= room {
                pieces.append(piece)
                rest = nil
                next += 1
                continue
            }
            if style.splitsRows, rest == nil, let parts = layout.split(next, room: room) {
                pieces.append(parts.0)
                rest = parts.1
            }
            draw(layout, pieces)
            pieces = []
            beginPage()
            let header = layout.headerRows
            if style.repeatsHeaders, header > 0, next > header {
                pieces = (0..<header).map { PDFTableLayout.Piece(row: $0, firstLine: 0, height: layout.heights[$0], isHeader: true) }
            }
        }
        draw(layout, pieces)
        y += 10
    }

    private mutating func draw(_ layout: PDFTableLayout, _ pieces: [PDFTableLayout.Piece]) {
        guard !pieces.isEmpty else { return }
        for cell in layout.parts(of: pieces, drawn: &drawnLines) {
            let left = style.margin + layout.lefts[cell.column]
            let right = style.margin + layout.lefts[cell.column + cell.columns]
            let upper = y + cell.top
            let lower = y + cell.bottom
            if style.shadesHeaders, cell.isLabel { sheets.area(left, upper, right, lower, gray: 0.9) }
            drawBorders(left, upper, right, lower, isFirst: cell.column == 0, isLast: cell.column + cell.columns == layout.lefts.count - 1)
            let pitch = style.cellSize * 1.3
            var bottom = (upper + lower) / 2 - Double(cell.lines.count) * pitch / 2
            for line in cell.lines {
                bottom += pitch
                let spacing = style.spacesLabels && cell.isLabel && cell.lines.count == 1 && line.count > 2 ? cell.spacing(line, style) : 0
                let width = PDFSheets.width(line, size: style.cellSize, spacing: spacing) - spacing
                let isCentred = !cell.isLabel || style.centresLabels
                let start = isCentred ? (left + right - width) / 2 : left + PDFTableLayout.padding
                sheets.text(line, left: start, bottom: bottom - 0.15 * style.cellSize, size: style.cellSize, spacing: spacing)
            }
        }
        y += pieces.reduce(0) { $0 + $1.height }
    }

    private mutating func drawBorders(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double, isFirst: Bool, isLast: Bool) {
        let sides = [
            (left, top, right, top, true), (left, bottom, right, bottom, true),
            (left, top, left, bottom, !(isFirst && style.borders == .open)),
            (right, top, right, bottom, !(isLast && style.borders == .open)),
        ]
        switch style.borders {
        case .none: break
        case .frames: sheets.frame(left, top, right, bottom, width: 0.5)
        case .lines, .open: for side in sides where side.4 { sheets.line(side.0, side.1, side.2, side.3, width: 0.75) }
        case .areas: for side in sides { sheets.area(side.0 - 0.24, side.1 - 0.24, side.2 + 0.24, side.3 + 0.24) }
        }
    }
}
