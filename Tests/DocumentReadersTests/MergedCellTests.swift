import DocumentModel
import DocumentReaders
import Testing

/// The word processor's export, in which merged cells come out empty below and collapsed to the right.
@Suite struct MergedCellTests {
    /// Rows of cells as the export writes them: `/` is a line break within a cell.
    private func export(_ rows: [[String]]) -> String {
        rows.map { row in row.map { "\t" + $0.replacing("/", with: "\n") + "\n" }.joined() }.joined(separator: "\n")
    }

    private func document(_ text: String) throws -> Document {
        let document = try Support.read(text).document
        #expect(Support.firstMisplaced(document, in: text) == nil)
        return document
    }

    private func grid(_ rows: [[String]]) throws -> [[String]] {
        let tables = Support.tables(try document("表前\n" + export(rows) + "\n\n表后"))
        try #require(tables.count == 1)
        return Support.rows(tables[0])
    }

    @Test("A cell goes on over lines, a blank line ends a row, two end the table")
    func lines() throws {
        let document = try document("前\n\t项/目".replacing("/", with: "\n") + "\n\t数\n 量 \n\n\t收到\n\t3\n\n\n后")
        #expect(Support.dump(document) == ["s0", "  p1 前", "  t1 2x2", "  p2 后"])
        #expect(Support.tables(document)[0].cells.map(\.text.string) == ["项\n目", "数\n量", "收到", "3"])
    }

