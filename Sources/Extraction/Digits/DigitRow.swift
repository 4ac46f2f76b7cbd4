import DocumentModel

/// A cell in which all figures of a row run together.
struct DigitRow: Sendable {
    /// The index of the table among the document's, and of the cell in it.
    let table: Int
    let cell: Int
    /// The indicators of the figures, in order.
    let indicators: [Int]
    let tie: FigureDraft.Tie
    /// The values of the digits.
    let digits: [Int]
    /// The bytes that one digit takes.
    let width: Int

    /// Nil when the text is not made of digits, all ASCII or all full-width, or of too few or too many for the figures.
    init?(_ text: String, table: Int, cell: Int, indicators: [Int], tie: FigureDraft.Tie) {
        guard indicators.count > 1, text.utf8.count <= Self.longest * 3 else { return nil }
        var digits: [Int] = []
        var width = 0
        for scalar in text.unicodeScalars {
            guard let digit = DigitNotation.decimal(scalar.value) else { return nil }
            let bytes = UTF8.width(scalar)
            guard width == 0 || width == bytes else { return nil }
            width = bytes
            digits.append(digit)
        }
        guard digits.count >= indicators.count, digits.count <= Self.longest else { return nil }
        self.table = table
        self.cell = cell
        self.indicators = indicators
        self.tie = tie
        self.digits = digits
        self.width = width
    }

    /// Whether a text is made of digits alone, though too many for one number.
    static func isDigits(_ text: String) -> Bool {
        text.utf8.count <= longest * 3 && !text.isEmpty && text.unicodeScalars.allSatisfy { DigitNotation.decimal($0.value) != nil }
    }

    /// More digits than a row of any form has: fifteen figures of four digits.
    private static let longest = 60
    /// A figure of more digits would be more than a billion.
    static let longestFigure = 9

    /// The value of a stretch of digits.
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }

    /// The lengths of figures as ranges of digits.
    func ranges(_ lengths: [Int]) -> [Range<Int>] {
        var start = 0
        return lengths.map { length in
            defer { start += length }
            return start..<(start + length)
        }
    }
}
