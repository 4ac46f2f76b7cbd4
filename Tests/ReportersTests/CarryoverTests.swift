import AuditModel
import DocumentDiff
import DocumentModel
import Foundation
import Testing

@testable import Reporters

@Suite("What a report has of last year's, as shown")
struct CarryoverTests {
    private static func place(_ path: [Int], _ paragraph: Int, line: Int) -> Place {
        Place(Locator(section: path, part: .paragraph(paragraph)), SourcePosition(line: line, column: 1))
    }

    private static let sentence = "村口到渡头的石板路今年修好了，两旁装上路灯，老人晚上散步不再怕黑<放心>，孩子上学也不用绕远，集日行人车马不断。"

    private static let copied: CopiedText = {
        func document(_ year: Int) -> Document {
            Document(sections: [
                Section(
                    path: [1], key: "road", heading: Heading(text: BlockText("一、道路"), ordinal: 1, title: "道路"),
                    blocks: [
                        .paragraph(Paragraph(number: 1, text: BlockText("\(year)年，" + sentence, at: SourcePosition(line: 4, column: 1))))
                    ])
            ])
        }
        return CopiedText(of: DocumentDelta(from: document(2022), to: document(2023)))
    }()

    private static func item(_ part: String, _ text: String, line: Int) -> PassageItem {
        PassageItem(
            section: "problems", part: part, text: text, place: place([5], 1, line: line), isNumbered: true, isSingle: true)
    }

    private static let carryover = Carryover(
        copied: copied,
        leftovers: [
            Leftover(
                kind: .year(2022), text: "2022", place: place([1], 1, line: 4), oldPlace: place([1], 1, line: 5), passage: "2022年，路修好了"),
            Leftover(
                kind: .figure(["road.length"], inTable: Quantity(9)), text: "8", place: place([1], 2, line: 6),
                oldPlace: place([1], 2, line: 7), passage: "修路8里"),
        ],
        followUps: [
            FollowUp(
                item: item("faults", "路灯<太暗>", line: 20), state: .answered,
                answer: .init(text: "路灯换成亮的", place: place([1], 3, line: 9), shared: 3), pairs: 4, found: 3),
            FollowUp(
                item: item("faults", "桥面破损", line: 21), state: .repeated,
                answer: .init(text: "桥面还是破损", place: place([5], 1, line: 30), shared: 3), pairs: 3, found: 3),
            FollowUp(item: item("faults", "山塘没有栏杆", line: 22), state: .notMentioned, answer: nil, pairs: 5, found: 0),
            FollowUp(item: item("steps", "加强管理", line: 23), state: .unclear, answer: nil, pairs: 1, found: 1),
        ], partNames: ["faults": LocalizedText(chinese: "存在问题", english: "faults")])

    private static let trends = [
        Trend(
            id: "road.length", label: LocalizedText(chinese: "路长<里>", english: "length of road"),
            points: [
                .init(year: 2019, value: .number(Quantity(2))), .init(year: 2020, value: .number(Quantity(4))),
                .init(year: 2021, value: .blank),
                .init(year: 2022, value: nil), .init(year: 2023, value: .notApplicable), .init(year: 2024, value: .number(Quantity(8))),
            ]),
        Trend(
            id: "road.lamps", label: LocalizedText(chinese: "路灯", english: "lamps"),
            points: [2019, 2020, 2021, 2022, 2023, 2024].map { .init(year: $0, value: .number(Quantity(5))) }),
    ]

    private static func html(_ language: Language) -> [UInt8] {
        var html = HTMLWriter()
        let name = { (place: Place, html: inout HTMLWriter) in html.text(CopiedTextPage.name(place, language)) }
        PromisePage.write(carryover, language, place: name, &html)
        CopiedTextPage.write(carryover, language, place: name, &html)
        TrendPage.write(trends, noticing: nil, language, &html)
        return html.bytes
    }

    @Test("HTML, in both languages, as kept", arguments: Language.allCases)
    func pages(_ language: Language) throws {
        try Golden.expect(Self.html(language), equals: "carryover.\(language.rawValue).html")
    }

