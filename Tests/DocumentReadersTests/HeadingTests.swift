import DocumentModel
import DocumentReaders
import Testing

@Suite struct HeadingTests {
    private func dump(_ text: String) throws -> [String] {
        let document = try Support.read(text).document
        #expect(Support.firstMisplaced(document, in: text) == nil)
        return Support.dump(document)
    }

    @Test(
        "A heading is recognised in all its guises",
        arguments: [
            ("一、总体情况", 1), ("一.总体情况", 1), ("一．总体情况", 1), ("一,总体情况", 1), ("一，总体情况", 1), ("（一）总体情况", 1), ("(一)总体情况", 1),
            ("1、总体情况", 1), ("1.总体情况", 1), ("１．总体情况", 1), ("（1）总体情况", 1), ("①总体情况", 1), ("㈠总体情况", 1), ("第一部分 总体情况", 1),
            ("第一部分：总体情况", 1), ("第一章总体情况", 1), ("一 、 总 体 情 况", 1), ("　　一、总体情况　", 1), ("**一、总体情况**", 1), ("## 一、总体情况", 1),
            ("【一、总体情况】", 1), ("一、【总体情况】", 1), ("一、总体情况：", 1), ("一、总体情况。", 1), ("一 总体情况", 1), ("一总体情况", 1), ("一、\t总体情况", 1),
            ("总体情况", nil), ("总 体 情 况", nil), ("★总体情况", nil), ("二、总体情况", 2), ("一、整体情况", 1),
        ] as [(String, Int?)])
    func guises(_ line: String, _ ordinal: Int?) throws {
        let document = try Support.read("某县年度报告\n\(line)\n正文。\n").document
        #expect(document.sections.map(\.path) == [[0], [1]])
        let section = try #require(document.section("overview"))
        #expect(section.heading?.ordinal == ordinal)
        #expect(section.heading?.title.unicodeScalars.filter { $0 != " " }.map(String.init).joined().suffix(3) == "体情况")
        #expect(section.paragraphs.map(\.text.string) == ["正文。"])
        #expect(document.sections[0].paragraphs.map(\.text.string) == ["某县年度报告"])
    }

    @Test(
        "A title may be a variant, hold the terms, or have a slip of the pen",
        arguments: [
            ("二、主动公开情况", "disclosure"), ("三、处理公众申请的情况", "applications"), ("四、因信息公开被复议和诉讼的情况", "challenges"),
            ("四、政府信息公开行政复议、行政诉松情况", "challenges"),
            ("四、政府信息公开行政复议行政诉讼情况", "challenges"), ("五、存在的主要问题和改进情况", "problems"), ("六、其它需要报告的事项", "other"),
        ])
    func wordings(_ line: String, _ key: String) throws {
        let document = try Support.read("一、总体情况\n正文。\n\(line)\n正文。\n").document
        #expect(document.sections.map(\.key) == [nil, "overview", key])
    }

    @Test(
        "An item that says how many is no heading, whatever ordinal it has; a year at the end makes none",
        arguments: [
            ("1.自然人17件", "2.商业企业２件", true), ("（1）予以公开5件", "（2）其他处理3件", true), ("（一）收取费用1.85万元", "（二）退还费用200元", true),
            ("（一）工作要点2024年", "（二）工作计划2025年度", false), ("（一）办理情况", "（二）收费情况", false),
        ])
    func counts(_ first: String, _ second: String, _ areItems: Bool) throws {
        let document = try Support.read("一、总体情况\n正文。\n\(first)\n\(second)\n二、主动公开政府信息情况\n乙。\n").document
        let section = try #require(document.section("overview"))
        #expect(section.paragraphs.map(\.text.string) == (areItems ? ["正文。", first, second] : ["正文。"]))
        #expect(section.subsections.count == (areItems ? 0 : 2))
    }

