import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Last year") struct ComparisonTests {
    private let change = Condition.Requirement.abnormalChange(factor: Quantity(5), minimum: Quantity(100), indicators: [])

    private func report(_ value: String, form: Form = SmallForm.form) -> TestReport {
        var report = TestReport()
        report.form = form
        report.figures = ["suits.review.total": value]
        return report
    }

    @Test(
        "a figure that grew or shrank more than five times and by more than 100 is abnormal",
        arguments: [
            ("550", "9487", true), ("9487", "550", true), ("0", "101", true), ("0", "100", false), ("20", "100", false),
            ("100", "500", false),
            ("100", "501", true), ("7", "7", false),
        ])
    func abnormal(old: String, new: String, isAbnormal: Bool) {
        let result = judge(change, report(new), previous: report(old))
        #expect(result.verdict == (isAbnormal ? .violated : .satisfied))
    }

    @Test("the finding shows both years and the change") func shown() {
        let result = judge(
            change, report("9487"), previous: report("550"), message: "{indicator} {old} {new} {change} {percent} {factor}")
        #expect(result.findings.map(\.message.english) == ["review·total 550 9487 +8937 +1624.91% 5"])
        #expect(result.findings.first?.evidence.map(\.origin) == [.current, .previous])
    }

    @Test("a figure that is blank in either year is undetermined; one that is absent is not compared; another form's is")
    func incomparable() {
        #expect(judge(change, report(""), previous: report("550")).verdict == .undetermined)
        var absent = report("1")
        absent.figures = [:]
        #expect(judge(change, absent, previous: report("550")).verdict == .notApplicable)
        #expect(judge(change, report("9487"), previous: report("550", form: SmallForm.olderForm)).verdict == .violated)
        #expect(judge(change, report("9487")).verdict == .notApplicable)
        let other = Condition.Requirement.abnormalChange(factor: Quantity(5), minimum: Quantity(100), indicators: ["suits.*.upheld"])
        #expect(judge(other, report("9487"), previous: report("550")).verdict == .notApplicable)
    }

    private static let account = (1...6).map { "第\($0)项工作由专人负责，青禾镇按月核对台账并在公示栏张贴结果，群众可以随时查阅" }.joined(separator: "；")

    private func repetition(sections: [String] = ["overview"], parts: [String] = [], exempt: [String] = []) -> Condition.Requirement {
        .repetition(
            sections: sections, parts: parts, exempt: exempt, threshold: Quantity(significand: 85, scale: 2), minimum: 100,
            prescribed: "prescribed")
    }

    @Test("text that repeats last year's but for year, figures and name is found") func repeated() {
        var (new, old) = (TestReport(), TestReport())
        new.sections[0].paragraphs = ["2023年，处理30件。" + Self.account]
        old.sections[0].paragraphs = ["2022年，处理1200件。" + Self.account.replacing("青禾镇", with: "青禾")]
        old.identity = Identity(unit: "青禾", year: 2022)
        let result = judge(repetition(), new, previous: old, message: "{section} {similarity}")
        #expect(result.findings.map(\.message.english) == ["总的情况 100%"])
        #expect(result.findings.map(\.at) == ["s1"])
        #expect(result.findings.first?.evidence.last?.origin == .previous)
        #expect(judge(repetition(), new).verdict == .notApplicable)
    }

    @Test("new text, and text that is too short, do not repeat") func notRepeated() {
        var (new, old) = (TestReport(), TestReport())
        new.sections[0].paragraphs = [Self.account]
        old.sections[0].paragraphs = [String(Self.account.reversed())]
        #expect(judge(repetition(), new, previous: old).verdict == .satisfied)
        new.sections[0].paragraphs = ["处理及时。"]
        old.sections[0].paragraphs = ["处理及时。"]
        #expect(judge(repetition(), new, previous: old).verdict == .satisfied)
        new.sections.removeFirst()
        #expect(judge(repetition(), new, previous: old).verdict == .notApplicable)
    }

    @Test("prescribed sentences do not count") func prescribed() {
        var (new, old) = (TestReport(), TestReport())
        let text = "本报告" + String(repeating: "认真", count: 60) + "按照规定的格式编制。"
        new.sections[0].paragraphs = [text]
        old.sections[0].paragraphs = [text]
        #expect(judge(repetition(), new, previous: old).verdict == .notApplicable)
        new.sections[0].paragraphs = [text + "其他。"]
        #expect(judge(repetition(), new, previous: old).verdict == .satisfied)
    }

    @Test("parts are judged apart, and exempt ones not at all") func parts() {
        var (new, old) = (TestReport(), TestReport())
        let passage = { (part: String, text: String) in
            Passage(section: "problems", part: part, isLabel: false, text: text, place: Place(Locator(section: [4], part: .paragraph(1))))
        }
        new.passages = [passage("faults", Self.account), passage("steps", String(Self.account.reversed()))]
        old.passages = [passage("faults", Self.account), passage("steps", Self.account)]
        let result = judge(repetition(sections: ["problems"], parts: ["faults", "steps"]), new, previous: old, message: "{part}")
        #expect(result.findings.map(\.message.chinese) == ["存在问题"])
        #expect(
            judge(repetition(sections: ["problems"], parts: ["faults", "steps"], exempt: ["faults"]), new, previous: old).verdict
                == .satisfied)
        #expect(judge(repetition(sections: ["problems"], exempt: ["faults"]), new, previous: old).verdict == .satisfied)
    }
}
