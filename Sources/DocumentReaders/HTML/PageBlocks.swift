import DocumentModel
import XML

/// Makes flat blocks of the lines and tables that are the report's.
struct PageBlocks {
    private(set) var blocks: [FlatBlock] = []
    private(set) var remarks: [Remark] = []
    private let content: PageContent
    private let roles: TableRoles
    private let page: HTMLPage
    private let isKept: [Bool]
    private let matcher: TitleMatcher

    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage, _ lines: ReportLines, matcher: TitleMatcher) {
        self.content = content
        self.roles = roles
        self.page = page
        isKept = lines.isKept
        self.matcher = matcher
    }

    mutating func makeAll(_ budget: inout ReadingBudget) {
        let layout = PageTable(content, roles, page)
        let tables = content.tables.indices.filter { roles.roles[$0] == .data && !content.tables[$0].lines.isEmpty }
        var nextTable = 0
        var index = 0
        while index < content.lines.count {
            while nextTable < tables.count, content.tables[tables[nextTable]].lines.lowerBound < index { nextTable += 1 }
            if nextTable < tables.count, case let table = content.tables[tables[nextTable]], table.lines.lowerBound == index {
                if table.lines.contains(where: { isKept[$0] }) {
                    blocks += layout.blocks(of: tables[nextTable], &budget)
                }
                index = table.lines.upperBound
                nextTable += 1
                continue
            }
            guard isKept[index] else {
                index += 1
                continue
            }
            let end = DrawnText.end(
                of: content.lines, from: index, isKept: isKept,
                before: nextTable < tables.count ? content.tables[tables[nextTable]].lines.lowerBound : content.lines.count)
            if end > index {
                blocks += DrawnText.blocks(of: content.lines[index..<end], matcher: matcher, budget: &budget)
                index = end
            } else {
                add(content.lines[index], &budget)
                index += 1
            }
        }
        blocks = TableJoining.joined(blocks)
        addPictures()
        if content.changes > 0 { remarks.append(Remark(.trackedChanges, at: Place(.document), detail: "\(content.changes)")) }
    }

    private mutating func add(_ line: PageContent.Line, _ budget: inout ReadingBudget) {
        let text = line.preformatted == nil ? line.text : line.text.trimmed
        if !text.isEmpty, budget.takeParagraph(at: text.start) { blocks.append(.line(FlatLine(text, level: line.level))) }
    }

    /// Says where pictures stand between the report's lines; those side by side are said once.
    private mutating func addPictures() {
        var index = 0
        let kept = isKept.indices.filter { isKept[$0] }
        guard let first = kept.first, let last = kept.last else { return }
        while index < content.pictures.count {
            let picture = content.pictures[index]
            var end = index + 1
            while end < content.pictures.count, content.pictures[end].line == picture.line { end += 1 }
            let isWithin = picture.line > first && picture.line <= last + 1
            let isBesideKept = isWithin && (isKept[picture.line - 1] || (picture.line < isKept.count && isKept[picture.line]))
            if isBesideKept, remarks.count < Self.saidPictures {
                let position = page.places.position(at: Int(page.document.nodes[picture.node].start))
                remarks.append(Remark(.picture, at: Place(.document, position), detail: "\(end - index)"))
            }
            index = end
        }
    }

    /// A report with more pictures is illustrated.
    private static let saidPictures = 20
}
