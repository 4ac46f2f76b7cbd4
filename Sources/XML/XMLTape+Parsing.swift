internal import CLibXML2

extension XMLTape {
    /// How much of a source is read. The tape takes 12 bytes for each tag and each piece of text besides the text itself.
    package struct Limits: Hashable, Sendable {
        /// The bytes of the source; at most 2³⁰.
        package let bytes: Int
        /// The tags and pieces of text.
        package let events: Int

        package init(bytes: Int, events: Int) {
            self.bytes = bytes
            self.events = events
        }
    }

    /// How many levels of tags, each within the other, libxml2 reads.
    package static let deepest = 256
    /// How many bytes a value, comment or instruction may have for libxml2.
    package static let longestPiece = 10_000_000

    /// Parses markup in UTF-8 or UTF-16. No entity but the five predefined ones is expanded, and no file or address is ever opened.
    ///
    /// Names and attributes that the vocabulary does not have leave no more than their tags. Linear in the bytes.
    ///
    /// - Parameter name: what errors call the source.
    /// - Throws: `tooLarge` with the limit that was met: of bytes, of events, `deepest` or `longestPiece`; `notWellFormed`, `hasDocumentType`,
    ///   `outOfMemory`.
    package init(parsing source: [UInt8], name: String, vocabulary: XMLVocabulary, limits: Limits) throws(XMLError) {
        guard source.count <= min(limits.bytes, 1 << 30) else { throw .tooLarge(file: name, bytes: source.count, limit: limits.bytes) }
        guard !source.isEmpty else {
            throw .notWellFormed(XMLProblem(file: name, position: XMLPosition(line: 1, column: 1), message: "Document is empty"))
        }
        let recorder = try source.withUnsafeBufferPointer { buffer throws(XMLError) in
            try LibXML.quietly { () throws(XMLError) in try Self.record(buffer, vocabulary, limits) }
        }
        if let position = recorder.documentType { throw .hasDocumentType(file: name, position: position) }
        if recorder.isFull { throw .tooLarge(file: name, bytes: source.count, limit: limits.events) }
        if let (line, message) = recorder.problem {
            if let limit = Self.limit(in: message) { throw .tooLarge(file: name, bytes: source.count, limit: limit) }
            throw .notWellFormed(XMLProblem(file: name, position: XMLPosition(line: line, column: 0), message: message))
        }
        self.init(events: recorder.events, attributes: recorder.attributes, bytes: recorder.bytes)
    }

    /// The limit of libxml2's that a message speaks of; its codes do not tell.
    private static func limit(in message: String) -> Int? {
        if message.contains("xcessive depth") { return deepest }
        return ["too big", "too long", "uge input"].contains { message.contains($0) } ? longestPiece : nil
    }

    private static func record(
        _ source: UnsafeBufferPointer<UInt8>, _ vocabulary: XMLVocabulary, _ limits: Limits
    ) throws(XMLError) -> TapeRecorder {
        guard let context = xmlNewParserCtxt() else { throw .outOfMemory }
        defer { xmlFreeParserCtxt(context) }
        var recorder = TapeRecorder(
            context, XMLNameTable(vocabulary), limit: min(limits.events, Int(Int32.max) / 2), bytes: source.count)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
        withUnsafeMutablePointer(to: &recorder) { recorder in
            TapeRecorder.attach(recorder, to: context)
            source.withMemoryRebound(to: CChar.self) {
                // No tree is built; what comes back is nothing, or an empty document of a parser that was stopped.
                xmlFreeDoc(xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, nil, Int32(options)))
            }
        }
        recorder.finish(isWellFormed: context.pointee.wellFormed != 0)
        return recorder
    }
}

/// Takes down what the parser meets.
///
/// libxml2's callbacks reach it by a pointer that is good for one run of the parser. No class, whose every access would be checked.
private struct TapeRecorder {
    private(set) var events: [XMLTape.Event] = []
    private(set) var attributes: [XMLTape.Attribute] = []
    private(set) var bytes: [UInt8] = []
    private(set) var documentType: XMLPosition?
    private(set) var problem: (line: Int, message: String)?
    private(set) var isFull = false

    private var open: [Int32] = []
    private var names: XMLNameTable
    private let limit: Int
    /// Belongs to the caller, who keeps it while the parser runs.
    private let context: xmlParserCtxtPtr

