import DocumentModel

/// The words of all pages, out of what `pdftotext -bbox` says. Linear in its bytes.
struct WordBoxes {
    private(set) var pages: [Page] = []
    /// Characters that the file gives no meaning to, which were left out or stand as U+FFFD.
    private(set) var unmapped = 0
    /// All others.
    private(set) var mapped = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            read(bytes[index..<end])
            index = end + 1
        }
    }

    private static let word = Array("<word ".utf8)
    private static let page = Array("<page ".utf8)

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let line = line.drop { $0 == 0x20 }
        if line.starts(with: Self.word) {
            var numbers = Attributes(line)
            guard let left = numbers.next(), let top = numbers.next(), let right = numbers.next(), let bottom = numbers.next(),
                !pages.isEmpty,
                let end = line.lastIndex(of: 0x3C), let start = line[..<end].firstIndex(of: 0x3E)
            else { return }
            let box = Box(left: min(left, right), top: min(top, bottom), right: max(left, right), bottom: max(top, bottom))
            let text = text(of: line[(start + 1)..<end])
            if let word = PageWord(text, box) { pages[pages.count - 1].words.append(word) }
        } else if line.starts(with: Self.page) {
            var numbers = Attributes(line)
            let width = numbers.next() ?? 0
            let height = numbers.next() ?? 0
            pages.append(Page(number: pages.count + 1, width: width, height: height, words: []))
        }
    }

    private mutating func text(of bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        var source = String(decoding: bytes, as: UTF8.self)
        if bytes.contains(0x26) { source = Self.unescaped(source) }
        for scalar in source.unicodeScalars {
            switch scalar.value {
            // Codes of the font itself: of control characters, for private use, not assigned.
            case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0..<0x09, 0x0E..<0x20, 0x7F..<0x85, 0x86..<0xA0: unmapped += 1
            case 0xFFFD, 0xFFFE, 0xFFFF:
                unmapped += 1
                text.unicodeScalars.append("\u{FFFD}")
            default:
                if Blank.contains(scalar.value) { continue }
                mapped += 1
                text.unicodeScalars.append(RadicalNotation.character(for: scalar))
            }
        }
        return text
    }

    private static func unescaped(_ text: String) -> String {
        var text = text
        for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            text = text.replacing(name, with: character)
        }
        return text
    }

    /// The numbers of a tag's attributes, in order.
    private struct Attributes {
        private var rest: ArraySlice<UInt8>

        init(_ line: ArraySlice<UInt8>) { rest = line.prefix(256) }

        /// Nil at the end and for what is no number, or one that no page has.
        mutating func next() -> Double? {
            guard let opening = rest.firstIndex(of: 0x22), let closing = rest[(opening + 1)...].firstIndex(of: 0x22) else { return nil }
            let digits = rest[(opening + 1)..<closing]
            rest = rest[(closing + 1)...]
            var value = 0.0
            var scale = 0.0
            for byte in digits {
                switch byte {
                case 0x2D: continue
                case 0x2E: scale = 1
                case 0x30...0x39:
                    value = value * 10 + Double(byte - 0x30)
                    scale *= 10
                default: return nil
                }
            }
            let number = (digits.first == 0x2D ? -value : value) / max(1, scale)
            return abs(number) < 1e6 ? number : nil
        }
    }
}
