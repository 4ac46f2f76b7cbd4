/// How a text divides into sentences and clauses.
enum TextPieces {
    /// The byte ranges of the clauses, without the marks between them; empty ones are left out. A full stop of ASCII ends nothing, since it is a
    /// decimal point as well.
    static func clauses(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var offset = 0
        while offset < text.count {
            // Most characters are ideographs, which need not be looked at.
            if (0xE4...0xEE).contains(text[offset]) {
                offset += 3
                continue
            }
            let scalar = UTF8Text.scalar(in: text, at: offset)
            if endsClause(scalar.value) {
                if offset > start { ranges.append(start..<offset) }
                start = offset + scalar.width
            }
            offset += scalar.width
        }
        if text.count > start { ranges.append(start..<text.count) }
        return ranges
    }

    /// Whether a sentence ends with a scalar: a line end, a full stop of Chinese, a semicolon, an exclamation or question mark.
    static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400...0x9FFF: false
        case 0x0A, 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: true
        default: false
        }
    }

    /// Clauses end with commas, colons and arrows as well.
    private static func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x3A, 0x2192, 0xFF0C, 0xFF1A: true
        default: endsSentence(scalar)
        }
    }
}
