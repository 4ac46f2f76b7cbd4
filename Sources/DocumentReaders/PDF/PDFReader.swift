import DocumentModel

/// PDF to flat blocks: words with their places from poppler, lines that are drawn from the file itself, tables and paragraphs out of both.
enum PDFReader {
    /// - Throws: `encrypted`, `damaged`, `onlyPictures`, `missingProgram`, `programFailed`, `tookTooLong`, `expandsTooFar`.
    static func read(_ bytes: [UInt8], outline: Outline, budget: inout ReadingBudget) throws(ReadingError) -> FlatDocument {
        let limit = budget.limits.pages
        let tool = try PDFTool(bytes)
        let boxes = WordBoxes(try tool.words(pages: limit + 1))
        var pages = boxes.pages
        guard !pages.isEmpty else { throw .damaged(.pdf, detail: "no pages") }
        if pages.count > limit {
            pages.removeLast(pages.count - limit)
            budget.exceed("pages", limit, at: SourcePosition(page: limit + 1))
        }
        var remarks: [Remark] = []
        func remark(_ kind: Remark.Kind, page: Int, detail: String) {
            remarks.append(Remark(kind, at: Place(.document, SourcePosition(page: page)), detail: detail))
        }

        let drawing = drawing(bytes, pages: pages, tool)
        let unmapped = unmappedCharacters(boxes, drawing)
        if unmapped.count > 0, unmapped.count * 2 >= boxes.mapped { throw .noCharacterMap(.pdf) }
        if unmapped.count > 0 { remark(.unmappedCharacters, page: unmapped.page, detail: "\(unmapped.count)") }
        guard pages.contains(where: { !$0.words.isEmpty }) else { throw .onlyPictures(pages: pages.count) }
        for (index, page) in pages.enumerated() where page.words.isEmpty && !(index < drawing.count && drawing[index].isBlank) {
            remark(.unreadablePage, page: page.number, detail: "\(page.number)")
        }

        for index in pages.indices where index < drawing.count {
            pages[index].lines = drawing[index].lines
            pages[index].pictures = drawing[index].pictures
            // The size that poppler gives is that of the page before it is turned.
            if drawing[index].rotation % 180 == 90 { pages[index].swapSides() }
            let (up, down) = (drawing[index].upwardBytes, drawing[index].downwardBytes)
            if max(up, down) * 3 > drawing[index].textBytes * 2 { pages[index].turnUpright(isClockwise: down > up) }
            if !drawing[index].isWhole { budget.exceed("drawing", RuledGrids.mostLines, at: SourcePosition(page: index + 1)) }
        }
        PagePictures.settle(&pages)
        let items = AlignedTables.settled(PageLayout(pages).items, outline: outline, budget: &budget)
        let builder = ParagraphBuilder(items, widths: pages.map(\.width), &budget)
        return FlatDocument(blocks: builder.blocks, remarks: remarks, notes: builder.notes, format: .pdf)
    }

    /// What is drawn on the pages; of a file that cannot be followed, that of a plain copy.
    private static func drawing(_ bytes: [UInt8], pages: [Page], _ tool: PDFTool) -> [PDFDrawing.Sheet] {
        let own = PDFDrawing(bytes, pages: pages.count + 1).sheets
        if own.count >= pages.count, own.allSatisfy(\.isWhole) { return own }
        guard let plain = tool.plain(pages: pages.count) else { return own }
        let copied = PDFDrawing(plain, pages: pages.count).sheets
        return copied.count == pages.count ? copied : own
    }

    /// How many characters have no meaning, and the first page that has some.
    private static func unmappedCharacters(_ boxes: WordBoxes, _ drawing: [PDFDrawing.Sheet]) -> (count: Int, page: Int) {
        let bytes = drawing.reduce(0) { $0 + $1.unmappedBytes }
        let page = drawing.firstIndex { $0.unmappedBytes > 0 } ?? 0
        return (max(boxes.unmapped, bytes / 2), page + 1)
    }
}
