import DocumentModel

/// A rectangle on a page, in points, from the page's top left corner as it is looked at.
struct Box: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom))
    }

    func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }
}

/// Characters that stand close together on one line.
struct PageWord {
    /// Never empty, without blanks and control characters.
    let text: String
    var box: Box
    let first: UInt32
    let last: UInt32
    /// How many scalars the text has.
    let count: Int
    /// The width of a Han character of this size, as far as it shows.
    let em: Double
    /// Where it stands in the source, where that has lines.
    var position: SourcePosition?

    init?(_ text: String, _ box: Box) {
        var count = 0
        var wide = 0
        var last: UInt32 = 0
        for scalar in text.unicodeScalars {
            count += 1
            last = scalar.value
            if Glyph.isWide(last) { wide += 1 }
        }
        guard let first = text.unicodeScalars.first else { return nil }
        self.text = text
        self.box = box
        self.first = first.value
        self.last = last
        self.count = count
        // Other characters are about half as wide as those of Han.
        let full = box.width / (Double(wide) + 0.5 * Double(count - wide))
        // The height of a box is that of the font, about a fifth more than its size.
        let size = min(box.height, count > 1 ? max(box.width, box.height / Double(count)) : box.height) / 1.2
        em = wide > 0 && 0.6 * box.height...1.1 * box.height ~= full ? full : max(1, size)
    }

    /// Whether several characters stand one below the other.
    var isVertical: Bool { count > 1 && box.height > 1.5 * box.width }
}

/// What the look of a character says.
enum Glyph {
    /// Whether it takes the width of a Han character.
    static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2014...0x2015, 0x2018...0x201D, 0x2026, 0x2460...0x24FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

    /// A letter of an alphabet whose words are parted by blanks.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: true
        default: false
        }
    }

    /// Marks that begin no line: they stay with the character before them.
    static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
            0x3015,
            0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0x25:
            true
        default: false
        }
    }

    /// Marks that end no line: they stay with the character after them.
    static func opens(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08: true
        default: false
        }
    }
}

/// A line that is drawn from left to right or from top to bottom.
struct RuledLine: Hashable {
    let isVertical: Bool
    /// Its x when it is vertical, else its y.
    let position: Double
    /// The smaller of its ends.
    let start: Double
    let end: Double
}

/// One page: its words and what is drawn on it.
struct Page {
    /// From 1.
    let number: Int
    var width: Double
    var height: Double
    /// As poppler orders them.
    var words: [PageWord]
    var lines: [RuledLine] = []
    /// Where pictures stand that may hold what is due in words.
    var pictures: [Box] = []

    mutating func swapSides() { (width, height) = (height, width) }
}
