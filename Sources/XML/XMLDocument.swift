internal import CLibXML2
internal import Synchronization

/// A tree of XML, read from bytes or built in memory; never changed afterwards.
///
/// A class, since it owns libxml2's tree. `@unchecked Sendable`: readers only follow pointers, and the two uses that write caches into
/// the tree (schema validation, XPath) hold `lock`.
package final class XMLDocument: @unchecked Sendable {
    /// The file, as the caller named it; empty for a built document.
    package let name: String
    let handle: xmlDocPtr
    let lock = Mutex<Void>(())
    private let rootNode: LibXML.Node
    /// By the ordinal of an element in document order; empty for a built document.
    private let positions: [XMLPosition]

    /// Takes over the tree.
    init(handle: xmlDocPtr, root: LibXML.Node, name: String, positions: [XMLPosition]) {
        self.handle = handle
        self.name = name
        self.positions = positions
        rootNode = root
    }

    deinit {
        xmlFreeDoc(handle)
    }

    /// The outermost element.
    package var root: XMLElement {
        XMLElement(document: self, node: rootNode)
    }

    func position(of node: LibXML.Node) -> XMLPosition {
        guard let index = Self.index(of: node), positions.indices.contains(index) else { return .unknown }
        return positions[index]
    }

    /// An element carries its index, plus one, in the pointer that libxml2 leaves to its user.
    static func index(of node: LibXML.Node) -> Int? {
        node.pointee._private.map { Int(bitPattern: $0) - 1 }
    }

    static func setIndex(_ index: Int, of node: LibXML.Node) {
        node.pointee._private = UnsafeMutableRawPointer(bitPattern: index + 1)
    }
}
