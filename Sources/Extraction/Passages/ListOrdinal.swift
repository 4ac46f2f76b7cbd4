import DocumentModel

/// The ordinal that begins an item of a list.
struct ListOrdinal {
    /// In scalars: how far behind it a list may begin.
    private static let reach = 8

    /// Its kind of numeral and the marks around it.
    enum Style: Hashable {
        case circled
        case bracketed(isArabic: Bool)
        /// With the scalar behind it, and whether one stands before it (第一, 其一).
        case plain(isArabic: Bool, isLed: Bool, end: UInt32)
    }

    let style: Style

    /// How deep lists with such ordinals are nested by custom, from the outside: 一、（一）1.（1）①; nil for clauses that are counted.
    /// - Source: GB/T 9704-2012, 7.3.3
    var depth: Int? {
        switch style {
        case .plain(isArabic: false, isLed: false, end: 0x3001): 0
        case .bracketed(isArabic: false): 1
        case .plain(isArabic: true, isLed: false, _): 2
        case .bracketed(isArabic: true): 3
        case .circled: 4
        case .plain: nil
        }
    }
    /// From 1.
    let number: Int
    /// The index behind it.
    let end: Int

    /// The ordinal with which a range of a text begins, folded; nil where there is none.
    static func found(in text: [UInt32], _ range: Range<Int>) -> ListOrdinal? {
        var index = range.lowerBound
        while index < range.upperBound, Blank.contains(text[index]) { index += 1 }
        guard index < range.upperBound else { return nil }
        if (0x2460...0x2473).contains(text[index]) {
            return ListOrdinal(style: .circled, number: Int(text[index] - 0x2460) + 1, end: index + 1)
        }
        let isBracketed = text[index] == 0x28
        if isBracketed { index += 1 }
        var isLed = false
        if let numeral = numeral(text, index, range.upperBound) {
            return made(numeral, text, range.upperBound, isBracketed: isBracketed, isLed: false)
        }
        isLed = !isBracketed && index + 1 < range.upperBound
        guard isLed, let numeral = numeral(text, index + 1, range.upperBound), !numeral.isArabic else { return nil }
        return made(numeral, text, range.upperBound, isBracketed: false, isLed: true)
    }

    /// The ordinal that begins a list within a clause, soon behind what says what it lists (…将一是…); nil where there is none.
    static func begun(in text: [UInt32], _ range: Range<Int>) -> ListOrdinal? {
        for start in range.prefix(reach) {
            guard let ordinal = found(in: text, start..<range.upperBound), ordinal.number == 1 else { continue }
            switch ordinal.style {
            case .circled, .bracketed: return ordinal
            case .plain(isArabic: false, isLed: false, end: 0x662F): return ordinal
            case .plain: continue
            }
        }
        return nil
    }

    private static func made(
        _ numeral: (number: Int, isArabic: Bool, end: Int), _ text: [UInt32], _ limit: Int, isBracketed: Bool, isLed: Bool
    ) -> ListOrdinal? {
        guard numeral.end < limit else { return nil }
        let end = text[numeral.end]
        let behind = numeral.end + 1
        if isBracketed {
            return end == 0x29 ? ListOrdinal(style: .bracketed(isArabic: numeral.isArabic), number: numeral.number, end: behind) : nil
        }
        // Points and commas, or the verb with which clauses are counted.
        let isEnd = [0x2C, 0x2E, 0x3001, 0x3A, 0x29].contains(end) || !numeral.isArabic && end == 0x662F
        guard isEnd else { return nil }
        return ListOrdinal(style: .plain(isArabic: numeral.isArabic, isLed: isLed, end: end), number: numeral.number, end: behind)
    }

    private static func numeral(_ text: [UInt32], _ start: Int, _ limit: Int) -> (number: Int, isArabic: Bool, end: Int)? {
        guard start < limit else { return nil }
        if let digit = DigitNotation.decimal(text[start]) {
            guard start + 1 < limit, let other = DigitNotation.decimal(text[start + 1]) else { return (digit, true, start + 1) }
            return (digit * 10 + other, true, start + 2)
        }
        // Ten, alone.
        if text[start] == 0x5341 { return (10, false, start + 1) }
        guard let digit = DigitNotation.chinese(text[start]), digit > 0 else { return nil }
        return (digit, false, start + 1)
    }
}
