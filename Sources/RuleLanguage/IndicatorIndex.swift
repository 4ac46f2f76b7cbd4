import AuditModel

/// The identifiers of a form's indicators as a tree of numbered segments, so that patterns match without comparing strings.
struct IndicatorIndex {
    /// Stands for any one segment.
    private static let any = -1
    /// Stands for a segment that no indicator has.
    static let nothing = -2

    private struct Node {
        let segment: Int
        var firstChild: Int?
        var nextSibling: Int?
        var isEnd = false
    }

    let form: Form
    private let numbers: [String: Int]
    /// The root first.
    private let nodes: [Node]

    init(_ form: Form) {
        var numbers: [String: Int] = [:]
        var nodes = [Node(segment: Self.any)]
        for indicator in form.indicators {
            var node = 0
            for part in indicator.id.utf8.split(separator: UInt8(ascii: ".")) {
                let name = String(Substring(part))
                let number = numbers[name] ?? numbers.count
                numbers[name] = number
                node = Self.child(of: node, segment: number, in: &nodes)
            }
            nodes[node].isEnd = true
        }
        self.form = form
        self.numbers = numbers
        self.nodes = nodes
    }

    private static func child(of node: Int, segment: Int, in nodes: inout [Node]) -> Int {
        var next = nodes[node].firstChild
        while let child = next {
            if nodes[child].segment == segment { return child }
            next = nodes[child].nextSibling
        }
        nodes.append(Node(segment: segment, nextSibling: nodes[node].firstChild))
        nodes[node].firstChild = nodes.count - 1
        return nodes.count - 1
    }

    /// The names of all segments, sorted.
    var segments: [String] { numbers.keys.sorted() }

    /// The numbers of a name's segments, to fill a gap with; nil when no indicator has one of them. `*` fits any one segment.
    func path(_ name: String) -> [Int]? {
        var path: [Int] = []
        for part in name.utf8.split(separator: UInt8(ascii: ".")) {
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
                guard let number = numbers[name] else { return }
                steps.append(Step(isGap: false, paths: [[number]]))
            case .any: steps.append(Step(isGap: false, paths: [[Self.any]]))
            case .slot(let name): steps.append(Step(isGap: true, paths: fillings[name] ?? []))
            }
        }
        var chosen: [Int] = []
        match(steps, 0, from: 0, &chosen, body)
    }

    /// One segment of a pattern: the paths of which one has to be gone.
    private struct Step {
        let isGap: Bool
        let paths: [[Int]]
    }

    private func match(_ steps: [Step], _ step: Int, from node: Int, _ chosen: inout [Int], _ body: ([Int]) -> Void) {
        guard step < steps.count else {
            if nodes[node].isEnd { body(chosen) }
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
        let wanted = steps[step].paths[path][position]
        var next = nodes[node].firstChild
        while let child = next {
            if wanted == Self.any || wanted == nodes[child].segment {
                walk(steps, step, path, position + 1, from: child, &chosen, body)
                if wanted != Self.any { return }
            }
            next = nodes[child].nextSibling
        }
    }
}
