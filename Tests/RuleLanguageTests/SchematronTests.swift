import AuditModel
import RuleLanguage
import Testing

@Suite("Schematron schemas as parts of packs") struct SchematronTests {
    static let whole = """
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xpath" xml:lang="zh-Hans" defaultPhase="all">
          <title>某馆格式要求</title>
          <ns prefix="g" uri="urn:g"/>
          <phase id="all"><active pattern="long"/><active pattern="cells"/></phase>
          <let name="most" value="10"/>
          <pattern id="long">
            <title>段落</title>
            <let name="sections" value="//section"/>
            <rule context="section/paragraph | /report/g:note['a|b']" role="info">
              <let name="length" value="string-length(.)"/>
              <report id="SCH-01" role="warning" test="$length > $most" see="第一条" diagnostics="what en">有<value-of select="$length"/>字的<name/></report>
              <assert id="SCH-02" test="count($sections) > 1">只有一章</assert>
            </rule>
          </pattern>
          <pattern id="cells"><rule context="cell"><assert id="SCH-03" test="@kind"><emph>没有</emph>数</assert></rule></pattern>
          <pattern id="idle"><rule context="cell"><assert id="SCH-04" test="true()">无</assert></rule></pattern>
          <diagnostics>
            <diagnostic id="what">请分段。</diagnostic>
            <diagnostic id="en" xml:lang="en">has <value-of select="$length"/> characters</diagnostic>
          </diagnostics>
        </schema>
        """

    private static func files(_ schema: String) -> [String: String] {
        var files = SmallPack.files
        files["rules/checks.sch"] = schema
        files["pack.xml"] = SmallPack.manifest.replacing("</pack>", with: #"<part file="rules/checks.sch"/></pack>"#)
        return files
    }

    @Test("each assertion of an active pattern is a rule of its id")
    func whole() throws {
        let rules = try Folder(Self.files(Self.whole)).load().rules.filter { $0.id.hasPrefix("SCH") }
        #expect(rules.map(\.id) == ["SCH-01", "SCH-02", "SCH-03"])
        #expect(rules.map(\.severity) == [.query, .note, .error])
        #expect(rules.map(\.title.chinese) == ["段落", "段落", "没有数"])
        #expect(rules[0].sources == [Citation(document: "某馆格式要求", at: "第一条")])
        #expect(rules[0].conditions[0].message.chinese == "有{$length}字的{name}")
        #expect(rules[0].conditions[0].message.english == "has {$length} characters")
        #expect(rules[0].conditions[0].advice.chinese == "请分段。")
        guard case .assertion(let assertion) = rules[0].conditions[0].requirement else {
            Issue.record("the condition is an assertion")
            return
        }
        #expect(assertion.isReport)
        #expect(assertion.schema.bindings == [.init(name: "most", value: "10")])
        #expect(assertion.schema.namespaces == [.init(prefix: "g", name: "urn:g")])
        #expect(assertion.schema.patterns.map(\.bindings.count) == [1, 0])
        #expect(assertion.schema.patterns[0].contexts[0].nodes == "//section/paragraph | /report/g:note['a|b']")
    }

    @Test(
        "what is not understood is refused with its place",
        arguments: [
            (#"queryBinding="xpath""#, #"queryBinding="xslt2""#, 1, "xslt2"), (#"defaultPhase="all""#, #"defaultPhase="none""#, 1, "none"),
            ("<ns prefix", #"<include href="x.sch"/><ns prefix"#, 3, "<include>"), (#"<let name="most""#, #"<key name="most""#, 5, "<key>"),
            (#"<pattern id="cells">"#, #"<pattern id="cells" abstract="true">"#, 15, "abstract"),
            (#"<pattern id="cells">"#, #"<pattern id="cells" is-a="long">"#, 15, "is-a"),
            (#"<active pattern="cells"/>"#, #"<active pattern="cell"/>"#, 4, "cell"),
            (#"<rule context="cell"><assert id="SCH-03""#, #"<rule abstract="true" context="cell"><assert id="SCH-03""#, 15, "abstract"),
            (
                #"<rule context="cell"><assert id="SCH-03""#, #"<rule context="cell"><extends rule="a"/><assert id="SCH-03""#, 15,
                "<extends>"
            ),
            (#"<rule context="cell"><assert id="SCH-03""#, #"<rule><assert id="SCH-03""#, 15, "context"),
            (#"<rule context="cell"><assert id="SCH-03""#, #"<rule context="cell["><assert id="SCH-03""#, 15, "XPath"),
            (#"id="SCH-03""#, #"id="third""#, 15, "third"), (#"id="SCH-03""#, "", 15, "id"),
            (#"id="SCH-03""#, #"id="SCH-01""#, 15, "SCH-01"),
            (#"id="SCH-03""#, #"id="SUM-01""#, 15, "SUM-01"), (#"test="@kind""#, #"test="@kind ="#, 15, "XPath"),
            (#"test="@kind""#, "", 15, "test"),
            (#"test="@kind""#, #"test="current()/@kind""#, 15, "current"), (#"test="@kind""#, #"test="$length > 1""#, 15, "length"),
            (#"role="warning""#, #"role="grave""#, 11, "grave"), (#"diagnostics="what en""#, #"diagnostics="why""#, 11, "why"),
            (#"<value-of select="$length"/>字"#, #"<value-of select="$breadth"/>字"#, 11, "breadth"),
            (#"<value-of select="$length"/>字"#, "<b>字</b>", 11, "<b>"), (#"value="10""#, #"value="$length""#, 5, "variable"),
            (#"<let name="length""#, #"<let name="most""#, 10, "most"), ("<emph>", #"<assert subject="x"/><emph>"#, 15, "<assert>"),
        ])
    func faults(_ old: String, _ new: String, line: Int, says: String) throws {
        let text = new.hasSuffix("@kind =") ? Self.whole.replacing(old, with: new + "\"") : Self.whole.replacing(old, with: new)
        let folder = try Folder(Self.files(text))
        let problems = folder.problems()
        #expect(
            problems.contains {
                folder.place($0).hasPrefix("rules/checks.sch:\(line):") && ($0.fault.text.english.contains(says) || "\($0)".contains(says))
            }, "\(problems)")
    }

    @Test("a schema without its namespace is no part of a pack")
    func namespace() throws {
        let text = Self.whole.replacing(#" xmlns="http://purl.oclc.org/dsdl/schematron""#, with: "")
        #expect(try !Folder(Self.files(text)).problems().isEmpty)
    }
}
