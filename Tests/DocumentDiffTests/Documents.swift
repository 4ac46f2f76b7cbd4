import DocumentModel
import TestSupport

/// A section in short: its key, its heading and what stands under it.
func section(
    _ number: Int, _ key: String?, _ title: String?, _ blocks: [Block], subsections: [Section] = []
) -> Section {
    Section(
        path: [number], key: key,
        heading: title.map { Heading(text: BlockText("第\(number)部分 \($0)"), ordinal: number, title: $0) },
        blocks: blocks, subsections: subsections)
}

func paragraphs(_ texts: [String]) -> [Block] {
    texts.enumerated().map { .paragraph(Paragraph(number: $0.offset + 1, text: BlockText($0.element))) }
}

/// A table without spans; nil leaves a cell out.
func table(_ rows: [[String?]], number: Int = 1) -> Block {
    var cells: [Cell] = []
    for (row, texts) in rows.enumerated() {
        for (column, text) in texts.enumerated() {
            if let text { cells.append(Cell(row: row + 1, column: column + 1, text: BlockText(text))) }
        }
    }
    return .table(Table(number: number, rowCount: rows.count, columnCount: rows.map(\.count).max() ?? 0, cells: cells))
}

func document(_ sections: Section...) -> Document { Document(sections: sections) }

extension SeededGenerator {
    private static let characters = Array("山水花鸟春夏秋冬来去大小多少红黄蓝绿，。的了在有一二三🎈é\u{301}".unicodeScalars)

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func text(_ count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(Self.characters[number(0..<Self.characters.count)]) }
        return String(text)
    }

    mutating func edited(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch number(0..<40) {
            case 0: break
            case 1: result.append(contentsOf: self.text(1).unicodeScalars)
            case 2:
                result.append(contentsOf: self.text(2).unicodeScalars)
                result.append(scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    mutating func document() -> Document {
        var sections = [section(0, nil, nil, blocks())]
        for number in 1..<self.number(2..<7) {
            let key = self.number(0..<4) == 0 ? nil : "key\(number)"
            var subsections: [Section] = []
            for part in 0..<self.number(0..<3) {
                let title = text(6)
                subsections.append(
                    Section(
                        path: [number, part + 1], heading: Heading(text: BlockText(title), ordinal: nil, title: title), blocks: blocks()))
            }
            sections.append(section(number, key, text(8), blocks(), subsections: subsections))
        }
        return Document(sections: sections)
    }

    private mutating func blocks() -> [Block] {
        (0..<number(0..<6)).map { index in
            if number(0..<5) == 0 {
                let columns = number(1..<6)
                return table(
                    (0..<number(1..<8)).map { row in
                        (0..<columns).map { $0 == 0 || row == 0 ? text(4) : String(number(0..<100)) }
                    }, number: index + 1)
            }
            return .paragraph(Paragraph(number: index + 1, text: BlockText(text(number(0..<60)))))
        }
    }

    /// The document with texts edited, blocks and sections taken away, put in, exchanged.
    mutating func edited(_ document: Document) -> Document {
        var sections = document.sections.map { edited($0) }
        if sections.count > 2, number(0..<3) == 0 { sections.swapAt(1, sections.count - 1) }
        if sections.count > 2, number(0..<4) == 0 { sections.remove(at: 1) }
        if number(0..<4) == 0 { sections.append(section(90, nil, text(7), blocks())) }
        return Document(sections: sections)
    }

    private mutating func edited(_ old: Section) -> Section {
        var blocks = old.blocks.map { edited($0) }
        if blocks.count > 1, number(0..<3) == 0 { blocks.swapAt(0, blocks.count - 1) }
        if !blocks.isEmpty, number(0..<3) == 0 { blocks.remove(at: number(0..<blocks.count)) }
        if number(0..<3) == 0 { blocks += self.blocks() }
        if number(0..<3) == 0 { blocks = blocks.flatMap { split($0) } }
        if number(0..<4) == 0 { blocks = joined(blocks) }
        return Section(
            path: old.path, key: number(0..<10) == 0 ? nil : old.key, heading: old.heading, blocks: blocks,
            subsections: old.subsections.map { edited($0) })
    }

    /// A paragraph in two, at any place.
    private mutating func split(_ block: Block) -> [Block] {
        guard case .paragraph(let paragraph) = block, number(0..<2) == 0 else { return [block] }
        let scalars = Array(paragraph.text.string.unicodeScalars)
        let place = number(0..<scalars.count + 1)
        return [scalars[..<place], scalars[place...]].map { part in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return .paragraph(Paragraph(number: paragraph.number, text: BlockText(String(text))))
        }
    }

    /// The first two neighbouring paragraphs as one.
    private func joined(_ blocks: [Block]) -> [Block] {
        for place in blocks.indices.dropFirst() {
            guard case .paragraph(let first) = blocks[place - 1], case .paragraph(let second) = blocks[place] else { continue }
            let text = BlockText(first.text.string + second.text.string)
            return blocks[..<(place - 1)] + [.paragraph(Paragraph(number: first.number, text: text))] + blocks[(place + 1)...]
        }
        return blocks
    }

    private mutating func edited(_ block: Block) -> Block {
        switch block {
        case .paragraph(let paragraph):
            return .paragraph(Paragraph(number: paragraph.number, text: BlockText(edited(paragraph.text.string))))
        case .table(let table):
            let cells = table.cells.map { Cell(row: $0.row, column: $0.column, text: BlockText(edited($0.text.string))) }
            return .table(Table(number: table.number, rowCount: table.rowCount, columnCount: table.columnCount, cells: cells))
        }
    }
}
