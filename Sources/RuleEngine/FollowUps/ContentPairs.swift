import DocumentModel
import Patterns

/// What items are about, as pairs of Han characters that stand side by side in them once common words are taken out, made ready to be looked for.
struct ContentPairs {
    /// More pairs of one item are not looked at.
    private static let limit = 400

    /// How many different pairs each item has.
    private(set) var counts: [Int] = []
    /// A pair of an item, with its number among the item's own.
    private struct Place {
        let pair: UInt32
        let item: Int
        let number: Int
    }

    /// By the hash of their pairs, those of one hash in the order of the items.
    private var places: [Place] = []
    /// Where in `places` those of each hash begin, and where the last ones end.
    private var starts = [Int32](repeating: 0, count: slots + 1)
    /// A bit for each hash that any has: most pairs of a text are told from it alone.
    private var filter = [UInt64](repeating: 0, count: slots / 64)

    init(_ items: [String], without words: [WordList]) {
        var all: [Place] = []
        for (item, text) in items.enumerated() {
            let pairs = Self.pairs(of: text, without: words)
            counts.append(pairs.count)
            for (number, pair) in pairs.enumerated() { all.append(Place(pair: pair, item: item, number: number)) }
        }
        for place in all {
            let slot = Self.slot(of: place.pair)
            starts[slot + 1] += 1
            filter[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        for slot in 1...Self.slots { starts[slot] += starts[slot - 1] }
        places = all
        var next = starts
        for place in all {
            let slot = Self.slot(of: place.pair)
            places[Int(next[slot])] = place
            next[slot] += 1
        }
    }

    /// Which pairs of items stand in a text, handed over one by one; the same may come more than once. Linear.
    func find(in text: String, _ take: (_ item: Int, _ number: Int) -> Void) {
        DecodedTexts([text]).scalars.withUnsafeBufferPointer { find(in: $0, take) }
    }

    /// As above, of a text's scalars.
    func find(in scalars: UnsafeBufferPointer<UInt32>, _ take: (_ item: Int, _ number: Int) -> Void) {
        filter.withUnsafeBufferPointer { filter in
            var last: UInt32 = 0
            for scalar in scalars {
                guard Self.isHan(scalar) else {
                    if !Blank.contains(scalar) { last = 0 }
                    continue
                }
                let pair = last << 16 | scalar
                last = scalar
                let slot = Self.slot(of: pair)
                guard filter[slot >> 6] >> UInt64(slot & 63) & 1 != 0 else { continue }
                for place in places[Int(starts[slot])..<Int(starts[slot + 1])] where place.pair == pair { take(place.item, place.number) }
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

    /// The different pairs of a text in the order in which they first come.
    static func pairs(of text: String, without words: [WordList]) -> [UInt32] {
        var pairs: [UInt32] = []
        var last: UInt32?
        walk(text, without: words) { scalar in
            if let last, let scalar, !pairs.contains(last << 16 | scalar) { pairs.append(last << 16 | scalar) }
            last = scalar
            return pairs.count < limit
        }
        return pairs
    }

    /// Hands over the Han characters of a text one by one, nil where they are parted by anything but blanks, until it is told to stop.
    @inline(__always)
    private static func walk(_ text: String, without words: [WordList], _ take: (UInt32?) -> Bool) {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            while offset < bytes.count {
                if let length = WordList.longest(of: words, in: bytes, at: offset) {
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

    private static let slots = 512

    /// - Source: Knuth, TAOCP 3, 6.4: multiplicative hashing by the golden ratio
    private static func slot(of pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) >> 23) }
}
