package import Zip

extension ZipMember {
    /// The path in the archive as text, without strokes at its ends. Where the archive does not say that its names are in UTF-8, valid UTF-8 is
    /// believed, and else they are taken for GB18030, in which archives are written on Chinese systems.
    ///
    /// - Source: APPNOTE 6.3.10, appendix D; practice of archivers on Windows, which write the system's code page.
    package var path: String {
        let text: String
        if Transcoding.isValidUTF8(name) {
            text = String(decoding: name, as: UTF8.self)
        } else if !isNameUTF8, let decoded = try? Transcoding(gb18030: name) {
            text = String(decoding: decoded.bytes, as: UTF8.self)
        } else {
            text = String(decoding: name, as: UTF8.self)
        }
        // Archivers on Windows may part folders by the other stroke. Names are only names; none leads anywhere.
        var steps: [Substring] = []
        for step in text.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return String(steps.joined(separator: "/").unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : Character($0) })
    }
}
