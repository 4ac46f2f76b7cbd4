internal import CLibXML2
internal import Synchronization

/// A compiled expression of XPath 1.0 with its core functions, and no variables and prefixes but those that it is told of.
///
/// A class, since it owns libxml2's handle. libxml2 keeps a cache of looked-up functions in it, so evaluations hold `lock`, hence
/// `@unchecked Sendable`: one expression is evaluated by one thread at a time.
package final class XPathExpression: @unchecked Sendable {
    /// The longest source that is compiled, in UTF-8 bytes. It bounds how deep libxml2's compiler recurses.
    package static let maximumLength = 4096

    /// The longest string, in bytes, that an expression may put together.
    /// - Source: some ten times the text of the longest report
    static let stringLimit = 1 << 26

    /// The source as given.
    package let source: String
    /// How often the expression can repeat a string at most: `concat` alone makes strings longer, and takes each from an argument.
    private let repetitions: Int
    private let handle: xmlXPathCompExprPtr
    private let lock = Mutex<Void>(())

    /// Compiles an expression; throws `badXPath` or `outOfMemory`. With variables or prefixes other than `xml` it can be evaluated in an
    /// `XPathSession` alone.
    package init(_ source: String, variables: Set<String> = [], prefixes: Set<String> = []) throws(XMLError) {
        guard source.utf8.count <= Self.maximumLength else {
            throw .badXPath(source: source, offset: Self.maximumLength, message: "longer than \(Self.maximumLength) bytes")
        }
        if let nul = source.utf8.firstIndex(of: 0) {
            throw .badXPath(source: source, offset: source.utf8.distance(from: source.startIndex, to: nul), message: "a NUL character")
        }
        let failures = XPathFailures()
        let compiled = LibXML.quietly { () -> xmlXPathCompExprPtr? in
            guard let context = xmlXPathNewContext(nil) else { return nil }
            defer { xmlXPathFreeContext(context) }
            return failures.collecting(in: context) { xmlXPathCtxtCompile(context, source) }
        }
        if let failure = failures.first {
            xmlXPathFreeCompExpr(compiled)
            throw .badXPath(source: source, offset: min(max(failure.offset, 0), source.utf8.count), message: failure.message)
        }
        guard let compiled else { throw .outOfMemory }
        if let fault = XPathSyntax.fault(in: source, variables: variables, prefixes: prefixes) {
            xmlXPathFreeCompExpr(compiled)
            throw .badXPath(source: source, offset: fault.offset, message: fault.message)
        }
        self.source = source
        repetitions = source.contains("concat") ? source.utf8.count { $0 == UInt8(ascii: ",") } + 1 : 1
        handle = compiled
    }

    /// Whether all strings that it makes of ones of that length are within bounds.
    func isBounded(longest: () -> Int) -> Bool { repetitions == 1 || longest() <= Self.stringLimit / repetitions }

    deinit {
        xmlXPathFreeCompExpr(handle)
    }

    /// Evaluates in a context that a session has set up; nil where that fails.
    func evaluate(in context: xmlXPathContextPtr) -> xmlXPathObjectPtr? {
        // A mutex hands out no pointers, which others might hold as well; this one is new.
        let address = lock.withLock { _ in UInt(bitPattern: xmlXPathCompiledEval(handle, context)) }
        return xmlXPathObjectPtr(bitPattern: address)
    }

    /// Evaluates the expression with `element` (nil: the document node) as its context node.
    ///
    /// - Parameter limit: how many steps, libxml2's count, the evaluation may take: about one for each node visited.
    /// - Throws: `xpathLimitReached`, `xpathFailed` (say, `sum` over what is no node set), `outOfMemory`.
    package func value(
        in document: XMLDocument, from element: XMLElement? = nil, limit: Int = 1_000_000
    ) throws(XMLError) -> XPathValue {
        precondition(element.map { $0.document === document } ?? true, "the context element belongs to the document")
        precondition(limit > 0, "a limit of steps is positive; libxml2 takes 0 for none")
        guard isBounded(longest: { document.textLength }) else { throw .xpathLimitReached(source: source, limit: Self.stringLimit) }
        let failures = XPathFailures()
        let value = LibXML.quietly { () -> XPathValue? in
            guard let context = xmlXPathNewContext(document.handle) else { return nil }
            defer { xmlXPathFreeContext(context) }
            context.pointee.opLimit = UInt(limit)
            context.pointee.node = element?.node ?? UnsafeMutableRawPointer(document.handle).assumingMemoryBound(to: xmlNode.self)
            // `id()` reads what schema validation writes.
            return lock.withLock { _ in
                document.lock.withLock { _ in
                    let result = failures.collecting(in: context) { xmlXPathCompiledEval(handle, context) }
                    defer { xmlXPathFreeObject(result) }
                    return result.flatMap { XPathValue($0, document: document) }
                }
            }
        }
        if let failure = failures.first {
            guard failure.isLimit else { throw .xpathFailed(source: source, message: failure.message) }
            throw .xpathLimitReached(source: source, limit: limit)
        }
        guard let value else { throw .xpathFailed(source: source, message: "no value") }
        return value
    }
}
