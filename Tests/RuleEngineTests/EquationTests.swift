import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Equations") struct EquationTests {
    @Test("hold on sound figures", arguments: [SmallForm.rowSums, SmallForm.columnSums, SmallForm.flow, SmallForm.suits])
    func hold(equation: Equation) {
        let result = judge(.equation(equation), TestReport())
        #expect(result.verdict == .satisfied)
        #expect(result.findings.isEmpty)
    }

    @Test("a total left at 0 is found at the total, with the computation written out") func zeroTotal() {
        var report = TestReport()
        report.figures["suits.review.total"] = "0"
        let result = judge(
            .equation(SmallForm.suits), report,
            message: "{row}/{column}/{table}/{instance}: {computation}, {stated}; {left}≠{right} by {difference}. {repair}")
        #expect(result.verdict == .violated)
        #expect(result.findings.map(\.at) == ["suits.review.total"])
        let message = result.findings.first?.message.chinese
        #expect(message == "review/total/suits/review: 4 + 1 + 2 = 7, 0; 7≠0 by 7. “review·total”漏填合计，应为7。")
        #expect(
            result.findings.first?.evidence.map(\.indicator) == ["total", "upheld", "corrected", "pending"].map { "suits.review.\($0)" })
        #expect(result.findings.first?.evidence.map(\.quote) == ["0", "4", "1", "2"])
    }

    @Test("of a long sum the zeros are left out and counted") func longSum() {
        let long = Equation(
            instances: .once, left: [SmallForm.term("applications.*.*"), SmallForm.term("suits.*.*")],
            right: [SmallForm.term("money.fees.amount")])
        var report = TestReport()
        for id in report.figures.keys where !id.hasPrefix("money") { report.figures[id] = "0" }
        report.figures["suits.court.total"] = "5"
        report.figures["money.fees.amount"] = "4"
        let result = judge(.equation(long), report, message: "{computation}")
        #expect(result.findings.map(\.message.chinese) == ["5（其余19项为0） = 5"])
    }

    @Test("a blank, inapplicable or worded operand makes it undetermined and is named", arguments: ["", "/", "若干"])
    func unusable(text: String) {
        var report = TestReport()
        report.figures["suits.review.upheld"] = text
        let result = judge(.equation(SmallForm.suits), report)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.map(\.at) == ["suits.review.upheld"])
        #expect(result.findings.map(\.severity) == [.note])
        #expect(result.findings.first?.message.chinese.contains("review·upheld") == true)
    }

    @Test("an absent operand is named at the section it should stand in") func absentOperand() {
        var report = TestReport()
        report.figures["suits.review.upheld"] = nil
        let result = judge(.equation(SmallForm.suits), report)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.first?.at == "suits.review.upheld")
        #expect(result.findings.first?.evidence.map(\.place.locator.description) == ["s3", "s3/t2/r2c5"])
        #expect(result.findings.first?.evidence.map(\.indicator) == ["suits.review.upheld", "suits.review.total"])
    }

    @Test("of many missing figures the message names the first and counts the rest; all are evidence") func manyMissing() {
        let long = Equation(
            instances: .once, left: [SmallForm.term("applications.*.*")], right: [SmallForm.term("money.fees.amount")])
        var report = TestReport()
        report.figures = report.figures.filter { !$0.key.hasPrefix("applications") }
        let finding = judge(.equation(long), report).findings.first
        #expect(finding?.message.chinese.hasSuffix("等12个数字。") == true)
        #expect(finding?.evidence.count == 13)
    }

    @Test("without any of its figures it is not applicable") func allAbsent() {
        var report = TestReport()
        report.figures = report.figures.filter { !$0.key.hasPrefix("suits") }
        #expect(judge(.equation(SmallForm.suits), report).verdict == .notApplicable)
    }

    @Test("a row that stands for others takes their place in sums over them, and is summed itself") func substitute() {
        var report = TestReport()
        for (column, value) in zip(SmallForm.columns, [4, 0, 1, 5]) {
            report.figures["applications.result.other.first.\(column)"] = nil
            report.figures["applications.result.other.second.\(column)"] = nil
            report.figures["applications.result.other.\(column)"] = String(value)
        }
        #expect(judge(.equation(SmallForm.columnSums), report).verdict == .satisfied)
        #expect(judge(.equation(SmallForm.rowSums), report).verdict == .satisfied)
        report.figures["applications.result.other.company"] = "1"
        #expect(judge(.equation(SmallForm.columnSums), report).findings.map(\.at) == ["applications.result.total.company"])
        #expect(judge(.equation(SmallForm.rowSums), report).findings.map(\.at) == ["applications.result.other.total"])
    }

    @Test("a row that stands for others does not take the place of one of them alone") func partialSubstitute() {
        let equation = Equation(
            instances: .once, left: [SmallForm.term("applications.result.other.first.person")],
            right: [SmallForm.term("applications.result.granted.person")])
        var report = TestReport()
        report.figures["applications.result.other.first.person"] = nil
        report.figures["applications.result.other.second.person"] = nil
        report.figures["applications.result.other.person"] = "4"
        #expect(judge(.equation(equation), report).verdict == .undetermined)
    }

    @Test("last year's figures are compared when there is a report of last year, and only then") func previous() {
        var old = TestReport()
        for (column, value) in zip(SmallForm.columns, [2, 1, 0, 3]) { old.figures["applications.out.\(column)"] = String(value) }
        let equation = Condition.Requirement.equation(SmallForm.carriedIn)
        #expect(judge(equation, TestReport()).verdict == .notApplicable)
        #expect(judge(equation, TestReport(), previous: old).verdict == .satisfied)
        old.figures["applications.out.school"] = "4"
        let result = judge(equation, TestReport(), previous: old)
        #expect(result.findings.map(\.at) == ["applications.in.school"])
        #expect(result.findings.first?.evidence.map(\.origin) == [.current, .previous])
        old.figures["applications.out.school"] = ""
        let missing = judge(equation, TestReport(), previous: old)
        #expect(missing.verdict == .undetermined)
        #expect(missing.findings.first?.evidence.map(\.origin) == [.current, .previous])
    }

    @Test(
        "the sides may differ by as much as the equation tolerates, and no more",
        arguments: [("0.30", Verdict.satisfied), ("0.35", .satisfied), ("0.25", .satisfied), ("0.3501", .violated), ("0.2499", .violated)])
    func tolerance(stated: String, verdict: Verdict) throws {
        let equation = Equation(
            instances: .once, left: [SmallForm.term("money.fees.amount"), SmallForm.term("suits.court.total")],
            right: [SmallForm.term("suits.review.total")], tolerance: try #require(Quantity("0.05")))
        var report = TestReport()
        report.figures["money.fees.amount"] = "0.1"
        report.figures["suits.court.total"] = "0.2"
        report.figures["suits.review.total"] = stated
        let result = judge(.equation(equation), report, message: "{difference}{repair}")
        #expect(result.verdict == verdict)
        // What is tolerated says nothing of what a figure ought to be: no repair is proposed.
        #expect(result.findings.map(\.message.chinese) == (verdict == .violated ? ["0.0501"] : []))
    }

    @Test("amounts are exact, and amounts too far apart to be added are undetermined") func exactness() {
        let equation = Equation(
            instances: .once, left: [SmallForm.term("money.fees.amount"), SmallForm.term("suits.court.total")],
            right: [SmallForm.term("suits.review.total")])
        var report = TestReport()
        report.figures["money.fees.amount"] = "0.1"
        report.figures["suits.court.total"] = "0.2"
        report.figures["suits.review.total"] = "0.3"
        #expect(judge(.equation(equation), report).verdict == .satisfied)
        report.figures["money.fees.amount"] = "0." + String(repeating: "0", count: 28) + "1"
        report.figures["suits.court.total"] = String(repeating: "9", count: 30)
        #expect(judge(.equation(equation), report).verdict == .undetermined)
    }
}
