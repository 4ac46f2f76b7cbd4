/// The ways in which a line says nothing but the number of its page.
enum PageNumberNotation {
    /// The number of `3`, `- 3 -`, `— 3 —`, `3/12`, `第3页`, `第 3 页 共 12 页`, and whether it can be nothing else; nil for any other line.
    static func number(in line: String) -> (number: Int, isSure: Bool)? {
        guard line.utf8.count <= 64 else { return nil }
        var digits: [Int] = []
        var isInNumber = false
        var marks: [Unicode.Scalar] = []
        for scalar in line.unicodeScalars {
            let value = scalar.value
            let digit: UInt32? = (0x30...0x39).contains(value) ? value - 0x30 : (0xFF10...0xFF19).contains(value) ? value - 0xFF10 : nil
            if let digit {
                if !isInNumber { digits.append(0) }
                isInNumber = true
                guard let last = digits.last, last < 100_000 else { return nil }
                digits[digits.count - 1] = last * 10 + Int(digit)
            } else {
                isInNumber = false
                if !blanks.contains(scalar) { marks.append(scalar) }
            }
        }
        guard let number = digits.first, digits.count <= 2, number > 0 else { return nil }
        let text = String(String.UnicodeScalarView(marks))
        if digits.count == 1 {
            if text.isEmpty { return (number, false) }
            return framed.contains(text) ? (number, true) : nil
        }
        guard number <= digits[1] else { return nil }
        return text == "/" || text == "／" ? (number, false) : of.contains(text) ? (number, true) : nil
    }

    private static let blanks: Set<Unicode.Scalar> = [" ", "\u{3000}", "\u{A0}", "\u{C}", "\t"]
    private static let framed: Set<String> = [
        "--", "——", "－－", "––", "第页", "—第页—", "-第页-", "··", "~~", "【】", "[]", "()", "（）", "——-", "-", "—",
    ]
    private static let of: Set<String> = ["第页共页", "第页/共页", "第页，共页", "第页,共页", "第页（共页）", "第页(共页)", "-/-", "—/—", "页/页"]
}
