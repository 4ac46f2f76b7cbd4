import DocumentModel

/// The labels of all tables that are due, made ready for finding them in text, whole or in parts.
struct LabelIndex {
    enum Role: Hashable {
        case row(Int)
        case column(Int)
        /// The label of a group of rows.
        case rowGroup
        /// The label of a group of columns.
        case columnGroup
    }

    struct Meaning: Hashable {
        let table: Int
        let role: Role
    }

    /// One wording and all that it stands for.
    struct Entry {
        /// As `TitleKey` has it.
        let key: [UInt32]
        var meanings: [Meaning]

        func row(of table: Int) -> Int? {
            for meaning in meanings where meaning.table == table { if case .row(let row) = meaning.role { return row } }
            return nil
        }

        func has(_ role: Role, of table: Int) -> Bool { meanings.contains(Meaning(table: table, role: role)) }

        var isRowOrGroup: Bool {
            meanings.contains { meaning in
                switch meaning.role {
                case .row, .rowGroup: true
                case .column, .columnGroup: false
                }
            }
        }

        var isColumn: Bool {
            meanings.contains { meaning in
                if case .column = meaning.role { true } else { false }
            }
        }

        var isRow: Bool {
            meanings.contains { meaning in
                if case .row = meaning.role { true } else { false }
            }
        }

        var isParent: Bool {
            meanings.contains { meaning in
                if case .column = meaning.role { false } else { true }
            }
        }
    }

    let tables: [TableVocabulary]
    private(set) var entries: [Entry] = []
    private var numbers: [[UInt32]: Int] = [:]
    /// The entries by the first scalar of their keys.
    private var starts: [UInt32: [Int]] = [:]
    /// All parts of the labels of columns.
    private var columnParts: Set<[UInt32]> = []
    /// All ends, of two scalars or more, of the labels of rows.
    private var rowEnds: Set<[UInt32]> = []

    /// A label without its number is taken for the same only if so long: shorter ones (其他, 总计) stand in several places.
    private static let shortestBareLabel = 4
    /// Longer labels of columns are not known by their parts.
    private static let longestColumnLabel = 24

    init(_ tables: [TableVocabulary]) {
        self.tables = tables
        for (number, table) in tables.enumerated() {
            for (position, line) in table.rows.enumerated() {
                for label in line.labels { add(label, Meaning(table: number, role: .row(position))) }
                for group in line.groups { add(group, Meaning(table: number, role: .rowGroup)) }
            }
            for (position, line) in table.columns.enumerated() {
                for label in line.labels { add(label, Meaning(table: number, role: .column(position))) }
                for group in line.groups { add(group, Meaning(table: number, role: .columnGroup)) }
            }
        }
        for entry in entries {
            if entry.isColumn, entry.key.count <= Self.longestColumnLabel {
                for start in entry.key.indices {
                    for end in (start + 1)...entry.key.count { columnParts.insert(Array(entry.key[start..<end])) }
                }
            }
            if entry.isRow {
                for start in entry.key.indices.dropLast() { rowEnds.insert(Array(entry.key[start...])) }
            }
        }
    }

    private mutating func add(_ label: String, _ meaning: Meaning) {
        let key = TitleKey.key(of: label)
        add(key, meaning)
        let bare = HeadingLine(label).key
        if bare.count >= Self.shortestBareLabel, bare != key { add(bare, meaning) }
    }

    private mutating func add(_ key: [UInt32], _ meaning: Meaning) {
        guard let first = key.first else { return }
        if let known = numbers[key] {
            if !entries[known].meanings.contains(meaning) { entries[known].meanings.append(meaning) }
            return
        }
        numbers[key] = entries.count
        starts[first, default: []].append(entries.count)
        entries.append(Entry(key: key, meanings: [meaning]))
    }

    /// The lengths of the labels, of one table and two or more, that a key is made of without anything between them; nil for any other key.
    func parts(of key: [UInt32]) -> [Int]? {
        guard key.count >= Self.shortestBareLabel, key.count <= Self.longestRun, numbers[key] == nil, let first = key.first,
            starts[first] != nil
        else { return nil }
        for table in tables.indices {
            if let parts = parts(of: key, table) { return parts }
        }
        return nil
    }

    /// Of several ways the one with the longest labels at the end.
    private func parts(of key: [UInt32], _ table: Int) -> [Int]? {
        // For each place the length of a label that ends there, where labels reach from the start to it; 0 where none do.
        var lengths = [Int](repeating: 0, count: key.count + 1)
        for start in key.indices where start == 0 || lengths[start] > 0 {
            for number in starts[key[start]] ?? [] where entries[number].meanings.contains(where: { $0.table == table }) {
                let label = entries[number].key
                let end = start + label.count
                if end <= key.count, key[start..<end].elementsEqual(label), lengths[end] < label.count { lengths[end] = label.count }
            }
        }
        guard lengths[key.count] > 0 else { return nil }
        var parts: [Int] = []
        var end = key.count
        while end > 0 {
            parts.append(lengths[end])
            end -= lengths[end]
        }
        return parts.reversed()
    }

    /// Scalars of the longest run of labels that is parted: the fifteen headings of the widest table with what stands over them.
    private static let longestRun = 120

    /// The entry of that very wording; nil when there is none.
    func entry(_ key: [UInt32]) -> Int? { numbers[key] }

    /// The entries that begin with a key.
    func entries(startingWith key: [UInt32]) -> [Int] {
        guard let first = key.first, let candidates = starts[first] else { return [] }
        return candidates.filter { entries[$0].key.starts(with: key) }
    }

    /// Whether a key is a column's label or a part of one.
    func isColumnPart(_ key: [UInt32]) -> Bool { columnParts.contains(key) }

    func isColumn(_ key: [UInt32]) -> Bool { numbers[key].map { entries[$0].isColumn } ?? false }

    func isRow(_ key: [UInt32]) -> Bool { numbers[key].map { entries[$0].isRow } ?? false }

    func isRowOrGroup(_ key: [UInt32]) -> Bool { numbers[key].map { entries[$0].isRowOrGroup } ?? false }

    /// Whether a key is the last character of a row's label.
    func isLastOfRow(_ key: [UInt32]) -> Bool { key.count == 1 && entries.contains { $0.isRow && $0.key.last == key[0] } }

    /// Whether a key ends the label of a row.
    func endsRow(_ key: [UInt32]) -> Bool { rowEnds.contains(key) }
}
