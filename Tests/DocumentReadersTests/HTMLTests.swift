import DocumentModel
import DocumentReaders
import Glibc
import TestSupport
import Testing

/// How text and tables of a page are read.
@Suite struct HTMLTests {
    private func lines(_ page: String) throws -> [String] {
        let document = try HTMLSupport.read(page)
        #expect(HTMLSupport.firstMisplaced(document, in: page) == nil)
        return document.specimenDump
    }

    @Test(
        "White space collapses as browsers show it, and a broken line between Chinese characters is no blank",
        arguments: [
            ("<p>  政府 \n 信息  公开 </p>", ["政府信息 公开"]), ("<p>更换 OA\n  system 一套</p>", ["更换 OA system 一套"]),
            ("<p>共\n12\n件</p>", ["共12件"]), ("<p>甲&nbsp;&nbsp;乙　丙&nbsp;</p>", ["甲\u{A0}\u{A0}乙　丙"]), ("<p>一<b>二</b><i> 三</i></p>", ["一二 三"]),
            ("<p>甲<br>乙<br/><br>丙</p>", ["甲", "乙", "丙"]), ("<body>甲<div>乙<p>丙</div>丁", ["甲", "乙", "丙", "丁"]),
            ("<p>收到<span>1</span><span\n>2<b>3</b></span>件</p>", ["收到123件"]), ("<p>甲<!-- 乙 -->丙<![if !vml]>丁<![endif]></p>", ["甲丙丁"]),
            ("<p>&#20013;&#x56FD;&lt;1&gt;&amp;&ldquo;&#147;</p>", ["中国<1>&““"]),
            ("<p>5 < 6，&copy;&unknown;甲&nbsp乙</p>", ["5 < 6，©&unknown;甲&nbsp乙"]),
            ("<p>甲<o:p></o:p><wbr>乙<script>丙</script><style>丁</style><noscript>戊</noscript></p>", ["甲乙"]),
            ("<p>甲<span style='display: none'>乙</span><span hidden>丙</span><span style=\"mso-hide:all\">丁</span></p>", ["甲"]),
            ("<span style='display:block'>甲</span><span style='display:block'>乙</span>", ["甲", "乙"]),
            ("<pre>甲  1\n  乙  2</pre>", ["甲  1", "乙  2"]),
        ] as [(String, [String])])
    func text(_ page: String, _ expected: [String]) throws {
        #expect(try lines(page) == expected)
    }

