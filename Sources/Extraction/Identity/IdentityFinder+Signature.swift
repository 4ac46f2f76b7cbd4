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
            let text = DateNotation.Folded(paragraph.text.string.scalarValues())
            let place = Place(last.locator(of: paragraph), paragraph.text.start)
            guard let line = signatureLine(text) else {
                if date != nil, unit == nil { unit = signingUnit(atEndOf: paragraph, text, in: last) }
                break
            }
            if date == nil, let found = line.date {
                date = Located(found.value, quote: Self.string(text.scalars[found.range]), place: place)
            }
            if unit == nil, let name = line.unit { unit = Located(name, quote: name, place: place) }
        }
        if date == nil, let titleUnit, let found = signature(of: titleUnit, in: last) { return found }
        return (unit, date ?? dateBelowTitle(in: document))
    }

    /// What a line near the end says of unit and date: a sentence only where it says nothing else (本报告由…于…编制完成。). Nil for what is no line of a signature.
    private func signatureLine(_ text: DateNotation.Folded) -> (unit: String?, date: DateNotation.Found<CalendarDate>?)? {
        guard text.scalars.count <= Self.signatureLength else { return nil }
        let stop = text.scalars.firstIndex(of: 0x3002) ?? text.scalars.count
        let isSentence = stop < text.scalars.count
        guard text.scalars[stop...].allSatisfy(Self.isMark) else { return nil }
        var date = DateNotation.periods(in: text).isEmpty ? DateNotation.lastDate(in: text) : nil
        if let found = date, found.range.upperBound < stop - 1, signingName(text.scalars[found.range.upperBound..<stop]) != "" {
            date = nil
        }
        let name = signingName(text.scalars[..<(date?.range.lowerBound ?? stop)])
        let unit = name.flatMap { level($0) == nil ? nil : $0 }
        guard isSentence else { return (unit, date) }
        return name == "" || unit != nil && date != nil ? (unit, date) : nil
    }

    /// In characters: longer lines are text.
    private static let signatureLength = 60

    /// The last line that is that unit's name, with the date that is all of the line below it.
    private func signature(of unit: String, in section: Section) -> (unit: Located<String>?, date: Located<CalendarDate>?)? {
        let paragraphs = section.paragraphs.suffix(Self.imprintLines)
        for (upper, lower) in zip(paragraphs, paragraphs.dropFirst()).reversed()
        where upper.text.string.utf8.count < 200 && lower.text.string.utf8.count < 100 {
            let text = DateNotation.Folded(lower.text.string.scalarValues())
            guard let found = DateNotation.lastDate(in: text), Self.isAlone(found.range, in: text.scalars),
                let name = name(upper.text.string.scalarValues()[...]), name == unit
            else { continue }
            return (
                Located(name, quote: name, place: Place(section.locator(of: upper), upper.text.start)),
                Located(
                    found.value, quote: Self.string(text.scalars[found.range]), place: Place(section.locator(of: lower), lower.text.start))
            )
        }
        return nil
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
            let text = DateNotation.Folded(paragraph.text.string.scalarValues())
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
            let isPreamble = section.heading == nil
            for paragraph in section.paragraphs
            where DateNotation.mayHoldPeriod(paragraph.text.string)
                || isPreamble && DateNotation.mayHoldFigures(paragraph.text.string)
            {
                let text = ScalarText(paragraph.text.string)
                let folded = DateNotation.Folded(text.scalars)
                var periods = DateNotation.periods(in: folded)
                // Before the first section figures or the end alone tell it.
                if periods.isEmpty, isPreamble {
                    periods = DateNotation.figurePeriods(in: folded)
                    if periods.isEmpty { periods = DateNotation.periodEnds(in: folded) }
                }
                for period in periods {
                    let range = text.utf8(folded.origin(of: period.range))
                    let place = Place(section.locator(of: paragraph), paragraph.text.position(atOffset: range.lowerBound))
                    found.append(Located(period.value, quote: paragraph.text.substring(range), place: place))
                }
            }
        }
        return found
    }
}
