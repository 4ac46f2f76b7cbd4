import DocumentModel

/// Works out the columns of header rows from the lowest row up: the cells of a row stand over groups of the cells of the row below.
enum HeaderRows {
    /// For each header row from the top the columns of its cells; nil for a row that cannot be resolved.
    static func places(in rows: [[BlockText]], range: Range<Int>, shape: BlockShape) -> [[Range<Int>]?] {
        var result: [[Range<Int>]?] = []
        var below: Row?
        for index in range.reversed() {
            let cells = rows[index]
            let spans: [Range<Int>]?
            if cells.count == shape.width {
                spans = (0..<shape.width).map { $0..<($0 + 1) }
            } else if cells.count > shape.width {
                spans = nil
            } else if let below {
                spans = below.groups(for: cells.count) ?? below.groups(for: cells)
            } else if result.isEmpty {
                spans = shape.alignedRight(cells.count) ?? headless(cells.count, shape)
            } else {
                spans = nil
            }
            result.append(spans)
            below = spans.map { Row(cells: cells, spans: $0, below: below) }
        }
        return result.reversed()
    }

    /// A header without a cell over the labels stands over the figures.
    private static func headless(_ count: Int, _ shape: BlockShape) -> [Range<Int>]? {
        guard count == shape.figures else { return nil }
        return ((shape.width - count)..<shape.width).map { $0..<($0 + 1) }
    }

    /// A resolved header row, as the row above it sees it.
    private struct Row {
        let texts: [String]
        let spans: [Range<Int>]
        /// Whether a cell has cells of its own below it.
        let isParent: [Bool]

        init(cells: [BlockText], spans: [Range<Int>], below: Row?) {
            texts = cells.map(Self.solid)
            self.spans = spans
            var isParent: [Bool] = []
            var lower = 0
            for span in spans {
                guard let below else {
                    isParent.append(false)
                    continue
                }
                while lower < below.spans.count, below.spans[lower].upperBound <= span.lowerBound { lower += 1 }
                var found = false
                var index = lower
                while index < below.spans.count, below.spans[index].lowerBound < span.upperBound {
                    // What reaches over both rows may stand in both.
                    let isSame = below.spans[index] == span && below.texts[index] == texts[isParent.count]
                    if !below.texts[index].isEmpty, !isSame { found = true }
                    index += 1
                }
                isParent.append(found)
            }
            self.isParent = isParent
        }

        /// Without blanks, which few have.
        private static func solid(_ cell: BlockText) -> String {
            guard cell.string.utf8.contains(where: { $0 <= 0x20 }) else { return cell.string }
            return String(decoding: cell.string.utf8.filter { $0 > 0x20 }, as: UTF8.self)
        }

        /// The columns of the cells of the row above where a cell that reaches over both rows stands in both: it keeps its columns, and those between share the
        /// rest, each what repeats itself where they are several. Nil where that is not so.
        func groups(for above: [BlockText]) -> [Range<Int>]? {
            let names = above.map(Self.solid)
            var result: [Range<Int>] = []
            var (cell, lower) = (0, 0)
            while cell < names.count {
                if lower < texts.count, !names[cell].isEmpty, names[cell] == texts[lower] {
                    result.append(spans[lower])
                    (cell, lower) = (cell + 1, lower + 1)
                    continue
                }
                // Up to the next that stands in both.
                let next = names.indices.dropFirst(cell + 1).first { name in
                    !names[name].isEmpty && texts.indices.dropFirst(lower + 1).contains { texts[$0] == names[name] }
                }
                let end = next.flatMap { name in texts.indices.dropFirst(lower + 1).first { texts[$0] == names[name] } } ?? texts.count
                let count = (next ?? names.count) - cell
                guard lower < end else { return nil }
                let period = count == 1 ? end - lower : self.period(of: lower..<end)
                guard period * count == end - lower else { return nil }
                for start in stride(from: lower, to: end, by: period) {
                    result.append(spans[start].lowerBound..<spans[start + period - 1].upperBound)
                }
                (cell, lower) = (next ?? names.count, end)
            }
            return lower == texts.count && result.count == names.count ? result : nil
        }

        /// The columns of so many cells in the row above; nil when no grouping gives that number.
        func groups(for count: Int) -> [Range<Int>]? {
            if count == texts.count { return spans }
            let coarse = runs { _, _ in false }
            let fine = runs { isParent[$0] != isParent[$1] }
            for candidate in [coarse, fine, repeats(in: coarse), repeats(in: fine)] where candidate.count == count {
                return candidate.map { spans[$0.lowerBound].lowerBound..<spans[$0.upperBound - 1].upperBound }
            }
            return nil
        }

        /// Each blank cell by itself, and the runs of others, cut where asked.
        private func runs(cutting: (Int, Int) -> Bool) -> [Range<Int>] {
            var runs: [Range<Int>] = []
            for index in texts.indices {
                if let last = runs.last, !texts[index].isEmpty, !texts[index - 1].isEmpty, !cutting(index - 1, index) {
                    runs[runs.count - 1] = last.lowerBound..<(index + 1)
                } else {
                    runs.append(index..<(index + 1))
                }
            }
            return runs
        }

        /// Runs that repeat the same texts, cut where they begin again.
        private func repeats(in runs: [Range<Int>]) -> [Range<Int>] {
            runs.flatMap { run in
                let period = period(of: run)
                return stride(from: run.lowerBound, to: run.upperBound, by: period).map { $0..<($0 + period) }
            }
        }

        /// The shortest length that divides a run into equal parts. Columns are bounded, so that this is, too.
        private func period(of run: Range<Int>) -> Int {
            for length in 2..<max(2, run.count) where run.count.isMultiple(of: length) {
                if (run.lowerBound..<(run.upperBound - length)).allSatisfy({ texts[$0] == texts[$0 + length] }) { return length }
            }
            return run.count
        }
    }
}
