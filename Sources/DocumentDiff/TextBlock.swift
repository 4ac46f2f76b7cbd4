package import DocumentModel

/// One piece of text of a document: a heading, a paragraph or a cell.
package struct TextBlock: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case heading
        case paragraph
        case cell
    }

    package let kind: Kind
    package let locator: Locator
    package let text: BlockText

    package init(_ kind: Kind, _ locator: Locator, _ text: BlockText) {
        self.kind = kind
        self.locator = locator
        self.text = text
    }

    /// The block's place: its locator and where its first character stands.
    package var place: Place { Place(locator, text.start) }
}

extension Document {
    /// All text in document order: each section's heading, what stands before its subsections (a table's cells by row, then column, the blank
    /// ones too), then its subsections.
    package var textBlocks: [TextBlock] { FlatDocument(self).blocks }
}

/// A document as one list of text blocks, which sections and tables are ranges of.
struct FlatDocument {
    struct SectionSpan {
        let section: Section
        /// With all subsections.
        let blocks: Range<Int>
        /// The indices of its headings and paragraphs, without the section's own heading.
        let lines: Range<Int>
        let tables: Range<Int>
    }

    struct TableSpan {
        let table: Table
        /// One for each cell, in the table's order.
        let blocks: Range<Int>
    }

    private(set) var blocks: [TextBlock] = []
    /// The top-level sections.
    private(set) var sections: [SectionSpan] = []
    private(set) var tables: [TableSpan] = []
    /// The block indices of the paragraphs and of the headings of subsections, ascending.
    private(set) var lines: [Int] = []

    init(_ document: Document) {
        for section in document.sections {
            let starts = (blocks.count, lines.count, tables.count)
            if let heading = section.heading { blocks.append(TextBlock(.heading, section.locator, heading.text)) }
            appendContent(of: section)
            sections.append(
                SectionSpan(
                    section: section, blocks: starts.0..<blocks.count, lines: starts.1..<lines.count, tables: starts.2..<tables.count))
        }
    }

    private mutating func appendContent(of section: Section) {
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph):
                lines.append(blocks.count)
                blocks.append(TextBlock(.paragraph, section.locator(of: paragraph), paragraph.text))
            case .table(let table):
                let start = blocks.count
                for cell in table.cells { blocks.append(TextBlock(.cell, section.locator(of: cell, in: table), cell.text)) }
                tables.append(TableSpan(table: table, blocks: start..<blocks.count))
            }
        }
        for subsection in section.subsections {
            if let heading = subsection.heading {
                lines.append(blocks.count)
                blocks.append(TextBlock(.heading, subsection.locator, heading.text))
            }
            appendContent(of: subsection)
        }
    }
}
