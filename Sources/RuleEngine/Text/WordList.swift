/// A list of words made ready to be searched for in UTF-8. Of words that match at one place the longest counts.
struct WordList: Sendable {
    /// Words by their first character, the longest first.
    private var words: [UInt32: [[UInt8]]] = [:]
    /// A bit for each value of the lower bits of first characters: most characters of a text are told from it alone.
    private var filter = [UInt64](repeating: 0, count: 64)

    init(_ list: [String]) {
        for word in Set(list) where !word.isEmpty {
            let bytes = Array(word.utf8)
            let key = bytes.withUnsafeBufferPointer { Self.key($0, at: 0) }
            words[key, default: []].append(bytes)
            filter[Int(key >> 6 & 63)] |= 1 << UInt64(key & 63)
        }
        for key in words.keys { words[key]?.sort { ($1.count, $0.lexicalKey) < ($0.count, $1.lexicalKey) } }
    }

    var isEmpty: Bool { words.isEmpty }

    /// The length in bytes of the longest word that stands at an offset; nil when none does.
    func match(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset < text.count else { return nil }
        let key = Self.key(text, at: offset)
        guard filter[Int(key >> 6 & 63)] & 1 << UInt64(key & 63) != 0, let candidates = words[key] else { return nil }
        for word in candidates where offset + word.count <= text.count {
            if word.indices.allSatisfy({ text[offset + $0] == word[$0] }) { return word.count }
        }
        return nil
    }

    /// The first word at or after the start of a range that lies within it.
    func firstMatch(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Range<Int>? {
        var offset = range.lowerBound
        let text = UnsafeBufferPointer(rebasing: text[0..<range.upperBound])
        while offset < text.count {
            if let length = match(in: text, at: offset) { return offset..<offset + length }
            offset += UTF8Text.width(of: text[offset])
        }
        return nil
    }

    func occurs(in text: String) -> Bool {
        UTF8Text.bytes(of: text) { firstMatch(in: $0, range: 0..<$0.count) != nil }
    }

    /// The scalar at an offset; malformed ends yield some number that no word bears.
    private static func key(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
        let first = text[offset]
        let width = UTF8Text.width(of: first)
        guard width > 1, offset + width <= text.count else { return UInt32(first) }
        var key = UInt32(first) & (0x7F >> UInt32(width))
        for index in 1..<width { key = key << 6 | UInt32(text[offset + index] & 0x3F) }
        return key
    }
}

extension [UInt8] {
    /// Makes the order of words of one length the same in every run.
    fileprivate var lexicalKey: String { String(decoding: self, as: UTF8.self) }
}
