import DocumentModel

/// What the look of a cell says of its role in a table.
enum CellText {
    /// Whether a cell's text is a figure or a sign that stands for one: digits with signs, or signs only. Blank cells count, too.
    static func isValue(_ string: String) -> Bool {
        guard string.utf8.count <= 48 else { return false }
        return string.unicodeScalars.allSatisfy { isDigit($0.value) || isSign($0.value) || Blank.contains($0.value) }
    }

    static func hasDigit(_ string: String) -> Bool {
        string.unicodeScalars.contains { isDigit($0.value) }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { DigitNotation.decimal(scalar) != nil }

    /// Points, separators, signs, strokes, percent and their wide forms.
    private static func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x25, 0x2A...0x2F, 0xB7, 0xD7, 0x2010...0x2015, 0x2030, 0x2212, 0x3001, 0xFF05, 0xFF0A...0xFF0F, 0xFF3F, 0x5F, 0x7E, 0xFF5E:
            true
        default: false
        }
    }
}
