import AuditModel
import Testing

@Suite struct LocalizedTextTests {
    @Test("each language has its own text") func languages() {
        let text = LocalizedText(chinese: "勾稽", english: "cross-check")
        #expect(text[.chinese] == "勾稽")
        #expect(text[.english] == "cross-check")
    }

    @Test("a text is built once for each language, from the parts in that language") func building() {
        let part = LocalizedText(chinese: "三件", english: "three")
        #expect(LocalizedText { "<\(part[$0])|\($0.rawValue)>" } == LocalizedText(chinese: "<三件|zh-Hans>", english: "<three|en>"))
    }
}
