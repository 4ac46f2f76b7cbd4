import DocumentModel

/// The number at the start of a line, read from its scalars.
struct PrintedOrdinal {
    let style: OrdinalStyle
    /// At least 1, at most 99.
    let number: Int
    /// The mark after the number; nil when there is none or only a blank.
    let delimiter: UInt32?
    /// Whether only a blank or nothing parts the number from what follows, so that it may be a mere figure.
    let isWeak: Bool
    /// The index of the first scalar after the number and its mark.
    let end: Int
}

/// Reads numbers of headings. No line is read further than its number.
struct OrdinalScanner {
    let scalars: [UInt32]

    /// False for an ideograph with which no number begins.
    static func mayBegin(with ideograph: UInt32) -> Bool { ideograph == 0x7B2C || HanNumber.mayBegin(with: ideograph) }

    /// The number that begins at an index; nil when none does.
    func ordinal(at start: Int) -> PrintedOrdinal? {
        guard start < scalars.count else { return nil }
        return named(at: start) ?? enclosed(at: start) ?? inParentheses(at: start) ?? han(at: start) ?? arabic(at: start)
    }

    private func scalar(_ index: Int) -> UInt32? { index < scalars.count ? scalars[index] : nil }

    private func afterBlanks(_ index: Int) -> Int {
        var index = index
        while let next = scalar(index), Blank.contains(next) { index += 1 }
        return index
    }

    /// 第一部分, 第二章, 第3节
    private func named(at start: Int) -> PrintedOrdinal? {
        guard scalar(start) == 0x7B2C, let (number, end) = number(at: afterBlanks(start + 1)) else { return nil }
        let unit = afterBlanks(end)
        var style: OrdinalStyle
        var next = unit + 1
        switch scalar(unit) {
        case 0x90E8:
            guard scalar(afterBlanks(next)) == 0x5206 else { return nil }
            style = .part
            next = afterBlanks(next) + 1
        case 0x7BC7, 0x7F16: style = .part
        case 0x7AE0: style = .chapter
        case 0x8282: style = .clause
        default: return nil
        }
        let mark = scalar(afterBlanks(next)).flatMap { Self.isDelimiter($0) || Self.isColon($0) ? $0 : nil }
        return PrintedOrdinal(
            style: style, number: number, delimiter: mark, isWeak: false, end: mark == nil ? next : afterBlanks(next) + 1)
    }

    /// Numbers that are one character: ㈠ ⑴ ⒈ ① ❶ ㊀
    private func enclosed(at start: Int) -> PrintedOrdinal? {
        guard let value = scalar(start) else { return nil }
        let found: (OrdinalStyle, UInt32)
        switch value {
        case 0x2460...0x2473: found = (.circled, value - 0x245F)
        case 0x2474...0x2487: found = (.arabicInParentheses, value - 0x2473)
        case 0x2488...0x249B: found = (.arabic, value - 0x2487)
        case 0x2776...0x277F: found = (.circled, value - 0x2775)
        case 0x3220...0x3229: found = (.hanInParentheses, value - 0x321F)
        case 0x3280...0x3289: found = (.hanInParentheses, value - 0x327F)
        default: return nil
        }
        let mark = scalar(start + 1).flatMap { Self.isDelimiter($0) ? $0 : nil }
        return PrintedOrdinal(
            style: found.0, number: Int(found.1), delimiter: mark, isWeak: false, end: start + (mark == nil ? 1 : 2))
    }

    /// （一） (1) 〔一〕
    private func inParentheses(at start: Int) -> PrintedOrdinal? {
        guard let open = scalar(start), open == 0xFF08 || open == 0x28 || open == 0x3014 else { return nil }
        let first = afterBlanks(start + 1)
        guard let (number, end) = number(at: first) else { return nil }
        let close = afterBlanks(end)
        guard let mark = scalar(close), Self.isClosing(mark) else { return nil }
        let delimiter = scalar(close + 1).flatMap { Self.isDelimiter($0) ? $0 : nil }
        return PrintedOrdinal(
            style: CellText.isDigit(scalars[first]) ? .arabicInParentheses : .hanInParentheses, number: number, delimiter: delimiter,
            isWeak: false, end: close + (delimiter == nil ? 1 : 2))
    }

