import Testing
import XML

/// The face of libxml2's HTML parser.
@Suite struct HTMLDocumentTests {
    private func parse(_ page: String) throws -> HTMLDocument {
        try HTMLDocument(parsing: Array(page.utf8), name: "page", attributes: ["class", "href"])
    }

    /// Elements by name, text as it is, references by what they mean, each after its depth.
    private func dump(_ document: HTMLDocument) -> [String] {
        document.nodes.indices.map { index in
            let node = document.nodes[index]
            var depth = 0
            var parent = Int(node.parent)
            while parent >= 0 {
                depth += 1
                parent = Int(document.nodes[parent].parent)
            }
            let text =
                switch node.kind {
                case .element: "<\(document.names[Int(node.name)])>"
                case .text, .raw: String(decoding: document.source[Int(node.start)..<Int(node.end)], as: UTF8.self)
                case .reference: "&" + String(decoding: document.decoded(index), as: UTF8.self)
                }
            return "\(depth)\(text)"
        }
    }

    @Test(
        "Elements and text come in the order of the page",
        arguments: [
            ("<div><p>甲<b>乙</b>丙</div>丁", ["0<div>", "1<p>", "2甲", "2<b>", "3乙", "2丙", "0<p>", "1丁"]),
            ("<P CLASS=x>甲&nbsp;乙&#20013;", ["0<p>", "1甲", "1&\u{A0}", "1乙", "1&中"]),
            ("<p>a&b&c; &amp;<!-- d --> 5 < 6", ["0<p>", "1a&b&c; ", "1&&", "1 5 < 6"]),
            ("<p>甲<![if !x]>乙<![endif]>丙</p>", ["0<p>", "1甲", "1乙", "1丙"]),
            ("<script>a < b</script>甲", ["0<script>", "1a < b", "0<p>", "1甲"]),
            ("<table><tr><td>1<td>2</table>", ["0<table>", "1<tr>", "2<td>", "31", "2<td>", "32"]), ("<p>甲\u{1}乙", ["0<p>", "1甲", "1乙"]),
        ] as [(String, [String])])
    func nodes(_ page: String, _ expected: [String]) throws {
        #expect(dump(try parse(page)) == expected)
    }

    @Test("A node says where its subtree ends and where it stands")
    func places() throws {
        let document = try parse("甲<div class='a b' id=c><a href>乙</a></div>丙")
        let division = try #require(document.nodes.firstIndex { $0.kind == .element && document.names[Int($0.name)] == "div" })
        let node = document.nodes[division]
        #expect(Int(node.start) == 3 && Int(node.next) == division + 3)
        #expect(document.attribute(0, of: division).map { String(decoding: $0, as: UTF8.self) } == "a b")
        #expect(document.attribute(1, of: division) == nil)
        #expect(document.attribute(1, of: division + 1)?.isEmpty == true)
        #expect(document.hasAttributes(division) && document.stopped == nil)
    }

    @Test("Text longer than the parser's buffer is whole, whatever stands at its seams", arguments: [998, 999, 1000, 1001, 2001])
    func longText(_ length: Int) throws {
        for filler in ["甲", "a", "é", "𠮷", "a\u{2}甲"] {
            let text = String(repeating: filler, count: length)
            let document = try parse("<p>\(text)&lt;\(text)</p>")
            let read = document.nodes.indices.filter { document.nodes[$0].kind != .element }.map {
                String(decoding: document.decoded($0), as: UTF8.self)
            }
            #expect(read.joined() == (text + "<" + text).filter { $0 != "\u{2}" })
            #expect(document.nodes.count { $0.kind == .reference } == 1)
        }
    }

    @Test("No element and no attribute is too much, but a tag with hundreds of them is")
    func attributes() throws {
        let few = (0..<200).map { " a\($0)='>'" }.joined()
        #expect(try parse("<p\(few)>甲</p>").nodes.count == 2)
        let many = (0..<300).map { " a\($0)" }.joined()
        #expect(throws: XMLError.self) { try parse("<p>甲</p><p\(many)>乙</p>") }
        #expect(throws: XMLError.self) { try parse("<p title=\"<i x='\"\(many)>乙</p>") }
        #expect(try parse("").nodes.isEmpty)
    }
}
