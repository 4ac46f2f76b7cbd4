import XML

/// One XML file of a pack, read and parsed.
struct PackFile {
    /// The path for messages: folder and name.
    let path: String
    /// The name within the folder.
    let name: String
    let bytes: [UInt8]
    let document: XMLDocument

    var root: XMLElement { document.root }

    /// The elements of the rules in it: its root's own, or, in a profile, those of the list within.
    var rules: [XMLElement] {
        root.name == "rules" ? root.children : root.firstChild(named: "rules")?.children ?? []
    }

    init(path: String, name: String, bytes: [UInt8]) throws(PackProblem) {
        self.path = path
        self.name = name
        self.bytes = bytes
        do {
            document = try XMLDocument(parsing: bytes, name: path, maximumBytes: PackFolder.fileLimit)
        } catch {
            throw PackProblem(error, file: path)
        }
    }
}

extension PackProblem: Error {
    /// What the XML reader has against a file.
    init(_ error: XMLError, file: String) {
        switch error {
        case .tooLarge(_, let bytes, let limit):
            self.init(file: file, fault: .tooLarge(bytes: bytes, limit: limit))
        case .notWellFormed(let problem):
            self.init(file: file, line: problem.position.line, column: problem.position.column, fault: .malformed(message: problem.message))
        case .hasDocumentType(_, let position):
            self.init(file: file, line: position.line, column: position.column, fault: .hasDocumentType)
        case .unsupportedEncoding(_, let encoding):
            self.init(file: file, fault: .notUTF8(encoding: encoding))
        case .badSchema(let problems):
            let first = problems.first
            self.init(
                file: file, line: first?.position.line ?? 1, column: first?.position.column ?? 1,
                fault: .badSchema(message: first?.message ?? ""))
        case .invalid(let problems):
            let first = problems.first
            self.init(
                file: file, line: first?.position.line ?? 1, column: first?.position.column ?? 1,
                fault: .invalid(message: first?.message ?? ""))
        case .badXPath(_, _, let message), .xpathFailed(_, let message):
            self.init(file: file, fault: .badXPath(message: message))
        case .xpathLimitReached(_, let limit):
            self.init(file: file, fault: .badXPath(message: "more than \(limit) steps"))
        case .outOfMemory:
            self.init(file: file, fault: .outOfMemory)
        }
    }
}
