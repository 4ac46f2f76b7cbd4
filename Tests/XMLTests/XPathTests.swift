import Testing
import XML

@Suite struct XPathTests {
    private let document = XMLDocument(root: "report", [("year", "2024")], index: 0) { report in
        report.element("section", [("title", "甲"), ("words", "120")], index: 1) { section in
            section.text("正文")
            section.element("table", index: 10)
        }
        report.element("section", [("title", "乙"), ("words", "80")], index: 2)
        report.element("remark") { $0.text("a<b&\0c") }
    }

    private func value(_ source: String) throws -> XPathValue {
        try XPathExpression(source).value(in: document)
    }

    @Test(
        "values keep their types",
        arguments: [
            ("count(/report/section) = 2", XPathValue.boolean(true)),
            ("count(//section) + sum(//section/@words)", .number(202)),
            ("string(//section[2]/@title)", .string("乙")),
            ("//nothing", .nodes([])),
            ("name(/report/*[last()])", .string("remark")),
            ("2 * 3 mod 4 div 2", .number(1)),
            ("string(//remark)", .string("a<b&\u{FFFD}c")),
        ])
    func types(source: String, expected: XPathValue) throws {
        #expect(try value(source) == expected)
    }

    @Test("matched nodes lead back to what the builder's caller numbered")
    func indices() throws {
        guard case .nodes(let nodes) = try value("//table | //section[@words < 100] | //@year | //remark | //section/text()") else {
            Issue.record("not a node set")
            return
        }
        #expect(nodes.map { $0.element?.index } == [0, 1, 10, 2, nil])
        #expect(nodes.map { $0.element?.name } == ["report", "section", "table", "section", "remark"])
        #expect(nodes.first == .attribute(document.root.attributes[0], of: document.root))
        #expect(nodes[1] == .text("正文", in: document.root.children[0]))
        #expect(document.root.position == .unknown)
    }

    @Test("every kind of node can be matched")
    func kinds() throws {
        let document = try parsed("<!-- x --><a xmlns:p='urn:p'><!-- y --><?z w?></a>")
        let nodes = { (source: String) in try XPathExpression(source).value(in: document) }
        #expect(try nodes("/") == .nodes([.document]))
        #expect(try nodes("/comment()") == .nodes([.remark(" x ", in: nil)]))
        #expect(try nodes("/a/node()") == .nodes([.remark(" y ", in: document.root), .remark("w", in: document.root)]))
        guard case .nodes(let namespaces) = try nodes("/a/namespace::*") else {
            Issue.record("not a node set")
            return
        }
        #expect(namespaces.contains(.namespace("urn:p", of: document.root)))
    }

    @Test("an expression starts from the element given")
    func contextNode() throws {
        let section = document.root.children[0]
        #expect(try XPathExpression("string(@title)").value(in: document, from: section) == .string("甲"))
        #expect(try XPathExpression("count(../section)").value(in: document, from: section) == .number(2))
    }

    @Test(
        "a malformed expression is refused with its place",
        arguments: [
            ("", 0, "Invalid expression"), ("1 + count(", 4, "not closed"), ("count()", 0, "'count' does not take 0 arguments"),
            ("not(true( ))[substring('a')]", 13, "'substring' does not take 1 argument"), ("concat('a', (1), \"(,\")[1", 24, "Invalid"),
            ("//section[", 10, "Invalid expression"),
            ("'open", 5, "Unfinished literal"), ("a b", 2, "Invalid expression"), ("甲 = nope(乙)", 6, "no function 'nope'"),
            ("count(//a[zh:b])", 10, "the prefix 'zh'"), ("$year + 1", 0, "variables"), ("key('a', 'b')", 0, "no function 'key'"),
            ("a\u{0}b", 1, "NUL"),
        ])
    func malformed(source: String, offset: Int, words: String) throws {
        let error = #expect(throws: XMLError.self) { try XPathExpression(source) }
        guard case .badXPath(source, let place, let message) = error else {
            Issue.record("not refused: \(String(describing: error))")
            return
        }
        #expect(place == offset)
        #expect(message.contains(words), "\(message)")
    }

    @Test(
        "names that look like functions or operators are taken for what they are",
        arguments: [
            "and and (or)", "div div (mod)", "child::div or true()", "text() and node()", "a[and]/b", "* * *", "@* * (2)", ". and (.)",
            "xml:lang",
            "@xml:lang = 'zh'", "processing-instruction('x')", "'nope(' = \"$x p:y(\"", "a-b * (c)", "concat(',', \"(\", (1), a[1])",
            "ancestor-or-self::node()[1]",
            ".5 and (1)", "descendant::and",
        ])
    func namesInPlace(source: String) throws {
        do throws(XMLError) {
            _ = try XPathExpression(source)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("an evaluation that takes too many steps is ended")
    func limit() throws {
        let wide = XMLDocument(root: "a") { root in
            for _ in 0..<300 { root.element("b") }
        }
        let expression = try XPathExpression("count(//b[count(//b[count(//b) > 1]) > 1])")
        #expect(throws: XMLError.xpathLimitReached(source: expression.source, limit: 10_000)) {
            try expression.value(in: wide, limit: 10_000)
        }
        #expect(try XPathExpression("count(//b)").value(in: wide, limit: 10_000) == .number(300))
    }

    @Test("a failing evaluation is an error, and the expression stays usable")
    func failure() throws {
        let expression = try XPathExpression("sum(//section/@words) + count(string(.))")
        for _ in 0..<2 {
            let error = #expect(throws: XMLError.self) { try expression.value(in: document) }
            guard case .xpathFailed(_, let message) = error else {
                Issue.record("not failed: \(String(describing: error))")
                return
            }
            #expect(message.contains("Invalid type"))
        }
    }

    @Test("deeply nested expressions are refused or evaluated, and do not crash", arguments: ["(", "-(", "a[", "not("])
    func depth(opening: String) throws {
        let levels = XPathExpression.maximumLength / (opening.utf8.count + 1) - 1
        let closing = opening.hasSuffix("[") ? "]" : ")"
        let source = String(repeating: opening, count: levels) + "1" + String(repeating: closing, count: levels)
        do throws(XMLError) {
            _ = try XPathExpression(source).value(in: document)
        } catch .badXPath, .xpathFailed {
            // Refused: as good.
        }
        #expect(throws: XMLError.self) { try XPathExpression(String(repeating: opening, count: 5000)) }
    }

    @Test("one expression and one document serve many threads")
    func concurrency() async throws {
        let expression = try XPathExpression("count(//section[@words > 100])")
        let values = try await withThrowingTaskGroup(of: XPathValue.self) { group in
            for _ in 0..<100 {
                group.addTask { try expression.value(in: document) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: .number(1), count: 100))
    }

    @Test("truth is that of XPath's boolean()")
    func truth() {
        #expect(!XPathValue.number(.nan).isTrue)
        #expect(!XPathValue.number(0).isTrue)
        #expect(XPathValue.number(-1).isTrue)
        #expect(XPathValue.string("false").isTrue)
        #expect(!XPathValue.string("").isTrue)
        #expect(!XPathValue.nodes([]).isTrue)
        #expect(XPathValue.nodes([.document]).isTrue)
        #expect(XPathValue.boolean(true).isTrue)
    }
}
