import AuditModel

/// A form's rows or its columns.
enum Axis: Int, Sendable {
    case rows
    case columns
}

/// A form with its labels made ready for looking up.
struct CompiledForm: Sendable {
    /// What a label stands for in the form.
    struct Use: Hashable, Sendable {
        enum Role: Hashable, Sendable {
            /// A row or column, by its index in the table.
            case line(Int)
            /// A group of rows or columns, by its number in the form.
            case group(Int)
        }

        let table: Int
        let axis: Axis
        let role: Role
    }

    /// All that one wording stands for.
    struct Entry: Sendable {
        let core: [UInt32]
        let signature: UInt64
        var uses: [Use]
    }

    /// What the form makes of one label of a report.
    struct Match: Sendable {
        let entry: Int
        /// True when the wording differs and the label was told by its likeness.
        let isLike: Bool
    }

    /// One row or column.
    struct Line: Sendable {
        /// The numbers of its groups, outermost first.
        let groups: [Int]
        /// True when its label is so short that it may stand anywhere (其他): then its group has to be right.
        let isShort: Bool
    }

    let form: Form
    private(set) var entries: [Entry] = []
    /// For each table, for each axis, for each line.
    private(set) var lines: [[[Line]]] = []
    /// For each group its depth in its table, counted from 0.
    private(set) var groupLevels: [Int] = []
    private var index: [UInt64: [Int]] = [:]

    init(_ form: Form) {
        self.form = form
        for (number, table) in form.tables.enumerated() {
            lines.append([])
            for axis in [Axis.rows, .columns] {
                var groups: [[String]: Int] = [:]
                var compiled: [Line] = []
                for (position, line) in (axis == .rows ? table.rows : table.columns).enumerated() {
                    var chain: [Int] = []
                    for level in line.groups.indices {
                        let path = Array(line.groups[...level])
                        let group = groups[path] ?? groupLevels.count
                        if groups[path] == nil {
                            groups[path] = group
                            groupLevels.append(level)
                            add(line.groups[level], .group(group), number, axis)
                        }
                        chain.append(group)
                    }
                    let label = LabelText(line.label)
                    compiled.append(Line(groups: chain, isShort: label.core.count < 4))
                    for wording in [line.label] + line.variants { add(wording, .line(position), number, axis) }
                    // A cell may hold the group's label and the line's in one.
                    for level in line.groups.indices {
                        add(line.groups[level...].joined() + line.label, .line(position), number, axis)
                        for wording in line.variants { add(line.groups[level...].joined() + wording, .line(position), number, axis) }
                    }
                }
                lines[number].append(compiled)
            }
        }
    }

    private mutating func add(_ wording: String, _ role: Use.Role, _ table: Int, _ axis: Axis) {
        let label = LabelText(wording)
        let use = Use(table: table, axis: axis, role: role)
        add(label.core, label.coreHash, use)
        if label.bare.count != label.core.count { add(label.bare, label.bareHash, use) }
    }

    private mutating func add(_ core: [UInt32], _ hash: UInt64, _ use: Use) {
        guard !core.isEmpty else { return }
        if let known = entry(core, hash) {
            if !entries[known].uses.contains(use) { entries[known].uses.append(use) }
        } else {
            index[hash, default: []].append(entries.count)
            entries.append(Entry(core: core, signature: Likeness.signature(core), uses: [use]))
        }
    }

    private func entry(_ core: [UInt32], _ hash: UInt64) -> Int? {
        guard let candidates = index[hash] else { return nil }
        return candidates.first { entries[$0].core == core }
    }

    /// What a label of a report stands for by its very wording; nil when the form has no such label.
    func exactMatch(_ label: LabelText) -> Match? {
        if let entry = entry(label.core, label.coreHash) { return Match(entry: entry, isLike: false) }
        if label.bare.count != label.core.count, let entry = entry(label.bare, label.bareHash) { return Match(entry: entry, isLike: false) }
        return nil
    }

    /// What a label stands for that is worded like one of the form's and clearly less like all others, or is a part of one label alone; nil when
    /// none is. Compares with every label of the form.
    func likeMatch(_ label: LabelText) -> Match? {
        for text in label.bare.count == label.core.count ? [label.core] : [label.core, label.bare] where text.count >= 3 {
            if let entry = closest(to: text) ?? containing(text) { return Match(entry: entry, isLike: true) }
        }
        return nil
    }

    private func closest(to text: [UInt32]) -> Int? {
        let signature = Likeness.signature(text)
        var best: (entry: Int, distance: Int)?
        var second = Int.max
        for (number, entry) in entries.enumerated() {
            let bound = 2 * Likeness.tolerance(length: entry.core.count)
            guard bound > 0, abs(entry.core.count - text.count) <= bound, (entry.signature ^ signature).nonzeroBitCount <= 2 * bound,
                let distance = Likeness.distance(text, entry.core, atMost: bound)
            else { continue }
            if let known = best, distance >= known.distance {
                if !meansSame(number, known.entry) { second = min(second, distance) }
            } else {
                if let known = best, !meansSame(number, known.entry) { second = known.distance }
                best = (number, distance)
            }
        }
        guard let best, best.distance <= Likeness.tolerance(length: entries[best.entry].core.count), second >= 2 * best.distance,
            second > best.distance
        else { return nil }
        return best.entry
    }

    private func containing(_ text: [UInt32]) -> Int? {
        guard text.count >= 4 else { return nil }
        let signature = Likeness.signature(text)
        var found: Int?
        for (number, entry) in entries.enumerated() where signature & ~entry.signature == 0 && Likeness.contains(entry.core, text) {
            if let known = found, !meansSame(number, known) { return nil }
            found = found ?? number
        }
        return found
    }

    private func meansSame(_ left: Int, _ right: Int) -> Bool {
        Set(entries[left].uses) == Set(entries[right].uses)
    }
}
