import Glibc

/// A page of HTML as libxml2's parser understands it: elements and text in document order, each with its place in the source.
///
/// There is no tree of objects: a node knows where its subtree ends, so that walking down, over and up needs no recursion however deep a page
/// nests.
package struct HTMLDocument: Sendable {
    /// An element or a stretch of text.
    package struct Node: Sendable {
        /// What a node is.
        package enum Kind: UInt8, Sendable {
            case element
            /// Stands in the source as it is, from `start` to `end`.
            case text
            /// A character reference, which stands in the source from `start` to `end`; what it means is `text(of:)`.
            case reference
            /// What a script or style sheet holds, from `start` to `end`.
            case raw
        }

        /// Tells how the other properties are to be read.
        package let kind: Kind
        /// For an element the index of its name in `names`; else that of its text among the decoded.
        package fileprivate(set) var name: Int32
        /// The UTF-8 offset in the source, from 0, of the node's first byte: for an element that of its start tag's `<`.
        package let start: Int32
        /// The UTF-8 offset after the node's last byte; for an element that of its start tag's `>`, or close to it.
        package let end: Int32
        /// The index of the first node behind the subtree.
        package fileprivate(set) var next: Int32
        /// The index of the element around it; -1 at the top.
        package let parent: Int32
        /// The index of the element's first attribute, and how many it has.
        fileprivate let firstAttribute: Int32
        fileprivate let attributeCount: Int32
    }

    /// One attribute that was asked for.
    fileprivate struct Attribute: Sendable {
        let name: Int32
        let value: Range<Int>
    }

    /// The source, valid UTF-8.
    package let source: [UInt8]
    /// In document order, each element before what it holds.
    package fileprivate(set) var nodes: [Node] = []
    /// The names of elements, in lower case, each once.
    package fileprivate(set) var names: [String] = []
    /// Whether the parser was stopped, since the page's end tags match its start tags too badly; the offset at which it was. Nil when all was read.
    package fileprivate(set) var stopped: Int?

    fileprivate var attributes: [Attribute] = []
    fileprivate var values: [UInt8] = []
    fileprivate var decoded: [Range<Int>] = []
    fileprivate let wanted: [[UInt8]]

    fileprivate init(source: [UInt8], wanted: [String]) {
        self.source = source
        self.wanted = wanted.map { Array($0.utf8) }
    }

    /// The value of an element's attribute in UTF-8; nil when it has none. An attribute without value has an empty one.
    ///
    /// - Parameter index: that of the attribute's name among those asked for, from 0.
    package func attribute(_ index: Int, of node: Int) -> ArraySlice<UInt8>? {
        let element = nodes[node]
        var place = Int(element.firstAttribute)
        let end = place + Int(element.attributeCount)
        while place < end {
            if Int(attributes[place].name) == index { return values[attributes[place].value] }
            place += 1
        }
        return nil
    }

    /// Whether an element has any of the attributes asked for.
    package func hasAttributes(_ node: Int) -> Bool { nodes[node].attributeCount > 0 }

    /// What a reference stands for, in UTF-8.
    package func decoded(_ node: Int) -> ArraySlice<UInt8> {
        nodes[node].kind == .reference ? values[decoded[Int(nodes[node].name)]] : source[Int(nodes[node].start)..<Int(nodes[node].end)]
    }
}

/// Fills a document while the parser reads.
struct HTMLRecorder {
    private(set) var document: HTMLDocument
    private var open: [Int32] = []
    private var indices: [String: Int32] = [:]
    /// The names met last, by the place at which the parser keeps each: it keeps each once, so that hardly any is read twice.
    private var known = [(place: UnsafePointer<UInt8>?, index: Int32)](repeating: (nil, 0), count: 128)
    /// The same of attributes; -1 for one that is not wanted.
    private var knownAttributes = [(place: UnsafePointer<UInt8>?, index: Int32)](repeating: (nil, 0), count: 128)
    /// The longest value of an attribute that is kept: longer ones hold pictures.
    private static let longestValue = 4096

