import DocumentModel

/// The text of a paragraph while it is put together from its runs.
struct WordText {
    /// UTF-8. A line feed parts lines, a form feed stands for the end of a page or column.
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ string: String) { bytes += string.utf8 }
    mutating func append(_ scalar: Unicode.Scalar) { bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
    mutating func breakLine() { bytes.append(0x0A) }
    mutating func breakPage() { bytes.append(0x0C) }

    /// Adds characters as they stand in the markup: white space at the ends counts only where it is to be kept, and line ends are blanks.
    mutating func append(markup text: ArraySlice<UInt8>, keepsBlanks: Bool) {
        var text = text
        if !keepsBlanks {
            text = text.drop { $0 <= 0x20 }
            while let last = text.last, last <= 0x20 { text = text.dropLast() }
        }
        guard text.contains(where: { $0 < 0x20 }) else {
            bytes += text
            return
        }
        for byte in text { bytes.append(byte < 0x20 ? 0x20 : byte) }
    }

    /// Takes away what a tab sets off at the end, if it is a number: the page that a line of a list of contents names.
    mutating func dropPageNumber() {
        guard let tab = bytes.lastIndex(of: 0x09) else { return }
        let number = bytes[(tab + 1)...].filter { $0 != 0x20 }
        // Digits, Roman numerals, dashes around them.
        let isNumber = number.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2D || [0x69, 0x76, 0x78, 0x6C].contains($0 | 0x20) }
        if isNumber, !number.isEmpty { bytes.removeSubrange(tab...) }
    }

    /// The lines without blanks at their ends; those of nothing else are left out. The end of a page ends a line only behind a sentence, so that
    /// none is torn.
    var lines: [String] {
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0C }) else {
            let range = Blank.trimmed(0..<bytes.count, of: bytes)
            return range.isEmpty ? [] : [String(decoding: bytes[range], as: UTF8.self)]
        }
        var lines: [String] = []
        var start = 0
        var kept: [UInt8] = []
        func close(_ end: Int) {
            kept += bytes[start..<end]
            start = end + 1
            let range = Blank.trimmed(0..<kept.count, of: kept)
            if !range.isEmpty { lines.append(String(decoding: kept[range], as: UTF8.self)) }
            kept = []
        }
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                close(index)
            } else if byte == 0x0C {
                if Self.endsSentence(bytes[start..<index]) {
                    close(index)
                } else {
                    kept += bytes[start..<index]
                    start = index + 1
                }
            }
        }
        close(bytes.count)
        return lines
    }

    /// Whether text ends with a full stop or a mark like it, or has nothing in it that could go on.
    private static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = Array(bytes)
        let range = Blank.trimmed(0..<text.count, of: text)
        guard let last = String(decoding: text[range].suffix(4), as: UTF8.self).unicodeScalars.last else { return true }
        switch last.value {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x201D, 0x3B, 0x3A, 0x2E, 0x21, 0x3F: return true
        default: return false
        }
    }
}

extension UTF8 {
    /// The bytes that stand for a character that there is none for.
    static var encodedReplacementCharacter: EncodedScalar { encode("\u{FFFD}") ?? EncodedScalar() }
}
