import DocumentModel

/// Gathers flat blocks into sections and counts everything.
struct SectionBuilder {
    private struct Node {
        let path: [Int]
        let key: String?
        let heading: Heading?
        /// The rank of a subsection's heading; nil for a section of the top level.
        let rank: Int?
        var blocks: [Block] = []
        var paragraphs = 0
        var tables = 0
        var children: [Int] = []
    }

    private var nodes: [Node] = [Node(path: [0], key: nil, heading: nil, rank: nil)]
    private var tops: [Int] = [0]
    /// The open sections from the top level down.
    private var open: [Int] = [0]
    private var remarks: [Remark] = []

    mutating func openTop(number: Int, key: String?, _ heading: Heading) {
        nodes.append(Node(path: [number], key: key, heading: heading, rank: nil))
        tops.append(nodes.count - 1)
        open = [nodes.count - 1]
    }

    /// Opens a subsection below the nearest open section of a higher rank.
    mutating func openSubsection(rank: Int, _ heading: Heading) {
        while open.count > 1, nodes[open[open.count - 1]].rank.map({ $0 >= rank }) ?? false { open.removeLast() }
        let parent = open[open.count - 1]
        nodes.append(Node(path: nodes[parent].path + [nodes[parent].children.count + 1], key: nil, heading: heading, rank: rank))
        nodes[parent].children.append(nodes.count - 1)
        open.append(nodes.count - 1)
    }

    mutating func add(_ text: BlockText) {
        let node = open[open.count - 1]
        nodes[node].paragraphs += 1
        nodes[node].blocks.append(.paragraph(Paragraph(number: nodes[node].paragraphs, text: text)))
    }

    mutating func add(_ flat: FlatTable) {
        let node = open[open.count - 1]
        nodes[node].tables += 1
        let number = nodes[node].tables
        let table = Table(number: number, rowCount: flat.rowCount, columnCount: flat.columnCount, cells: flat.cells)
        nodes[node].blocks.append(.table(table))
        let path = nodes[node].path
        for remark in flat.remarks {
            let cell = remark.row.flatMap { table.cell(row: $0, column: 1) } ?? table.cells.first
            let part = remark.row.map { Locator.Part.cell(table: number, row: $0, column: 1) } ?? .table(number)
            let place = Place(Locator(section: path, part: part), cell?.text.start ?? .unknown)
            remarks.append(Remark(remark.kind, at: place, detail: remark.detail))
        }
    }

    /// Says of the section that is open what was met in it.
    mutating func add(_ note: FlatDocument.Note) {
        add(note.kind, count: note.count, at: .unknown)
    }

    /// Says of the section that is open what stands at a place in it and is no part of it.
    mutating func add(_ kind: Remark.Kind, count: Int, at position: SourcePosition) {
        let place = Place(Locator(section: nodes[open[open.count - 1]].path), position)
        remarks.append(Remark(kind, at: place, detail: "\(count)"))
    }

    /// The number of sections so far, section 0 included.
    var count: Int { nodes.count }

    mutating func document(remarks before: [Remark], metadata: [Metadata]) -> Document {
        Document(sections: tops.map(section), remarks: before + remarks, metadata: metadata)
    }

    /// Recursion goes as deep as there are ranks of headings.
    private func section(_ index: Int) -> Section {
        let node = nodes[index]
        return Section(
            path: node.path, key: node.key, heading: node.heading, blocks: node.blocks, subsections: node.children.map(section))
    }
}
