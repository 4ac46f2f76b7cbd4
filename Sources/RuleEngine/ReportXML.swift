import AuditModel
import DocumentModel
import XML

/// The XML form of a report, over which packs write their XPath conditions. It is built when the first of them asks for it.
///
///     report      unit year form level scope; what the report does not tell is left out, as everywhere below
///       section   key ordinal printed title path; nested; ordinal and title are the form's, printed is the number in the heading
///         heading, paragraph (n), table (n id)
///           row (n), cell (n indicator kind value); id, indicator, kind and value are those of the form, as the contract words them
///       statements
///         statement   state figure indicator value agrees at; its text is the quotation
///
/// A class, since the tree is made at most once in a judgement; it lives in one thread.
final class ReportXML {
    private var built: XMLDocument?

    func document(of report: Report) -> XMLDocument {
        if let built { return built }
        let document = Self.document(of: report)
        built = document
        return document
    }

    /// The name of the place in the report that an element of its XML form stands for, as locators write it; nil for the report as a whole.
    static func locator(of element: XMLElement) -> String? {
        func path(_ section: XMLElement?) -> String? { section?.attribute("path") }
        func number(_ element: XMLElement?) -> String { element?.attribute("n") ?? "" }
        switch element.name {
        case "section": return path(element)
        case "heading": return path(element.parent)
        case "paragraph": return path(element.parent).map { "\($0)/p\(number(element))" }
        case "table": return path(element.parent).map { "\($0)/t\(number(element))" }
        case "row": return element.parent.flatMap { locator(of: $0) }
        case "cell":
            let row = element.parent
            return row?.parent.flatMap { locator(of: $0) }.map { "\($0)/r\(number(row))c\(number(element))" }
        case "statement": return element.attribute("at")
        default: return nil
        }
    }

    private typealias Attributes = [(name: String, value: String)]

    private static func attributes(_ pairs: (String, String?)...) -> Attributes {
        pairs.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    private static func document(of report: Report) -> XMLDocument {
        let identity = report.identity
        var indicators: [Locator: Int] = [:]
        for (index, figure) in report.figures.values.enumerated() {
            if let figure { indicators[figure.place.locator] = index }
        }
        let root = attributes(
            ("unit", identity.unit), ("year", identity.year.map(String.init)), ("form", report.figures.form.id), ("level", identity.level),
            ("scope", identity.scope?.rawValue))
        return XMLDocument(root: "report", root) { builder in
            for section in report.document.sections { write(section, of: report, indicators, to: builder) }
            builder.element("statements") { builder in
                for statement in report.narrative.statements { write(statement, form: report.figures.form, to: builder) }
            }
        }
    }

    private static func write(_ section: Section, of report: Report, _ indicators: [Locator: Int], to builder: borrowing XMLBuilder) {
        let entry = section.key.flatMap { report.figures.form.section($0)?.entry }
        let description = attributes(
            ("key", section.key), ("ordinal", entry.map { String($0.ordinal) }), ("printed", section.heading?.ordinal.map(String.init)),
            ("title", entry?.title ?? section.heading?.title), ("path", section.locator.description))
        builder.element("section", description) { builder in
            if let heading = section.heading { builder.element("heading") { $0.text(heading.text.string) } }
            for block in section.blocks {
                switch block {
                case .paragraph(let paragraph):
                    builder.element("paragraph", [("n", String(paragraph.number))]) { $0.text(paragraph.text.string) }
                case .table(let table): write(table, in: section, of: report, indicators, to: builder)
                }
            }
            for subsection in section.subsections { write(subsection, of: report, indicators, to: builder) }
        }
    }

    private static func write(
        _ table: Table, in section: Section, of report: Report, _ indicators: [Locator: Int], to builder: borrowing XMLBuilder
    ) {
        let form = report.figures.form
        let figures = table.cells.map { indicators[section.locator(of: $0, in: table)] }
        let id = figures.lazy.compactMap { $0 }.first.map { form.tables[form.indicators[$0].table].id }
        builder.element("table", attributes(("n", String(table.number)), ("id", id))) { builder in
            var index = 0
            while index < table.cells.count {
                let row = table.cells[index].row
                let first = index
                while index < table.cells.count, table.cells[index].row == row { index += 1 }
                builder.element("row", [("n", String(row))]) { builder in
                    for cell in first..<index {
                        let figure = figures[cell].flatMap { report.figures[$0] }
                        let description = attributes(
                            ("n", String(table.cells[cell].column)), ("indicator", figures[cell].map { form.indicators[$0].id }),
                            ("kind", figure?.value.kind), ("value", figure?.value.number?.description))
                        builder.element("cell", description) { $0.text(table.cells[cell].text.string) }
                    }
                }
            }
        }
    }

    private static func write(_ statement: Statement, form: Form, to builder: borrowing XMLBuilder) {
        let indicator = statement.indicators.count == 1 ? form.indicators[statement.indicators[0]].id : statement.ownIdentifier
        let description = attributes(
            ("state", statement.state.rawValue), ("figure", statement.figure), ("indicator", indicator),
            ("value", statement.value.description),
            ("agrees", statement.agrees.map(String.init)), ("at", statement.place.locator.description))
        builder.element("statement", description) { $0.text(statement.quote) }
    }
}
