import AuditModel
import RuleEngine
import TestSupport
import Testing

@Suite("Repairs") struct RepairTests {
    private static let equations: [Condition.Requirement] = [
        .equation(SmallForm.rowSums), .equation(SmallForm.columnSums), .equation(SmallForm.flow), .equation(SmallForm.suits),
    ]

    /// What the findings say would mend the report.
    private func repairs(of report: TestReport) -> [String] {
        let rules = Self.equations.enumerated().map { rule($1, id: "R\($0)", message: "{repair}") }
        return Engine(pack(rules)).judge(report: report.report, previous: nil).findings.map(\.message.english)
    }

    /// Figures that stand in a row sum and in column sums, so that a wrong one shows itself where they cross.
    private static let crossed = SmallForm.form.indicators.filter { $0.id.hasPrefix("applications.") && !$0.isSubstitute }

    @Test("a figure with any other value is named with the value it should have", arguments: [11, 12, 13] as [UInt64])
    func oneWrongFigure(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for indicator in Self.crossed {
            var report = TestReport()
            let right = report.figures[indicator.id] ?? ""
            let wrong = String(Int(right).map { $0 + 3 + Int(random.next() % 40) } ?? 0)
            report.figures[indicator.id] = wrong
            let found = repairs(of: report)
            #expect(!found.isEmpty, "seed \(seed), \(indicator.id)")
            // In words each kind of repair names the cell and the value that the cell had before.
            for repair in found {
                #expect(
                    repair.contains("“\(indicator.label.english)”") && repair.contains(right),
                    "seed \(seed), \(indicator.id)=\(wrong): \(repair)")
            }
        }
    }

    @Test("two digits that changed places are recognised") func transposed() {
        var report = TestReport()
        report.figures["applications.new.total"] = "41"
        #expect(repairs(of: report).first == "“new·total”: 41 for 14 (digits transposed).")
    }

    @Test("two neighbours in each other's place are recognised", arguments: ["new", "in"]) func swapped(row: String) {
        var report = TestReport()
        let (left, right) = ("applications.\(row).person", "applications.\(row).company")
        (report.figures[left], report.figures[right]) = (report.figures[right], report.figures[left])
        let found = repairs(of: report)
        #expect(found.count == 2)
        for repair in found {
            #expect(
                repair.contains("\(row)·person") && repair.contains("\(row)·company") && repair.contains("each other's place"), "\(repair)")
        }
    }

    @Test("two rows of a column in each other's place are recognised") func swappedRows() {
        var report = TestReport()
        report.figures["applications.result.total.person"] = "1"
        report.figures["applications.out.person"] = "10"
        #expect(repairs(of: report).allSatisfy { $0.contains("result.total·person") && $0.contains("out·person") })
    }

    @Test("a number divided between two cells is put together") func split() {
        var report = TestReport()
        report.figures["applications.new.person"] = "20"
        report.figures["applications.new.company"] = "0"
        report.figures["applications.new.total"] = "22"
        report.figures["applications.in.company"] = "4"
        report.figures["applications.in.total"] = "6"
        report.figures["applications.out.person"] = "12"
        report.figures["applications.out.total"] = "13"
        #expect(repairs(of: report).isEmpty)
        report.figures["applications.new.person"] = "2"
        #expect(
            repairs(of: report).first == "2|0 in “new·person, new·company” is one number divided between two cells, 20 in “new·person”.")
    }

    @Test("of several repairs that nothing tells apart none is named") func undecided() {
        var report = TestReport()
        report.figures["suits.review.total"] = "9"
        #expect(repairs(of: report) == [""])
    }

    @Test("a statement in the narrative decides between repairs") func statementDecides() {
        var report = TestReport()
        report.figures["suits.review.total"] = "9"
        report.statements = [statement("复议共7件", 7, [["suits.review.total"]], agrees: false)]
        #expect(repairs(of: report) == ["Perhaps with 7 for 9 in “review·total” every equation holds."])
    }

    @Test("with two unrelated faults in one sum no single change is made up") func twoFaults() {
        var report = TestReport()
        report.figures["applications.new.person"] = "8"
        report.figures["applications.in.company"] = "7"
        report.figures["applications.new.total"] = "20"
        for repair in repairs(of: report) { #expect(!repair.contains("new·total")) }
    }
}
