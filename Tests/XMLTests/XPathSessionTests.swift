import Testing
import XML

@Suite("Expressions with variables") struct XPathSessionTests {
    private static func document() throws -> XMLDocument {
        try XMLDocument(
            parsing: Array("<r xmlns:p='urn:p'><a n='1'>x</a><a n='2'>yy</a><p:b>z</p:b></r>".utf8), name: "t.xml")
    }

    @Test("variables hold what they were bound to, at the spot where they were bound")
    func variables() throws {
        let session = try XPathSession(try Self.document(), namespaces: [], limit: 10_000)
        try session.bind("all", to: XPathExpression("//a"), at: nil)
        try session.bind("least", to: XPathExpression("1 + 0"), at: nil)
        let known: Set = ["all", "least", "own"]
        let spots = try session.spots(XPathExpression("//a[@n > $least] | //a[1]/@n | //text()", variables: known))
        #expect(spots.count == 5)
        let second = try #require(spots.first { $0.node.element?.attribute("n") == "2" })
        try session.bind("own", to: XPathExpression("string(@n)"), at: second)
        #expect(try session.string(XPathExpression("concat($own, '/', count($all))", variables: known), at: second) == "2/2")
        #expect(try session.isTrue(XPathExpression("$own = '2'", variables: known), at: nil))
        // From an attribute and a text as well.
        let attribute = try #require(spots.first { if case .attribute = $0.node { true } else { false } })
        #expect(try session.string(XPathExpression(".."), at: attribute) == "x")
        session.unbind("own")
        #expect(throws: XMLError.self) { try session.string(XPathExpression("$own", variables: known), at: nil) }
        try session.bind("least", to: XPathExpression("5"), at: nil)
        #expect(try session.string(XPathExpression("$least", variables: known), at: nil) == "5")
    }

    @Test("prefixes stand for the names that they are given")
    func prefixes() throws {
        let session = try XPathSession(try Self.document(), namespaces: [(prefix: "q", name: "urn:p")], limit: 10_000)
        #expect(try session.string(XPathExpression("//q:b", prefixes: ["q"]), at: nil) == "z")
        #expect(throws: XMLError.self) { try XPathExpression("//q:b") }
        #expect(throws: XMLError.self) { try XPathExpression("//p:b", prefixes: ["q"]) }
    }

    @Test("strings do not grow without bounds, by one expression or from variable to variable")
    func growth() throws {
        let session = try XPathSession(try Self.document(), namespaces: [], limit: 1_000_000)
        let double = try XPathExpression("concat($a, $a)", variables: ["a"])
        try session.bind("a", to: XPathExpression("'0123456789'"), at: nil)
        var rounds = 0
        while rounds < 60, (try? session.bind("a", to: double, at: nil)) != nil { rounds += 1 }
        #expect((10..<30).contains(rounds))
        let long = Array(("<r>" + String(repeating: "x", count: 1 << 20) + "</r>").utf8)
        let document = try XMLDocument(parsing: long, name: "t.xml")
        let many = try XPathExpression("string-length(concat(" + Array(repeating: "/", count: 200).joined(separator: ",") + "))")
        #expect(throws: XMLError.self) { try many.value(in: document) }
        #expect(try XPathExpression("string-length(concat(/, /))").value(in: document) == .number(Double(2 << 20)))
    }

    @Test("what is not bound, what yields no nodes, and too many steps are errors")
    func failures() throws {
        #expect(throws: XMLError.self) { try XPathExpression("$a") }
        #expect(throws: XMLError.self) { try XPathExpression("$b", variables: ["a"]) }
        let session = try XPathSession(try Self.document(), namespaces: [], limit: 200)
        #expect(throws: XMLError.xpathFailed(source: "1 + 1", message: "no node set")) { try session.spots(XPathExpression("1 + 1")) }
        let costly = try XPathExpression("count(//*[count(//*[count(//*) > 0]) > 0])")
        var taken = 0
        while taken < 100, (try? session.string(costly, at: nil)) != nil { taken += 1 }
        #expect(taken < 100)
        #expect(throws: XMLError.xpathLimitReached(source: "//a", limit: 200)) { try session.spots(XPathExpression("//a")) }
        session.renew()
        #expect(try session.spots(XPathExpression("//a")).count == 2)
    }
}
