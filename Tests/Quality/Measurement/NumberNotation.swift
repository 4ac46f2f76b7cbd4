/// How numbers are written.
enum NumberNotation {
    private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// Below 100, as one says them before a measure word.
    static func chinese(_ number: Int) -> String {
        if number == 2 { return "两" }
        guard (0..<100).contains(number) else { return "\(number)" }
        if number < 10 { return numerals[number] }
        return (number < 20 ? "" : numerals[number / 10]) + "十" + (number % 10 == 0 ? "" : numerals[number % 10])
    }

    /// A ten-thousandth of the number, without zeros at its end.
    static func tenThousandth(_ number: Int) -> String { decimal(number, places: 4) }

    /// The number divided by a power of ten, without zeros at its end.
    static func decimal(_ number: Int, places: Int, keepsZeros: Bool = false) -> String {
        var digits = String(number.magnitude)
        while digits.count <= places { digits = "0" + digits }
        var fraction = digits.suffix(places)
        if !keepsZeros { while fraction.last == "0" { fraction = fraction.dropLast() } }
        return (number < 0 ? "-" : "") + digits.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
    }

    static func separated(_ number: Int) -> String {
        var groups: [String] = []
        var digits = Substring(String(number))
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = digits.dropLast(3)
        }
        return ([String(digits)] + groups).joined(separator: ",")
    }

    static func fullWidth(_ text: String) -> String {
        var wide = ""
        for scalar in text.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value)
            wide.unicodeScalars.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + 0xFF10) ?? scalar : scalar)
        }
        return wide
    }
}
