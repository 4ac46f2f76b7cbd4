import DocumentModel
import TestSupport

/// Makes pairs of documents that differ in all ways that a Word file has changes for.
struct RedlineGenerator {
    private var random: SeededGenerator

    init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

    private static let characters = Array("山水花鸟春夏秋冬来去大小多少红黄蓝绿，。的了在有一二三🎈é\u{301}<&>\"0123456789".unicodeScalars)

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chance(_ one: Int) -> Bool { number(0..<one) == 0 }

    private mutating func text(_ count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(Self.characters[number(0..<Self.characters.count)]) }
        return String(text)
    }

    private mutating func edited(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !chance(25) {
            result.append(scalar)
            if chance(25) { result.append(contentsOf: self.text(2).unicodeScalars) }
        }
        return String(result)
    }

    // Drafts, which documents are laid out from.

    private enum Draft {
        case paragraph(String)
        /// Groups of rows; the group's name stands in one cell beside all its rows.
        case table([(group: String, rows: [[String]])])
    }

    private struct SectionDraft {
        var title: String
        var blocks: [Draft]
        var parts: [(title: String, blocks: [Draft])]
    }

    /// An old document and what became of it.
    mutating func pair() -> (old: Document, new: Document) {
        var drafts: [SectionDraft] = []
        for _ in 0..<number(2..<5) {
            drafts.append(SectionDraft(title: text(7), blocks: blocks(), parts: chance(2) ? [(text(6), blocks())] : []))
        }
        let old = document(drafts)
        for index in drafts.indices {
            if chance(4) { drafts[index].title = edited(drafts[index].title) }
            drafts[index].blocks = edited(drafts[index].blocks)
            for part in drafts[index].parts.indices { drafts[index].parts[part].blocks = edited(drafts[index].parts[part].blocks) }
        }
        // A paragraph goes to another section, edited or not; sections change places, come and go.
        if let moved = drafts[0].blocks.last, case .paragraph(let text) = moved, drafts.count > 1 {
            drafts[0].blocks.removeLast()
            drafts[drafts.count - 1].blocks.append(.paragraph(chance(2) ? text : edited(text)))
        }
        if chance(4) { drafts.swapAt(0, drafts.count - 1) }
        if chance(5) { drafts.remove(at: 0) }
        if chance(5) { drafts.append(SectionDraft(title: text(6), blocks: blocks(), parts: [])) }
        return (old, document(drafts))
    }

    private mutating func blocks() -> [Draft] {
        (0..<number(0..<5)).map { _ in
            guard chance(3) else { return .paragraph(text(number(20..<70))) }
            let columns = number(1..<4)
            return .table((0..<number(1..<4)).map { _ in (text(4), (0..<number(1..<4)).map { _ in row(columns) }) })
        }
    }

    private mutating func row(_ columns: Int) -> [String] {
        [text(5)] + (0..<columns).map { _ in chance(5) ? "" : String(number(0..<300)) }
    }

    private mutating func edited(_ blocks: [Draft]) -> [Draft] {
        var result: [Draft] = []
        for block in blocks where !chance(6) {
            switch block {
            case .paragraph(let text):
                let middle = text.index(text.startIndex, offsetBy: text.count / 2)
                switch number(0..<6) {
                case 0: result += [.paragraph(String(text[..<middle])), .paragraph(String(text[middle...]))]
                case 1: result.append(.paragraph(text))
                default: result.append(.paragraph(edited(text)))
                }
            case .table(let groups): result.append(.table(edited(groups)))
            }
            if chance(6) { result += self.blocks() }
        }
        if result.count > 2, chance(3) { result.swapAt(0, result.count - 1) }
        return result
    }

    private mutating func edited(_ groups: [(group: String, rows: [[String]])]) -> [(group: String, rows: [[String]])] {
        let addsColumn = chance(6)
        let dropsColumn = chance(6) && groups.first?.rows.first?.count ?? 0 > 2
        var edited: [(group: String, rows: [[String]])] = []
        for (group, rows) in groups {
            var changed: [[String]] = []
            for row in rows {
                if chance(5) { changed.append(self.row(row.count - 1)) }
                if !chance(6) { changed.append(row.map { chance(4) ? String(number(0..<300)) : $0 }) }
            }
            if changed.isEmpty { changed = [self.row((rows.first?.count ?? 2) - 1)] }
            if addsColumn { changed = changed.map { $0 + [text(2)] } }
            if dropsColumn { changed = changed.map { [$0[0]] + $0.dropFirst(2) } }
            edited.append((chance(6) ? self.text(3) : group, changed))
        }
        return edited
    }

    // MARK: Laying out

    private func document(_ drafts: [SectionDraft]) -> Document {
        var sections = [Section(path: [0], blocks: [.paragraph(Paragraph(number: 1, text: BlockText("山水\u{1}报告\u{FFFF}")))])]
        for (index, draft) in drafts.enumerated() {
            let parts = draft.parts.enumerated().map { number, part in
                Section(path: [index + 1, number + 1], heading: heading(part.title), blocks: laidOut(part.blocks))
            }
            sections.append(
                Section(
                    path: [index + 1], key: nil, heading: heading(draft.title), blocks: laidOut(draft.blocks), subsections: parts))
        }
        return Document(sections: sections)
    }

    private func heading(_ title: String) -> Heading { Heading(text: BlockText(title), ordinal: nil, title: title) }

    private func laidOut(_ drafts: [Draft]) -> [Block] {
        var tables = 0
        return drafts.enumerated().map { index, draft in
            switch draft {
            case .paragraph(let text): return .paragraph(Paragraph(number: index + 1, text: BlockText(text)))
            case .table(let groups):
                tables += 1
                var cells: [Cell] = []
                var rowCount = 0
                for (group, rows) in groups {
                    cells.append(Cell(row: rowCount + 1, column: 1, rowSpan: rows.count, text: BlockText(group)))
                    for row in rows {
                        rowCount += 1
                        for (column, text) in row.enumerated() {
                            cells.append(Cell(row: rowCount, column: column + 2, text: BlockText(text)))
                        }
                    }
                }
                let columnCount = 1 + (groups.first?.rows.first?.count ?? 0)
                return .table(Table(number: tables, rowCount: rowCount, columnCount: columnCount, cells: cells))
            }
        }
    }
}
