import AuditModel
import DocumentModel
import Testing

@testable import RuleEngine

@Suite("Last year's problems and measures in this year's report")
struct FollowUpTests {
    private static let terms = FollowUpTerms(
        section: "problems", part: "faults", earlier: "before", ordinals: ["ordinals"], common: "common", evidence: "evidence",
        denial: "denial", settled: "settled", minimum: 5, threshold: Quantity(significand: 12, scale: 2), withoutAccount: .note)

    /// A report whose section of problems has one paragraph for each text, all of one part each.
    private static func report(_ texts: [(part: String?, text: String)], overview: [String] = [], year: Int = 2023) -> TestReport {
        var report = TestReport()
        report.identity = Identity(unit: "青禾镇", year: year)
        if !overview.isEmpty { report.sections[0].paragraphs = overview }
        report.sections[3].paragraphs = texts.map(\.text)
        report.passages = texts.enumerated().flatMap { number, item in
            let locator = Locator(section: [4], part: .paragraph(number + 1))
            let block = BlockText(item.text, at: SourcePosition(line: 10 + 2 * number, column: 1))
            var start = 0
            return item.text.split(separator: "。").map { sentence in
                let text = sentence + "。"
                defer { start += text.utf8.count }
                return Passage(
                    section: "problems", part: item.part, isLabel: false, text: String(text),
                    place: Place(locator, block.position(atOffset: start)))
            }
        }
        return report
    }

    private static func followUps(_ new: TestReport, _ old: TestReport) -> [FollowUp] {
        Engine(pack([rule(.takenUp(terms))])).followUps(of: new.report, since: old.report)
    }

    private static let old = report([
        ("faults", "一是渡口班次牌锈蚀看不清，二是山塘水位缺少标尺，三是祠堂修缮账目公示不够。"), ("steps", "一是换新班次牌，二是山塘边立水位尺。"),
    ])

    @Test(
        "items are told by words, by printed ordinals of any kind, and without any by sentences",
        arguments: [
            "一是渡口班次牌锈蚀，二是山塘水位没有公示，三是祠堂账目不够细。", "1.渡口班次牌锈蚀；2.山塘水位没有公示；3.祠堂账目不够细。",
            "（一）渡口班次牌锈蚀。（二）山塘水位没有公示。（三）祠堂账目不够细。", "(1)渡口班次牌锈蚀；(2)山塘水位没有公示；(3)祠堂账目不够细。",
            "①渡口班次牌锈蚀；②山塘水位没有公示；③祠堂账目不够细。", "1、渡口班次牌锈蚀。2、山塘水位没有公示。3、祠堂账目不够细。",
            "今年有三处：一是渡口班次牌锈蚀。二是山塘水位没有公示。三是祠堂账目不够细。",
        ])
    func ordinals(_ text: String) {
        let old = Self.report([("faults", text)])
        let items = Self.followUps(Self.report([("faults", "桥面破损问题。")]), old).map(\.item)
        #expect(items.map(\.text) == ["渡口班次牌锈蚀", "山塘水位没有公示", "祠堂账目不够细"])
        #expect(items.allSatisfy { $0.isNumbered && $0.isSingle })
        let whole = old.report.document.section("problems")?.paragraphs.first?.text.string ?? ""
        for item in items {
            let column = item.place.position.column ?? 0
            let from = whole.unicodeScalars.index(whole.unicodeScalars.startIndex, offsetBy: max(0, column - 1))
            #expect(whole.unicodeScalars[from...].prefix(12).contains { item.text.unicodeScalars.first == $0 })
        }
    }

