internal import CLibXML2
internal import Synchronization

/// Evaluates expressions over one document with variables and prefixes that are bound step by step.
///
/// A class around libxml2's context. It is used by one thread at a time and is not `Sendable`; the expressions that it evaluates may be shared.
package final class XPathSession {
    /// A node of the session's document: where an expression may be evaluated. It means nothing to other sessions.
    package struct Spot: Hashable {
        /// What it is, for reading.
        package let node: XPathNode
        fileprivate let handle: LibXML.Node

        package static func == (left: Spot, right: Spot) -> Bool { left.handle == right.handle }

        package func hash(into hasher: inout Hasher) { hasher.combine(handle) }
    }

    private let document: XMLDocument
    private let context: xmlXPathContextPtr
    /// The lengths, in bytes, of the strings that variables hold.
    private var lengths: [String: Int] = [:]

    /// - Parameters:
    ///   - namespaces: the names that prefixes stand for.
    ///   - limit: how many steps, libxml2's count, all evaluations together may take until `renew` is called.
    package init(_ document: XMLDocument, namespaces: [(prefix: String, name: String)], limit: Int) throws(XMLError) {
        precondition(limit > 0, "a limit of steps is positive; libxml2 takes 0 for none")
        guard let context = LibXML.quietly({ xmlXPathNewContext(document.handle) }) else { throw .outOfMemory }
        self.document = document
        self.context = context
        context.pointee.opLimit = UInt(limit)
        for namespace in namespaces { xmlXPathRegisterNs(context, namespace.prefix, namespace.name) }
    }

    deinit { xmlXPathFreeContext(context) }

    /// Allows as many steps again as at first.
    package func renew() { context.pointee.opCount = 0 }

    /// Binds a variable to an expression's value at a spot (nil: the document), in place of what it was bound to.
    package func bind(_ name: String, to expression: XPathExpression, at spot: Spot?) throws(XMLError) {
        let value = try evaluate(expression, at: spot)
        if value.pointee.type == XPATH_STRING { lengths[name] = Int(xmlStrlen(value.pointee.stringval)) } else { lengths[name] = nil }
        guard xmlXPathRegisterVariable(context, name, value) == 0 else {
            xmlXPathFreeObject(value)
            throw .outOfMemory
        }
    }

    /// Takes a variable back.
    package func unbind(_ name: String) {
        xmlXPathRegisterVariable(context, name, nil)
        lengths[name] = nil
    }

    /// The nodes that an expression yields, in document order; throws `xpathFailed` where it yields none but some other value. Namespaces, which can be no
    /// spot, are left out.
    package func spots(_ expression: XPathExpression) throws(XMLError) -> [Spot] {
        let value = try evaluate(expression, at: nil)
        defer { xmlXPathFreeObject(value) }
        guard value.pointee.type == XPATH_NODESET else { throw .xpathFailed(source: expression.source, message: "no node set") }
        guard let set = value.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        return UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr)).compactMap { node in
            guard let node, node.pointee.type != XML_NAMESPACE_DECL else { return nil }
            return Spot(node: XPathNode(node, document: document), handle: node)
        }
    }

    /// Whether an expression is true at a spot, as XPath's `boolean()` takes it.
    package func isTrue(_ expression: XPathExpression, at spot: Spot?) throws(XMLError) -> Bool {
        let value = try evaluate(expression, at: spot)
        defer { xmlXPathFreeObject(value) }
        return xmlXPathCastToBoolean(value) != 0
    }

    /// An expression's value at a spot, as XPath's `string()` takes it.
    package func string(_ expression: XPathExpression, at spot: Spot?) throws(XMLError) -> String {
        let value = try evaluate(expression, at: spot)
        defer { xmlXPathFreeObject(value) }
        return LibXML.string(taking: xmlXPathCastToString(value))
    }

    /// The caller frees the object.
    private func evaluate(_ expression: XPathExpression, at spot: Spot?) throws(XMLError) -> xmlXPathObjectPtr {
        guard expression.isBounded(longest: { max(document.textLength, lengths.values.max() ?? 0) }) else {
            throw .xpathLimitReached(source: expression.source, limit: XPathExpression.stringLimit)
        }
        let failures = XPathFailures()
        let result = LibXML.quietly {
            context.pointee.node = spot?.handle ?? UnsafeMutableRawPointer(document.handle).assumingMemoryBound(to: xmlNode.self)
            return failures.collecting(in: context) { expression.evaluate(in: context) }
        }
        guard let failure = failures.first else {
            if let result { return result }
            // Where no steps are left at the start, libxml2 says nothing.
            if context.pointee.opCount >= context.pointee.opLimit { throw limitReached(expression) }
            throw .xpathFailed(source: expression.source, message: "no value")
        }
        xmlXPathFreeObject(result)
        guard failure.isLimit else { throw .xpathFailed(source: expression.source, message: failure.message) }
        throw limitReached(expression)
    }

    private func limitReached(_ expression: XPathExpression) -> XMLError {
        .xpathLimitReached(source: expression.source, limit: Int(context.pointee.opLimit))
    }
}
