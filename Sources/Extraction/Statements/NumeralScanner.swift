import AuditModel

/// Reads numerals: ASCII and full-width digits with separators, blanks and decimals, and Chinese numerals. It knows digits only, no words.
enum NumeralScanner {
    struct Numeral {
        let value: Quantity
        let end: Int
        let isChinese: Bool
    }

    /// The numeral that begins at a position; nil when none does or it has too many digits.
    static func numeral(in scalars: [UInt32], at start: Int) -> Numeral? {
        if digit(scalars[start]) != nil { return digits(in: scalars, at: start) }
        return chinese(in: scalars, at: start)
    }

    /// Blanks that may stand inside or behind a number.
    static func isBlank(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0x2009 || scalar == 0x202F
    }

    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0xFF10...0xFF19: Int(scalar - 0xFF10)
        default: nil
        }
    }

    /// Digits, with thousands separators between groups of three and one decimal point. Blanks between digits join them (`1 466`), since a
    /// number torn by a line break or justified setting is one number.
    private static func digits(in scalars: [UInt32], at start: Int) -> Numeral? {
        var text = ""
        var index = start
        var hasPoint = false
        while index < scalars.count {
            let scalar = scalars[index]
            if let digit = digit(scalar) {
                text.append(Character(UnicodeScalar(UInt8(0x30 + digit))))
                index += 1
            } else if !hasPoint, scalar == 0x2E || scalar == 0xFF0E, index + 1 < scalars.count, digit(scalars[index + 1]) != nil {
                hasPoint = true
                text.append(".")
                index += 1
            } else if !hasPoint, scalar == 0x2C, isGroupOfThree(scalars, at: index + 1) {
                index += 1
            } else if isBlank(scalar), let next = digitAfterBlank(scalars, at: index) {
                index = next
            } else {
                break
            }
            if text.utf8.count > Quantity.digitLimit + 1 { return nil }
        }
        guard let value = Quantity(text) else { return nil }
        return Numeral(value: value, end: index, isChinese: false)
    }

    /// Exactly three digits, then no fourth.
    private static func isGroupOfThree(_ scalars: [UInt32], at start: Int) -> Bool {
        guard start + 3 <= scalars.count, scalars[start..<start + 3].allSatisfy({ digit($0) != nil }) else { return false }
        return start + 3 == scalars.count || digit(scalars[start + 3]) == nil
    }

    /// The place of the digit behind a single blank.
    private static func digitAfterBlank(_ scalars: [UInt32], at index: Int) -> Int? {
        index + 1 < scalars.count && digit(scalars[index + 1]) != nil ? index + 1 : nil
    }

    /// Chinese numerals up to 亿: positional (二〇二三) or with units (一千零二十).
    private static func chinese(in scalars: [UInt32], at start: Int) -> Numeral? {
        var index = start
        var total = 0
        var section = 0
        var current: Int?
        var digits = 0
        var positional = 0
        var usesUnits = false
        while index < scalars.count, digits < 16 {
            let scalar = scalars[index]
            if let digit = chineseDigit(scalar) {
                positional = positional * 10 + digit
                current = digit
            } else if let unit = chineseUnit(scalar) {
                if unit >= 10_000 {
                    guard index > start else { return nil }
                    let (product, overflow) = (total + section + (current ?? 0)).multipliedReportingOverflow(by: unit)
                    guard !overflow, product < 1_000_000_000_000_000 else { return nil }
                    total = product
                    section = 0
                } else {
                    section += (current ?? (index == start || section == 0 ? 1 : 0)) * unit
                }
                current = nil
                usesUnits = true
            } else {
                break
            }
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        let value = usesUnits ? total + section + (current ?? 0) : positional
        return Numeral(value: Quantity(value), end: index, isChinese: true)
    }

    static func chineseDigit(_ scalar: UInt32) -> Int? {
        switch UnicodeScalar(scalar) {
        case "〇", "零", "○": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func chineseUnit(_ scalar: UInt32) -> Int? {
        switch UnicodeScalar(scalar) {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }
}
