import AuditModel
import DocumentModel
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

    @Test("where a picture stands in a missing table's place, by section or by line, the table was not read")
    func picture() {
        var report = TestReport()
        report.figures = report.figures.filter { !$0.key.hasPrefix("suits") }
        #expect(judge(.tablesPresent, report).verdict == .violated)
        let places = [
            Place(Locator(section: [3, 1])), Place(.document, SourcePosition(line: 8, column: 2)),
            Place(.document, SourcePosition(line: 7, column: 4)),
        ]
        for place in places {
            report.remarks = [Remark(.picture, at: place, detail: "1")]
            let result = judge(.tablesPresent, report)
            #expect(result.verdict == .undetermined)
            #expect(result.findings.map(\.at) == [place.locator == .document ? "s3" : "s3.1"])
            #expect(Conclusion(of: report.report, findings: result.findings) == .undetermined)
        }
        for place in [Place(Locator(section: [2])), Place(.document, SourcePosition(line: 9, column: 1)), Place(.document)] {
            report.remarks = [Remark(.picture, at: place, detail: "1")]
            #expect(judge(.tablesPresent, report).verdict == .violated)
        }
    }

    @Test("a section that is missing may stand on a page without text, but not in a picture")
    func hiddenSection() {
        var report = TestReport()
        report.sections.remove(at: 2)
        report.remarks = [Remark(.picture, at: Place(.document, SourcePosition(line: 6, column: 1)), detail: "1")]
        #expect(judge(.sectionsPresent, report).verdict == .violated)
        report.remarks = [Remark(.unreadablePage, at: Place(.document, SourcePosition(page: 2)), detail: "2")]
        let result = judge(.sectionsPresent, report)
        #expect(result.verdict == .undetermined)
        #expect(Conclusion(of: report.report, findings: result.findings) == .undetermined)
    }

    @Test("a section that holds nothing but a picture is not empty")
    func pictureAlone() {
        var report = TestReport()
        report.sections[0].paragraphs = []
        let substance = Condition.Requirement.sectionSubstance(sections: [], hollow: "hollow", whenEmpty: true)
        #expect(judge(substance, report).verdict == .violated)
        report.remarks = [Remark(.picture, at: Place(Locator(section: [1])), detail: "1")]
        let result = judge(substance, report)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.map(\.at) == ["s1"])
        #expect(Conclusion(of: report.report, findings: []) == .undetermined)
    }

    @Test("a missing row and a missing column of a table that is there make one finding each") func missingLines() {
        var report = TestReport()
        #expect(judge(.linesPresent, report).verdict == .satisfied)
        report.figures = report.figures.filter { !$0.key.contains(".in.") && !$0.key.hasSuffix(".school") }
        let result = judge(.linesPresent, report, message: "{table}/{row}/{column}")
        #expect(result.findings.map(\.message.english) == ["applications/in/", "applications//school"])
    }

    @Test("a column that one row alone lacks is missed at that row") func missingCell() {
        var report = TestReport()
        report.figures["suits.court.upheld"] = nil
        let result = judge(.linesPresent, report, message: "{table}/{row}/{column}")
        #expect(result.findings.map(\.message.english) == ["suits/court·upheld/"])
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
