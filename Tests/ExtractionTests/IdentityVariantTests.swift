import AuditModel
import DocumentModel
import Extraction
import RuleLanguage
import TestSupport
import Testing

@Suite struct IdentityVariantTests {
    private func finder() throws -> IdentityFinder {
        IdentityFinder(try RulePackLoader.load(Project.rules).identity)
    }

    private func identity(_ lines: [String]) throws -> Identity {
        let blocks = lines.enumerated().map { Block.paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) }
        return try finder().identity(of: Document(sections: [Section(path: [0], blocks: blocks)]))
    }

    @Test("Published reports name the unit and the year that a person reads", arguments: TablePublished.names)
    func published(_ name: String) throws {
        guard let document = try TablePublished.document(name), let truth = try TablePublished.truth()[name] else { return }
        let found = try finder().identity(of: document)
        #expect(found.unit == truth.unit)
        #expect(found.year == truth.year)
        #expect(found.level == (name.hasPrefix("宿迁") ? "city" : "street"))
        #expect(found.title?.place.position.line == 1)
        #expect(found.signatureDate?.value == (name.hasPrefix("宿迁") ? nil : CalendarDate(year: 2023, month: 1, day: 4)))
        #expect(found.periodYears.map(\.value) == (name.hasPrefix("宿迁") ? [] : [2022, 2022, 2022]))
    }

    @Test("A unit's name may end with the words that the title's phrase begins with")
    func sharedWords() throws {
        #expect(try identity(["2024年棠陵县人民政府信息公开工作年度报告"]).unit == "棠陵县人民政府")
        #expect(try identity(["棠陵县2024年政府信息公开工作年度报告"]).unit == "棠陵县")
    }

    @Test("The year may stand within the words of a title", arguments: ["2024年度报告", "2024年年度报告", "（2024）年度报告", "二〇二四年度报告"])
    func yearWithin(_ ending: String) throws {
        let found = try identity(["霁川县水务局政府信息公开工作" + ending])
        #expect(found.unit == "霁川县水务局")
        #expect(found.year == 2024)
    }

    @Test("A label before a unit's name in a title is none of it", arguments: ["编制单位：", "填报机关:", "单位："])
    func labelledUnit(_ label: String) throws {
        let found = try identity(["政府信息公开工作年度报告", "2024年度", label + "霁川县水务局"])
        #expect(found.titleUnit?.value == "霁川县水务局")
        #expect(found.unit == "霁川县水务局")
    }

    @Test("What announces a report is no title")
    func announcement() throws {
        #expect(try identity(["现将霁川县水务局2024年政府信息公开工作年度报告公布如下："]).title == nil)
        let found = try identity(["政府信息公开工作年度报告", "现将霁川县水务局2024年政府信息公开工作年度报告公布如下："])
        #expect(found.title?.value == "政府信息公开工作年度报告")
        #expect(found.titleUnit == nil)
    }

    @Test("A title may be broken over three lines, and give the year in brackets")
    func broken() throws {
        let found = try identity(["棠陵县柳湾镇人民政府", "2024年度政府信息公开", "工作年度报告"])
        #expect(found.unit == "棠陵县柳湾镇人民政府")
        #expect(found.year == 2024)
        let bracketed = try identity(["棠陵县水务局政府信息公开工作年度报告（2024）"])
        #expect(bracketed.unit == "棠陵县水务局")
        #expect(bracketed.titleYear?.value == 2024)
    }

    @Test(
        "A title over several lines is found whole, wherever it is broken",
        arguments: [
            ["棠陵县柳湾镇人民政府2024年", "政府信息公开工作年度报告"], ["棠陵县柳湾镇人民政府2024", "年政府信息公开工作年度报告"], ["2024年度", "棠陵县柳湾镇人民政府政府信息公开工作年度报告"],
            ["棠陵县柳湾镇人民政府", "2024年政府信息公开工作年度报告"], ["棠陵县柳湾镇人民政府2024年政府信息公开工作年度", "报告"], ["棠陵县柳湾镇人民政府2024年政", "府信息公开工作年度报告"],
            ["棠陵县柳湾镇人民政府政府信息公开工作年度报告", "（2024年度）"], ["棠陵县柳湾镇人民政府2024年", "政府信息公开工作", "年度报告"],
        ])
    func brokenAnywhere(_ lines: [String]) throws {
        let found = try identity(lines + ["根据规定，编制本报告。"])
        #expect(found.titleUnit?.value == "棠陵县柳湾镇人民政府")
        #expect(found.titleYear?.value == 2024)
        #expect(found.title?.value == lines.joined())
    }

    @Test("A decree's number or a column's name above a title is none of it")
    func aboveTitle() throws {
        for above in ["棠政发〔2025〕5号", "2025年1月20日", "法定主动公开内容", "棠陵县人民政府网站"] {
            let found = try identity([above, "棠陵县水务局政府信息公开工作年度报告"])
            #expect(found.title?.value == "棠陵县水务局政府信息公开工作年度报告")
            #expect(found.titleYear == nil)
        }
    }

    @Test("A second name in brackets belongs to the unit's name and says nothing of its level")
    func secondName() throws {
        let found = try identity(["棠陵市住房保障局（棠陵市人民防空办公室）2024年政府信息公开工作年度报告"])
        #expect(found.unit == "棠陵市住房保障局（棠陵市人民防空办公室）")
        #expect(found.level == "bureau")
        #expect(found.ownNames.contains("棠陵市住房保障局"))
        #expect(try identity(["（棠陵县水务局）2024年政府信息公开工作年度报告"]).unit == "棠陵县水务局")
    }

    @Test(
        "The line that names most is the title; year or unit may stand alone below it",
        arguments: [
            ["首页 > 政府信息公开 > 政府信息公开年报", "棠陵县水务局2024年政府信息公开工作年度报告"], ["棠陵县水务局", "政府信息公开工作年度报告", "（2024年度）"],
            ["2024年政府信息公开工作年度报告", "棠陵县水务局"], ["【年度报告】棠陵县水务局2024年政府信息公开工作年度报告"], ["首页>年报>棠陵县水务局2024年政府信息公开工作年度报告"],
            ["棠陵县水务局关于2024年政府信息公开工作情况的报告"],
        ])
    func whichLine(lines: [String]) throws {
        let found = try identity(lines + ["现将有关情况报告如下："])
        #expect(found.titleUnit?.value == "棠陵县水务局")
        #expect(found.titleYear?.value == 2024)
    }

    @Test(
        "Unit and year are read off titles of any make",
        arguments: [
            ["关于棠陵县水务局2024年政府信息公开工作情况的年度报告"], ["棠陵县水务局关于报送2024年政府信息公开工作总结的报告"], ["2024年度政府信息公开工作年度报告（棠陵县水务局）"],
            ["2024年政府信息公开工作年度报告——棠陵县水务局"], ["棠陵县水务局", "2024年度", "政府信息公开工作", "年度报告"],
            ["棠陵县水务局贯彻落实《中华人民共和国政府信息公开条例》2024年度报告"], ["棠陵县水务局（本级）2024年政府信息公开年报"], ["附件1：棠陵县水务局2024年政务公开工作情况报告"],
            ["棠陵县水务局2024年信息公开自查报告"], ["棠陵县水务局－2024年政府信息公开暨政务公开工作报告"], ["首页 > 政府信息公开 > 年报 > 棠陵县水务局政务信息公开2024年年报"],
        ])
    func manyMakes(lines: [String]) throws {
        let found = try identity(lines + ["现将有关情况报告如下："])
        #expect(found.titleUnit?.value == "棠陵县水务局")
        #expect(found.titleYear?.value == 2024)
    }

    @Test("What stands behind a hyphen in a page's title is the site, no unit")
    func site() throws {
        #expect(try identity(["2024年政府信息公开工作年度报告-棠陵县人民政府"]).titleUnit == nil)
    }

    @Test("The title's year yields to a period that the signature bears out, and to nothing less")
    func wrongTitleYear() throws {
        let title = "棠陵县水务局2024年政府信息公开工作年度报告"
        let period = "统计期限为2023年1月1日至2023年12月31日。"
        #expect(try identity([title, period, "棠陵县水务局", "2024年1月12日"]).year == 2023)
        #expect(try identity([title, period, "棠陵县水务局", "2025年1月12日"]).year == 2024)
        #expect(try identity([title, period]).year == 2024)
        #expect(try identity([title, "棠陵县水务局", "2024年1月12日"]).year == 2024)
        #expect(try identity([title, period, "棠陵县水务局", "2024年1月12日"]).titleYear?.value == 2024)
    }

    @Test(
        "The last day of a period is found behind words for its year, in its sentence",
        arguments: [
            ("所列数据自2024年1月1日起，至当年12月31日止。", [2024]), ("数据自2024年1月1日开始，截至同年12月31日。", [2024]),
            ("办法自2024年1月1日起施行。12月31日前完成清理。", []), ("数据自2024年1月1日起，经各科室逐项核对汇总，至12月31日。", []),
        ])
    func periodWords(_ text: String, _ years: [Int]) throws {
        #expect(try identity(["棠陵县水务局2024年政府信息公开工作年度报告", text]).periodYears.map(\.value) == years)
    }

    @Test("A period is found wherever it stands in a long paragraph")
    func longPreamble() throws {
        let filler = String(repeating: "本部分按规定编写，", count: 2000)
        let found = try identity(["棠陵县水务局政府信息公开工作年度报告", filler + "统计期限为2024年1月1日至12月31日。"])
        #expect(found.periodYears.map(\.value) == [2024])
        #expect(found.year == 2024)
    }

    @Test("What speaks for a report is its title, its sections and its tables")
    func evidence() throws {
        let binder = TableBinder(forms: TableForms.both)
        let title = Section(
            path: [0], blocks: [.paragraph(Paragraph(number: 1, text: BlockText("棠陵县水务局2024年政府信息公开工作年度报告")))])
        let tables = Section(path: [4], key: "challenges", blocks: [.table(TableGrids.table(TableGrids.challenges()))])
        let report = Document(sections: [title, tables])
        let identity = try finder().identity(of: report)
        #expect(IdentityFinder.evidence(in: report, identity: identity, figures: binder.bind(report).figures) == 3)
        #expect(IdentityFinder.evidence(in: report, identity: identity) == 2)
        let novel = Document(sections: [Section(path: [0], blocks: [.paragraph(Paragraph(number: 1, text: BlockText("夜色渐深。")))])])
        let unknown = try finder().identity(of: novel)
        #expect(IdentityFinder.evidence(in: novel, identity: unknown, figures: binder.bind(novel).figures) == 0)
    }
}
