import Patterns
import TestSupport
import Testing

@Suite struct PatternFilterTests {
    @Test(
        "a pattern is left out only where the literals that it needs are missing",
        arguments: [
            ("收到|受理", "本年受理3件", "本年办理3件"),
            (#"(?:共计|合计)\s?[件条][，。]"#, "共计 件，", "共计3件，"),
            (#"\b1[3-9][0-9]{9}\b"#, "电话13800001111", "电话025-83001111"),
            ("某某+", "某某局", "某局"),
            (#"年[\s\x{3000}]+月"#, "2023年　月", "2023年3月"),
            ("[一-龥][ ]{2,}(?:件|条)", "收到  件", "收到 3 件"),
            (#"截[至止](?:到)?\s*20"#, "截至到 2023", "截到2023"),
        ])
    func literals(pattern: String, holding: String, missing: String) throws {
        let filter = PatternFilter([pattern])
        #expect(try Pattern(pattern).matches(holding))
        #expect(filter.candidates(in: DecodedTexts([missing, holding, missing, holding])) == [[1, 3]])
    }

    @Test(
        "a pattern of which no literals are known may match everywhere",
        arguments: [".*", "[^件]", "(?i)abc", "(", "x*", #"\p{Han}"#, "a{0}"])
    func unknown(pattern: String) {
        #expect(PatternFilter([pattern]).candidates(in: DecodedTexts(["", "件"])) == [[0, 1]])
    }

    @Test("words are found beside patterns, long ones by their beginning, and never across two texts")
    func words() {
        let long = "按照规定的期限和程序办理完毕"
        let filter = PatternFilter(["收到|受理"], words: [["一是", "", "二"], [long], []])
        let texts = DecodedTexts(["一", "是一是二", "受理", "按照规定的期限和程", "规定的期限和程序", "é二😀"])
        #expect(filter.candidates(in: texts) == [[2], [1, 5], [3], []])
    }

    @Test("texts are decoded one behind the other")
    func decoded() {
        let texts = DecodedTexts(["a件", "", "é😀"])
        #expect(texts.scalars == [0x61, 0x4EF6, 0xE9, 0x1F600])
        #expect((0..<texts.count).map { texts.range(of: $0) } == [0..<2, 2..<2, 2..<4])
        #expect(DecodedTexts([]).count == 0)
    }

    @Test("nothing filters nothing")
    func empty() { #expect(PatternFilter([]).candidates(in: DecodedTexts(["收到"])) == []) }

    @Test("whatever a pattern is made of, what it matches passes the filter", arguments: 0..<40)
    func everyMatchPasses(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var told = 0
        for _ in 0..<50 {
            let (pattern, match) = Self.alternatives(depth: 0, using: &generator)
            let filter = PatternFilter(["不在其中的", pattern])
            let text = "甲" + match + "乙"
            guard try Pattern(pattern).matches(text) else {
                Issue.record("seed \(seed): \(pattern) is to match \(text)")
                return
            }
            #expect(filter.candidates(in: DecodedTexts([text])) == [[], [0]], "seed \(seed): \(pattern) in \(text)")
            if filter.candidates(in: DecodedTexts([""])) == [[], []] { told += 1 }
        }
        #expect(told > 0, "seed \(seed): no pattern was told from its literals")
    }

    /// A pattern and a string that it matches.
    private static func alternatives(depth: Int, using generator: inout SeededGenerator) -> (String, String) {
        let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in sequence(depth: depth, using: &generator) }
        return (parts.map(\.0).joined(separator: "|"), parts.randomElement(using: &generator)?.1 ?? "")
    }

    private static func sequence(depth: Int, using generator: inout SeededGenerator) -> (String, String) {
        var whole = ("", "")
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let part = repeated(depth: depth, using: &generator)
            whole = (whole.0 + part.0, whole.1 + part.1)
        }
        return whole
    }

    private static func repeated(depth: Int, using generator: inout SeededGenerator) -> (String, String) {
        let part = atom(depth: depth, using: &generator)
        let some = String(repeating: part.1, count: Int.random(in: 1...5, using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: return (part.0 + "?", Bool.random(using: &generator) ? part.1 : "")
        case 1: return (part.0 + "*", Bool.random(using: &generator) ? some : "")
        case 2: return (part.0 + "+?", some)
        case 3: return (part.0 + "{2}", part.1 + part.1)
        case 4: return (part.0 + "{1,5}", some)
        case 5: return (part.0 + "{4,}", String(repeating: part.1, count: 4))
        default: return part
        }
    }

    private static func atom(depth: Int, using generator: inout SeededGenerator) -> (String, String) {
        let literals = ["收", "件", "月", "5", "x", "公开", "😀"]
        switch Int.random(in: 0..<(depth < 2 ? 9 : 7), using: &generator) {
        case 0: return (#"\s"#, " ")
        case 1: return ("[0-9件]", ["0", "7", "件"].randomElement(using: &generator) ?? "7")
        case 2: return ("[^，。]", "甲")
        case 3: return (#"[\d\x{3000}-]"#, ["4", "　", "-"].randomElement(using: &generator) ?? "4")
        case 4: return ("[一-龥]", "收")
        case 7: return group("(", depth: depth, using: &generator)
        case 8: return group("(?:", depth: depth, using: &generator)
        default:
            let literal = literals.randomElement(using: &generator) ?? "收"
            return literal.unicodeScalars.count > 1 ? ("(?:\(literal))", literal) : (literal, literal)
        }
    }

    private static func group(_ opening: String, depth: Int, using generator: inout SeededGenerator) -> (String, String) {
        let inner = alternatives(depth: depth + 1, using: &generator)
        return (opening + inner.0 + ")", inner.1)
    }
}
