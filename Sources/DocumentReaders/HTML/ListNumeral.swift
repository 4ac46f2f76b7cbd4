/// The numbers that browsers put before the items of a list.
struct ListNumeral {
    /// Nil for a list whose items have no numbers.
    private let style: String?
    private var next: Int
    private let step: Int

    /// - Parameters:
    ///   - type: the list's `type`, if it has one.
    ///   - css: the list's own style, without blanks and in lower case.
    init(type: String?, css: String, start: Int?, isReversed: Bool, count: @autoclosure () -> Int) {
        style = Self.style(type: type, css: css, otherwise: "decimal")
        step = isReversed ? -1 : 1
        next = start ?? (isReversed ? count() : 1)
    }

    /// The number of the next item as a browser shows it; nil when it shows none.
    mutating func take(value: Int?, type: String?, css: String) -> String? {
        let number = value ?? next
        next = number + step
        return Self.style(type: type, css: css, otherwise: style).flatMap { Self.text(of: number, style: $0) }
    }

    /// - Source: CSS Counter Styles 3, 6 and 7; HTML Living Standard, 4.4.5
    private static func style(type: String?, css: String, otherwise: String?) -> String? {
        for property in ["list-style-type:", "list-style:"] {
            guard let range = css.ranges(of: property).first else { continue }
            let value = css[range.upperBound...].prefix { $0 != ";" }
            if value.hasPrefix("none") { return nil }
            if let known = ["decimal", "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "lower-alpha", "lower-latin",
                "upper-alpha", "upper-latin", "lower-roman", "upper-roman"].first(where: value.hasPrefix)
            {
                return known
            }
            if ["disc", "circle", "square"].contains(where: value.hasPrefix) { return nil }
        }
        switch type {
        case "1": return "decimal"
        case "a": return "lower-alpha"
        case "A": return "upper-alpha"
        case "i": return "lower-roman"
        case "I": return "upper-roman"
        case "disc", "circle", "square", "none": return nil
        default: return otherwise
        }
    }

    private static func text(of number: Int, style: String) -> String? {
        switch style {
        case "decimal": return "\(number)."
        case "lower-alpha", "lower-latin", "upper-alpha", "upper-latin":
            guard (1...26).contains(number), let scalar = Unicode.Scalar((style.hasPrefix("lower") ? 0x60 : 0x40) + UInt32(number)) else {
                return "\(number)."
            }
            return "\(scalar)."
        case "lower-roman", "upper-roman":
            let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
            guard (1...numerals.count).contains(number) else { return "\(number)." }
            return (style == "upper-roman" ? numerals[number - 1].uppercased() : numerals[number - 1]) + "."
        default: return chinese(number).map { $0 + String(Character(Unicode.Scalar(0x3001 as UInt16) ?? ".")) } ?? "\(number)."
        }
    }

    /// 1 to 99 in Chinese numerals.
    private static func chinese(_ number: Int) -> String? {
        guard (1...99).contains(number) else { return nil }
        var scalars = String.UnicodeScalarView()
        func put(_ value: UInt16) { if let scalar = Unicode.Scalar(value) { scalars.append(scalar) } }
        if number >= 20 { put(digits[number / 10]) }
        if number >= 10 { put(0x5341) }
        if !number.isMultiple(of: 10) { put(digits[number % 10]) }
        return String(scalars)
    }

    private static let digits: [UInt16] = [0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D]
}
