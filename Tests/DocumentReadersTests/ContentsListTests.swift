import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Lists of contents, typed or made by programs, in every format.
@Suite struct ContentsListTests {
    private static let titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"]
    private static let text = titles.map { "\($0)\n正文。\n" }.joined()
    private static let plain = ["某县年度报告"] + titles.flatMap { ["# \($0)", "正文。"] }

    private func remarks(_ document: Document) -> [String] {
        document.remarks.filter { $0.kind == .contentsList }.map { "\($0.place.locator) \($0.place.position.line ?? 0) \($0.detail)" }
    }

    @Test(
        "A list of contents in text is neither sections nor text, and that is said",
        arguments: [
            "一、总体情况……………1\n二、主动公开政府信息情况……………2\n三、收到和处理政府信息公开申请情况……………4\n六、其他需要报告的事项……………12",
            "一、总体情况\t1\n二、主动公开政府信息情况\t2\n三、收到和处理政府信息公开申请情况\t4\n六、其他需要报告的事项\t12",
            "一、总体情况.....1\n二、主动公开政府信息情况\t2\n三、收到和处理政府信息公开申请情况...4\n六、其他需要报告的事项    12",
            "一、总体情况 －－－－ 1\n二、主动公开政府信息情况 ———— 2\n三、收到和处理政府信息公开申请情况 ____ 4\n六、其他需要报告的事项 ···· １２",
            "一、总体情况……（1）\n二、主动公开政府信息情况……（2）\n三、收到和处理政府信息公开申请情况……第4页\n六、其他需要报告的事项……- 12 -",
            "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n六、其他需要报告的事项",
            "总体情况 1\n主动公开政府信息情况 2\n收到和处理申请的情况 4\n其他事项 12",
            "一、总体情况……1\n（一）主动公开……1\n（二）队伍建设……2\n六、其他需要报告的事项……12",
        ], ["", "目录\n", "目　　录\n\n", "目　次\n"])
    func text(_ list: String, _ title: String) throws {
        let document = try Support.read("某县年度报告\n\n\(title)\(list)\n\n\(Self.text)").document
        #expect(document.specimenDump == Self.plain)
        #expect(remarks(document) == ["s0 3 4"])
    }

    @Test("A list whose headings are worded otherwise than the sections is known by its title and pages")
    func otherWording() throws {
        let list = "目录\n报告说明......1\n工作概况......2\n数据......4\n"
        #expect(try Support.read("某县年度报告\n\(list)\n\(Self.text)").document.specimenDump == Self.plain)
    }

    @Test("Entries whose pages are lost are no headings", arguments: ["错误！未定义书签。", "错误!未找到引用源", "Error: Reference source not found"])
    func lostPages(_ lost: String) throws {
        let titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"]
        let list = "目录\n" + titles.map { "\($0)......\(lost)\n" }.joined()
        let document = try Support.read("某县年度报告\n\(list)\n\(Self.text)").document
        let plain = try Support.read("某县年度报告\n\(Self.text)").document
        #expect(document.sections.map(\.key) == plain.sections.map(\.key))
        #expect(document.sections.dropFirst().map(\.paragraphs.count) == plain.sections.dropFirst().map(\.paragraphs.count))
    }

    @Test("A line of a list that is broken is left out with it")
    func brokenLine() throws {
        let list = "目录\n一、总体情况……1\n三、收到和处理政府信\n息公开申请情况……4\n六、其他需要报告的事项……12\n"
        #expect(try Support.read("某县年度报告\n\(list)\n\(Self.text)").document.specimenDump == Self.plain)
    }

    @Test(
        "What only looks like a list of contents stays",
        arguments: [
            // Figures behind labels, and titles that end in numbers, which come only once.
            "公开文件 12\n公开公告 15\n公开年报 21\n", "公开文件……12\n公开公告……15\n公开年报……21\n", "附件1\n附件2\n附件3\n", "一、规划 2031\n二、规划 2032\n",
            // Numbers that go down are no pages.
            "目录\n公开文件 12\n公开公告 5\n", "目录\n本年修订了目录，见网站。\n",
        ])
    func noList(_ lines: String) throws {
        for text in ["某县年度报告\n\(lines)\(Self.text)", "某县年度报告\n\(Self.text)\(lines)"] {
            let document = try Support.read(text).document
            #expect(remarks(document) == [])
            let found = document.specimenDump.joined(separator: "\n")
            for line in lines.split(separator: "\n") { #expect(found.contains(line)) }
        }
    }

    @Test("A section whose title ends in a number is a section")
    func numberInTitle() throws {
        let text = "一、总体情况 2031\n甲。\n二、主动公开政府信息情况 2031\n乙。\n三、收到和处理政府信息公开申请情况 2031\n丙。\n"
        let document = try Support.read(text).document
        #expect(document.sections.map(\.path) == [[0], [1], [2], [3]])
        #expect(remarks(document) == [])
    }

    @Test(
        "A list of contents on a page is left out whether it is links, lines or a table",
        arguments: [
            "<ul>\(titles.enumerated().map { "<li><a href=\"#s\($0)\">\($1)</a></li>" }.joined())</ul>",
            titles.enumerated().map { "<p><a href=\"#s\($0)\">\($1)</a>..........\($0 + 1)</p>" }.joined(),
            titles.enumerated().map { "<p>\($1)……\($0 + 1)</p>" }.joined(),
            titles.enumerated().map { "<div><span>\($1)</span><span>\($0 + 1)</span></div>" }.joined(),
            "<table>\(titles.enumerated().map { "<tr><td>\($1)</td><td>\($0 + 1)</td></tr>" }.joined())</table>",
            "<h2>目录</h2>\(titles.enumerated().map { "<p>\($1)<span>\t</span>\($0 + 1)</p>" }.joined())",
        ])
    func page(_ list: String) throws {
        let sections = Self.titles.map { "<h3><a href=\"#top\">\($0)</a></h3><p>正文。</p>" }.joined()
        let document = try HTMLSupport.read("<body><h1>某县年度报告</h1>\(list)\(sections)</body>")
        #expect(document.specimenDump == Self.plain)
        #expect(document.remarks.filter { $0.kind == .contentsList }.map(\.detail) == ["4"])
    }

    @Test(
        "A list of contents on pages is left out", .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed"),
        arguments: [0, 1, 2])
    func pages(_ kind: Int) throws {
        var sheets = PDFSheets()
        sheets.begin(width: 595, height: 842)
        var bottom = 100.0
        func add(_ text: String, left: Double = 90, size: Double = 14) {
            sheets.text(text, left: left, bottom: bottom, size: size)
        }
        add("某县年度报告", left: 230, size: 22)
        bottom += 60
        for (index, title) in Self.titles.enumerated() {
            let end = 90 + PDFSheets.width(title, size: 14)
            switch kind {
            case 0: add(title + String(repeating: ".", count: Int((505 - end) / 7) - 1) + "\(index + 1)")
            case 1:
                add(title)
                add("\(index + 1)", left: 498)
            default:
                add(title)
                add(String(repeating: "…", count: Int((480 - end) / 14)), left: end + 7)
                add("\(index + 1)", left: 498)
            }
            bottom += 24
        }
        for title in Self.titles {
            bottom += 30
            add(title)
            bottom += 24
            add("正文。", left: 118)
        }
        let document = try DocumentReader.read(sheets.bytes(), outline: Support.outline).document
        #expect(document.specimenDump == Self.plain)
        #expect(remarks(document) == ["s0 0 4"])
    }
}
