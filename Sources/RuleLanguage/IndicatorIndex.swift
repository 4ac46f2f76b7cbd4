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
        var found = false
        eachMatch(pattern, fillings: [:]) { _ in found = true }
        return found
    }

    /// Calls `body` once for each way in which an indicator fits, with the index of the filling of each gap, in the order of the gaps.
    ///
    /// - Parameter fillings: the paths that may stand in gaps, by the gaps' names.
    func eachMatch(_ pattern: IndicatorPattern, fillings: [String: [[Int]]], _ body: ([Int]) -> Void) {
        var steps: [Step] = []
        for segment in pattern.segments {
            switch segment {
            case .literal(let name):
                guard let number = tree.number(of: name) else { return }
                steps.append(Step(isGap: false, paths: [[number]]))
            case .any: steps.append(Step(isGap: false, paths: [[IdentifierTree.any]]))
            case .slot(let name): steps.append(Step(isGap: true, paths: fillings[name] ?? []))
            }
        }
        var chosen: [Int] = []
        match(steps, 0, from: IdentifierTree.root, &chosen, body)
    }

    /// One segment of a pattern: the paths of which one has to be gone.
    private struct Step {
        let isGap: Bool
        let paths: [[Int]]
    }

    private func match(_ steps: [Step], _ step: Int, from node: Int, _ chosen: inout [Int], _ body: ([Int]) -> Void) {
        guard step < steps.count else {
            if tree.indicator(at: node) != nil { body(chosen) }
            return
        }
        for path in steps[step].paths.indices {
            if steps[step].isGap { chosen.append(path) }
            walk(steps, step, path, 0, from: node, &chosen, body)
            if steps[step].isGap { chosen.removeLast() }
        }
    }

    private func walk(
        _ steps: [Step], _ step: Int, _ path: Int, _ position: Int, from node: Int, _ chosen: inout [Int], _ body: ([Int]) -> Void
    ) {
        guard position < steps[step].paths[path].count else {
            match(steps, step + 1, from: node, &chosen, body)
            return
        }
        tree.eachChild(of: node, by: steps[step].paths[path][position]) { child in
            walk(steps, step, path, position + 1, from: child, &chosen, body)
        }
    }
}
