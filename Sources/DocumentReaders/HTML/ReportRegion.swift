import DocumentModel
import XML

/// Finds the part of a page that holds the report: the smallest subtree with all its headings and tables and nearly all of its sentences.
struct ReportRegion {
    /// How much speaks for each line being the report's; the sums before each line.
    private let weights: [Int]
    private let entries: [Int]
    private let content: PageContent
    private let page: HTMLPage

    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage) {
        self.content = content
        self.page = page
        var isTable = [Bool](repeating: false, count: content.lines.count)
        for (index, table) in content.tables.enumerated() where roles.roles[index] == .data {
            for line in table.lines { isTable[line] = true }
        }
        var isAside = [Bool](repeating: false, count: content.lines.count)
        for aside in content.asides where aside.isTagged { for line in aside.lines { isAside[line] = true } }
        var weights = [0]
        var entries = [0]
        weights.reserveCapacity(content.lines.count + 1)
        entries.reserveCapacity(content.lines.count + 1)
        for (index, line) in content.lines.enumerated() {
            let isOut = isAside[index] || line.isLink
            weights.append((weights.last ?? 0) + (isOut ? 0 : Self.weight(of: line, isInTable: isTable[index])))
            entries.append((entries.last ?? 0) + (line.entry != nil && !isOut ? 1 : 0))
        }
        self.weights = weights
        self.entries = entries
    }

    /// A heading weighs as much as a long paragraph, a figure in a table as much as half a sentence.
    private static func weight(of line: PageContent.Line, isInTable: Bool) -> Int {
        if line.entry != nil { return 400 }
        if line.stops > 0, line.bytes >= 30 { return min(line.bytes, 600) }
        if isInTable, CellText.isValue(line.text.string), CellText.hasDigit(line.text.string) { return 20 }
        return 0
    }

    func weight(of lines: Range<Int>) -> Int { weights[lines.upperBound] - weights[lines.lowerBound] }
    func entries(in lines: Range<Int>) -> Int { entries[lines.upperBound] - entries[lines.lowerBound] }
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