    @Test(
        "a list ends where another begins that is nested in no item, and one sentence behind its last ordinal where all its items are one sentence",
        arguments: [
            ("一是渡口班次牌锈蚀。二是山塘水位没有公示。(1)祠堂账目不够细。(2)桥面路灯不够亮。", ["渡口班次牌锈蚀", "山塘水位没有公示", "祠堂账目不够细", "桥面路灯不够亮"]),
            ("一是渡口。(1)班次牌锈蚀。(2)缆绳磨损。二是山塘。(1)水位没有公示。(2)护栏不足。", ["渡口。(1)班次牌锈蚀。(2)缆绳磨损", "山塘。(1)水位没有公示。(2)护栏不足"]),
            ("一是渡口班次牌锈蚀。二是山塘水位没有公示。三是祠堂账目不够细。桥面路灯不够亮。", ["渡口班次牌锈蚀", "山塘水位没有公示", "祠堂账目不够细", "桥面路灯不够亮"]),
            ("一是渡口班次牌锈蚀。二是山塘水位没有公示。桥面路灯不够亮。", ["渡口班次牌锈蚀", "山塘水位没有公示。桥面路灯不够亮"]),
        ])
    func ends(_ text: String, _ expected: [String]) {
        let items = Self.followUps(Self.report([("faults", "桥面破损问题。")]), Self.report([("faults", text)])).map(\.item)
        #expect(items.map(\.text) == expected)
    }

    @Test("a sentence that a list behind it spells out is no item")
    func announcement() {
        let old = Self.report([("faults", "码头设施不够。一是渡口班次牌锈蚀问题。")])
        #expect(Self.followUps(Self.report([("faults", "桥面破损问题。")]), old).map(\.item.text) == ["一是渡口班次牌锈蚀问题"])
        let other = Self.report([("faults", "码头设施不够。二是渡口班次牌锈蚀问题。")])
        #expect(Self.followUps(Self.report([("faults", "桥面破损问题。")]), other).count == 2)
    }

    @Test("an account in the words of a measure takes up the problem that it answers, where each problem has one")
    func byMeasure() {
        let new = Self.report([("before", "山塘边竖起水位尺。"), ("faults", "桥面破损问题。")], year: 2024)
        let steps = "一是换新班次牌，二是山塘边立水位尺，三是账目逐笔张榜。"
        let faults = "一是渡口渡船陈旧超员，二是塘坝涨落村民不清楚，三是祠堂修缮账目公示不够。"
        let told = Self.followUps(new, Self.report([("faults", faults), ("steps", steps)])).filter { $0.item.part == "faults" }
        #expect(told.map(\.state) == [.notMentioned, .answered, .notMentioned])
        #expect(told[1].answer?.text == "山塘边竖起水位尺")
        // With one measure less it may be any problem's.
        let fewer = Self.followUps(new, Self.report([("faults", faults), ("steps", "一是换新班次牌，二是山塘边立水位尺。")]))
        #expect(fewer.filter { $0.item.part == "faults" }.map(\.state) == [.unclear, .unclear, .unclear])
    }

    @Test("what the unit is called is not what an item is about")
    func ownName() {
        let old = Self.report([("faults", "青禾镇不够。渡口班次牌锈蚀不够。")])
        let found = Self.followUps(Self.report([("faults", "青禾镇桥面破损不够。")]), old)
        #expect(found.map(\.item.text) == ["渡口班次牌锈蚀不够"])
    }

    @Test("a decimal is no ordinal, and one number alone makes no list")
    func noOrdinals() {
        let old = Self.report([("faults", "3.5公里石板路缺少路灯的问题。水位尺不足。")])
        let items = Self.followUps(Self.report([("faults", "桥面破损问题。")]), old).map(\.item)
        #expect(items.map(\.isNumbered) == [false, false])
        #expect(items.first?.text == "3.5公里石板路缺少路灯的问题")
    }

