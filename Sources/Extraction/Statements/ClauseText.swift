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
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        let length = utf8.count
        // Most text is of three bytes a character.
        scalars.reserveCapacity(length / 2)
        offsets.reserveCapacity(length / 2 + 1)
        var yearCount = 0
        let mark = years?.mark
        var next = 0
        var blank: Int?
        while next < length {
            let offset = next
            let scalar = ScalarText.scalar(in: utf8, at: &next)
            // An ideograph behind another is nearly all there is.
            if blank == nil, scalar != mark, 0x4E00...0x9FFF ~= scalar {
                scalars.append(scalar)
                offsets.append(offset)
                continue
            }
            if scalar <= 0x3000 || scalar == 0xFEFF, Self.isBlank(scalar) {
                blank = blank == nil ? offset : -1
                continue
            }
            if let place = blank {
                // One blank between digits is left to the numeral scanner.
                if place >= 0, let last = scalars.last, DigitNotation.decimal(last) != nil, DigitNotation.decimal(scalar) != nil {
                    scalars.append(0x20)
                    offsets.append(place)
                }
                blank = nil
            }
            if let years, scalar == years.mark, let year = Self.year(endingWith: scalars), let word = years.word(for: year) {
                let start = offsets[scalars.count - 4]
                scalars.removeLast(4)
                offsets.removeLast(4)
                for scalar in word.dropLast() {
                    scalars.append(scalar)
                    offsets.append(start)
                }
                yearCount += 1
            }
            scalars.append(scalar)
            offsets.append(offset)
        }
        offsets.append(length)
        text = ScalarText(scalars: scalars, offsets: offsets)
        self.yearCount = yearCount
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

    /// The last four scalars as a year, of either kind of digits, where no digit precedes them.
    private static func year(endingWith scalars: [UInt32]) -> Int? {
        let start = scalars.count - 4
        guard start >= 0, let first = yearDigit(scalars[start]), first == 1 || first == 2 else { return nil }
        if start > 0, yearDigit(scalars[start - 1]) != nil { return nil }
        var value = first
        for index in start + 1..<start + 4 {
            guard let digit = yearDigit(scalars[index]) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func yearDigit(_ scalar: UInt32) -> Int? { DigitNotation.decimal(scalar) ?? DigitNotation.chinese(scalar) }
}
