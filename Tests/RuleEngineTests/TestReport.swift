import AuditModel
import DocumentModel

/// Makes a report by hand: text by section, figures by indicator.
struct TestReport {
    var form = SmallForm.form
    var identity = Identity(unit: "青禾镇", year: 2023)
    /// Values as written; a figure that is not listed is absent. Empty: blank; `/`: not applicable; what is no decimal: text.
    var figures = SmallForm.sound
    var sections = ["overview", "requests", "disputes", "problems"].map { TestSection($0, ["本节说明有关情况。"]) }
    var preamble = ["青禾镇2023年度工作年度报告"]
    var statements: [Statement] = []
    var breakdowns: [Breakdown] = []
    var passages: [Passage] = []
    var claims: [Claim] = []
    /// Of the reading. The headings of the sections above stand in lines 3, 5, 7 and 9.
    var remarks: [Remark] = []

    struct TestSection {
        var key: String?
        var ordinal: Int?
        var title: String
        var paragraphs: [String]
        var subsections: [(heading: String, paragraphs: [String])] = []
        var hasTable = false

        /// A section with the form's ordinal and title.
        init(_ key: String, _ paragraphs: [String], form: Form = SmallForm.form) {
            self.key = key
            ordinal = form.section(key)?.entry.ordinal
            title = form.section(key)?.entry.title ?? key
            self.paragraphs = paragraphs
        }

        init(unknown title: String, ordinal: Int?) {
            self.title = title
            self.ordinal = ordinal
            paragraphs = []
        }
    }

    var report: Report {
        let figures = Figures(form: form, values: form.indicators.map { self.figures[$0.id].map(figure(of: $0)) })
        return Report(
            source: Source(path: "test.txt", mediaType: "text/plain", digest: "sha256:0"), document: document, identity: identity,
            figures: figures,
            narrative: Narrative(statements: statements, breakdowns: breakdowns, otherNumbers: [:], passages: passages, claims: claims),
            remarks: [])
    }

    private func figure(of indicator: Indicator) -> (String) -> Figure {
        { text in
            let value: FigureValue =
                text.isEmpty ? .blank : text == "/" ? .notApplicable : Quantity(text).map { .number($0) } ?? .text
            let section = form.section(form.tables[indicator.table].section)?.entry.ordinal ?? 0
            let part = Locator.Part.cell(table: indicator.table + 1, row: indicator.row + 2, column: indicator.column + 2)
            return Figure(value: value, quote: text, place: Place(Locator(section: [section], part: part)))
        }
    }

    private var document: Document {
        var line = 1
        func text(_ string: String) -> BlockText {
            line += 1
            return BlockText(string, at: SourcePosition(line: line, column: 1))
        }
        func blocks(_ paragraphs: [String]) -> [Block] {
            paragraphs.enumerated().map { .paragraph(Paragraph(number: $0 + 1, text: text($1))) }
        }
        var all = [Section(path: [0], blocks: blocks(preamble))]
        for (number, section) in sections.enumerated() {
            let path = [section.key.flatMap { form.section($0)?.entry.ordinal } ?? 10 + number]
            let printed = section.ordinal.map { "\($0)、" } ?? ""
            let heading = Heading(text: text(printed + section.title), ordinal: section.ordinal, title: section.title)
            var body = blocks(section.paragraphs)
            if section.hasTable {
                body.append(.table(Table(number: 1, rowCount: 1, columnCount: 1, cells: [Cell(row: 1, column: 1, text: text("0"))])))
            }
            let subsections = section.subsections.enumerated().map { index, subsection in
                Section(
                    path: path + [index + 1],
                    heading: Heading(text: text(subsection.heading), ordinal: index + 1, title: subsection.heading),
                    blocks: blocks(subsection.paragraphs))
            }
            all.append(Section(path: path, key: section.key, heading: heading, blocks: body, subsections: subsections))
        }
        return Document(sections: all, remarks: remarks)
    }
}

/// A statement bound to a sum of indicators.
func statement(
    _ quote: String, _ value: Int, _ readings: [[Indicator.ID]], agrees: Bool?, figure: String = "figure", section: Int = 2,
    paragraph: Int = 1, firmness: Statement.Firmness = .plain, own: String? = nil, number: Int = 0
) -> Statement {
    let readings = readings.map { $0.compactMap { SmallForm.form.index(of: $0) } }
    return Statement(
        state: .bound, readings: readings, chosen: readings.isEmpty ? nil : 0, ownIdentifier: own, value: Quantity(value), quote: quote,
        place: Place(Locator(section: [section], part: .paragraph(paragraph)), SourcePosition(line: 40 + paragraph, column: 3)),
        range: 0..<quote.utf8.count, numberRange: number..<number + 1, isZeroByWords: false, firmness: firmness, agrees: agrees,
        reason: nil,
        figure: figure)
}
