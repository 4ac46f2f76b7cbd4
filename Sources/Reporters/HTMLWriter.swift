/// Writes HTML as UTF-8 bytes. Names of elements and attributes are literals, and every value is escaped, so that no text of a report can become markup.
///
/// - Source: HTML Living Standard, 13.1 (writing HTML documents).
struct HTMLWriter {
    /// One attribute of an element.
    struct Attribute {
        let name: StaticString
        let value: String

        init(_ name: StaticString, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    private(set) var bytes: [UInt8] = []

    /// Writes an element with its content.
    mutating func element(_ name: StaticString, _ attributes: [Attribute?] = [], _ content: (inout HTMLWriter) -> Void) {
        open(name, attributes)
        content(&self)
        append("</")
        append(name)
        append(">")
    }

    /// Writes an element that holds nothing but text.
    mutating func element(_ name: StaticString, _ attributes: [Attribute?] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element without content and end tag, such as `br`.
    mutating func void(_ name: StaticString, _ attributes: [Attribute?] = []) { open(name, attributes) }

    mutating func text(_ string: String) { escape(string) }

    /// Writes a line feed between blocks, where it means nothing.
    mutating func lineFeed() { bytes.append(UInt8(ascii: "\n")) }

    /// Writes a literal of our own as it is, such as the style sheet.
    mutating func literal(_ literal: StaticString) { append(literal) }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute?]) {
        append("<")
        append(name)
        for case let attribute? in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            escape(attribute.value)
            append("\"")
        }
        append(">")
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Escapes markup and leaves out what HTML may not hold: control characters other than tab and line feed.
    private mutating func escape(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "'"): append("&#39;")
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20, 0x7F: append("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }
}

extension HTMLWriter.Attribute {
    static func `class`(_ value: String) -> Self { Self("class", value) }
    static func id(_ value: String) -> Self { Self("id", value) }
    static func href(_ anchor: String) -> Self { Self("href", "#" + anchor) }
    static func title(_ value: String) -> Self { Self("title", value) }
}
