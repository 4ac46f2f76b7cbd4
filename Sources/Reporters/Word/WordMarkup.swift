/// Writes the markup of a Word file as UTF-8 bytes. Names are literals, and every value is escaped, so that no text of a report can become markup.
///
/// - Source: XML 1.0, 2.2 (characters) and 2.4 (character data).
struct WordMarkup {
    typealias Attributes = KeyValuePairs<StaticString, String>

    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

    /// Writes an element with its content.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout WordMarkup) -> Void) {
        open(name, attributes)
        append(">")
        content(&self)
        append("</")
        append(name)
        append(">")
    }

    /// Writes an element without content.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        append("/>")
    }

    /// Writes a literal of our own as it is.
    mutating func literal(_ literal: StaticString) { append(literal) }

    mutating func text(_ string: some StringProtocol) {
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            case 0x22: append("&quot;")
            // What XML may not hold, and a carriage return, which it would not keep.
            case 0..<0x09, 0x0B..<0x20, 0x7F, 0xFFFE, 0xFFFF: append("\u{FFFD}")
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        append("<")
        append(name)
        for (name, value) in attributes {
            append(" ")
            append(name)
            append("=\"")
            text(value)
            append("\"")
        }
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
