internal import CLibXML2

/// What an expression yields.
/// - Source: XML Path Language 1.0, section 1
package enum XPathValue: Hashable, Sendable {
    case boolean(Bool)
    /// IEEE 754 double precision, as XPath 1.0 has no other number; may be NaN.
    case number(Double)
    case string(String)
    /// In document order, without duplicates.
    case nodes([XPathNode])

    /// The value as XPath's `boolean()` turns it: a number other than 0 and NaN, a string or node set that is not empty, is true.
    /// - Source: XML Path Language 1.0, section 4.3
    package var isTrue: Bool {
        switch self {
        case .boolean(let value): value
        case .number(let value): value != 0 && !value.isNaN
        case .string(let value): !value.isEmpty
        case .nodes(let nodes): !nodes.isEmpty
        }
    }

    /// Copies what libxml2 found; nil for types that XPath 1.0 does not have.
    init?(_ object: xmlXPathObjectPtr, document: XMLDocument) {
        switch object.pointee.type {
        case XPATH_BOOLEAN:
            self = .boolean(object.pointee.boolval != 0)
        case XPATH_NUMBER:
            self = .number(object.pointee.floatval)
        case XPATH_STRING:
            self = .string(LibXML.string(object.pointee.stringval))
        case XPATH_NODESET:
            guard let set = object.pointee.nodesetval else {
                self = .nodes([])
                return
            }
            xmlXPathNodeSetSort(set)
            let nodes = UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
            self = .nodes(nodes.compactMap { $0 }.map { XPathNode($0, document: document) })
        default:
            return nil
        }
    }
}

/// One member of a node set.
package enum XPathNode: Hashable, Sendable {
    /// The node above the root element.
    case document
    case element(XMLElement)
    case attribute(XMLAttribute, of: XMLElement)
    case text(String, in: XMLElement)
    /// A comment or processing instruction; nil where it stands beside the root.
    case remark(String, in: XMLElement?)
    /// A namespace's name, as in force for an element; nil where libxml2 does not tell the element.
    case namespace(String, of: XMLElement?)

    /// The element itself, or the one that the node belongs to; nil for what stands outside the root.
    package var element: XMLElement? {
        switch self {
        case .document: nil
        case .element(let element), .attribute(_, let element), .text(_, let element): element
        case .remark(_, let element), .namespace(_, let element): element
        }
    }

    init(_ node: LibXML.Node, document: XMLDocument) {
        let element = { (node: LibXML.Node?) -> XMLElement? in
            guard let node, node.pointee.type == XML_ELEMENT_NODE else { return nil }
            return XMLElement(document: document, node: node)
        }
        // A namespace has a layout of its own: only the type may be read before it is known.
        switch node.pointee.type {
        case XML_NAMESPACE_DECL:
            let namespace = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlNs.self)
            // In a node set, libxml2 links a namespace to its element where its next namespace would be.
            let owner = namespace.pointee.next.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: xmlNode.self) }
            self = .namespace(LibXML.string(namespace.pointee.href), of: element(owner))
        case XML_ELEMENT_NODE:
            self = .element(XMLElement(document: document, node: node))
        case XML_ATTRIBUTE_NODE:
            guard let owner = element(node.pointee.parent) else { preconditionFailure("an attribute in a tree has an element") }
            let attribute = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlAttr.self)
            self = .attribute(XMLAttribute(attribute), of: owner)
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            guard let owner = element(node.pointee.parent) else { preconditionFailure("text in a tree has an element") }
            self = .text(LibXML.string(node.pointee.content), in: owner)
        case XML_COMMENT_NODE, XML_PI_NODE:
            self = .remark(LibXML.string(node.pointee.content), in: element(node.pointee.parent))
        default:
            self = .document
        }
    }
}