    init(source: [UInt8], wanted: [String]) {
        document = HTMLDocument(source: source, wanted: wanted)
        document.nodes.reserveCapacity(min(1 << 20, source.count / 16))
    }

    var depth: Int { open.count }

    mutating func stop(at offset: Int) {
        if document.stopped == nil { document.stopped = offset }
    }

    /// - Parameter name: stays where it is, and what it is, as long as the parser does.
    mutating func openElement(_ name: UnsafePointer<UInt8>, start: Int, end: Int, attributes: (inout HTMLRecorder) -> Void) {
        let first = document.attributes.count
        attributes(&self)
        let slot = Self.slot(of: name)
        if known[slot].place != name { known[slot] = (name, index(of: name)) }
        let index = known[slot].index
        let element = HTMLDocument.Node(
            kind: .element, name: index, start: Int32(start), end: Int32(end), next: 0, parent: open.last ?? -1,
            firstAttribute: Int32(first),
            attributeCount: Int32(document.attributes.count - first))
        open.append(Int32(document.nodes.count))
        document.nodes.append(element)
    }

    /// Short names stand side by side, so that every bit of the place counts.
    private static func slot(of name: UnsafePointer<UInt8>) -> Int {
        Int((UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15) >> 57)
    }

    private mutating func index(of name: UnsafePointer<UInt8>) -> Int32 {
        let string = String(cString: name)
        let index = indices[string] ?? Int32(document.names.count)
        if index == document.names.count { document.names.append(string.lowercased()) }
        indices[string] = index
        return index
    }

    /// - Parameter name: stays where it is, and what it is, as long as the parser does.
    mutating func addAttribute(_ name: UnsafePointer<UInt8>, value: UnsafePointer<UInt8>?) {
        let slot = Self.slot(of: name)
        if knownAttributes[slot].place != name {
            knownAttributes[slot] = (name, Int32(document.wanted.firstIndex { Self.isEqual(name, $0) } ?? -1))
        }
        let index = knownAttributes[slot].index
        guard index >= 0 else { return }
        let start = document.values.count
        if let value {
            document.values.append(contentsOf: UnsafeBufferPointer(start: value, count: strnlen(value, Self.longestValue)))
        }
        document.attributes.append(HTMLDocument.Attribute(name: index, value: start..<document.values.count))
    }

    private static func isEqual(_ name: UnsafePointer<UInt8>, _ other: [UInt8]) -> Bool {
        for offset in other.indices where name[offset] | 0x20 != other[offset] | 0x20 { return false }
        return name[other.count] == 0
    }

    mutating func closeElement() {
        guard let last = open.popLast() else { return }
        document.nodes[Int(last)].next = Int32(document.nodes.count)
    }

    mutating func addText(_ range: Range<Int>, kind: HTMLDocument.Node.Kind = .text) {
        // Stretches that follow each other are one.
        if let last = document.nodes.last, last.kind == kind, kind == .text, Int(last.end) == range.lowerBound,
            last.parent == open.last ?? -1
        {
            document.nodes.removeLast()
            append(kind, 0, Int(last.start)..<range.upperBound)
        } else {
            append(kind, 0, range)
        }
    }

    mutating func addReference(_ range: Range<Int>, meaning: UnsafeBufferPointer<UInt8>) {
        let start = document.values.count
        document.values.append(contentsOf: meaning)
        document.decoded.append(start..<document.values.count)
        append(.reference, document.decoded.count - 1, range)
    }

    private mutating func append(_ kind: HTMLDocument.Node.Kind, _ name: Int, _ range: Range<Int>) {
        document.nodes.append(
            HTMLDocument.Node(
                kind: kind, name: Int32(name), start: Int32(range.lowerBound), end: Int32(range.upperBound),
                next: Int32(document.nodes.count + 1), parent: open.last ?? -1, firstAttribute: 0, attributeCount: 0))
    }

    mutating func finish() {
        while !open.isEmpty { closeElement() }
    }
}
