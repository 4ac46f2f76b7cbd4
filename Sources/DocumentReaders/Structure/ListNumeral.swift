/// Numbers as automatic numbering writes them.
///
/// - Source: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat)
enum ListNumeral {
    /// What stands behind a number of a list in Chinese.
    static let comma = "、"

    /// The number in a format, by the format's name; digits in a format that is not known, nothing for one that writes nothing.
    static func text(_ number: Int, format: String) -> String {
        guard number >= 0 else { return "\(number)" }
        switch format {
        case "none", "bullet": return ""
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        case "upperRoman": return roman(number)
        case "lowerRoman": return roman(number).lowercased()
        case "upperLetter": return letters(number, from: 0x41)
        case "lowerLetter": return letters(number, from: 0x61)
        case "ordinal": return ordinal(number)
        case "numberInDash": return "- \(number) -"
        case "hex": return String(number, radix: 16, uppercase: true)
        case "decimalFullWidth", "decimalFullWidth2": return digits(number, "０１２３４５６７８９")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return circled(number)
        case "decimalEnclosedParen": return scalar(number, first: 0x2474, upTo: 20) ?? "(\(number))"
        case "decimalEnclosedFullstop": return scalar(number, first: 0x2488, upTo: 20) ?? "\(number)."
        case "ideographEnclosedCircle": return scalar(number, first: 0x3280, upTo: 10) ?? chinese(number)
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting":
            return chinese(number)
        case "japaneseCounting": return chinese(number, hasZero: false)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
            return digits(number, "〇一二三四五六七八九")
        case "chineseLegalSimplified": return chinese(number, "零壹贰叁肆伍陆柒捌玖", places: "拾佰仟万", writesOneTen: true)
        case "ideographLegalTraditional", "japaneseLegal":
            return chinese(number, "零壹貳參肆伍陸柒捌玖", places: "拾佰仟萬", writesOneTen: true)
        case "ideographTraditional": return cycle(number, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": return cycle(number, "子丑寅卯辰巳午未申酉戌亥")
        default: return "\(number)"
        }
    }

    /// A format of its own, given by the words for the first numbers: `001, 002, 003, ...` pads with zeros.
    static func text(_ number: Int, pattern: String) -> String {
        let width = pattern.prefix { $0 == "0" || ("1"..."9").contains($0) }.utf8.count
        let plain = "\(number)"
        return String(repeating: "0", count: max(0, min(width, 16) - plain.utf8.count)) + plain
    }

    /// 二十三, 一百零五; up to 99,999.
    private static func chinese(
        _ number: Int, _ numerals: String = "零一二三四五六七八九", places: String = "十百千万", writesOneTen: Bool = false, hasZero: Bool = true
    ) -> String {
        let numerals = Array(numerals)
        let places = Array(places)
        guard number > 0, number < 100_000 else { return number == 0 ? String(numerals[0]) : "\(number)" }
        var text = ""
        var isAfterGap = false
        for (index, power) in [10_000, 1_000, 100, 10, 1].enumerated() {
            let digit = number / power % 10
            guard digit > 0 else {
                isAfterGap = !text.isEmpty
                continue
            }
            if isAfterGap, hasZero { text.append(numerals[0]) }
            isAfterGap = false
            let isBareTen = power == 10 && digit == 1 && text.isEmpty && !writesOneTen
            if !isBareTen { text.append(numerals[digit]) }
            if index < 4 { text.append(places[3 - index]) }
        }
        return text
    }

    private static func digits(_ number: Int, _ numerals: String) -> String {
        let numerals = Array(numerals)
        return String("\(number)".utf8.compactMap { byte in 0x30...0x39 ~= byte ? numerals[Int(byte - 0x30)] : nil })
    }

    /// ① to ㊿, as far as there are such characters.
    private static func circled(_ number: Int) -> String {
        switch number {
        case 1...20: scalar(number, first: 0x2460, upTo: 20) ?? ""
        case 21...35: scalar(number - 20, first: 0x3251, upTo: 15) ?? ""
        case 36...50: scalar(number - 35, first: 0x32B1, upTo: 15) ?? ""
        default: "\(number)"
        }
    }

    private static func scalar(_ number: Int, first: UInt32, upTo last: Int) -> String? {
        guard 1...last ~= number else { return nil }
        return Unicode.Scalar(first + UInt32(number) - 1).map { String($0) }
    }

    private static func cycle(_ number: Int, _ signs: String) -> String {
        let signs = Array(signs)
        return 1...signs.count ~= number ? String(signs[number - 1]) : "\(number)"
    }

    /// a to z, then aa to zz.
    private static func letters(_ number: Int, from first: UInt32) -> String {
        guard 1...780 ~= number, let letter = Unicode.Scalar(first + UInt32((number - 1) % 26)) else { return "\(number)" }
        return String(repeating: String(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard 1...3999 ~= number else { return "\(number)" }
        var left = number
        var text = ""
        for (value, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while left >= value {
                text += sign
                left -= value
            }
        }
        return text
    }

    private static func ordinal(_ number: Int) -> String {
        let isTeen = 11...13 ~= number % 100
        switch number % 10 {
        case 1 where !isTeen: return "\(number)st"
        case 2 where !isTeen: return "\(number)nd"
        case 3 where !isTeen: return "\(number)rd"
        default: return "\(number)th"
        }
    }
}
