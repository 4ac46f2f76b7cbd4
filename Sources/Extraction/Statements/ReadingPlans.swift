import AuditModel

/// The readings of all figures, taken apart once, so that putting features in is a walk along a tree of the form's identifiers.
struct ReadingPlans: Sendable {
    private enum Segment: Sendable {
        /// A segment by its number; -1 for one that no identifier of the form has.
        case literal(Int32)
        case any
        case slot(Int)
    }

    /// For each figure its readings, each a list of terms, each a list of segments.
    private let readings: [[[[Segment]]]]
    /// For each dimension and value (0: not told) what may stand for it: each filling a list of segments.
    private let fillings: [[[[Segment]]]]
    /// For each dimension and value (0: not told) the value itself, for a form that does not divide what it expands to.
    private let values: [[[Segment]]]
    private let tree: IdentifierTree

    /// `values`: for each dimension its values by name, 1 being the first.
    init(_ grammar: StatementGrammar, form: Form, values: [[String]]) {
        let tree = IdentifierTree(form)
        func segments(_ text: some StringProtocol) -> [Segment] {
            text.split(separator: ".").map { part in
                if part == "*" { return .any }
                if part.first == "{", part.last == "}" {
                    let name = part.dropFirst().dropLast()
                    if let dimension = grammar.dimensions.firstIndex(where: { $0.id == name }) { return .slot(dimension) }
                }
                return .literal(tree.number(of: String(part)))
            }
        }
        readings = grammar.figures.map { $0.readings.map { $0.map(segments) } }
        fillings = grammar.dimensions.enumerated().map { index, dimension in
            func fillings(of value: String) -> [[Segment]] { (dimension.expansions[value] ?? [value]).map(segments) }
            return [dimension.standard.map(fillings) ?? []] + values[index].map(fillings)
        }
        self.values = grammar.dimensions.enumerated().map { index, dimension in
            [dimension.standard.map { segments($0) } ?? []] + values[index].map { segments($0) }
        }
        self.tree = tree
    }

    func readings(of figure: Int, features: Features) -> [[Int]] {
        readings[figure].compactMap { terms in
            var indices: [Int] = []
            for term in terms {
                let found = matches(term, features) { fillings[$0][$1] } ?? matches(term, features) { [values[$0][$1]] }
                guard let found else { return nil }
                indices += found.sorted()
            }
            return indices.isEmpty ? nil : indices
        }
    }

    /// Nil where one of the identifiers that the term stands for is none of the form's.
    private func matches(_ term: [Segment], _ features: Features, _ fillings: (Int, Int) -> [[Segment]]) -> [Int]? {
        var paths: [[Segment]] = [[]]
        for segment in term {
            if case .slot(let dimension) = segment {
                let options = fillings(dimension, features[dimension])
                paths = paths.flatMap { path in options.map { path + $0 } }
            } else {
                for index in paths.indices { paths[index].append(segment) }
            }
        }
        var indices: [Int] = []
        for path in paths {
            let before = indices.count
            collect(path[...], from: 0, isExact: true, into: &indices)
            if indices.count == before { return nil }
        }
        return indices
    }

    /// Substitutes are never meant by "any".
    private func collect(_ path: ArraySlice<Segment>, from node: Int, isExact: Bool, into indices: inout [Int]) {
        guard let segment = path.first else {
            if let leaf = tree.leaf(at: node), isExact || !leaf.isSubstitute { indices.append(leaf.index) }
            return
        }
        switch segment {
        case .literal(let number):
            if let child = tree.child(of: node, by: number) { collect(path.dropFirst(), from: child, isExact: isExact, into: &indices) }
        case .any:
            for child in tree.children(of: node) { collect(path.dropFirst(), from: child, isExact: false, into: &indices) }
        case .slot: break
        }
    }
}

/// The identifiers of a form's indicators as a tree of their segments.
private struct IdentifierTree: Sendable {
    private struct Node: Sendable {
        var children: [(segment: Int32, node: Int)] = []
        var leaf: (index: Int, isSubstitute: Bool)?
    }

    private var nodes = [Node()]
    private var numbers: [String: Int32] = [:]

    init(_ form: Form) {
        for (index, indicator) in form.indicators.enumerated() {
            var node = 0
            for part in indicator.id.split(separator: ".") {
                let number = numbers[String(part), default: Int32(numbers.count)]
                numbers[String(part)] = number
                if let child = child(of: node, by: number) {
                    node = child
                } else {
                    nodes.append(Node())
                    nodes[node].children.append((number, nodes.count - 1))
                    node = nodes.count - 1
                }
            }
            nodes[node].leaf = (index, indicator.isSubstitute)
        }
    }

    /// The number of a segment; -1 where no identifier has it.
    func number(of segment: String) -> Int32 { numbers[segment] ?? -1 }

    func child(of node: Int, by segment: Int32) -> Int? { nodes[node].children.first { $0.segment == segment }?.node }

    func children(of node: Int) -> [Int] { nodes[node].children.map(\.node) }

    func leaf(at node: Int) -> (index: Int, isSubstitute: Bool)? { nodes[node].leaf }
}
