package import AuditModel
package import DocumentModel

/// Reads who reports on which year off a document: title, preamble, reporting period, signature.
package struct IdentityFinder: Sendable {
    let grammar: IdentityGrammar
    let phrases: TitlePhrases
    let noise: [[UInt32]]
    let selfReports: [[UInt32]]
    let ownStatements: WordTrie
    let hasOwnStatements: Bool
    let notNames: [[UInt32]]
    /// Of a signature, the longest first.
    private let signatureWords: [[UInt32]]
    let endings: [(ending: [UInt32], level: String)]
    /// The same by their last character, the longest first.
    let endingsByLast: [UInt32: [(ending: [UInt32], level: String)]]
    let placeSigns: Set<UInt32>
    private let droppable: [[UInt32]]
    /// For each level that has places, their names by first character.
    let places: [String: [UInt32: [[UInt32]]]]

    /// Prepares the grammar's words; meant to be made once and used for many reports.
    package init(_ grammar: IdentityGrammar) {
        self.grammar = grammar
        func scalars(_ words: [String]) -> [[UInt32]] { words.map { $0.scalarValues() }.sorted { $0.count > $1.count } }
        phrases = TitlePhrases(grammar)
        noise = scalars(grammar.titleNoise)
        selfReports = scalars(grammar.selfReports)
        var statements = WordTrie()
        for (number, statement) in scalars(grammar.ownStatements).enumerated() {
            statements.insert(statement.compactMap(Unicode.Scalar.init), number: number)
        }
        ownStatements = statements
        hasOwnStatements = !grammar.ownStatements.isEmpty
        notNames = scalars(grammar.notNames)
        signatureWords = scalars(grammar.signatureWords)
        droppable = scalars(grammar.droppableEndings)
        var places: [String: [UInt32: [[UInt32]]]] = [:]
        for level in grammar.levels where !level.places.isEmpty {
            places[level.id] = Dictionary(grouping: level.places.map { $0.scalarValues() }) { $0.first ?? 0 }
        }
        self.places = places
        endings = grammar.levels.flatMap { level in level.endings.map { ($0.scalarValues(), level.id) } }
            .sorted { $0.0.count > $1.0.count }
        endingsByLast = Dictionary(grouping: endings) { $0.ending.last ?? 0 }
        placeSigns = Set(endings.filter { $0.ending.count == 1 }.map { $0.ending[0] })
    }

    /// Linear in the text.
    package func identity(of document: Document) -> Identity {
        let page = pageTitle(in: document)
        // Where the text has no title, that of its page is the report's.
        let title = title(in: document) ?? page
        let signature = signature(in: document, unit: title?.unit?.value)
        let periods = periods(in: document)
        let unit = title?.unit?.value ?? signature.unit?.value
        let level = unit.flatMap(level)
        let year = year(title: title?.year?.value, periods: periods.map(\.value), signature: signature.date?.value, in: document)
        return Identity(
            title: title?.whole, unit: unit, titleUnit: title?.unit, signatureUnit: signature.unit, level: level,
            scope: scope(in: document, title: title?.whole.value, unit: unit, level: level), year: year, titleYear: title?.year,
            periodYears: periods,
            signatureDate: signature.date, publicationDate: publicationDate(in: document), pageTitle: page?.whole,
            pageUnit: page?.unit?.value,
            pageYear: page?.year?.value, ownNames: ownNames([title?.unit?.value, signature.unit?.value].compactMap { $0 }),
            textUnit: signature.unit == nil ? textUnit(in: document, level: level) : nil,
            textTitleUnit: title.flatMap { textTitleUnit(in: document, level: level, title: $0.whole.place) },
            speakers: title?.unit == nil ? [] : speakers(in: document, level: level))
    }

    /// The title's year, unless two of three name one other: the periods, all of them; the signature, as many years after it as such reports are signed; and
    /// the text, by the years that its sentences begin with.
    private func year(title: Int?, periods: [Int], signature: CalendarDate?, in document: Document) -> Int? {
        let signed = signature.map { $0.year - grammar.signedYearsLater }
        guard let title else { return periods.first ?? signed }
        guard !periods.contains(title), signed != title else { return title }
        let period = periods.first.flatMap { first in periods.allSatisfy { $0 == first } ? first : nil }
        if period != nil, period == signed { return period }
        // A text is asked where only one of the others speaks against the title.
        guard periods.isEmpty || period != nil, let other = period ?? signed, period == nil || signed == nil else { return title }
        return textYear(in: document) == other ? other : title
    }

    /// How much speaks for the document being such a report at all: one for the title, one for each section of the outline, one for each of the form's
    /// tables that has a figure.
    package static func evidence(in document: Document, identity: Identity, figures: Figures? = nil) -> Int {
        let tables = figures.map { figures in figures.form.tables.indices.count { figures.hasTable($0) } } ?? 0
        return Set(document.sections.compactMap(\.key)).count + (identity.title == nil ? 0 : 1) + tables
    }

    // MARK: Title

    struct Title {
        let whole: Located<String>
        let unit: Located<String>?
        let year: Located<Int>?
    }

    /// A line of the preamble with what titles of such reports hold, no sentence; the line before it joins it when it alone names the unit.
    private func title(in document: Document) -> Title? {
        guard let section = document.sections.first else { return nil }
        let lines = section.paragraphs.prefix(Self.openingLines).map { ($0, Self.opening($0.text.string)) }
        // Of several lines that could be the title (the path to a page, a list's heading), the first that names most.
        var best: Title?
        for (index, line) in lines.enumerated() {
            let below = index + 1 < lines.count ? lines[index + 1] : nil
            var found = title(line, before: index > 0 ? lines[index - 1] : nil, in: section, joined: false)
            if found == nil, let below, line.1.scalars.count <= 40, below.1.scalars.count <= 40 {
                found = title(below, before: line, above: index > 0 ? lines[index - 1] : nil, in: section, joined: true)
            }
            guard let found else { continue }
            let title = completed(found, by: below, in: section)
            if best.map({ completeness(title) > completeness($0) }) ?? true { best = title }
            if completeness(title) == 3 { return best }
        }
        return manyLines(lines, in: section) ?? best
    }

    /// A title that is broken over more lines than two and names both unit and year.
    private func manyLines(_ lines: [Line], in section: Section) -> Title? {
        for start in lines.indices {
            var scalars: [UInt32] = []
            for end in start..<min(start + 5, lines.count) {
                scalars += lines[end].text.scalars
                guard lines[end].text.scalars.count <= 40, scalars.count <= 90 else { break }
                guard end > start + 1, let phrase = phrases.range(in: scalars),
                    let year = Self.year(in: DateNotation.Folded(scalars)),
                    let unit = name(scalars, phrase: phrase, year: year.range), level(unit) != nil
                else { continue }
                let place = Place(section.locator(of: lines[start].paragraph), lines[start].paragraph.text.start)
                return Title(
                    whole: Located(Self.string(scalars), quote: lines[start].paragraph.text.string, place: place),
                    unit: Located(unit, quote: unit, place: place),
                    year: Located(year.value, quote: Self.string(scalars[year.range]), place: place))
            }
        }
        return nil
    }

    /// As many lines as a page's menus may have above its text.
    private static let openingLines = 40

    /// A line of the preamble, folded; nothing of one that is a sentence or too long to be a title.
    private static func opening(_ line: String) -> DateNotation.Folded {
        let isText = line.utf8.count > 1200 || line.utf8.count > 300 && ByteSearch.first("\u{3002}", in: line) != nil
        return DateNotation.Folded(isText ? [] : line.scalarValues())
    }

    private func completeness(_ title: Title) -> Int {
        (title.unit.flatMap { level($0.value) } == nil ? 0 : 2) + (title.year == nil ? 0 : 1)
    }

    /// A title with the year or the unit's name that stands alone on the line below it.
    private func completed(_ title: Title, by below: Line?, in section: Section) -> Title {
        guard let below, below.text.scalars.count <= 40 else { return title }
        let place = Place(section.locator(of: below.paragraph), below.paragraph.text.start)
        var year = title.year
        var unit = title.unit
        if year == nil, let found = Self.year(in: below.text), Self.isAlone(found.range, in: below.text.scalars) {
            year = Located(found.value, quote: Self.string(below.text.scalars[found.range]), place: place)
        }
        if unit == nil, let name = name(below.text.scalars[...]), level(name) != nil, !below.text.scalars.contains(0xFF1A) {
            unit = Located(name, quote: name, place: place)
        }
        guard unit?.value != title.unit?.value || year?.value != title.year?.value else { return title }
        let whole = Located(title.whole.value + Self.string(below.text.scalars), quote: title.whole.quote, place: title.whole.place)
        return Title(whole: whole, unit: unit, year: year)
    }

    typealias Line = (paragraph: Paragraph, text: DateNotation.Folded)

    /// `above` is the line above the two that are joined.
    func title(_ line: Line, before: Line?, above: Line? = nil, in section: Section, joined: Bool) -> Title? {
        // A title may be broken inside its words: then both lines are read as one.
        var scalars = line.text.scalars
        var shift = 0
        if joined {
            guard let before else { return nil }
            shift = before.text.scalars.count
            scalars = before.text.scalars + scalars
        }
        // What goes on behind a colon or a comma announces the report.
        guard scalars.count <= 90, !scalars.contains(0x3002), let last = scalars.last, ![0x3A, 0x2C, 0xFF1A, 0xFF0C].contains(last),
            let phrase = phrases.range(in: scalars)
        else { return nil }
        if joined, phrase.lowerBound >= shift || phrase.upperBound <= shift { return nil }
        let place = Place(
            section.locator(of: (joined ? before : line)?.paragraph ?? line.paragraph),
            ((joined ? before : line) ?? line).paragraph.text.start)
        let folded = joined ? DateNotation.Folded(scalars) : line.text
        var year = Self.year(in: folded)
        var unit = name(scalars, phrase: phrase, year: year?.range)
        var unitPlace = place
        var whole = scalars
        if let other = joined ? above : before, other.text.scalars.count <= 40 {
            let count = other.text.scalars.count
            let both = other.text.scalars + scalars
            let wholeYear = Self.year(in: DateNotation.Folded(both))
            // The unit's name on a line of its own, with the year or its beginning, or the year alone.
            if unit == nil, let name = name(both, phrase: phrase.lowerBound + count..<phrase.upperBound + count, year: wholeYear?.range),
                level(name) != nil
            {
                unit = name
                year = wholeYear
                unitPlace = Place(section.locator(of: other.paragraph), other.paragraph.text.start)
                whole = both
            } else if unit != nil, year == nil, let found = Self.year(in: other.text), Self.isAlone(found.range, in: other.text.scalars) {
                year = found
                whole = both
            }
        }
        return Title(
            whole: Located(Self.string(whole), quote: line.paragraph.text.string, place: place),
            unit: unit.map { Located($0, quote: $0, place: unitPlace) },
            year: year.map { Located($0.value, quote: Self.string(whole[$0.range]), place: place) })
    }

    static func year(in text: DateNotation.Folded) -> (value: Int, range: Range<Int>)? {
        (DateNotation.years(in: text).first ?? DateNotation.bareYear(in: text)).map { ($0.value, $0.range) }
    }

    /// Whether nothing but marks stands around a range.
    static func isAlone(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
        scalars.indices.allSatisfy { range.contains($0) || isMark(scalars[$0]) }
    }

    /// What a title names beside year and phrase: before the phrase, or behind it where only that is a unit.
    func name(_ scalars: [UInt32], phrase: Range<Int>, year: Range<Int>?) -> String? {
        let before = nameBefore(scalars, phrase: phrase, year: year)
        // Behind the hyphens and bars of a page's title stands the site.
        guard before.flatMap(level) == nil, phrase.upperBound < scalars.count, ![0x2D, 0x5F, 0x7C].contains(scalars[phrase.upperBound])
        else { return before }
        var behind = Array(scalars[phrase.upperBound...])
        if let year, year.lowerBound >= phrase.upperBound {
            behind.removeSubrange(year.lowerBound - phrase.upperBound..<year.upperBound - phrase.upperBound)
        }
        return name(behind[...]).flatMap { level($0) == nil ? nil : $0 } ?? before
    }

    private func nameBefore(_ scalars: [UInt32], phrase: Range<Int>, year: Range<Int>?) -> String? {
        var before = Array(scalars[..<phrase.lowerBound])
        if let year, year.upperBound <= phrase.lowerBound { before.removeSubrange(year) }
        guard let name = name(before[...]) else { return nil }
        guard level(name) == nil else { return name }
        // The name's end and the phrase's beginning may be one (…人民政府信息公开…).
        for count in stride(from: 1, through: min(4, phrase.count), by: 1) {
            let longer = name + Self.string(scalars[phrase.lowerBound..<phrase.lowerBound + count])
            if level(longer) != nil { return longer }
        }
        return name
    }

    /// What a line of a signature names beside its date; empty where nothing is left of it, nil where it is too long for a name.
    func signingName(_ text: ArraySlice<UInt32>) -> String? {
        var rest = text
        let stripped = Self.stripped(&rest, of: signatureWords, shortest: 2)
        if rest.isEmpty { return "" }
        return name(stripped ? rest : text)
    }

    /// Takes marks and words off both ends; words before the text only from a length on.
    @discardableResult
    static func stripped(_ text: inout ArraySlice<UInt32>, of words: [[UInt32]], shortest: Int = 1) -> Bool {
        var changed = true
        var isStripped = false
        while changed {
            changed = false
            while let first = text.first, isMark(first) { text.removeFirst() }
            while let last = text.last, isMark(last), !closesBracket(text) { text.removeLast() }
            for word in words {
                if word.count >= shortest, starts(text, with: word) {
                    text.removeFirst(word.count)
                    changed = true
                }
                if ends(text, with: word) {
                    text.removeLast(word.count)
                    changed = true
                }
            }
            isStripped = isStripped || changed
        }
        return isStripped
    }

    func name(_ text: ArraySlice<UInt32>) -> String? {
        var text = text
        // Behind the path to a page, and behind a label in brackets.
        if let last = text.lastIndex(where: { $0 == 0x3E || $0 == 0xFF1E || $0 == 0xBB || $0 == 0x203A }), last + 1 < text.endIndex {
            text = text[(last + 1)...]
        }
        // 编制单位：某局
        if let last = text.lastIndex(where: { $0 == 0xFF1A || $0 == 0x3A }), last + 2 < text.endIndex { text = text[(last + 1)...] }
        if text.first == 0x3010, let end = text.firstIndex(of: 0x3011), end + 2 < text.endIndex { text = text[(end + 1)...] }
        Self.stripped(&text, of: noise)
        return text.count >= 2 && text.count <= 40 ? Self.string(text) : nil
    }

    // MARK: Names

    /// The names with and without places before them and endings behind them (硚口区汉水桥街道办事处: 汉水桥街道办事处, 汉水桥街道, …).
    private func ownNames(_ units: [String]) -> [String] {
        var names: [String] = []
        for unit in units {
            let scalars = unit.scalarValues()
            var forms = [scalars[...], Self.withoutBrackets(scalars[...])]
            if forms[1].count == forms[0].count { forms.removeLast() }
            for index in scalars.indices.dropLast(2) where index >= 1 && placeSigns.contains(scalars[index]) {
                forms.append(scalars[(index + 1)...])
            }
            for form in forms {
                names.append(Self.string(form))
                for ending in droppable where form.count > ending.count + 1 && Self.ends(form, with: ending) {
                    names.append(Self.string(form.dropLast(ending.count)))
                }
            }
        }
        var unique: [String] = []
        for name in names where !unique.contains(name) { unique.append(name) }
        return unique
    }

    // MARK: Text

    static func range(of needle: [UInt32], in text: [UInt32]) -> Range<Int>? { range(of: needle, in: text[...]) }

    /// The first place of a word, in the text's own indices; nil for an empty one.
    static func range(of needle: [UInt32], in text: ArraySlice<UInt32>) -> Range<Int>? {
        guard let first = needle.first, text.count >= needle.count else { return nil }
        for start in text.startIndex...text.endIndex - needle.count where text[start] == first && stands(needle, in: text, at: start) {
            return start..<start + needle.count
        }
        return nil
    }

    /// Whether a word stands at a place of a text that is at least as long from there.
    private static func stands(_ needle: [UInt32], in text: ArraySlice<UInt32>, at start: Int) -> Bool {
        for index in needle.indices where text[start + index] != needle[index] { return false }
        return true
    }

    /// Whether a text begins with a word.
    static func starts(_ text: ArraySlice<UInt32>, with word: [UInt32]) -> Bool {
        text.count >= word.count && stands(word, in: text, at: text.startIndex)
    }

    /// Whether a text ends with a word.
    static func ends(_ text: ArraySlice<UInt32>, with word: [UInt32]) -> Bool {
        text.count >= word.count && stands(word, in: text, at: text.endIndex - word.count)
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { if let scalar = UnicodeScalar(scalar) { view.append(scalar) } }
        return String(view)
    }

    /// Whether a text ends with a bracket that is opened in it, and behind something.
    private static func closesBracket(_ text: ArraySlice<UInt32>) -> Bool {
        guard let last = text.last, last == 0x29 || last == 0xFF09 else { return false }
        guard let open = text.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }) else { return false }
        return open > text.startIndex && open + 2 < text.endIndex
    }

    /// A name without what stands in brackets at its end.
    static func withoutBrackets(_ name: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        guard closesBracket(name), let open = name.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }) else { return name }
        return name[..<open]
    }

    /// Brackets, quotation marks, emphasis and punctuation around a name.
    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xB7, 0x2010...0x2015, 0x2018...0x201F,
            0x3000...0x3003, 0x3008...0x3011, 0x3014, 0x3015, 0xFF08, 0xFF09, 0xFF0C, 0xFF0D, 0xFF1A, 0xFF3B, 0xFF3D:
            true
        default: false
        }
    }
}