    /// 一、 and 一）
    private func han(at start: Int) -> PrintedOrdinal? {
        guard let (number, end) = HanNumber.read(scalars, at: start) else { return nil }
        let mark = afterBlanks(end)
        guard let value = scalar(mark), Self.isDelimiter(value) || Self.isColon(value) || Self.isClosing(value) || value == 0x3002 else {
            return PrintedOrdinal(style: .han, number: number, delimiter: nil, isWeak: true, end: end)
        }
        return PrintedOrdinal(
            style: Self.isClosing(value) ? .hanInParentheses : .han, number: number, delimiter: value, isWeak: false, end: mark + 1)
    }

    /// 1. 1、 1) and 1.1
    private func arabic(at start: Int) -> PrintedOrdinal? {
        guard var (number, end) = digits(at: start) else { return nil }
        var parts = 1
        while let point = scalar(end), point == 0x2E || point == 0xFF0E, let (next, after) = digits(at: end + 1) {
            number = next
            end = after
            parts += 1
        }
        let mark = afterBlanks(end)
        guard let value = scalar(mark) else { return nil }
        if parts > 1 {
            // 3.5万 is a figure; what follows a number of several parts must be set off.
            guard Self.isDelimiter(value) || mark > end else { return nil }
            return PrintedOrdinal(
                style: parts == 2 ? .decimal : .deepDecimal, number: number, delimiter: nil, isWeak: false,
                end: Self.isDelimiter(value) ? mark + 1 : mark)
        }
        if Self.isClosing(value) {
            return PrintedOrdinal(style: .arabicInParentheses, number: number, delimiter: value, isWeak: false, end: mark + 1)
        }
        guard Self.isDelimiter(value) else {
            return PrintedOrdinal(style: .arabic, number: number, delimiter: nil, isWeak: true, end: end)
        }
        // 3,000 and 1. 5 are figures.
        if let next = scalar(mark + 1), CellText.isDigit(next) { return nil }
        return PrintedOrdinal(style: .arabic, number: number, delimiter: value, isWeak: false, end: mark + 1)
    }

    private func number(at start: Int) -> (Int, Int)? {
        digits(at: start) ?? HanNumber.read(scalars, at: start)
    }

    private func digits(at start: Int) -> (Int, Int)? {
        var number = 0
        var index = start
        while let value = scalar(index), let digit = DigitNotation.decimal(value) {
            guard index - start < 2 else { return nil }
            number = number * 10 + digit
            index += 1
        }
        return number > 0 ? (number, index) : nil
    }

    /// 、 . ． , ， ﹑ ､ · and the small and middle points.
    private static func isDelimiter(_ value: UInt32) -> Bool {
        switch value {
        case 0x3001, 0x2E, 0xFF0E, 0x2C, 0xFF0C, 0xFE51, 0xFF64, 0xB7, 0xFE52, 0x30FB: true
        default: false
        }
    }

    private static func isColon(_ value: UInt32) -> Bool { value == 0x3A || value == 0xFF1A }

    private static func isClosing(_ value: UInt32) -> Bool { value == 0xFF09 || value == 0x29 || value == 0x3015 }
}

/// Chinese numerals from 1 to 99.
enum HanNumber {
    /// The number that begins at an index and the index after it; nil when there is none or it does not end there.
    static func read(_ scalars: [UInt32], at start: Int) -> (Int, Int)? {
        var index = start
        var number = 0
        if index < scalars.count, let digit = digit(scalars[index]) {
            number = digit
            index += 1
        }
        if index < scalars.count, scalars[index] == ten {
            number = max(1, number) * 10
            index += 1
            if index < scalars.count, let digit = digit(scalars[index]) {
                number += digit
                index += 1
            }
        }
        guard number > 0 else { return nil }
        if index < scalars.count, digit(scalars[index]) != nil || scalars[index] == ten { return nil }
        return (number, index)
    }

    static func mayBegin(with scalar: UInt32) -> Bool { scalar == ten || digit(scalar) != nil }

    private static let ten: UInt32 = 0x5341

    /// Ordinals have no 〇 and no 两.
    private static func digit(_ value: UInt32) -> Int? {
        guard let digit = DigitNotation.chinese(value), digit > 0, value != 0x4E24 else { return nil }
        return digit
    }
}
