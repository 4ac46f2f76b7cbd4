import AuditModel
import DocumentDiff
import DocumentModel

/// What a change is, as readers ask for it.
package enum ChangeKind: String, CaseIterable, Hashable, Sendable {
    case number
    case date
    case name
    case wording
    case moved
    case added
    case removed
    /// Blanks, widths of characters and the like: the words are the same.
    case format
}

/// A comparison in the order in which it is shown: sections, what stands in them, and a number for each change.
struct ComparisonOutline {
    /// A section of the new document, or one that only the old one had.
    struct Part {
        /// Nil for what stands before the first heading.
        let heading: Entry?
        /// Nil where nothing is known of it as a whole.
        let section: SectionDelta?
        let entries: [Entry]

        var all: [Entry] { (heading.map { [$0] } ?? []) + entries }
    }

    /// One line or table.
    struct Entry {
        enum Content {
            case line(MergedLine)
            case table(MergedTable)
        }

        let content: Content
        /// Nil for what did not change, and for the old place of what was moved.
        let change: Change?
    }

    /// A change that readers go to.
    struct Change {
        /// Counted from 1 through the whole comparison.
        let number: Int
        /// What it is, in the order of the cases; never empty.
        let kinds: [ChangeKind]
    }

    let parts: [Part]
    /// By the number of a move: that of the change at its new place.
    let changeByMove: [Int: Int]
    /// What the units are called that the texts are about.
    let names: [String]
    /// Where those blocks stand now that pieces were cut off from, by their index in the old document.
    private let partedBlocks: [Int: Locator]
    /// Where those blocks stand that pieces were joined to, by their index in the new document.
    private let joinedBlocks: [Int: Locator]

    init(_ merged: MergedDocument, _ delta: DocumentDelta, names: [String]) {
        self.names = names
        let blocks = delta.blocks
        let parted = Set(blocks.compactMap { $0.old == nil ? $0.relative : nil })
        let joined = Set(blocks.compactMap { $0.new == nil ? $0.relative : nil })
        var partedBlocks: [Int: Locator] = [:]
        var joinedBlocks: [Int: Locator] = [:]
        for block in blocks {
            guard let new = block.new else { continue }
            if let index = block.oldIndex, parted.contains(index) { partedBlocks[index] = new.locator }
            if let index = block.newIndex, joined.contains(index) { joinedBlocks[index] = new.locator }
        }
        self.partedBlocks = partedBlocks
        self.joinedBlocks = joinedBlocks
        var sections: [Locator: SectionDelta] = [:]
        for section in delta.sections {
            if let new = section.new { sections[new.locator] = section }
        }
        var removed: [Locator: SectionDelta] = [:]
        for section in delta.sections where section.new == nil {
            if let old = section.old { removed[old.locator] = section }
        }
        var parts: [Part] = []
        var heading: Entry?
        var section = sections[.document]
        var entries: [Entry] = []
        var count = 0
        var changeByMove: [Int: Int] = [:]
        func finish() {
            if heading != nil || !entries.isEmpty { parts.append(Part(heading: heading, section: section, entries: entries)) }
            entries = []
        }
        for item in merged.items {
            let kinds = item.kinds(names: names)
            if !kinds.isEmpty { count += 1 }
            let change = kinds.isEmpty ? nil : Change(number: count, kinds: ChangeKind.allCases.filter(kinds.contains))
            switch item {
            case .table(let table): entries.append(Entry(content: .table(table), change: change))
            case .line(let line):
                if case .movedHere(let move) = line.fate { changeByMove[move] = count }
                let entry = Entry(content: .line(line), change: change)
                guard line.opensSection else {
                    entries.append(entry)
                    continue
                }
                finish()
                heading = entry
                section = line.block.new.flatMap { sections[$0.locator] } ?? line.block.old.flatMap { removed[$0.locator] }
            }
        }
        finish()
        self.parts = parts
        self.changeByMove = changeByMove
    }

    /// Says of what a new paragraph was cut off, or to what one that is gone was joined; nil for others.
    func relation(of block: BlockDelta) -> LocalizedText? {
        guard let relative = block.relative else { return nil }
        if block.old == nil { return partedBlocks[relative].map { ComparisonWording.cutOff(PlaceWording.name(of: $0)) } }
        return joinedBlocks[relative].map { ComparisonWording.joined(PlaceWording.name(of: $0)) }
    }
}

extension MergedLine {
    /// Whether it is the heading of a top-level section, at the place where that is shown.
    fileprivate var opensSection: Bool {
        if case .movedAway = fate { return false }
        return block.kind == .heading && (block.new ?? block.old)?.locator.section.count == 1
    }
}

extension MergedDocument.Item {
    /// What changed in it; empty where nothing did, and at the old place of what was moved.
    fileprivate func kinds(names: [String]) -> Set<ChangeKind> {
        switch self {
        case .line(let line):
            switch line.fate {
            case .inserted: [.added]
            case .deleted: [.removed]
            case .movedAway: []
            case .movedHere: line.block.kinds(names: names).union([.moved])
            case .kept: line.block.kinds(names: names)
            }
        case .table(let table):
            table.rows.reduce(into: []) { kinds, row in
                switch row.fate {
                case .inserted: kinds.insert(.added)
                case .deleted: kinds.insert(.removed)
                default: for cell in row.cells { kinds.formUnion(cell.block?.changeKinds(names: names) ?? []) }
                }
            }
        }
    }
}

extension BlockDelta {
    /// What its edits are.
    func kinds(names: [String]) -> Set<ChangeKind> {
        Set(readableRuns(names: names).compactMap { $0.kind.map(ChangeKind.init) })
    }

    /// What changed of it, as a whole and within.
    func changeKinds(names: [String]) -> Set<ChangeKind> {
        switch state {
        case .same: []
        // A blank cell that came or went is no change of the text.
        case .added, .removed: oldText.isEmpty && newText.isEmpty ? [] : [state == .added ? .added : .removed]
        case .moved: kinds(names: names).union([.moved])
        case .changed: kinds(names: names)
        }
    }
}

extension MergedTable {
    /// How many cells changed; of rows that came or went each counts.
    func changedCells(names: [String]) -> Int {
        rows.reduce(0) { count, row in
            count + row.cells.count { cell in cell.block.map { row.fate != .kept || !$0.changeKinds(names: names).isEmpty } ?? false }
        }
    }

    /// The first cell of the new table, or of the old one where only that had it.
    var firstBlock: TextBlock? {
        let blocks = rows.lazy.flatMap(\.cells).compactMap(\.block)
        return blocks.lazy.compactMap(\.new).first ?? blocks.lazy.compactMap(\.old).first
    }

    /// What the table is called.
    var locator: Locator? {
        firstBlock.map { block in
            if case .cell(let table, _, _) = block.locator.part { return Locator(section: block.locator.section, part: .table(table)) }
            return block.locator
        }
    }
}