    @Test("Labels reach over missing columns, figures stay to the right, blank labels go on with the ones above")
    func labels() throws {
        #expect(
            try grid([
                ["来源", "甲", "乙"], ["收到", "1", "2"], ["结果", "同意", "3", "4"], ["", "不同意", "理由一", "5", "6"], ["", "", "理由二", "7", ""],
                ["", "合计", "8", "9"], ["结转", "10", "11"],
            ]) == [
                ["1:来源 1x3", "4:甲", "5:乙"], ["1:收到 1x3", "4:1", "5:2"], ["1:结果 4x1", "2:同意 1x2", "4:3", "5:4"],
                ["2:不同意 2x1", "3:理由一", "4:5", "5:6"], ["3:理由二", "4:7", "5:"], ["2:合计 1x2", "4:8", "5:9"], ["1:结转 1x3", "4:10", "5:11"],
            ])
    }

    @Test("Header rows stand over groups of the rows below them")
    func headers() throws {
        #expect(
            try grid([
                ["（说明）", "来源"], ["", "甲", "乙类", "合计"], ["", "", "乙一", "乙二", ""], ["收到", "1", "2", "3", "6"],
                ["结果", "同意", "1", "2", "3", "6"],
                ["", "其他", "0", "0", "0", "0"],
            ]).prefix(3) == [
                ["1:（说明） 3x2", "3:来源 1x4"], ["3:甲 2x1", "4:乙类 1x2", "6:合计 2x1"], ["4:乙一", "5:乙二"],
            ])
    }

    @Test("Cells that reach over rows may stand in each of them, while those that reach over columns stand once")
    func repeatedDown() throws {
        #expect(
            try grid([
                ["来源", "分类"], ["来源", "甲", "乙类", "合计"], ["来源", "甲", "乙一", "乙二", "合计"], ["收到", "1", "2", "3", "6"],
                ["结果", "同意", "1", "2", "3", "6"], ["结果", "其他", "0", "0", "0", "0"],
            ]).prefix(3) == [
                ["1:来源 1x2", "3:分类 1x4"], ["1:来源 1x2", "3:甲", "4:乙类 1x2", "6:合计"],
                ["1:来源 1x2", "3:甲", "4:乙一", "5:乙二", "6:合计"],
            ])
        #expect(
            try grid([
                ["裁决", "判决"], ["维持", "纠正", "一审", "二审"], ["维持", "纠正", "维持", "纠正", "维持", "纠正"],
                ["0", "1", "2", "3", "4", "5"],
            ]).prefix(3) == [
                ["1:裁决 1x2", "3:判决 1x4"], ["1:维持", "2:纠正", "3:一审 1x2", "5:二审 1x2"],
                ["1:维持", "2:纠正", "3:维持", "4:纠正", "5:维持", "6:纠正"],
            ])
    }

    @Test("Cells over texts that repeat part them evenly")
    func repeatedHeaders() throws {
        #expect(
            try grid([
                ["裁决", "判决"], ["维持", "纠正", "一审", "二审"], ["", "", "维持", "纠/正", "维持", "纠正"], ["0", "1", "2", "3", "4", "5"],
            ]) == [
                ["1:裁决 1x2", "3:判决 1x4"], ["1:维持 2x1", "2:纠正 2x1", "3:一审 1x2", "5:二审 1x2"], ["3:维持", "4:纠正", "5:维持", "6:纠正"],
                ["1:0", "2:1", "3:2", "4:3", "5:4", "6:5"],
            ])
    }

    @Test("Rows of one cell reach over the table, and narrower blocks fill it")
    func blocks() throws {
        #expect(
            try grid([["第一类"], ["名称", "新增", "减少"], ["甲", "1", "2"], ["第二类"], ["名称", "数量"], ["乙", "3"], ["丙", ""]]) == [
                ["1:第一类 1x3"], ["1:名称", "2:新增", "3:减少"], ["1:甲", "2:1", "3:2"], ["1:第二类 1x3"], ["1:名称", "2:数量 1x2"], ["1:乙", "2:3 1x2"],
                ["1:丙", "2: 1x2"],
            ])
    }

    @Test("A blank figure keeps its place, also in a form that nobody filled in")
    func blanks() throws {
        #expect(
            try grid([["来源", "甲", "乙"], ["收到", "", "2"], ["结果", "同意", "", ""], ["", "其他", "/", ""].map { $0 == "/" ? "—" : $0 }]) == [
                ["1:来源 1x2", "3:甲", "4:乙"], ["1:收到 1x2", "3:", "4:2"], ["1:结果 2x1", "2:同意", "3:", "4:"], ["2:其他", "3:—", "4:"],
            ])
        #expect(
            try grid([["来源", "甲", "乙"], ["收到", "", ""], ["结果", "同意", "", ""], ["", "其他", "", ""]]) == [
                ["1:来源 1x2", "3:甲", "4:乙"], ["1:收到 1x2", "3:", "4:"], ["1:结果 2x1", "2:同意", "3:", "4:"], ["2:其他", "3:", "4:"],
            ])
    }

    @Test(
        "A row that lacks a cell or has one too many stays as it is, and that is said",
        arguments: [["收到", "1", "2"], ["收到", "1", "2", "3", "4"], ["", "其他", "1", "2"], ["收到", "", "其他", "1", "2", "3", "4"]])
    func unresolved(_ row: [String]) throws {
        let rows = [["来源", "甲", "乙", "丙"], ["申请", "1", "2", "3"], ["结果", "同意", "1", "2", "3"], row, ["结转", "1", "2", "3"]]
        let document = try document(export(rows))
        let table = Support.tables(document)[0]
        #expect(document.remarks.contains { $0.kind == .unevenRow && $0.place.locator.description == "s0/t1/r4c1" })
        #expect(Support.rows(table)[3] == row.enumerated().map { "\($0 + 1):\($1)" })
        #expect(Support.rows(table)[4] == ["1:结转 1x2", "3:1", "4:2", "5:3"])
    }

    @Test("A header that no grouping explains stays as it is, and that is said")
    func unresolvedHeader() throws {
        let document = try document(
            export([["名称", "上级", "下级"], ["", "甲", "乙", "丙", "丁"], ["收到", "1", "2", "3", "4"], ["办结", "1", "2", "3", "4"]]))
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["unevenRow 3/5"])
        #expect(Support.tables(document)[0].cell(row: 1, column: 5) == nil)
    }

    @Test(
        "What follows a table without a blank line is not part of its last cell",
        arguments: ["四、总体情况", "以上数据由各科室分别填报并经汇总核对，截至本年末。", "二、存在不足"])
    func following(_ line: String) throws {
        let document = try document("\t项目\n\t数量\n\n\t收到\n\t3\n\(line)\n正文在此。")
        #expect(Support.tables(document)[0].cells.map(\.text.string) == ["项目", "数量", "收到", "3"])
        #expect(Support.texts(document).map(\.1.string).contains(line))
    }

    @Test("A heading within the rows ends the table, though cells follow it at once")
    func headingBetween() throws {
        let document = try document("\t项目\n\t数量\n\n\t收到\n\t三件\n一、总体情况\n\t项目\n\t数量\n\n\t收到\n\t3")
        #expect(document.sections.map { $0.tables.map(\.rowCount) } == [[2], [2]])
    }
}
