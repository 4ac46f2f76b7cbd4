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
        let source = ScalarText(string)
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        scalars.reserveCapacity(source.scalars.count)
        offsets.reserveCapacity(source.scalars.count + 1)
        var yearCount = 0
        var index = 0
        while index < source.scalars.count {
            let scalar = source.scalars[index]
            if Self.isBlank(scalar) {
                if Self.joinsDigits(source.scalars, at: index) {
                    scalars.append(0x20)
                    offsets.append(source.offsets[index])
                }
                index += 1
                continue
            }
            if let years, let year = Self.year(in: source.scalars, at: index, mark: years.mark), let word = years.word(for: year.value) {
                // The word's last scalar is the mark itself, which follows as it stands.
                for scalar in word.dropLast() {
                    scalars.append(scalar)
                    offsets.append(source.offsets[index])
                }
                yearCount += 1
                index = year.end
                continue
            }
            scalars.append(scalar)
            offsets.append(source.offsets[index])
            index += 1
        }
        offsets.append(source.offsets[source.scalars.count])
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

    /// One blank between digits is left to the numeral scanner.
    private static func joinsDigits(_ scalars: [UInt32], at index: Int) -> Bool {
        index > 0 && index + 1 < scalars.count && DigitNotation.decimal(scalars[index - 1]) != nil
            && DigitNotation.decimal(scalars[index + 1]) != nil
    }

    /// Four digits of either kind that the mark follows and no digit precedes; `end` is the place of the mark.
    private static func year(in scalars: [UInt32], at start: Int, mark: UInt32) -> (value: Int, end: Int)? {
        guard start + 4 < scalars.count else { return nil }
        guard let first = yearDigit(scalars[start]), first == 1 || first == 2 else { return nil }
        if start > 0, yearDigit(scalars[start - 1]) != nil { return nil }
        var value = first
        for index in start + 1..<start + 4 {
            guard let digit = yearDigit(scalars[index]) else { return nil }
            value = value * 10 + digit
        }
        var end = start + 4
        while end < scalars.count, isBlank(scalars[end]) { end += 1 }
        return end < scalars.count && scalars[end] == mark ? (value, end) : nil
    }

    private static func yearDigit(_ scalar: UInt32) -> Int? { DigitNotation.decimal(scalar) ?? DigitNotation.chinese(scalar) }
}
