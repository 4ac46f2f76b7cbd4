import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Findings that follow from others") struct CauseTests {
    private static let rules = [
        rule(.cellsFilled(kinds: ["blank"]), id: "CELL", severity: .query),
        rule(.cellsInRange, id: "RANGE"),
        rule(.equation(SmallForm.rowSums), id: "ROW", because: ["CELL", "RANGE"]),
        rule(.equation(SmallForm.columnSums), id: "COLUMN", because: ["CELL", "RANGE", "ROW"]),
        rule(.equation(SmallForm.flow), id: "FLOW", because: ["CELL", "RANGE", "ROW", "COLUMN"]),
        rule(.statementsAgree(figures: []), id: "SAID", because: ["CELL", "ROW", "COLUMN", "FLOW"]),
        rule(.statementsConsistent, id: "TWICE", because: ["SAID"]),
    ]

    /// Each finding as its rule, and the rule of its cause.
    private static func causes(_ report: TestReport, rules: [Rule] = rules) -> [String] {
        let findings = Engine(pack(rules)).judge(report: report.report, previous: nil).findings
        #expect(findings.allSatisfy { finding in finding.cause.map { cause in findings.contains { $0.fingerprint == cause } } ?? true })
        return findings.map { finding in
            let cause = findings.first { $0.fingerprint == finding.cause }
            return cause.map { "\(finding.rule) < \($0.rule) \($0.at)" } ?? finding.rule
        }.sorted()
    }

    @Test("a wrong cell that breaks a row, a column and a statement makes one finding with consequences")
    func oneCell() {
        var report = TestReport()
        report.figures["applications.result.granted.person"] = "5"
        #expect(Self.causes(report) == ["COLUMN < ROW applications.result.granted.total", "ROW"])
        report = TestReport()
        report.figures["applications.new.total"] = "16"
        report.statements = [statement("收到14件", 14, [["applications.new.total"]], agrees: false)]
        #expect(
            Self.causes(report) == ["FLOW < ROW applications.new.total", "ROW", "SAID < ROW applications.new.total"])
    }

    @Test("a row and a column that are wrong by themselves share a cell and stand apart all the same")
    func twoCells() {
        var report = TestReport()
        report.figures["applications.result.granted.total"] = "9"
        report.figures["applications.result.total.company"] = "7"
        // The total of the row is wrong in the column of totals too, and the total of the column in its own row.
        let causes = Self.causes(report)
        #expect(causes.filter { !$0.contains("<") } == ["ROW", "ROW"])
        #expect(causes.filter { $0.hasPrefix("COLUMN") }.allSatisfy { $0.contains("< ROW") })
        report = TestReport()
        report.figures["applications.new.person"] = "10"
        report.figures["applications.new.total"] = "15"
        report.figures["applications.in.total"] = "9"
        // Columns person and total fail by 1 and by 7; the row of those carried in fails by 6.
        #expect(Self.causes(report) == ["FLOW", "FLOW", "ROW"])
    }

    @Test("what cannot be judged for want of a figure follows from the finding about that figure")
    func missing() {
        var report = TestReport()
        report.figures["applications.new.person"] = ""
        #expect(
            Self.causes(report) == [
                "CELL", "FLOW < CELL applications.new.person", "ROW < CELL applications.new.person",
            ])
        // That needs no rule to say so.
        let silent = Self.rules.map { rule in
            rule.id == "ROW" ? RuleEngineTests.rule(.equation(SmallForm.rowSums), id: "ROW") : rule
        }
        #expect(Self.causes(report, rules: silent).contains("ROW < CELL applications.new.person"))
        report = TestReport()
        let rules = Self.rules + [rule(.linesPresent, id: "LINE", severity: .query)]
        let linked = rules.map { rule in
            rule.id == "COLUMN"
                ? RuleEngineTests.rule(.equation(SmallForm.columnSums), id: "COLUMN", because: ["LINE"]) : rule
        }
        for column in SmallForm.columns { report.figures["applications.result.refused.secret.\(column)"] = nil }
        let causes = Self.causes(report, rules: linked)
        #expect(causes.filter { $0.hasPrefix("COLUMN") } == Array(repeating: "COLUMN < LINE s2", count: 4))
    }

    @Test("a figure that is wrong by itself explains the sums that it stands in")
    func range() {
        var report = TestReport()
        report.figures["applications.result.granted.person"] = "-4"
        #expect(
            Self.causes(report) == [
                "COLUMN < RANGE applications.result.granted.person", "RANGE", "ROW < RANGE applications.result.granted.person",
            ])
    }

    @Test("a statement that differs from the table and from another one is one finding")
    func statements() {
        var report = TestReport()
        report.statements = [
            statement("收到14件", 14, [["applications.new.total"]], agrees: true),
            statement("收到15件", 15, [["applications.new.total"]], agrees: false, paragraph: 2),
        ]
        #expect(Self.causes(report) == ["SAID", "TWICE < SAID s2/p2"])
    }

    @Test("a section that says nothing is one finding, whatever it should have said")
    func text() {
        let rules = [
            rule(.sectionSubstance(sections: ["problems"], hollow: "hollow", whenEmpty: false), id: "HOLLOW"),
            rule(.account(section: "problems", parts: [], evidence: "evidence", denial: nil), id: "ACCOUNT", because: ["HOLLOW"]),
        ]
        var report = TestReport()
        report.sections[3].paragraphs = ["无。"]
        #expect(Self.causes(report, rules: rules) == ["ACCOUNT < HOLLOW s4/p1", "HOLLOW"])
        report.sections[3].paragraphs = ["一切正常。"]
        #expect(Self.causes(report, rules: rules) == ["ACCOUNT"])
    }

    @Test("a cause is no less grave than what follows from it, and follows from nothing itself")
    func order() {
        var report = TestReport()
        report.figures["applications.result.granted.person"] = "5"
        let graded = Self.rules.map { $0.id == "ROW" ? $0.graded(.note) : $0 }
        #expect(Self.causes(report, rules: graded) == ["COLUMN", "ROW"])
        #expect(Self.causes(report, rules: Self.rules.filter { $0.id != "ROW" }) == ["COLUMN"])
    }
}
