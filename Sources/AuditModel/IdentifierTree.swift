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
        var last: (id: [UInt8], path: [(end: Int, node: Int)]) = ([], [])
        for (index, indicator) in indicators.enumerated() {
            let id = Array(indicator.id.utf8)
            let common = zip(id, last.id).prefix { $0 == $1 }.count
            // Segments end alike where a dot, or nothing more, stands behind them in both.
            let isWhole = { (end: Int) in end < common || end == common && (end == id.count || id[end] == UInt8(ascii: ".")) }
            var path = Array(last.path.prefix { isWhole($0.end) })
            var start = path.last.map { $0.end + 1 } ?? 0
            while start <= id.count {
                let end = id[start...].firstIndex(of: UInt8(ascii: ".")) ?? id.count
                let name = String(decoding: id[start..<end], as: UTF8.self)
                let number = numbers[name] ?? numbers.count
                numbers[name] = number
                path.append((end, Self.child(of: path.last?.node ?? Self.root, segment: number, in: &nodes)))
                start = end + 1
            }
            nodes[path.last?.node ?? Self.root].leaf = index
            last = (id, path)
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
        // Most names are one segment.
        if let number = numbers[name] { return [number] }
        var path: [Int] = []
        for segment in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let segment = String(Substring(segment))
            guard let number = segment == "*" ? Self.any : numbers[segment] else { return nil }
            path.append(number)
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
