import AuditModel
import DocumentModel
import Testing

@testable import Extraction

@Suite("Which kind of unit reports, for whom, and when it published")
struct IdentityLevelTests {
    private func identity(_ lines: [String], metadata: [(Metadata.Kind, String)] = [], end: [String] = []) throws -> Identity {
        func paragraphs(_ lines: [String]) -> [Block] {
            lines.enumerated().map {
                .paragraph(Paragraph(number: $0 + 1, text: BlockText($1, at: SourcePosition(line: $0 + 1, column: 1))))
            }
        }
        let document = Document(
            sections: [
                Section(path: [0], blocks: paragraphs(lines)),
                Section(
                    path: [6], key: "other", heading: Heading(text: BlockText("六、其他"), ordinal: 6, title: "其他"), blocks: paragraphs(end)),
            ],
            metadata: metadata.map { Metadata(kind: $0.0, text: $0.1, place: Place(.document, SourcePosition(line: 3, column: 9))) })
        return IdentityFinder(try ShippedPack.load().pack.identity).identity(of: document)
    }

    @Test(
        "The level follows from the unit's name",
        arguments: [
            ("岚汀区青禾街道办事处", "street"), ("青禾街道", "street"), ("棠陵县柳湾镇人民政府", "town"), ("棠陵县白石畲族乡人民政府", "town"), ("白石回族民族乡", "town"),
            ("北原旗哈达苏木人民政府", "town"), ("青禾街道云泽社区", "village"), ("棠陵县人民政府", "county"), ("棠陵县", "county"), ("北原旗", "county"),
            ("白石瑶族自治县人民政府", "county"), ("浦东新区", "county"), ("北京市海淀区人民政府", "county"), ("澜江市人民政府", "city"), ("云岭彝族自治州", "city"),
            ("苏州市昆山市人民政府", "county"), ("江苏省昆山市人民政府", "county"), ("昆山市", "county"), ("云岭彝族自治州玉屏市人民政府", "county"),
            ("澜江市玉屏市政府", "county"), ("云岭地区玉屏市", "county"), ("津市市人民政府", "county"), ("云岭省澜江市人民政府", "city"),
            ("广州市人民政府", "city"), ("苏州市", "city"), ("沧州市人民政府", "city"), ("昆山市财政局", "bureau"), ("北原盟行政公署", "city"), ("云岭地区行政公署", "city"),
            ("云岭省人民政府", "province"), ("广西壮族自治区人民政府", "province"), ("北京市人民政府", "province"),
            ("北京市", "province"), ("重庆市人民政府", "province"), ("国家税务总局", "ministry"), ("教育部", "ministry"), ("中华人民共和国财政部", "ministry"),
            ("海关总署", "ministry"), ("国家发展和改革委员会", "ministry"), ("国家税务总局澜江市税务局", "bureau"), ("棠陵县人民政府办公室", "bureau"),
            ("云岭省教育厅", "bureau"), ("澜江市人民政府国有资产监督管理委员会", "bureau"), ("澜江市城市管理委员会", "bureau"), ("中共棠陵县委宣传部", "bureau"),
            ("棠陵县公安局交通警察大队", "bureau"), ("棠陵县卫生健康局（棠陵县疾病预防控制局）", "bureau"), ("棠陵县发展和改革局、棠陵县粮食局", "bureau"),
            ("澜江经济技术开发区管理委员会", "zone"), ("澜江高新区管委会", "zone"), ("云岭科学城管理委员会", "zone"), ("白石风景名胜区管理委员会", "zone"),
        ])
    func levels(_ unit: String, _ level: String) throws {
        let found = try identity(["\(unit)2024年政府信息公开工作年度报告"])
        #expect(found.unit == unit)
        #expect(found.level == level)
    }

