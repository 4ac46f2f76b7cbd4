import Foundation
import Testing
import XML

@Suite struct XMLSchemaTests {
    private static let source = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="pack">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="rule" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence><xs:element name="year" type="xs:gYear" minOccurs="0"/></xs:sequence>
                    <xs:attribute name="id" type="xs:ID" use="required"/>
                    <xs:attribute name="key"/>
                    <xs:attribute name="severity">
                      <xs:simpleType>
                        <xs:restriction base="xs:string"><xs:enumeration value="error"/><xs:enumeration value="note"/></xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
            <xs:unique name="keys"><xs:selector xpath="rule"/><xs:field xpath="@key"/></xs:unique>
          </xs:element>
        </xs:schema>
        """

    private func schema() throws -> XMLSchema {
        try XMLSchema(Array(Self.source.utf8), name: "pack.xsd")
    }

    @Test("a valid document has no problems")
    func valid() throws {
        let schema = try schema()
        let document = try parsed("<pack><rule id='a' severity='note'><year>2024</year></rule><rule id='b'/></pack>")
        #expect(try schema.problems(in: document).isEmpty)
        // Validation notes identifiers in the tree: a second run finds the same.
        #expect(try schema.problems(in: document).isEmpty)
        try schema.validate(document)
    }

    @Test(
        "a problem names what is wrong, at the start tag",
        arguments: [
            (" <rule id='a'\n severity='wrong'/>", 2, 2, ["severity", "'wrong'", "'error', 'note'"]),
            ("<rule/>", 2, 1, ["rule", "'id' is required"]),
            ("<rule id='a' 多='1'/>", 2, 1, ["rule", "'多'", "not allowed"]),
            ("<rule id='a'/>\n<rule id='a'/>", 3, 1, ["'a'", "xs:ID"]),
            ("<rule id='a' key='k'/>\n<rule id='b' key='k'/>", 3, 1, ["'k'", "keys"]),
            ("<rule id='a'/>甲<其他/>", 2, 16, ["其他", "rule"]),
            ("<rule id='a'>\n<year>二〇二四</year></rule>", 3, 1, ["year", "'二〇二四'", "xs:gYear"]),
        ])
    func invalid(content: String, line: Int, column: Int, words: [String]) throws {
        let problems = try schema().problems(in: parsed("<pack>\n\(content)</pack>"))
            .filter { !$0.message.contains("Character content other than whitespace") }
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.position == XMLPosition(line: line, column: column))
        #expect(problem.file == "test.xml")
        for word in words {
            #expect(problem.message.contains(word), "\(problem.message)")
        }
    }

    @Test("all problems come, in document order")
    func several() throws {
        let document = try parsed("<pack>\n<rule/>\n<rule id='b' severity='x'/>\n<rule id='b'/>\n</pack>")
        let error = #expect(throws: XMLError.self) { try schema().validate(document) }
        guard case .invalid(let problems) = error else {
            Issue.record("not refused as invalid: \(String(describing: error))")
            return
        }
        #expect(problems.map(\.position.line) == [2, 3, 4])
    }

    @Test("a wrong schema is refused with its own places")
    func badSchema() throws {
        let source = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="a" type="unknown"/>
            </xs:schema>
            """
        let error = #expect(throws: XMLError.self) { try XMLSchema(Array(source.utf8), name: "bad.xsd") }
        guard case .badSchema(let problems) = error, let problem = problems.first else {
            Issue.record("not refused as a bad schema: \(String(describing: error))")
            return
        }
        #expect(problem.file == "bad.xsd")
        #expect(problem.position == XMLPosition(line: 2, column: 3))
        #expect(problem.message.contains("unknown"))
    }

    @Test("neither a schema nor a document makes the validator open another file")
    func noLoading() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gouji-\(UUID().uuidString).xsd").path
        let other = #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="other" type="xs:string"/></xs:schema>"#
        try Data(other.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }

        let including = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="\(path)"/><xs:element name="a"/></xs:schema>
            """
        #expect(throws: XMLError.self) { try XMLSchema(Array(including.utf8), name: "including.xsd") }

        let document = try parsed(
            """
            <other xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="\(path)">a</other>
            """)
        #expect(try !schema().problems(in: document).isEmpty)
    }

    @Test("one schema validates many documents at once")
    func concurrency() async throws {
        let schema = try schema()
        let lines = try await withThrowingTaskGroup(of: Int?.self) { group in
            for line in 2...60 {
                group.addTask {
                    let document = try parsed("<pack>" + String(repeating: "\n", count: line - 1) + "<rule/></pack>")
                    return try schema.problems(in: document).first?.position.line
                }
            }
            return try await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(lines.compactMap { $0 }.sorted() == Array(2...60))
    }
}
