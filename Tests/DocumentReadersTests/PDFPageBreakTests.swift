import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// What a page's end does to a table with drawn borders.
@Suite("PDF page breaks", .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed")) struct PDFPageBreakTests {
    private static let columns: [Double] = [60, 120, 280, 400, 520]

    /// Draws a row's upright lines, and the level ones above and below it between columns.
    private func rule(_ sheets: inout PDFSheets, _ top: Double, _ bottom: Double, above: Range<Int>? = 0..<4, below: Range<Int>? = 0..<4) {
        for x in Self.columns { sheets.line(x, top, x, bottom, width: 0.75) }
        for (range, y) in [(above, top), (below, bottom)] {
            guard let range else { continue }
            sheets.line(Self.columns[range.lowerBound], y, Self.columns[range.upperBound], y, width: 0.75)
        }
    }

    private func write(_ sheets: inout PDFSheets, _ texts: [String], _ bottom: Double) {
        for (text, left) in zip(texts, Self.columns) where !text.isEmpty { sheets.text(text, left: left + 4, bottom: bottom, size: 12) }
    }

    private func begin(_ sheets: inout PDFSheets) { sheets.begin(width: 595, height: 842) }

    private func tables(_ sheets: PDFSheets) throws -> [[[String]]] {
        try Support.tables(DocumentReader.read(sheets.bytes(), outline: Support.outline).document).map(Support.rows)
    }

    /// The first page's table: a header and two rows.
    private func firstPage(_ sheets: inout PDFSheets) {
        begin(&sheets)
        sheets.text("一、总体情况", left: 60, bottom: 80, size: 16)
        for (index, texts) in [["组", "项", "甲列", "乙列"], ["办结", "准予事项", "11", "12"], ["", "驳回事项", "21", "22"]].enumerated() {
            let top = 700 + 20 * Double(index)
            rule(&sheets, top, top + 20, above: index == 2 ? 1..<4 : 0..<4, below: index == 1 ? 1..<4 : 0..<4)
            write(&sheets, texts, top + 17)
        }
    }

    @Test("A column that no level line touches on its page is the table's")
    func openColumn() throws {
        var sheets = PDFSheets()
        firstPage(&sheets)
        begin(&sheets)
        for (index, texts) in [["", "撤回事项", "31", "32"], ["", "转送事项", "41", "42"], ["", "告知事项", "51", "52"]].enumerated() {
            let top = 60 + 20 * Double(index)
            rule(&sheets, top, top + 20, above: index == 0 ? nil : 1..<4, below: index == 2 ? nil : 1..<4)
            write(&sheets, texts, top + 17)
        }
        let found = try tables(sheets)
        #expect(found.count == 1)
        #expect(
            found.first?.suffix(3).map { $0.suffix(3) } == [
                ["2:撤回事项", "3:31", "4:32"], ["2:转送事项", "3:41", "4:42"], ["2:告知事项", "3:51", "4:52"],
            ])
    }

    @Test("A last row that lost its upper line to the page before is the table's")
    func lastRow() throws {
        var sheets = PDFSheets()
        firstPage(&sheets)
        begin(&sheets)
        rule(&sheets, 60, 80, above: nil)
        write(&sheets, ["退回", "撤回事项", "31", "32"], 77)
        sheets.text("六、其他需要报告的事项", left: 60, bottom: 200, size: 16)
        let found = try tables(sheets)
        #expect(found.count == 1)
        #expect(found.first?.last?.suffix(4) == ["1:退回", "2:撤回事项", "3:31", "4:32"])
    }

    @Test(
        "The rest of a label alone on the next page is its row's, where its line is full or holds no more than a number",
        arguments: [
            ("延期办理以及逾期未予答复", "的事项"), ("二、", "延期办理"),
            // What looks like a number, and what a quotation mark ties together.
            ("延期办理以及涉及的保护第", "三方权益"), ("延期办理以及逾期未予答", "及“三项”事项"),
        ])
    func restOfLabel(_ beginning: String, _ rest: String) throws {
        var sheets = PDFSheets()
        firstPage(&sheets)
        rule(&sheets, 760, 780)
        write(&sheets, ["", beginning, "51", "52"], 777)
        begin(&sheets)
        rule(&sheets, 60, 80)
        write(&sheets, ["", rest, "", ""], 77)
        sheets.text("六、其他需要报告的事项", left: 60, bottom: 200, size: 16)
        let found = try tables(sheets)
        #expect(found.count == 1)
        #expect(found.first?.last?.suffix(3) == ["2:\(beginning)\(rest)", "3:51", "4:52"])
    }

    @Test("A numbered label of several rows that stands with the last of them, on the next page, is that of the first as well")
    func labelOfRowsBefore() throws {
        var sheets = PDFSheets()
        firstPage(&sheets)
        rule(&sheets, 760, 780, below: nil)
        write(&sheets, ["", "1.撤回事项", "31", "32"], 777)
        begin(&sheets)
        rule(&sheets, 60, 80, above: nil, below: 1..<4)
        write(&sheets, ["", "2.转送事项", "41", "42"], 77)
        rule(&sheets, 80, 100, above: nil)
        write(&sheets, ["（二）其他", "3.告知事项", "51", "52"], 97)
        sheets.text("六、其他需要报告的事项", left: 60, bottom: 200, size: 16)
        let found = try tables(sheets)
        #expect(found.count == 1)
        #expect(
            found.first?.suffix(3) == [
                ["1:（二）其他 3x1", "2:1.撤回事项", "3:31", "4:32"], ["2:2.转送事项", "3:41", "4:42"], ["2:3.告知事项", "3:51", "4:52"],
            ])
    }

    @Test("A header of which the next page repeats some rows is there once")
    func partOfHeader() throws {
        var sheets = PDFSheets()
        begin(&sheets)
        sheets.text("一、总体情况", left: 60, bottom: 80, size: 16)
        func header(_ top: Double, rows: Int) {
            rule(&sheets, top, top + 20, above: 0..<4, below: 2..<4)
            if rows == 2 { rule(&sheets, top + 20, top + 40, above: 2..<4) }
            sheets.text(rows == 2 ? "项目（第一" : "项目（第一", left: 64, bottom: top + 17, size: 12)
            if rows == 2 { sheets.text("项之和）", left: 64, bottom: top + 36, size: 12) }
            sheets.text("甲类", left: 284, bottom: top + 17, size: 12)
            sheets.text("乙类", left: 404, bottom: top + 17, size: 12)
            if rows == 2 {
                sheets.text("甲列", left: 284, bottom: top + 37, size: 12)
                sheets.text("乙列", left: 404, bottom: top + 37, size: 12)
            }
        }
        header(700, rows: 2)
        rule(&sheets, 740, 760)
        write(&sheets, ["一", "准予事项", "11", "12"], 757)
        begin(&sheets)
        header(60, rows: 1)
        rule(&sheets, 80, 100)
        write(&sheets, ["二", "驳回事项", "21", "22"], 97)
        rule(&sheets, 100, 120)
        write(&sheets, ["三", "撤回事项", "31", "32"], 117)
        let found = try tables(sheets)
        #expect(found.count == 1)
        #expect(
            found.first?.suffix(3) == [
                ["1:一", "2:准予事项", "3:11", "4:12"], ["1:二", "2:驳回事项", "3:21", "4:22"], ["1:三", "2:撤回事项", "3:31", "4:32"],
            ])
        #expect(found.first?.joined().count { $0.contains("甲类") } == 1)
    }
}
