import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("The engine") struct EngineTests {
    private static let rules = [
        rule(.equation(SmallForm.suits), id: "A"), rule(.cellsInRange, id: "B", severity: .query),
        rule(.sectionsInOrder, id: "C", severity: .note),
        rule(.forbidden(pattern: "XX", sections: [], except: []), id: "D"), rule(.tablesPresent, .linesPresent, id: "E"),
        rule(.sectionsPresent, id: "F", forms: ["old"]),
    ]

    private static var faulty: TestReport {
        var report = TestReport()
        report.figures["suits.review.total"] = "0"
        report.figures["suits.court.upheld"] = "-4"
        report.figures["applications.in.person"] = nil
        report.sections[0].paragraphs = ["XX"]
        report.sections[1].ordinal = 7
        return report
    }

    @Test("findings come by severity, then in document order, then by rule") func order() {
        let result = Engine(pack(Self.rules)).judge(report: Self.faulty.report, previous: nil)
        #expect(result.findings.map(\.rule) == ["D", "E", "A", "A", "B", "C"])
        #expect(result.findings.map(\.at) == ["s1/p1", "s2", "suits.review.total", "suits.court.total", "suits.court.upheld", "s2"])
        #expect(result.verdicts.map(\.verdict) == [.violated, .violated, .violated, .violated, .violated, .notApplicable])
    }

    @Test("a rule is violated if any instance is, else undetermined, else satisfied, else not applicable") func verdicts() {
        let rule = rule(.equation(SmallForm.suits), .tablesPresent)
        let verdict = { (report: TestReport) in Engine(pack([rule])).judge(report: report.report, previous: nil).verdicts[0].verdict }
        var report = TestReport()
        #expect(verdict(report) == .satisfied)
        report.figures["suits.review.total"] = ""
        #expect(verdict(report) == .undetermined)
        report.figures["suits.court.total"] = "0"
        #expect(verdict(report) == .violated)
    }

    @Test("a fingerprint outlives moved lines, and changes with unit, year and quotation") func fingerprints() {
        let prints = { (report: TestReport) in
            Engine(pack(Self.rules)).judge(report: report.report, previous: nil).findings.map(\.fingerprint)
        }
        let original = prints(Self.faulty)
        #expect(Set(original).count == original.count)
        #expect(original.allSatisfy { $0.count == 16 })
        var moved = Self.faulty
        moved.preamble.append("附注一行")
        moved.sections[0].paragraphs.insert("新的一段。", at: 0)
        #expect(prints(moved) == original)
        var other = Self.faulty
        other.identity = Identity(unit: "青禾镇", year: 2022)
        #expect(Set(prints(other)).isDisjoint(with: original))
        var quoted = Self.faulty
        quoted.figures["suits.review.total"] = "1"
        #expect(Set(prints(quoted)).symmetricDifference(original).count == 2)
    }

    @Test("equal findings at one place have different fingerprints") func occurrences() {
        var report = TestReport()
        report.sections[0].paragraphs = ["XX", "XX"]
        let result = judge(.forbidden(pattern: "XX", sections: [], except: []), report)
        #expect(result.findings.count == 2)
        #expect(Set(result.findings.map(\.fingerprint)).count == 2)
    }

    @Test("placeholders are filled, unknown braces stay, and a repair without a place of its own stands after the advice") func templates()
    {
        var report = TestReport()
        report.figures["suits.review.total"] = "0"
        let engine = Engine(pack([rule(.equation(SmallForm.suits), message: "{unit}{year}{section}{quote}{nothing}{", advice: "建议。")]))
        let finding = engine.judge(report: report.report, previous: nil).findings.first
        #expect(finding?.message.chinese == "青禾镇2023争议情况0{nothing}{")
        #expect(finding?.advice.chinese == "建议。“review·total”漏填合计，应为7。")
    }

    @Test("the same report gives the same findings, alone and beside others") func parallel() async {
        let engine = Engine(pack(Self.rules))
        let alone = Engine(pack(Self.rules)).judge(report: Self.faulty.report, previous: nil).findings
        await withTaskGroup(of: [Finding].self) { group in
            for number in 0..<24 {
                group.addTask {
                    let report = number % 2 == 0 ? Self.faulty : TestReport()
                    let findings = engine.judge(report: report.report, previous: nil).findings
                    return number % 2 == 0 ? findings : alone + findings
                }
            }
            for await findings in group { #expect(findings == alone) }
        }
    }

    @Test("the conclusion follows violated errors, then what could not be read") func conclusion() {
        let conclusion = { (rules: [Rule], report: TestReport) in
            Conclusion(of: report.report, findings: Engine(pack(rules)).judge(report: report.report, previous: nil).findings)
        }
        #expect(conclusion(Self.rules, TestReport()) == .compliant)
        #expect(conclusion(Self.rules, Self.faulty) == .nonCompliant)
        var blank = TestReport()
        blank.figures["suits.review.total"] = ""
        #expect(conclusion(Self.rules, blank) == .compliant)
        var partial = TestReport()
        partial.figures = partial.figures.filter { !$0.key.hasPrefix("suits") }
        #expect(conclusion([rule(.sectionsPresent)], partial) == .undetermined)
        #expect(conclusion([rule(.tablesPresent)], partial) == .nonCompliant)
    }
}
