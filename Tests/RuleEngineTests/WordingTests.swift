import AuditModel
import DocumentModel
import RuleEngine
import Testing

@Suite("Headings, lists and slips") struct WordingTests {
    @Test("a heading a character or two off is misspelt; one further off is worded otherwise; particles and additions are neither")
    func headings() {
        func verdicts(_ title: String) -> [Verdict?] {
            var report = TestReport()
            report.sections[3].title = title
            return [true, false].map { judge(.headingsWorded(misspelt: $0), report).verdict }
        }
        #expect(verdicts("问题与改进") == [.satisfied, .satisfied])
        #expect(verdicts("问题和改进") == [.satisfied, .satisfied])
        #expect(verdicts("存在的问题与改进") == [.satisfied, .satisfied])
        #expect(verdicts("问题与改迸") == [.violated, .satisfied])
        #expect(verdicts("差距与今后努力的方向") == [.satisfied, .violated])
    }

    @Test("what is not mentioned makes one finding, in texts that are long enough") func mentions() {
        var report = TestReport()
        report.sections[0].paragraphs = ["工作仍有不足，存在问题。"]
        let requirement = Condition.Requirement.mentions(section: "overview", vocabularies: ["evidence", "retrospect"], minimum: 5)
        let result = judge(requirement, report, message: "{expected}")
        #expect(result.findings.map(\.message.chinese) == ["上年"])
        #expect(judge(.mentions(section: "overview", vocabularies: ["retrospect"], minimum: 50), report).verdict == .notApplicable)
        #expect(judge(.mentions(section: "extras", vocabularies: ["retrospect"], minimum: 1), report).verdict == .notApplicable)
        #expect(judge(.sectionLength(section: "overview", maximum: 12), report).verdict == .satisfied)
        #expect(judge(.sectionLength(section: "overview", maximum: 11), report).verdict == .violated)
    }

    @Test("as many parts as are announced", arguments: [("四", Verdict.satisfied), ("4", .satisfied), ("十二", .violated), ("五", .violated)])
    func parts(number: String, verdict: Verdict) {
        var report = TestReport()
        report.preamble.append("本报告由\(number)部分组成。")
        #expect(judge(.partsAnnounced(pattern: "报告由(.{1,2}?)部分"), report).verdict == verdict)
        #expect(judge(.partsAnnounced(pattern: "报告由(.{1,2}?)部分"), TestReport()).verdict == .notApplicable)
    }

    @Test(
        "a list goes on in order; one may start anew",
        arguments: [
            ("一是甲。二是乙。三是丙。", []), ("一是甲；三是丙。", ["三是/二是"]), ("一是甲，二是乙，二是丙。", ["二是/三是"]),
            ("一是甲。二是乙。一是丙。二是丁。", []), ("首先甲，二是乙。", []), ("这一是甲，不是三是丙。", []),
        ])
    func lists(text: String, expected: [String]) {
        var report = TestReport()
        report.sections[0].paragraphs = [text]
        #expect(
            judge(.enumerations(vocabulary: "ordinals"), report, message: "{found}/{expected}").findings.map(\.message.english) == expected)
    }

    @Test(
        "every bracket has its partner, over the end of a paragraph at most",
        arguments: [
            ("依据《条例（试行）》（2019年）办理。", []), ("依据《条例办理。", ["《"]), ("收到3件（含结转1件。", ["（"]), ("30号）文件。", ["）"]),
            ("1）公开；\n2)受理；三）答复。", []), ("收到3件(含结转1件）。", []), ("依据《条例\n（试行）》办理。", []), ("〔2021〕30号】。", ["】"]),
        ])
    func brackets(text: String, expected: [String]) {
        var report = TestReport()
        report.sections[0].paragraphs = text.split(separator: "\n").map(String.init)
        #expect(judge(.bracketsPaired, report, message: "{found}").findings.map(\.message.english) == expected)
    }

    @Test(
        "words that stand twice are found, lawful ones and ends of words aside",
        arguments: [
            ("学习精神精神要求。", ["精神精神"]), ("信息公开信息公开工作。", ["信息公开信息公开"]), ("一个一个办。", []), ("规范规范化建设。", []),
            ("人人、天天、哈哈哈哈。", []), ("2024年2024年", []), ("公开，公开", []),
        ])
    func doubled(text: String, expected: [String]) {
        var report = TestReport()
        report.sections[0].paragraphs = [text]
        let requirement = Condition.Requirement.wordsDoubled(lawful: "reduplications", endings: "endings")
        #expect(judge(requirement, report, message: "{found}").findings.map(\.message.english) == expected)
    }

    @Test("a sentence that stands twice is found once, at the later place; one with figures only in its own section") func repeated() {
        var report = TestReport()
        let sentence = "坚持公开为常态不公开为例外"
        report.sections[0].paragraphs = [sentence + "。" + sentence + "。", "答复申请十件共三百字有余3件。"]
        report.sections[1].paragraphs = ["答复申请十件共三百字有余3件。", sentence + "。"]
        let result = judge(.sentencesRepeated(minimum: 10, prescribed: "prescribed"), report)
        #expect(result.findings.map(\.at) == ["s1/p1", "s2/p2"])
        #expect(judge(.sentencesRepeated(minimum: 30, prescribed: "prescribed"), report).verdict == .notApplicable)
    }

    @Test("a title that a page shows twice is no sentence that stands twice") func repeatedTitle() {
        var report = TestReport()
        let title = "坚持公开为常态不公开为例外"
        report.preamble = [title, title]
        let requirement = Condition.Requirement.sentencesRepeated(minimum: 10, prescribed: "prescribed")
        #expect(judge(requirement, report).findings.isEmpty)
        report.preamble = [title + "。" + title + "。"]
        #expect(judge(requirement, report).findings.map(\.at) == ["s0/p1"])
    }

    @Test("a unit is called by what its name has", arguments: [("青禾镇", Verdict.satisfied), ("青禾县水务局", .violated), ("青禾镇水务局", .satisfied)])
    func names(unit: String, verdict: Verdict) {
        var report = TestReport()
        report.identity = Identity(unit: unit, year: 2023)
        report.sections[0].paragraphs = ["我镇公开信息9条。"]
        let names = [Condition.Requirement.SelfName(words: ["我镇"], kinds: ["镇"])]
        #expect(judge(.selfNames(names), report).verdict == verdict)
    }

    @Test("a table that is last year's over again is found, small numbers aside") func repeatedFigures() {
        let requirement = Condition.Requirement.figuresRepeated(table: "applications", minimum: 3)
        #expect(judge(requirement, TestReport(), previous: TestReport()).verdict == .violated)
        #expect(judge(requirement, TestReport()).verdict == .notApplicable)
        var changed = TestReport()
        changed.figures["applications.new.total"] = "99"
        #expect(judge(requirement, TestReport(), previous: changed).verdict == .satisfied)
        #expect(
            judge(.figuresRepeated(table: "applications", minimum: 300), TestReport(), previous: TestReport()).verdict == .notApplicable)
    }

    @Test("a year that a pattern catches is the reporting year") func years() {
        var report = TestReport()
        report.sections[0].paragraphs = ["现将２０２２年工作报告如下。", "现将2023年工作报告如下。", "现将1998年工作报告如下。"]
        let result = judge(.yearNamed(pattern: "现将([0-9０-９]{4})年"), report, message: "{found}/{expected}")
        #expect(result.findings.map(\.message.english) == ["2022/2023"])
    }
}
