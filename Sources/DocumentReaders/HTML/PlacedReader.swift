import DocumentModel

/// A page of text at places to flat blocks, by the layout that pages of PDF are read by.
enum PlacedReader {
    /// Fewer pieces are menus and labels of an ordinary page.
    private static let fewestWords = 20

    /// Nil for a page most of whose text stands where the order of its source puts it.
    static func read(
        _ placed: PlacedText, _ content: PageContent, _ page: HTMLPage, outline: Outline, budget: inout ReadingBudget
    ) -> (blocks: [FlatBlock], metadata: [Metadata])? {
        let others = content.lines.filter { line in !isWithin(placed.elements, line.node) }
        let otherBytes = others.reduce(0) { $0 + $1.bytes }
        let words = placed.pages.reduce(0) { $0 + $1.words.count }
        if placed.unclearElements >= fewestWords {
            budget.say(Remark(.unplacedText, at: Place(.document), detail: "\(placed.unclearElements)"))
        }
        guard words >= fewestWords, otherBytes * 4 <= placed.placedBytes else { return nil }
        let pages = Array(placed.pages.prefix(budget.limits.pages))
        if pages.count < placed.pages.count { budget.exceed("pages", budget.limits.pages, at: .unknown) }
        let items = AlignedTables.settled(PageLayout(pages).items, outline: outline, budget: &budget)
        let blocks = ParagraphBuilder(items, widths: pages.map(\.width), &budget).blocks
        // What else the page shows comes before what stands at places, or behind it, as in the source.
        let vocabulary = PageWords(outline.page)
        let start = placed.elements.first?.lowerBound ?? 0
        var (before, after): ([FlatBlock], [FlatBlock]) = ([], [])
        for line in others where !line.isLink && !vocabulary.isFurniture(line.text.string) {
            let text = line.text.trimmed
            guard !text.isEmpty, budget.takeParagraph(at: text.start) else { continue }
            if line.node < start {
                before.append(.line(FlatLine(text, level: line.level)))
            } else {
                after.append(.line(FlatLine(text, level: line.level)))
            }
        }
        var metadata = PageMetadata(words: vocabulary)
        metadata.addHead(content, page)
        return (before + blocks + after, metadata.found)
    }

    private static func isWithin(_ elements: [Range<Int>], _ node: Int) -> Bool {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].upperBound <= node { low = middle + 1 } else { high = middle }
        }
        return low < elements.count && elements[low].contains(node)
    }
}
