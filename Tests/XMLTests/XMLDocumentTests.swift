import Testing
import XML

@Suite struct XMLDocumentTests {
    @Test("names, attributes and text come out as they stand")
    func reading() throws {
        let document = try parsed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <pack id="a" empty="" note="1 &lt; 2&#10;三"><title> 勾稽 &amp; 核对
            </title><!-- no --><rule/><rule id="r"><![CDATA[<x>]]>y</rule></pack>
            """)
        let root = document.root
        #expect(document.name == "test.xml")
        #expect(root.name == "pack")
        #expect(root.namespace == nil)
        #expect(root.parent == nil)
        #expect(root.attribute("id") == "a")
        #expect(root.attribute("empty") == "")
        #expect(root.attribute("absent") == nil)
        #expect(root.attributes.map(\.name) == ["id", "empty", "note"])
        #expect(root.attributes.map(\.value) == ["a", "", "1 < 2\n三"])
        #expect(root.children.map(\.name) == ["title", "rule", "rule"])
        #expect(root.firstChild(named: "title")?.text == " 勾稽 & 核对\n")
        #expect(root.firstChild(named: "title")?.trimmedText == "勾稽 & 核对")
        #expect(root.firstChild(named: "none") == nil)
        #expect(root.children(named: "rule").map(\.text) == ["", "<x>y"])
        #expect(root.children(named: "rule").map { $0.attribute("id") } == [nil, "r"])
        #expect(root.children.last?.parent == root)
        #expect(root.text == " 勾稽 & 核对\n<x>y")
        #expect(root.children.map(\.index) == [1, 2, 3])
    }

    @Test("mixed content keeps its order, joins text and leaves comments out")
    func mixedContent() throws {
        let root = try parsed("<m>甲<b/>乙<!-- c -->丙<![CDATA[丁]]><?p i?><b/></m>").root
        #expect(root.content == [.text("甲"), .element(root.children[0]), .text("乙丙丁"), .element(root.children[1])])
    }

    @Test(
        "trimming removes only the white space of XML",
        arguments: [("", ""), (" \t\r\n", ""), ("\n a b \n", "a b"), ("\u{3000}甲 ", "\u{3000}甲")])
    func trimming(text: String, trimmed: String) throws {
        let document = XMLDocument(root: "a") { $0.text(text) }
        #expect(document.root.trimmedText == trimmed)
    }

    @Test("namespaces are told apart, and names come without prefixes")
    func namespaces() throws {
        let root = try parsed(#"<a xmlns="urn:1" xmlns:p="urn:2" x="none"><p:b p:x="two" x="none"/></a>"#).root
        let child = try #require(root.children.first)
        #expect(root.namespace == "urn:1")
        #expect(child.name == "b")
        #expect(child.namespace == "urn:2")
        #expect(child.attribute("x") == "none")
        #expect(child.attribute("x", namespace: "urn:2") == "two")
        #expect(child.attribute("x", namespace: "urn:1") == nil)
        #expect(child.attributes.map(\.namespace) == ["urn:2", nil])
        #expect(root.attributes.map(\.name) == ["x"])
    }

    @Test("the language is that of the nearest element that says one")
    func language() throws {
        let root = try parsed(#"<a><b xml:lang="zh-Hans"><c/><c xml:lang="en"/><c xml:lang=""/></b></a>"#).root
        #expect(root.language == nil)
        #expect(root.children[0].language == "zh-Hans")
        #expect(root.children[0].children.map(\.language) == ["zh-Hans", "en", nil])
    }

    @Test("a document outlives the caller's hold on it while an element is held")
    func lifetime() throws {
        let element = try parsed("<a><b>c</b></a>").root.children[0]
        #expect(element.text == "c")
        #expect(element.document.root.name == "a")
    }
}

@Suite struct XMLPositionTests {
    private func places(_ source: String) throws -> [String] {
        func walk(_ element: XMLElement) -> [String] {
            ["\(element.name) \(element.line):\(element.column)"] + element.children.flatMap(walk)
        }
        return try walk(parsed(source).root)
    }

    @Test(
        "an element is where its start tag begins, in lines and code points from 1",
        arguments: [
            ("<a/>", ["a 1:1"]),
            ("\n  <a>\n<b/></a>", ["a 2:3", "b 3:1"]),
            ("<a\n  x='1'\n  y='2'\n><b\n/></a>", ["a 1:1", "b 4:2"]),
            ("<a>勾稽𠀀<b/></a>", ["a 1:1", "b 1:7"]),
            ("<a 名='勾>稽'><b/></a>", ["a 1:1", "b 1:12"]),
            ("<a x='&lt;&#60;'><b y='>'/></a>", ["a 1:1", "b 1:18"]),
            ("<a>\r\n <b/>\r\n</a>", ["a 1:1", "b 2:2"]),
            ("\u{FEFF}<a><b/></a>", ["a 1:1", "b 1:4"]),
            ("<a><!-- <x> --><![CDATA[<y>]]><b/><?p <z> ?><c/></a>", ["a 1:1", "b 1:31", "c 1:45"]),
            ("<a></a>", ["a 1:1"]),
        ])
    func place(source: String, expected: [String]) throws {
        #expect(try places(source) == expected)
    }

    @Test("places stay exact far into a large document")
    func large() throws {
        let line = "  <规则 编号='甲' 说明='比较两处数字是否一致'>正文<b/></规则>\n"
        let document = try parsed("<a>\n" + String(repeating: line, count: 40_000) + "</a>", name: "large.xml")
        let rules = document.root.children
        #expect(rules.count == 40_000)
        for (offset, rule) in rules.enumerated() {
            let inner = rule.children[0]
            guard rule.line == offset + 2, rule.column == 3, inner.line == offset + 2, inner.column == 32 else {
                Issue.record("rule \(offset) is at \(rule.position), its child at \(inner.position)")
                return
            }
        }
    }
}
