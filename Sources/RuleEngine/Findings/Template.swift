import AuditModel

/// A message or an advice of a pack, taken apart at its placeholders.
struct Template: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case value(Placeholder)
    }

    private let chinese: [Piece]
    private let english: [Piece]

    init(_ text: LocalizedText) {
        chinese = Self.pieces(of: text.chinese)
        english = Self.pieces(of: text.english)
    }

    /// The template with each `{name}` replaced; a name without a value becomes empty, and braces around anything else stay.
    func filled(with value: (Placeholder) -> LocalizedText?) -> LocalizedText {
        LocalizedText(chinese: Self.fill(chinese) { value($0)?.chinese ?? "" }, english: Self.fill(english) { value($0)?.english ?? "" })
    }

    /// Whether the template has a place for a value.
    func mentions(_ placeholder: Placeholder) -> Bool {
        (chinese + english).contains { if case .value(placeholder) = $0 { true } else { false } }
    }

    /// In bytes: what few messages exceed.
    private static let usualLength = 400

    private static func fill(_ pieces: [Piece], _ value: (Placeholder) -> String) -> String {
        // Templates without a value are most of them.
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        var result = ""
        result.reserveCapacity(Self.usualLength)
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .value(let name): result += value(name)
            }
        }
        return result
    }

    private static func pieces(of template: String) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        var rest = Substring(template)
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            text += rest[..<open]
            let after = rest.utf8.index(after: open)
            guard let close = rest[after...].utf8.firstIndex(of: UInt8(ascii: "}")) else {
                rest = rest[open...]
                break
            }
            if let name = Placeholder(rawValue: String(rest[after..<close])) {
                pieces += [.text(text), .value(name)]
                text = ""
            } else {
                text += rest[open...close]
            }
            rest = rest[rest.utf8.index(after: close)...]
        }
        return pieces + [.text(text + rest)]
    }
}
