import XML

/// The names of one kind that a pack has given, to refuse repeated and unknown ones.
struct Names {
    let kind: PackFault.Name
    /// In the order in which they were given.
    private(set) var all: [String] = []
    private var places: [String: Place?] = [:]

    /// Where a name was given.
    private struct Place {
        let file: PackFile
        let element: XMLElement

        var text: String { file.place(of: element) }
    }

    init(_ kind: PackFault.Name) {
        self.kind = kind
    }

    init(_ kind: PackFault.Name, _ names: some Sequence<String>) {
        self.kind = kind
        for name in names where places.updateValue(nil, forKey: name) == nil { all.append(name) }
    }

    func contains(_ name: String) -> Bool { places[name] != nil }

    /// Gives a name; when it was given before, notes so and returns false.
    @discardableResult
    mutating func add(
        _ name: String, in file: PackFile, at element: XMLElement, attribute: String = "id", diagnosis: inout Diagnosis
    ) -> Bool {
        let place = Place(file: file, element: element)
        if let first = places.updateValue(place, forKey: name) {
            places[name] = first
            diagnosis.note(.repeated(kind, name, first: first?.text ?? ""), in: file, at: element, attribute: attribute, word: name)
            return false
        }
        all.append(name)
        return true
    }

    /// Notes when an attribute names something that is not there.
    func expect(_ name: String, in file: PackFile, at element: XMLElement, attribute: String, diagnosis: inout Diagnosis) {
        guard !contains(name) else { return }
        diagnosis.note(unknown(name), in: file, at: element, attribute: attribute, word: name)
    }

    func expect(_ names: [String], in file: PackFile, at element: XMLElement, attribute: String, diagnosis: inout Diagnosis) {
        for name in names { expect(name, in: file, at: element, attribute: attribute, diagnosis: &diagnosis) }
    }

    func unknown(_ name: String) -> PackFault { .unknown(kind, name, nearest: Self.nearest(to: name, among: all)) }

    /// All names when they are few; else those that are a few letters away from the name, the nearest first, at most five.
    static func nearest(to name: String, among names: [String]) -> [String] {
        guard names.count > 10 else { return names }
        let wanted = Array(name.utf8)
        let near = names.enumerated()
            .map { (distance: distance(wanted, Array($1.utf8)), order: $0, name: $1) }
            .filter { $0.distance <= max(2, wanted.count / 3) }
            .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
        return near.prefix(5).map(\.name)
    }

    /// How many bytes have to be put in, left out or replaced.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        // Names longer than any that make sense are not worth the time.
        guard left.count <= 100, right.count <= 100 else { return .max }
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
