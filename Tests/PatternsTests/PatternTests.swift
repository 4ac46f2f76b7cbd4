import Patterns
import TestSupport
import Testing

@Suite struct PatternTests {
    private func text(_ range: Range<Int>?, of source: String) -> String? {
        range.map { String(decoding: Array(source.utf8)[$0], as: UTF8.self) }
    }

    @Test("a match counts UTF-8 bytes and gives its groups by number and by name")
    func groups() throws {
        let pattern = try Pattern(#"收到(?P<noun>\p{Han}+?)(\d+)(件)?(x)?"#)
        let source = "甲，收到申请12件。"
        let match = try #require(pattern.firstMatch(in: source))
        #expect(match.range == 6..<23)
        #expect(pattern.groupCount == 4)
        #expect(text(match["noun"], of: source) == "申请")
        #expect(text(match[1], of: source) == "申请")
        #expect(text(match[2], of: source) == "12")
        #expect(text(match[3], of: source) == "件")
        #expect(match[4] == nil)
        #expect(match.groups.count == 4)
        #expect(match[5] == nil)
        #expect(match[-1] == nil)
        #expect(match["none"] == nil)
        #expect(match[0] == match.range)
    }

    @Test("a range bounds the match while anchors and word boundaries see the whole text")
    func ranges() throws {
        let source = "ab ab ab"
        #expect(try Pattern("ab").firstMatch(in: source, range: 1..<8)?.range == 3..<5)
        #expect(try Pattern("ab").firstMatch(in: source, range: 4..<7) == nil)
        #expect(try Pattern("^ab").firstMatch(in: source, range: 3..<8) == nil)
        #expect(try Pattern("ab$").firstMatch(in: source, range: 0..<5) == nil)
        #expect(try Pattern(#"\bb"#).firstMatch(in: source, range: 1..<2) == nil)
    }

    @Test(
        "all matches do not overlap, and a limit that ends the search is told", arguments: [(1, false), (2, false), (3, true), (9, true)])
    func all(limit: Int, isComplete: Bool) throws {
        let found = try Pattern("aa").allMatches(in: "aaaaaaa", limit: limit)
        #expect(found.matches.map(\.range) == Array([0..<2, 2..<4, 4..<6].prefix(limit)))
        #expect(found.isComplete == isComplete)
    }

    @Test("an empty match is found before every character and at the end, never inside a character")
    func emptyMatches() throws {
        let found = try Pattern("x*").allMatches(in: "勾x稽", limit: 100)
        #expect(found.matches.map(\.range) == [0..<0, 3..<4, 4..<4, 7..<7])
        #expect(found.isComplete)
    }

    @Test("empty text can match")
    func emptyText() throws {
        #expect(try Pattern("^(a?)(b)?$").firstMatch(in: "")?.groups == [0..<0, nil])
        #expect(try Pattern("a").firstMatch(in: "") == nil)
        #expect(try Pattern("").matches(""))
    }

    @Test(
        "a malformed source is refused with its place where RE2 tells it",
        arguments: [
            ("年[度", Optional(3), "missing ]"),
            (#"a\y"#, Optional(1), "invalid escape sequence"),
            ("a(b", Optional(0), "missing )"),
            ("a**", Optional(1), "bad repetition operator"),
            (#"\y\y"#, nil, "invalid escape sequence"),
            ("a{1001}", Optional(1), "invalid repetition size"),
            ("(?=a)", Optional(0), "invalid perl operator"),
        ])
    func malformed(source: String, offset: Int?, words: String) throws {
        let failure = #expect(throws: PatternError.self) { try Pattern(source) }
        guard case .malformed(source, let place, let message) = failure else {
            Issue.record("not refused as malformed: \(String(describing: failure))")
            return
        }
        #expect(place == offset)
        #expect(message.contains(words))
    }

    @Test("a long fragment in a message is cut between characters")
    func longMessage() throws {
        let failure = #expect(throws: PatternError.self) { try Pattern("(" + String(repeating: "勾", count: 500)) }
        guard case .malformed(_, _, let message) = failure else {
            Issue.record("not refused as malformed: \(String(describing: failure))")
            return
        }
        #expect(message.utf8.count > 200)
        #expect(!message.contains("\u{FFFD}"))
    }

    @Test("a pattern that would not fit in memory is refused")
    func tooLarge() {
        let source = #"(\pL{100}){10}"#
        #expect(throws: PatternError.tooLarge(source: source)) { try Pattern(source) }
    }

    @Test("bytes that are not UTF-8 match nothing and do no harm")
    func invalidText() throws {
        let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
        let ranges = try bytes.withUnsafeBufferPointer { text in
            try Pattern(".").allMatches(in: text, limit: 10).matches.map(\.range)
        }
        #expect(ranges == [0..<1, 3..<4])
    }

    @Test("patterns that backtrack elsewhere stay linear", arguments: ["^(a+)+$", "(a|aa)+$", "(a*)*b", "a+[bc]"])
    func linear(source: String) throws {
        let hostile = String(repeating: "a", count: 200_000) + "!"
        let pattern = try Pattern(source)
        let match = ProcessorTime.measure { pattern.firstMatch(in: hostile) }
        #expect(try match.result.get() == nil)
        // Backtracking would take longer than the age of the universe.
        #expect(match.seconds < 5)
    }

    @Test("one pattern serves many tasks at once")
    func concurrency() async throws {
        let pattern = try Pattern(#"(\d+)件"#)
        let counts = await withTaskGroup(of: Int.self) { group in
            for size in 1...50 {
                group.addTask { pattern.allMatches(in: String(repeating: "收到12件", count: size), limit: 1000).matches.count }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.sorted() == Array(1...50))
    }
}

@Suite struct PatternSyntaxTests {
    @Test("the syntax of a source is checked as compiling checks it", arguments: ["a(b", "[某", "(+", "a{2,1}", "(?<x)", "x**"])
    func syntax(source: String) throws {
        let compiling = #expect(throws: PatternError.self) { _ = try Pattern(source) }
        let checking = #expect(throws: PatternError.self) { try Pattern.checkSyntax(of: source) }
        #expect(compiling == checking)
        try Pattern.checkSyntax(of: #"(?i)收到(?P<noun>\p{Han}+?)\d{1,9}件"#)
    }
}
