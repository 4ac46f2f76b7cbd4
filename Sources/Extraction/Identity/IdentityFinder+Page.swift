import AuditModel
import DocumentModel

/// What the page around a report says of it.
extension IdentityFinder {
    /// The day of publication: of what the page says the first that is a day, else one behind its label in the preamble.
    func publicationDate(in document: Document) -> Located<CalendarDate>? {
        for item in document.metadata where item.kind == .publicationDate {
            if let day = DateNotation.firstDate(in: item.text) { return Located(day, quote: item.text, place: item.place) }
        }
        guard let section = document.sections.first, section.heading == nil else { return nil }
        for paragraph in section.paragraphs.prefix(12) where paragraph.text.string.utf8.count <= 600 {
            let text = paragraph.text.string
            for label in grammar.page.publicationLabels {
                guard let start = ByteSearch.first(label, in: text) else { continue }
                let label =
                    text.utf8.index(text.startIndex, offsetBy: start)..<text.utf8.index(text.startIndex, offsetBy: start + label.utf8.count)
                guard let found = Self.day(in: text, behind: label.upperBound), Self.beginsWord(text, at: label.lowerBound) else {
                    continue
                }
                let offset = text.utf8.distance(from: text.startIndex, to: found.start)
                let place = Place(section.locator(of: paragraph), paragraph.text.position(atOffset: offset))
                return Located(found.day, quote: String(text[found.start...].prefix(while: { $0 != " " && $0 != "\t" })), place: place)
            }
        }
        return nil
    }

    /// A label stands at the line's beginning, behind a blank, a bracket or a bar; else it is the end of a longer word.
    private static func beginsWord(_ text: String, at index: String.Index) -> Bool {
        guard index > text.startIndex else { return true }
        let before = text.unicodeScalars[text.unicodeScalars.index(before: index)].value
        return Blank.contains(before) || isMark(before)
    }

    /// The day behind a label and a colon.
    private static func day(in text: String, behind index: String.Index) -> (day: CalendarDate, start: String.Index)? {
        var scalars = text.unicodeScalars[index...]
        while let first = scalars.first, Blank.contains(first.value) { scalars.removeFirst() }
        guard let colon = scalars.first, colon.value == 0x3A || colon.value == 0xFF1A else { return nil }
        scalars.removeFirst()
        while let first = scalars.first, Blank.contains(first.value) || first.value == 0x5B || first.value == 0x3010 {
            scalars.removeFirst()
        }
        guard let first = scalars.first, DigitNotation.decimal(first.value) ?? DigitNotation.chinese(first.value) != nil else { return nil }
        return DateNotation.firstDate(in: String(scalars.prefix(24))).map { ($0, scalars.startIndex) }
    }

    /// The title of the page or file, where it is that of such a report.
    func pageTitle(in document: Document) -> Title? {
        for item in document.metadata where item.kind == .title && item.text.utf8.count <= 600 {
            let section = Section(path: [0], blocks: [])
            let paragraph = Paragraph(number: 1, text: BlockText(item.text))
            let line = (paragraph, DateNotation.Folded(item.text.scalarValues()))
            guard let found = title(line, before: nil, in: section, joined: false) else { continue }
            let unit = found.unit.flatMap { level($0.value) == nil ? nil : Located($0.value, quote: $0.quote, place: item.place) }
            let whole = withoutSite(line.1.scalars) ?? item.text
            return Title(whole: Located(whole, quote: item.text, place: item.place), unit: unit, year: found.year)
        }
        return nil
    }

    /// A page's title without the name of the site, which stands behind a hyphen or bar; nil where none does.
    private func withoutSite(_ title: [UInt32]) -> String? {
        guard let phrase = phrases.range(in: title), phrase.upperBound < title.count,
            [0x2D, 0x5F, 0x7C, 0xFF0D, 0xFF3F].contains(title[phrase.upperBound])
        else { return nil }
        return Self.string(title[..<phrase.upperBound])
    }
}
