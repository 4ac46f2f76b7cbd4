import DocumentModel

/// Ordinals as lists print them, besides words: 1. 1、 (1) （一） 一、 ①.
enum OrdinalNotation {
    /// A way of counting.
    enum Style: Int {
        case digits, bracketedDigits, numerals, bracketedNumerals, circled
    }

    /// The ordinal that begins at an offset, and how many bytes it takes with its marks; nil when none does.
    static func ordinal(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (style: Style, length: Int)? {
        guard start < text.count else { return nil }
        let first = UTF8Text.scalar(in: text, at: start)
        if (0x2460...0x2473).contains(first.value) { return (.circled, first.width) }
        let isBracketed = first.value == 0x28 || first.value == 0xFF08
        var offset = isBracketed ? start + first.width : start
        let opening = offset
        var isNumeral: Bool?
        var count = 0
        while offset < text.count, count < 3 {
            let next = UTF8Text.scalar(in: text, at: offset)
            let isOne = DigitNotation.decimal(next.value) == nil
            // 10 has a character of its own.
            guard !isOne || next.value == 0x5341 || DigitNotation.chinese(next.value) != nil, isNumeral ?? isOne == isOne else { break }
            isNumeral = isOne
            count += 1
            offset += next.width
        }
        guard offset > opening, let isNumeral, offset < text.count else { return nil }
        let mark = UTF8Text.scalar(in: text, at: offset)
        let end = offset + mark.width
        switch mark.value {
        case 0x29, 0xFF09: return (isBracketed ? (isNumeral ? .bracketedNumerals : .bracketedDigits) : .digits, end - start)
        case 0x3001 where !isBracketed: return (isNumeral ? .numerals : .digits, end - start)
        case 0x2E, 0xFF0E:
            // A decimal point is none, but a year may stand behind one.
            guard !isBracketed, !isNumeral else { return nil }
            let places = digits(in: text, at: end)
            return places == 0 || places == yearLength ? (.digits, end - start) : nil
        default: return nil
        }
    }

    private static let yearLength = 4

    /// How many digits stand at an offset.
    private static func digits(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var (offset, count) = (start, 0)
        while offset < text.count, count <= yearLength {
            let next = UTF8Text.scalar(in: text, at: offset)
            guard DigitNotation.decimal(next.value) != nil else { break }
            count += 1
            offset += next.width
        }
        return count
    }
}
