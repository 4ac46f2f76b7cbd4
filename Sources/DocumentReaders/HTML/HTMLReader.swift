import DocumentModel
import XML

/// A page of HTML to flat blocks. The order of the steps: characters, parsing, lines and tables, what is the report, blocks.
enum HTMLReader {
    static func read(_ source: PageSource, matcher: TitleMatcher, budget: inout ReadingBudget) throws(ReadingError) -> FlatDocument {
        let document: HTMLDocument
        do {
            document = try HTMLDocument(parsing: source.text.bytes, name: "", attributes: HTMLPage.Attribute.names)
        } catch {
            switch error {
            case .tooLarge(_, _, let limit): throw .tooLarge(limit: limit)
            case .notWellFormed(let problem): throw .damaged(.html, detail: problem.message)
            default: throw .damaged(.html, detail: "")
            }
        }
        let page = HTMLPage(document, hasPlaces: source.isWholeFile)
        if let stopped = document.stopped { budget.exceed("tags", 0, at: page.places.position(at: stopped)) }
        let outline = matcher.outline
        let content = PageWalker.content(of: page, matcher: matcher, budget: &budget)
        let placed = PlacedText(page)
        if let placed, let flat = PlacedReader.read(placed, content, page, outline: outline, budget: &budget) {
            return FlatDocument(
                blocks: flat.blocks, remarks: source.text.remarks, metadata: flat.metadata, format: .html, encoding: source.text.encoding)
        }
        let roles = TableRoles(content)
        let lines = ReportLines(content, roles, page, outline: outline)
        var blocks = PageBlocks(content, roles, page, lines, matcher: matcher)
        blocks.makeAll(&budget)
        let contents = lines.contents.map { list in
            [Remark(.contentsList, at: Place(.document, content.lines[list.line].text.start), detail: "\(list.count)")]
        }
        return FlatDocument(
            blocks: blocks.blocks, remarks: source.text.remarks + (contents ?? []) + blocks.remarks, metadata: lines.metadata.found,
            format: .html,
            encoding: source.text.encoding)
    }
}
