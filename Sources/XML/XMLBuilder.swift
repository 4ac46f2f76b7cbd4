internal import CLibXML2

/// Fills one element of a document in the making. It is lent to closures, so that elements nest as the closures do.
package struct XMLBuilder: ~Copyable {
    private let document: xmlDocPtr
    private let current: LibXML.Node

    fileprivate init(document: xmlDocPtr, current: LibXML.Node) {
        self.document = document
        self.current = current
    }

    /// Appends an element.
    ///
    /// - Parameters:
    ///   - name: an XML name without colon; anything else is a bug of the caller.
    ///   - attributes: names (as for elements, each once) and values, any text.
    ///   - index: what `XMLElement.index` is to return; not negative.
    ///   - content: fills the element.
    package func element(
        _ name: String, _ attributes: [(name: String, value: String)] = [], index: Int? = nil,
        content: (borrowing XMLBuilder) -> Void = { _ in }
    ) {
        let node = Self.node(name, attributes, index: index, in: document)
        xmlAddChild(current, node)
        content(XMLBuilder(document: document, current: node))
    }

    /// Appends text. U+0000, which the tree cannot hold, becomes U+FFFD.
    package func text(_ text: String) {
        guard !text.isEmpty else { return }
        xmlAddChild(current, xmlNewDocText(document, Self.storable(text)))
    }

    fileprivate static func node(
        _ name: String, _ attributes: [(name: String, value: String)], index: Int?, in document: xmlDocPtr
    ) -> LibXML.Node {
        precondition(xmlValidateNCName(name, 0) == 0, "an element has an XML name")
        precondition(index ?? 0 >= 0, "an index is not negative")
        guard let node = xmlNewDocNode(document, nil, name, nil) else { preconditionFailure("out of memory") }
        if let index {
            XMLDocument.setIndex(index, of: node)
        }
        for attribute in attributes {
            precondition(xmlValidateNCName(attribute.name, 0) == 0, "an attribute has an XML name")
            xmlNewProp(node, attribute.name, storable(attribute.value))
        }
        return node
    }

    private static func storable(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}

extension XMLDocument {
    /// Builds a document in memory; linear in its content.
    ///
    ///     let document = XMLDocument(root: "report", index: 0) { report in
    ///         report.element("section", [("title", title)], index: 1) { $0.text(text) }
    ///     }
    ///
    /// Parameters are those of `XMLBuilder.element`. Its elements have no positions, and indices only where given.
    package convenience init(
        root name: String, _ attributes: [(name: String, value: String)] = [], index: Int? = nil,
        content: (borrowing XMLBuilder) -> Void = { _ in }
    ) {
        let (handle, root) = LibXML.quietly {
            guard let handle = xmlNewDoc("1.0"), let names = xmlDictCreate() else { preconditionFailure("out of memory") }
            // The tree keeps one copy of each name.
            handle.pointee.dict = names
            let root = XMLBuilder.node(name, attributes, index: index, in: handle)
            xmlDocSetRootElement(handle, root)
            return (handle, root)
        }
        content(XMLBuilder(document: handle, current: root))
        self.init(handle: handle, root: root, name: "")
    }
}
