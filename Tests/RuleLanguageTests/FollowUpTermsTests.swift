import AuditModel
import RuleLanguage
import Testing

@Suite("Conditions on last year's items") struct FollowUpTermsTests {
    private static let condition = """
        <taken-up section="overview" part="thanks" earlier="before" ordinals="first second" common="hollow" evidence="hollow" settled="second"
          minimum="5" threshold="0.12" without-account="note">\(ParameterTests.saying("{similarity}{quote}"))</taken-up>
        """

    private static func files(_ old: String = "", _ new: String = "") -> [String: String] {
        var files = SmallPack.files
        files["rules/sums.xml"] = SmallPack.rules
            .replacing(#"<source ref="law" at="第一条"/>"#, with: #"<source ref="law" at="第一条"/>"# + condition.replacing(old, with: new))
        files["passages.xml"] = SmallPack.passages.replacing(
            "<vocabulary id=\"hollow\">",
            with: """
                <part id="before" section="overview"><cues>上年</cues></part>
                <vocabulary id="first">一是 二是</vocabulary><vocabulary id="second">其一 其二</vocabulary><vocabulary id="hollow">
                """)
        return files
    }

    @Test("all that the condition says is taken over, and the pack's words of it are known")
    func terms() throws {
        let pack = try Folder(Self.files()).load()
        let expected = FollowUpTerms(
            section: "overview", part: "thanks", earlier: "before", ordinals: ["first", "second"], common: "hollow", evidence: "hollow",
            denial: nil, settled: "second", minimum: 5, threshold: try #require(Quantity("0.12")), withoutAccount: .note)
        #expect(pack.rules[0].conditions[0].requirement == .takenUp(expected))
        #expect(pack.followUpTerms == expected)
        #expect(pack.rules[0].conditions[0].requirement.needsPrevious)
        #expect(pack.rules[0].vocabularies.isSuperset(of: ["first", "second", "hollow"]))
    }

    @Test(
        "a name that the pack lacks is refused, and so is a placeholder of other conditions",
        arguments: [
            (#"earlier="before""#, #"earlier="befor""#), (#"ordinals="first second""#, #"ordinals="first third""#),
            (#"common="hollow""#, #"common="hollw""#), (#"part="thanks""#, #"part="hollow""#), ("{similarity}", "{row}"),
            (#"threshold="0.12""#, #"threshold="1.2""#), (#"without-account="note""#, #"without-account="grave""#),
        ])
    func refused(_ old: String, _ new: String) {
        #expect(throws: RulePackError.self) { try Folder(Self.files(old, new)).load() }
    }
}
