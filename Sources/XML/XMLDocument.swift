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
    /// Empty for a built document.
    private let source: [UInt8]
    /// Where each element's start tag begins in the source, by the ordinal of the element in document order; -1 where that is not known. Empty for a
    /// built document.
    private let offsets: [Int]
    /// See `textLength`; nil until it is asked for.
    private let measuredText = Mutex<Int?>(nil)
    /// The offsets at which lines begin; empty until a position is asked for.
    private let lineStarts = Mutex<[Int]>([])

    /// Takes over the tree.
    init(handle: xmlDocPtr, root: LibXML.Node, name: String, source: [UInt8] = [], offsets: [Int] = []) {
        self.handle = handle
        self.name = name
        self.source = source
        self.offsets = offsets
        rootNode = root
    }

    deinit {
        xmlFreeDoc(handle)
    }

    /// The outermost element.
    package var root: XMLElement {
        XMLElement(document: self, node: rootNode)
    }

    /// The bytes of all text in the document, attributes not included. Linear in the document, once.
    var textLength: Int {
        measuredText.withLock { known in
            if let known { return known }
            let length = root.text.utf8.count
            known = length
            return length
        }
    }

    func position(of node: LibXML.Node) -> XMLPosition {
        guard let index = Self.index(of: node), offsets.indices.contains(index), offsets[index] >= 0 else { return .unknown }
        return lineStarts.withLock { starts in
            source.withUnsafeBufferPointer { source in
                if starts.isEmpty { starts = XMLPosition.lineStarts(in: source) }
                return XMLPosition(offset: offsets[index], in: source, lineStarts: starts)
            }
        }
    }

    /// An element carries its index, plus one, in the pointer that libxml2 leaves to its user.
    static func index(of node: LibXML.Node) -> Int? {
        node.pointee._private.map { Int(bitPattern: $0) - 1 }
    }

    static func setIndex(_ index: Int, of node: LibXML.Node) {
        node.pointee._private = UnsafeMutableRawPointer(bitPattern: index + 1)
    }
}
