/// The numbers that browsers put before the items of a list.
struct ListCounter {
    /// Nil for a list whose items have no numbers.
    private let style: String?
    private var next: Int
    private let step: Int

    /// - Parameters:
    ///   - type: the list's `type`, if it has one.
    ///   - css: what the list's own style says of numbers.
    init(type: String?, css: String?, start: Int?, isReversed: Bool, count: @autoclosure () -> Int) {
        style = Self.style(type: type, css: css, otherwise: "decimal")
        step = isReversed ? -1 : 1
        next = start ?? (isReversed ? count() : 1)
    }

    /// The number of the next item as a browser shows it; nil when it shows none.
    mutating func take(value: Int?, type: String?, css: String?) -> String? {
        let number = value ?? next
        next = number + step
        return Self.style(type: type, css: css, otherwise: style).map { Self.text(of: number, style: $0) }
    }

    /// - Source: CSS Counter Styles 3, 6 and 7; HTML Living Standard, 4.4.5
    private static func style(type: String?, css: String?, otherwise: String?) -> String? {
        if let css {
            if css.hasPrefix("none") { return nil }
            let known = [
                "decimal", "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "lower-alpha", "lower-latin",
                "upper-alpha", "upper-latin", "lower-roman", "upper-roman",
            ]
            if let known = known.first(where: css.hasPrefix) { return known }
            if ["disc", "circle", "square"].contains(where: css.hasPrefix) { return nil }
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

    private static func text(of number: Int, style: String) -> String {
        switch style {
        case "decimal": "\(number)."
        case "lower-alpha", "lower-latin": ListNumeral.text(number, format: "lowerLetter") + "."
        case "upper-alpha", "upper-latin": ListNumeral.text(number, format: "upperLetter") + "."
        case "lower-roman": ListNumeral.text(number, format: "lowerRoman") + "."
        case "upper-roman": ListNumeral.text(number, format: "upperRoman") + "."
        case "cjk-decimal": ListNumeral.text(number, format: "ideographDigital") + ListNumeral.comma
        default: ListNumeral.text(number, format: "chineseCounting") + ListNumeral.comma
        }
    }
}