    @Test("A heading in words of its own is that of the missing section whose number and place it has")
    func ownWords() throws {
        let around = "一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n"
        let below = "四、政府信息公开行政复议、行政诉讼情况\n丁。\n"
        #expect(
            try Support.read(around + "三、来件办理\n丙。\n" + below).document.sections.map(\.key) == [
                nil, "overview", "disclosure", "applications", "challenges",
            ])
        // Another number, another place, a neighbour missing.
        for text in [around + "九、来件办理\n丙。\n" + below, around + below + "三、来件办理\n丙。\n", around + "三、来件办理\n丙。\n"] {
            #expect(try Support.read(text).document.section("applications") == nil)
        }
    }

    @Test(
        "A heading's words inside a sentence, a list or a long line are no heading",
        arguments: [
            "一、总体情况见附表，其他各项见说明。", "本部分说明总体情况", "（一）主动公开方面。本年度公开信息十二条，均已上网。", "现将总体情况报告如下：", "总体情况。", "其中：总体情况；",
            "一、二、三等奖共五个，均与主动公开政府信息情况有关。",
        ])
    func sentences(_ line: String) throws {
        let lines = try dump("某县年度报告\n\(line)\n正文。\n")
        #expect(lines == ["s0", "  p1 某县年度报告", "  p2 \(line)", "  p3 正文。"])
    }

    @Test("Text that goes on behind a title on the same line is the section's first paragraph")
    func runIn() throws {
        #expect(
            try dump("一、总体情况：本年度工作平稳。\n六、其他需要报告的事项 无\n") == [
                "s0", "s1 [overview] 1 总体情况", "  p1 本年度工作平稳。", "s6 [other] 6 其他需要报告的事项", "  p1 无",
            ])
        #expect(try dump("一、总体情况\n甲。\n二、主动公开政府信息情况。本年公开三条。\n").suffix(2) == ["s2 [disclosure] 2 主动公开政府信息情况", "  p1 本年公开三条。"])
    }

    @Test("Numbers of several kinds nest by their rank and count from 1")
    func nesting() throws {
        #expect(
            try dump(
                """
                某县年度报告
                一、总体情况
                甲。
                （一）公开
                1.网站
                （1）首页
                乙。
                2.公报
                （二）申请
                ①网上
                丙。
                二、主动公开政府信息情况
                1.1 概述
                丁。
                """) == [
                    "s0", "  p1 某县年度报告", "s1 [overview] 1 总体情况", "  p1 甲。", "s1.1 [-] 1 公开", "s1.1.1 [-] 1 网站", "s1.1.1.1 [-] 1 首页",
                    "  p1 乙。",
                    "s1.1.2 [-] 2 公报", "s1.2 [-] 2 申请", "s1.2.1 [-] 1 网上", "  p1 丙。", "s2 [disclosure] 2 主动公开政府信息情况", "s2.1 [-] 1 概述",
                    "  p1 丁。",
                ])
    }

    @Test("A count that begins again within a section is a subsection's; one that goes on is a section that the outline does not know")
    func restartedCount() throws {
        #expect(
            try dump(
                """
                一、总体情况
                甲。
                五、存在的主要问题及改进情况
                一、存在的不足
                乙。
                二、下步打算
                丙。
                六、其他需要报告的事项
                丁。
                七、附件
                戊。
                八、说明
                己。
                """) == [
                    "s0", "s1 [overview] 1 总体情况", "  p1 甲。", "s5 [problems] 5 存在的主要问题及改进情况", "s5.1 [-] 1 存在的不足", "  p1 乙。",
                    "s5.2 [-] 2 下步打算",
                    "  p1 丙。", "s6 [other] 6 其他需要报告的事项", "  p1 丁。", "s7 [-] 7 附件", "  p1 戊。", "s8 [-] 8 说明", "  p1 己。",
                ])
    }

    @Test("Nested headings in the words of another section do not open it")
    func nestedVariants() throws {
        #expect(
            try dump(
                """
                一、总体情况
                （一）主动公开情况
                甲。
                （二）依申请公开情况
                乙。
                二、主动公开政府信息情况
                丙。
                五、存在的主要问题及改进情况
                一、问题和改进
                丁。
                """
            ).filter { $0.hasPrefix("s") } == [
                "s0", "s1 [overview] 1 总体情况", "s1.1 [-] 1 主动公开情况", "s1.2 [-] 2 依申请公开情况", "s2 [disclosure] 2 主动公开政府信息情况",
                "s5 [problems] 5 存在的主要问题及改进情况", "s5.1 [-] 1 问题和改进",
            ])
    }

    @Test(
        "Sections get the form's numbers whatever is printed, in document order; one that comes twice keeps its key behind the last number")
    func numbers() throws {
        #expect(
            try dump("二、总体情况\n甲。\n二、收到和处理政府信息公开申请情况\n乙。\n三、主动公开政府信息情况\n丙。\n三、主动公开政府信息情况\n丁。\n").filter { $0.hasPrefix("s") } == [
                "s0", "s1 [overview] 2 总体情况", "s3 [applications] 2 收到和处理政府信息公开申请情况", "s2 [disclosure] 3 主动公开政府信息情况",
                "s7 [disclosure] 3 主动公开政府信息情况",
            ])
    }

    @Test("A heading that lost its number is found among numbered ones")
    func lostNumber() throws {
        #expect(
            try dump("一、总体情况\n甲。\n主动公开政府信息情况\n乙。\n三、收到和处理政府信息公开申请情况\n主动公开政府信息情况\n丙。").filter { $0.hasPrefix("s") } == [
                "s0", "s1 [overview] 1 总体情况", "s2 [disclosure] - 主动公开政府信息情况", "s3 [applications] 3 收到和处理政府信息公开申请情况",
            ])
    }

    @Test("Titles without any numbers open sections, and a caption of the same words does not")
    func noNumbers() throws {
        #expect(
            try dump("总体情况\n甲。\n主动公开政府信息情况\n主动公开政府信息情况\n乙。\n其他需要报告的事项\n丙。") == [
                "s0", "s1 [overview] - 总体情况", "  p1 甲。", "s2 [disclosure] - 主动公开政府信息情况", "  p1 主动公开政府信息情况", "  p2 乙。",
                "s6 [other] - 其他需要报告的事项", "  p1 丙。",
            ])
    }

    @Test(
        "A list of contents opens no sections",
        arguments: [
            "一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项", "一、总体情况……1\n二、主动公开政府信息情况……2\n六、其他需要报告的事项……5",
            "总体情况\n主动公开政府信息情况\n其他需要报告的事项", "一、总体情况\n（一）甲\n二、主动公开政府信息情况\n六、其他需要报告的事项\n七、附件",
            "一、总体情况.....1\n二、主动公开政府信息情况.....2\n六、其他需要报告的事项.....4\n本报告依规定编制。",
        ])
    func contentsList(_ list: String) throws {
        let text = "某县年度报告\n目录\n\(list)\n一、总体情况\n（一）甲\n子。\n二、主动公开政府信息情况\n丑。\n六、其他需要报告的事项\n寅。\n"
        let document = try Support.read(text).document
        #expect(document.sections.map(\.path) == [[0], [1], [2], [6]])
        let rest = list.split(separator: "\n").filter { $0.hasSuffix("。") }.map(String.init)
        #expect(document.sections[0].paragraphs.map(\.text.string) == ["某县年度报告"] + rest)
        #expect(document.sections[1].subsections.count == 1)
    }

    @Test("A report of headings only is no list of contents")
    func emptySections() throws {
        let document = try Support.read("一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项").document
        #expect(document.sections.map(\.path) == [[0], [1], [2], [6]])
    }

    @Test("Without a heading of the outline all is section 0")
    func novel() throws {
        let text = "第一章 雨夜\n一、他推开门。\n（一）灯\n1.桌上有一封信\n总体来说，情况不明。"
        #expect(try dump(text) == ["s0"] + text.split(separator: "\n").enumerated().map { "  p\($0 + 1) \($1)" })
        let none = try DocumentReader.read(Array("一、总体情况\n甲。".utf8), outline: .none).document
        #expect(none.sections.map(\.paragraphs.count) == [2])
    }

    @Test("The signature and the date stay in the last section")
    func signature() throws {
        #expect(try dump("一、总体情况\n甲。\n　　　某县人民政府\n　　　2031年1月9日\n").suffix(2) == ["  p2 某县人民政府", "  p3 2031年1月9日"])
    }

    @Test("A label between two pieces of a table opens no section, a heading that goes on does")
    func betweenTables() throws {
        #expect(
            try dump("二、主动公开政府信息情况\n类\t数\n甲\t1\n（一）某项\n类\t数\n乙\t2\n三、本年各项\n类\t数\n丙\t3\n三、结果\n类\t数\n丁\t4\n") == [
                "s0", "s2 [disclosure] 2 主动公开政府信息情况", "  t1 2x2", "  p1 （一）某项", "  t2 2x2", "s7 [-] 3 本年各项", "  t1 2x2", "  p1 三、结果",
                "  t2 2x2",
            ])
    }
}
