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

    private init(names: ScalarWords, prescribed: ScalarWords, numerals: Set<UInt32>) {
        self.names = names
        self.prescribed = prescribed
        self.numerals = numerals
    }

    /// The same for a writer who is called otherwise.
    package func naming(_ names: [String]) -> TextMask { TextMask(names: ScalarWords(names), prescribed: prescribed, numerals: numerals) }

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
        text.appendScalars(to: &scalars)
        let open = openSentences(of: scalars)
        guard open != nil || scalars.contains(where: isMasked) else {
            return Masked(characters: scalars, length: scalars.count, isWhole: true)
        }
        var length = 0
        let characters = [UInt32](unsafeUninitializedCapacity: scalars.count) { kept, count in
            for range in open ?? [scalars.indices] {
                for place in range where !Self.isBlank(scalars[place]) {
                    kept[length] = scalars[place]
                    length += 1
                }
            }
            // What counts is written over what was read.
            mask(UnsafeBufferPointer(rebasing: kept[..<length])) { character, _ in
                kept[count] = character
                count += 1
            }
        }
        return Masked(characters: characters, length: length, isWhole: false)
    }

    /// The text's characters as far as they count, and which of its scalars (counted from 0) each of them stands for.
    func traced(_ scalars: [UInt32]) -> (characters: [UInt32], origins: [Range<Int>]) {
        var characters: [UInt32] = []
        var origins: [Range<Int>] = []
        let places = (openSentences(of: scalars) ?? [scalars.indices]).flatMap { $0.filter { !Blank.contains(scalars[$0]) } }
        places.map { scalars[$0] }.withUnsafeBufferPointer { kept in
            mask(kept) { character, range in
                characters.append(character)
                origins.append(places[range.lowerBound]..<places[range.upperBound - 1] + 1)
            }
        }
        return (characters, origins)
    }

    /// Whether something is to be done about a scalar.
    private func isMasked(_ scalar: UInt32) -> Bool { isMarked(scalar) || Self.isBlank(scalar) }

    /// Most characters are ideographs, which need not be looked up.
    private static func isBlank(_ scalar: UInt32) -> Bool { !(0x3400...0x9FFF).contains(scalar) && Blank.contains(scalar) }

    /// Whether a figure or a name may begin with a scalar.
    private func isMarked(_ scalar: UInt32) -> Bool { names.mayBegin(with: scalar) || isDigit(scalar) }

    /// Hands over each character that counts, with the range of those that it stands for. `kept`: without blanks.
    private func mask(_ kept: UnsafeBufferPointer<UInt32>, _ take: (UInt32, Range<Int>) -> Void) {
        var index = 0
        while index < kept.count {
            let start = index
            index += 1
            guard isMarked(kept[start]) else {
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

/// Words to be looked for in a text of scalars.
private struct ScalarWords: Hashable, Sendable {
    /// By their first scalars, the longest of one first scalar first.
    private let words: [[UInt32]]
    /// A bit for each value of the lower bits of first scalars, which tells most scalars of a text.
    private let filter: [UInt64]

    init(_ list: [String]) {
        words = list.lazy.filter { !$0.isEmpty }.map { $0.unicodeScalars.map(\.value) }.sorted {
            $0[0] != $1[0] ? $0[0] < $1[0] : $0.count > $1.count
        }
        var filter = [UInt64](repeating: 0, count: 64)
        for word in words { filter[Int(word[0] >> 6 & 63)] |= 1 << UInt64(word[0] & 63) }
        self.filter = filter
    }

    var isEmpty: Bool { words.isEmpty }

    func mayBegin(with scalar: UInt32) -> Bool { filter[Int(scalar >> 6 & 63)] & 1 << UInt64(scalar & 63) != 0 }

    /// The length of the longest word that stands at an index; nil when none does.
    func match(_ text: UnsafeBufferPointer<UInt32>, at index: Int) -> Int? {
        guard mayBegin(with: text[index]) else { return nil }
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle][0] < text[index] { low = middle + 1 } else { high = middle }
        }
        let rest = text[index...]
        return words[low...].lazy.prefix { $0[0] == text[index] }.first { rest.starts(with: $0) }?.count
    }

    /// The index of the first word that lies within a range; nil when none does.
    func firstMatch(_ text: [UInt32], _ range: Range<Int>) -> Int? {
        text.withUnsafeBufferPointer { text in
            filter.withUnsafeBufferPointer { filter in
                range.first { index in
                    guard filter[Int(text[index] >> 6 & 63)] >> UInt64(text[index] & 63) & 1 != 0 else { return false }
                    return match(text, at: index).map { index + $0 <= range.upperBound } ?? false
                }
            }
        }
    }
}
