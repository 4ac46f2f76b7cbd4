import DocumentModel

/// What items are about, as pairs of Han characters that stand side by side in them once common words are taken out, made ready to be looked for.
struct ContentPairs {
    /// More pairs of one item are not looked at.
    private static let limit = 400

    /// How many different pairs each item has.
    private(set) var counts: [Int] = []
    /// The items that have a pair, each with the pair's number among its own.
    private var places: [UInt32: [(item: Int, number: Int)]] = [:]
    /// A bit for each value of the lower bits of pairs: most pairs of a text are told from it alone.
    private var filter = [UInt64](repeating: 0, count: 256)

    init(_ items: [String], without words: [WordList]) {
        for (item, text) in items.enumerated() {
            let pairs = Self.pairs(of: text, without: words)
            counts.append(pairs.count)
            for (number, pair) in pairs.enumerated() {
                places[pair, default: []].append((item, number))
                filter[Self.slot(of: pair).word] |= Self.slot(of: pair).bit
            }
        }
    }

    /// Which pairs of items stand in a text, handed over one by one; the same may come more than once. Linear.
    func find(in text: String, _ take: (_ item: Int, _ number: Int) -> Void) {
        UTF8Text.bytes(of: text) { bytes in
            var last: UInt32 = 0
            var offset = 0
            while offset < bytes.count {
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                offset += scalar.width
                if Blank.contains(scalar.value) { continue }
                guard Self.isHan(scalar.value) else {
                    last = 0
                    continue
                }
                if last != 0 {
                    let pair = last << 16 | scalar.value
                    let slot = Self.slot(of: pair)
                    if filter[slot.word] & slot.bit != 0 {
                        for place in places[pair] ?? [] { take(place.item, place.number) }
                    }
                }
                last = scalar.value
            }
        }
    }

    /// The item that has most of its pairs in a text, the first of several; nil where none has any. Linear.
    func mostShared(with text: String) -> (item: Int, count: Int)? {
        var shared: [Int: Set<Int>] = [:]
        find(in: text) { shared[$0, default: []].insert($1) }
        let best = shared.map { (item: $0.key, count: $0.value.count) }
        return best.max { $0.count != $1.count ? $0.count < $1.count : $0.item > $1.item }
    }

    /// The different Han characters of a text, without common words.
    static func characters(of text: String, without words: [WordList]) -> Set<UInt32> {
        var characters: Set<UInt32> = []
        walk(text, without: words) { scalar in
            if let scalar { characters.insert(scalar) }
            return characters.count < limit
        }
        return characters
    }

    // MARK: word for word

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
    private static let quotedLength = 200

    /// Whether a text repeats some of another word for word. The product of their lengths, which are bounded.
    static func quotes(_ text: String, _ other: String, least: Run = .quotation, common: WordList) -> Bool {
        let first = characters(of: text, common)
        let second = characters(of: other, common)
        var above = [(run: Int, content: Int)](repeating: (0, 0), count: second.count + 1)
        for character in first {
            var diagonal = (run: 0, content: 0)
            for (index, candidate) in second.enumerated() {
                let next = above[index + 1]
                let isSame = character.scalar == candidate.scalar
                above[index + 1] = isSame ? (diagonal.run + 1, diagonal.content + (candidate.isContent ? 1 : 0)) : (0, 0)
                if isSame, above[index + 1].run >= least.length, above[index + 1].content >= least.content { return true }
                diagonal = next
            }
        }
        return false
    }

    /// The Han characters of a text, and whether they are in none of the words.
    private static func characters(of text: String, _ words: WordList) -> [(scalar: UInt32, isContent: Bool)] {
        UTF8Text.bytes(of: text) { bytes in
            var characters: [(scalar: UInt32, isContent: Bool)] = []
            var offset = 0
            var commonEnd = 0
            while offset < bytes.count, characters.count < quotedLength {
                if offset >= commonEnd, let length = words.match(in: bytes, at: offset) { commonEnd = offset + length }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                if isHan(scalar.value) { characters.append((scalar.value, offset >= commonEnd)) }
                offset += scalar.width
            }
            return characters
        }
    }

    /// The different pairs of a text in the order in which they first come.
    private static func pairs(of text: String, without words: [WordList]) -> [UInt32] {
        var pairs: [UInt32] = []
        var seen: Set<UInt32> = []
        var last: UInt32?
        walk(text, without: words) { scalar in
            if let last, let scalar, seen.insert(last << 16 | scalar).inserted { pairs.append(last << 16 | scalar) }
            last = scalar
            return pairs.count < limit
        }
        return pairs
    }

    /// Hands over the Han characters of a text one by one, nil where they are parted by anything but blanks, until it is told to stop.
    private static func walk(_ text: String, without words: [WordList], _ take: (UInt32?) -> Bool) {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            while offset < bytes.count {
                if let length = words.compactMap({ $0.match(in: bytes, at: offset) }).max() {
                    offset += length
                    guard take(nil) else { return }
                    continue
                }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                offset += scalar.width
                if Blank.contains(scalar.value) { continue }
                guard take(isHan(scalar.value) ? scalar.value : nil) else { return }
            }
        }
    }

    private static func isHan(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }

    private static func slot(of pair: UInt32) -> (word: Int, bit: UInt64) {
        let hash = (pair &* 0x9E37_79B1) >> 18
        return (Int(hash >> 6), 1 << UInt64(hash & 63))
    }
}
