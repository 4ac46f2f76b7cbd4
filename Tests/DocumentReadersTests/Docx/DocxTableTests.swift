import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Cells that say how many columns of an invisible grid they take.
@Suite struct DocxTableTests {
    private static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }

    private static func span(_ count: Int) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }

    private static func table(_ rows: [String], grid: [Int] = [], rowProperties: [String] = []) -> String {
        let lines = rows.enumerated().map { index, row in
            "<w:tr><w:trPr>\(rowProperties.indices.contains(index) ? rowProperties[index] : "")</w:trPr>\(row)</w:tr>"
        }
        return "<w:tbl><w:tblGrid>\(grid.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>\(lines.joined())</w:tbl>"
    }

    private static func dump(_ body: String) throws -> [String] { try DocxTextTests.lines(body) }

    @Test("Rows that leave columns free at either side are short there")
    func freePlaces() throws {
        let rows = [Self.cell("甲") + Self.cell("乙") + Self.cell("丙"), Self.cell("丁"), Self.cell("戊")]
        let table = Self.table(rows, rowProperties: ["", "<w:gridBefore w:val=\"2\"/>", "<w:gridAfter w:val=\"2\"/>"])
        #expect(try Self.dump(table) == ["| 甲 | 乙 | 丙 |", "|  |  | 丁 |", "| 戊 |  |  |"])
    }

    @Test("Cells merged down keep the first text; a rest without a beginning is a cell")
    func merged() throws {
        let begun = "<w:vMerge w:val=\"restart\"/>"
        let rows = [
            Self.cell("甲", begun) + Self.cell("1"), Self.cell("", "<w:vMerge/>") + Self.cell("2"),
            Self.cell("乙", begun) + Self.cell("3"), Self.cell("藏", "<w:vMerge w:val=\"continue\"/>") + Self.cell("丁", "<w:vMerge/>"),
        ]
        let document = try DocxTextTests.read(Self.table(rows))
        #expect(document.specimenDump == ["| 甲 | 1 |", "| ^ | 2 |", "| 乙 | 3 |", "| ^ | 丁 |"])
        #expect(document.remarks.map(\.kind) == [.hiddenText])
    }

    @Test("Lines of the grid that nothing ends at, and lines a hair apart, are not seen")
    func invisibleLines() throws {
        let fine = Self.table([Self.cell("甲", Self.span(3)) + Self.cell("乙", Self.span(2)), Self.cell("丙", Self.span(5))])
        #expect(try Self.dump(fine) == ["| 甲 | 乙 |", "| 丙 | < |"])
        let crooked = Self.table(
            [Self.cell("甲") + Self.cell("乙", Self.span(2)), Self.cell("丙", Self.span(2)) + Self.cell("丁")], grid: [1000, 40, 960])
        #expect(try Self.dump(crooked) == ["| 甲 | 乙 |", "| 丙 | 丁 |"])
        // A narrow column with a cell of its own is one.
        let narrow = Self.table([Self.cell("甲") + Self.cell("乙") + Self.cell("丙")], grid: [1000, 40, 960])
        #expect(try Self.dump(narrow) == ["| 甲 | 乙 | 丙 |"])
        let wide = Self.table(
            [Self.cell("甲") + Self.cell("乙", Self.span(2)), Self.cell("丙", Self.span(2)) + Self.cell("丁")], grid: [1000, 400, 600])
        #expect(try Self.dump(wide) == ["| 甲 | 乙 | < |", "| 丙 | < | 丁 |"])
    }

    @Test("A cell's paragraphs are its lines, and a table within it a line for each of its rows")
    func nested() throws {
        let inner = Self.table([Self.cell("1") + Self.cell("2"), Self.cell("3") + Self.cell("4")])
        let row = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>\(inner)<w:p/></w:tc>" + Self.cell("乙")
        let document = try DocxTextTests.read(Self.table([row]))
        let table = try #require(Support.tables(document).first)
        #expect(table.cells.map(\.text.string) == ["甲\n1 2\n3 4", "乙"])
        #expect(document.remarks.map { "\($0.kind) \($0.place.locator)" } == ["nestedTable s0/t1/r1c1"])
    }

    @Test("A frame around text is no table")
    func frames() throws {
        let inner = Self.table([Self.cell("1") + Self.cell("2")])
        #expect(try Self.dump(Self.table(["<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>\(inner)</w:tc>"])) == ["甲", "| 1 | 2 |"])
        #expect(try Self.dump(Self.table([Self.cell("甲"), Self.cell("乙")])) == ["| 甲 |", "| 乙 |"])
    }

    @Test("Rows and cells of tracked changes are read as accepted")
    func changes() throws {
        let deleted = Self.cell("己", "<w:cellDel w:id=\"1\"/>")
        let rows = [Self.cell("甲") + Self.cell("乙"), Self.cell("丙") + Self.cell("丁"), Self.cell("戊") + deleted]
        let document = try DocxTextTests.read(Self.table(rows, rowProperties: ["<w:ins w:id=\"1\"/>", "<w:del w:id=\"2\"/>"]))
        #expect(document.specimenDump == ["| 甲 | 乙 |", "| 戊 |  |"])
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["trackedChanges 3"])
    }

    @Test("Numbers of lists stand in cells, too")
    func numbered() throws {
        let numbered = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:p></w:tc>"
        #expect(try Self.dump(Self.table([numbered + Self.cell("甲"), numbered + Self.cell("乙")])) == ["| 一、 | 甲 |", "| 二、 | 乙 |"])
    }
}
