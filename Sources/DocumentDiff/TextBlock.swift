package import DocumentModel
import SequenceDiff

/// One piece of text of a document: a heading, a paragraph or a cell.
package struct TextBlock: Hashable, Sendable {
    /// What the text is in its document.
    package enum Kind: Hashable, Sendable {
        case heading
        case paragraph
        case cell
    }

    /// A paragraph may turn into the heading of a subsection and the other way round; a cell goes with cells only.
    package let kind: Kind
    /// Of the paragraph or cell; of the section for a heading.
    package let locator: Locator
    /// The whole text: a heading's with its ordinal, a cell's with its line feeds.
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
        /// The blocks that are paragraphs or headings of subsections, ascending.
        let lines: [Int]
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
    /// The blocks' characters.
    private(set) var characters = ItemList()

    init(_ document: Document) {
        for section in document.sections {
            let starts = (blocks: blocks.count, tables: tables.count)
            var lines: [Int] = []
            if let heading = section.heading { append(.heading, section.locator, heading.text) }
            appendContent(of: section, lines: &lines)
            sections.append(
                SectionSpan(
                    section: section, blocks: starts.blocks..<blocks.count, lines: lines, tables: starts.tables..<tables.count))
        }
    }

    private mutating func append(_ kind: TextBlock.Kind, _ locator: Locator, _ text: BlockText) {
        blocks.append(TextBlock(kind, locator, text))
        characters.append(scalarsOf: text.string)
    }

    private mutating func appendContent(of section: Section, lines: inout [Int]) {
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph):
                lines.append(blocks.count)
                append(.paragraph, section.locator(of: paragraph), paragraph.text)
            case .table(let table):
                let start = blocks.count
                for cell in table.cells { append(.cell, section.locator(of: cell, in: table), cell.text) }
                tables.append(TableSpan(table: table, blocks: start..<blocks.count))
            }
        }
        for subsection in section.subsections {
            if let heading = subsection.heading {
                lines.append(blocks.count)
                append(.heading, subsection.locator, heading.text)
            }
            appendContent(of: subsection, lines: &lines)
        }
    }
}
