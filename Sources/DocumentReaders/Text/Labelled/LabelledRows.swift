import DocumentModel

/// The rows of figures among lines, each with its label.
struct LabelledRows {
    struct Row {
        /// The label as the index knows it; nil for one that it does not know.
        var label: LabelAssembly.Label?
        /// The words of an unknown label.
        var words: [LabelAssembly.Word] = []
        /// By line and number, in reading order; empty for a row that has lost them.
        var figures: [(line: Int, figure: Int)] = []
        /// The line by which rows are in order.
        var line: Int
        /// Whether the figures are the row's only because they stand below its label.
        var isBelow = false
    }

    private(set) var rows: [Row] = []
    /// Labels of groups of rows, in reading order.
    private(set) var groups: [LabelAssembly.Label] = []
    /// Words that are no part of any label that could be told, in reading order.
    private(set) var leftOver: [LabelAssembly.Word] = []

    /// Leaves out all rows behind the first so many, and words of no row.
    mutating func cut(to count: Int) {
        rows.removeLast(max(0, rows.count - count))
        leftOver = []
    }

    private let lines: [TokenLine]
    private let index: LabelIndex
    private let table: Int
    /// For each line with figures the row that has them.
    private var owners: [Int: Int] = [:]

    /// `assembly` holds the labels of the range's lines.
    init(_ lines: [TokenLine], _ range: Range<Int>, _ index: LabelIndex, _ assembly: LabelAssembly, table: Int) {
        self.lines = lines
        self.index = index
        self.table = table
        let heads = Self.figureLines(lines, range)
        var undecided: [LabelAssembly.Label] = []
        for label in assembly.labels {
            let entry = index.entries[label.entry]
            if entry.row(of: table) != nil {
                if entry.has(.rowGroup, of: table) { undecided.append(label) } else { take(label, heads) }
            } else if entry.has(.rowGroup, of: table) {
                groups.append(label)
            } else {
                leftOver += label.words
            }
        }
        // What names a group and, on another form, a row is a row where it has figures that are no other row's.
        for label in undecided {
            if let line = figureLine(of: label, heads) { own(line, label, heads) } else { groups.append(label) }
        }
        var others = Dictionary(grouping: assembly.others + leftOver) { $0.line }
        for line in heads.keys.sorted() where owners[line] == nil {
            owners[line] = rows.count
            rows.append(Row(label: nil, words: others.removeValue(forKey: line) ?? [], figures: heads[line] ?? [], line: line))
        }
        rows.sort { $0.line < $1.line }
        groups.sort { ($0.firstLine, $0.words.first?.word ?? 0) < ($1.firstLine, $1.words.first?.word ?? 0) }
        attach(&others)
        separateDoubtful()
        leftOver = others.keys.sorted().flatMap { others[$0] ?? [] }
    }

    /// The lines with figures; one figure a line, without labels between them, is one row.
    private static func figureLines(_ lines: [TokenLine], _ range: Range<Int>) -> [Int: [(line: Int, figure: Int)]] {
        var heads: [Int: [(line: Int, figure: Int)]] = [:]
        var head: Int?
        for number in range {
            let line = lines[number]
            guard !line.figures.isEmpty else {
                head = nil
                continue
            }
            let figures = line.figures.indices.map { (line: number, figure: $0) }
            if let head, line.words.isEmpty, line.figures.count == 1 {
                heads[head]?.append(contentsOf: figures)
            } else {
                heads[number] = figures
                head = line.words.isEmpty && line.figures.count == 1 ? number : nil
            }
        }
        return heads
    }

    private mutating func take(_ label: LabelAssembly.Label, _ heads: [Int: [(line: Int, figure: Int)]]) {
        if let line = figureLine(of: label, heads) {
            own(line, label, heads)
        } else {
            rows.append(Row(label: label, line: label.lastLine))
        }
    }

    private mutating func own(_ line: Int, _ label: LabelAssembly.Label, _ heads: [Int: [(line: Int, figure: Int)]]) {
        owners[line] = rows.count
        rows.append(Row(label: label, figures: heads[line] ?? [], line: line, isBelow: line > label.lastLine))
    }

    /// The line with a label's figures: among its own lines, else right below them, else right above them where no other label has them.
    private func figureLine(of label: LabelAssembly.Label, _ heads: [Int: [(line: Int, figure: Int)]]) -> Int? {
        let within = (label.firstLine...label.lastLine).filter { heads[$0] != nil }
        if within.count == 1 { return owners[within[0]] == nil ? within[0] : nil }
        guard within.isEmpty else { return nil }
        let below = label.lastLine + 1
        if heads[below] != nil, owners[below] == nil, lines[below].words.isEmpty || !holdsRow(below) { return below }
        return nil
    }

    /// Whether a line names a row itself.
    private func holdsRow(_ number: Int) -> Bool {
        var key: [UInt32] = []
        for word in lines[number].words.reversed() {
            key = word.key + key
            if let entry = index.entry(key), index.entries[entry].row(of: table) != nil { return true }
        }
        return !index.endsRow(lines[number].key) && lines[number].words.contains { index.entry($0.key) == nil }
    }

    /// Words of unknown labels beside rows that have none: those of the lines above and below that no other row is nearer to.
    private mutating func attach(_ others: inout [Int: [LabelAssembly.Word]]) {
        for (number, row) in rows.enumerated() where row.label == nil {
            let isFirstOpen = number == 0 || rows[number - 1].label != nil
            let isLastOpen = number + 1 == rows.count || rows[number + 1].label != nil
            let upper = isFirstOpen ? number > 0 ? rows[number - 1].line + 1 : 0 : row.line
            let lower = isLastOpen ? number + 1 < rows.count ? rows[number + 1].line : .max : row.line
            // Rows that do not stand one below the other leave nothing between them.
            let first = max(upper, row.line - Self.reach)
            let last = min(lower, row.line + Self.reach)
            guard first <= last else { continue }
            for line in first...last where line < lower || line <= row.line {
                rows[number].words += others.removeValue(forKey: line) ?? []
            }
            rows[number].words.sort { ($0.line, $0.word) < ($1.line, $1.word) }
        }
    }

    /// Where a label without figures and figures without a label stand near each other, lines were mixed up, and none of the rows between them can be
    /// told for sure: labels and figures become rows of their own.
    private mutating func separateDoubtful() {
        var doubtful = Set<Int>()
        var lastBare: Int?
        var lastUnlabelled: Int?
        for (number, row) in rows.enumerated() {
            let isBare = row.figures.isEmpty
            let isUnlabelled = row.label == nil && row.words.isEmpty
            if isBare, let other = lastUnlabelled, number - other <= Self.mixed { doubtful.formUnion(other...number) }
            if isUnlabelled, let other = lastBare, number - other <= Self.mixed { doubtful.formUnion(other...number) }
            if isBare { lastBare = number }
            if isUnlabelled { lastUnlabelled = number }
        }
        // Figures before any label may mean that all stand before theirs.
        if lastUnlabelled != nil { doubtful.formUnion(rows.indices.filter { rows[$0].isBelow }) }
        guard !doubtful.isEmpty else { return }
        rows = rows.enumerated().flatMap { number, row -> [Row] in
            guard doubtful.contains(number), !row.figures.isEmpty, row.label != nil || !row.words.isEmpty else { return [row] }
            return [Row(label: row.label, words: row.words, line: row.line), Row(label: nil, figures: row.figures, line: row.line)]
        }
    }

    /// Rows over which lines are mixed up.
    private static let mixed = 4

    /// The lines above and below its figures over which a label of three lines reaches, blanks not counted.
    private static let reach = 2
}
