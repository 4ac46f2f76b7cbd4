import DocumentModel

/// The headings of a table's columns, whose words may stand on several lines: each column's label is taken from the leftmost words left.
struct HeadingAssembly {
    struct Leaf {
        /// Of the vocabulary's columns.
        let column: Int
        let words: [LabelAssembly.Word]
    }

    /// From left to right; empty where the headings could not be told.
    private(set) var leaves: [Leaf] = []
    /// The labels over groups of columns, and those of rows where these stand over the figures, too.
    private(set) var parents: [LabelAssembly.Label] = []
    /// The labels of groups of rows that stand alone over the headings.
    private(set) var groups: [LabelAssembly.Label] = []
    /// All other words.
    private(set) var others: [LabelAssembly.Word] = []
    /// Whether the columns' order shows in the text, not only in the form.
    private(set) var isInOrder = false

    private let lines: [TokenLine]

    init(_ lines: [TokenLine], _ range: Range<Int>, _ index: LabelIndex, table: Int) {
        self.lines = lines
        let assembly = LabelAssembly(lines, range, index) { entry in
            entry.isParent && entry.meanings.contains { $0.table == table }
        }
        var words = assembly.others
        for label in assembly.labels {
            let entry = index.entries[label.entry]
            if entry.has(.columnGroup, of: table) || entry.row(of: table) != nil {
                // The label of a column, too: then it is one.
                if index.isColumn(entry.key), label.words.count == 1 { words += label.words } else { parents.append(label) }
            } else if entry.has(.rowGroup, of: table) {
                groups.append(label)
            } else {
                words += label.words
            }
        }
        // The group of rows that stand over the figures stands over these, too.
        let rows = parents.compactMap { index.entries[$0.entry].row(of: table) }
        let over = Set(rows.flatMap { index.tables[table].rows[$0].groups.map { TitleKey.key(of: $0) } })
        parents += groups.filter { over.contains(index.entries[$0.entry].key) }
        groups.removeAll { over.contains(index.entries[$0.entry].key) }
        words.sort { ($0.line, $0.word) < ($1.line, $1.word) }
        var queues: [[LabelAssembly.Word]] = []
        for word in words {
            guard index.isColumnPart(token(word).key) else {
                others.append(word)
                continue
            }
            if let last = queues.last?.first, last.line == word.line {
                queues[queues.count - 1].append(word)
            } else {
                queues.append([word])
            }
        }
        let columns = index.tables[table].columns.map { line in line.labels.map { TitleKey.key(of: $0) }.filter { !$0.isEmpty } }
        if let leaves = parse(queues, columns) {
            self.leaves = leaves
            let starts = leaves.map { leaf in leaf.words.first.map { token($0).column } ?? 0 }
            isInOrder = zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
        } else {
            others = (others + queues.joined()).sorted { ($0.line, $0.word) < ($1.line, $1.word) }
        }
    }

    private func token(_ word: LabelAssembly.Word) -> TokenLine.Token { lines[word.line].words[word.word] }

    /// Nil when words are left over that are parts of columns' labels.
    private func parse(_ queues: [[LabelAssembly.Word]], _ columns: [[[UInt32]]]) -> [Leaf]? {
        var heads = [Int](repeating: 0, count: queues.count)
        var left = queues.reduce(0) { $0 + $1.count }
        guard left > 0, left <= Self.mostWords else { return nil }
        var leaves: [Leaf] = []
        while left > 0 {
            var found = false
            for (column, keys) in columns.enumerated() {
                for key in keys {
                    guard let words = take(key, queues, &heads) else { continue }
                    leaves.append(Leaf(column: column, words: words))
                    left -= words.count
                    found = true
                    break
                }
            }
            // 现行有效件: the last character was cut off.
            if !found, let (column, words) = cut(queues, columns, &heads) {
                leaves.append(Leaf(column: column, words: words))
                left -= words.count
                found = true
            }
            guard found else { return nil }
        }
        return leaves
    }

    /// The first label that all words but its last character make up, of those long enough to be told by the rest.
    private func cut(
        _ queues: [[LabelAssembly.Word]], _ columns: [[[UInt32]]], _ heads: inout [Int]
    ) -> (column: Int, words: [LabelAssembly.Word])? {
        for (column, keys) in columns.enumerated() {
            for key in keys where key.count > Self.shortestCut {
                let rest = Array(key.dropLast())
                // What may be the whole of another label is not a part of this one.
                guard !columns.contains(where: { $0.contains(rest) }) else { continue }
                if let words = take(rest, queues, &heads) { return (column, words) }
            }
        }
        return nil
    }

    private static let shortestCut = 4

    /// More words than any table's headings have: 15 columns of four characters each.
    private static let mostWords = 120

    /// Takes a label off the queues: its beginning from the queue whose head stands leftmost, the rest from the same line or those below.
    private func take(_ key: [UInt32], _ queues: [[LabelAssembly.Word]], _ heads: inout [Int]) -> [LabelAssembly.Word]? {
        let starts = queues.indices.filter { number in
            heads[number] < queues[number].count && key.starts(with: token(queues[number][heads[number]]).key)
        }
        let ordered = starts.sorted { left, right in
            let first = token(queues[left][heads[left]]).column
            let second = token(queues[right][heads[right]]).column
            return first == second ? left < right : first < second
        }
        for start in ordered {
            var trial = heads
            var words = [queues[start][trial[start]]]
            var length = token(words[0]).key.count
            trial[start] += 1
            var queue = start
            while length < key.count, queue < queues.count {
                guard trial[queue] < queues[queue].count else {
                    queue += 1
                    continue
                }
                let next = queues[queue][trial[queue]]
                if key[length...].starts(with: token(next).key) {
                    words.append(next)
                    length += token(next).key.count
                    trial[queue] += 1
                } else {
                    queue += 1
                }
            }
            if length == key.count {
                heads = trial
                return words
            }
        }
        return nil
    }
}
