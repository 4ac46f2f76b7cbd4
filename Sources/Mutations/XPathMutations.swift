import AuditModel

/// The changes of an XPath expression: its operators and whole numbers, outside of string literals.
enum XPathMutations {
    /// What takes the place of an operator, longest first.
    private static let operators = [
        (" and ", " or "), (" or ", " and "), ("!=", "="), ("<=", "<"), (">=", ">"), ("<", "<="), (">", ">="), ("=", "!="),
        ("not(", "boolean("),
    ]

    static func variants(of expression: String) -> [Variant<String>] {
        let bytes = Array(expression.utf8)
        var variants: [Variant<String>] = []
        var index = 0
        var number = 0
        func replace(_ length: Int, by text: String, _ found: String) {
            number += 1
            let changed = bytes[..<index] + Array(text.utf8) + bytes[(index + length)...]
            variants.append(Variant("test.\(number) \(named(found))", .set(named(text)), String(decoding: changed, as: UTF8.self)))
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\"") {
                index = bytes[(index + 1)...].firstIndex(of: bytes[index]) ?? bytes.count
            } else if let (old, new) = operators.first(where: { bytes[index...].starts(with: $0.0.utf8) }) {
                replace(old.utf8.count, by: new, old)
                index += old.utf8.count - 1
            } else if isDigit(bytes[index]), index == 0 || !isNamePart(bytes[index - 1]) {
                let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
                let text = String(decoding: bytes[index..<end], as: UTF8.self)
                if let value = Int(text), value < Int.max { replace(end - index, by: String(value + 1), text) }
                index = end - 1
            }
            index += 1
        }
        return variants
    }

    /// Without the white space around it.
    private static func named(_ text: String) -> String { String(text.filter { $0 != " " }) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte >= 0x80
    }
}
