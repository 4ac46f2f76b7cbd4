/// A report as it stands, whatever its format was: sections with their paragraphs and tables.
package struct Document: Hashable, Sendable {
    /// The top-level sections in document order. The first is always section 0 (what stands before the first heading, the title included); it may be empty.
    package let sections: [Section]
    /// What the reader had to settle or could not read, in document order.
    package let remarks: [Remark]

    /// What the page or the file around the report says of it, in document order; empty for a format that has nothing but the report.
    package let metadata: [Metadata]

    package init(sections: [Section], remarks: [Remark] = [], metadata: [Metadata] = []) {
        self.sections = sections
        self.remarks = remarks
        self.metadata = metadata
    }

    /// All sections, each before its own subsections, in document order.
    package var allSections: [Section] { sections.flatMap(\.withSubsections) }

    /// The section of a path, at whatever depth; nil when there is none. The first, if there are several. Linear in the sections.
    package func section(at path: [Int]) -> Section? { Self.section(at: path, in: sections) }

    private static func section(at path: [Int], in sections: [Section]) -> Section? {
        for section in sections {
            if section.path == path { return section }
            if let found = self.section(at: path, in: section.subsections) { return found }
        }
        return nil
    }

    /// The top-level section that was recognised as the outline's entry of that key; nil when there is none. The first, if there are several.
    package func section(_ key: String) -> Section? {
        sections.first { $0.key == key }
    }

    /// The key of the first top-level section of a number, as locators begin with; nil where there is none, or it has none.
    package func key(ofSection number: Int) -> String? {
        sections.first { $0.path.first == number }?.key
    }
}

/// A part of a document under one heading.
///
/// A class, since sections are looked up and gone through by every rule: one reference is handed around instead of half a dozen.
package final class Section: Hashable, Sendable {
    /// The section's numbers from the top, as its `Locator` says them. Numbers of recognised top-level sections are the outline's, whatever is
    /// printed; top-level sections that the outline does not know get the numbers after its last; subsections count from 1 in document order.
    package let path: [Int]
    /// The outline's key when the section was recognised; nil for section 0, for subsections, and for sections the outline does not know.
    package let key: String?
    /// Nil only for section 0.
    package let heading: Heading?
    /// What stands before the first subsection.
    package let blocks: [Block]
    /// In document order, all of them behind `blocks`; empty for a section that has none.
    package let subsections: [Section]

    package init(path: [Int], key: String? = nil, heading: Heading? = nil, blocks: [Block] = [], subsections: [Section] = []) {
        self.path = path
        self.key = key
        self.heading = heading
        self.blocks = blocks
        self.subsections = subsections
    }

    package static func == (left: Section, right: Section) -> Bool {
        left === right
            || left.path == right.path && left.key == right.key && left.heading == right.heading && left.blocks == right.blocks
                && left.subsections == right.subsections
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(key)
        hasher.combine(heading)
        hasher.combine(blocks)
        hasher.combine(subsections)
    }

    /// Names the section as a whole, and its heading.
    package var locator: Locator { Locator(section: path) }

    /// Where the heading stands; for section 0, where its first block stands.
    package var place: Place {
        if let heading { return Place(locator, heading.text.start) }
        switch blocks.first {
        case .paragraph(let paragraph): return Place(locator, paragraph.text.start)
        case .table(let table): return Place(locator, table.cells.first?.text.start ?? .unknown)
        case nil: return Place(locator, .unknown)
        }
    }

    /// This section and all below it, in document order.
    package var withSubsections: [Section] { [self] + subsections.flatMap(\.withSubsections) }

    /// The paragraphs of this section, without those of its subsections.
    package var paragraphs: [Paragraph] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    /// The tables of this section, without those of its subsections.
    package var tables: [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// Names a paragraph of this section itself: those of subsections are counted apart.
    package func locator(of paragraph: Paragraph) -> Locator { Locator(section: path, part: .paragraph(paragraph.number)) }
    /// Names a table of this section itself: those of subsections are counted apart.
    package func locator(of table: Table) -> Locator { Locator(section: path, part: .table(table.number)) }
    /// Names a cell by the first row and column that it covers, in a table of this section itself.
    package func locator(of cell: Cell, in table: Table) -> Locator {
        Locator(section: path, part: .cell(table: table.number, row: cell.row, column: cell.column))
    }
}

/// The line that opens a section.
package struct Heading: Hashable, Sendable {
    /// The whole line as it stands, ordinal included.
    package let text: BlockText
    /// The number that is printed before the title; nil when there is none.
    package let ordinal: Int?
    /// The title without ordinal and marks of emphasis.
    package let title: String

    package init(text: BlockText, ordinal: Int?, title: String) {
        self.text = text
        self.ordinal = ordinal
        self.title = title
    }
}

/// What stands below a heading, one after the other.
package enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
}

/// A line of running text: what is neither heading nor cell.
package struct Paragraph: Hashable, Sendable {
    /// Counted from 1 within its section, subsections not included.
    package let number: Int
    /// Never empty.
    package let text: BlockText

    package init(number: Int, text: BlockText) {
        self.number = number
        self.text = text
    }
}
