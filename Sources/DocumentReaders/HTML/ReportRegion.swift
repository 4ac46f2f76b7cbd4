import DocumentModel
import XML

/// Finds the part of a page that holds the report: the smallest subtree with all its headings and tables and nearly all of its sentences.
struct ReportRegion {
    /// How much speaks for each line being the report's, and which lines are its headings.
    private let weights: LineSums
    private let entries: LineSums
    private let content: PageContent
    private let page: HTMLPage

    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage) {
        self.content = content
        self.page = page
        let count = content.lines.count
        let tables = LineSums(
            covering: content.tables.indices.lazy.filter { roles.roles[$0] == .data }.map { content.tables[$0].lines }, of: count)
        let asides = LineSums(covering: content.asides.lazy.filter(\.isTagged).map(\.lines), of: count)
        let isOut = content.lines.indices.map { asides[$0] > 0 || content.lines[$0].isLink }
        weights = LineSums(
            content.lines.indices.map { isOut[$0] ? 0 : Self.weight(of: content.lines[$0], isInTable: tables[$0] > 0) })
        entries = LineSums(content.lines.indices.map { content.lines[$0].entry != nil && !isOut[$0] ? 1 : 0 })
    }

    /// A heading weighs as much as a long paragraph, a figure in a table as much as half a sentence.
    private static func weight(of line: PageContent.Line, isInTable: Bool) -> Int {
        if line.entry != nil { return 400 }
        if line.stops > 0, line.bytes >= 30 { return min(line.bytes, 600) }
        if isInTable, line.isFigure { return 20 }
        return 0
    }

    func weight(of lines: Range<Int>) -> Int { weights[lines] }
    func entries(in lines: Range<Int>) -> Int { entries[lines] }
    private var all: Range<Int> { 0..<content.lines.count }

    /// Whether the page has so few headings of a report that its part may have been taken too small.
    var isUnsure: Bool { entries(in: all) < 4 }

    /// The lines that begin within a range of nodes.
    func lines(ofNodes nodes: Range<Int>) -> Range<Int> {
        let start = firstLine(from: nodes.lowerBound)
        return start..<max(start, firstLine(from: nodes.upperBound))
    }

    private func firstLine(from node: Int) -> Int {
        var low = 0
        var high = content.lines.count
        while low < high {
            let middle = (low + high) / 2
            if content.lines[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The elements from the outermost down to the one that holds the report; empty when nothing on the page looks like one.
    var path: [Int] {
        let whole = weight(of: all)
        guard whole > 0 else { return [] }
        var path: [Int] = []
        var range = 0..<page.document.nodes.count
        while let child = heaviest(in: range), holdsReport(child, whole) {
            path.append(child)
            range = (child + 1)..<page.end(of: child)
        }
        return path
    }

    private func heaviest(in range: Range<Int>) -> Int? {
        var best: (node: Int, weight: Int)?
        var index = range.lowerBound
        while index < range.upperBound {
            let end = page.end(of: index)
            if page.isElement(index) {
                let weight = weight(of: lines(ofNodes: index..<end))
                if best.map({ weight > $0.weight }) ?? (weight > 0) { best = (index, weight) }
            }
            index = end
        }
        return best?.node
    }

    /// All headings and five sixths of everything else, in more lines than one.
    private func holdsReport(_ node: Int, _ whole: Int) -> Bool {
        let lines = lines(ofNodes: node..<page.end(of: node))
        return lines.count > 1 && entries(in: lines) == entries(in: all) && weight(of: lines) * 6 >= whole * 5
    }
}
