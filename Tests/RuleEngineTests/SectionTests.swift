import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Sections") struct SectionTests {
    private let order = "{section}: {expected} / {found}"

    private func messages(_ report: TestReport) -> [String] {
        judge(.sectionsInOrder, report, message: order).findings.map(\.message.english)
    }

    @Test("a missing required section is found at the report; one that need not be there is not") func missing() {
        var report = TestReport()
        #expect(judge(.sectionsPresent, report).verdict == .satisfied)
        report.sections.remove(at: 2)
        let result = judge(.sectionsPresent, report, message: "{section} {expected}")
        #expect(result.findings.map(\.at) == ["s0"])
        #expect(result.findings.map(\.message.chinese) == ["争议情况 编号三"])
    }

    @Test("sections in the form's order and numbering are in order, with numbers or without") func inOrder() {
        var report = TestReport()
        #expect(judge(.sectionsInOrder, report).verdict == .satisfied)
        for index in report.sections.indices { report.sections[index].ordinal = nil }
        #expect(judge(.sectionsInOrder, report).verdict == .satisfied)
    }

    @Test("one wrong number makes one finding") func oneWrongNumber() {
        var report = TestReport()
        report.sections[2].ordinal = 2
        #expect(messages(report) == ["争议情况: numbered 3 / numbered 2"])
    }

    @Test("numbers that go on wrongly after a gap make one finding") func shifted() {
        var report = TestReport()
        report.sections[2].ordinal = 4
        report.sections[3].ordinal = 5
        #expect(messages(report) == ["争议情况: numbered 3, 4 / numbered 4, 5"])
    }

    @Test("numbers that count past a missing section are not wrong, and no others") func countedPast() {
        var report = TestReport()
        report.sections.remove(at: 1)
        report.sections[1].ordinal = 2
        report.sections[2].ordinal = 3
        #expect(messages(report).isEmpty)
        report.sections[2].ordinal = 4
        #expect(messages(report) == ["争议情况: numbered 3 / numbered 2"])
    }

    @Test("a missing number is not wrong, nor does it make the next ones wrong") func missingNumber() {
        var report = TestReport()
        report.sections[1].ordinal = nil
        #expect(messages(report).isEmpty)
    }

    @Test(
        "a section out of order makes one finding, whether the numbers went with the titles or with the places", arguments: [true, false])
    func outOfOrder(numbersFollowPlaces: Bool) {
        var report = TestReport()
        report.sections.swapAt(1, 2)
        if numbersFollowPlaces { for index in report.sections.indices { report.sections[index].ordinal = index + 1 } }
        #expect(messages(report) == ["申请情况: before “争议情况” / after “争议情况”"])
    }

    @Test("a section that stands twice makes one finding, at its second place") func duplicate() {
        var report = TestReport()
        report.sections.append(report.sections[1])
        let result = judge(.sectionsInOrder, report, message: order)
        #expect(result.findings.map(\.message.english) == ["申请情况: once / present 2 times"])
    }

    @Test("a section beyond the form that bears the number of another makes one finding") func strayNumber() {
        var report = TestReport()
        report.sections.append(TestReport.TestSection(unknown: "补充内容", ordinal: 4))
        #expect(messages(report) == ["补充内容: a number of its own / numbered 4 like “问题与改进”"])
        report.sections[4].ordinal = 5
        #expect(messages(report).isEmpty)
    }

    @Test("an empty section says nothing; a table or a sentence says something") func emptySection() {
        let requirement = Condition.Requirement.sectionSubstance(sections: [], hollow: "hollow", whenEmpty: true)
        var report = TestReport()
        #expect(judge(requirement, report).verdict == .satisfied)
        report.sections[1].paragraphs = []
        report.sections[3].paragraphs = ["。"]
        #expect(judge(requirement, report).findings.map(\.at) == ["s2", "s4"])
        report.sections[1].hasTable = true
        report.sections[3].subsections = [("（一）短标题", [])]
        #expect(judge(requirement, report).findings.map(\.at) == ["s4"])
        report.sections[3].subsections = [("（一）不足之处", ["人手不够。"])]
        #expect(judge(requirement, report).verdict == .satisfied)
    }

    @Test("a section of hollow words alone says nothing", arguments: ["无。", "（略）", "暂无", "没有，无"]) func hollow(text: String) {
        let requirement = Condition.Requirement.sectionSubstance(sections: ["problems"], hollow: "hollow", whenEmpty: false)
        var report = TestReport()
        report.sections[3].paragraphs = [text]
        let result = judge(requirement, report, message: "{section}: {found}")
        #expect(result.findings.map(\.at) == ["s4/p1"])
        #expect(result.findings.map(\.message.english) == ["问题与改进: \(text)"])
    }

    @Test("hollow words beside others are not hollow, and an empty section is another matter") func notHollow() {
        let requirement = Condition.Requirement.sectionSubstance(sections: ["problems"], hollow: "hollow", whenEmpty: false)
        var report = TestReport()
        report.sections[3].paragraphs = ["无", "没有收到投诉。"]
        #expect(judge(requirement, report).verdict == .satisfied)
        report.sections[3].paragraphs = []
        #expect(judge(requirement, report).verdict == .notApplicable)
        report.sections.remove(at: 3)
        #expect(judge(requirement, report).verdict == .notApplicable)
    }
}