    @Test("text, in both languages, as kept", arguments: Language.allCases)
    func text(_ language: Language) throws {
        var text = TextWriter(.none)
        text.copiedText(Self.carryover, language)
        text.promises(Self.carryover, language)
        text.trends(Self.trends, noticing: nil, language)
        try Golden.expect(text.bytes, equals: "carryover.\(language.rawValue).txt")
    }

    @Test("nothing is written where nothing was measured")
    func nothing() {
        var html = HTMLWriter()
        PromisePage.write(nil, .chinese, place: { _, _ in }, &html)
        CopiedTextPage.write(nil, .chinese, place: { _, _ in }, &html)
        TrendPage.write([], noticing: nil, .chinese, &html)
        #expect(html.bytes.isEmpty)
        var text = TextWriter(.none)
        text.copiedText(nil, .chinese)
        text.promises(nil, .chinese)
        text.trends([], noticing: nil, .chinese)
        #expect(text.bytes.isEmpty)
    }

    @Test("a chart has a name and a description, and gaps where there is no number: no line leads over them")
    func chart() {
        var html = HTMLWriter()
        TrendChart(Self.trends[0]).write(.chinese, &html)
        let text = String(decoding: html.bytes, as: UTF8.self)
        #expect(text.contains("<title>路长&lt;里&gt;</title>"))
        #expect(text.contains("2021：") && text.contains("2022：无"))
        #expect(text.components(separatedBy: "<circle").count - 1 == 3)
        // Of six years only the first two follow one another with numbers.
        #expect(text.components(separatedBy: "<path").count - 1 == 1)
        #expect(text.contains("<circle cx=\"4\" cy=\"22\""))
        #expect(text.contains("<circle cx=\"116\" cy=\"4\""))
    }

    @Test("a chart of negative numbers, of zeros and of numbers far apart stays within its frame")
    func extremes() throws {
        let far = try #require(Quantity("999999999999999999999999999999"))
        let near = try #require(Quantity("0.00000000000000000000000000001"))
        for values in [[Quantity(-5), Quantity(0), Quantity(5)], [.zero, .zero, .zero], [far, near, Quantity(3)]] {
            let points = values.enumerated().map { Trend.Point(year: 2000 + $0.offset, value: .number($0.element)) }
            var html = HTMLWriter()
            TrendChart(Trend(id: "a", label: LocalizedText(chinese: "甲", english: "a"), points: points)).write(.english, &html)
            let text = String(decoding: html.bytes, as: UTF8.self)
            for part in text.components(separatedBy: " cy=\"").dropFirst() {
                let y = try #require(Int(part.prefix { $0.isNumber || $0 == "-" }))
                #expect((0...32).contains(y))
            }
        }
    }

    @Test("JSON has the passages, the leftovers, each promise and each series")
    func json() throws {
        var writer = JSONWriter()
        writer.object { json in
            json.repetition(Self.carryover, .chinese)
            json.promises(Self.carryover.followUps)
            json.trends(Self.trends, .chinese)
        }
        let root = try #require(JSONSerialization.jsonObject(with: Data(writer.finished())) as? [String: Any])
        let repetition = try #require(root["repetition"] as? [String: Any])
        #expect(repetition["share"] as? Double == 1)
        let passage = try #require((repetition["passages"] as? [[String: Any]])?.first)
        #expect(passage["text"] as? String == "2023年，" + Self.sentence)
        #expect((passage["new"] as? [String: Any])?["path"] as? String == "s1/p1")
        let leftovers = try #require(repetition["leftovers"] as? [[String: Any]])
        #expect(leftovers.map { $0["kind"] as? String } == ["year", "figure"])
        #expect(leftovers[1]["indicators"] as? [String] == ["road.length"])
        #expect(leftovers[1]["inTable"] as? String == "9")
        let promises = try #require(root["promises"] as? [[String: Any]])
        #expect(promises.map { $0["state"] as? String } == ["answered", "repeated", "not-mentioned", "unclear"])
        #expect(promises[2]["answer"] is NSNull && promises[2]["new"] is NSNull)
        let points = try #require((root["trends"] as? [[String: Any]])?.first?["points"] as? [[String: Any]])
        #expect(points.map { $0["kind"] as? String } == ["number", "number", "blank", nil, "not-applicable", "number"])
        #expect(points.map { $0["value"] as? String } == ["2", "4", nil, nil, nil, "8"])
    }
}
