import AuditModel

/// Writes JSON as UTF-8 bytes, members in the order in which they are given, so that the same values always give the same bytes.
///
/// - Source: RFC 8259.
struct JSONWriter {
    /// How the elements of an object or array stand.
    enum Layout {
        /// Each on a line of its own, indented by its depth.
        case lines
        /// All in the line of the container; so are those of everything within it.
        case line
    }

    private(set) var bytes: [UInt8] = []
    private var layout = Layout.lines
    private var depth = 0
    private var isFirst = true
    private var followsKey = false

    mutating func object(_ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        container(layout, "{", "}", members)
    }

    mutating func array<Element>(
        _ layout: Layout = .lines, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
    ) {
        container(layout, "[", "]") { json in
            for element in elements { write(&json, element) }
        }
    }

    /// Writes a member's name; its value must be written next.
    mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        followsKey = true
    }

    mutating func string(_ value: String?) {
        separate()
        if let value { quote(value) } else { append("null") }
    }

    mutating func member(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Substring) {
        key(name)
        separate()
        quote(value)
    }

    mutating func member(_ name: String, _ value: Int?) {
        key(name)
        separate()
        append(value.map(String.init) ?? "null")
    }

    mutating func member(_ name: String, _ value: Bool?) {
        key(name)
        separate()
        append(value.map { $0 ? "true" : "false" } ?? "null")
    }

    /// Writes a number with two decimals.
    mutating func member(_ name: String, hundredths: Int?) {
        key(name)
        separate()
        append(hundredths.map { Quantity(significand: Int128($0), scale: 2).description } ?? "null")
    }

    mutating func null(_ name: String) { member(name, nil as String?) }

    mutating func member(_ name: String, _ layout: Layout = .lines, object members: (inout JSONWriter) -> Void) {
        key(name)
        object(layout, members)
    }

    mutating func member<Element>(
        _ name: String, _ layout: Layout = .lines, array elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array(layout, elements, write)
    }

    /// The bytes with the line feed that ends the text.
    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private mutating func container(_ wanted: Layout, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        let outer = layout
        layout = outer == .line ? .line : wanted
        bytes.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if layout == .lines, !isFirst { breakLine() }
        bytes.append(UInt8(ascii: close))
        layout = outer
        isFirst = false
    }

    /// Writes what stands before an element or a member's name; nothing before a member's value.
    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard depth > 0 else { return }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        switch layout {
        case .lines: breakLine()
        case .line: if !isFirst { bytes.append(UInt8(ascii: " ")) }
        }
        isFirst = false
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ ascii: String) { bytes.append(contentsOf: ascii.utf8) }

    private mutating func quote(_ value: some StringProtocol) {
        bytes.append(UInt8(ascii: "\""))
        let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { quoteContent($0) }
        if isDone == nil { Array(value.utf8).withUnsafeBufferPointer { quoteContent($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What needs no escape is copied run by run.
    private mutating func quoteContent(_ value: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in value.indices {
            let byte = value[index]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<index]))
            start = index + 1
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            default: append("\\u00" + (byte < 16 ? "0" : "1") + String(byte & 15, radix: 16))
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
    }
}
