import AuditModel
import RuleLanguage
import Testing

@Suite("Parameters of rules") struct ParameterTests {
    static let declarations = """
        <parameter name="alike" type="share" default="0.85">\(meaning)</parameter>
        <parameter name="shortest" type="count" default="100">\(meaning)</parameter>
        <parameter name="jump" type="factor" default="2.5">\(meaning)</parameter>
        <parameter name="least" type="number" default="10.5">\(meaning)</parameter>
        <parameter name="last" type="day" default="01-31">\(meaning)</parameter>
        <when test="visits.noon.total > {least}"/>
        """
    static let meaning = #"<meaning xml:lang="zh-Hans">界限</meaning><meaning xml:lang="en">bound</meaning>"#
    static let conditions = """
        <repetition sections="overview" threshold="{alike}" minimum="{shortest}">\(saying("{alike}"))</repetition>
        <abnormal-change factor="{jump}" minimum="{least}">\(saying("{factor}"))</abnormal-change>
        <deadline><limit levels="hall" day="{last}"/>\(saying("{last}"))</deadline>
        """

    static func saying(_ text: String) -> String {
        ["message", "advice"].map { #"<\#($0) xml:lang="zh-Hans">以\#(text)为限</\#($0)><\#($0) xml:lang="en">bound \#(text)</\#($0)>"# }
            .joined()
    }

    /// The small pack with the parameters and conditions in its first rule, after an edit.
    static func files(_ old: String = "", _ new: String = "") -> [String: String] {
        var files = SmallPack.files
        let rules = SmallPack.rules
            .replacing(#"<source ref="law" at="第一条"/>"#, with: #"<source ref="law" at="第一条"/>"# + declarations + conditions)
        files["rules/sums.xml"] = old.isEmpty ? rules : rules.replacing(old, with: new)
        return files
    }

    @Test("conditions, comparisons, messages and advice hold the values of the parameters that they name")
    func values() throws {
        let rule = try Folder(Self.files()).load().rules[0]
        #expect(rule.parameters.map(\.name) == ["alike", "shortest", "jump", "least", "last"])
        #expect(rule.parameters.map(\.kind) == [.share, .count, .factor, .number, .day])
        #expect(rule.parameters.map(\.value) == ["0.85", "100", "2.5", "10.5", "01-31"])
        #expect(rule.parameters.allSatisfy { $0.standard == $0.value && $0.meaning == LocalizedText(chinese: "界限", english: "bound") })
        #expect(
            rule.conditions.prefix(3).map(\.requirement) == [
                .repetition(
                    sections: ["overview"], parts: [], exempt: [], threshold: try #require(Quantity("0.85")), minimum: 100, prescribed: nil),
                .abnormalChange(factor: try #require(Quantity("2.5")), minimum: try #require(Quantity("10.5")), indicators: []),
                .deadline([.init(levels: ["hall"], scopes: [], month: 1, day: 31, severity: nil)]),
            ])
        // What the engine fills at each finding stays.
        #expect(rule.conditions.prefix(3).map(\.message.english) == ["bound 0.85", "bound {factor}", "bound 01-31"])
        #expect(rule.conditions[0].advice.chinese == "以0.85为限")
        guard case .comparison(let comparison) = rule.applicability?.premises.first else {
            Issue.record("the premise is a comparison")
            return
        }
        #expect(comparison.right == Quantity("10.5"))
    }

    @Test(
        "what a parameter says, and what refers to it, is checked when it is loaded",
        arguments: [
            (#"default="0.85""#, #"default="1.5""#, "1.5"), (#"default="100""#, #"default="1.5""#, "1.5"),
            (#"default="2.5""#, #"default="1""#, "above 1"), (#"default="01-31""#, #"default="02-30""#, "02-30"),
            (#"default="10.5""#, #"default="many""#, "many"), (#"type="share""#, #"type="part""#, "part"),
            (#"name="alike""#, #"name="shortest""#, "shortest"), (#"threshold="{alike}""#, #"threshold="{likeness}""#, "likeness"),
            (#"threshold="{alike}""#, #"threshold="{least}""#, "least"), (#"minimum="{shortest}""#, #"minimum="{alike}""#, "alike"),
            (#"day="{last}""#, #"day="{least}""#, "least"), (#"threshold="{alike}""#, #"threshold="alike""#, "alike"),
            ("> {least}", "> {last}", "last"), ("> {least}", "> {nothing}", "nothing"), ("bound {last}", "bound {latest}", "latest"),
            (#"name="alike""#, #"name="similarity""#, "similarity"), (#"default="100">\#(meaning)"#, #"default="100">"#, "meaning"),
        ])
    func faults(_ old: String, _ new: String, says: String) throws {
        let problems = try Folder(Self.files(old, new)).problems()
        #expect(!problems.isEmpty)
        #expect(problems.contains { $0.fault.text.english.contains(says) || $0.fault.text.chinese.contains(says) }, "\(problems)")
        #expect(problems.allSatisfy { $0.file.hasSuffix("rules/sums.xml") && $0.line > 1 })
    }

    private static func tolerance(_ value: String) -> [String: String] {
        var files = files(#"<when test="visits.noon.total > {least}"/>"#, "")
        files["rules/sums.xml"] = files["rules/sums.xml"]?.replacing("<equation", with: #"<equation tolerance="\#(value)""#)
            .replacing("{computation}", with: "{computation} {least}")
        return files
    }

    @Test(
        "an equation tolerates what it says, itself or by a parameter, and else nothing",
        arguments: [("0.05", "0.05"), ("{least}", "10.5")])
    func tolerance(_ value: String, _ expected: String) throws {
        let tolerances = try [Self.files(), Self.tolerance(value)].map { files in
            try Folder(files).load().rules[0].conditions.compactMap { condition -> Quantity? in
                if case .equation(let equation) = condition.requirement { equation.tolerance } else { nil }
            }
        }
        #expect(tolerances == [[.zero], [try #require(Quantity(expected))]])
    }

    @Test(
        "a tolerance that is no number, is negative or is another kind of parameter is refused",
        arguments: [
            ("-0.1", "-0.1"), ("1e3", "1e3"), ("some", "some"), ("", "tolerance"), ("0.00000000000000000001", "0.00000000000000000001"),
            ("{alike}", "alike"), ("{jump}", "jump"), ("{last}", "last"), ("{nothing}", "nothing"),
        ])
    func badTolerance(_ value: String, says: String) throws {
        let problems = try Folder(Self.tolerance(value)).problems()
        #expect(problems.contains { $0.fault.text.english.contains(says) }, "\(problems)")
        #expect(problems.allSatisfy { $0.file.hasSuffix("rules/sums.xml") && $0.line > 1 })
    }

    @Test("a parameter that nothing in the rule uses is refused")
    func unused() throws {
        let extra = #"<parameter name="idle" type="count" default="1">"# + Self.meaning + "</parameter><when"
        let problems = try Folder(Self.files("<when", extra)).problems()
        #expect(problems.map(\.fault) == [.parameterUnused("idle")])
    }
}
