import AuditModel
import DocumentModel

/// A paragraph made even for matching words: without the blanks that setting and copying leave between characters, and with the years around the
/// reporting year as the words that the grammar has for them. Offsets still lead to the paragraph as it stands.
struct ClauseText: Sendable {
    let text: ScalarText
    /// How many years were put into words.
    let yearCount: Int

    var scalars: [UInt32] { text.scalars }

    /// The years that are put into words: those before, of and after the report, by their word.
    struct Years: Sendable {
        /// The scalars of the words for last year, this year and next year.
        let words: [[UInt32]]
        /// The scalar that stands behind the digits of a year: the last one of each word.
        let mark: UInt32
        let reportingYear: Int

        /// Nil without words or year, or where the words do not end alike.
        init?(_ words: StatementGrammar.YearWords?, reportingYear: Int?) {
            guard let words, let reportingYear else { return nil }
            let list = [words.last, words.this, words.next].map { $0.unicodeScalars.map(\.value) }
            guard let mark = list[0].last, list.allSatisfy({ $0.last == mark }) else { return nil }
            self.words = list
            self.mark = mark
            self.reportingYear = reportingYear
        }

        /// How many scalars at most come out for one that goes in: the five of a year give a word.
        var growth: Int { words.reduce(1) { max($0, ($1.count + 4) / 5) } }

        func word(for year: Int) -> [UInt32]? {
            let index = year - reportingYear + 1
            return words.indices.contains(index) ? words[index] : nil
        }
    }

    init(_ string: String, years: Years?) {
        var string = string
        self = string.withUTF8 { Self(utf8: $0, years: years) }
    }

    private init(utf8: UnsafeBufferPointer<UInt8>, years: Years?) {
        let length = utf8.count * (years?.growth ?? 1)
        var offsets: [Int] = []
        var yearCount = 0
        let scalars = [UInt32](unsafeUninitializedCapacity: length) { scalars, count in
            offsets = [Int](unsafeUninitializedCapacity: length + 1) { offsets, offsetCount in
                var writer = Writer(scalars: scalars, offsets: offsets)
                writer.write(utf8, years)
                (count, offsetCount, yearCount) = (writer.count, writer.count + 1, writer.yearCount)
            }
        }
        text = ScalarText(scalars: scalars, offsets: offsets)
        self.yearCount = yearCount
    }

    /// Writes the text of a paragraph where there is room for it.
    private struct Writer {
        let scalars: UnsafeMutableBufferPointer<UInt32>
        let offsets: UnsafeMutableBufferPointer<Int>
        var count = 0
        var yearCount = 0

        @inline(__always)
        private mutating func append(_ scalar: UInt32, _ offset: Int) {
            scalars[count] = scalar
            offsets[count] = offset
            count += 1
        }

        mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, _ years: Years?) {
            let mark = years?.mark ?? 0
            var next = 0
            var blank: Int?
            while next < utf8.count {
                let offset = next
                let scalar = ScalarDecoding.scalar(in: utf8, at: &next)
                // An ideograph behind another is nearly all there is.
                if blank == nil, scalar != mark, 0x4E00...0x9FFF ~= scalar {
                    append(scalar, offset)
                    continue
                }
                if scalar <= 0x3000 || scalar == 0xFEFF, ClauseText.isBlank(scalar) {
                    blank = blank == nil ? offset : -1
                    continue
                }
                if let place = blank {
                    // One blank between digits is left to the numeral scanner.
                    if place >= 0, count > 0, DigitNotation.decimal(scalars[count - 1]) != nil, DigitNotation.decimal(scalar) != nil {
                        append(0x20, place)
                    }
                    blank = nil
                }
                if let years, scalar == mark, let year = year, let word = years.word(for: year) {
                    count -= 4
                    let start = offsets[count]
                    for scalar in word.dropLast() { append(scalar, start) }
                    yearCount += 1
                }
                append(scalar, offset)
            }
            offsets[count] = utf8.count
        }

        /// The last four scalars as a year, of either kind of digits, where no digit precedes them.
        private var year: Int? {
            let start = count - 4
            guard start >= 0, let first = ClauseText.yearDigit(scalars[start]), first == 1 || first == 2 else { return nil }
            if start > 0, ClauseText.yearDigit(scalars[start - 1]) != nil { return nil }
            var value = first
            for index in start + 1..<start + 4 {
                guard let digit = ClauseText.yearDigit(scalars[index]) else { return nil }
                value = value * 10 + digit
            }
            return value
        }
    }

    /// The UTF-8 range in the paragraph of a range of scalars, without the blanks around it.
    func utf8(_ range: Range<Int>) -> Range<Int> {
        let lower = text.offsets[range.lowerBound]
        guard let last = range.last, let scalar = UnicodeScalar(scalars[last]) else { return lower..<lower }
        return lower..<(text.offsets[last] + UTF8.width(scalar))
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        NumeralScanner.isBlank(scalar) || scalar == 0x09 || scalar == 0x200B || scalar == 0xFEFF
    }

    private static func yearDigit(_ scalar: UInt32) -> Int? { DigitNotation.decimal(scalar) ?? DigitNotation.chinese(scalar) }
}
