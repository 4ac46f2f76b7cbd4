internal import CLibXML2

/// Listens to one run of the parser: notes where each start tag begins, the first thing wrong, and a document type declaration.
///
/// A class, since libxml2's callbacks reach it by a pointer. It lives and is used within one call on one thread.
final class ParsingObserver {
    /// Where each element's start tag begins in the source, in document order; -1 where that is not known.
    private(set) var offsets: [Int] = []
    private var problem: XMLProblem?
    /// Where the document type declaration stands; reading stops there.
    private var documentType: XMLPosition?

    private let source: UnsafeBufferPointer<UInt8>
    private let file: String

    init(source: UnsafeBufferPointer<UInt8>, file: String) {
        self.source = source
        self.file = file
    }

    /// Why the document is not to be used; nil when nothing speaks against it. To be asked even when there is a tree: the parser hands out one
    /// that was stopped half way, or one with broken namespaces, without calling it malformed.
    var refusal: XMLError? {
        documentType.map { .hasDocumentType(file: file, position: $0) } ?? problem.map { .notWellFormed($0) }
    }

    /// Puts itself between the parser and the builder of the tree. The caller keeps the observer alive until the parser has finished.
    func observe(_ context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.sax.pointee.startElementNs = { data, name, prefix, uri, namespaceCount, namespaces, count, defaulted, attributes in
            xmlSAX2StartElementNs(data, name, prefix, uri, namespaceCount, namespaces, count, defaulted, attributes)
            guard let (observer, context) = ParsingObserver.observing(data), let node = context.pointee.node else { return }
            // Without memory for the new node, the current one is its parent, which has its index.
            guard node.pointee._private == nil else { return }
            XMLDocument.setIndex(observer.offsets.count, of: node)
            observer.offsets.append(observer.tagOffset(context))
        }
        context.pointee.sax.pointee.internalSubset = { data, _, _, _ in
            guard let (observer, context) = ParsingObserver.observing(data) else { return }
            let offset = observer.tagOffset(context)
            observer.documentType =
                offset < 0
                ? .unknown : XMLPosition(offset: offset, in: observer.source, lineStarts: XMLPosition.lineStarts(in: observer.source))
            xmlStopParser(context)
        }
        context.pointee.sax.pointee.serror = { data, error in
            guard let (observer, _) = ParsingObserver.observing(data), let error = error?.pointee else { return }
            observer.note(error)
        }
    }

    private static func observing(_ data: UnsafeMutableRawPointer?) -> (ParsingObserver, xmlParserCtxtPtr)? {
        guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self), let observer = context.pointee._private else { return nil }
        return (Unmanaged<ParsingObserver>.fromOpaque(observer).takeUnretainedValue(), context)
    }

    private func note(_ error: xmlError) {
        guard problem == nil, documentType == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let position = XMLPosition(line: Int(error.line), column: Int(error.int2))
        problem = XMLProblem(file: file, position: position, message: LibXML.message(of: error))
    }

    /// Where the tag begins that the parser has just read up to, but not including, its `>`. A tag has no other `<` than its first character.
    private func tagOffset(_ context: xmlParserCtxtPtr) -> Int {
        // With a decoder in between, the parser's offsets are not those of the source. Such a document is refused at its end.
        guard let buffer = context.pointee.input?.pointee.buf, buffer.pointee.encoder == nil else { return -1 }
        var start = min(xmlByteConsumed(context), source.count) - 1
        while start > 0, source[start] != UInt8(ascii: "<") { start -= 1 }
        return start
    }
}
