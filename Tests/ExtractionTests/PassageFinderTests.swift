import AuditModel
import DocumentModel
import Extraction
import RuleLanguage
import TestSupport
import Testing

@Suite struct PassageFinderTests {
    let grammar = PassageGrammar(
        parts: [
            .init(id: "problems", section: "problems", cues: ["存在问题", "存在的问题", "存在的不足", "还存在"]),
            .init(id: "measures", section: "problems", cues: ["改进情况", "改进措施", "针对上述", "下一步", "针对存在的问题"]),
            .init(id: "earlier", section: "problems", cues: ["上年度存在"]),
        ], vocabularies: [:])

    /// Each passage as `part:text`, labels in brackets.
    private func passages(_ lines: [String], heading: String = "五、存在的主要问题及改进情况") -> [String] {
        let blocks = lines.enumerated().map { Block.paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) }
        let section = Section(
            path: [5], key: "problems", heading: Heading(text: BlockText(heading), ordinal: 5, title: heading), blocks: blocks)
        return dump([section]).dropFirst().map { $0 }
    }

    private func dump(_ sections: [Section]) -> [String] {
        PassageFinder(grammar).passages(in: Document(sections: [Section(path: [0])] + sections)).map {
            let text = "\($0.part ?? "-"):\($0.text)"
            return $0.isLabel ? "[\(text)]" : text
        }
    }

    @Test("Labels open their parts, and each sentence is one passage")
    func labels() {
        #expect(
            passages(["存在问题：一是更新慢；二是解读少。", "改进措施：加强培训。完善制度！"]) == [
                "[problems:存在问题：]", "problems:一是更新慢；", "problems:二是解读少。", "[measures:改进措施：]", "measures:加强培训。",
                "measures:完善制度！",
            ])
    }

    @Test("A label with nothing behind it says nothing")
    func emptyLabel() {
        #expect(passages(["存在问题：", "改进情况", "存在的不足。"]) == ["[problems:存在问题：]", "[measures:改进情况]", "[problems:存在的不足。]"])
    }

    @Test("A cue at the start of a clause opens its part in the middle of a sentence")
    func clauses() {
        #expect(
            passages(["工作取得成效，还存在差距，下一步，我们将加强培训。其余照旧。"]) == [
                "-:工作取得成效，", "problems:还存在差距，", "measures:下一步，我们将加强培训。", "measures:其余照旧。",
            ])
        #expect(passages(["我们发现还存在差距。"]) == ["-:我们发现还存在差距。"])
    }

    @Test("The longest cue wins")
    func longest() {
        #expect(passages(["针对存在的问题，逐项整改。"]) == ["measures:针对存在的问题，逐项整改。"])
    }

    @Test("Blanks, ordinals and full-width marks before a cue do not hinder")
    func leads() {
        #expect(passages(["（一）　存在 问题：更新慢。"]) == ["[problems:（一）　存在 问题：]", "problems:更新慢。"])
        #expect(passages(["2.下一步，加强。"]) == ["measures:2.下一步，加强。"])
    }

    @Test("A heading with cues of two parts settles nothing; one of a single part settles its text; one of none leaves it")
    func headings() {
        func section(_ path: [Int], _ heading: String, _ text: String) -> Section {
            Section(
                path: path, heading: Heading(text: BlockText(heading), ordinal: nil, title: heading),
                blocks: [.paragraph(Paragraph(number: 1, text: BlockText(text)))])
        }
        let top = Section(
            path: [5], key: "problems", heading: Heading(text: BlockText("五、问题"), ordinal: 5, title: "问题"), blocks: [],
            subsections: [
                section([5, 1], "（一）存在的问题", "更新慢。"), section([5, 2], "（二）认识不足", "重视不够。"),
                section([5, 3], "（三）存在的问题及改进措施", "情况如下。"), section([5, 4], "（四）改进措施", "加强培训。"),
            ])
        #expect(
            dump([top]) == [
                "[-:五、问题]", "[problems:（一）存在的问题]", "problems:更新慢。", "[problems:（二）认识不足]", "problems:重视不够。",
                "[-:（三）存在的问题及改进措施]", "-:情况如下。", "[measures:（四）改进措施]", "measures:加强培训。",
            ])
    }

    @Test("Below a heading about last year's problems the word problems means last year's")
    func narrowing() {
        let lines = ["存在问题：一是更新慢。", "改进情况：已经加快。"]
        func section(_ path: [Int], _ heading: String) -> Section {
            Section(
                path: path, heading: Heading(text: BlockText(heading), ordinal: nil, title: heading),
                blocks: lines.enumerated().map { .paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) })
        }
        let top = Section(
            path: [5], key: "problems", subsections: [section([5, 1], "（一）上年度存在的问题及改进情况"), section([5, 2], "（二）本年度情况")])
        #expect(
            dump([top]) == [
                "[-:（一）上年度存在的问题及改进情况]", "[earlier:存在问题：]", "earlier:一是更新慢。", "[measures:改进情况：]", "measures:已经加快。",
                "[measures:（二）本年度情况]", "[problems:存在问题：]", "problems:一是更新慢。", "[measures:改进情况：]", "measures:已经加快。",
            ])
    }

    /// The grammar with words by which sentences tell their part.
    private var telling: PassageGrammar {
        PassageGrammar(
            parts: [
                .init(
                    id: "problems", section: "problems", cues: ["存在问题"], evidence: "faults", denial: "no-faults", tails: "tails"),
                .init(id: "measures", section: "problems", cues: ["改进情况", "下一步"], evidence: "steps"),
                .init(id: "earlier", section: "problems", cues: ["上年度"], covers: ["measures"]),
            ],
            vocabularies: ["faults": ["偏少", "不够"], "no-faults": ["解决…"], "tails": ["的问题", "等问题"], "steps": ["增加", "安排"]])
    }

    private func told(_ lines: [String]) -> [String] {
        let blocks = lines.enumerated().map { Block.paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) }
        let document = Document(sections: [Section(path: [0]), Section(path: [5], key: "problems", blocks: blocks)])
        return PassageFinder(telling).passages(in: document).map { "\($0.isLabel ? "[" : "")\($0.part ?? "-"):\($0.text)" }
    }

    @Test("Where no cue tells, sentences show by their words what part they belong to; solving a problem states none")
    func telltales() {
        #expect(told(["图解偏少。增加图解十期。"]) == ["problems:图解偏少。", "measures:增加图解十期。"])
        #expect(told(["安排专人解决图解偏少的问题。"]) == ["measures:安排专人解决图解偏少的问题。"])
        #expect(told(["全年平稳。"]) == ["-:全年平稳。"])
    }

    @Test("A measure that ends an item does not hide the next problem; measures turn to problems only where a clause closes with one")
    func items() {
        #expect(
            told(["1.图解偏少。下一步，补图。", "2.网页难找。下一步，改版。"]) == [
                "problems:1.图解偏少。", "measures:下一步，补图。", "problems:2.网页难找。", "measures:下一步，改版。",
            ])
        #expect(told(["下一步，补图。图解偏少的科室由专人上门。"]) == ["measures:下一步，补图。", "measures:图解偏少的科室由专人上门。"])
        #expect(told(["下一步，补图。解读存在偏少的问题。"]) == ["measures:下一步，补图。", "problems:解读存在偏少的问题。"])
    }

    @Test("An item of a list that began behind a colon is of the list's part, whatever its words show")
    func listWithinSentence() {
        #expect(
            told(["存在问题：（1）图解偏少；（2）人员安排随意。"]) == ["[problems:存在问题：", "problems:（1）图解偏少；", "problems:（2）人员安排随意。"])
    }

    @Test("An account of the year before in running text ends where the next paragraph states a problem; below its label it goes on")
    func lookingBack() {
        #expect(told(["上年度所提均已办结。", "1.全县图解偏少。"]) == ["earlier:上年度所提均已办结。", "problems:1.全县图解偏少。"])
        #expect(told(["上年度改进情况：", "1.全县图解偏少。", "2.更新不够。"]) == ["[earlier:上年度改进情况：", "earlier:1.全县图解偏少。", "earlier:2.更新不够。"])
        #expect(told(["上年度改进情况：", "1.已办结。", "1.全县图解偏少。"]).last == "problems:1.全县图解偏少。")
        #expect(told(["上年度改进情况：", "1.已办结。", "2.已上墙。", "全县图解偏少。"]).last == "problems:全县图解偏少。")
    }

    @Test("A short sentence that ends with a cue is the title of its paragraph")
    func titles() {
        #expect(told(["（一）上年度改进情况。图解偏少已补。"]) == ["[earlier:（一）上年度改进情况。", "earlier:图解偏少已补。"])
        #expect(told(["（一）存在问题。"]) == ["[problems:（一）存在问题。"])
    }

    /// The grammar with years, words before cues and words that end the account of the year before.
    private func dated(_ lines: [String], year: Int? = 2023) -> [String] {
        let grammar = PassageGrammar(
            parts: [
                .init(
                    id: "problems", section: "problems", cues: ["存在问题", "困难是，"], evidence: "faults", denial: "no-faults", tails: "tails",
                    leads: "leads"),
                .init(id: "measures", section: "problems", cues: ["改进情况", "+1年"], evidence: "steps", leads: "leads"),
                .init(
                    id: "earlier", section: "problems", cues: ["上年度", "-1年", "-1年年报"], covers: ["measures", "problems"], ends: "now"),
            ],
            vocabularies: [
                "faults": ["偏少", "不够", "少，"], "no-faults": ["解决…"], "tails": ["的问题"], "steps": ["增加", "，把"], "leads": ["我局", "从", "的"],
                "now": ["±0年", "今年"],
            ])
        let blocks = lines.enumerated().map { Block.paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) }
        let document = Document(sections: [Section(path: [0]), Section(path: [5], key: "problems", blocks: blocks)])
        return PassageFinder(grammar).passages(in: document, year: year).map { "\($0.isLabel ? "[" : "")\($0.part ?? "-"):\($0.text)" }
    }

    @Test("Years behind the reporting year open a part wherever they are known, in digits of any kind")
    func laterYears() {
        #expect(dated(["2024年，逐步补图。"]) == ["measures:2024年，逐步补图。"])
        #expect(dated(["从２０２４ 年起补图。"]) == ["measures:从２０２４ 年起补图。"])
        #expect(dated(["二〇二四年补图。"]) == ["measures:二〇二四年补图。"])
        #expect(dated(["2024年，逐步补图。"], year: nil) == ["-:2024年，逐步补图。"])
        #expect(dated(["2034年，逐步补图。"]) == ["-:2034年，逐步补图。"])
        #expect(dated(["12024年的编号。"]) == ["-:12024年的编号。"])
    }

    @Test("The year before is an account of it only where this year is set against it; by itself it may be a year left standing")
    func yearBefore() {
        #expect(dated(["2022年，图解偏少。"]) == ["problems:2022年，图解偏少。"])
        #expect(dated(["2022年，图解偏少，后已补齐。", "今年，版面不够。"]) == ["earlier:2022年，图解偏少，后已补齐。", "problems:今年，版面不够。"])
        #expect(dated(["2022年年报说图解偏少。"]) == ["earlier:2022年年报说图解偏少。"])
        #expect(dated(["2022年，存在问题。", "今年平稳。"]).first == "earlier:2022年，存在问题。")
    }

    @Test("A label that says that this year is spoken of ends the account; one of the year before may name problems")
    func ends() {
        #expect(dated(["上年度存在问题：", "图解偏少。"]) == ["[earlier:上年度存在问题：", "earlier:图解偏少。"])
        #expect(dated(["上年度：", "已补图。", "今年新账：图解偏少。"]).suffix(2) == ["[-:今年新账：", "problems:图解偏少。"])
        #expect(dated(["上年度今年存在问题：", "版面。"]) == ["[-:上年度今年存在问题：", "-:版面。"])
    }

    @Test("Words may stand before a cue, and a cue with a comma counts at the end of its clause alone")
    func wordsBeforeCues() {
        #expect(dated(["我局的存在问题较多。"]) == ["problems:我局的存在问题较多。"])
        #expect(dated(["他局存在问题较多。"]) == ["-:他局存在问题较多。"])
        #expect(dated(["全年最大的困难是，人手。"]) == ["problems:全年最大的困难是，人手。"])
        #expect(dated(["全年最大的困难是人手。"]) == ["-:全年最大的困难是人手。"])
    }

    @Test("Words of evidence with a comma show something only where their clause begins or ends")
    func evidenceAtBounds() {
        #expect(dated(["（一）把目录重编。"]) == ["measures:（一）把目录重编。"])
        #expect(dated(["门把松动。"]) == ["-:门把松动。"])
        #expect(dated(["办法多、图解少。"]) == ["problems:办法多、图解少。"])
        #expect(dated(["少数人知晓。"]) == ["-:少数人知晓。"])
    }

    @Test("A list that begins anew behind a list of problems lists what answers them, unless it states problems itself")
    func answers() {
        let problems = ["1.图解偏少。", "2.版面不够。"]
        #expect(dated(problems + ["1.编目录。", "2.添版面。"]).suffix(2) == ["measures:1.编目录。", "measures:2.添版面。"])
        #expect(dated(problems + ["1.视频偏少。", "2.添版面。"]).suffix(2) == ["problems:1.视频偏少。", "problems:2.添版面。"])
    }

    @Test("A label within an item leaves the list as it is")
    func labelsInItems() {
        #expect(
            dated(["1.图解偏少。改进情况：补图。", "2.版面旧。改进情况：换版。"]) == [
                "problems:1.图解偏少。", "[measures:改进情况：", "measures:补图。", "problems:2.版面旧。", "[measures:改进情况：", "measures:换版。",
            ])
    }

    @Test("A heading with nothing below it is a statement of the part above it")
    func emptyHeadings() {
        func section(_ path: [Int], _ heading: String, _ subsections: [Section] = []) -> Section {
            Section(
                path: path, heading: Heading(text: BlockText(heading), ordinal: nil, title: heading), blocks: [],
                subsections: subsections)
        }
        let top = Section(
            path: [5], key: "problems", heading: Heading(text: BlockText("五、问题"), ordinal: 5, title: "问题"), blocks: [],
            subsections: [section([5, 1], "（一）存在问题", [section([5, 1, 1], "1.公开目录陈旧")])])
        #expect(dump([top]) == ["[-:五、问题]", "[problems:（一）存在问题]", "problems:1.公开目录陈旧"])
    }

    @Test("A passage's place is that of its first character")
    func places() {
        let text = BlockText(
            "存在问题：更新慢。\n改进措施：加强。",
            anchors: [
                .init(offset: 0, position: SourcePosition(line: 7, column: 3)),
                .init(offset: "存在问题：更新慢。\n".utf8.count, position: SourcePosition(line: 8, column: 1)),
            ])
        let section = Section(path: [5], key: "problems", blocks: [.paragraph(Paragraph(number: 1, text: text))])
        let found = PassageFinder(grammar).passages(in: Document(sections: [Section(path: [0]), section]))
        #expect(found.map(\.place.locator.description) == Array(repeating: "s5/p1", count: 4))
        #expect(found.map(\.place.position.line) == [7, 7, 8, 8])
        #expect(found.map(\.place.position.column) == [3, 8, 1, 6])
    }

    @Test("Only sections with parts are divided")
    func otherSections() {
        let section = Section(path: [1], key: "overview", blocks: [.paragraph(Paragraph(number: 1, text: BlockText("存在问题：无。")))])
        #expect(PassageFinder(grammar).passages(in: Document(sections: [Section(path: [0]), section])).isEmpty)
    }

    @Test("Published reports divide into problems and measures by the pack's cues", arguments: TablePublished.names)
    func published(_ name: String) throws {
        let pack = try RulePackLoader.load(Project.rules)
        guard let document = try TablePublished.document(name) else { return }
        let found = PassageFinder(pack.passages).passages(in: document)
        let parts = found.filter { !$0.isLabel }.map { $0.part ?? "-" }
        #expect(parts.contains("problems") && parts.contains("measures"))
        #expect(found.allSatisfy { $0.place.position.line != nil && $0.place.position.column != nil && !$0.text.isEmpty })
    }
}
