import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Schematron") struct SchematronTests {
    /// The rule of one assertion in the last of some contexts of one pattern.
    private static func rule(
        _ contexts: [String], test: String, isReport: Bool = false, lets: [(String, String)] = [], outer: [(String, String)] = [],
        message: [Schematron.Piece] = [.text("m")]
    ) -> Rule {
        let bind = { (pairs: [(String, String)]) in pairs.map { Schematron.Binding(name: $0.0, value: $0.1) } }
        let schema = Schematron(
            path: "\(contexts) \(test)", namespaces: [], bindings: bind(outer),
            patterns: [
                Schematron.Pattern(
                    bindings: [], contexts: contexts.map { Schematron.Context(nodes: $0, bindings: bind(lets)) })
            ])
        return RuleEngineTests.rule(
            .assertion(
                Schematron.Assertion(
                    schema: schema, pattern: 0, context: contexts.count - 1, test: test, isReport: isReport, message: [message, message],
                    advice: [[], []])), id: "SCH")
    }

    private static var report: TestReport {
        var report = TestReport()
        report.sections[0].paragraphs = ["短。", "这一段比较长一些。"]
        report.sections[1].hasTable = true
        return report
    }

    @Test("an assertion is judged at each node of its context, and its text is put together there")
    func assertions() {
        let message: [Schematron.Piece] = [.text("有"), .value("$length"), .text("字的\n "), .name(nil), .text(" of "), .name("..")]
        let rule = Self.rule(
            ["//section[@key='overview']/paragraph"], test: "$length <= $most", lets: [("length", "string-length(.)")],
            outer: [("most", "5")], message: message)
        let result = judge(rule, Self.report)
        #expect(result.verdict == .violated)
        #expect(result.findings.map(\.at) == ["s1/p2"])
        #expect(result.findings.map(\.message.chinese) == ["有9字的 paragraph of section"])
        #expect(result.findings[0].evidence[0].quote == "这一段比较长一些。")
        #expect(judge(Self.rule(["//section/paragraph"], test: "string-length(.) < 50"), Self.report).verdict == .satisfied)
        #expect(judge(Self.rule(["//nothing"], test: "false()"), Self.report).verdict == .notApplicable)
    }

    @Test("a report is the offence where its test is true")
    func reports() {
        let long = Self.rule(["//section[@key='overview']/paragraph"], test: "string-length(.) > 5", isReport: true)
        #expect(judge(long, Self.report).findings.map(\.at) == ["s1/p2"])
        #expect(judge(Self.rule(["//paragraph"], test: "false()", isReport: true), Self.report).verdict == .satisfied)
    }

    @Test("a node belongs to the first context of its pattern that it matches")
    func contexts() {
        let rule = Self.rule(["//section[@key='overview']/paragraph[1]", "//section[@key='overview']/paragraph"], test: "false()")
        #expect(judge(rule, Self.report).findings.map(\.at) == ["s1/p2"])
    }

    @Test("findings stand at sections, headings, tables, cells, attributes, texts and the report")
    func places() {
        let expected = [
            ("//section[@key='overview']", "s1"), ("//section[@key='overview']/heading", "s1"), ("//table", "s2/t1"),
            ("//table/row", "s2/t1"), ("//cell", "s2/t1/r1c1"), ("//cell/@n", "s2/t1/r1c1"), ("//cell/text()", "s2/t1/r1c1"),
            ("/report", "s0"), ("/", "s0"),
        ]
        for (context, place) in expected {
            let findings = judge(Self.rule([context], test: "false()"), Self.report).findings
            #expect(findings.map(\.at) == [place], "\(context)")
        }
        var report = Self.report
        report.statements = [statement("收到14件", 14, [["applications.new.total"]], agrees: true)]
        let said = judge(Self.rule(["//statement"], test: "@agrees = 'false'"), report).findings
        #expect(said.map(\.at) == ["s2/p1"])
        #expect(said[0].evidence[0].quote == "收到14件")
    }

    @Test("an assertion that fails or takes too long is undetermined, and the others are judged")
    func failures() {
        var report = TestReport()
        report.sections[0].paragraphs = Array(repeating: "段", count: 300)
        let costly = Self.rule(["//paragraph"], test: "count(//*[count(//*) > 0]) > 0")
        let result = Engine(
            pack([
                costly.graded(.note), Self.rule(["//section"], test: "sum('x') > 0"), Self.rule(["1 + 1"], test: "true()"),
                Self.rule(["//paragraph"], test: "$gone"), Self.rule(["//paragraph"], test: "false()"),
            ])
        ).judge(report: report.report, previous: nil)
        #expect(result.verdicts.map(\.verdict) == [.undetermined, .undetermined, .undetermined, .undetermined, .violated])
        // The most that one assertion reports, and the four that failed.
        #expect(result.findings.count == 204)
        #expect(result.findings.filter { $0.verdict == .violated }.last?.advice.english.contains("more such places") == true)
    }
}
