import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Rules that hold for some reports") struct ReachTests {
    private static func report(level: String? = nil, scope: Identity.Scope? = nil, year: Int? = 2023, wrong: Bool = true) -> TestReport {
        var report = TestReport()
        report.identity = Identity(unit: "青禾镇", level: level, scope: scope, year: year)
        if wrong { report.figures["suits.review.total"] = "8" }
        return report
    }

    private static func suits(_ applicability: Applicability, exceptions: [WordException] = []) -> Rule {
        rule(.equation(SmallForm.suits), applicability: applicability, exceptions: exceptions)
    }

    private static func when(
        _ relation: FigureComparison.Relation, _ figures: String..., previous: Bool = false, number: Int = 0
    ) -> Applicability {
        let terms = figures.map { SmallForm.term($0, previous: previous) }
        let comparison = FigureComparison(
            figures: Equation(instances: .once, left: terms, right: []), left: .zero, right: Quantity(number), relation: relation)
        return Applicability(premises: [.comparison(comparison)])
    }

    @Test(
        "a rule for some levels, scopes and years is not applicable to others",
        arguments: [
            (Applicability(levels: ["town", "county"]), Verdict.violated),
            (Applicability(levels: ["county"]), .notApplicable),
            (Applicability(scopes: ["own"]), .violated),
            (Applicability(scopes: ["roll-up", "unknown"]), .notApplicable),
            (Applicability(firstYear: 2023), .violated),
            (Applicability(firstYear: 2024), .notApplicable),
            (Applicability(firstYear: 2021, lastYear: 2022), .notApplicable),
            (Applicability(lastYear: 2023), .violated),
            (Applicability(levels: ["town"], lastYear: 2022), .notApplicable),
        ])
    func kinds(_ applicability: Applicability, verdict: Verdict) {
        #expect(judge(Self.suits(applicability), Self.report(level: "town", scope: .own)).verdict == verdict)
    }

    @Test("where the report does not tell its kind, an offence is undetermined with its evidence, and no offence is not applicable")
    func unknown() {
        for applicability in [Applicability(levels: ["town"]), Applicability(scopes: ["own"]), Applicability(firstYear: 2021)] {
            let rule = Self.suits(applicability)
            let unsure = judge(rule, Self.report(year: nil))
            #expect(unsure.verdict == .undetermined)
            #expect(unsure.findings.map(\.severity) == [.note])
            #expect(unsure.findings.map(\.at) == ["suits.review.total"])
            #expect(unsure.findings[0].message.english.contains("not certain that this is required"))
            #expect(judge(rule, Self.report(year: nil, wrong: false)).verdict == .notApplicable)
        }
        #expect(judge(Self.suits(Applicability(scopes: ["unknown"])), Self.report()).verdict == .violated)
    }

    @Test("what fails for certain goes before what is not known")
    func certain() {
        let rule = Self.suits(Applicability(levels: ["town"], lastYear: 2020))
        #expect(judge(rule, Self.report()).verdict == .notApplicable)
    }

    @Test("a comparison of figures decides whether a rule holds")
    func comparisons() {
        let total = "applications.new.total"
        let cases: [(Applicability, Verdict)] = [
            (Self.when(.greater, total), .violated), (Self.when(.greater, total, number: 14), .notApplicable),
            (Self.when(.atLeast, total, number: 14), .violated), (Self.when(.less, total, number: 14), .notApplicable),
            (Self.when(.atMost, total, number: 14), .violated), (Self.when(.equal, total, number: 14), .violated),
            (Self.when(.unequal, total, number: 14), .notApplicable),
            (Self.when(.equal, total, "applications.in.total", number: 17), .violated),
            (Self.when(.equal, "applications.result.refused.*.total", number: 3), .violated),
            // Without last year's report a comparison with it holds for none.
            (Self.when(.greater, "applications.out.total", previous: true), .notApplicable),
        ]
        for (applicability, verdict) in cases {
            #expect(judge(Self.suits(applicability), Self.report()).verdict == verdict, "\(applicability)")
        }
        let compared = judge(
            Self.suits(Self.when(.greater, "applications.out.total", previous: true)), Self.report(), previous: TestReport())
        #expect(compared.verdict == .violated)
    }

    @Test("a figure that is missing makes the rule undetermined, never satisfied, whatever it would come to", arguments: [true, false])
    func missing(isWrong: Bool) {
        var report = Self.report(wrong: isWrong)
        report.figures["applications.new.total"] = ""
        let result = judge(Self.suits(Self.when(.greater, "applications.new.total")), report)
        #expect(result.verdict == .undetermined)
        #expect(result.findings.map(\.at) == ["applications.new.total"])
        // Where the whole table is missing, that is said once, by another rule.
        for key in report.figures.keys where key.hasPrefix("applications.") { report.figures[key] = nil }
        let none = judge(Self.suits(Self.when(.greater, "applications.new.total")), report)
        #expect(none.verdict == .undetermined)
        #expect(none.findings == [])
    }

    @Test("a row that stands for others takes their place in a comparison")
    func substitutes() {
        var report = Self.report()
        report.figures["applications.result.other.first.total"] = nil
        report.figures["applications.result.other.second.total"] = nil
        report.figures["applications.result.other.total"] = "5"
        #expect(judge(Self.suits(Self.when(.equal, "applications.result.other.*.total", number: 5)), report).verdict == .violated)
    }

    @Test("a section that is there, is missing, or says a word decides whether a rule holds")
    func sections() {
        var report = Self.report()
        report.sections[3].paragraphs = ["存在的不足是人手少。"]
        let cases: [(Premise, Verdict)] = [
            (.section("extras", isPresent: true), .notApplicable), (.section("extras", isPresent: false), .violated),
            (.section("problems", isPresent: true), .violated), (.section("problems", isPresent: false), .notApplicable),
            (.words(section: "problems", vocabulary: "evidence", isPresent: true), .violated),
            (.words(section: "problems", vocabulary: "evidence", isPresent: false), .notApplicable),
            (.words(section: "overview", vocabulary: "evidence", isPresent: true), .notApplicable),
            (.words(section: "overview", vocabulary: "evidence", isPresent: false), .violated),
            (.words(section: "extras", vocabulary: "evidence", isPresent: false), .notApplicable),
        ]
        for (premise, verdict) in cases {
            #expect(judge(Self.suits(Applicability(premises: [premise])), report).verdict == verdict, "\(premise)")
        }
    }

    @Test("what could not be read leaves a rule about a section's words undetermined")
    func unread() {
        var report = Self.report()
        report.remarks = [Remark(.picture, at: Place(Locator(section: [1])), detail: "1")]
        let words = Premise.words(section: "overview", vocabulary: "evidence", isPresent: true)
        #expect(judge(Self.suits(Applicability(premises: [words])), report).verdict == .undetermined)
        #expect(judge(Self.suits(Applicability(premises: [.section("problems", isPresent: false)])), report).verdict == .notApplicable)
    }

    @Test("a vocabulary that is not there makes its rule alone undetermined")
    func failing() {
        let broken = rule(
            .equation(SmallForm.suits), id: "A",
            applicability: Applicability(premises: [.words(section: "overview", vocabulary: "gone", isPresent: true)]))
        let result = Engine(pack([broken, rule(.equation(SmallForm.suits), id: "B")])).judge(report: Self.report().report, previous: nil)
        #expect(result.verdicts.map(\.verdict) == [.undetermined, .violated])
    }

    @Test("words of the section make lawful what a condition objects to")
    func exceptions() {
        var report = Self.report()
        let inPlace = WordException(words: .vocabulary("denial"), sections: [])
        #expect(judge(Self.suits(Applicability(), exceptions: [inPlace]), report).verdict == .violated)
        // The finding stands in the section `disputes`.
        report.sections[2].paragraphs = ["经核对，没有发现差错。"]
        let lawful = [WordException(words: .pattern("没有发.差错"), sections: [])]
        #expect(judge(Self.suits(Applicability(), exceptions: lawful), report).verdict == .satisfied)
        let elsewhere = [WordException(words: .pattern("没有发.差错"), sections: ["overview"])]
        #expect(judge(Self.suits(Applicability(), exceptions: elsewhere), report).verdict == .violated)
        let both = elsewhere + [WordException(words: .vocabulary("retrospect"), sections: ["disputes"])]
        report.sections[2].paragraphs.append("上年遗留一件。")
        #expect(judge(Self.suits(Applicability(), exceptions: both), report).verdict == .satisfied)
    }

    @Test("an equality that holds for some reports alone is no ground for a repair of others")
    func repairs() {
        var report = TestReport()
        report.figures["suits.review.total"] = "8"
        let general = rule(.equation(SmallForm.suits), id: "A", advice: "{repair}")
        let limited = rule(
            .equation(
                Equation(
                    instances: .once, left: [SmallForm.term("suits.review.total")], right: [SmallForm.term("suits.court.total")])),
            id: "B", applicability: Applicability(firstYear: 2030))
        let alone = Engine(pack([general])).judge(report: report.report, previous: nil).findings.map(\.advice)
        let beside = Engine(pack([general, limited])).judge(report: report.report, previous: nil).findings.map(\.advice)
        #expect(alone == beside)
    }
}
