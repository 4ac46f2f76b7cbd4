import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Statements") struct StatementTests {
    private let figure = StatementGrammar.Figure(
        id: "figure", requires: [:], tolerates: [], units: [], measures: [], scale: Quantity(1), readings: [], isAmbiguous: false,
        ownIdentifier: nil, severity: nil, name: same("received"))

    @Test("a statement that differs is shown with the table's figures and their sum") func differs() {
        var report = TestReport()
        report.statements = [
            statement("收到14件", 14, [["applications.new.total"]], agrees: true),
            statement("共办理18件", 18, [["applications.new.total", "applications.in.total"]], agrees: false, paragraph: 2),
        ]
        let result = judge(
            .statementsAgree(figures: []), report, message: "{figure} {value} {expected} {computation} {difference} {indicator}",
            figures: [figure])
        #expect(result.findings.map(\.message.english) == ["received 18 17 14 + 3 = 17 1 new·total, in·total"])
        #expect(result.findings.first?.evidence.map(\.quote) == ["共办理18件", "14", "3"])
        #expect(result.findings.first?.severity == .error)
    }

    @Test("only statements of the figures asked for are judged, and only bound ones") func selection() {
        var report = TestReport()
        report.statements = [statement("收到9件", 9, [["applications.new.total"]], agrees: false, figure: "other")]
        #expect(judge(.statementsAgree(figures: ["figure"]), report).verdict == .notApplicable)
        #expect(judge(.statementsAgree(figures: ["other"]), report).verdict == .violated)
        #expect(judge(.statementsAgree(figures: []), TestReport()).verdict == .notApplicable)
    }

    @Test("a qualified statement that differs is a query at most, and says why") func qualified() {
        var report = TestReport()
        report.statements = [statement("备案8件", 8, [["suits.review.total"]], agrees: false, firmness: .qualified)]
        let result = judge(.statementsAgree(figures: []), report)
        #expect(result.findings.map(\.severity) == [.query])
        #expect(result.findings.first?.advice.english.hasPrefix("a The wording may count something else") == true)
    }

    @Test("a statement about a missing figure is undetermined and names the figure") func missing() {
        var report = TestReport()
        report.figures["suits.review.total"] = ""
        report.statements = [statement("复议7件", 7, [["suits.review.total"]], agrees: nil)]
        let result = judge(.statementsAgree(figures: []), report)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.first?.evidence.map(\.quote) == ["复议7件", ""])
    }

    @Test("the same figure stated twice differently is found at the one that disagrees with the table") func inconsistent() {
        var report = TestReport()
        report.statements = [
            statement("收到15件", 15, [["applications.new.total"]], agrees: false),
            statement("受理14件", 14, [["applications.new.total"]], agrees: true, paragraph: 2),
        ]
        let result = judge(.statementsConsistent, report, message: "{value}/{other}")
        #expect(result.findings.map(\.message.english) == ["15/14"])
        report.statements.removeLast()
        #expect(judge(.statementsConsistent, report).verdict == .satisfied)
        report.statements.removeLast()
        #expect(judge(.statementsConsistent, report).verdict == .notApplicable)
    }

    @Test("statements that each agree with a lawful reading, or are of different figures, do not contradict each other") func consistent() {
        var report = TestReport()
        let readings = [["applications.new.total"], ["applications.new.total", "applications.in.total"]]
        report.statements = [statement("收到14件", 14, readings, agrees: true), statement("收到17件", 17, readings, agrees: true)]
        #expect(judge(.statementsConsistent, report).verdict == .satisfied)
        report.statements = [
            statement("收到14件", 14, [["applications.new.total"]], agrees: true),
            statement("结转2件", 2, [["applications.out.total"]], agrees: true),
        ]
        #expect(judge(.statementsConsistent, report).findings.isEmpty)
    }

    private func part(_ value: Int) -> Breakdown.Part {
        Breakdown.Part(value: Quantity(value), quote: "\(value)件", place: Place(Locator(section: [2], part: .paragraph(1))))
    }

    @Test(
        "parts of a partition add up to the whole; an excerpt may not exceed it",
        arguments: [(.partition, 8), (.excerpt, 11)] as [(Breakdown.Strictness, Int)])
    func parts(strictness: Breakdown.Strictness, wrong: Int) {
        var report = TestReport()
        report.breakdowns = [Breakdown(whole: part(10), parts: [part(7), part(3)], strictness: strictness)]
        #expect(judge(.partsAddUp, report).verdict == .satisfied)
        report.breakdowns = [Breakdown(whole: part(10), parts: [part(wrong), part(3)], strictness: strictness)]
        let result = judge(.partsAddUp, report, message: "{whole} {computation} {difference}")
        let expected = strictness == .partition ? "10 8 + 3 = 11 1" : "10 11 > 10 1"
        #expect(result.findings.map(\.message.english) == [expected])
        #expect(result.findings.first?.evidence.map(\.quote) == ["10件", "\(wrong)件", "3件"])
    }

    @Test("parts of an excerpt may overlap") func overlap() {
        var report = TestReport()
        report.breakdowns = [Breakdown(whole: part(10), parts: [part(7), part(6)], strictness: .excerpt)]
        #expect(judge(.partsAddUp, report).verdict == .satisfied)
    }
}
