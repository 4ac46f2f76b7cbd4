import DocumentModel
import SequenceDiff

/// What does not count when texts are compared for repetition: white space, figures, names that stand for the writer, and sentences that every
/// writer has to write.
///
/// A figure (a run of digits, with points and commas between them) and a name each count as one character, whatever they say. A sentence that
/// holds prescribed words counts for nothing.
package struct TextMask: Hashable, Sendable {
    /// Stand for a figure and a name; no document holds these control characters.
    private static let figure: UInt32 = 0
    private static let name: UInt32 = 1

    private let names: ScalarWords
    private let prescribed: ScalarWords
    private let numerals: Set<UInt32>
    /// Knows the scalars with which figures and names begin.
    private let marks: ScalarFilter

    /// - Parameters:
    ///   - names: What the writer is called, in full and short; an empty one is left out.
    ///   - numerals: Characters that count as digits besides 0…9 and their full-width forms.
    ///   - prescribed: Words of the sentences that do not count; an empty one is left out.
    package init(names: [String] = [], numerals: String = "", prescribed: [String] = []) {
        self.init(
            names: ScalarWords(names), prescribed: ScalarWords(prescribed), numerals: Set(numerals.unicodeScalars.map(\.value)))
    }

    private init(names: ScalarWords, prescribed: ScalarWords, numerals: Set<UInt32>) {
        self.names = names
        self.prescribed = prescribed
        self.numerals = numerals
        var marks = names.filter
        for digit: UInt32 in 0..<10 {
            marks.insert(0x30 + digit)
            marks.insert(0xFF10 + digit)
        }
        for numeral in numerals { marks.insert(numeral) }
        self.marks = marks
    }

    /// The same for the writer of another mask.
    package func naming(as other: TextMask) -> TextMask { TextMask(names: other.names, prescribed: prescribed, numerals: numerals) }

    /// A text as far as it counts.
    package struct Masked: Sendable {
        /// Scalars, and what stands for figures and names.
        package let characters: [UInt32]
        /// How many characters count, before figures and names became one each.
        package let length: Int
        /// Whether the characters are all that the text has, unchanged.
        let isWhole: Bool
    }

    /// The text as far as it counts. Linear.
    package func masked(_ text: String) -> Masked { masked([text]) }

    /// The same of texts that follow one another, each in a line of its own.
    package func masked(_ texts: [String]) -> Masked {
        var length = 0
        var isWhole = true
        // A scalar takes at least one byte.
        let capacity = texts.reduce(0) { $0 + $1.utf8.count + 1 }
        let characters = [UInt32](unsafeUninitializedCapacity: capacity) { scalars, count in
            for (number, text) in texts.enumerated() {
                if number > 0 {
                    scalars[count] = 0x0A
                    count += 1
                }
                count += text.decodeScalars(into: scalars[count...])
            }
            // What counts is written over what was read.
            length = sift(UnsafeBufferPointer(rebasing: scalars[..<count])) { place, index in scalars[index] = scalars[place] }
            isWhole = length == count
            let kept = UnsafeBufferPointer(rebasing: scalars[..<length])
            count = length
            guard let first = kept.firstIndex(where: isMarked) else { return }
            isWhole = false
            count = first
            mask(kept, from: first) { character, _ in
                scalars[count] = character
                count += 1
            }
        }
        return Masked(characters: characters, length: length, isWhole: isWhole)
    }

    /// The text's characters as far as they count, and which of its scalars (counted from 0) each of them stands for.
    func traced(_ scalars: [UInt32]) -> (characters: [UInt32], origins: [Range<Int>]) {
        var places = Array(scalars.indices)
        let count = scalars.withUnsafeBufferPointer { sift($0) { place, index in places[index] = place } }
        var characters: [UInt32] = []
        var origins: [Range<Int>] = []
        places[..<count].map { scalars[$0] }.withUnsafeBufferPointer { kept in
            mask(kept, from: 0) { character, range in
                characters.append(character)
                origins.append(places[range.lowerBound]..<places[range.upperBound - 1] + 1)
            }
        }
        return (characters, origins)
    }

    /// Finds the scalars that count before figures and names become one each: all but blanks and the sentences that hold prescribed words.
    ///
    /// - Parameter keep: is handed the place of each of them and its index among them, no greater than its place. Of a sentence that turns out not to count
    ///   the indices come again.
    /// - Returns: how many there are.
    @inline(__always)
    private func sift(_ scalars: UnsafeBufferPointer<UInt32>, _ keep: (_ place: Int, _ index: Int) -> Void) -> Int {
        prescribed.filter.withBits { filter in
            var count = 0
            // Where the sentence begins among those that are kept.
            var start = 0
            var counts = true
            for place in scalars.indices {
                let scalar = scalars[place]
                if counts, ScalarFilter.holds(scalar, filter), isPrescribed(scalars, at: place) { counts = false }
                // Most characters are ideographs or marks between them, which need not be looked up.
                if (0x3001...0xFEFE).contains(scalar) || !Blank.contains(scalar) {
                    keep(place, count)
                    count += 1
                }
                if !(0x3400...0x9FFF).contains(scalar), Self.endsSentence(scalar) {
                    if !counts { count = start }
                    start = count
                    counts = true
                }
            }
            return counts ? count : start
        }
    }

    /// Whether a prescribed word stands at a place and within its sentence.
    private func isPrescribed(_ scalars: UnsafeBufferPointer<UInt32>, at place: Int) -> Bool {
        guard let length = prescribed.match(scalars, at: place) else { return false }
        return !scalars[place..<place + length - 1].contains(where: Self.endsSentence)
    }

    /// Whether a figure or a name may begin with a scalar.
    private func isMarked(_ scalar: UInt32) -> Bool { marks.holds(scalar) && (names.filter.holds(scalar) || isDigit(scalar)) }

    /// Hands over each character that counts from an index on, with the range of those that it stands for. `kept`: without blanks.
    @inline(__always)
    private func mask(_ kept: UnsafeBufferPointer<UInt32>, from first: Int, _ take: (UInt32, Range<Int>) -> Void) {
        var index = first
        while index < kept.count {
            let start = index
            index += 1
            guard marks.holds(kept[start]) else {
                take(kept[start], start..<index)
                continue
            }
            if let length = names.match(kept, at: start) {
                index = start + length
                take(Self.name, start..<index)
            } else if isDigit(kept[start]) {
                while index < kept.count {
                    if isDigit(kept[index]) {
                        index += 1
                    } else if Self.isSeparator(kept[index]), index + 1 < kept.count, isDigit(kept[index + 1]) {
                        index += 2
                    } else {
                        break
                    }
                }
                take(Self.figure, start..<index)
            } else {
                take(kept[start], start..<index)
            }
        }
    }

    static func isFigure(_ character: UInt32) -> Bool { character == figure }

    private func isDigit(_ scalar: UInt32) -> Bool {
        scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10 || !numerals.isEmpty && numerals.contains(scalar)
    }

    /// A point or a comma, half or full width.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        scalar == 0x2E || scalar == 0x2C || scalar == 0xFF0E || scalar == 0xFF0C
    }

    /// Line ends and the stops and semicolons of both widths; the stop of ASCII is a decimal point as well.
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0A, 0x0D, 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: true
        default: false
        }
    }
}

