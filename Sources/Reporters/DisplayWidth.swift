/// How many columns of a terminal text takes: two for a Chinese character, none for a combining mark.
enum DisplayWidth {
    static func columns(of string: String) -> Int {
        string.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns of one scalar.
    ///
    /// - Source: Unicode Standard Annex 11, the wide and fullwidth blocks; characters of ambiguous width count as one, save the quotation marks, dashes
    ///   and dots that Chinese text uses, which Chinese fonts draw wide.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: 0
        case 0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: 2
        case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: 2
        case 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
        default: 1
        }
    }

    /// The text in lines of at most so many columns, broken at line feeds, at blanks and between Chinese characters; a longer word stands alone.
    /// Punctuation that closes stays with what it closes. A nil width breaks at line feeds only.
    static func wrapped(_ string: String, to width: Int?) -> [String] {
        let paragraphs = string.split(separator: "\n", omittingEmptySubsequences: false)
        guard let width else { return paragraphs.map(String.init) }
        return paragraphs.flatMap { wrapped(paragraph: $0, to: width) }
    }

    private static func wrapped(paragraph: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var lineWidth = 0
        var piece = String.UnicodeScalarView()
        var pieceWidth = 0

        func finish() {
            if lineWidth > 0, lineWidth + pieceWidth > width {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                lineWidth = 0
                while piece.first == " " {
                    piece.removeFirst()
                    pieceWidth -= 1
                }
            }
            line.append(contentsOf: piece)
            lineWidth += pieceWidth
            piece = String.UnicodeScalarView()
            pieceWidth = 0
        }

        for scalar in paragraph.unicodeScalars {
            let columns = columns(of: scalar)
            let stays = closing.contains(scalar) || columns == 0
            let isWide = columns == 2
            if !piece.isEmpty, !stays, scalar == " " || isWide || piece.last.map(Self.columns(of:)) == 2 { finish() }
            piece.append(scalar)
            pieceWidth += columns
        }
        finish()
        lines.append(String(line))
        return lines
    }

    /// Closing punctuation that must not begin a line.
    private static let closing: Set<Unicode.Scalar> = [
        "\u{3001}", "\u{3002}", "\u{FF0C}", "\u{FF0E}", "\u{FF1A}", "\u{FF1B}", "\u{FF1F}", "\u{FF01}", "\u{FF09}", "\u{300B}", "\u{300D}",
        "\u{300F}", "\u{3011}", "\u{3015}", "\u{201D}", "\u{2019}", "\u{FF05}", ",", ".", ";", ":", ")", "]", "%",
    ]
}
