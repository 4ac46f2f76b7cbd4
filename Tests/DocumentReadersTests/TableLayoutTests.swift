import DocumentModel
import DocumentReaders
import Testing

@Suite struct TableLayoutTests {
    private func document(_ text: String) throws -> Document {
        let document = try Support.read(text).document
        #expect(Support.firstMisplaced(document, in: text) == nil)
        return document
    }

    private func grids(_ text: String) throws -> [[[String]]] {
        try Support.tables(document(text)).map(Support.rows)
    }

    @Test("Lines with tabs are rows; a first cell may be blank; other lines are paragraphs")
    func tabs() throws {
        let document = try document("表前\n\t甲类\t乙类\n收到\t3\t0\n办结\t\t2\n表后\n项目\t数量\n")
        #expect(Support.dump(document) == ["s0", "  p1 表前", "  t1 3x3", "  p2 表后", "  t2 1x2"])
        #expect(
            Support.rows(Support.tables(document)[0]) == [["1:", "2:甲类", "3:乙类"], ["1:收到", "2:3", "3:0"], ["1:办结", "2:", "3:2"]])
        #expect(document.remarks.isEmpty)
    }

    @Test(
        "A cell's text may be broken behind its number and before or in brackets",
        arguments: ["1.\n涉密", "金额\n（单位：万元）", "金额（\n单位：万元）", "金额（单位：万元\n）", "年度\n金额（单位：万元）", "第三条第\n（二）项"])
    func brokenLabels(label: String) throws {
        let inner = "\t项目\n\t\(label)\n\n\t甲类\n\t3\n\n\t\(label)\n\t0\n"
        let text = label.replacing("\n", with: "")
        #expect(try grids(inner) == [[["1:项目", "2:\(text)"], ["1:甲类", "2:3"], ["1:\(text)", "2:0"]]])
    }

    @Test("What follows a figure or a label without brackets is no part of it")
    func afterTheTable() throws {
        let document = try document("\t项目\n\t数量\n\n\t甲类\n\t3\n（注：按季度统计）\n")
        #expect(Support.dump(document) == ["s0", "  t1 2x2", "  p1 （注：按季度统计）"])
    }

    @Test("A row that is too short has no cells at its end, and that is said")
    func unevenTabs() throws {
        let document = try document("项目\t上半年\t下半年\n收到\t3\n办结\t1\t2\n")
        let table = Support.tables(document)[0]
        #expect(table.columnCount == 3)
        #expect(table.cell(row: 2, column: 3) == nil)
        #expect(document.remarks.map { "\($0.kind) \($0.place.locator) \($0.detail)" } == ["unevenRow s0/t1/r2c1 2/3"])
    }

    @Test("Where only the labels differ in number, the figures stand below each other")
    func unevenLabels() throws {
        let text = "项目\t\t甲\t乙\n收到\t3\t4\n结果\t同意\t1\t2\n\t部分同意\t1\t1\n合计\t2\t3\n"
        #expect(
            try grids(text) == [
                [
                    ["1:项目", "2:", "3:甲", "4:乙"], ["1:收到 1x2", "3:3", "4:4"], ["1:结果 2x1", "2:同意", "3:1", "4:2"],
                    ["2:部分同意", "3:1", "4:1"], ["1:合计 1x2", "3:2", "4:3"],
                ]
            ])
    }

    @Test("Merged headers are worked out where that explains every row")
    func mergedHeaders() throws {
        #expect(
            try grids("裁决\t判决\n维持\t纠正\t一审\t二审\n\t\t维持\t纠正\t维持\t纠正\n0\t1\t2\t3\t4\t5\n") == [
                [
                    ["1:裁决 1x2", "3:判决 1x4"], ["1:维持 2x1", "2:纠正 2x1", "3:一审 1x2", "5:二审 1x2"],
                    ["3:维持", "4:纠正", "5:维持", "6:纠正"], ["1:0", "2:1", "3:2", "4:3", "5:4", "6:5"],
                ]
            ])
        #expect(try grids("名称\t一\n收到\t1\t2\n办结\t3\t4\n") == [[["1:名称", "2:一"], ["1:收到", "2:1", "3:2"], ["1:办结", "2:3", "3:4"]]])
    }

    @Test("A tab at the end of every row parts nothing, and blanks around cells are no text")
    func trimming() throws {
        #expect(try grids("　项目\u{A0}\t 数量\u{200B} \t\n收到\t\u{FEFF}3\t\n") == [[["1:项目", "2:数量"], ["1:收到", "2:3"]]])
    }

    @Test("A blank line between all rows does not part them")
    func doubleSpaced() throws {
        #expect(try grids("说明\n\n项目\t数量\n\n收到\t3\n\n办结\t3\n\n说明").map(\.count) == [3])
    }

    @Test(
        "Tabs that part no cells make no table",
        arguments: [
            "\t本年度按时完成了全部公开任务，没有需要说明的情况。\n\t本年度收到申请三件，已经全部办结并书面答复申请人。",
            "\t\t\t某县人民政府办公室\n\t\t\t2031年1月9日", "一、\t总体情况", "1.\t加强领导\n2.\t细化责任", "某县\t",
            "\t\t\n\t\n",
        ])
    func noTable(_ text: String) throws {
        #expect(try Support.tables(document("开头\n" + text)).isEmpty)
    }

    @Test("An indented sentence or a heading right before rows is no row")
    func standingAlone() throws {
        let document = try document("\t本年度收到申请三件，已经全部办结并书面答复申请人。\n项目\t数量\n收到\t3\n四、总体情况\t\n项目\t数量\n收到\t3\n")
        #expect(
            Support.dump(document) == ["s0", "  p1 本年度收到申请三件，已经全部办结并书面答复申请人。", "  t1 2x2", "s1 [overview] 4 总体情况", "  t1 2x2"])
    }

    @Test(
        "Bars part cells, with or without bars outside, narrow or wide; rules are left out",
        arguments: [
            "| 项目 | 数量 |\n|---|:--:|\n| 收到 | 3 |\n| 办结 | |", "项目 | 数量\n--- | ---\n收到 | 3\n办结 |", "｜项目｜数量｜\n｜收到｜3｜\n｜办结｜　｜",
            "|项目|数量|\n|收到|3|\n|办结||",
        ])
    func bars(_ text: String) throws {
        #expect(try grids("前\n" + text + "\n后") == [[["1:项目", "2:数量"], ["1:收到", "2:3"], ["1:办结", "2:"]]])
    }

    @Test(
        "Rules between rows are no rows, and cells between them may have several lines",
        arguments: [
            "+--+--+\n|项|数量|\n|目||\n+==+==+\n|收到|3|\n+--+--+\n|办|4|\n|结||\n+--+--+",
            "┌──┬──┐\n│项│数量│\n│目│    │\n├──┼──┤\n│收到│3│\n├──┼──┤\n│办│4│\n│结││\n└──┴──┘",
            "┏━━┳━━┓\n┃项目┃数量┃\n┣━━╋━━┫\n┃收到┃3┃\n┣━━╋━━┫\n┃办结┃4┃\n┗━━┻━━┛",
            "╔══╦══╗\n║项目║数量║\n╠══╬══╣\n║收到║3║\n║办结║4║\n╚══╩══╝",
            "+--+--+\n| 项目 | 数量 |\n+--+--+\n| 收到 | 3 |\n| 办结 | 4 |\n+--+--+",
        ])
    func ruled(_ text: String) throws {
        let whole = "前\n" + text + "\n后"
        let document = try Support.read(whole).document
        #expect(Support.tables(document).map(Support.rows) == [[["1:项目", "2:数量"], ["1:收到", "2:3"], ["1:办结", "2:4"]]])
        #expect(document.sections[0].paragraphs.map(\.text.string) == ["前", "后"])
    }

    @Test("A single line with a bar in it is a paragraph")
    func singleBar() throws {
        #expect(try Support.tables(document("首页 | 公开\n正文")).isEmpty)
    }

    @Test("A first cell may be blank between bars, too")
    func blankFirstBar() throws {
        #expect(try grids(" | 甲 | 乙\n收到 | 3 | 4\n")[0][0] == ["1:", "2:甲", "3:乙"])
        #expect(try grids("| | 甲 | 乙 |\n| 收到 | 3 | 4 |\n")[0][0] == ["1:", "2:甲", "3:乙"])
    }
}
