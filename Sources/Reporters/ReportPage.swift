import AuditModel
import DocumentModel

/// The report itself within a page, in full, with its figures and the places of the findings marked.
struct ReportPage {
    /// The most rows of one table that a page shows; the form's tables have at most 28.
    static let rowLimit = 500

    let page: DossierPage
    /// Which indicator's figure stands in a cell: its index in the form.
    private let indicators: [Locator: Int]
    private let changes: [Indicator.ID: IndicatorChange]

    init(_ page: DossierPage) {
        self.page = page
        var indicators: [Locator: Int] = [:]
        for (index, figure) in page.audit.report.figures.values.enumerated() {
            if let figure { indicators[figure.place.locator] = index }
        }
        self.indicators = indicators
        var changes: [Indicator.ID: IndicatorChange] = [:]
        for change in page.audit.changes { changes[change.id] = change }
        self.changes = changes
    }

    /// Every place that gets an anchor.
    static func places(of document: Document) -> Set<Locator> {
        var places: Set<Locator> = [.document]
        for section in document.allSections {
            places.insert(section.locator)
            for paragraph in section.paragraphs { places.insert(section.locator(of: paragraph)) }
            for table in section.tables {
                places.insert(section.locator(of: table))
                for cell in table.cells where cell.row <= rowLimit { places.insert(section.locator(of: cell, in: table)) }
            }
        }
        return places
    }

    func write(_ html: inout HTMLWriter) {
        html.element("div", [.class("report")]) { html in
            for section in page.audit.report.document.sections { self.section(section, &html) }
        }
        html.lineFeed()
    }

