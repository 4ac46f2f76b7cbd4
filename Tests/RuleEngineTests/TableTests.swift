import AuditModel
import RuleEngine
import Testing

@Suite("Tables and cells") struct TableTests {
    @Test("a missing table is found at its section, else at the report") func missingTable() {
        var report = TestReport()
        #expect(judge(.tablesPresent, report).verdict == .satisfied)
        report.figures = report.figures.filter { !$0.key.hasPrefix("suits") && !$0.key.hasPrefix("money") }
        report.sections.remove(at: 2)
        let result = judge(.tablesPresent, report, message: "{table}")
        #expect(result.findings.map(\.at) == ["s0", "s2"])
        #expect(result.findings.map(\.message.english) == ["suits", "money"])
    }

    @Test("a missing row and a missing column of a table that is there make one finding each") func missingLines() {
        var report = TestReport()
        #expect(judge(.linesPresent, report).verdict == .satisfied)
        report.figures = report.figures.filter { !$0.key.contains(".in.") && !$0.key.hasSuffix(".school") }
        let result = judge(.linesPresent, report, message: "{table}/{row}/{column}")
        #expect(result.findings.map(\.message.english) == ["applications/in/", "applications//school"])
    }

    @Test("lines of a missing table are not missed one by one; a column whose only row is missing is not missed besides") func noCascade() {
        var report = TestReport()
        report.figures = report.figures.filter { !$0.key.hasPrefix("suits") && !$0.key.hasPrefix("money.rules") }
        #expect(judge(.linesPresent, report, message: "{row}{column}").findings.map(\.message.english) == ["rules"])
    }

    @Test("one row in place of several makes one finding, at that row") func substitute() {
        var report = TestReport()
        for column in SmallForm.columns {
            report.figures["applications.result.other.first.\(column)"] = nil
            report.figures["applications.result.other.second.\(column)"] = nil
            report.figures["applications.result.other.\(column)"] = "1"
        }
        let result = judge(.linesPresent, report, message: "{row}")
        #expect(result.findings.map(\.at) == ["applications.result.other.total"])
        #expect(result.findings.map(\.message.chinese) == ["result.other.first、result.other.second"])
    }

    @Test("cells that hold no number are found by the kinds asked for") func filled() {
        var report = TestReport()
        report.figures["suits.review.upheld"] = ""
        report.figures["suits.review.total"] = "/"
        report.figures["suits.court.total"] = "若干"
        let at = { (kinds: [String]) in judge(.cellsFilled(kinds: kinds), report).findings.map(\.at) }
        #expect(at(["blank"]) == ["suits.review.upheld"])
        #expect(at(["not-applicable", "text"]) == ["suits.review.total", "suits.court.total"])
        #expect(judge(.cellsFilled(kinds: ["text"]), report, message: "{kind}").findings.map(\.message.chinese) == ["文字“若干”"])
        #expect(judge(.cellsFilled(kinds: ["blank"]), TestReport()).verdict == .satisfied)
    }

    @Test("counts are whole and not negative, amounts not negative, changes whole") func range() {
        var report = TestReport()
        #expect(judge(.cellsInRange, report).verdict == .satisfied)
        report.figures["suits.review.upheld"] = "-4"
        report.figures["suits.review.total"] = "1.5"
        report.figures["money.fees.amount"] = "-0.1"
        report.figures["money.rules.change"] = "0.5"
        let result = judge(.cellsInRange, report, message: "{kind} {value}")
        #expect(Set(result.findings.map(\.message.english)) == ["negative -4", "not whole 1.5", "negative -0.1", "not whole 0.5"])
    }
}
