import AuditModel

/// The readings of all figures, taken apart once, so that putting features in is a walk along a tree of the form's identifiers.
struct ReadingPlans: Sendable {
    private enum Segment: Sendable {
        /// A segment as in a path of the form's `IdentifierTree`.
        case literal(Int)
        case slot(Int)
    }

    /// For each figure its readings, each a list of terms, each a list of segments.
    private let readings: [[[[Segment]]]]
    /// For each dimension and value (0: not told) what may stand for it: each filling a list of segments.
    private let fillings: [[[[Segment]]]]
    /// For each dimension and value (0: not told) the value itself, for a form that does not divide what it expands to.
    private let values: [[[Segment]]]
    private let form: Form

    /// `values`: for each dimension its values by name, 1 being the first.
    init(_ grammar: StatementGrammar, form: Form, values: [[String]]) {
        let tree = form.identifiers
        let star = Array("*".utf8)
        func segment(_ part: ArraySlice<UInt8>) -> Segment {
            if part.elementsEqual(star) { return .literal(IdentifierTree.any) }
            if part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}") {
                let name = part.dropFirst().dropLast()
                if let dimension = grammar.dimensions.firstIndex(where: { $0.id.utf8.elementsEqual(name) }) { return .slot(dimension) }
            }
            return .literal(tree.number(of: String(decoding: part, as: UTF8.self)) ?? IdentifierTree.nothing)
        }
        func segments(_ text: String) -> [Segment] { Array(text.utf8).split(separator: UInt8(ascii: ".")).map(segment) }
        readings = grammar.figures.map { $0.readings.map { $0.map(segments) } }
        fillings = grammar.dimensions.enumerated().map { index, dimension in
            func fillings(of value: String) -> [[Segment]] { (dimension.expansions[value] ?? [value]).map(segments) }
            return [dimension.standard.map(fillings) ?? []] + values[index].map(fillings)
        }
        self.values = grammar.dimensions.enumerated().map { index, dimension in
            [dimension.standard.map(segments) ?? []] + values[index].map(segments)
        }
        self.form = form
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
            collect(path[...], from: IdentifierTree.root, isExact: true, into: &indices)
            if indices.count == before { return nil }
        }
        return indices
    }

    /// Substitutes are never meant by "any".
    private func collect(_ path: ArraySlice<Segment>, from node: Int, isExact: Bool, into indices: inout [Int]) {
        guard let segment = path.first else {
            if let index = form.identifiers.indicator(at: node), isExact || !form.indicators[index].isSubstitute { indices.append(index) }
            return
        }
        guard case .literal(let number) = segment else { return }
        form.identifiers.eachChild(of: node, by: number) { child in
            collect(path.dropFirst(), from: child, isExact: isExact && number != IdentifierTree.any, into: &indices)
        }
    }
}
