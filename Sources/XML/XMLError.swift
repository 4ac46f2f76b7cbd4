/// A place in an XML source.
package struct XMLPosition: Hashable, Comparable, Sendable {
    /// From 1; 0 where the place is not known. Lines end with a line feed.
    package let line: Int
    /// From 1, counted in code points (a byte order mark is not counted); 0 where only the line is known.
    package let column: Int

    /// A place by its line and column, both from 1 or 0 for unknown.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// A place that is not known: that of elements which no source was read for.
    package static let unknown = XMLPosition(line: 0, column: 0)

    package static func < (left: XMLPosition, right: XMLPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// One thing wrong in an XML source.
package struct XMLProblem: Hashable, Sendable {
    /// The file, as the caller named it.
    package let file: String
    /// For what a schema finds: the start tag of the element. For malformed sources: where reading stopped.
    package let position: XMLPosition
    /// libxml2's message: English, one line; names of the schema's kind look like `Element 'rule', attribute 'severity': …`.
    package let message: String

    package init(file: String, position: XMLPosition, message: String) {
        self.file = file
        self.position = position
        self.message = message
    }
}

/// Why XML could not be read, checked or queried.
package enum XMLError: Error, Hashable, Sendable {
    /// The source, or a part of it, is beyond a limit, as a rule that of the bytes which the caller allows.
    case tooLarge(file: String, bytes: Int, limit: Int)
    /// The source breaks the rules of XML or of its namespaces, or nests deeper than libxml2's 256 levels. The first thing wrong.
    case notWellFormed(XMLProblem)
    /// The source has a document type declaration, which could define entities: refused unread.
    case hasDocumentType(file: String, position: XMLPosition)
    /// The source says, or shows by its first bytes, that it is not UTF-8.
    case unsupportedEncoding(file: String, encoding: String)
    /// The schema itself is wrong; at least one problem, in its own source.
    case badSchema([XMLProblem])
    /// The document breaks its schema; at least one problem, in document order.
    case invalid([XMLProblem])
    /// The expression cannot be understood or uses a function, variable or prefix that is not there. `offset` counts UTF-8 bytes from 0.
    case badXPath(source: String, offset: Int, message: String)
    /// The expression took more steps than allowed.
    case xpathLimitReached(source: String, limit: Int)
    /// The expression failed on this document; libxml2's message.
    case xpathFailed(source: String, message: String)
    /// libxml2 could not allocate memory.
    case outOfMemory
}
