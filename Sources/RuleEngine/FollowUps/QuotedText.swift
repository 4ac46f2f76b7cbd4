/// A text made ready to tell whether it has a run of characters in common with another.
struct QuotedText {
    /// How many characters in a row two texts have in common, and how many among them that are in no common word.
    struct Run {
        let length: Int
        let content: Int

        /// What they have only where one repeats the other.
        static let quotation = Run(length: 6, content: 3)
        /// A name that both mention.
        static let mention = Run(length: 4, content: 4)
    }

    /// In characters: how much of a text is looked at.
    private static let length = 200

    /// Its Han characters.
    private var scalars: [UInt32] = []
    /// Whether each of them is in none of the common words.
    private var isContent: [Bool] = []

    init(_ text: String, common: WordList) {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            var commonEnd = 0
            while offset < bytes.count, scalars.count < Self.length {
                if offset >= commonEnd, let length = common.match(in: bytes, at: offset) { commonEnd = offset + length }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                if (0x4E00...0x9FFF).contains(scalar.value) {
                    scalars.append(scalar.value)
                    isContent.append(offset >= commonEnd)
                }
                offset += scalar.width
            }
        }
    }

    /// Whether it has a run of at least that much in common with another text, in whose words it counts. The product of their lengths, which are bounded.
    func shares(_ least: Run, with other: QuotedText) -> Bool {
        // A run of that length holds one of these places.
        for place in stride(from: least.length - 1, to: scalars.count, by: least.length) {
            for (candidate, scalar) in other.scalars.enumerated() where scalar == scalars[place] {
                var start = 0
                while start < min(place, candidate, least.length), scalars[place - start - 1] == other.scalars[candidate - start - 1] {
                    start += 1
                }
                // One that began so far before was looked at then.
                guard start < least.length else { continue }
                var end = 1
                while place + end < scalars.count, candidate + end < other.scalars.count,
                    scalars[place + end] == other.scalars[candidate + end]
                { end += 1 }
                let run = candidate - start..<candidate + end
                if run.count >= least.length, run.count(where: { other.isContent[$0] }) >= least.content { return true }
            }
        }
        return false
    }
}
