import DocumentDiff
import DocumentModel
import TestSupport
import Testing

@Suite struct RepetitionTests {
    @Test("Years, figures, names and white space do not count")
    func masked() {
        let mask = TextMask(names: ["绿水镇人民政府", "绿水镇", ""], numerals: "〇一二三四五六七八九十")
        let old = "2021年，绿水镇种花1,200.5亩，二十三人参加。"
        let new = "２０２２ 年，绿水镇人民政府种花 98 亩，四人参加。"
        let measured = repetition(of: new, against: old, masking: mask)
        #expect(measured == Repetition(length: 24, similarity: 1, copied: 1))
        #expect(repetition(of: new, against: old).similarity < 0.9)
    }

    @Test("A text that says the same in other words is no repetition; one with a word changed is")
    func likeness() {
        let old = "今年园子里的花开得很好，来看花的人比往年都多，大家都说花匠辛苦了。"
        #expect(repetition(of: "今年园子里的花开得很好，来看花的人比去年都多，大家都说花匠辛苦了。", against: old).similarity > 0.95)
        #expect(repetition(of: "由于雨水调匀、照料及时，满园花木长势喜人，游客络绎不绝。", against: old).similarity < 0.35)
        #expect(repetition(of: "", against: old) == Repetition(length: 0, similarity: 0, copied: 0))
        #expect(repetition(of: old + old, against: old).copied == 0.5)
    }

    @Test("Two texts are never more alike than the bound says, and equal ones reach it", arguments: 1...50 as ClosedRange<UInt64>)
    func bound(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let old = generator.text(Int(seed))
        let mask = TextMask()
        for new in [generator.edited(old), generator.text(40), ""] {
            let bound = similarityBound(of: mask.masked(new), against: mask.masked(old))
            #expect(repetition(of: new, against: old).similarity <= bound, "seed \(seed)")
        }
        #expect(similarityBound(of: mask.masked(old), against: mask.masked(old)) == 1)
    }

    @Test("A section's copied part counts paragraphs with the ones they came from, or the whole where they were split")
    func sections() {
        let first = "春天种下杜鹃花三十棵，夏天浇水，秋天剪枝，冬天盖上稻草。"
        let second = "园子里新修了一条小路，从大门通到池塘边，两旁种了冬青。"
        let fresh = "另外请来两位老师傅，教大家嫁接和育苗，学员都拿到证书。"
        func copied(_ old: [String], _ new: [String]) -> Double? {
            let delta = DocumentDelta(
                from: document(section(0, nil, nil, paragraphs(old))), to: document(section(0, nil, nil, paragraphs(new))))
            return delta.sections[0].copied()
        }
        #expect(copied([first, second], [first, second]) == 1)
        #expect(copied([first, second], [second, first]) == 1)
        #expect(copied([first + second], [first, second]) == 1)
        #expect(copied([first], [fresh]) == 0)
        #expect(copied([first], [first, fresh]).map { abs($0 - 0.5) < 0.1 } == true)
        #expect(copied([first], []) == nil)
    }
}
