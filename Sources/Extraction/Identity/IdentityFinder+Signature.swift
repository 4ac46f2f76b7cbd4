import AuditModel
import DocumentModel

/// Who signs, when, and for which period.
extension IdentityFinder {
    /// The last date that stands alone at the end, and the unit's name above it or before it.
    ///
    /// - Parameter unit: that of the title; where a page's imprint follows the report, its name above a date tells the signature.
    func signature(in document: Document, unit titleUnit: String?) -> (unit: Located<String>?, date: Located<CalendarDate>?) {
        guard let last = document.allSections.last(where: { !$0.paragraphs.isEmpty }) else { return (nil, nil) }
        var date: Located<CalendarDate>?
        var unit: Located<String>?
        for paragraph in last.paragraphs.suffix(4).reversed() {
            let text = DateNotation.Folded(paragraph.text.string.unicodeScalars.map(\.value))
            guard text.scalars.count <= 50, !text.scalars.contains(0x3002) else {
                if date != nil, unit == nil { unit = signingUnit(atEndOf: paragraph, text, in: last) }
                break
            }
            let place = Place(last.locator(of: paragraph), paragraph.text.start)
            var rest = text.scalars[...]
            if date == nil, let found = DateNotation.lastDate(in: text), found.range.upperBound >= text.scalars.count - 1,
                DateNotation.periods(in: text).isEmpty
            {
                date = Located(found.value, quote: Self.string(text.scalars[found.range]), place: place)
                rest = text.scalars[..<found.range.lowerBound]
            }
            if unit == nil, let name = name(withoutLabels(rest)), level(name) != nil { unit = Located(name, quote: name, place: place) }
        }
        if date == nil, let titleUnit, let found = signature(of: titleUnit, in: last) { return found }
        return (unit, date ?? dateBelowTitle(in: document))
    }

    /// The last line that is that unit's name, with the date that is all of the line below it.
    private func signature(of unit: String, in section: Section) -> (unit: Located<String>?, date: Located<CalendarDate>?)? {
        let paragraphs = section.paragraphs.suffix(Self.imprintLines)
        for (upper, lower) in zip(paragraphs, paragraphs.dropFirst()).reversed()
        where upper.text.string.utf8.count < 200 && lower.text.string.utf8.count < 100 {
            let text = DateNotation.Folded(lower.text.string.unicodeScalars.map(\.value))
            guard let found = DateNotation.lastDate(in: text), Self.isAlone(found.range, in: text.scalars),
                let name = name(upper.text.string.unicodeScalars.map(\.value)[...]), name == unit
            else { continue }
            return (
                Located(name, quote: name, place: Place(section.locator(of: upper), upper.text.start)),
                Located(
                    found.value, quote: Self.string(text.scalars[found.range]), place: Place(section.locator(of: lower), lower.text.start))
            )
        }
        return nil
    }

    /// 编制单位：甲局　编制时间： without what announces name and day.
    private func withoutLabels(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        var text = text
        while let last = text.last, Self.isMark(last) { text.removeLast() }
        if let label = signingLabels.first(where: { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }) {
            text.removeLast(label.count)
        }
        while let first = text.first, Self.isMark(first) { text.removeFirst() }
        if let label = signingLabels.first(where: { text.count > $0.count && text.starts(with: $0) }),
            [0x3A, 0xFF1A].contains(text[text.startIndex + label.count])
        {
            text.removeFirst(label.count)
        }
        return text
    }

    /// As many lines as a page may have below its text.
    private static let imprintLines = 60

    /// The unit's name behind the last sentence of a paragraph, with which a lost line break has joined it.
    private func signingUnit(atEndOf paragraph: Paragraph, _ text: DateNotation.Folded, in section: Section) -> Located<String>? {
        guard let stop = text.scalars.lastIndex(of: 0x3002), text.scalars.count - stop <= 41, let name = name(text.scalars[(stop + 1)...]),
            level(name) != nil
        else { return nil }
        let range = ScalarText(paragraph.text.string).utf8(text.origin(of: stop + 1..<text.scalars.count))
        return Located(name, quote: name, place: Place(section.locator(of: paragraph), paragraph.text.position(atOffset: range.lowerBound)))
    }

    /// A day that stands alone, in brackets perhaps, on a line of the preamble, as those of decrees do.
    func dateBelowTitle(in document: Document) -> Located<CalendarDate>? {
        guard let section = document.sections.first, section.heading == nil else { return nil }
        for paragraph in section.paragraphs.prefix(5) where paragraph.text.string.utf8.count <= 60 {
            let text = DateNotation.Folded(paragraph.text.string.unicodeScalars.map(\.value))
            guard let found = DateNotation.lastDate(in: text) else { continue }
            guard text.scalars.indices.allSatisfy({ found.range.contains($0) || Self.isMark(text.scalars[$0]) }) else { continue }
            let place = Place(section.locator(of: paragraph), paragraph.text.start)
            return Located(found.value, quote: Self.string(text.scalars[found.range]), place: place)
        }
        return nil
    }

    func periods(in document: Document) -> [Located<Int>] {
        var found: [Located<Int>] = []
        for section in document.allSections {
            for paragraph in section.paragraphs where DateNotation.mayHoldPeriod(paragraph.text.string) {
                let scalars = paragraph.text.string.unicodeScalars.map(\.value)
                let folded = DateNotation.Folded(scalars)
                let text = ScalarText(paragraph.text.string)
                for period in DateNotation.periods(in: folded) + DateNotation.lastDays(in: folded, behind: periodEnds) {
                    let range = text.utf8(folded.origin(of: period.range))
                    let place = Place(section.locator(of: paragraph), paragraph.text.position(atOffset: range.lowerBound))
                    found.append(Located(period.value, quote: paragraph.text.substring(range), place: place))
                }
            }
        }
        return found
    }
}
