internal import CLibXML2

extension XMLDocument {
    /// The most bytes that `init(parsing:name:maximumBytes:)` takes unless told otherwise. A tree takes up to 40 times the bytes of its source
    /// (many empty attributes), so this stands for 160 MB at worst.
    package static let defaultMaximumBytes = 4 << 20

    /// Parses UTF-8. No entity but the five predefined ones is expanded, and no file or address is ever opened.
    ///
    /// - Parameters:
    ///   - name: what errors and problems call the source.
    ///   - maximumBytes: at most `Int32.max`.
    /// - Throws: `tooLarge`, `notWellFormed`, `hasDocumentType`, `unsupportedEncoding`, `outOfMemory`.
    package convenience init(parsing bytes: [UInt8], name: String, maximumBytes: Int = XMLDocument.defaultMaximumBytes) throws(XMLError) {
        precondition(maximumBytes <= Int(Int32.max), "libxml2 counts the bytes of a source in 32 bits")
        guard bytes.count <= maximumBytes else {
            throw .tooLarge(file: name, bytes: bytes.count, limit: maximumBytes)
        }
        guard !bytes.isEmpty else {
            throw .notWellFormed(XMLProblem(file: name, position: XMLPosition(line: 1, column: 1), message: "Document is empty"))
        }
        if let encoding = Self.wideEncoding(of: bytes) {
            throw .unsupportedEncoding(file: name, encoding: encoding)
        }
        let (handle, offsets) = try bytes.withUnsafeBufferPointer { source throws(XMLError) in
            try LibXML.quietly { () throws(XMLError) in
                try Self.tree(of: source, name: name)
            }
        }
        guard let root = xmlDocGetRootElement(handle) else {
            preconditionFailure("libxml2 returned a well-formed document without a root element")
        }
        self.init(handle: handle, root: root, name: name, source: bytes, offsets: offsets)
    }

    /// UTF-16 and UTF-32, with and without a byte order mark.
    /// - Source: XML 1.0, appendix F.1
    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE), (0x3C, 0x00), (0x00, 0x3C): return "UTF-16"
        case (0x00, 0x00): return "UTF-32"
        default: return nil
        }
    }

    private static func tree(of source: UnsafeBufferPointer<UInt8>, name: String) throws(XMLError) -> (xmlDocPtr, [Int]) {
        guard let context = xmlNewParserCtxt() else { throw .outOfMemory }
        defer { xmlFreeParserCtxt(context) }
        let observer = ParsingObserver(source: source, file: name)
        observer.observe(context)

        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOBLANKS.rawValue
        let parsed = withExtendedLifetime(observer) {
            source.withMemoryRebound(to: CChar.self) {
                xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, nil, Int32(options))
            }
        }
        if let refusal = observer.refusal ?? parsed.flatMap({ Self.refusal(ofEncoding: $0, name: name) }) {
            xmlFreeDoc(parsed)
            throw refusal
        }
        guard let parsed else { throw .outOfMemory }
        return (parsed, observer.offsets)
    }

    private static func refusal(ofEncoding document: xmlDocPtr, name: String) -> XMLError? {
        guard let declared = document.pointee.encoding else { return nil }
        let encoding = LibXML.string(declared)
        let isUTF8 = ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased())
        return isUTF8 ? nil : .unsupportedEncoding(file: name, encoding: encoding)
    }
}
