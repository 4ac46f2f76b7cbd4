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

    /// - Parameters:
    ///   - names: What the writer is called, in full and short; an empty one is left out.
    ///   - numerals: Characters that count as digits besides 0…9 and their full-width forms.
    ///   - prescribed: Words of the sentences that do not count; an empty one is left out.
    package init(names: [String] = [], numerals: String = "", prescribed: [String] = []) {
        self.names = ScalarWords(names)
        self.prescribed = ScalarWords(prescribed)
        self.numerals = Set(numerals.unicodeScalars.map(\.value))
    }

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
    package func masked(_ text: String) -> Masked {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        text.appendScalars(to: &scalars)
        let open = openSentences(of: scalars)
        guard open != nil || scalars.contains(where: isMasked) else {
            return Masked(characters: scalars, length: scalars.count, isWhole: true)
        }
        var characters: [UInt32] = []
        characters.reserveCapacity(scalars.count)
        let length = mask(scalars, open) { character, _ in characters.append(character) }
        return Masked(characters: characters, length: length, isWhole: false)
    }

    /// The text's characters as far as they count, and which of its scalars (counted from 0) each of them stands for.
    func traced(_ scalars: [UInt32]) -> (characters: [UInt32], origins: [Range<Int>]) {
        var characters: [UInt32] = []
        var origins: [Range<Int>] = []
        _ = mask(scalars, openSentences(of: scalars)) { character, origin in
            characters.append(character)
            origins.append(origin)
        }
        return (characters, origins)
    }

    /// Whether something is to be done about a scalar.
    private func isMasked(_ scalar: UInt32) -> Bool { Blank.contains(scalar) || isDigit(scalar) || names.mayBegin(with: scalar) }

    /// Hands over each character that counts with the scalars that it stands for.
    ///
    /// - Parameter open: the ranges that count; nil: all.
    /// - Returns: how many scalars count.
    private func mask(_ scalars: [UInt32], _ open: [Range<Int>]?, _ take: (UInt32, Range<Int>) -> Void) -> Int {
        var places: [Int] = []
        places.reserveCapacity(scalars.count)
        for range in open ?? [scalars.indices] {
            for place in range where !Blank.contains(scalars[place]) { places.append(place) }
        }
        let kept = places.map { scalars[$0] }
        var index = 0
        while index < kept.count {
            let start = index
            if let length = names.match(kept, at: index) {
                index += length
                take(Self.name, places[start]..<places[index - 1] + 1)
            } else if isDigit(kept[index]) {
                index += 1
                while index < kept.count {
                    if isDigit(kept[index]) {
                        index += 1
                    } else if Self.isSeparator(kept[index]), index + 1 < kept.count, isDigit(kept[index + 1]) {
                        index += 2
                    } else {
                        break
                    }
                }
                take(Self.figure, places[start]..<places[index - 1] + 1)
            } else {
                take(kept[index], places[index]..<places[index] + 1)
                index += 1
            }
        }
        return kept.count
    }

    static func isFigure(_ character: UInt32) -> Bool { character == figure }

    private func isDigit(_ scalar: UInt32) -> Bool {
        DigitNotation.decimal(scalar) != nil || !numerals.isEmpty && numerals.contains(scalar)
    }

    /// A point or a comma, half or full width.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        scalar == 0x2E || scalar == 0x2C || scalar == 0xFF0E || scalar == 0xFF0C
    }

    // MARK: prescribed sentences

    /// The sentences that hold no prescribed word, with the marks behind them; nil where none holds one.
    private func openSentences(of scalars: [UInt32]) -> [Range<Int>]? {
        guard !prescribed.isEmpty, let first = prescribed.firstMatch(scalars, 0..<scalars.count) else { return nil }
        var open: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            var end = start
            while end < scalars.count, !Self.endsSentence(scalars[end]) { end += 1 }
            end = min(end + 1, scalars.count)
            if end <= first || prescribed.firstMatch(scalars, start..<end) == nil { open.append(start..<end) }
            start = end
        }
        return open
    }

    /// Line ends and the stops and semicolons of both widths; the stop of ASCII is a decimal point as well.
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0A, 0x0D, 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: true
        default: false
        }
    }
}

/// Words to be looked for in a text of scalars, the longest first.
private struct ScalarWords: Hashable, Sendable {
    private let words: [UInt32: [[UInt32]]]
    /// A bit for each value of the lower bits of first scalars, which tells most scalars of a text.
    private let filter: [UInt64]

    init(_ list: [String]) {
        var words: [UInt32: [[UInt32]]] = [:]
        var filter = [UInt64](repeating: 0, count: 64)
        for word in Set(list.map { $0.unicodeScalars.map(\.value) }) {
            guard let first = word.first else { continue }
            words[first, default: []].append(word)
            filter[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
        }
        self.words = words.mapValues { $0.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) } }
        self.filter = filter
    }

    var isEmpty: Bool { words.isEmpty }

    func mayBegin(with scalar: UInt32) -> Bool { filter[Int(scalar >> 6 & 63)] & 1 << UInt64(scalar & 63) != 0 }

    /// The length of the longest word that stands at an index; nil when none does.
    func match(_ text: [UInt32], at index: Int) -> Int? {
        guard mayBegin(with: text[index]), let candidates = words[text[index]] else { return nil }
        return candidates.first { text[index...].starts(with: $0) }?.count
    }

    /// The index of the first word that lies within a range; nil when none does.
    func firstMatch(_ text: [UInt32], _ range: Range<Int>) -> Int? {
        for index in range {
            if let length = match(text, at: index), index + length <= range.upperBound { return index }
        }
        return nil
    }
}
