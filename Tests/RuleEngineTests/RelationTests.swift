import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Relations") struct RelationTests {
    private func term(_ pattern: String, times factor: Int = 1, previous: Bool = false) -> Relation.Term {
        Relation.Term(
            factor: Quantity(factor), figures: Equation.Term(isNegative: false, isPrevious: previous, pattern: pattern))
    }

    private func number(_ value: Int) -> Relation.Term { Relation.Term(factor: Quantity(value), figures: nil) }

    private func requirement(
        _ left: [Relation.Term], _ sign: FigureComparison.Relation, _ right: [Relation.Term], given: [Relation] = [],
        for instances: Equation.Instances = .once
    ) -> Condition.Requirement {
        .relation(
            RelationRequirement(
                instances: instances, given: given, required: Relation(left: left, sign: sign, right: right), forms: []))
    }

    @Test("two sums with factors stand to each other as they have to") func comparisons() {
        // 14 new, 3 carried in.
        let (new, carried) = (term("applications.new.total"), term("applications.in.total"))
        #expect(judge(requirement([new], .atLeast, [carried]), TestReport()).verdict == .satisfied)
        #expect(judge(requirement([term("applications.in.total", times: 5)], .atMost, [new]), TestReport()).verdict == .violated)
        #expect(
            judge(requirement([term("applications.in.total", times: 4), number(2)], .equal, [new]), TestReport()).verdict == .satisfied)
        let result = judge(
            requirement([carried, term("applications.new.total", times: -1)], .greater, [number(0)]), TestReport(),
            message: "{row}: {left} {right}")
        #expect(result.findings.map(\.message.english) == ["in: -11 0"])
        #expect(result.findings.map(\.at) == ["applications.in.total"])
    }

    @Test("nothing is required where what is given does not hold, and nothing is said where a figure is missing") func given() {
        var report = TestReport()
        let few = Relation(left: [term("applications.new.total")], sign: .atLeast, right: [number(20)])
        let impossible = requirement([term("applications.new.total")], .less, [number(0)], given: [few])
        #expect(judge(impossible, report).verdict == .notApplicable)
        report.figures["applications.new.total"] = "20"
        #expect(judge(impossible, report).verdict == .violated)
        report.figures["applications.new.total"] = ""
        let unknown = judge(impossible, report)
        #expect(unknown.verdict == .undetermined)
        #expect(unknown.findings.isEmpty)
    }

    @Test("each row is judged by itself, and last year's figures need last year's report") func instances() {
        var report = TestReport()
        report.figures["suits.review.pending"] = "0"
        report.figures["suits.court.pending"] = "4"
        let rows = requirement(
            [term("suits.{row}.pending")], .atMost, [number(3)], for: .rows(table: "suits", except: []))
        #expect(judge(rows, report).findings.map(\.at) == ["suits.court.pending"])
        let yearly = requirement([term("suits.court.pending")], .equal, [term("suits.court.pending", previous: true)])
        #expect(judge(yearly, report).verdict == .notApplicable)
        #expect(judge(yearly, report, previous: report).verdict == .satisfied)
        let result = judge(yearly, report, previous: TestReport())
        #expect(result.verdict == .violated)
        #expect(result.findings.first?.evidence.map(\.origin) == [.current, .previous])
    }
}
