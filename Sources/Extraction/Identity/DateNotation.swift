import AuditModel
import DocumentModel

/// How Chinese texts write years, days and periods. Notation of the calendar, no knowledge of any report.
enum DateNotation {
    /// A text without blanks, full-width digits made ASCII, with the scalar of the original that each stands for.
    struct Folded {
        let scalars: [UInt32]
        /// For each scalar its index in the original; one more for the end.
        let origins: [Int]

        init(_ original: [UInt32]) {
            var scalars: [UInt32] = []
            var origins: [Int] = []
            scalars.reserveCapacity(original.count)
            origins.reserveCapacity(original.count + 1)
            for (index, scalar) in original.enumerated() where !NumeralScanner.isBlank(scalar) && scalar != 0x09 && scalar != 0x0A {
                scalars.append((0xFF10...0xFF19).contains(scalar) ? scalar - 0xFF10 + 0x30 : scalar)
                origins.append(index)
            }
            origins.append(original.count)
            self.scalars = scalars
            self.origins = origins
        }

        /// The range in the original of a range here.
        func origin(of range: Range<Int>) -> Range<Int> {
            range.isEmpty
                ? origins[range.lowerBound]..<origins[range.lowerBound] : origins[range.lowerBound]..<(origins[range.upperBound - 1] + 1)
        }
    }

    struct Found<Value> {
        let value: Value
        let range: Range<Int>
    }

    private static let yearSign: UInt32 = 0x5E74
    private static let monthSign: UInt32 = 0x6708
    private static let daySign: UInt32 = 0x65E5

    /// The years that are written with 年 behind them, as four digits or four Chinese digits, between 1980 and 2100; the range holds the 年, and the 度 behind it.
    static func years(in text: Folded) -> [Found<Int>] {
        var found: [Found<Int>] = []
        for (index, scalar) in text.scalars.enumerated() where scalar == yearSign && index >= 4 {
            guard let year = fourDigits(text.scalars[(index - 4)..<index]), (1980...2100).contains(year) else { continue }
            let hasDegree = index + 1 < text.scalars.count && text.scalars[index + 1] == 0x5EA6
            found.append(Found(value: year, range: (index - 4)..<(index + (hasDegree ? 2 : 1))))
        }
        return found
    }

    /// A year of four digits with nothing behind it that makes it one, as titles have it in brackets.
    static func bareYear(in text: Folded) -> Found<Int>? {
        for start in stride(from: 0, through: text.scalars.count - 4, by: 1) {
            let end = start + 4
            guard start == 0 || !isDigit(text.scalars[start - 1]), end == text.scalars.count || !isDigit(text.scalars[end]),
                text.scalars[start..<end].allSatisfy(isDigit), let year = fourDigits(text.scalars[start..<end]),
                (1980...2100).contains(year)
            else { continue }
            return Found(value: year, range: start..<end)
        }
        return nil
    }

