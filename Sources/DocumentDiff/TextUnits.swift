import DocumentModel

/// A text cut into the units that people read as one: Chinese characters, words, numbers, marks. No unit cuts a grapheme cluster.
struct TextUnits {
    enum Kind: UInt8 {
        case character
        case word
        case mark
        case blank
        /// A number in digits, or a numeral of several Chinese characters.
        case number
        /// One Chinese character that may be a numeral or a part of a word.
        case numeral
        /// A number that is a year, a month or a day, or a whole date in digits.
        case date

        var isNumber: Bool { self == .number || self == .date || self == .numeral }
    }

    let bytes: [UInt8]
    /// By unit: the UTF-8 offset at which it starts; one more at the end.
    private(set) var starts: [Int] = []
    private(set) var kinds: [Kind] = []
    /// By unit: its first scalar.
    private(set) var scalars: [UInt32] = []

    var count: Int { kinds.count }

    /// Linear.
    init(_ text: String) {
        bytes = Array(text.utf8)
        var clusters = Clusters(text)
        starts.reserveCapacity(clusters.count + 1)
        while let unit = clusters.next() {
            starts.append(unit.start)
            kinds.append(unit.kind)
            scalars.append(unit.scalar)
        }
        starts.append(bytes.count)
        markDays()
        markSpans()
    }

    /// The UTF-8 offsets of units.
    func range(_ units: Range<Int>) -> Range<Int> { starts[units.lowerBound]..<starts[units.upperBound] }

    func bytes(_ units: Range<Int>) -> ArraySlice<UInt8> { bytes[range(units)] }

    func length(_ unit: Int) -> Int { starts[unit + 1] - starts[unit] }

    /// Whether two units say the same, byte by byte.
    func areEqual(_ first: Int, _ second: Int) -> Bool {
        scalars[first] == scalars[second] && length(first) == length(second)
            && bytes(first..<first + 1).elementsEqual(bytes(second..<second + 1))
    }

    /// How well the text may be cut before a unit; highest at its ends.
    func strength(before unit: Int) -> Int {
        guard unit > 0, unit < count else { return 6 }
        let strength = max(UnitNotation.strengthBehind(scalars[unit - 1]), UnitNotation.strengthBefore(scalars[unit]))
        return strength > 0 ? strength : kinds[unit - 1] == kinds[unit] ? 0 : 1
    }

    /// Numbers before 日 are days where a month stands before them: by themselves they may count days.
    private mutating func markDays() {
        guard count > 3 else { return }
        for unit in 2..<count - 1
        where kinds[unit].isNumber && UnitNotation.isDay(scalars[unit + 1]) && UnitNotation.isMonth(scalars[unit - 1])
            && kinds[unit - 2] == .date
        {
            kinds[unit] = .date
        }
    }

    /// The first year of a span is one as the second is.
    private mutating func markSpans() {
        guard count > 2 else { return }
        for unit in 0..<count - 2
        where kinds[unit] == .number && UnitNotation.isSpan(scalars[unit + 1]) && kinds[unit + 2] == .date
            && length(unit) == length(unit + 2)
        {
            kinds[unit] = .date
        }
    }
}

/// The grapheme clusters of a text, from which units are taken one by one.
private struct Clusters {
    private var starts: [Int] = []
    /// By cluster: its scalar; of a cluster of several its first, with `several` added, so that it is no digit and no mark.
    private var values: [UInt32] = []
    private var place = 0
    /// The last unit's scalar.
    private var before: UInt32 = 0

    private static let several: UInt32 = 1 << 24

    var count: Int { values.count }

    init(_ text: String) {
        var offset = 0
        let scalars = text.unicodeScalars
        values.reserveCapacity(text.utf8.count / 2)
        starts.reserveCapacity(text.utf8.count / 2)
        if scalars.allSatisfy({ UnitNotation.standsAlone($0.value) }) {
            for scalar in scalars {
                starts.append(offset)
                values.append(scalar.value)
                offset += UTF8.width(scalar)
            }
        } else {
            for character in text {
                guard let first = character.unicodeScalars.first?.value else { continue }
                starts.append(offset)
                values.append(character.unicodeScalars.count == 1 ? first : first | Self.several)
                offset += character.utf8.count
            }
        }
    }