    init(_ context: xmlParserCtxtPtr, _ names: XMLNameTable, limit: Int, bytes count: Int) {
        self.context = context
        self.names = names
        self.limit = limit
        events.reserveCapacity(min(limit, count / 16))
        bytes.reserveCapacity(count / 8)
    }

    static func attach(_ recorder: UnsafeMutablePointer<TapeRecorder>, to context: xmlParserCtxtPtr) {
        context.pointee.userData = UnsafeMutableRawPointer(recorder)
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { data, local, _, namespace, _, _, count, _, attributes in
            TapeRecorder.of(data)?.pointee.start(local, namespace, Int(count), attributes)
        }
        handler.endElementNs = { data, _, _, _ in TapeRecorder.of(data)?.pointee.end() }
        handler.characters = { data, text, count in
            TapeRecorder.of(data)?.pointee.add(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { data, _, _, _ in TapeRecorder.of(data)?.pointee.stopAtDocumentType() }
        handler.serror = { data, error in
            guard let error = error?.pointee else { return }
            TapeRecorder.of(data)?.pointee.note(error)
        }
        context.pointee.sax.pointee = handler
    }

    mutating func finish(isWellFormed: Bool) {
        if !isWellFormed || !open.isEmpty, problem == nil { problem = (0, "the document is cut off") }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TapeRecorder>? {
        data?.assumingMemoryBound(to: TapeRecorder.self)
    }

    private mutating func start(
        _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard hasRoom() else { return }
        let first = attributes.count
        if let values {
            for place in 0..<count where attributes.count - first < 255 {
                // Local name, prefix, namespace, and the value from its first byte to behind its last.
                let index = names.index(values[5 * place], values[5 * place + 2])
                guard index >= 0, let from = values[5 * place + 3], let to = values[5 * place + 4] else { continue }
                let start = bytes.count
                append(value: UnsafeBufferPointer(start: from, count: to - from))
                attributes.append(XMLTape.Attribute(name: index, start: Int32(start), count: Int32(bytes.count - start)))
            }
        }
        open.append(Int32(events.count))
        events.append(
            XMLTape.Event(
                kind: .start, name: names.index(local, namespace), attributeCount: UInt8(attributes.count - first), first: Int32(first),
                second: 0))
    }

    /// The parser leaves an ampersand in a value as a reference, and nothing else.
    private mutating func append(value: UnsafeBufferPointer<xmlChar>) {
        var at = 0
        while at < value.count {
            bytes.append(value[at])
            let isReference =
                value[at] == 0x26 && at + 4 < value.count && value[at + 1] == 0x23 && value[at + 2] == 0x33 && value[at + 3] == 0x38
                && value[at + 4] == 0x3B
            at += isReference ? 5 : 1
        }
    }

    private mutating func end() {
        guard let start = open.popLast() else { return }
        let name = events[Int(start)].name
        events[Int(start)].second = Int32(events.count)
        events.append(XMLTape.Event(kind: .end, name: name, attributeCount: 0, first: start, second: 0))
    }

    private mutating func add(_ text: UnsafeBufferPointer<xmlChar>) {
        guard !open.isEmpty else { return }
        let last = events.count - 1
        if events[last].kind == .text {
            events[last].second += Int32(text.count)
        } else {
            guard hasRoom() else { return }
            events.append(
                XMLTape.Event(kind: .text, name: -1, attributeCount: 0, first: Int32(bytes.count), second: Int32(text.count)))
        }
        bytes.append(contentsOf: text)
    }

    private mutating func hasRoom() -> Bool {
        guard events.count >= limit else { return true }
        isFull = true
        xmlStopParser(context)
        return false
    }

    private mutating func stopAtDocumentType() {
        documentType = XMLPosition(line: Int(context.pointee.input?.pointee.line ?? 0), column: 0)
        xmlStopParser(context)
    }

    /// Prefixes that nothing declares make names that no vocabulary has; only what is not well-formed counts.
    private mutating func note(_ error: xmlError) {
        guard problem == nil, error.level.rawValue >= XML_ERR_FATAL.rawValue else { return }
        problem = (Int(error.line), LibXML.message(of: error))
    }
}
