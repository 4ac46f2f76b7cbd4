import AuditModel
import DocumentModel
import DocumentReaders
import Extraction

/// Makes reports of the material of test cases.
struct CaseMaterial {
    let auditor: Auditor
    let form: Form

    /// The report of some material. Throws when the text reader cannot read what was made, which is the case's fault.
    ///
    /// - Parameter year: the year of a title that is made up.
    func report(of material: RuleCase.Material, year: Int) throws(InputError) -> Report {
        switch material {
        case .text(let text): return try auditor.report(of: Array(text.utf8), path: "", mustBeReport: false)
        case .made(let made): return try report(of: made, year: year)
        }
    }

    /// Title, headings and narrative go through the text reader; the tables are put in afterwards, with every figure bound to its cell.
    private func report(of made: RuleCase.Made, year: Int) throws(InputError) -> Report {
        var lines = [made.title ?? CaseWording.title(year: year, kind: auditor.pack.identity.titles.first ?? "")]
        for section in form.sections {
            lines.append("\(section.entry.ordinal)\u{3001}\(section.entry.title)")
            lines += made.texts.filter { $0.section == section.entry.key }.flatMap(\.paragraphs)
        }
        let text = Array((lines.joined(separator: "\n\n") + "\n").utf8)
        let reading: Reading
        do { reading = try DocumentReader.read(text, outline: form.outline) } catch { throw .unreadable(error) }
        let cells = self.cells(of: made)
        var figures = [Figure?](repeating: nil, count: form.indicators.count)
        let sections = reading.document.sections.map { section in
            var blocks = section.blocks
            var number = section.tables.count
            for (index, table) in form.tables.enumerated() where table.section == section.key {
                number += 1
                guard let made = self.table(index, number: number, in: section, cells: cells, figures: &figures) else {
                    number -= 1
                    continue
                }
                blocks.append(.table(made))
            }
            return Section(path: section.path, key: section.key, heading: section.heading, blocks: blocks, subsections: section.subsections)
        }
        let page = [(Metadata.Kind.publicationDate, made.published), (.title, made.pageTitle)]
        let metadata = page.compactMap { kind, text in text.map { Metadata(kind: kind, text: $0, place: Place(.document)) } }
        let document = Document(sections: sections, remarks: reading.document.remarks, metadata: metadata)
        let source = Source(path: "", mediaType: reading.mediaType, digest: "")
        return auditor.report(
            source, document, auditor.identity(of: document), Figures(form: form, values: figures), remarks: document.remarks)
    }

    /// What stands in each indicator's cell. A figure of a row that stands for others is there only where the case lists it.
    private func cells(of made: RuleCase.Made) -> [RuleCase.Cell] {
        var cells = form.indicators.map { $0.isSubstitute ? RuleCase.Cell.absent : made.others }
        for figure in made.figures {
            if let index = form.index(of: figure.indicator) { cells[index] = figure.cell }
        }
        return cells
    }

    /// A table of the form, one row of labels above and one column of labels at the left; nil where none of its cells is there.
    private func table(
        _ index: Int, number: Int, in section: Section, cells contents: [RuleCase.Cell], figures: inout [Figure?]
    ) -> Table? {
        let table = form.tables[index]
        var cells: [Cell] = []
        var hasFigures = false
        for (column, line) in table.columns.enumerated() {
            cells.append(Cell(row: 1, column: column + 2, text: BlockText(line.label)))
        }
        for (row, line) in table.rows.enumerated() {
            let present = table.grid[row].compactMap(\.self).filter { contents[$0] != .absent }
            guard !present.isEmpty else { continue }
            hasFigures = true
            cells.append(Cell(row: row + 2, column: 1, text: BlockText(line.label)))
            for indicator in present {
                guard case .content(let content) = contents[indicator] else { continue }
                let column = form.indicators[indicator].column + 2
                let place = Place(Locator(section: section.path, part: .cell(table: number, row: row + 2, column: column)))
                cells.append(Cell(row: row + 2, column: column, text: BlockText(content)))
                figures[indicator] = Figure(value: FigureValue(cell: content), quote: content, place: place)
            }
        }
        guard hasFigures else { return nil }
        return Table(number: number, rowCount: table.rows.count + 1, columnCount: table.columns.count + 1, cells: cells)
    }
}
