import AuditModel
import RuleLanguage
import Testing

@Suite struct BuiltPackTests {
    private func load(_ edit: (inout [String: String]) -> Void = { _ in }) throws -> (pack: RulePack, cases: [RuleCase]) {
        var files = SmallPack.files
        edit(&files)
        let folder = try Folder(files)
        return (try folder.load(), try folder.cases())
    }

    @Test("a form's grid has figures where rows say, and labels in both languages")
    func form() throws {
        let form = try #require(try load().pack.forms.first)
        #expect(
            form.indicators.map(\.id) == ["visits.morning.adults", "visits.morning.children", "visits.morning.total", "visits.noon.total"])
        #expect(form.tables.first?.grid == [[0, 1, 2], [nil, nil, 3]])
        #expect(form.indicators.first?.label == LocalizedText(chinese: "上午·成人", english: "morning, adults"))
        #expect(form.section("visits")?.context == [StatementGrammar.Feature(dimension: "topic", value: "visit")])
        #expect(form.section("overview")?.required == true)
    }

    @Test("words have their roles, and figures their features and readings")
    func statements() throws {
        let grammar = try load().pack.statements
        #expect(grammar.sections == ["overview", "visits"])
        #expect(
            grammar.words == [
                .init(text: "来访", role: .head([.init(dimension: "topic", value: "visit")])),
                .init(text: "成人", role: .feature([.init(dimension: "visitor", value: "adults")])),
                .init(text: "人", role: .measure(unit: "person", factor: Quantity(1))),
                .init(text: "名", role: .measure(unit: "person", factor: Quantity(1))),
                .init(text: "来信", role: .blocker(reason: "letters")),
            ])
        let figure = try #require(grammar.figures.first)
        #expect(figure.requires == ["topic": ["visit"]])
        #expect(figure.readings == [["visits.morning.{visitor}"]])
        #expect(figure.scale == Quantity(1))
        #expect(figure.severity == nil)
        #expect(grammar.dimension("visitor")?.expansions == ["anyone": ["adults", "children"]])
        #expect(grammar.dimension("visitor")?.joins == [.init(value: "anyone", parts: ["adults", "children"])])
        #expect(grammar.dimension("visitor")?.kind == .party)
        #expect(grammar.reason("letters").english == "letters are no visits")
    }

    @Test("a brief word may have another role besides, which stays as it is")
    func briefWords() throws {
        let letters = #"<words role="blocker" reason="letters">来信</words>"#
        let grammar = try load { files in
            files["statements.xml"] = SmallPack.statements.replacing(
                letters, with: letters + #"<words role="brief" feature="visitor=adults">来信</words>"#)
        }.pack.statements
        #expect(
            grammar.words.filter { $0.text == "来信" }.map(\.role) == [
                .blocker(reason: "letters"), .brief([.init(dimension: "visitor", value: "adults")]),
            ])
    }

    @Test("rules cite their sources by name, hold their conditions in order and count their cases")
    func rules() throws {
        let rules = try load().pack.rules
        #expect(rules.map(\.id) == ["SUM-01", "TEXT-01"])
        #expect(rules.map(\.caseCount) == [1, 2])
        #expect(rules[0].sources == [Citation(instrument: "law", document: "某法", at: "第一条")])
        #expect(rules[1].sources == [Citation(instrument: "law", document: "某法", at: nil)])
        #expect(rules[0].forms == ["2021"])
        let equation = Equation(
            instances: .rows(table: "visits", except: ["noon"]),
            left: ["adults", "children"].map { .init(isNegative: false, isPrevious: false, pattern: "visits.{row}.\($0)") },
            right: [.init(isNegative: false, isPrevious: false, pattern: "visits.{row}.total")])
        #expect(rules[0].conditions.map(\.requirement) == [.equation(equation)])
        #expect(
            rules[1].conditions.map(\.requirement) == [
                .sectionSubstance(sections: ["overview"], hollow: "hollow", whenEmpty: true),
                .account(section: "overview", parts: ["thanks"], evidence: "hollow", denial: nil),
                .forbidden(pattern: "某+", sections: [], except: ["某某"]),
                .xpath("count(//section) > 1"),
            ])
        #expect(rules[1].conditions.map(\.severity) == [nil, nil, .query, nil])
        #expect(rules[0].conditions[0].message.chinese == "{row}：{computation}")
    }

    @Test("terms may be subtracted and may be last year's")
    func equation() throws {
        let pack = try load { files in
            files["rules/sums.xml"] = SmallPack.rules.replacing(
                "visits.{row}.adults + visits.{row}.children = visits.{row}.total",
                with: "\n  - visits.{row}.adults − previous( visits.*.total )\n = visits.{row}.total -visits.noon.total")
        }.pack
        guard case .equation(let equation) = pack.rules[0].conditions[0].requirement else {
            Issue.record("the condition is an equation")
            return
        }
        #expect(equation.left.map(\.isNegative) == [true, true])
        #expect(equation.left.map(\.isPrevious) == [false, true])
        #expect(equation.left.map(\.pattern) == ["visits.{row}.adults", "visits.*.total"])
        #expect(equation.right.map(\.isNegative) == [false, true])
        #expect(equation.needsPrevious)
    }

    @Test("cases come with what is in their cells and texts")
    func cases() throws {
        let cases = try load().cases
        #expect(cases.map(\.rule) == ["SUM-01", "TEXT-01", "TEXT-01"])
        #expect(cases.map(\.number) == [1, 1, 2])
        #expect(cases.map(\.verdict) == [.violated, .satisfied, .undetermined])
        #expect(cases.map(\.places) == [["visits.morning.total"], [], ["s1/p1", "s2/t1/r1c2"]])
        #expect(cases.map(\.form) == ["2021", "2021", "2021"])
        #expect(cases[0].place.hasSuffix("/rules/sums.xml:13:5"))
        #expect(
            cases[0].report
                == .made(
                    .init(
                        title: nil, others: .content("0"),
                        figures: [
                            .init(indicator: "visits.morning.adults", cell: .content("2")),
                            .init(indicator: "visits.morning.children", cell: .content("")),
                            .init(indicator: "visits.noon.total", cell: .absent),
                        ], texts: [.init(section: "overview", paragraphs: ["第一段。", "第二段。"])])))
        #expect(cases[0].previous == .text("某馆2022年度报告\n"))
        #expect(cases[1].report == .made(.init(title: nil, others: .content("0"), figures: [], texts: [])))
    }

    @Test("Chinese text broken over lines has no spaces put in, and English text has")
    func lines() throws {
        let pack = try load { files in
            files["rules/sums.xml"] = SmallPack.rules.replacing("没有致谢", with: "\n  没有\n  致谢\n").replacing(
                "no thanks", with: "no\n  thanks ")
        }.pack
        #expect(pack.rules[1].conditions[1].message == LocalizedText(chinese: "没有致谢", english: "no thanks"))
    }
}

extension String {
    /// The text with each occurrence of another in place of one.
    fileprivate func replacing(_ old: String, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
