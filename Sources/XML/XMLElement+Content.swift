internal import CLibXML2

/// One piece of an element's content; comments and processing instructions are left out.
package enum XMLNode: Hashable, Sendable {
    case element(XMLElement)
    /// Exact text, CDATA sections included; never empty, and no two stand side by side.
    case text(String)
}

extension XMLElement {
    /// The element around this one; nil for the root.
    package var parent: XMLElement? {
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return XMLElement(document: document, node: parent)
    }

    /// The elements directly inside, in document order.
    package var children: [XMLElement] {
        var found: [XMLElement] = []
        var next = xmlFirstElementChild(node)
        while let child = next {
            found.append(XMLElement(document: document, node: child))
            next = xmlNextElementSibling(child)
        }
        return found
    }

    /// The elements directly inside that have this local name, in document order.
    package func children(named name: String) -> [XMLElement] {
        LibXML.withName(name) { name in children.filter { xmlStrEqual($0.node.pointee.name, name) != 0 } }
    }

    /// The first element directly inside that has this local name; nil without one.
    package func firstChild(named name: String) -> XMLElement? {
        LibXML.withName(name) { name in
            var next = xmlFirstElementChild(node)
            while let child = next, xmlStrEqual(child.pointee.name, name) == 0 { next = xmlNextElementSibling(child) }
            return next.map { XMLElement(document: document, node: $0) }
        }
    }

    /// Elements and text directly inside, in document order. Of a parsed document, text of nothing but white space between elements is left out.
    package var content: [XMLNode] {
        var found: [XMLNode] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text += LibXML.string(child.pointee.content)
            case XML_ELEMENT_NODE:
                if !text.isEmpty { found.append(.text(text)) }
                text = ""
                found.append(.element(XMLElement(document: document, node: child)))
            default:
                break
            }
            next = child.pointee.next
        }
        if !text.isEmpty { found.append(.text(text)) }
        return found
    }

    /// All text inside, that of inner elements included, exactly as it stands; empty without any.
    package var text: String {
        guard let first = node.pointee.children else { return "" }
        if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE {
            return LibXML.string(first.pointee.content)
        }
        return LibXML.string(taking: xmlNodeGetContent(node))
    }

    /// `text` without the white space of XML (space, tab, carriage return, line feed) at both ends. Other spaces, such as U+3000, stay.
    package var trimmedText: String {
        let text = text
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(text[first...last])
    }
}
