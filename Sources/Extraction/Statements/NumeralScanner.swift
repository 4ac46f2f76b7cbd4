import AuditModel
import DocumentModel

/// Reads numerals: ASCII and full-width digits with separators, blanks and decimals, and Chinese numerals. It knows digits only, no words.
enum NumeralScanner {
    struct Numeral {
        /// 0 where there are too many digits.
        let value: Quantity
        let end: Int
        let isChinese: Bool
        /// How many of its digits stand behind the point, zeros included.
        var decimals = 0
        /// Neighbouring digits one after the other (三四件) tell a range, not a number of two digits.
        var isRange = false
        var isTooLong = false
    }

    /// Tells most characters of a text from those that a numeral may begin with.
    struct Openings {
        /// A bit for the lower bits of each ideograph that is a digit or a unit.
        private let ideographs: UInt64 = (0x4E00..<0xA000).reduce(0) { bits, scalar in
            DigitNotation.chinese(scalar) == nil && chineseUnit(scalar) == nil ? bits : bits | 1 << UInt64(scalar & 63)
        }

        @inline(__always)
        func mayHold(_ scalar: UInt32) -> Bool {
            scalar < 0x4E00 || scalar >= 0xFF00 || ideographs >> UInt64(scalar & 63) & 1 != 0
        }
    }

    static let openings = Openings()

    /// The numeral that begins at a position; nil when none does.
    static func numeral(in scalars: [UInt32], at start: Int) -> Numeral? {
        let scalar = scalars[start]
        if DigitNotation.decimal(scalar) != nil { return digits(in: scalars, at: start) }
        guard DigitNotation.chinese(scalar) != nil || chineseUnit(scalar) != nil else { return nil }
        return chinese(in: scalars, at: start)
    }

    /// Blanks that may stand inside or behind a number.
    static func isBlank(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0x2009 || scalar == 0x202F
    }

    /// Digits, with thousands separators between groups of three and one decimal point. Blanks between digits join them (`1 466`), since a
    /// number torn by a line break or justified setting is one number.
    private static func digits(in scalars: [UInt32], at start: Int) -> Numeral? {
        var significand: Int128 = 0
        var count = 0
        var decimals = 0
        var index = start
        var hasPoint = false
        while index < scalars.count {
            let scalar = scalars[index]
            if let digit = DigitNotation.decimal(scalar) {
                count += 1
                if count <= Quantity.digitLimit { significand = significand * 10 + Int128(digit) }
                if hasPoint { decimals += 1 }
                index += 1
            } else if !hasPoint, scalar == 0x2E || scalar == 0xFF0E, index + 1 < scalars.count,
                DigitNotation.decimal(scalars[index + 1]) != nil
            {
                hasPoint = true
                index += 1
            } else if !hasPoint, scalar == 0x2C || scalar == 0xFF0C, isGroupOfThree(scalars, at: index + 1) {
                index += 1
            } else if isBlank(scalar), index + 1 < scalars.count, DigitNotation.decimal(scalars[index + 1]) != nil {
                index += 1
            } else {
                break
            }
        }
        guard count <= Quantity.digitLimit else { return Numeral(value: .zero, end: index, isChinese: false, isTooLong: true) }
        return Numeral(value: Quantity(significand: significand, scale: decimals), end: index, isChinese: false, decimals: decimals)
    }

    /// Exactly three digits, then no fourth.
    private static func isGroupOfThree(_ scalars: [UInt32], at start: Int) -> Bool {
        guard start + 3 <= scalars.count, scalars[start..<start + 3].allSatisfy({ DigitNotation.decimal($0) != nil }) else { return false }
        return start + 3 == scalars.count || DigitNotation.decimal(scalars[start + 3]) == nil
    }

    /// Chinese numerals up to 亿: positional (二〇二三) or with units (一千零二十). Of more than 16 characters only the length is told.
    private static func chinese(in scalars: [UInt32], at start: Int) -> Numeral? {
        var index = start
        var total = 0
        var section = 0
        var current: Int?
        var positional = 0
        var isRange = false
        var usesUnits = false
        while index < scalars.count {
            let scalar = scalars[index]
            let isTooLong = index - start >= 16
            if let digit = DigitNotation.chinese(scalar) {
                // 三四, 七八: one digit and its successor stand for a range.
                if let current, current > 0, digit == current + 1 { isRange = true }
                if !isTooLong { positional = positional * 10 + digit }
                current = digit
            } else if let unit = chineseUnit(scalar) {
                if isTooLong {
                } else if unit >= 10_000 {
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
            index += 1
        }
        guard index - start <= 16 else { return Numeral(value: .zero, end: index, isChinese: true, isTooLong: true) }
        let value = usesUnits ? total + section + (current ?? 0) : positional
        return Numeral(value: Quantity(value), end: index, isChinese: true, isRange: isRange && index - start <= 4)
    }

    /// 十, 百, 千, 万, 亿.
    private static func chineseUnit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341: 10
        case 0x767E: 100
        case 0x5343: 1000
        case 0x4E07: 10_000
        case 0x4EBF: 100_000_000
        default: nil
        }
    }
}
