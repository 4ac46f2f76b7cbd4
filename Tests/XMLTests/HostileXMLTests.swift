import Testing
import XML

@Suite struct HostileXMLTests {
    private func refusal(_ bytes: [UInt8], maximumBytes: Int = XMLDocument.defaultMaximumBytes) -> XMLError? {
        do throws(XMLError) {
            _ = try XMLDocument(parsing: bytes, name: "bad.xml", maximumBytes: maximumBytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "malformed sources are refused with the place where reading stopped",
        arguments: [
            ("", 1, 1, "Document is empty"),
            ("<a>", 1, 4, "Premature end"),
            ("<a>\n<b></a>", 2, 8, "mismatch"),
            ("<a x='1' x='2'/>", 1, 15, "redefined"),
            ("<a>&nope;</a>", 1, 10, "not defined"),
            ("<p:a/>", 1, 5, "prefix"),
            ("<a/><b/>", 1, 5, "Extra content"),
            ("<a x='<'/>", 1, 7, "Unescaped"),
            ("text", 1, 1, "Start tag expected"),
            ("<a>\u{1}</a>", 1, 4, "PCDATA invalid"),
        ])
    func malformed(source: String, line: Int, column: Int, words: String) throws {
        guard case .notWellFormed(let problem) = refusal(Array(source.utf8)) else {
            Issue.record("not refused as malformed: \(String(describing: refusal(Array(source.utf8))))")
            return
        }
        #expect(problem.file == "bad.xml")
        #expect(problem.position == XMLPosition(line: line, column: column))
        #expect(problem.message.contains(words), "\(problem.message)")
    }

    @Test(
        "a document type is refused, whatever it holds",
        arguments: [
            "<!DOCTYPE a><a/>",
            "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e 'eeee'><!ENTITY f '&e;&e;&e;&e;'>]><a>&f;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p'> %p;]><a/>",
            "<!DOCTYPE a [<!ELEMENT a",
        ])
    func documentType(source: String) {
        #expect(refusal(Array("\n \(source)".utf8)) == .hasDocumentType(file: "bad.xml", position: XMLPosition(line: 2, column: 2)))
    }

    @Test("a document type after the root is malformed")
    func lateDocumentType() {
        guard case .notWellFormed = refusal(Array("<a/><!DOCTYPE a>".utf8)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("a source over the limit is not parsed, one at the limit is")
    func size() {
        let source = Array("<a>\(String(repeating: "x", count: 93))</a>".utf8)
        #expect(refusal(source, maximumBytes: 100) == nil)
        #expect(refusal(source, maximumBytes: 99) == .tooLarge(file: "bad.xml", bytes: 100, limit: 99))
    }

    @Test("elements nested too deep are refused", arguments: [(255, true), (100_000, false)])
    func depth(levels: Int, isAccepted: Bool) {
        let source = String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        #expect((refusal(Array(source.utf8)) == nil) == isAccepted)
    }

    @Test("other encodings than UTF-8 are refused by name")
    func encodings() {
        let declared = Array("<?xml version='1.0' encoding='GB18030'?><a/>".utf8)
        #expect(refusal(declared) == .unsupportedEncoding(file: "bad.xml", encoding: "GB18030"))
        let wide: [UInt8] = [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(refusal(wide) == .unsupportedEncoding(file: "bad.xml", encoding: "UTF-16"))
        #expect(refusal(Array(wide.dropFirst(2))) == .unsupportedEncoding(file: "bad.xml", encoding: "UTF-16"))
        #expect(refusal(Array("<?xml version='1.0' encoding='utf-8'?><a/>".utf8)) == nil)
    }

    @Test("bytes that are not UTF-8 are refused")
    func invalidBytes() {
        guard case .notWellFormed = refusal([0x3C, 0x61, 0x3E, 0xB9, 0xB4, 0x3C, 0x2F, 0x61, 0x3E]) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("no cut of a source crashes or is accepted")
    func cut() {
        let source = Array("<?xml version='1.0'?><a x='甲'><!-- c --><b><![CDATA[d]]></b>&amp;</a>".utf8)
        for length in 0..<source.count {
            #expect(refusal(Array(source.prefix(length))) != nil, "the first \(length) bytes")
        }
        #expect(refusal(source) == nil)
    }

    @Test("changed bytes never crash the parser", arguments: [UInt64(1), 2, 3])
    func changed(seed: UInt64) {
        let source = Array("<?xml version='1.0'?><a x='甲' xmlns:p='u'><!-- c --><p:b><![CDATA[d]]></p:b>&amp;<?p i?></a>".utf8)
        var state = seed
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        var accepted = 0
        for _ in 0..<3000 {
            var bytes = source
            for _ in 0...next() % 3 {
                bytes[next() % bytes.count] = UInt8(next() & 0xFF)
            }
            if refusal(bytes) == nil { accepted += 1 }
        }
        // Most changes break the source, some (a letter of a comment, say) do not.
        #expect((1..<2000).contains(accepted), "seed \(seed)")
    }

    @Test("many threads parse at once and get the same trees")
    func concurrency() async throws {
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for size in 1...60 {
                group.addTask { try parsed("<a>" + String(repeating: "<b>甲</b>", count: size) + "</a>").root.children.count }
                group.addTask { (try? parsed("<a>" + String(repeating: "<b>", count: size) + "</a>")) == nil ? 0 : -1 }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(counts.sorted() == Array(repeating: 0, count: 60) + Array(1...60))
    }
}
