/// How page numbers are written.
enum PageNumberNotation {
    struct Number: Hashable {
        let number: Int
        /// How many pages there are, where that is said.
        let total: Int?
        /// Whether it is more than digits.
        let isMarked: Bool
    }

    /// The number that a line consists of, such as `3`, `- 3 -`, `3/12`, `第3页` or `第 3 页 共 12 页`; nil for any other text.
    static func number(_ text: String) -> Number? {
        guard text.utf8.count <= 60 else { return nil }
        var numbers: [Int] = []
        var words = ""
        var isInNumber = false
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar.value) {
                if isInNumber, let last = numbers.last, last < 100_000 {
                    numbers[numbers.count - 1] = last * 10 + digit
                } else {
                    numbers.append(digit)
                }
                isInNumber = true
            } else {
                isInNumber = false
                if scalar != " " { words.unicodeScalars.append(scalar) }
            }
        }
        guard 1...2 ~= numbers.count, forms.contains(words.lowercased()) else { return nil }
        return Number(number: numbers[0], total: numbers.count > 1 ? numbers[1] : nil, isMarked: !words.isEmpty)
    }

    private static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0xFF10...0xFF19: Int(scalar - 0xFF10)
        default: nil
        }
    }

    /// What is left of a page number without its digits and blanks.
    private static let forms: Set<String> = {
        var forms: Set<String> = [
            "", "/", "／", "第页", "第页共页", "第页，共页", "第页,共页", "第页/共页", "第页／共页", "页", "/页", "共页第页", "page", "pageof", "page/", "of", "p.", "()",
            "（）", "[]", "~~",
        ]
        for dash in ["-", "–", "—", "―", "－", "─", "﹣", "·", "•", "~", "～", "_"] {
            forms.insert(dash + dash)
            forms.insert(dash + dash + dash + dash)
        }
        return forms
    }()
}
