/// An identifier with gaps: `*` for any one segment, `{name}` for one or more segments that the name stands for.
struct IndicatorPattern: Hashable {
    enum Segment: Hashable {
        case literal(String)
        case any
        case slot(String)
    }

    let text: String
    let segments: [Segment]

    var slots: [String] {
        segments.compactMap { if case .slot(let name) = $0 { name } else { nil } }
    }

    /// Parses `applications.{row}.total`; the offset of a failure counts UTF-8 bytes from the start of the text.
    init(_ text: String) throws(ExpressionError) {
        self.text = text
        var segments: [Segment] = []
        var offset = 0
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let name = String(Substring(part))
            if name.isEmpty { throw ExpressionError(.emptySegment, at: offset) }
            if name == "*" {
                segments.append(.any)
            } else if part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}"), Self.isName(part.dropFirst().dropLast()) {
                segments.append(.slot(String(name.dropFirst().dropLast())))
            } else if Self.isName(part) {
                segments.append(.literal(name))
            } else {
                throw ExpressionError(.badSegment(name), at: offset)
            }
            offset += part.count + 1
        }
        self.segments = segments
    }

    private static func isName(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
        return bytes.allSatisfy { isNameByte($0) }
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}
