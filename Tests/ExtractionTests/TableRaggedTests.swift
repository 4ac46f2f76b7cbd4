import AuditModel
import DocumentModel
import Extraction
import Testing

/// Tables whose merged cells have left no trace: neither a blank below nor one to the right.
@Suite struct TableRaggedTests {
    private func bound(_ key: String, _ rows: [[String?]]) -> (figures: [String: String], remarks: [Remark]) {
        let binding = TableBinder(forms: TableForms.both).bind(TableGrids.document(key, rows))
        return (TableGrids.bound(binding.figures), binding.remarks)
    }

    private var headings: [[String?]] {
        [["（勾稽关系）", "申请人情况"], ["自然人", TableForms.organizations, "总计"], ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]]
    }

    private var rows: [[String?]] {
        TableGrids.applications(TableForms.form2021).dropFirst(2).map { row in row.filter { $0 != "" && $0 != TableForms.results } }
    }

    @Test("Headings that name each column once in the form's order bind by it", arguments: [0, 2])
    func applications(padding: Int) {
        let padded = (headings + rows).map { $0 + Array(repeating: "", count: padding) }
        let expected = bound("applications", TableGrids.applications(TableForms.form2021)).figures
        let found = bound("applications", padded)
        #expect(found.figures == expected)
        #expect(expected.count == 175)
        #expect(found.remarks.contains { $0.kind == .boundByPosition })
    }

    @Test("A text in the place of a figure is that figure's, wherever it stands in the row", arguments: [0, 2], [0, 3, 6])
    func textAmongFigures(padding: Int, place: Int) throws {
        var all = headings + rows
        let row = try #require(all.firstIndex { $0.first?.map { $0.contains("重复申请") } ?? false })
        all[row][1 + place] = "无"
        let found = bound("applications", all.map { $0 + Array(repeating: "", count: padding) }).figures
        #expect(found.count == 175)
        #expect(found.filter { $0.value == "无" }.keys.allSatisfy { $0.contains("repeated") })
        #expect(found.values.contains("无"))
    }

    @Test("Headings that name each column once for each row bind by it", arguments: [false, true])
    func challenges(isPadded: Bool) {
        var rows = TableGrids.challenges().map { row in row.filter { $0 != "" && $0 != TableForms.results } }
        rows[1] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] + rows[1]
        rows[2].removeFirst(5)
        if isPadded { rows = rows.map { $0 + Array(repeating: "", count: 15 - $0.count) } }
        let expected = bound("challenges", TableGrids.challenges()).figures
        #expect(bound("challenges", rows).figures == expected)
        #expect(expected.count == 15)
    }

    @Test("Headings of rows on two lines over one line of headings of columns bind by their order")
    func twoLinesOfRows() {
        var rows = TableGrids.challenges().map { row in row.filter { $0 != "" } }
        let expected = bound("challenges", TableGrids.challenges()).figures
        #expect(bound("challenges", rows).figures == expected)
        // With one heading less nothing tells which figure is which.
        rows[2].removeLast()
        #expect(bound("challenges", rows).figures.isEmpty)
    }

    @Test("A title over all columns makes no heading where the headings below it end early")
    func shortHeadings() {
        let rows: [[String?]] = TableGrids.disclosure().map { row in row + Array(repeating: nil, count: 4 - row.count) }
        var cells: [Cell] = []
        for (row, texts) in rows.enumerated() {
            let width = texts.compactMap { $0 }.count == 1 ? 4 : 1
            for (column, text) in texts.enumerated() {
                if let text { cells.append(Cell(row: row + 1, column: column + 1, columnSpan: width, text: BlockText(text))) }
            }
        }
        let table = Table(number: 1, rowCount: rows.count, columnCount: 4, cells: cells)
        let binding = TableBinder(forms: TableForms.both).bind(TableGrids.document([("disclosure", table)]))
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(TableForms.form2021, tables: [0])).isEmpty)
    }

    @Test("A row of another group than the one that a label has opened is in its own, and so is the short label below it")
    func strayGroup() {
        var rows = TableGrids.applications(TableForms.form2021)
        let other = rows.firstIndex { $0.last == TableGrids.value(21, 6) } ?? 0
        rows.insert(["", "（三）不予公开"] + Array(repeating: "", count: 8), at: other)
        let expected = bound("applications", TableGrids.applications(TableForms.form2021)).figures
        #expect(bound("applications", rows).figures == expected)
    }

    @Test("Headings in another order, with one missing or one too many do not bind by position", arguments: 0..<3)
    func otherHeadings(change: Int) {
        var all = headings
        switch change {
        case 0: all[2].swapAt(0, 1)
        case 1: all[2].removeLast()
        default: all[2].append("小计")
        }
        let found = bound("applications", all + rows)
        #expect(!found.remarks.contains { $0.kind == .boundByPosition })
        #expect(found.figures.isEmpty)
    }

    @Test("A row with a figure too few or too many below such headings binds nothing")
    func unevenRow() {
        var all = headings + rows
        all[3].removeLast()
        all[4].append("9")
        let found = bound("applications", all)
        #expect(found.figures.keys.allSatisfy { !$0.hasPrefix("applications.new.") && !$0.hasPrefix("applications.carried-in.") })
        #expect(found.figures.count == 161)
        #expect(found.remarks.count { $0.kind == .unevenRow } == 2)
    }

    @Test("A label whose column the headings leave out is no figure")
    func labelUnderHeading() {
        let all = [["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]] + rows.map { $0.suffix(9).map { $0 } }
        let expected = bound("applications", TableGrids.applications(TableForms.form2021)).figures
        #expect(bound("applications", all).figures == expected)
    }
}
