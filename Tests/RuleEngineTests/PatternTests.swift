import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Patterns and expressions") struct PatternTests {
    private let requirement = Condition.Requirement.forbidden(pattern: "X{2,}|×{2,}", sections: [], except: ["《[^》]*》"])

    @Test("each match is found with its place and surroundings, but for excepted surroundings") func forbidden() {
        var report = TestReport()
        #expect(judge(requirement, report).verdict == .satisfied)
        report.sections[0].paragraphs = ["我镇收到XX件，依据《XX办法》答复××件。"]
        let result = judge(requirement, report, message: "{found}|{quote}")
        #expect(result.findings.map(\.message.english) == ["XX|我镇收到XX件，依据《XX办法》答复…", "××|…件，依据《XX办法》答复××件。"])
        #expect(result.findings.map(\.at) == ["s1/p1", "s1/p1"])
        #expect(result.findings.map { $0.evidence[0].place.position.column } == [5, 19])
        #expect(Set(result.findings.map(\.fingerprint)).count == 2)
    }

    @Test("only the sections named are searched, headings among them") func sections() {
        var report = TestReport()
        report.preamble = ["XX镇工作年度报告"]
        report.sections[1].subsections = [("（一）XX情况", ["已办结。"])]
        #expect(judge(requirement, report).findings.map(\.at) == ["s0/p1", "s2.1"])
        let narrow = Condition.Requirement.forbidden(pattern: "X{2,}", sections: ["requests"], except: [])
        #expect(judge(narrow, report).findings.map(\.at) == ["s2.1"])
        let elsewhere = Condition.Requirement.forbidden(pattern: "X{2,}", sections: ["extras"], except: [])
        #expect(judge(elsewhere, report).verdict == .notApplicable)
    }

    @Test("a text full of matches ends in a bounded list that says so") func flood() {
        var report = TestReport()
        report.sections[0].paragraphs = [String(repeating: "XX，", count: 10_000)]
        let findings = judge(requirement, report).findings
        #expect(findings.count == 200)
        #expect(findings.count { $0.advice.english.contains("more such places") } == 1)
    }

    @Test(
        "an expression over the report's XML form must be true",
        arguments: [
            ("count(/report/section) = 5", Verdict.satisfied), ("/report[@unit='青禾镇' and @year=2023 and @form='new']", .satisfied),
            ("//section[@key='requests'][@printed=2][@path='s2']/heading", .satisfied), ("//section[@key='extras']", .violated),
            ("//statement[@indicator='applications.new.total'][@value=14][.='收到14件']", .satisfied),
            ("//paragraph[contains(., '有关')][@n=1]", .satisfied), ("false()", .violated),
        ])
    func xpath(test: String, verdict: Verdict) {
        var report = TestReport()
        report.statements = [statement("收到14件", 14, [["applications.new.total"]], agrees: true)]
        #expect(judge(.xpath(test), report).verdict == verdict)
    }

    @Test(
        "what the engine cannot apply makes its rule undetermined, with the reason, and no other",
        arguments: [
            .xpath("//section["), .xpath("sum(1)"), .forbidden(pattern: "(", sections: [], except: []),
            .sectionSubstance(sections: [], hollow: "unheard-of", whenEmpty: true),
            .equation(Equation(instances: .rows(table: "unheard-of", except: []), left: [], right: [])),
        ] as [Condition.Requirement])
    func failure(requirement: Condition.Requirement) {
        let engine = Engine(pack([rule(requirement, id: "A"), rule(.sectionsPresent, id: "B")]))
        let result = engine.judge(report: TestReport().report, previous: nil)
        #expect(result.verdicts.map(\.verdict) == [.undetermined, .satisfied])
        #expect(result.findings.map(\.rule) == ["A"])
        #expect(result.findings.first?.advice.english.contains("rule pack") == true)
    }
}
