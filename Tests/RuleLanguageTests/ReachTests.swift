import AuditModel
import RuleLanguage
import Testing

@Suite("For which reports rules hold") struct ReachTests {
    private static let opening = #"<rule id="SUM-01" severity="error" forms="2021">"#
    private static let equation = #"<equation for-each="rows" table="visits" except="noon">"#
    private static let require = "<require>visits.{row}.adults + visits.{row}.children = visits.{row}.total</require>"

    /// The small pack with attributes on its first rule, `when` behind its source, attributes and elements on its first condition.
    private static func files(_ attributes: String = "", when: String = "", condition: String = "", within: String = "") -> [String: String]
    {
        var files = SmallPack.files
        files["rules/sums.xml"] = SmallPack.rules
            .replacing(opening, with: opening.dropLast() + attributes + ">")
            .replacing(#"<source ref="law" at="第一条"/>"#, with: #"<source ref="law" at="第一条"/>"# + when)
            .replacing(equation, with: equation.dropLast() + condition + ">")
            .replacing(require, with: require + within)
        return files
    }

    @Test("a rule without limits holds for all reports")
    func always() throws {
        let rules = try Folder(Self.files()).load().rules
        #expect(
            rules.allSatisfy { $0.applicability == nil && $0.conditions.allSatisfy { $0.applicability == nil && $0.exceptions.isEmpty } })
    }

    @Test("levels, scopes, years and premises are read")
    func rule() throws {
        let rule = try Folder(
            Self.files(
                #" levels="hall park" scopes="own unknown" from="2021" until="2024""#,
                when: """
                    <when test="visits.morning.adults + visits.*.children - 2.5 >= previous(visits.noon.total) + 1"/>
                    <when section="overview" present="false"/><when section="visits" mentions="hollow"/>
                    <when section="visits" lacks="hollow"/>
                    """)
        ).load().rules[0]
        let term = { (pattern: String, previous: Bool) in Equation.Term(isNegative: false, isPrevious: previous, pattern: pattern) }
        let figures = Equation(
            instances: .once, left: [term("visits.morning.adults", false), term("visits.*.children", false)],
            right: [term("visits.noon.total", true)])
        #expect(
            rule.applicability
                == Applicability(
                    levels: ["hall", "park"], scopes: ["own", "unknown"], firstYear: 2021, lastYear: 2024,
                    premises: [
                        .comparison(
                            FigureComparison(figures: figures, left: -(Quantity("2.5") ?? .zero), right: Quantity(1), relation: .atLeast)),
                        .section("overview", isPresent: false), .words(section: "visits", vocabulary: "hollow", isPresent: true),
                        .words(section: "visits", vocabulary: "hollow", isPresent: false),
                    ]))
    }

    @Test("a condition has limits and exceptions of its own")
    func condition() throws {
        let rule = try Folder(
            Self.files(
                condition: #" levels="hall" until="2020""#,
                within: #"<when test="visits.noon.total &lt; 3"/><unless words="hollow" sections="visits"/><unless pattern="因.+除外"/>"#)
        ).load().rules[0]
        #expect(rule.applicability == nil)
        let condition = rule.conditions[0]
        #expect(condition.applicability?.levels == ["hall"])
        #expect(condition.applicability?.lastYear == 2020)
        #expect(condition.applicability?.premises.count == 1)
        #expect(
            condition.exceptions == [
                WordException(words: .vocabulary("hollow"), sections: ["visits"]), WordException(words: .pattern("因.+除外"), sections: []),
            ])
    }

    @Test(
        "what a limit says is checked when it is loaded",
        arguments: [
            (files(#" levels="hall garden""#), 2, "garden"),
            (files(#" from="2024" until="2021""#), 2, "no year lies"),
            (files(#" scopes="mine""#), 2, "mine"),
            (files(when: "<when/>"), 5, "test"),
            (files(when: #"<when section="overview"/>"#), 5, "present"),
            (files(when: #"<when section="over" present="true"/>"#), 5, "over"),
            (files(when: #"<when section="overview" mentions="words"/>"#), 5, "words"),
            (files(when: #"<when section="overview" present="true" lacks="hollow"/>"#), 5, "lacks"),
            (files(when: #"<when test="visits.noon.total > 1" section="visits"/>"#), 5, "section"),
            (files(when: #"<when test="visits.noon.totals > 1"/>"#), 5, "visits.noon.totals"),
            (files(when: #"<when test="visits.noon.total + 1"/>"#), 5, "is due here"),
            (files(when: #"<when test="1 &lt; 2"/>"#), 5, "neither side"),
            (files(when: #"<when test="visits.noon.total > {few}"/>"#), 5, "few"),
            (files(when: #"<when test="visits.{row}.total > 1"/>"#), 5, "{row}"),
            (files(when: #"<when test="visits.noon.total > 1.2.3"/>"#), 5, "no number"),
            (files(when: #"<when test="visits.noon.total = 1 = 2"/>"#), 5, "is due here"),
            (files(within: "<unless/>"), 7, "words"),
            (files(within: #"<unless words="word"/>"#), 7, "word"),
            (files(within: #"<unless words="hollow" pattern="a"/>"#), 7, "words"),
            (files(within: #"<unless pattern="(a"/>"#), 7, "RE2"),
            (files(within: #"<unless words="hollow" sections="end"/>"#), 7, "end"),
        ])
    func faults(_ files: [String: String], line: Int, says: String) throws {
        let folder = try Folder(files)
        let problems = folder.problems()
        let first = try #require(problems.first)
        #expect(folder.place(first).hasPrefix("rules/sums.xml:\(line):"), "\(problems)")
        #expect(first.fault.text.english.contains(says) || first.fault.text.chinese.contains(says), "\(first)")
    }
}
