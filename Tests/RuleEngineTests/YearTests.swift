import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Years and names") struct YearTests {
    private func located<Value>(_ value: Value, _ quote: String, paragraph: Int = 1) -> Located<Value> {
        Located(value, quote: quote, place: Place(Locator(section: [1], part: .paragraph(paragraph))))
    }

    @Test("a reporting period of another year is found") func period() {
        var report = TestReport()
        let requirement = Condition.Requirement.periodYear(period: true, retrospect: "retrospect")
        #expect(judge(requirement, report).verdict == .notApplicable)
        report.identity = Identity(
            unit: "青禾镇", year: 2023, periodYears: [located(2023, "2023年1月1日至12月31日"), located(2022, "2022年1月1日至12月31日")])
        let result = judge(requirement, report, message: "{found}/{expected}")
        #expect(result.findings.map(\.message.english) == ["2022/2023"])
        report.identity = Identity(periodYears: [located(2022, "2022年1月1日至12月31日")])
        #expect(judge(requirement, report).verdict == .undetermined)
    }

    @Test(
        "sentences that begin with a near year are about the reporting year",
        arguments: [
            ("2022年，我镇公开信息30条。", 1), ("2024年，我镇将增设专栏。", 0), ("2023年，我镇公开信息30条。", 0), ("二〇二二年度，我镇公开信息。", 1), ("２０２２ 年以来，我镇公开信息。", 1),
            ("2022年，我镇公开信息，同比增长。", 0), ("2008年，条例施行。", 0), ("2022年公开的信息共30条。", 0), ("依据《好！2022年，说明》办理。", 0),
            ("我镇公开信息。2022年，收到申请。", 1), ("自2022年，开展工作。", 0), ("20222年，开展工作。", 0),
            ("2024年，我镇计划公开更多信息。", 0), ("“看得懂才算公开。”2022年，我镇公开信息30条。", 1), ("“看得懂才算公开。”2023年，我镇公开信息30条。", 0),
        ] as [(String, Int)])
    func sentences(text: String, findings: Int) {
        var report = TestReport()
        report.sections[0].paragraphs = [text]
        let result = judge(.periodYear(period: false, retrospect: "retrospect"), report, message: "{found}/{expected}")
        #expect(result.findings.map(\.message.english) == Array(repeating: "2022/2023", count: findings))
    }

    @Test("a later year is a plan, unless the sentence states a figure") func laterYear() {
        var report = TestReport()
        report.sections[0].paragraphs = ["2024年，我镇将增设专栏。2024年，收到申请14件。"]
        let quote = "2024年，我镇将增设专栏。"
        report.statements = [
            statement("收到申请14件", 14, [["applications.new.total"]], agrees: true, section: 1, number: quote.utf8.count + 22)
        ]
        let result = judge(.periodYear(period: false, retrospect: "retrospect"), report, message: "{quote}")
        #expect(result.findings.map(\.message.chinese) == ["2024年，收到申请14件"])
    }

    @Test("a part that speaks of the year before may name it") func exempt() {
        var report = TestReport()
        report.sections[0].paragraphs = ["2022年，公告偏晚。2022年，公开信息30条。"]
        let place = Place(Locator(section: [1], part: .paragraph(1)))
        report.passages = [Passage(section: "overview", part: "before", isLabel: false, text: "2022年，公告偏晚。", place: place)]
        let rule = Condition.Requirement.periodYear(period: false, retrospect: "retrospect", exempt: ["before"])
        #expect(judge(rule, report, message: "{quote}").findings.map(\.message.chinese) == ["2022年，公开信息30条"])
        #expect(judge(.periodYear(period: false, retrospect: "retrospect"), report).findings.count == 2)
    }

    @Test("a title without unit or year is found, and so is a report without title") func titleLacks() {
        var report = TestReport()
        let place = Place(Locator(section: [0], part: .paragraph(1)))
        report.identity = Identity(
            title: Located("工作年度报告", quote: "工作年度报告", place: place), unit: "青禾镇", titleUnit: nil, year: 2023)
        #expect(judge(.identity(.titleLacksUnit), report, message: "{found}/{expected}").findings.map(\.message.english) == ["工作年度报告/青禾镇"])
        #expect(judge(.identity(.titleLacksYear), report).findings.map(\.at) == ["s0/p1"])
        report.identity = Identity()
        #expect(judge(.identity(.titleLacksYear), report).findings.map(\.at) == ["s0"])
    }

    @Test(
        "a signature contradicts the title only with another name",
        arguments: [
            ("青禾镇人民政府", "青禾镇", false), ("东山县青禾镇", "青禾镇人民政府", false), ("青禾镇", "白石镇人民政府", true), ("青禾镇", "青 禾 镇", false),
            ("东山县青禾街道", "东山县人民政府青禾街道办事处", false), ("东山县文旅局", "东山县文化和旅游局", false), ("东山县审计局", "东山县统计局", true),
        ])
    func units(title: String, signature: String, contradicts: Bool) {
        var report = TestReport()
        report.identity = Identity(unit: title, titleUnit: located(title, title), signatureUnit: located(signature, signature))
        #expect(judge(.identity(.unitContradicts), report).verdict == (contradicts ? .violated : .satisfied))
        report.identity = Identity(unit: title, titleUnit: located(title, title))
        #expect(judge(.identity(.unitContradicts), report).verdict == .notApplicable)
    }

    @Test("a title's year is contradicted by a signature of that year, or by periods that the signature bears out")
    func titleYear() throws {
        let date = try #require(CalendarDate(year: 2024, month: 1, day: 20))
        var report = TestReport()
        func verdict(title: Int, periods: [Int], signed: CalendarDate?) -> Verdict? {
            report.identity = Identity(
                unit: "青禾镇", year: title, titleYear: located(title, "\(title)年"), periodYears: periods.map { located($0, "\($0)年1月1日") },
                signatureDate: signed.map { located($0, "2024年1月20日") })
            return judge(.identity(.yearContradicts), report).verdict
        }
        #expect(verdict(title: 2023, periods: [2023], signed: date) == .satisfied)
        #expect(verdict(title: 2022, periods: [2023], signed: date) == .violated)
        #expect(verdict(title: 2024, periods: [], signed: date) == .violated)
        #expect(verdict(title: 2023, periods: [2022], signed: date) == .satisfied)
        #expect(verdict(title: 2023, periods: [2022], signed: nil) == .notApplicable)
        #expect(verdict(title: 2023, periods: [], signed: nil) == .notApplicable)
    }
}
