/// The numerals by which lines of forms are counted.
enum OrdinalNumeral {
    /// A label without the numeral that it begins with: `（七）`, `一、` or `1.`.
    static func removed(from label: String) -> String {
        var rest = label.unicodeScalars[...]
        let isOpened = rest.first == "（" || rest.first == "("
        if isOpened { rest.removeFirst() }
        let digits = rest.prefix(while: isNumeral)
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.popFirst(), !rest.isEmpty else { return label }
        let closes = isOpened ? mark == "）" || mark == ")" : mark == "、" || mark == "." || mark == "．"
        return closes ? String(rest) : label
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }
}