    @Test(
        "The scope follows from the title, else from what the preamble says of the unit",
        arguments: [
            (["棠陵县2024年政府信息公开工作年度报告", "本报告汇总全县各乡镇和部门的数据。"], .rollUp),
            (["棠陵县人民政府2024年政府信息公开工作年度报告", "2024年，全县主动公开信息1200条。"], .rollUp),
            (["棠陵县人民政府（本机关）2024年政府信息公开工作年度报告", "全县推进政务公开。"], .own),
            (["棠陵县人民政府2024年政府信息公开工作年度报告", "数据为政府机关本级，不含所属部门。"], .own),
            (["棠陵县人民政府2024年政府信息公开工作年度报告", "如对本报告有疑问，请与本单位联系。"], nil),
            (["棠陵县人民政府办公室2024年政府信息公开工作年度报告", "按照全县统一要求编制。"], .own),
            (["棠陵县人民政府办公室2024年政府信息公开工作年度报告", "本报告汇总各部门数据。"], .rollUp),
            (["霁川县水务局2024年政府信息公开工作年度报告", "按照全县统一要求编制。"], nil),
            (["霁川县水务局2024年政府信息公开工作年度报告", "本单位依法编制本报告。"], .own),
            (["云岭省税务局2024年全省政府信息公开工作年度报告"], .rollUp),
        ] as [([String], Identity.Scope?)])
    func scopes(_ lines: [String], _ scope: Identity.Scope?) throws {
        #expect(try identity(lines).scope == scope)
    }

    @Test(
        "The page around the report says when it was published, in many notations",
        arguments: [
            "2025-01-20 15:30", "2025-1-20 8:05", "2025年1月20日", "2025/1/20", "2025.01.20", "20250120", "发布于 2025-01-20", "二〇二五年一月二十日",
            "2025年元月20日",
            "2025-01-20T15:30:00+08:00", "2025 年 1 月 20 日 09:12",
        ])
    func metadata(_ text: String) throws {
        let found = try identity(["霁川县水务局2024年政府信息公开工作年度报告"], metadata: [(.origin, "县水务局"), (.publicationDate, text)])
        #expect(found.publicationDate?.value == CalendarDate(year: 2025, month: 1, day: 20))
        #expect(found.publicationDate?.quote == text)
        #expect(found.publicationDate?.place.position.line == 3)
    }

    @Test("A line below the title says it, too; a period and a date without a label do not")
    func preamble() throws {
        let title = "霁川县水务局2024年政府信息公开工作年度报告"
        let labelled = try identity([title, "来源：县水务局  发布时间：2025-01-20 15:30  浏览次数：12"])
        #expect(labelled.publicationDate?.value == CalendarDate(year: 2025, month: 1, day: 20))
        #expect(labelled.publicationDate?.quote == "2025-01-20")
        #expect(labelled.publicationDate?.place == Place(Locator(section: [0], part: .paragraph(2)), SourcePosition(line: 2, column: 15)))
        #expect(try identity([title, "统计时间：自2024年1月1日至2024年12月31日。"]).publicationDate == nil)
        #expect(try identity([title, "2025年1月20日发布公告。"]).publicationDate == nil)
        #expect(try identity([title], metadata: [(.publicationDate, "昨天")]).publicationDate == nil)
    }

    @Test("A day that stands alone below the title signs the report where nothing does at its end")
    func dated() throws {
        let title = "霁川县水务局2024年政府信息公开工作年度报告"
        let day = CalendarDate(year: 2025, month: 1, day: 20)
        #expect(try identity([title, "（2025年1月20日）"]).signatureDate?.value == day)
        #expect(try identity([title, "2025年2月1日"], end: ["霁川县水务局", "2025年1月20日"]).signatureDate?.value == day)
        #expect(try identity([title, "2024年1月1日至2024年12月31日"]).signatureDate == nil)
    }

    @Test("The title of the page names unit and year only where it is that of such a report")
    func pageTitle() throws {
        let title = "霁川县水务局2024年政府信息公开工作年度报告"
        let page = try identity([title], metadata: [(.title, "霁川县水利局2023年政府信息公开工作年度报告_霁川县人民政府")])
        #expect(page.pageUnit == "霁川县水利局")
        #expect(page.pageYear == 2023)
        let other = try identity([title], metadata: [(.title, "霁川县人民政府门户网站")])
        #expect(other.pageTitle == nil)
        #expect(other.pageUnit == nil)
    }
}