/// A bit for each value of the lower bits of some scalars, which tells most scalars of a text from them.
private struct ScalarFilter: Hashable, Sendable {
    private var bits = [UInt64](repeating: 0, count: 64)

    mutating func insert(_ scalar: UInt32) { bits[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63) }

    /// False for a scalar that is none of them.
    func holds(_ scalar: UInt32) -> Bool { bits.withUnsafeBufferPointer { Self.holds(scalar, $0) } }

    /// The same of bits that are at hand.
    static func holds(_ scalar: UInt32, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
        bits[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0
    }

    @inline(__always)
    func withBits<Value>(_ body: (UnsafeBufferPointer<UInt64>) -> Value) -> Value { bits.withUnsafeBufferPointer(body) }
}

/// Words to be looked for in a text of scalars.
private struct ScalarWords: Hashable, Sendable {
    /// By their first scalars, the longest of one first scalar first.
    private let words: [[UInt32]]
    /// Knows their first scalars.
    let filter: ScalarFilter

    init(_ list: [String]) {
        words = list.lazy.filter { !$0.isEmpty }.map { $0.unicodeScalars.map(\.value) }.sorted {
            $0[0] != $1[0] ? $0[0] < $1[0] : $0.count > $1.count
        }
        var filter = ScalarFilter()
        for word in words { filter.insert(word[0]) }
        self.filter = filter
    }

    /// The length of the longest word that stands at an index; nil when none does.
    func match(_ text: UnsafeBufferPointer<UInt32>, at index: Int) -> Int? {
        guard filter.holds(text[index]) else { return nil }
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle][0] < text[index] { low = middle + 1 } else { high = middle }
        }
        let rest = text[index...]
        return words[low...].lazy.prefix { $0[0] == text[index] }.first { rest.starts(with: $0) }?.count
    }
}
