/// The identifiers of a form's indicators as a tree of their segments, each segment a number, so that patterns match without comparing strings.
package struct IdentifierTree: Hashable, Sendable {
    /// In a path: any one segment.
    package static let any = -1
    /// In a path: a segment that no indicator has.
    package static let nothing = -2
    /// The node above all first segments.
    package static let root = 0

    private struct Node: Hashable {
        let segment: Int
        /// 0, the root, which is nobody's child, stands for none.
        var firstChild = 0
        var lastChild = 0
        var nextSibling = 0
        /// The indicator whose identifier ends here; -1 for none.
        var leaf = -1
    }

    private let numbers: [String: Int]
    private let nodes: [Node]

    /// Linear in the identifiers.
    init(_ indicators: [Indicator]) {
        var numbers: [String: Int] = [:]
        var nodes = [Node(segment: Self.any)]
        // Neighbours have most segments in common: what the one before has as well is not looked up again.
        var lastPath: [(part: Substring.UTF8View, node: Int)] = []
        for (index, indicator) in indicators.enumerated() {
            var node = Self.root
            var depth = 0
            for part in indicator.id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
                if depth < lastPath.count, lastPath[depth].part.elementsEqual(part) {
                    node = lastPath[depth].node
                } else {
                    lastPath.removeSubrange(depth...)
                    let name = String(Substring(part))
                    let number = numbers[name] ?? numbers.count
                    numbers[name] = number
                    node = Self.child(of: node, segment: number, in: &nodes)
                    lastPath.append((part, node))
                }
                depth += 1
            }
            lastPath.removeSubrange(depth...)
            nodes[node].leaf = index
        }
        self.numbers = numbers
        self.nodes = nodes
    }

    private static func child(of node: Int, segment: Int, in nodes: inout [Node]) -> Int {
        var child = nodes[node].firstChild
        while child != 0 {
            if nodes[child].segment == segment { return child }
            child = nodes[child].nextSibling
        }
        let new = nodes.count
        nodes.append(Node(segment: segment))
        if nodes[node].firstChild == 0 { nodes[node].firstChild = new } else { nodes[nodes[node].lastChild].nextSibling = new }
        nodes[node].lastChild = new
        return new
    }

    /// The names of all segments, sorted.
    package var segments: [String] { numbers.keys.sorted() }

    /// The number of a segment; nil when no identifier has it.
    package func number(of segment: String) -> Int? { numbers[segment] }

    /// The numbers of a name's segments; nil when no identifier has one of them. `*` is `any`.
    package func path(_ name: String) -> [Int]? {
        var path: [Int] = []
        for part in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            if part.elementsEqual("*".utf8) {
                path.append(Self.any)
            } else if let number = numbers[String(Substring(part))] {
                path.append(number)
            } else {
                return nil
            }
        }
        return path
    }

    /// The number of its nodes: indices are below it.
    package var nodeCount: Int { nodes.count }

    /// The first node that a segment leads to or, behind one of its nodes, the next; nil when there is no more.
    package func child(of node: Int, by segment: Int, after last: Int?) -> Int? {
        var child = last.map { nodes[$0].nextSibling } ?? nodes[node].firstChild
        while child != 0 {
            if segment == Self.any || segment == nodes[child].segment { return child }
            child = nodes[child].nextSibling
        }
        return nil
    }

    /// Calls `body` with each node that a segment leads to, in the order of the form: at most one, unless the segment is `any`.
    package func eachChild(of node: Int, by segment: Int, _ body: (Int) -> Void) {
        var child = nodes[node].firstChild
        while child != 0 {
            if segment == Self.any || segment == nodes[child].segment {
                body(child)
                if segment != Self.any { return }
            }
            child = nodes[child].nextSibling
        }
    }

    /// The index of the indicator whose identifier ends at a node; nil where none does.
    package func indicator(at node: Int) -> Int? { nodes[node].leaf < 0 ? nil : nodes[node].leaf }

    /// The indices of the indicators that a path leads to, in the order of the form.
    package func indicators(along path: [Int]) -> [Int] {
        var nodes = [Self.root]
        for segment in path {
            var next: [Int] = []
            for node in nodes { eachChild(of: node, by: segment) { next.append($0) } }
            nodes = next
        }
        return nodes.compactMap(indicator).sorted()
    }
}
