internal import CLibXML2

/// One element of a document. Holding it keeps the whole document in memory. Equal elements are the same place in the same document.
package struct XMLElement: Hashable, @unchecked Sendable {
    /// The document that it belongs to.
    package let document: XMLDocument
    let node: LibXML.Node

    package static func == (left: XMLElement, right: XMLElement) -> Bool {
        left.node == right.node
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(node)
    }

    /// The local name, without prefix.
    package var name: String {
        LibXML.string(node.pointee.name)
    }

    /// The namespace's name; nil for an element in none.
    package var namespace: String? {
        node.pointee.ns.map { LibXML.string($0.pointee.href) }
    }

    /// Where the start tag's `<` stands; `unknown` in a built document. Linear in the line before it, once in the source.
    package var position: XMLPosition {
        document.position(of: node)
    }

    /// The line of `position`, from 1; 0 in a built document.
    package var line: Int { position.line }

    /// The column of `position`, from 1, in code points; 0 in a built document.
    package var column: Int { position.column }

    /// In a parsed document the element's ordinal in document order, from 0 for the root. In a built one what its builder gave, else nil.
    package var index: Int? {
        XMLDocument.index(of: node)
    }

    /// The value of the attribute with this name in no namespace, as normalised by XML; nil when it is absent, empty when it is empty.
    package func attribute(_ name: String) -> String? {
        LibXML.withName(name) { xmlHasNsProp(node, $0, nil) }.map(XMLAttribute.value)
    }

    /// The value of a namespaced attribute; nil when it is absent.
    package func attribute(_ name: String, namespace: String) -> String? {
        guard let attribute = xmlHasNsProp(node, name, namespace) else { return nil }
        return XMLAttribute.value(of: attribute)
    }

    /// All attributes, in the order of the source; declarations of namespaces are not attributes.
    package var attributes: [XMLAttribute] {
        var found: [XMLAttribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            found.append(XMLAttribute(attribute))
            next = attribute.pointee.next
        }
        return found
    }

    /// The `xml:lang` in force here: the element's own, else that of the nearest element around it; nil when none says. An empty `xml:lang`
    /// takes the language back, so it is nil too.
    /// - Source: XML 1.0, section 2.12
    package var language: String? {
        var around: XMLElement? = self
        while let element = around {
            if let language = element.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace") {
                return language.isEmpty ? nil : language
            }
            around = element.parent
        }
        return nil
    }
}

/// One attribute of an element.
package struct XMLAttribute: Hashable, Sendable {
    /// The local name, without prefix.
    package let name: String
    /// Nil for an attribute without prefix.
    package let namespace: String?
    /// As normalised by XML: white space characters are spaces. May be empty.
    package let value: String

    init(_ attribute: UnsafeMutablePointer<xmlAttr>) {
        name = LibXML.string(attribute.pointee.name)
        namespace = attribute.pointee.ns.map { LibXML.string($0.pointee.href) }
        value = Self.value(of: attribute)
    }

    static func value(of attribute: UnsafeMutablePointer<xmlAttr>) -> String {
        guard let first = attribute.pointee.children else { return "" }
        // The parser makes one text node of a value, save where it holds references.
        if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE {
            return LibXML.string(first.pointee.content)
        }
        return attribute.withMemoryRebound(to: xmlNode.self, capacity: 1) { LibXML.string(taking: xmlNodeGetContent($0)) }
    }
}
