import AuditModel

/// Fills the placeholders of messages and advice.
enum Template {
    /// The template with each `{name}` replaced; a name without a value becomes empty, and braces around anything else stay.
    static func filled(_ template: LocalizedText, with values: [Placeholder: LocalizedText]) -> LocalizedText {
        LocalizedText { language in fill(template[language]) { values[$0]?[language] ?? "" } }
    }

    /// Whether a template has a place for a value.
    static func mentions(_ placeholder: Placeholder, in template: LocalizedText) -> Bool {
        Language.allCases.contains { language in
            var found = false
            _ = fill(template[language]) { name in
                if name == placeholder { found = true }
                return ""
            }
            return found
        }
    }

    private static func fill(_ template: String, _ value: (Placeholder) -> String) -> String {
        var result = ""
        var rest = Substring(template)
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            let after = rest.utf8.index(after: open)
            guard let close = rest[after...].utf8.firstIndex(of: UInt8(ascii: "}")) else {
                rest = rest[open...]
                break
            }
            if let name = Placeholder(rawValue: String(rest[after..<close])) {
                result += value(name)
            } else {
                result += rest[open...close]
            }
            rest = rest[rest.utf8.index(after: close)...]
        }
        return result + rest
    }
}