    private func section(_ section: Section, _ html: inout HTMLWriter) {
        if let heading = section.heading {
            let content = { (html: inout HTMLWriter) in text(heading.text, at: section.locator, &html) }
            if section.path.count == 1 {
                html.element("h3", [.id(page.anchors.place(section.locator))], content)
            } else {
                html.element("h4", [.id(page.anchors.place(section.locator))], content)
            }
        } else {
            html.element("div", [.id(page.anchors.place(section.locator))]) { references(at: section.locator, &$0) }
        }
        html.lineFeed()
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph):
                let locator = section.locator(of: paragraph)
                let opens = section.path == [0] && paragraph.text.string.utf8.count <= 150
                html.element("p", [.id(page.anchors.place(locator)), opens ? .class("opening") : nil]) {
                    text(paragraph.text, at: locator, &$0)
                }
                html.lineFeed()
            case .table(let table): self.table(table, in: section, &html)
            }
        }
        for subsection in section.subsections { self.section(subsection, &html) }
    }

    /// Writes the numbers of the findings about a place as links back to them.
    private func references(at locator: Locator, _ html: inout HTMLWriter) {
        for finding in page.marks.findings[locator] ?? [] { reference(to: finding, &html) }
    }

    private func reference(to numbered: NumberedFinding, _ html: inout HTMLWriter) {
        let group = FindingGroup(numbered.finding)
        html.element(
            "a",
            [
                .class("ref \(group.name)"), .href(page.anchors.finding(numbered.number)),
                .title("\(numbered.finding.rule) \(numbered.finding.message[page.language])"),
            ], text: "[\(numbered.number)]")
    }

    // MARK: Text

    /// Writes a block's text cut where marks begin and end, since marks may overlap.
    private func text(_ block: BlockText, at locator: Locator, _ html: inout HTMLWriter) {
        let length = block.string.utf8.count
        let marks = page.marks[locator].filter { $0.range.upperBound <= length && !$0.range.isEmpty }
        var cuts = Set([0, length])
        for mark in marks {
            cuts.insert(mark.range.lowerBound)
            cuts.insert(mark.range.upperBound)
        }
        let borders = cuts.sorted()
        var waiting = marks[...]
        var active: [DocumentMarks.Mark] = []
        var referred: Set<Int> = []
        for (start, end) in zip(borders, borders.dropFirst()) {
            while let next = waiting.first, next.range.lowerBound <= start { active.append(waiting.removeFirst()) }
            active.removeAll { $0.range.upperBound <= start }
            segment(block.substring(start..<end), active, &html)
            for mark in active where mark.range.upperBound == end {
                guard case .finding(let numbered, _) = mark.subject, referred.insert(numbered.number).inserted else { continue }
                reference(to: numbered, &html)
            }
        }
        for numbered in page.marks.findings[locator] ?? [] where !referred.contains(numbered.number) { reference(to: numbered, &html) }
    }

    private func segment(_ string: String, _ active: [DocumentMarks.Mark], _ html: inout HTMLWriter) {
        var statement: Statement?
        var worst: FindingGroup?
        var isTerm = false
        for mark in active {
            switch mark.subject {
            case .statement(let stated): statement = stated
            case .finding(_, isMain: false): isTerm = true
            case .finding(let numbered, isMain: true):
                let group = FindingGroup(numbered.finding)
                if worst.map({ group.rank < $0.rank }) ?? true { worst = group }
            }
        }
        let inner = { (html: inout HTMLWriter) in
            if let statement {
                html.element("span", [.class("figure \(statement.markName)"), .title(description(of: statement))], text: string)
            } else {
                html.text(string)
            }
        }
        if let name = worst?.name ?? (isTerm ? "term" : nil) {
            html.element("mark", [.class(name)], inner)
        } else {
            inner(&html)
        }
    }

    /// What the marked number was compared with, or why with nothing.
    private func description(of statement: Statement) -> String {
        let language = page.language
        let form = page.audit.report.figures.form
        let state = AuditWording.statementState(statement)[language]
        if statement.state != .bound {
            let candidates = StatementCandidates.indicators(of: statement).map { form.indicators[$0].label[language] }
            return
                ([state] + [statement.reason.map { page.pack.statements.reason($0)[language] }].compactMap(\.self) + candidates.prefix(4))
                .joined(separator: " · ")
        }
        let terms = statement.indicators.map { index in
            "\(form.indicators[index].label[language]) \(AuditWording.figure(page.audit.report.figures[index]?.value)[language])"
        }
        let table = terms.isEmpty ? statement.ownIdentifier ?? "" : "\(PageWording.inTable[language]) \(terms.joined(separator: " + "))"
        return "\(state) · \(PageWording.inText[language]) \(statement.value) · \(table)"
    }

    // MARK: Tables

    private func table(_ table: Table, in section: Section, _ html: inout HTMLWriter) {
        let rows = min(table.rowCount, Self.rowLimit)
        html.element("div", [.class("scroll"), .id(page.anchors.place(section.locator(of: table)))]) { html in
            references(at: section.locator(of: table), &html)
            html.element("table", [.class(rows <= 14 ? "grid short" : "grid")]) { html in
                for row in 1...max(1, rows) {
                    html.element("tr") { html in
                        for column in 1...max(1, table.columnCount) {
                            guard let cell = table.cell(row: row, column: column) else {
                                html.element("td", [.class("absent")]) { _ in }
                                continue
                            }
                            if cell.row == row, cell.column == column { self.cell(cell, in: table, of: section, &html) }
                        }
                    }
                    html.lineFeed()
                }
            }
            if table.rowCount > rows {
                html.element("p", [.class("soft")], text: PageWording.rowsLeftOut(table.rowCount - rows)[page.language])
            }
        }
        html.lineFeed()
    }

    private func cell(_ cell: Cell, in table: Table, of section: Section, _ html: inout HTMLWriter) {
        let locator = section.locator(of: cell, in: table)
        let findings = page.marks.findings[locator] ?? []
        // A sum has many terms and mostly one fault: only the cell that the finding is about is framed.
        let own = findings.filter { $0.finding.evidence.first?.place.locator == locator }
        let worst = own.map { FindingGroup($0.finding) }.min { $0.rank < $1.rank }
        let mark = worst?.name ?? (findings.isEmpty ? nil : "term")
        let spans: [HTMLWriter.Attribute?] = [
            cell.rowSpan > 1 ? .init("rowspan", String(cell.rowSpan)) : nil,
            cell.columnSpan > 1 ? .init("colspan", String(cell.columnSpan)) : nil,
            page.linkedPlaces.contains(locator) ? .id(page.anchors.place(locator)) : nil,
        ]
        guard let index = indicators[locator] else {
            html.element("th", spans + [mark.map { .class($0) }]) { html in
                html.text(cell.text.string)
                for finding in own { reference(to: finding, &html) }
            }
            return
        }
        let language = page.language
        let indicator = page.audit.report.figures.form.indicators[index]
        let change = changes[indicator.id]
        var title = indicator.label[language]
        if let change { title += " · \(PageWording.lastYear[language]) \(AuditWording.figure(change.old)[language])" }
        html.element("td", spans + [.class(["n", mark].compactMap(\.self).joined(separator: " ")), .title(title)]) { html in
            html.text(cell.text.string)
            for finding in own { reference(to: finding, &html) }
            if let change, change.old != change.new { html.element("small", text: AuditWording.figure(change.old)[language]) }
        }
    }
}

extension DossierPage {
    /// The report in full, with a legend of its marks.
    func annotatedReport(_ html: inout HTMLWriter) {
        html.element("h2", [.id(anchors.report)], text: PageWording.annotatedReport[language])
        html.lineFeed()
        html.element("div", [.class("legend")]) { html in
            html.element("span", text: PageWording.legendFigures[language])
            for (name, sample) in AuditWording.markLegend {
                html.element("span") { $0.element("span", [.class("figure \(name)")], text: sample[language]) }
            }
            html.void("br")
            html.element("span", text: (audit.previous == nil ? PageWording.legendTablesAlone : PageWording.legendTables)[language])
        }
        html.lineFeed()
        ReportPage(self).write(&html)
    }
}

extension Statement {
    /// The class of the mark of its number.
    fileprivate var markName: String {
        switch (state, agrees) {
        case (.bound, true): "agrees"
        case (.bound, false): "differs"
        case (.bound, nil): "uncompared"
        case (.ambiguous, _): "ambiguous"
        case (.unbound, _): "unbound"
        }
    }
}