    @Test("an item is answered elsewhere, named again, or not mentioned, with the sentence that tells")
    func states() throws {
        let new = Self.report(
            [("faults", "一是祠堂修缮账目公示仍然不够，二是桥面破损。")], overview: ["渡口班次牌锈蚀的换成不锈钢牌。"], year: 2024)
        let told = Self.followUps(new, Self.old)
        try #require(told.count == 5)
        #expect(told.map(\.state) == [.answered, .notMentioned, .repeated, .unclear, .notMentioned])
        #expect(told[0].answer?.place.locator.description == "s1/p1")
        #expect(told[0].answer?.text == "渡口班次牌锈蚀的换成不锈钢牌")
        #expect(told[2].answer?.place.locator.description == "s4/p1")
        #expect(told[1].answer == nil && told[1].found == 0 && told[1].pairs >= 5)
        #expect(told.map(\.item.part) == ["faults", "faults", "faults", "steps", "steps"])
    }

    @Test("what nothing takes up is a finding with last year's words and place; of a note where no account is given of last year at all")
    func findings() throws {
        let new = Self.report([("faults", "一是祠堂修缮账目公示仍然不够，二是桥面破损。")], overview: ["渡口班次牌锈蚀的换成不锈钢牌。"], year: 2024)
        let result = judge(.takenUp(Self.terms), new, previous: Self.old, message: "{quote} {similarity} {length}")
        #expect(result.verdict == .violated)
        #expect(result.findings.map(\.at) == ["s4"])
        let finding = try #require(result.findings.first)
        #expect(finding.severity == .note)
        #expect(finding.evidence[1].origin == .previous)
        #expect(finding.evidence[1].quote == "山塘水位缺少标尺")
        #expect(finding.evidence[1].place.position.line == 10)
        #expect(finding.message.english.hasPrefix("山塘水位缺少标尺 0% "))
        #expect(judge(.takenUp(Self.terms), new).verdict == .notApplicable)
        let counted = Self.report(
            [("before", "渡口班次牌锈蚀的换了。祠堂修缮账目逐笔公示。"), ("faults", "桥面破损问题。")], year: 2024)
        let own = judge(.takenUp(Self.terms), counted, previous: Self.old)
        #expect(own.findings.map(\.severity) == [.error])
        #expect(own.findings.map(\.at) == ["s4/p1"])
    }

    @Test(
        "an account that settles all problems at once, or says something that may be about the missing one, leaves nothing to be found",
        arguments: [
            "上年三个问题均已销号。", "渡口班次牌锈蚀的换了。祠堂修缮账目逐笔公示。蓄水情况每旬张贴上墙。", "那口塘边上竖了根刻度杆。",
        ])
    func accounts(_ text: String) {
        let new = Self.report([("before", text), ("faults", "桥面破损问题。")], year: 2024)
        #expect(judge(.takenUp(Self.terms), new, previous: Self.old).findings.isEmpty)
    }

    @Test(
        "too few words of its own, several things in one sentence, and a section that says nothing leave it undetermined without a finding")
    func unclear() {
        let new = Self.report([("faults", "桥面破损，行人绕行的问题。")], year: 2024)
        for text in ["一是工作不够，二是群众工作不够。", "渡口班次牌、山塘水位尺、祠堂账目都不够。"] {
            let result = judge(.takenUp(Self.terms), new, previous: Self.report([("faults", text)]))
            #expect(result.verdict == .undetermined)
            #expect(result.findings.isEmpty)
        }
        let silent = judge(.takenUp(Self.terms), Self.report([("faults", "无。")], year: 2024), previous: Self.old)
        #expect(silent.verdict == .undetermined && silent.findings.isEmpty)
        #expect(judge(.takenUp(Self.terms), new, previous: Self.report([("steps", "下一步加强。")])).verdict == .notApplicable)
    }

    @Test("a report of one endless sentence, and one of countless items, are gone through in little time")
    func hostile() {
        let endless = Self.report([("faults", String(repeating: "一是渡口，", count: 3_000) + "。")])
        #expect(Self.followUps(Self.report([("faults", "桥面破损问题。")]), endless).count <= 64)
        let long = Self.report([("faults", String(repeating: "渡口班次牌锈蚀；", count: 3_000) + "。")], year: 2024)
        #expect(Self.followUps(long, Self.old).first?.state == .repeated)
    }
}
