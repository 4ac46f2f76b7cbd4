internal import CLibXML2
internal import Synchronization

/// A compiled XML Schema (version 1.0). It stands in one document: `include`, `import` and `redefine` open nothing.
///
/// Patterns and repetitions in a schema are compiled to automata that can grow without bound, so a schema is part of the program, not of its input.
///
/// A class, since it owns libxml2's handle, which is not changed by validation, hence `@unchecked Sendable`.
package final class XMLSchema: @unchecked Sendable {
    private let handle: xmlSchemaPtr
    // The compiled schema points into its tree.
    private let source: XMLDocument

    /// Compiles a schema; some milliseconds for a large one.
    ///
    /// - Parameter name: what problems in the schema itself call it.
    /// - Throws: what parsing throws, `badSchema`, `outOfMemory`.
    package init(_ bytes: [UInt8], name: String) throws(XMLError) {
        let source = try XMLDocument(parsing: bytes, name: name)
        let collector = ProblemCollector(document: source)
        let compiled = LibXML.quietly { () -> xmlSchemaPtr? in
            guard let context = xmlSchemaNewDocParserCtxt(source.handle) else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            return collector.collecting { data in
                xmlSchemaSetParserStructuredErrors(context, { ProblemCollector.note($0, $1) }, data)
                return xmlSchemaParse(context)
            }
        }
        if !collector.problems.isEmpty {
            xmlSchemaFree(compiled)
            throw .badSchema(collector.problems)
        }
        guard let compiled else { throw .outOfMemory }
        self.source = source
        handle = compiled
    }

    deinit {
        xmlSchemaFree(handle)
    }

    /// What the document has against the schema, in document order; empty when it is valid. A message names the element, the attribute, the
    /// value and what is allowed; its place is the start tag.
    ///
    /// Within an element whose content is out of order, libxml2 reports the first thing and leaves the rest of that element unchecked.
    package func problems(in document: XMLDocument) throws(XMLError) -> [XMLProblem] {
        let collector = ProblemCollector(document: document)
        let status = LibXML.quietly { () -> Int32 in
            guard let context = xmlSchemaNewValidCtxt(handle) else { return -1 }
            defer { xmlSchemaFreeValidCtxt(context) }
            return collector.collecting { data in
                xmlSchemaSetValidStructuredErrors(context, { ProblemCollector.note($0, $1) }, data)
                // Values of type xs:ID are noted in the tree.
                return document.lock.withLock { _ in xmlSchemaValidateDoc(context, document.handle) }
            }
        }
        // A positive status stands for problems that were reported; a negative one for a failure inside libxml2.
        guard status == 0 || !collector.problems.isEmpty else { throw .outOfMemory }
        return collector.problems
    }

    /// Refuses a document that is not valid, with all its problems.
    package func validate(_ document: XMLDocument) throws(XMLError) {
        let problems = try problems(in: document)
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
