import AuditModel

/// A form with its labels made ready for looking up.
///
/// Rows and columns of all its tables are told by a key: twice the table's index, and one more for columns.
struct CompiledForm: Sendable {
    /// What the form makes of one label of a report.
    struct Match: Hashable, Sendable {
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

    /// All that one wording stands for.
    struct Entry: Sendable {
        let core: [UInt32]
        /// The core's scalars in order.
        let sorted: [UInt32]
        let signature: UInt64
        /// For each key the lines of that label; nearly always one or none.
        var lines: [[Int]]
        /// For each key the groups of that label.
        var groups: [[Int]]
        /// The keys of which it names a line, as a set of bits.
        var lineKeys: UInt64 = 0
        var groupKeys: UInt64 = 0
    }

    let form: Form
    /// The number of keys.
    let keyCount: Int
    private(set) var entries: [Entry] = []
    /// For each key, for each line.
    private(set) var lines: [[Line]] = []
    /// For each group its depth in its table, counted from 0.
    private(set) var groupLevels: [Int] = []
    private var index: [UInt64: [Int]] = [:]

    /// - Precondition: at most 31 tables.
    init(_ form: Form) {
        precondition(form.tables.count < 32, "the keys of a form are bits of a word")
        self.form = form
        keyCount = form.tables.count * 2
        for (number, table) in form.tables.enumerated() {
            addLines(table.rows, key: number * 2)
            addLines(table.columns, key: number * 2 + 1)
        }
    }

    private mutating func addLines(_ all: [FormTable.Line], key: Int) {
        var known: [[String]: Int] = [:]
        var compiled: [Line] = []
        for (position, line) in all.enumerated() {
            var chain: [Int] = []
            for level in line.groups.indices {
                let path = Array(line.groups[...level])
                let group = known[path] ?? groupLevels.count
                if known[path] == nil {
                    known[path] = group
                    groupLevels.append(level)
                    add(line.groups[level]) { entry in
                        entry.groups[key].append(group)
                        entry.groupKeys |= 1 << UInt64(key)
                    }
                }
                chain.append(group)
            }
            compiled.append(Line(groups: chain, isShort: LabelText(line.label).core.count < 4))
            for wording in [line.label] + line.variants {
                // A cell may hold the labels of its groups and its own in one.
                for level in 0...line.groups.count {
                    add(line.groups[level...].joined() + wording) { entry in
                        guard !entry.lines[key].contains(position) else { return }
                        entry.lines[key].append(position)
                        entry.lineKeys |= 1 << UInt64(key)
                    }
                }
            }
        }
        lines.append(compiled)
    }

    private mutating func add(_ wording: String, _ mark: (inout Entry) -> Void) {
        let label = LabelText(wording)
        add(label.core, label.coreHash, mark)
        if label.bare.count != label.core.count { add(label.bare, label.bareHash, mark) }
    }

    private mutating func add(_ core: [UInt32], _ hash: UInt64, _ mark: (inout Entry) -> Void) {
        guard !core.isEmpty else { return }
        if let known = entry(core, hash) {
            mark(&entries[known])
            return
        }
        index[hash, default: []].append(entries.count)
        let none = [[Int]](repeating: [], count: keyCount)
        entries.append(Entry(core: core, sorted: core.sorted(), signature: Likeness.signature(core), lines: none, groups: none))
        mark(&entries[entries.count - 1])
    }

    private func entry(_ core: [UInt32], _ hash: UInt64) -> Int? {
        guard let candidates = index[hash] else { return nil }
        return candidates.first { entries[$0].core == core }
    }

    // MARK: Looking up

    /// What a label of a report stands for by its very wording; nil when the form has no such label.
    func exactMatch(_ label: LabelText) -> Match? {
        if let entry = entry(label.core, label.coreHash) { return Match(entry: entry, isLike: false) }
        guard label.bare.count != label.core.count, let entry = entry(label.bare, label.bareHash) else { return nil }
        return Match(entry: entry, isLike: false)
    }

    /// What a label stands for that is worded like one of the form's and clearly less like all others, or is a part of one label alone; nil when
    /// none is. Compares with every label of the form.
    func likeMatch(_ label: LabelText) -> Match? {
        for text in label.bare.count == label.core.count ? [label.core] : [label.core, label.bare] where text.count >= 3 {
            let signature = Likeness.signature(text)
            if let entry = closest(to: text, signature) ?? containing(text, signature) { return Match(entry: entry, isLike: true) }
        }
        return nil
    }

    private func closest(to text: [UInt32], _ signature: UInt64) -> Int? {
        let sorted = text.sorted()
        var best: (entry: Int, distance: Int)?
        var second = Int.max
        for number in entries.indices {
            let length = entries[number].core.count
            let bound = 2 * Likeness.tolerance(length: length)
            guard bound > 0, abs(length - text.count) <= bound, (entries[number].signature ^ signature).nonzeroBitCount <= 2 * bound,
                max(length, text.count) - Likeness.common(sorted, entries[number].sorted) <= bound,
                let distance = Likeness.distance(text, entries[number].core, atMost: bound)
            else { continue }
            if let known = best, distance >= known.distance {
                if !meansSame(number, known.entry) { second = min(second, distance) }
            } else {
                if let known = best, !meansSame(number, known.entry) { second = known.distance }
                best = (number, distance)
            }
        }
        guard let best, best.distance <= Likeness.tolerance(length: entries[best.entry].core.count), second > best.distance,
            second >= 2 * best.distance
        else { return nil }
        return best.entry
    }

    private func containing(_ text: [UInt32], _ signature: UInt64) -> Int? {
        guard text.count >= 4 else { return nil }
        var found: Int?
        for number in entries.indices where signature & ~entries[number].signature == 0 {
            guard Likeness.contains(entries[number].core, text) else { continue }
            if let known = found, !meansSame(number, known) { return nil }
            found = found ?? number
        }
        return found
    }

    private func meansSame(_ left: Int, _ right: Int) -> Bool {
        entries[left].lines == entries[right].lines && entries[left].groups == entries[right].groups
    }
}