    mutating func next() -> (start: Int, kind: TextUnits.Kind, scalar: UInt32)? {
        guard place < values.count else { return nil }
        let first = place
        let scalar = values[first]
        let kind = takeUnit()
        before = scalar
        return (starts[first], kind, scalar & ~Self.several)
    }

    private mutating func takeUnit() -> TextUnits.Kind {
        let scalar = values[place]
        if DigitNotation.decimal(scalar) != nil { return takeNumber() }
        if isNumeral(place), DigitNotation.chinese(scalar) != nil || UnitNotation.isTen(scalar) { return takeNumeral() }
        if UnitNotation.isLetter(scalar & ~Self.several) {
            repeat { place += 1 } while place < values.count && (isLetter(place) || isDigit(place) || values[place] == 0x5F)
            return .word
        }
        place += 1
        return Blank.contains(scalar) ? .blank : UnitNotation.isMark(scalar) ? .mark : .character
    }

    private func isLetter(_ index: Int) -> Bool { UnitNotation.isLetter(values[index] & ~Self.several) }

    private func isDigit(_ index: Int) -> Bool { index < values.count && DigitNotation.decimal(values[index]) != nil }

    private func isNumeral(_ index: Int) -> Bool {
        index < values.count && (DigitNotation.chinese(values[index]) != nil || UnitNotation.isMultiplier(values[index]))
    }

    /// The index behind the digits that stand from an index on.
    private func digitsEnd(_ index: Int) -> Int {
        var end = index
        while isDigit(end) { end += 1 }
        return end
    }

    /// The value of few digits; nil for more.
    private func value(_ range: Range<Int>) -> Int? {
        guard range.count <= 4 else { return nil }
        return range.reduce(0) { $0 * 10 + (DigitNotation.decimal(values[$1]) ?? 0) }
    }

    private func isYear(_ range: Range<Int>) -> Bool { range.count == 4 && (1900..<2100).contains(value(range) ?? 0) }

    private mutating func takeNumber() -> TextUnits.Kind {
        let start = place
        place = digitsEnd(place)
        if isYear(start..<place) {
            if let end = dateEnd(place) {
                place = end
                return .date
            }
            if holds(place, UnitNotation.isYear) || UnitNotation.opensYear(before) { return .date }
        }
        if place - start <= 2, holds(place, UnitNotation.isMonth), (1...12).contains(value(start..<place) ?? 0) { return .date }
        takeFraction()
        while holds(place, UnitNotation.isMultiplier) {
            place += 1
            place = digitsEnd(place)
            takeFraction()
        }
        if holds(place, UnitNotation.isPercent) { place += 1 }
        return .number
    }

    private func holds(_ index: Int, _ isWanted: (UInt32) -> Bool) -> Bool { index < values.count && isWanted(values[index]) }

    /// Takes points with digits behind them, and commas with three.
    private mutating func takeFraction() {
        while place + 1 < values.count {
            let end = digitsEnd(place + 1)
            let isPart = UnitNotation.isPoint(values[place]) ? end > place + 1 : UnitNotation.isComma(values[place]) && end == place + 4
            guard isPart else { return }
            place = end
        }
    }

    /// Behind a year: the index behind the month and the day, where both stand there with one separator, or the month alone behind a dash or slash.
    private func dateEnd(_ index: Int) -> Int? {
        guard holds(index, UnitNotation.isDateSeparator) else { return nil }
        let monthEnd = digitsEnd(index + 1)
        guard monthEnd - index <= 3, (1...12).contains(value(index + 1..<monthEnd) ?? 0) else { return nil }
        if holds(monthEnd, { $0 == values[index] }) {
            let dayEnd = digitsEnd(monthEnd + 1)
            if dayEnd - monthEnd <= 3, (1...31).contains(value(monthEnd + 1..<dayEnd) ?? 0) { return dayEnd }
        }
        return UnitNotation.isPoint(values[index]) ? nil : monthEnd
    }

    private mutating func takeNumeral() -> TextUnits.Kind {
        let start = place
        while isNumeral(place) { place += 1 }
        let isYear =
            place - start == 4 && holds(place, UnitNotation.isYear)
            && (start..<place).allSatisfy { !UnitNotation.isMultiplier(values[$0]) }
        let isMonth = place - start <= 2 && holds(place, UnitNotation.isMonth)
        return isYear || isMonth ? .date : place - start > 1 ? .number : .numeral
    }
}
