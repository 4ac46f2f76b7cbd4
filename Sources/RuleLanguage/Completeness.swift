import XML

/// What rules and their conditions cannot be without. The schema refuses those that are incomplete as well, but libxml2 cannot name what is
/// missing where it could be many things.
enum Completeness {
    /// What the element at a position lacks; nil when it is none of those that are known here, or lacks nothing.
    static func fault(of root: XMLElement, at position: XMLPosition) -> PackFault? {
        guard let element = element(in: root, at: position) else { return nil }
        let needs = needs(of: element)
        guard !needs.isEmpty else { return nil }
        let names = element.children.map(\.name)
        let missing = needs.filter { need in names.count { $0 == need.child } < need.count }
        return missing.isEmpty ? nil : .incomplete(element: element.name, missing: missing.map(\.child))
    }

    private static func needs(of element: XMLElement) -> [(child: String, count: Int)] {
        switch (element.name, element.parent?.name) {
        case ("rule", _): [("title", 2), ("source", 1), ("case", 1)]
        case ("equation", "rule"), ("relation", "rule"): [("require", 1), ("message", 2), ("advice", 2)]
        case ("title", "rule"), ("source", "rule"), ("case", "rule"), ("when", "rule"): []
        case ("parameter", "rule"): [("meaning", 2)]
        case (_, "rule"): [("message", 2), ("advice", 2)]
        default: []
        }
    }

    private static func element(in root: XMLElement, at position: XMLPosition) -> XMLElement? {
        var found: XMLElement? = root
        while let element = found, element.position != position {
            // The last child that does not begin behind the position holds it.
            found = element.children.last { $0.position <= position }
        }
        return found
    }
}
