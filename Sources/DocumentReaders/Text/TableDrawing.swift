/// The characters with which tables are drawn in text, beside the narrow bar.
///
/// - Source: The Unicode Standard, block Box Drawing; U+FF5C FULLWIDTH VERTICAL LINE
enum TableDrawing {
    /// What a text with such a character holds: the wide bar, the first bytes of box drawing, and a rule of dashes or double ones between crosses.
    static let openings: [[UInt8]] = [[0xEF, 0xBD, 0x9C], [0xE2, 0x94], [0xE2, 0x95], Array("+-".utf8), Array("+=".utf8)]

    /// Whether such a character of three bytes, or the beginning of a rule, stands at an index.
    static func isDrawn(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ limit: Int) -> Bool {
        if bytes[index] == UInt8(ascii: "+") {
            return index + 1 < limit && (bytes[index + 1] == UInt8(ascii: "-") || bytes[index + 1] == UInt8(ascii: "="))
        }
        guard index + 2 < limit else { return false }
        return bytes[index] == 0xEF && bytes[index + 1] == 0xBD && bytes[index + 2] == 0x9C
            || bytes[index] == 0xE2 && 0x94...0x95 ~= bytes[index + 1]
    }

    /// Whether a character of box drawing stands at an index, of which all but upright lines belong to rules.
    static func isBoxDrawing(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && 0x94...0x95 ~= bytes[index + 1]
    }

    /// The length in bytes of the bar between cells at an index: | ｜ │ ┃ ║ and broken ones; 0 when there is none.
    static func bar(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        if bytes[index] == UInt8(ascii: "|") { return 1 }
        guard bytes[index] >= 0xE2, index + 2 < end else { return 0 }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xEF, 0xBD, 0x9C), (0xE2, 0x94, 0x82...0x83), (0xE2, 0x94, 0x86...0x87), (0xE2, 0x94, 0x8A...0x8B), (0xE2, 0x95, 0x91):
            return 3
        default: return 0
        }
    }
}
