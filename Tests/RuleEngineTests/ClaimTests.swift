import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Claims") struct ClaimTests {
    private func claim(
        _ assertion: Claim.Assertion, _ readings: [[Indicator.ID]], values: [Int] = [], base: Int? = nil, wholes: [[Indicator.ID]] = [],
        statedWholes: [Int] = []
    ) -> Claim {
        let indices = { (ids: [[Indicator.ID]]) in ids.map { $0.compactMap { SmallForm.form.index(of: $0) } } }
        return Claim(
            assertion: assertion, readings: indices(readings), values: values.map { Quantity($0) }, base: base.map { Quantity($0) },
            wholes: indices(wholes), statedWholes: statedWholes.map { Quantity($0) }, figure: nil, quote: "所述",
            place: Place(Locator(section: [2], part: .paragraph(1))))
    }

    private func percent(_ value: Int) -> Claim.Stated { Claim.Stated(Quantity(value), decimals: 0) }

    private func verdict(_ claim: Claim, _ report: TestReport, previous: TestReport? = nil) -> Verdict? {
        var report = report
        report.claims = [claim]
        return judge(.claimsHold(kinds: []), report, previous: previous).verdict
    }

    @Test("a change is held against last year's figure, by any reading") func changes() {
        var previous = TestReport()
        previous.figures["applications.new.total"] = "10"
        // 14 this year, 17 with those carried in; 10 and 13 last year.
        let readings = [["applications.new.total"], ["applications.new.total", "applications.in.total"]]
        #expect(verdict(claim(.change(.rise, .percent(percent(40))), readings), TestReport(), previous: previous) == .satisfied)
        #expect(verdict(claim(.change(.rise, .percent(percent(30))), readings), TestReport(), previous: previous) == .satisfied)
        #expect(verdict(claim(.change(.rise, .percent(percent(50))), readings), TestReport(), previous: previous) == .violated)
        #expect(verdict(claim(.change(.rise, .difference(Quantity(4))), readings), TestReport(), previous: previous) == .satisfied)
        #expect(verdict(claim(.change(.rise, .difference(Quantity(5))), readings), TestReport(), previous: previous) == .violated)
        #expect(verdict(claim(.change(.fall, nil), readings), TestReport(), previous: previous) == .violated)
        #expect(verdict(claim(.change(.rise, nil), readings), TestReport(), previous: previous) == .satisfied)
        #expect(verdict(claim(.level, readings), TestReport(), previous: previous) == .violated)
        #expect(verdict(claim(.level, readings), TestReport(), previous: TestReport()) == .satisfied)
        #expect(verdict(claim(.multiple(percent(2)), readings), TestReport(), previous: previous) == .violated)
    }

    @Test("without last year's report only the text can give the base, and a missing figure leaves it open") func bases() {
        let rise = Claim.Assertion.change(.rise, .percent(percent(40)))
        #expect(verdict(claim(rise, [["applications.new.total"]]), TestReport()) == .notApplicable)
        #expect(verdict(claim(rise, [["applications.new.total"]], base: 10), TestReport()) == .satisfied)
        #expect(verdict(claim(rise, [["applications.new.total"]], base: 12), TestReport()) == .violated)
        #expect(verdict(claim(rise, [], values: [28], base: 20), TestReport()) == .satisfied)
        var previous = TestReport()
        previous.figures["applications.new.total"] = ""
        var report = TestReport()
        report.claims = [claim(rise, [["applications.new.total"]])]
        let result = judge(.claimsHold(kinds: [.change]), report, previous: previous)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.first?.evidence.last?.origin == .previous)
        #expect(judge(.claimsHold(kinds: [.share]), report, previous: previous).verdict == .notApplicable)
    }

    @Test("a share is of any lawful whole, in the table or in the text") func shares() {
        let half = Claim.Assertion.share(percent(50))
        let wholes = [["applications.new.total"]]
        #expect(verdict(claim(half, [], values: [7], wholes: wholes), TestReport()) == .satisfied)
        #expect(verdict(claim(half, [], values: [8], wholes: wholes), TestReport()) == .violated)
        #expect(verdict(claim(half, [], values: [8], wholes: wholes, statedWholes: [16]), TestReport()) == .satisfied)
        #expect(verdict(claim(half, [], values: [20], wholes: wholes), TestReport()) == .notApplicable)
    }

    @Test("what is said of all leaves none over") func outcomes() {
        let none = claim(.none, [["applications.out.total"]])
        var report = TestReport()
        report.figures["applications.out.total"] = "0"
        #expect(verdict(none, report) == .satisfied)
        report.figures["applications.out.total"] = "2"
        report.claims = [none]
        let result = judge(.claimsHold(kinds: [.none]), report, message: "{quote} {value} {figure}")
        #expect(result.findings.map(\.message.english) == ["所述 2 out·total"])
        report.figures["applications.out.total"] = "/"
        #expect(verdict(none, report) == .undetermined)
    }
}
