import AuditModel
import DocumentModel
import TestSupport
import Testing

@testable import Extraction

@Suite("Statements of composed and of random text")
struct StatementGeneratorTests {
    @Test(
        "Sentences composed from slots state what was put into them",
        arguments: [1, 20_240_101, 711, 396_700, 518_797, 921_972, UInt64.random(in: 0...999_999)])
    func composed(_ seed: UInt64) throws {
        let pack = try ShippedPack.load()
        var generator = SentenceGenerator(seed: seed)
        for _ in 0..<600 {
            let (text, states) = generator.passage()
            #expect(pack.states(text, in: "overview") == states, "seed \(seed): \(text)")
        }
    }

    @Test(
        "Whatever the text, every statement quotes it, in order, and its number lies in its quote",
        arguments: [7, UInt64.random(in: 0...999_999)])
    func random(_ seed: UInt64) throws {
        let pack = try ShippedPack.load()
        var salad = TokenSalad(words: pack.pack.statements.words.map(\.text), seed: seed)
        for round in 0..<120 {
            let text = round % 3 == 2 ? salad.bytes(length: 300) : salad.words(count: 80)
            let narrative = pack.narrative(text, in: "overview")
            let paragraphs = text.split(separator: "\n").map { BlockText(String($0)) }
            var last = (paragraph: 0, offset: 0)
            for statement in narrative.statements {
                guard case .paragraph(let number) = statement.place.locator.part else {
                    Issue.record("seed \(seed): a statement outside a paragraph")
                    continue
                }
                let block = paragraphs[number - 1]
                #expect(block.substring(statement.range) == statement.quote, "seed \(seed): \(text)")
                #expect(block.string.utf8.count >= statement.numberRange.upperBound, "seed \(seed): \(text)")
                let place = (number, statement.numberRange.lowerBound)
                #expect(last <= place, "seed \(seed): \(text)")
                last = place
            }
        }
    }

    @Test(
        "Long paragraphs of anything are read in time that grows with their length",
        arguments: [
            "全年共收到政府信息公开申请12件，办结11件，", "（", "（收到3件", "局", "1余", "收到12、", "行政复议、", "共1件，", "“", "其中1件，", "收到3件（自然人2件）", "因", "未",
            "占1%、", "前者占1%", "收到1—", "12", "一", "\u{3000}", "《",
        ])
    func linear(_ unit: String) throws {
        let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
        let pack = try ShippedPack.load()
        let reading = ProcessorTime.measure { pack.narrative(text, in: "overview") }
        #expect(try reading.result.get().statements.count <= text.unicodeScalars.count)
        // A step back over all that was read from each clause would take minutes.
        #expect(reading.seconds < 20, "\(reading.seconds)")
    }

    @Test("Numbers beyond all bounds are none", arguments: [31, 40, 400])
    func huge(_ digits: Int) throws {
        let pack = try ShippedPack.load()
        let number = String(repeating: "9", count: digits)
        let narrative = pack.narrative("收到政府信息公开申请\(number)件，答复2件，收取信息处理费\(number)万元。", in: "overview")
        #expect(narrative.statements.map(pack.notation) == ["result.total=2"])
        #expect(narrative.otherNumbers["too-long"] == 2)
    }
}

/// Texts without sense. The same seed gives the same texts.
private struct TokenSalad {
    private let vocabulary: [String]
    private var state: UInt64

    init(words: [String], seed: UInt64) {
        vocabulary =
            words + [
                "，", "。", "；", "：", "、", "（", "）", "《", "》", "“", "”", "\n", "12", "3", "0", "１", "2024年", "2023年", "件", "件", "元", "县", " ",
            ]
        state = seed
    }

    private mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func words(count: Int) -> String {
        (0..<count).map { _ in
            // Marks and numbers stand as often as words.
            let isMark = next() % 2 == 0
            let index = Int(next() % UInt64(isMark ? 23 : vocabulary.count))
            return isMark ? vocabulary[vocabulary.count - 1 - index] : vocabulary[index]
        }.joined()
    }

    mutating func bytes(length: Int) -> String { String(decoding: (0..<length).map { _ in UInt8(next() & 0xFF) }, as: UTF8.self) }
}
