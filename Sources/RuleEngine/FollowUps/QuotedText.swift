import Patterns

/// A text made ready to tell whether another one has a run of its characters.
struct QuotedText {
    /// How many characters in a row two texts have in common, and how many among them that are in no common word.
    struct Run {
        let length: Int
        let content: Int

        /// What they have only where one repeats the other.
        static let quotation = Run(length: 6, content: 3)
        /// What an account of a problem has of it, though it may be little (报送不及时).
        static let naming = Run(length: 5, content: 2)
        /// A name that both mention.
        static let mention = Run(length: 4, content: 4)
    }

    /// In characters: how much of a text is looked at.
    private static let length = 200

    /// Its Han characters.
    private var scalars: [UInt32] = []
    /// Whether each of them is in none of the common words.
    private var isContent: [Bool] = []
    /// A bit for the lower bits of each of them: most characters of other texts are told from it alone.
    private var filter = [UInt64](repeating: 0, count: 16)

    init(_ text: String, common: WordList) {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            var commonEnd = 0
            while offset < bytes.count, scalars.count < Self.length {
                if offset >= commonEnd, let length = common.match(in: bytes, at: offset) { commonEnd = offset + length }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                if Self.isHan(scalar.value) {
                    scalars.append(scalar.value)
                    isContent.append(offset >= commonEnd)
                    filter[Int(scalar.value >> 6 & 15)] |= 1 << UInt64(scalar.value & 63)
                }
                offset += scalar.width
            }
        }
    }

    /// The Han characters of a text, as far as it is looked at.
    static func characters(of text: String) -> [UInt32] {
        DecodedTexts([text]).scalars.withUnsafeBufferPointer { characters(of: $0) }
    }

    /// As above, of a text's scalars.
    static func characters(of scalars: UnsafeBufferPointer<UInt32>) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: min(scalars.count, length)) { characters, count in
            for scalar in scalars where isHan(scalar) {
                if count == length { return }
                characters[count] = scalar
                count += 1
            }
        }
    }

    private static func isHan(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }

    /// Whether the characters of another text have a run of at least that much in common with it. At worst the product of their lengths, which are bounded.
    func shares(_ least: Run, with characters: [UInt32]) -> Bool {
        characters.withUnsafeBufferPointer { other in
            scalars.withUnsafeBufferPointer { own in
                // A run of that length holds one of these places.
                for place in stride(from: least.length - 1, to: other.count, by: least.length)
                where filter[Int(other[place] >> 6 & 15)] >> UInt64(other[place] & 63) & 1 != 0 {
                    for candidate in own.indices where own[candidate] == other[place] {
                        var start = 0
                        while start < min(place, candidate, least.length), other[place - start - 1] == own[candidate - start - 1] {
                            start += 1
                        }
                        // One that began so far before was looked at then.
                        guard start < least.length else { continue }
                        var end = 1
                        while place + end < other.count, candidate + end < own.count, other[place + end] == own[candidate + end] {
                            end += 1
                        }
                        let run = candidate - start..<candidate + end
                        if run.count >= least.length, run.count(where: { isContent[$0] }) >= least.content { return true }
                    }
                }
                return false
            }
        }
    }
}