    @Test(
        "The numbers of a list are read as a browser shows them, unless they are printed",
        arguments: [
            ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]), ("<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>", ["3.甲", "7.乙", "8.丙"]),
            ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
            ("<ol><li>一、甲</li><li>二、乙</li></ol>", ["一、甲", "二、乙"]),
            ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
            ("<ol type=a><li>甲<ol type=I><li>乙</ol><li>丙</ol>", ["a.甲", "I.乙", "b.丙"]),
            ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ] as [(String, [String])])
    func lists(_ page: String, _ expected: [String]) throws {
        #expect(try HTMLSupport.read(page).specimenDump == expected)
    }

    @Test("Headings by automatic numbers open sections")
    func numberedHeadings() throws {
        let page = "<ol style=\"list-style-type:simp-chinese-informal\"><li><b>总体情况</b><p>甲。</p><li><b>主动公开政府信息情况</b><p>乙。</p></ol>"
        #expect(try HTMLSupport.read(page).sections.map(\.key) == [nil, "overview", "disclosure"])
    }

    @Test(
        "Tables are laid out as browsers do",
        arguments: [
            ("<tr><td rowspan=2>甲<td>1<tr><td>2", ["| 甲 | 1 |", "| ^ | 2 |"]),
            ("<tr><td colspan=3>甲<tr><td colspan=2>乙<td>1", ["| 甲 | < |", "| 乙 | 1 |"]),
            ("<tr><td>甲<td>1<td>2<tr><td>乙<td>3", ["| 甲 | 1 | 2 |", "| 乙 | 3 |  |"]),
            (
                "<tfoot><tr><td>计<td>3</tfoot><tbody><tr><td>甲<td>3</tbody><thead><tr><th>项<th>数</thead>",
                ["| 项 | 数 |", "| 甲 | 3 |", "| 计 | 3 |"]
            ),
            ("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", ["| 甲 | 1 |", "| ^ | 2 |", "| ^ | 3 |"]),
            ("<tr><td>甲<p>乙</p><br>丙<td>1<tr><td>丁<td>&nbsp;", ["| 甲乙丙 | 1 |", "| 丁 |  |"]),
            ("<tr><td>甲<td>1</tr><tr></tr><tr><td>乙<td>2", ["| 甲 | 1 |", "| 乙 | 2 |"]),
            ("<td>甲<td>1<tr><td>乙<td>2", ["| 甲 | 1 |", "| 乙 | 2 |"]),
            ("<caption>表一</caption><tr><td>甲<td>1<tr><td>乙<td>2", ["表一", "| 甲 | 1 |", "| 乙 | 2 |"]),
            ("<tr><td>甲<td><table><tr><td>乙<td>1</table><tr><td>丙<td>2<tr><td>丁<td>3", ["| 甲 | 乙1 |", "| 丙 | 2 |", "| 丁 | 3 |"]),
        ] as [(String, [String])])
    func tables(_ rows: String, _ expected: [String]) throws {
        #expect(try lines("<table border=1>\(rows)</table>") == expected)
    }

    @Test("A table in a cell is the cell's text, and that is said")
    func nestedTable() throws {
        let document = try HTMLSupport.read(
            "<p>一、总体情况</p><table><tr><td>甲<td>1<tr><td>乙<td><table><tr><td>丙<td>2</table></table>")
        #expect(document.remarks.map { "\($0.kind) \($0.place.locator)" } == ["nestedTable s1/t1/r2c1"])
    }

    @Test("Blank lines of preformatted text between a table's rows are no paragraphs")
    func blankLines() throws {
        let page = "<table><pre>\n\n \n甲\n\n</pre><tr><td>一<td>二<tr><td>3<td>4</table>"
        let document = try HTMLSupport.read(page)
        #expect(document.allSections.flatMap(\.paragraphs).map(\.text.string) == ["甲"])
        #expect(Support.tables(document).map(\.rowCount) == [2])
    }

    @Test("Rows of a table that are headings open sections")
    func headingRows() throws {
        let document = try HTMLSupport.read(
            """
            <table border><tr><td colspan=3>某县2031年政府信息公开工作年度报告</td></tr><tr><td colspan=3>一、总体情况</td></tr>
            <tr><td colspan=3>全年做了许多工作。</td></tr><tr><td colspan=3>二、主动公开政府信息情况</td></tr>
            <tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>文件</td><td>3</td><td>4</td></tr></table>
            """)
        #expect(
            document.specimenDump == [
                "某县2031年政府信息公开工作年度报告", "# 一、总体情况", "全年做了许多工作。", "# 二、主动公开政府信息情况", "| 规章 | 1 | 2 |", "| 文件 | 3 | 4 |",
            ])
    }

    @Test("Tables drawn with bars or tabs in paragraphs are tables")
    func drawnTables() throws {
        let bars = "<p>| 项目 | 数量 |</p><p>| 甲 | 1 |</p><p>| 乙 | 2 |</p>"
        #expect(try lines(bars) == ["| 项目 | 数量 |", "| 甲 | 1 |", "| 乙 | 2 |"])
        let tab = "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>"
        let tabs = "<p class=MsoNormal>项目\(tab)数量</p><p class=MsoNormal>甲\(tab)1</p><p class=MsoNormal>乙\(tab)2</p>"
        #expect(try HTMLSupport.read(tabs).specimenDump == ["| 项目 | 数量 |", "| 甲 | 1 |", "| 乙 | 2 |"])
    }

    @Test("A table broken in two is one again; two tables stay two")
    func brokenTable() throws {
        let head = "<tr><th>项<th>数<th>计"
        func table(_ rows: String) -> String { "<table>\(rows)</table>" }
        let upper = head + "<tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4"
        #expect(Support.tables(try HTMLSupport.read(table(upper) + table("<tr><td>丙<td>5<td>6"))).map(\.rowCount) == [4])
        #expect(Support.tables(try HTMLSupport.read(table(upper) + table(head + "<tr><td>丙<td>5<td>6"))).map(\.rowCount) == [4])
        #expect(
            Support.tables(try HTMLSupport.read(table(upper) + table("<tr><th>类<th>件<th>条<tr><td>丙<td>5<td>6"))).map(\.rowCount) == [3, 2])
        #expect(Support.tables(try HTMLSupport.read(table(upper) + "<p>续表</p>" + table("<tr><td>丙<td>5<td>6"))).count == 2)
    }

    @Test("A picture where a table is due is said, icons are not")
    func pictures() throws {
        let document = try HTMLSupport.read(
            "<p>一、总体情况</p><p><img src=a.png width=16 height=16>甲。</p><p>二、主动公开政府信息情况</p><p><img src=b.png></p><p>三、收到和处理政府信息公开申请情况</p>")
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["picture 1"])
    }

    @Test("Deleted text is not read, inserted text is, and that is said")
    func changes() throws {
        let document = try HTMLSupport.read("<p>共<del>12</del><ins>13</ins>件</p>")
        #expect(document.specimenDump == ["共13件"])
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["trackedChanges 2"])
    }
}
