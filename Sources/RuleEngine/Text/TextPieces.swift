/// How a text divides into sentences and clauses.
enum TextPieces {
    case sentences
    /// Sentences divided further at commas and colons.
    case clauses

    /// The byte ranges of the pieces, without the marks between them; empty pieces are left out. A full stop of ASCII ends nothing, since it is a
    /// decimal point as well.
    func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var offset = 0
        while offset < text.count {
            let width = markWidth(in: text, at: offset)
            guard width > 0 else {
                offset += UTF8Text.width(of: text[offset])
                continue
            }
            if offset > start { ranges.append(start..<offset) }
            offset += width
            start = offset
        }
        if text.count > start { ranges.append(start..<text.count) }
        return ranges
    }

    /// The width of the mark that ends a piece; 0 when there is none.
    private func markWidth(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        switch text[offset] {
        case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
        case UInt8(ascii: ","), UInt8(ascii: ":"): return self == .clauses ? 1 : 0
        case 0xE3 where offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x82: return 3  // 。
        case 0xEF where offset + 2 < text.count && text[offset + 1] == 0xBC:
            switch text[offset + 2] {
            case 0x81, 0x9B, 0x9F: return 3  // ！；？
            case 0x8C, 0x9A: return self == .clauses ? 3 : 0  // ，：
            default: return 0
            }
        default: return 0
        }
    }
}
