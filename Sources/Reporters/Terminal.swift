/// What the receiver of text output can show.
package struct Terminal: Hashable, Sendable {
    /// Whether to colour by escape sequences.
    package let hasColour: Bool
    /// The width in columns to which text is wrapped; nil: not wrapped.
    package let width: Int?

    package init(hasColour: Bool, width: Int?) {
        self.hasColour = hasColour
        self.width = width
    }

    /// A file or a pipe.
    package static let none = Terminal(hasColour: false, width: nil)
}

/// Collects lines of text for a terminal or a file.
struct TextWriter {
    /// How a piece of text stands out.
    enum Style: String {
        case plain = ""
        case bold = "1"
        case faint = "2"
        case red = "1;31"
        case yellow = "33"
        case green = "32"
        case blue = "34"
        case removed = "31;9"
        case added = "32;4"
    }

    private let terminal: Terminal
    private var text = ""

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    var bytes: [UInt8] { Array(text.utf8) }

    var hasColour: Bool { terminal.hasColour }

    /// The text in a style. Control characters of the text itself, which could steer the terminal, are shown by their pictures.
    func styled(_ string: String, _ style: Style) -> String {
        let safe = Self.withoutControls(string)
        guard terminal.hasColour, style != .plain, !safe.isEmpty else { return safe }
        return "\u{1B}[\(style.rawValue)m\(safe)\u{1B}[0m"
    }

    mutating func line(_ string: String = "", _ style: Style = .plain) {
        text += styled(string, style)
        text += "\n"
    }

    /// Appends a line that is already made up of styled pieces.
    mutating func rawLine(_ string: String) {
        text += string
        text += "\n"
    }

    /// A label and what it says, wrapped so that all its lines begin in the same column.
    mutating func entry(indent: Int, label: String, width labelWidth: Int, _ value: String, _ style: Style = .plain) {
        let columns = DisplayWidth.columns(of: label)
        let padding = label.isEmpty ? labelWidth : max(2, labelWidth - columns)
        let lead = String(repeating: " ", count: indent) + styled(label, .faint) + String(repeating: " ", count: padding)
        let hanging = indent + columns + padding
        let lines = DisplayWidth.wrapped(value, to: terminal.width.map { max(20, $0 - hanging) })
        for (index, line) in lines.enumerated() {
            text += index == 0 ? lead : String(repeating: " ", count: hanging)
            text += styled(line, style)
            text += "\n"
        }
    }

    /// Writes styled pieces as one text, wrapped, its lines indented by four columns.
    mutating func runs(_ pieces: [(String, Style)]) {
        let indent = String(repeating: " ", count: 4)
        let lines = DisplayWidth.wrapped(pieces.map(\.0).joined(), to: terminal.width.map { max(20, $0 - indent.count) })
        // Wrapping leaves nothing out but line feeds and blanks, so that the pieces can be followed along the lines.
        var rest = pieces.map { (Substring($0.0).unicodeScalars, $0.1) }[...]
        for line in lines {
            var styledLine = ""
            var piece = String.UnicodeScalarView()
            for scalar in line.unicodeScalars {
                while let (scalars, style) = rest.first, scalars.first != scalar {
                    if scalars.isEmpty {
                        styledLine += styled(String(piece), style)
                        piece = String.UnicodeScalarView()
                        rest.removeFirst()
                    } else {
                        rest[rest.startIndex].0.removeFirst()
                    }
                }
                piece.append(scalar)
                if !rest.isEmpty { rest[rest.startIndex].0.removeFirst() }
            }
            styledLine += styled(String(piece), rest.first?.1 ?? .plain)
            rawLine(indent + styledLine)
        }
    }

    private static func withoutControls(_ string: String) -> String {
        guard string.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return string }
        var safe = String.UnicodeScalarView()
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x09: safe.append(" ")
            case 0..<0x20: safe.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
            case 0x7F...0x9F: safe.append("\u{2421}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
