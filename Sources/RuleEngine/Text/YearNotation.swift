import DocumentModel

/// A year that stands at the start of a sentence as the time that the sentence speaks of: `2023年，`, `2023年度，`, `2023年以来`.
struct LeadingYear {
    let year: Int
    /// The bytes of the year with 年 or 年度.
    let range: Range<Int>
    /// The end of the words behind it that tell of the time since (以来), in bytes; nil where none stand there.
    let sinceEnd: Int?

    private static let yearWord = Array("年".utf8)
    private static let yearEnding = Array("度".utf8)
    private static let closings = ["\u{201D}", "\u{2019}", "\u{300D}", "\u{300F}", "\u{300B}", "\u{FF09}"].map { Array($0.utf8) }
    /// What shows that the sentence speaks of that time rather than that the year belongs to a name.
    private static let followers = ["，", ","].map { Array($0.utf8) }
    private static let since = Array("以来".utf8)

    /// Whether a sentence may begin with a year that begins with a scalar: most begin with some other word.
    static func mayBegin(with scalar: UInt32) -> Bool { !(0x3400...0x9FFF).contains(scalar) || DigitNotation.chinese(scalar) != nil }

    /// Reads the year at the start of a range; nil when none stands there or something else follows it. Digits may be full-width or Chinese (二〇二三),
    /// with blanks between and behind them. `openers`: further words of which one has to follow.
    init?(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, openers: () -> [WordList] = { [] }) {
        var scanner = Scanner(text: text, offset: range.lowerBound, end: range.upperBound)
        // What closes the sentence before, behind its full stop, belongs to that.
        while Self.closings.contains(where: { scanner.skip($0) }) {}
        scanner.skipBlanks()
        let start = scanner.offset
        var year = 0
        for _ in 0..<4 {
            scanner.skipBlanks()
            guard let digit = scanner.digit() else { return nil }
            year = year * 10 + digit
        }
        scanner.skipBlanks()
        guard scanner.skip(Self.yearWord) else { return nil }
        scanner.skipBlanks()
        _ = scanner.skip(Self.yearEnding)
        self.range = start..<scanner.offset
        scanner.skipBlanks()
        let end = scanner.offset
        let isSince = scanner.skip(Self.since)
        sinceEnd = isSince ? scanner.offset : nil
        let isFollowed = isSince || Self.followers.contains { scanner.skip($0) }
        guard isFollowed || end < range.upperBound && openers().contains(where: { $0.match(in: text, at: end) != nil }) else { return nil }
        self.year = year
    }
}

/// Reads small pieces of UTF-8 one after the other.
private struct Scanner {
    let text: UnsafeBufferPointer<UInt8>
    var offset: Int
    let end: Int

    mutating func skip(_ bytes: [UInt8]) -> Bool {
        guard offset + bytes.count <= end, bytes.indices.allSatisfy({ text[offset + $0] == bytes[$0] }) else { return false }
        offset += bytes.count
        return true
    }

    /// Spaces, tabs and the ideographic space.
    mutating func skipBlanks() {
        while offset < end {
            if text[offset] == 0x20 || text[offset] == 0x09 {
                offset += 1
            } else if !skip([0xE3, 0x80, 0x80]), !skip([0xC2, 0xA0]) {
                return
            }
        }
    }

    mutating func digit() -> Int? {
        guard offset < end else { return nil }
        let first = text[offset]
        if (0x30...0x39).contains(first) {
            offset += 1
            return Int(first - 0x30)
        }
        // Full-width and Chinese digits all have three bytes.
        guard first >= 0xE0, first < 0xF0, offset + 3 <= end else { return nil }
        let scalar = UInt32(first & 0xF) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
        guard let digit = DigitNotation.value(scalar) else { return nil }
        offset += 3
        return digit
    }
}
