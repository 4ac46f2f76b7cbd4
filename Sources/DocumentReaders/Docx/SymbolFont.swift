/// Characters of fonts that have signs in place of letters.
enum SymbolFont {
    /// The character that a code of such a font looks like; where none is known, the font's own, from the area for private use.
    ///
    /// - Source: ISO/IEC 29500-1, 17.3.3.30; the signs are those of the font Wingdings, as the mapping of the Unicode Consortium has them.
    static func character(_ code: UInt32, font: String) -> Unicode.Scalar {
        let isWingdings = font.lowercased() == "wingdings"
        if isWingdings, let sign = wingdings[code & 0xFF] { return sign }
        let value = isWingdings && code < 0xF000 ? code + 0xF000 : code
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static let wingdings: [UInt32: Unicode.Scalar] = [
        0x6C: "\u{25CF}", 0x6E: "\u{25A0}", 0x6F: "\u{25A1}", 0x75: "\u{25C6}", 0xA1: "\u{25CB}", 0xA7: "\u{25AA}", 0xA8: "\u{25FB}",
        0xD8: "\u{27A2}", 0xFB: "\u{2717}", 0xFC: "\u{2713}", 0xFD: "\u{2612}", 0xFE: "\u{2611}",
    ]
}
