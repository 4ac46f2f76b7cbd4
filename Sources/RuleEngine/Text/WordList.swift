/// A list of words made ready to be searched for in UTF-8. Of words that match at one place the longest counts.
///
/// A class, since lists are handed around and never change.
final class WordList: Sendable {
    /// The words one behind the other, by the bucket of their first character, the longest of a bucket first.
    private let letters: [UInt8]
    /// Where each word begins in `letters`, and where the last one ends.
    private let starts: [Int32]
    /// The first word of each bucket that has any, and the number of words.
    private let buckets: [Int32]
    /// A bit for each bucket, which is a value of the lower bits of first characters: most characters of a text are told from it alone.
    private let filter: [UInt64]
    /// How many bits are set before each word of the filter.
    private let ranks: [Int32]

    /// No words at all.
    static let none = WordList([])

    init(_ list: [String]) {
        var given: [UInt8] = []
        given.reserveCapacity(list.reduce(0) { $0 + $1.utf8.count })
        var words: [(bucket: Int, bytes: Range<Int>)] = []
        words.reserveCapacity(list.count)
        for word in list where !word.isEmpty {
            let start = given.count
            given += word.utf8
            words.append((given.withUnsafeBufferPointer { Self.bucket($0, at: start) }, start..<given.count))
        }
        words.sort { left, right in
            if left.bucket != right.bucket { return left.bucket < right.bucket }
            if left.bytes.count != right.bytes.count { return left.bytes.count > right.bytes.count }
            return given[left.bytes].lexicographicallyPrecedes(given[right.bytes])
        }
        var (letters, starts, buckets): ([UInt8], [Int32], [Int32]) = ([], [0], [])
        letters.reserveCapacity(given.count)
        starts.reserveCapacity(words.count + 1)
        var filter = [UInt64](repeating: 0, count: 64)
        var ranks = [Int32](repeating: 0, count: 64)
        for (index, word) in words.enumerated() {
            if index > 0, given[words[index - 1].bytes] == given[word.bytes] { continue }
            if index == 0 || words[index - 1].bucket != word.bucket { buckets.append(Int32(starts.count - 1)) }
            filter[word.bucket >> 6] |= 1 << UInt64(word.bucket & 63)
            letters += given[word.bytes]
            starts.append(Int32(letters.count))
        }
        buckets.append(Int32(starts.count - 1))
        for index in 1..<filter.count { ranks[index] = ranks[index - 1] + Int32(filter[index - 1].nonzeroBitCount) }
        (self.letters, self.starts, self.buckets, self.filter, self.ranks) = (letters, starts, buckets, filter, ranks)
    }

    var isEmpty: Bool { letters.isEmpty }

    /// The length in bytes of the longest word that stands at an offset; nil when none does.
    func match(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset < text.count else { return nil }
        return match(in: text, at: offset, bucket: Self.bucket(text, at: offset))
    }

    /// As `match` of several lists at once.
    static func longest(of lists: [WordList], in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        let bucket = bucket(text, at: offset)
        var longest = 0
        for list in lists { longest = max(longest, list.match(in: text, at: offset, bucket: bucket) ?? 0) }
        return longest > 0 ? longest : nil
    }

    /// As `match`, of the bucket that stands at the offset, which lies within the text. Most are told from the filter, without a call.
    @inline(__always)
    func match(in text: UnsafeBufferPointer<UInt8>, at offset: Int, bucket: Int) -> Int? {
        filter[bucket >> 6] >> UInt64(bucket & 63) & 1 == 0 ? nil : word(in: text, at: offset, bucket: bucket)
    }

    private func word(in text: UnsafeBufferPointer<UInt8>, at offset: Int, bucket: Int) -> Int? {
        let bit = UInt64(1) << UInt64(bucket & 63)
        let rank = Int(ranks[bucket >> 6]) + (filter[bucket >> 6] & (bit - 1)).nonzeroBitCount
        for word in Int(buckets[rank])..<Int(buckets[rank + 1]) {
            let start = Int(starts[word])
            let length = Int(starts[word + 1]) - start
            guard offset + length <= text.count else { continue }
            let stands = letters.withUnsafeBufferPointer { letters in
                // Most words differ in their last letter, if not in their first character.
                var index = length
                while index > 0, text[offset + index - 1] == letters[start + index - 1] { index -= 1 }
                return index == 0
            }
            if stands { return length }
        }
        return nil
    }

    /// The first word at or after the start of a range that lies within it.
    func firstMatch(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Range<Int>? {
        guard !isEmpty else { return nil }
        var offset = range.lowerBound
        let text = UnsafeBufferPointer(rebasing: text[0..<range.upperBound])
        return filter.withUnsafeBufferPointer { filter in
            while offset < text.count {
                let first = text[offset]
                // A character of three bytes is nearly all there is.
                if first & 0xF0 == 0xE0, offset + 3 <= text.count {
                    let bucket = Int(text[offset + 1] & 0x3F) << 6 | Int(text[offset + 2] & 0x3F)
                    if filter[bucket >> 6] >> UInt64(bucket & 63) & 1 != 0, let length = match(in: text, at: offset, bucket: bucket) {
                        return offset..<offset + length
                    }
                    offset += 3
                } else {
                    if let length = match(in: text, at: offset) { return offset..<offset + length }
                    offset += UTF8Text.width(of: first)
                }
            }
            return nil
        }
    }

    /// A text with a bar in the place of each word.
    func removed(from text: String) -> String {
        UTF8Text.bytes(of: text) { bytes in
            var rest: [UInt8] = []
            var offset = 0
            while let match = firstMatch(in: bytes, range: offset..<bytes.count) {
                rest += bytes[offset..<match.lowerBound]
                rest.append(0x7C)
                offset = match.upperBound
            }
            return String(decoding: rest + bytes[offset...], as: UTF8.self)
        }
    }

    func occurs(in text: String) -> Bool {
        UTF8Text.bytes(of: text) { firstMatch(in: $0, range: 0..<$0.count) != nil }
    }

    /// The lower twelve bits of the scalar at an offset; malformed ends yield some number.
    static func bucket(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = text[offset]
        // A character of three bytes is nearly all there is.
        if first & 0xF0 == 0xE0, offset + 3 <= text.count { return Int(text[offset + 1] & 0x3F) << 6 | Int(text[offset + 2] & 0x3F) }
        let width = UTF8Text.width(of: first)
        guard width > 1, offset + width <= text.count else { return Int(first) }
        var key = Int(first) & (0x7F >> width)
        for index in 1..<width { key = key << 6 | Int(text[offset + index] & 0x3F) }
        return key & 0xFFF
    }
}
