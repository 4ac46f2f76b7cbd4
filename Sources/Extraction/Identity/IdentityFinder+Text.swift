import AuditModel
import DocumentModel

/// Who the text itself says gives the report.
extension IdentityFinder {
    /// In scalars: the longest name of a unit looked for.
    private static let nameLimit = 24
    /// In characters: more before the word that ends a place's name hold others, and its name is taken for the shortest there are.
    private static let placeLimit = 4
    /// As many sentences, and paragraphs without a word of reporting, are looked at.
    private static let sentenceLimit = 12

    /// The unit that opens a clause of the preamble, or of the first section's first paragraph, in a sentence which says that it reports; nil where none
    /// does.
    ///
    /// - Parameter level: that of the unit in the title, which the other has to have as well.
    func textUnit(in document: Document, level: String?) -> Located<String>? {
        guard let level else { return nil }
        return firstReport(in: document, except: nil) { sentence in
            reporter(in: sentence, level: level).map { (Self.string(sentence[$0]), $0) }
        }
    }

    /// The unit of that level whose report a clause there calls this one as a title does (甲县乙局2024年…年度报告); the title is passed over.
    func textTitleUnit(in document: Document, level: String?, title: Place) -> Located<String>? {
        guard let level else { return nil }
        return firstReport(in: document, except: title.locator) { sentence in
            for clause in sentence.split(whereSeparator: Self.endsClause) where !clause.contains(where: Self.quotes) {
                let scalars = Array(clause)
                guard let phrase = phrases.range(in: scalars), let year = Self.year(in: DateNotation.Folded(scalars))?.range,
                    (year.upperBound...year.upperBound + 1).contains(phrase.lowerBound),
                    let unit = name(scalars, phrase: phrase, year: year)
                else { continue }
                guard self.level(unit) == level, let name = named(unit.scalarValues()) else { continue }
                return (name, clause.startIndex..<clause.endIndex)
            }
            return nil
        }
    }

    /// A name from its place on: words may stand before it that lead to it. Nil without a place within it.
    private func named(_ name: [UInt32]) -> String? {
        guard let sign = name.indices.dropLast().dropFirst(2).first(where: { placeSigns.contains(name[$0]) }) else { return nil }
        return Self.string(name[(sign > Self.placeLimit ? sign - 2 : 0)...])
    }

    /// A mark around the name of a document.
    private static func quotes(_ scalar: UInt32) -> Bool { (0x3008...0x300B).contains(scalar) }

    /// The first thing that is found in a sentence which says that it reports, of the preamble or of the first section's first paragraph.
    private func firstReport<Found>(
        in document: Document, except title: Locator?, _ find: (ArraySlice<UInt32>) -> (value: Found, range: Range<Int>)?
    ) -> Located<Found>? {
        guard !selfReports.isEmpty, let preamble = document.sections.first else { return nil }
        var places = preamble.paragraphs.map { (preamble, $0) }
        if let first = document.sections.first(where: { $0.path != [0] }), let paragraph = first.paragraphs.first {
            places.append((first, paragraph))
        }
        var left = Self.sentenceLimit
        for (section, paragraph) in places where paragraph.text.string.utf8.count <= 3000 && section.locator(of: paragraph) != title {
            guard left > 0 else { return nil }
            guard grammar.selfReports.contains(where: { ByteSearch.first($0, in: paragraph.text.string) != nil }) else {
                left -= 1
                continue
            }
            let text = ScalarText(paragraph.text.string)
            for sentence in text.scalars.split(separator: 0x3002) {
                guard left > 0 else { return nil }
                left -= 1
                guard selfReports.contains(where: { Self.range(of: $0, in: sentence) != nil }), let found = find(sentence) else { continue }
                let utf8 = text.utf8(found.range)
                return Located(
                    found.value, quote: paragraph.text.substring(utf8),
                    place: Place(section.locator(of: paragraph), paragraph.text.position(atOffset: utf8.lowerBound)))
            }
        }
        return nil
    }

    /// A comma or a colon.
    private static func endsClause(_ scalar: UInt32) -> Bool { scalar == 0xFF0C || scalar == 0x2C || scalar == 0xFF1A }

    /// The year with which more of the text's sentences begin than with all others, two at least: one may be left standing. Nil where there is none. Linear.
    func textYear(in document: Document) -> Int? {
        var counts: [Int: Int] = [:]
        for section in document.allSections where section.path != [0] {
            for paragraph in section.paragraphs {
                let text = DateNotation.Folded(paragraph.text.string.scalarValues())
                for year in DateNotation.years(in: text)
                where year.range.lowerBound == 0 || Self.endsSentence(text.scalars[year.range.lowerBound - 1]) {
                    counts[year.value, default: 0] += 1
                }
            }
        }
        let all = counts.values.reduce(0, +)
        return counts.first { $0.value * 2 > all && $0.value > 1 }?.key
    }

    /// A full stop, a semicolon, or a blank of the width of a character, as paragraphs begin with.
    private static func endsSentence(_ scalar: UInt32) -> Bool { [0x3002, 0xFF1B, 0x3B, 0x3000].contains(scalar) }

    /// Whether a place stands within a name (甲县乙局): without one it may be any words that end as names do (为保障全乡).
    func isName(_ name: ArraySlice<UInt32>) -> Bool {
        name.dropLast().dropFirst(2).contains { placeSigns.contains($0) }
    }

    /// Whether no word that is none of a name's stands before its place (本报告汇总了甲县政府), nor anywhere behind a place without a name (市住建局根据…办公室).
    private func opensWithName(_ name: ArraySlice<UInt32>) -> Bool {
        let place = name.prefix { !placeSigns.contains($0) }
        // Of one character a word may stand in any name (经济).
        if place.isEmpty { return !notNames.contains { $0.count > 1 && Self.range(of: $0, in: name) != nil } }
        return !notNames.contains { Self.range(of: $0, in: place) != nil }
    }

    /// The name of a unit of that level with which a clause begins.
    private func reporter(in sentence: ArraySlice<UInt32>, level: String) -> Range<Int>? {
        for whole in sentence.split(whereSeparator: Self.endsClause) {
            // 现公布某局2024年度工作情况: the verb is none of its name.
            var clause = whole
            Self.stripped(&clause, of: noise)
            guard clause.count > 3 else { continue }
            for end in clause.startIndex + 3...min(clause.endIndex, clause.startIndex + Self.nameLimit) {
                guard (0x4E00...0x9FFF).contains(sentence[end - 1]) else { break }
                let name = sentence[clause.startIndex..<end]
                if self.level(name) == level, isName(name) { return opensWithName(name) ? clause.startIndex..<end : nil }
            }
        }
        return nil
    }
}
