import AuditModel
import DocumentModel
import Testing

@testable import Extraction

@Suite("Who reports on which year")
struct IdentityFinderTests {
    private func identity(_ lines: [String], end: [String] = []) throws -> Identity {
        func paragraphs(_ lines: [String]) -> [Block] {
            lines.enumerated().map {
                .paragraph(Paragraph(number: $0 + 1, text: BlockText($1, at: SourcePosition(line: $0 + 1, column: 1))))
            }
        }
        let document = Document(sections: [
            Section(path: [0], blocks: paragraphs(lines)),
            Section(path: [6], key: "other", heading: Heading(text: BlockText("六、其他"), ordinal: 6, title: "其他"), blocks: paragraphs(end)),
        ])
        return IdentityFinder(try ShippedPack.load().pack.identity).identity(of: document)
    }

    @Test("A title is found below the menus of a page") func menus() throws {
        let menus = ["索引号：014324567/2025-00012 信息分类：政府信息公开年报 / 其他"] + (1...20).map { "信息公开目录\($0)" }
        let found = try identity(menus + ["霁川县水务局2024年政府信息公开工作年度报告"])
        #expect(found.unit == "霁川县水务局")
        #expect(found.year == 2024)
    }

    @Test("A signature is found above the imprint of a page, where it is that of the title's unit")
    func imprint() throws {
        let title = "霁川县水务局2024年政府信息公开工作年度报告"
        let imprint = ["附件：", "相关信息", "主办单位：某站", "网站标识码：3200000012", "地址：某路1号"]
        let found = try identity([title], end: ["无。", "霁川县水务局", "2025年1月20日"] + imprint)
        #expect(found.signatureUnit?.value == "霁川县水务局")
        #expect(found.signatureDate?.value == CalendarDate(year: 2025, month: 1, day: 20))
        #expect(found.signatureUnit?.place.locator.description == "s6/p2")
        #expect(found.signatureDate?.place.locator.description == "s6/p3")
        #expect(try identity([title], end: ["无。", "沅屏区财政局", "2025年1月20日"] + imprint).signatureDate == nil)
        #expect(try identity([title], end: ["无。", "霁川县水务局", "2025年1月20日发布"] + imprint).signatureDate == nil)
    }

    @Test(
        "A title names unit, year and level",
        arguments: [
            (["澜江市2024年政府信息公开工作年度报告"], "澜江市", 2024, "city"),
            (["岚汀区青禾街道办事处2024年度政府信息公开工作年度报告"], "岚汀区青禾街道办事处", 2024, "street"),
            (["棠陵县柳湾镇人民政府", "2024年政府信息公开工作年度报告"], "棠陵县柳湾镇人民政府", 2024, "town"),
            (["２０２４年霁川县水务局政府信息公开年度报告"], "霁川县水务局", 2024, "bureau"),
            (["《沅屏区财政局二〇二四年政府信息公开工作年度报告》"], "沅屏区财政局", 2024, "bureau"),
            (["关于澜江市人民政府2024年政府信息公开工作年度报告"], "澜江市人民政府", 2024, "city"),
            (["棠 陵 县 2024 年 政 府 信 息 公 开 工 作 年 度 报 告"], "棠陵县", 2024, "county"),
            (["霁川县水务局政府信息公开工作年度报告（2024年度）"], "霁川县水务局", 2024, "bureau"),
            (["霁川县水务局2024年政府信息", "公开工作年度报告"], "霁川县水务局", 2024, "bureau"),
        ] as [([String], String, Int, String)])
    func titles(_ lines: [String], _ unit: String, _ year: Int, _ level: String) throws {
        let found = try identity(lines)
        #expect(found.unit == unit)
        #expect(found.year == year)
        #expect(found.level == level)
        #expect(found.title != nil)
    }

    @Test("A title without a year leaves it to the period, without a unit to the signature")
    func fallbacks() throws {
        let found = try identity(
            ["政府信息公开工作年度报告", "统计期限自2024年1月1日起至12月31日止。"], end: ["棠陵县柳湾镇人民政府", "二〇二五年一月十四日"])
        #expect(found.titleYear == nil)
        #expect(found.titleUnit == nil)
        #expect(found.year == 2024)
        #expect(found.unit == "棠陵县柳湾镇人民政府")
        #expect(found.signatureDate?.value == CalendarDate(year: 2025, month: 1, day: 14))
    }

    @Test(
        "A signature's date is read in many notations",
        arguments: ["2025年1月14日", "2025 年 1 月14 日", "２０２５年１月１４日", "二○二五年元月十四日", "2025-01-14", "2025.1.14", "柳湾镇人民政府 2025年1月14日"])
    func dates(_ line: String) throws {
        #expect(try identity(["柳湾镇2024年政府信息公开工作年度报告"], end: [line]).signatureDate?.value == CalendarDate(year: 2025, month: 1, day: 14))
    }

    @Test(
        "Periods are found with their years",
        arguments: [
            ("统计期限为2024年1月1日至2024年12月31日。", [2024]),
            ("自2024年1月1日起至12月31日止。", [2024]),
            ("2023年1 月1日—2024年12月31日", [2023, 2024]),
            ("2024年1月1日至6月30日开展检查。", []),
            ("二〇二三年一月一日至十二月三十一日", [2023]),
            ("二〇二四年元月一日起，至二〇二四年十二月三十一日止", [2024]),
        ] as [(String, [Int])])
    func periods(_ text: String, _ years: [Int]) throws {
        #expect(try identity(["甲县2024年政府信息公开工作年度报告", text]).periodYears.map(\.value) == years)
    }

    @Test("The unit goes by shorter names too")
    func ownNames() throws {
        let names = try identity(["岚汀区青禾街道办事处2024年政府信息公开工作年度报告"]).ownNames
        #expect(names.contains("青禾街道办事处"))
        #expect(names.contains("青禾街道"))
    }
}
