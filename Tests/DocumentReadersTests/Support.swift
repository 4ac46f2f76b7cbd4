import DocumentModel
import DocumentReaders
import TestSupport

/// What several suites need: an outline, a reader of strings, a plain dump.
enum Support {
    /// The form that the tests' reports follow.
    static let outline = Outline(entries: [
        .init(key: "overview", ordinal: 1, title: "总体情况"),
        .init(key: "disclosure", ordinal: 2, title: "主动公开政府信息情况", variants: ["主动公开情况"]),
        .init(key: "applications", ordinal: 3, title: "收到和处理政府信息公开申请情况", variants: ["依申请公开情况"], terms: [["处理", "申请"]]),
        .init(key: "challenges", ordinal: 4, title: "政府信息公开行政复议、行政诉讼情况", terms: [["复议", "诉讼"]]),
        .init(key: "problems", ordinal: 5, title: "存在的主要问题及改进情况", terms: [["问题", "改进"]]),
        .init(key: "other", ordinal: 6, title: "其他需要报告的事项"),
    ])

    static func read(_ text: String, limits: ReadingLimits = .standard) throws(ReadingError) -> Reading {
        try DocumentReader.read(Array(text.utf8), outline: outline, limits: limits)
    }

    /// The tables of all sections.
    static func tables(_ document: Document) -> [Table] { document.allSections.flatMap(\.tables) }

    /// A grid's cells as `text`, with its spans where they are not 1: `label 2x3`; absent places are not shown.
    static func rows(_ table: Table) -> [[String]] {
        (1...max(1, table.rowCount)).map { row in
            table.cells.filter { $0.row == row }.map { cell in
                let text = cell.text.string.replacing("\n", with: "")
                let spans = cell.rowSpan > 1 || cell.columnSpan > 1 ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
                return "\(cell.column):\(text)\(spans)"
            }
        }
    }

    /// Sections with their paths, keys and headings, paragraphs and tables, one a line.
    static func dump(_ document: Document) -> [String] {
        document.allSections.flatMap { section -> [String] in
            let number = section.locator.description
            let head =
                section.heading.map { "\(number) [\(section.key ?? "-")] \($0.ordinal.map(String.init) ?? "-") \($0.title)" } ?? number
            return [head]
                + section.blocks.map { block in
                    switch block {
                    case .paragraph(let paragraph): "  p\(paragraph.number) \(paragraph.text.string)"
                    case .table(let table): "  t\(table.number) \(table.rowCount)x\(table.columnCount)"
                    }
                }
        }
    }

    /// The scalars of a text by line and column, as a reader of the source counts them.
    static func lines(_ text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": lines.append([])
            default: lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        return lines
    }

    /// The first character of a document whose position does not lead to the same character in the source.
    static func firstMisplaced(_ document: Document, in text: String) -> String? {
        let lines = lines(text)
        for (locator, block) in texts(document) {
            var offset = 0
            for scalar in block.string.unicodeScalars {
                let position = block.position(atOffset: offset)
                let name = "\(locator) +\(offset) \(scalar.escaped(asASCII: true)) at \(position.line ?? 0):\(position.column ?? 0)"
                guard let line = position.line, let column = position.column, lines.indices.contains(line - 1), column >= 1 else {
                    return name
                }
                let source = lines[line - 1]
                if scalar == "\n" {
                    guard column == source.count + 1 else { return name }
                } else {
                    guard column <= source.count, source[column - 1] == scalar else { return name }
                }
                offset += UTF8.width(scalar)
            }
        }
        return nil
    }

    /// All headings, paragraphs and cells.
    static func texts(_ document: Document) -> [(String, BlockText)] {
        document.allSections.flatMap { section -> [(String, BlockText)] in
            (section.heading.map { [(section.locator.description, $0.text)] } ?? [])
                + section.blocks.flatMap { block -> [(String, BlockText)] in
                    switch block {
                    case .paragraph(let paragraph): [(section.locator(of: paragraph).description, paragraph.text)]
                    case .table(let table): table.cells.map { (section.locator(of: $0, in: table).description, $0.text) }
                    }
                }
        }
    }

    static var hasPublishedReports: Bool { Project.publishedReport("truth.json") != nil }
}
