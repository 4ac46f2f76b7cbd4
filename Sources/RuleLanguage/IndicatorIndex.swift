import AuditModel

/// A form's identifiers, to be matched with patterns that have gaps for names.
struct IndicatorIndex {
    let form: Form
    private var tree: IdentifierTree { form.identifiers }

    init(_ form: Form) {
        self.form = form
    }

    /// The names of all segments, sorted.
    var segments: [String] { tree.segments }

    /// The numbers of a name's segments, to fill a gap with; nil when no indicator has one of them. `*` fits any one segment.
    func path(_ name: String) -> [Int]? { tree.path(name) }

    /// Whether some indicator fits a pattern without gaps for names.
    func hasMatch(_ pattern: IndicatorPattern) -> Bool {
        // Most are identifiers as they stand.
        form.index(of: pattern.text) != nil || fittingFillings(pattern, fillings: [:]) != nil
    }

    /// For each gap, in their order, and each of its fillings whether some indicator fits with it; nil where none fits at all. Each node of the tree
    /// is looked at once for each segment of the pattern, however many ways lead to it.
    func fittingFillings(_ pattern: IndicatorPattern, fillings: [String: [[Int]]]) -> [[Bool]]? {
        guard let steps = steps(of: pattern, fillings) else { return nil }
        var search = FillingSearch(tree: tree, steps: steps)
        return search.fits(0, IdentifierTree.root) ? zip(steps, search.used).filter(\.0.isGap).map(\.1) : nil
    }

    /// Nil where the pattern has a segment that no indicator has.
    private func steps(of pattern: IndicatorPattern, _ fillings: [String: [[Int]]]) -> [Step]? {
        var steps: [Step] = []
        for segment in pattern.segments {
            switch segment {
            case .literal(let name):
                guard let number = tree.number(of: name) else { return nil }
                steps.append(Step(isGap: false, paths: [[number]]))
            case .any: steps.append(Step(isGap: false, paths: [[IdentifierTree.any]]))
            case .slot(let name): steps.append(Step(isGap: true, paths: fillings[name] ?? []))
            }
        }
        return steps
    }

    /// One segment of a pattern: the paths of which one has to be gone.
    private struct Step {
        let isGap: Bool
        let paths: [[Int]]
    }

    /// Which paths of each step lie on a way to an indicator.
    private struct FillingSearch {
        let tree: IdentifierTree
        let steps: [Step]
        /// For each step, for each of its paths.
        var used: [[Bool]]
        /// For each step and node whether a way leads on; nil before it was looked at.
        private var known: [Bool?]

        init(tree: IdentifierTree, steps: [Step]) {
            self.tree = tree
            self.steps = steps
            used = steps.map { [Bool](repeating: false, count: $0.paths.count) }
            known = [Bool?](repeating: nil, count: steps.count * tree.nodeCount)
        }

        mutating func fits(_ step: Int, _ node: Int) -> Bool {
            guard step < steps.count else { return tree.indicator(at: node) != nil }
            let place = step * tree.nodeCount + node
            if let known = known[place] { return known }
            var fits = false
            for path in steps[step].paths.indices where goes(step, path, 0, node) {
                used[step][path] = true
                fits = true
            }
            known[place] = fits
            return fits
        }

        private mutating func goes(_ step: Int, _ path: Int, _ position: Int, _ node: Int) -> Bool {
            guard position < steps[step].paths[path].count else { return fits(step + 1, node) }
            let segment = steps[step].paths[path][position]
            var child = tree.child(of: node, by: segment, after: nil)
            var isFound = false
            while let next = child {
                if goes(step, path, position + 1, next) { isFound = true }
                child = tree.child(of: node, by: segment, after: next)
            }
            return isFound
        }
    }
}
