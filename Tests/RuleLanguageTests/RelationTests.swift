import AuditModel
import RuleLanguage
import Testing

@Suite("Relations and claim words in packs") struct RelationTests {
    private static func files(_ inner: String, statements: (String, String)? = nil) -> [String: String] {
        var files = SmallPack.files
        let texts = """
            <message xml:lang="zh-Hans">{row}：{left}</message><message xml:lang="en">{row}: {left}</message>
            <advice xml:lang="zh-Hans">请核对。</advice><advice xml:lang="en">Check it.</advice>
            """
        files["rules/sums.xml"] = SmallPack.rules.replacing(
            #"<equation for-each"#, with: "<relation for-each=\"rows\" table=\"visits\">\(inner)\(texts)</relation><equation for-each")
        if let (old, new) = statements { files["statements.xml"] = SmallPack.statements.replacing(old, with: new) }
        return files
    }

    @Test("factors, numbers, last year's figures and what is given are read") func relation() throws {
        let rule = try Folder(
            Self.files(
                "<given>visits.{row}.total ≥ 20</given><require>2 × visits.{row}.total - 1.5 &lt; previous(visits.{row}.total)</require>")
        ).load().rules[0]
        func figures(_ previous: Bool) -> Equation.Term {
            Equation.Term(isNegative: false, isPrevious: previous, pattern: "visits.{row}.total")
        }
        let half = Quantity("1.5") ?? .zero
        #expect(
            rule.conditions[0].requirement
                == .relation(
                    RelationRequirement(
                        instances: .rows(table: "visits", except: []),
                        given: [
                            Relation(
                                left: [.init(factor: Quantity(1), figures: figures(false))], sign: .atLeast,
                                right: [.init(factor: Quantity(20), figures: nil)])
                        ],
                        required: Relation(
                            left: [.init(factor: Quantity(2), figures: figures(false)), .init(factor: -half, figures: nil)], sign: .less,
                            right: [.init(factor: Quantity(1), figures: figures(true))]), forms: [])))
    }

    @Test(
        "what cannot be compared is refused",
        arguments: [
            "<require>visits.{row}.total</require>", "<require>2 &lt; 3</require>", "<require>visits.{row}.totals &lt; 3</require>",
            "<require>2 × 3 &lt; visits.{row}.total</require>", "<require>visits.{column}.total &lt; 3</require>",
            "<given>visits.{row}.total &gt; 3</given>",
        ])
    func broken(inner: String) throws { #expect(!(try Folder(Self.files(inner)).problems()).isEmpty) }

    private static let require = "<require>visits.{row}.total &lt; 3</require>"

    @Test(
        "claim words and the figures that they are judged by belong together",
        arguments: [
            (#"<claim-words role="rise">增长</claim-words>"#, "", true),
            (#"<claim-words role="outcome" outcome="done">办结</claim-words>"#, "", false),
            (#"<claim-words role="outcome" outcome="done">办结</claim-words>"#, "done", true),
            (#"<claim-words role="outcome">办结</claim-words>"#, "done", false),
            (#"<claim-words role="rise">增长 增长</claim-words>"#, "", false),
            (#"<claim-words role="rise" value="2">增长</claim-words>"#, "", false), ("", "unheard-of", false), ("", "share", true),
        ])
    func claims(words: String, claim: String, isSound: Bool) throws {
        let figure = """
            <figure id="claimed" claim="\(claim)" requires="topic=visit" units="person"><name xml:lang="zh-Hans">甲</name>
            <name xml:lang="en">a</name><reading>visits.noon.total</reading></figure></statements>
            """
        var files = Self.files(Self.require, statements: (#"<reason id="letters">"#, words + #"<reason id="letters">"#))
        if !claim.isEmpty { files["statements.xml"] = files["statements.xml"]?.replacing("</statements>", with: figure) }
        #expect((try Folder(files).problems()).isEmpty == isSound)
    }
}
