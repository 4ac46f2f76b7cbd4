import DocumentModel

/// What single scalars are when texts are cut into units that people read as one.
enum UnitNotation {
    /// Whether a scalar never joins another one in a grapheme cluster, so that texts of such scalars need no look-up.
    static func standsAlone(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x20...0x7E, 0xA0...0x2FF, 0x2010...0x2027, 0x2030...0x205E: true
        case 0x3000...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFF9D: true
        default: false
        }
    }

    /// Letters of the scripts that write words with spaces between them, of either width.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x370...0x52F, 0x1E00...0x1FFF, 0xFF21...0xFF3A,
            0xFF41...0xFF5A:
            true
        default: false
        }
    }

    /// Punctuation and symbols.
    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E: true
        case 0x2190...0x23FF, 0x2500...0x25CA, 0x25CC...0x25FF, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
            0xFF3B...0xFF40, 0xFF5B...0xFF65:
            true
        default: false
        }
    }

    /// Ten, which may begin a numeral.
    static func isTen(_ scalar: UInt32) -> Bool { scalar == 0x5341 }

    /// Ten, a hundred, a thousand, ten thousand, a hundred million.
    static func isMultiplier(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF: true
        default: false
        }
    }

    /// The percent and per mille signs of either width.
    static func isPercent(_ scalar: UInt32) -> Bool { scalar == 0x25 || scalar == 0xFF05 || scalar == 0x2030 }

    static func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0xFF0E }

    static func isComma(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0xFF0C }

    /// Marks between the parts of a date written in digits.
    static func isDateSeparator(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2F || isPoint(scalar) }

    /// Year.
    static func isYear(_ scalar: UInt32) -> Bool { scalar == 0x5E74 }
    /// Month.
    static func isMonth(_ scalar: UInt32) -> Bool { scalar == 0x6708 }
    /// Day, in writing and in speech.
    static func isDay(_ scalar: UInt32) -> Bool { scalar == 0x65E5 || scalar == 0x53F7 }

    /// 〔 and the square brackets, which hold the year of a document's number.
    static func opensYear(_ scalar: UInt32) -> Bool { scalar == 0x3014 || scalar == 0x5B || scalar == 0xFF3B }

    /// The words for until and the dashes, between two years.
    static func isSpan(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x81F3, 0x5230, 0x2D, 0x2010...0x2015, 0x7E, 0xFF5E, 0xFF0D: true
        default: false
        }
    }

    /// How well a text may be cut behind a scalar, and before one, as far as it alone tells: 0 not at all.
    static func strengthBehind(_ scalar: UInt32) -> Int {
        switch scalar {
        // Line ends.
        case 0x0A, 0x0D: 5
        // 。！？；
        case 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: 4
        // ，：
        case 0x2C, 0x3A, 0xFF0C, 0xFF1A: 3
        // 、 and what closes.
        case 0x29, 0x5D, 0x3001, 0xFF09, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x2019, 0x201D: 2
        default: Blank.contains(scalar) ? 2 : 0
        }
    }

    static func strengthBefore(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x0A, 0x0D: 5
        // What opens.
        case 0x28, 0x5B, 0xFF08, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x2018, 0x201C: 2
        default: 0
        }
    }

    /// The scalar in its one form: half width, with plain quotes, dashes and brackets.
    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x3002, 0xFF61: 0x2E
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0x3014, 0x3010: 0x5B
        case 0x3015, 0x3011: 0x5D
        case 0x2022, 0x30FB, 0xFF65: 0xB7
        case 0x223C, 0x301C: 0x7E
        default: scalar
        }
    }
}
