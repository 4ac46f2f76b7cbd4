import DocumentModel
import TestSupport
import Testing

@testable import DocumentDiff

@Suite("Text that was taken over")
struct CopiedTextTests {
    private static let road = "村口到渡头的石板路今年修好了，两旁装上路灯，老人晚上散步不再怕黑，孩子上学也不用绕远。"
    private static let wharf = "渡头的候船亭换了新瓦，墙上挂出班次表和救生须知，逢集日加开两班，船工都考了证，老人坐船免票。"

    private static func copied(
        _ old: [String], _ new: [String], _ mask: TextMask = TextMask()
    ) -> CopiedText {
        CopiedText(
            of: DocumentDelta(
                from: document(section(1, "road", "道路", paragraphs(old))), to: document(section(1, "road", "道路", paragraphs(new)))),
            masking: mask)
    }

    @Test("the whole is measured over all sections, each section by itself, and what is new has none")
    func shares() {
        let old = document(section(1, "a", "道路", paragraphs([Self.road])), section(2, "b", "渡头", paragraphs([Self.wharf])))
        let new = document(
            section(1, "a", "道路", paragraphs([Self.road])), section(2, "b", "渡头", paragraphs(["今冬水浅停航。"])),
            section(3, "c", "集市", paragraphs(["集市搬到祠堂前。"])))
        let copied = CopiedText(of: DocumentDelta(from: old, to: new))
        #expect(copied.parts.map(\.title) == ["道路", "渡头"])
        #expect(copied.parts[0].share == 1)
        #expect(copied.parts[1].share < 0.4)
        let length = Double(Self.road.unicodeScalars.count)
        #expect(copied.share.map { $0 >= length / (length + 15) && $0 < 1 } == true)
        #expect(CopiedText(of: DocumentDelta(from: old, to: document(section(1, "a", "道路", [])))).share == nil)
    }

    @Test("the longest passages come first, with both places, cut at clauses, though figures and years changed")
    func passages() {
        let old = ["开头一段。", Self.wharf, "2021年" + Self.road + "共花去3,200元。"]
        let new = ["2022年" + Self.road + "共花去4,100元。", "另起一段，说的是别的事。", "听说" + Self.wharf]
        let passages = Self.copied(old, new).passages
        // What stands before the first mark of the second passage is half a clause in the new text.
        let half = Self.wharf.split(separator: "，", maxSplits: 1)[1]
        #expect(passages.map(\.text) == ["2022年" + Self.road + "共花去4,100元。", String(half)])
        #expect(passages.map(\.place.locator.description) == ["s1/p1", "s1/p3"])
        #expect(passages.map(\.oldPlace.locator.description) == ["s1/p3", "s1/p2"])
        #expect(passages[0].length > passages[1].length)
        #expect(passages[0].standing.isEmpty)
    }

    @Test("figures that were left as they were are told with both places; those in brackets are marked")
    func standing() {
        let lead = "依照〔2021〕30号文，"
        let text = lead + "2021年" + Self.road
        let passage = Self.copied([text], [text]).passages.first
        #expect(passage?.standing.map(\.text) == ["2021", "30", "2021"])
        #expect(passage?.standing.map(\.isBracketed) == [true, false, false])
        #expect(passage?.standing.map(\.place.locator.description) == ["s1/p1", "s1/p1", "s1/p1"])
        #expect(passage?.standing.last?.offset == lead.utf8.count)
    }

    @Test("what recurs in short pieces, or stands in tables, is no passage")
    func none() {
        #expect(Self.copied([Self.road], ["石板路今年修好了，渡头的候船亭还没有。两旁装上路灯。"]).passages.isEmpty)
        #expect(Self.copied([], [Self.road]).passages.isEmpty)
        let grid = section(1, "road", "道路", [table([[Self.road]])])
        #expect(CopiedText(of: DocumentDelta(from: document(grid), to: document(grid))).passages.isEmpty)
    }

    @Test("a sentence with prescribed words counts neither for the share nor as a passage, nor for its length")
    func prescribed() {
        let form = "本报告依照县志办的统一格式编写，如对本报告有疑问，请与村委会联系，电话见封底，来信请寄渡头。"
        let mask = TextMask(prescribed: ["如对本报告有疑问"])
        let copied = Self.copied([form + Self.road], [form + "今冬水浅停航。"], mask)
        #expect(copied.passages.isEmpty)
        #expect(copied.share.map { $0 < 0.5 } == true)
        #expect(repetition(of: form + "水浅。", against: form + "水浅。", masking: mask) == Repetition(length: 3, similarity: 1, copied: 1))
        #expect(repetition(of: form, against: form, masking: mask) == Repetition(length: 0, similarity: 0, copied: 0))
        #expect(repetition(of: form, against: form).similarity == 1)
    }

    @Test("each passage stands in both documents at the places told, masked alike, and none overlaps another")
    func generated() {
        var random = SeededGenerator(seed: 20_261)
        for _ in 0..<60 {
            let old = random.document()
            let new = random.edited(old)
            let mask = TextMask(names: ["山水", "花"])
            let copied = CopiedText(of: DocumentDelta(from: old, to: new), masking: mask)
            let texts = Dictionary(grouping: new.textBlocks, by: \.locator).mapValues { $0.map(\.text.string) }
            let oldTexts = Dictionary(grouping: old.textBlocks, by: \.locator).mapValues { $0.map(\.text.string) }
            for passage in copied.passages {
                #expect(passage.length >= CopiedText.shortestPassage)
                #expect(mask.masked(passage.text).characters.count == passage.length)
                #expect(
                    texts[passage.place.locator]?.contains { text in
                        let all = Array(text.unicodeScalars)
                        return all.indices.contains { all[$0...].starts(with: passage.text.unicodeScalars) }
                    } == true)
                let own = mask.masked(passage.text).characters
                #expect(
                    oldTexts[passage.oldPlace.locator]?.contains { text in
                        let before = mask.masked(text).characters
                        return before.indices.contains { before[$0...].starts(with: own) }
                    } == true)
            }
            #expect(copied.share.map { (0...1).contains($0) } ?? true)
        }
    }

    @Test("a text that repeats one sentence without end is gone through in little time")
    func hostile() {
        let text = String(repeating: "一二三四五六七八九十，", count: 4_000)
        let copied = Self.copied([text], [text])
        #expect(copied.share == 1)
        #expect(copied.passages.reduce(0) { $0 + $1.length } > 39_000)
    }
}