@Suite("Accounts") struct AccountTests {
    private let requirement = Condition.Requirement.account(section: "problems", parts: ["faults"], evidence: "evidence", denial: "denial")

    private func report(_ passages: (part: String?, isLabel: Bool, text: String)...) -> TestReport {
        var report = TestReport()
        report.passages = passages.enumerated().map { number, passage in
            Passage(
                section: "problems", part: passage.part, isLabel: passage.isLabel, text: passage.text,
                place: Place(Locator(section: [4], part: .paragraph(number + 1))))
        }
        return report
    }

    @Test("a clause of the part with a word of the evidence gives the account") func given() {
        #expect(judge(requirement, report(("faults", false, "总体良好，但宣传力度不够。"))).verdict == .satisfied)
    }

    @Test(
        "below a label of the part anything but hollow words and denials gives the account",
        arguments: [
            ("查找一份旧文件要半天。", true, Verdict.satisfied), ("查找一份旧文件要半天。", false, .violated), ("无。", true, .violated),
            ("各科室没有发现明显的问题。", true, .violated), ("其余无，1。", true, .violated),
        ])
    func labelled(text: String, hasLabel: Bool, verdict: Verdict) {
        let requirement = Condition.Requirement.account(
            section: "problems", parts: ["faults"], evidence: "evidence", denial: "denial", hollow: "hollow")
        let report = hasLabel ? report(("faults", true, "存在问题"), ("faults", false, text)) : report(("faults", false, text))
        #expect(judge(requirement, report).verdict == verdict)
        let other = self.report(("faults", true, "存在问题"), ("steps", true, "改进"), ("steps", false, text), ("faults", false, text))
        #expect(judge(requirement, other).verdict == .violated)
    }

    @Test("text before the first cue counts for any part") func beforeCues() {
        #expect(judge(requirement, report((nil, false, "人手不够。"), ("steps", false, "增加人手。"))).verdict == .satisfied)
    }

    @Test("labels, other parts and denials give none", arguments: [0, 1, 2, 3]) func notGiven(number: Int) {
        let reports = [
            report(("faults", true, "存在问题")), report(("steps", false, "针对不足加强培训。")), report(("faults", false, "本年度不存在问题，没有不足。")),
            report(("faults", false, "总体良好。")),
        ]
        let result = judge(requirement, reports[number])
        #expect(result.verdict == .violated)
        #expect(result.findings.map(\.at) == ["s4"])
    }

    @Test("a clause that denies beside one that admits gives the account") func mixed() {
        #expect(judge(requirement, report(("faults", false, "制度上不存在问题，人手不够。"))).verdict == .satisfied)
    }

    @Test("a section without the first part may give the account in another or before all; one that has it gives it there or nowhere")
    func order() {
        let requirement = Condition.Requirement.account(
            section: "problems", parts: ["faults", "steps"], evidence: "evidence", denial: "denial")
        #expect(judge(requirement, report((nil, false, "宣传力度不够。"), ("steps", false, "加强培训。"))).verdict == .satisfied)
        #expect(judge(requirement, report(("steps", false, "针对宣传不够的问题，加强培训。"))).verdict == .satisfied)
        #expect(judge(requirement, report(("earlier", false, "宣传力度不够。"), ("steps", false, "加强培训。"))).verdict == .violated)
        #expect(judge(requirement, report((nil, false, "宣传力度不够。"), ("faults", false, "无。"))).verdict == .violated)
    }

    @Test(
        "a denial that ends in an ellipsis covers the rest of its clause",
        arguments: [("没有发现力度不够", Verdict.violated), ("没有发现，力度不够", .satisfied)])
    func reach(text: String, verdict: Verdict) {
        #expect(judge(requirement, report(("faults", false, text))).verdict == verdict)
    }

    @Test("without passages the section's text counts, a subsection's heading together with the text under it") func sectionText() {
        let requirement = Condition.Requirement.account(section: "problems", parts: [], evidence: "evidence", denial: nil)
        var report = TestReport()
        report.sections[3].paragraphs = []
        report.sections[3].subsections = [("（一）主要问题", [])]
        #expect(judge(requirement, report).verdict == .violated)
        report.sections[3].subsections = [("（一）主要问题", ["人手偏少。"])]
        #expect(judge(requirement, report).verdict == .satisfied)
    }

    @Test(
        "a sentence that nothing tells leaves it open, unless it is hollow, denies or speaks in general",
        arguments: [
            ("查一份旧文件要跑三趟才齐。", Verdict.undetermined), ("无。", .violated), ("各科室没有发现要跑三趟才齐。", .violated), ("工作平稳有序。", .violated),
        ])
    func leftOpen(text: String, verdict: Verdict) {
        let requirement = Condition.Requirement.account(
            section: "problems", parts: ["faults"], evidence: "evidence", denial: "denial", hollow: "hollow", general: "general")
        #expect(judge(requirement, report((nil, false, text))).verdict == verdict)
        #expect(judge(requirement, report(("steps", false, text))).verdict == .violated)
    }

    @Test("a missing section is not judged") func missing() {
        var report = TestReport()
        report.sections.removeLast()
        #expect(judge(requirement, report).verdict == .notApplicable)
    }
}
