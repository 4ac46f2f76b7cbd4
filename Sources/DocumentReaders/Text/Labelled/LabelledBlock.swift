import DocumentModel

/// Headings and the rows below them, of one of the form's tables.
struct LabelledBlock {
    let table: Int
    let headings: HeadingAssembly
    /// The lines of the headings, by index.
    let headingLines: Range<Int>
    var rows: LabelledRows

    /// How many figures a row has: as many as there are headings; without headings, as most rows have, of several numbers the largest.
    let figureCount: Int

    private init(_ lines: [TokenLine], _ index: LabelIndex, headings range: Range<Int>, rows: Range<Int>, before: Int?) {
        let assembly = LabelAssembly(lines, rows, index, where: \.isRowOrGroup)
        let table = Self.table(lines, index, range, assembly, before: before)
        self.table = table
        headingLines = range
        headings = HeadingAssembly(lines, range, index, table: table)
        self.rows = LabelledRows(lines, rows, index, assembly, table: table)
        figureCount = headings.leaves.isEmpty ? Self.mostFrequent(self.rows.rows.map(\.figures.count)) : headings.leaves.count
    }

    private static func mostFrequent(_ counts: [Int]) -> Int {
        var seen: [Int: Int] = [:]
        for count in counts where count > 0 { seen[count, default: 0] += 1 }
        return seen.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// The blocks of a region, in order.
    static func blocks(of lines: [TokenLine], _ index: LabelIndex) -> [LabelledBlock] {
        var blocks: [LabelledBlock] = []
        var start = 0
        while start < lines.count {
            guard let figures = lines[start...].firstIndex(where: { !$0.figures.isEmpty }) else { break }
            var head = lines[start..<figures].lastIndex { isHeading($0, index) }.map { $0 + 1 } ?? start
            // Upright labels that came out as a line for each character are headings down to the figures.
            let run = lines[start..<figures].reversed().prefix { $0.words.count == 1 && index.isColumnPart($0.key) && $0.key.count == 1 }
            if run.count >= fewestCharacters { head = figures }
            // The last lines of broken headings may hold no more than two words.
            while head > start, head < figures, lines[head].words.allSatisfy({ index.isColumnPart($0.key) }) { head += 1 }
            let end = nextHeading(lines, after: figures, index)
            blocks.append(LabelledBlock(lines, index, headings: start..<head, rows: head..<end, before: blocks.last?.table))
            start = end
        }
        return blocks
    }

    /// So many lines of a single character are broken headings.
    private static let fewestCharacters = 8

    /// Whether a line without figures names columns.
    private static func isHeading(_ line: TokenLine, _ index: LabelIndex) -> Bool {
        guard line.figures.isEmpty else { return false }
        if index.isColumn(line.key) { return true }
        var parts = 0
        for word in line.words {
            if index.isColumn(word.key) { return true }
            if index.isColumnPart(word.key) { parts += 1 }
        }
        return parts > 2
    }

    /// Whether a line among rows names columns: whole labels, since several labels beside each other may go on with words that are parts of others;
    /// of tables other than the rows' only long ones.
    private static func isHeading(_ line: TokenLine, _ index: LabelIndex, amongRowsOf tables: Set<Int>) -> Bool {
        guard line.figures.isEmpty else { return false }
        return (line.words.map(\.key) + [line.key]).contains { key in
            guard let entry = index.entry(key), index.entries[entry].isColumn else { return false }
            return key.count >= longLabel || index.entries[entry].meanings.contains { tables.contains($0.table) }
        }
    }

    /// Scalars of a label that is hardly a part of another by chance.
    private static let longLabel = 4

    /// Where the next block begins: with headings and what stands right over them.
    private static func nextHeading(_ lines: [TokenLine], after first: Int, _ index: LabelIndex) -> Int {
        var rowTables: Set<Int> = []
        guard
            let heading = lines[first...].firstIndex(where: { line in
                if isHeading(line, index, amongRowsOf: rowTables) { return true }
                for word in line.words {
                    guard let entry = index.entry(word.key), index.entries[entry].isRowOrGroup else { continue }
                    rowTables.formUnion(index.entries[entry].meanings.map(\.table))
                }
                return false
            }),
            lines[heading...].contains(where: { !$0.figures.isEmpty })
        else { return lines.count }
        let tables = tables(of: lines[heading], index)
        var start = heading
        while start > first + 1, lines[start - 1].figures.isEmpty {
            let key = lines[start - 1].key
            // The label of a row right over headings of its own table is one of them: it stands over columns.
            if let entry = index.entry(key), index.entries[entry].isRow {
                guard index.entries[entry].meanings.contains(where: { tables.contains($0.table) }) else { break }
            }
            if index.entry(key) == nil, index.endsRow(key) || index.isLastOfRow(key) { break }
            start -= 1
        }
        return start
    }

    /// The tables of which a line of headings names columns.
    private static func tables(of line: TokenLine, _ index: LabelIndex) -> Set<Int> {
        var tables: Set<Int> = []
        for key in line.words.map(\.key) + [line.key] {
            guard let entry = index.entry(key), index.entries[entry].isColumn else { continue }
            tables.formUnion(index.entries[entry].meanings.map(\.table))
        }
        return tables
    }

    /// The table whose labels stand here most; of several the one that the block before belongs to, else the first.
    private static func table(
        _ lines: [TokenLine], _ index: LabelIndex, _ headings: Range<Int>, _ assembly: LabelAssembly, before: Int?
    ) -> Int {
        var votes = [Int](repeating: 0, count: index.tables.count)
        for label in assembly.labels {
            for table in Set(index.entries[label.entry].meanings.map(\.table)) { votes[table] += 2 }
        }
        for line in headings {
            for word in lines[line].words {
                guard let entry = index.entry(word.key) else { continue }
                for table in Set(index.entries[entry].meanings.map(\.table)) { votes[table] += 1 }
            }
        }
        let most = votes.max() ?? 0
        if let before, votes[before] == most { return before }
        return votes.firstIndex(of: most) ?? 0
    }
}