    private static func fourDigits(_ scalars: ArraySlice<UInt32>) -> Int? {
        var value = 0
        for scalar in scalars {
            guard let digit = DigitNotation.decimal(scalar) ?? DigitNotation.chinese(scalar) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// False where a text certainly holds no period: no 年 with a 日 somewhere behind it that a 1 or a blank stands before. One pass over the bytes.
    static func mayHoldPeriod(_ text: String) -> Bool {
        var (text, year, day) = (text, "年", "日")
        return text.withUTF8 { text in
            guard var start = year.withUTF8({ ByteSearch.first($0, in: text) }) else { return false }
            while let found = day.withUTF8({ ByteSearch.first($0, in: UnsafeBufferPointer(rebasing: text[start...])) }) {
                if start + found > 0, mayEndPeriod(text[start + found - 1]) { return true }
                start += found + day.utf8.count
            }
            return false
        }
    }

    /// False where a text certainly holds no period in figures: none of the signs that part them.
    static func mayHoldFigures(_ text: String) -> Bool {
        ["-", ".", "/"].contains { ByteSearch.first($0, in: text) != nil }
    }

    /// Whether it is the last byte of a 1, in digits of any kind, or of a blank.
    private static func mayEndPeriod(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x31, 0...0x20, 0x91, 0x80, 0xA0, 0x89, 0xAF: true
        default: false
        }
    }

    /// In characters: how far from the first day of a period its last one begins (起，至当年, 开始，截至同年).
    private static let periodReach = 8

    /// The whole of a year written from its first to its last day (2023年1月1日至2023年12月31日, 自2023年1月1日起，至当年12月31日止); the year of the first
    /// day, and that of the last where it differs.
    static func periods(in text: Folded) -> [Found<Int>] {
        var found: [Found<Int>] = []
        for year in years(in: text) {
            guard let first = day(in: text.scalars, at: year.range.lowerBound + 5), first.month == 1, first.day == 1 else { continue }
            var index = timeEnd(in: text.scalars, at: first.end)
            let reach = min(text.scalars.count, index + periodReach)
            while index < reach, !beginsNumber(text.scalars[index]), !endsSentence(text.scalars[index]) { index += 1 }
            var lastYear = year.value
            if index + 5 <= text.scalars.count, let other = fourDigits(text.scalars[index..<index + 4]), text.scalars[index + 4] == yearSign
            {
                lastYear = other
                index += 5
            }
            guard let last = day(in: text.scalars, at: index), last.month == 12, last.day == 31 else { continue }
            let range = year.range.lowerBound..<last.end
            found.append(Found(value: year.value, range: range))
            if lastYear != year.value { found.append(Found(value: lastYear, range: range)) }
        }
        return found
    }

    /// Behind the hour that a day is said to begin at (零时, 0点), where one stands at a position.
    private static func timeEnd(in scalars: [UInt32], at start: Int) -> Int {
        var index = start
        while index < scalars.count, index < start + 2, beginsNumber(scalars[index]) { index += 1 }
        guard index > start, index < scalars.count, scalars[index] == 0x65F6 || scalars[index] == 0x70B9 else { return start }
        return index + 1
    }

    /// The same in figures: 2023.1.1—2023.12.31, 2023-01-01至12-31.
    static func figurePeriods(in text: Folded) -> [Found<Int>] {
        var found: [Found<Int>] = []
        let scalars = text.scalars
        for start in scalars.indices where start == 0 || !isDigit(scalars[start - 1]) {
            guard let year = separatedYear(in: scalars, at: start), let first = separatedDay(in: scalars, at: start + 5), first.month == 1,
                first.day == 1
            else { continue }
            var index = first.end
            while index < scalars.count, index < first.end + 4, !isDigit(scalars[index]) { index += 1 }
            let other = separatedYear(in: scalars, at: index)
            if other != nil { index += 5 }
            guard let last = separatedDay(in: scalars, at: index), last.month == 12, last.day == 31 else { continue }
            found.append(Found(value: year, range: start..<last.end))
            if let other, other != year { found.append(Found(value: other, range: start..<last.end)) }
        }
        return found
    }

    /// `2023.` at a position.
    private static func separatedYear(in scalars: [UInt32], at start: Int) -> Int? {
        guard start + 5 <= scalars.count, isSeparator(scalars[start + 4]), let year = fourDigits(scalars[start..<start + 4]),
            (1980...2100).contains(year)
        else { return nil }
        return year
    }

    /// `1.1` at a position.
    private static func separatedDay(in scalars: [UInt32], at start: Int) -> (month: Int, day: Int, end: Int)? {
        guard let month = number(in: scalars, at: start), month.end < scalars.count, isSeparator(scalars[month.end]),
            let day = number(in: scalars, at: month.end + 1)
        else { return nil }
        return (month.value, day.value, day.end)
    }

    /// The last days of years as the ends of periods, without their first days (截至2023年12月31日, 2023年12月31日止).
    static func periodEnds(in text: Folded) -> [Found<Int>] {
        years(in: text).compactMap { year in
            guard let last = day(in: text.scalars, at: year.range.lowerBound + 5), last.month == 12, last.day == 31 else { return nil }
            let before = text.scalars[max(0, year.range.lowerBound - endReach)..<year.range.lowerBound]
            let isEnd = before.contains(0x622A) || text.scalars[last.end...].prefix(2).contains(0x6B62)
            return isEnd ? Found(value: year.value, range: year.range.lowerBound..<last.end) : nil
        }
    }

    /// In characters: how far before a day the word stands that makes it an end (截止日期为).
    private static let endReach = 6

    /// A day with its year: `2025年1月14日`, `2025-01-14`, `2025.1.14`, `二〇二五年一月十四日`, `元月`; the last in the text.
    static func lastDate(in text: Folded) -> Found<CalendarDate>? {
        var found: Found<CalendarDate>?
        for year in years(in: text) {
            guard let day = day(in: text.scalars, at: year.range.lowerBound + 5),
                let date = CalendarDate(year: year.value, month: day.month, day: day.day)
            else { continue }
            found = Found(value: date, range: year.range.lowerBound..<day.end)
        }
        return found ?? dashed(text)
    }

    /// The first day in a text that may have a time of day behind it: `2024-01-20 15:30`, `2024年1月20日`, `20240120`; nil when there is none.
    static func firstDate(in text: String) -> CalendarDate? {
        let scalars = text.scalarValues()
        let folded = Folded(scalars)
        for year in years(in: folded) {
            if let day = day(in: folded.scalars, at: year.range.upperBound) {
                if let date = CalendarDate(year: year.value, month: day.month, day: day.day) { return date }
            }
        }
        // Blanks part the day from the time.
        for word in scalars.split(whereSeparator: { NumeralScanner.isBlank($0) || $0 == 0x09 || $0 == 0x0A || $0 == 0x54 }) {
            let folded = Folded(Array(word))
            if let date = dashed(folded)?.value { return date }
            let digits = folded.scalars
            guard digits.count == 8, digits.allSatisfy(isDigit), let year = fourDigits(digits[..<4]), (1980...2100).contains(year),
                let rest = fourDigits(digits[4...])
            else { continue }
            if let date = CalendarDate(year: year, month: rest / 100, day: rest % 100) { return date }
        }
        return nil
    }

    private static func dashed(_ text: Folded) -> Found<CalendarDate>? {
        let scalars = text.scalars
        guard scalars.count >= 8 else { return nil }
        for start in stride(from: scalars.count - 8, through: 0, by: -1) {
            guard let year = fourDigits(scalars[start..<start + 4]), (1980...2100).contains(year), isSeparator(scalars[start + 4]),
                let month = number(in: scalars, at: start + 5), month.end < scalars.count, isSeparator(scalars[month.end]),
                let day = number(in: scalars, at: month.end + 1), let date = CalendarDate(year: year, month: month.value, day: day.value)
            else { continue }
            return Found(value: date, range: start..<day.end)
        }
        return nil
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2E || scalar == 0x2F }

    private static func isDigit(_ scalar: UInt32) -> Bool { DigitNotation.decimal(scalar) != nil }

    /// 。；;
    private static func endsSentence(_ scalar: UInt32) -> Bool { scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x3B }

    /// A digit, a Chinese digit, 十, or 元 for the first month.
    private static func beginsNumber(_ scalar: UInt32) -> Bool {
        isDigit(scalar) || DigitNotation.chinese(scalar) != nil || scalar == 0x5341 || scalar == 0x5143
    }

    /// `1月1日` at a position.
    private static func day(in scalars: [UInt32], at start: Int) -> (month: Int, day: Int, end: Int)? {
        guard let month = number(in: scalars, at: start), month.end < scalars.count, scalars[month.end] == monthSign,
            let day = number(in: scalars, at: month.end + 1), day.end < scalars.count, scalars[day.end] == daySign
        else { return nil }
        return (month.value, day.value, day.end + 1)
    }

    /// One or two digits, or a Chinese number up to 三十一; 元 is 1.
    private static func number(in scalars: [UInt32], at start: Int) -> (value: Int, end: Int)? {
        guard start < scalars.count else { return nil }
        if scalars[start] == 0x5143 { return (1, start + 1) }
        if let first = DigitNotation.decimal(scalars[start]) {
            guard start + 1 < scalars.count, let second = DigitNotation.decimal(scalars[start + 1]) else { return (first, start + 1) }
            return (first * 10 + second, start + 2)
        }
        guard let numeral = NumeralScanner.numeral(in: scalars, at: start), numeral.end - start <= 3,
            let value = Int(numeral.value.description),
            (1...31).contains(value)
        else { return nil }
        return (value, numeral.end)
    }
}
