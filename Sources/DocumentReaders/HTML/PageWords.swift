import DocumentModel

/// Knows the words that stand around a report on its page.
struct PageWords {
    enum Meaning {
        case publication
        case origin
        case furniture
    }

    /// By their first byte, the longest of each first; of a word with two meanings the first one counts.
    private let words: [(bytes: [UInt8], meaning: Meaning)]
    /// For each byte the number of the first word that begins with it or with a greater one; and, last, how many words there are.
    private let starts: [Int]
    /// A bit for the lower six bits of the first two bytes of each word: most text is told from them.
    private let openings: [UInt64]

    init(_ vocabulary: PageVocabulary) {
        let all =
            vocabulary.publicationLabels.map { ($0, Meaning.publication) } + vocabulary.originLabels.map { ($0, Meaning.origin) }
            + vocabulary.furniture.map { ($0, Meaning.furniture) }
        let words = all.map { (bytes: Array($0.0.utf8), meaning: $0.1) }.filter { !$0.bytes.isEmpty }
        self.words = words.sorted { $0.bytes[0] != $1.bytes[0] ? $0.bytes[0] < $1.bytes[0] : $0.bytes.count > $1.bytes.count }
        var starts = [Int](repeating: 0, count: 257)
        for word in words { starts[Int(word.bytes[0]) + 1] += 1 }
        for byte in 1...256 { starts[byte] += starts[byte - 1] }
        self.starts = starts
        var openings = [UInt64](repeating: 0, count: 64)
        for word in words { openings[Int(word.bytes[0] & 63)] |= word.bytes.count > 1 ? 1 << UInt64(word.bytes[1] & 63) : .max }
        self.openings = openings
    }

    /// Whether a word begins with a byte.
    private func mayBegin(with byte: UInt8) -> Bool { starts[Int(byte)] < starts[Int(byte) + 1] }

    /// False where no word begins with two bytes.
    private func mayBegin(with first: UInt8, _ second: UInt8) -> Bool { openings[Int(first & 63)] >> UInt64(second & 63) & 1 != 0 }

    /// The longest word that begins at an index.
    func word(in bytes: [UInt8], at index: Int) -> (length: Int, meaning: Meaning)? {
        guard index < bytes.count, mayBegin(with: bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0) else { return nil }
        for number in starts[Int(bytes[index])]..<starts[Int(bytes[index]) + 1] where bytes[index...].starts(with: words[number].bytes) {
            return (words[number].bytes.count, words[number].meaning)
        }
        return nil
    }

    /// Whether a line consists of such words, figures and marks only, or begins with one and a colon, as controls and labels of a page do.
    func isFurniture(_ string: String) -> Bool {
        guard string.utf8.count <= 600, mayBeFurniture(string) else { return false }
        let bytes = Array(string.utf8)
        if let label = label(in: bytes, at: Self.skipMarks(bytes, 0)), label.meaning == .furniture { return true }
        var index = 0
        var hasWord = false
        while index < bytes.count {
            if let word = word(in: bytes, at: index) {
                hasWord = true
                index += word.length
            } else if bytes[index] < 0x80, !Self.isLetter(bytes[index]) {
                index += 1
            } else if case let length = Self.mark(bytes, index), length > 0 {
                index += length
            } else {
                return false
            }
        }
        return hasWord
    }

    /// False for a line that begins with neither a word, a mark nor a figure, and for one in which no word begins: most are told from that.
    private func mayBeFurniture(_ string: String) -> Bool {
        var string = string
        return string.withUTF8 { bytes in
            guard let first = bytes.first,
                first < 0x80 || Self.opensMark(first) || mayBegin(with: first, bytes.count > 1 ? bytes[1] : 0)
            else { return false }
            return bytes.contains(where: mayBegin)
        }
    }

    /// A word with a colon behind it: where what it labels begins.
    func label(in bytes: [UInt8], at index: Int) -> (meaning: Meaning, value: Int)? {
        guard index < bytes.count, let word = word(in: bytes, at: index) else { return nil }
        let mark = Self.skipBlanks(bytes, index + word.length)
        guard mark < bytes.count else { return nil }
        if bytes[mark] == 0x3A { return (word.meaning, mark + 1) }
        if bytes[mark...].starts(with: [0xEF, 0xBC, 0x9A]) { return (word.meaning, mark + 3) }
        if word.meaning == .publication, mark > index + word.length, (0x30...0x39).contains(bytes[mark]) { return (.publication, mark) }
        return nil
    }

    static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count, case let length = Blank.length(in: bytes, at: index, end: bytes.count), length > 0 { index += length }
        return index
    }

    /// The index behind marks and blanks, and figures where asked.
    static func skipMarks(_ bytes: [UInt8], _ start: Int, digits: Bool = false) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] < 0x80, !isLetter(bytes[index]), digits || !(0x30...0x39).contains(bytes[index]) {
                index += 1
            } else if case let length = mark(bytes, index), length > 0 {
                index += length
            } else {
                break
            }
        }
        return index
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func opensMark(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF }

    /// The length of a mark or blank beyond ASCII: Latin marks, general punctuation, arrows and shapes, CJK and full-width punctuation.
    private static func mark(_ bytes: [UInt8], _ index: Int) -> Int {
        guard index + 1 < bytes.count else { return 0 }
        if bytes[index] == 0xC2 { return 2 }
        guard index + 2 < bytes.count else { return 0 }
        switch (bytes[index], bytes[index + 1]) {
        case (0xE2, 0x80...0x81), (0xE2, 0x86...0x87), (0xE2, 0x94...0x97), (0xE3, 0x80), (0xEF, 0xBC), (0xEF, 0xBD), (0xEF, 0xB8...0xB9):
            return 3
        default: return 0
        }
    }
}
