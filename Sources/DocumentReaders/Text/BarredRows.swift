import DocumentModel

/// Rows whose cells are parted by vertical bars, with or without bars at both ends.
struct BarredRows {
    let cutter: TextCutter

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The rows of a run of lines; nil when they are no table. Lines that only draw a rule are left out.
    func rows(of lines: ArraySlice<SourceLine>, _ budget: inout ReadingBudget) -> [[BlockText]]? {
        let split = cutter.rows(of: lines, outerCells: 2, budget) { bar(at: $0, end: $1.end) }
        let drawn = split.filter { !isRule($0) }
        let isOpen = drawn.allSatisfy { $0.first.map(cutter.isBlank) ?? true }
        let isClosed = drawn.allSatisfy { $0.last.map(cutter.isBlank) ?? true }
        guard drawn.count > 1 || (drawn.count == 1 && isOpen && isClosed) else { return nil }
        let outer = (isOpen ? 1 : 0) + (isClosed ? 1 : 0)
        guard drawn.contains(where: { $0.count > outer + 1 }), drawn.contains(where: { !$0.allSatisfy(cutter.isBlank) }) else { return nil }
        let inner = drawn.map { Array($0.dropFirst(isOpen ? 1 : 0).dropLast(isClosed ? 1 : 0)) }
        // Rules count as rows that were read.
        let rows = cutter.texts(inner, of: lines.dropLast(split.count - drawn.count), &budget)
        return joined(rows, at: split.map(isRule))
    }

    /// Rows of several lines as one, where rules stand between the rows and no two lines between rules have figures.
    private func joined(_ rows: [[BlockText]], at isRule: [Bool]) -> [[BlockText]] {
        var groups: [Range<Int>] = []
        var next = 0
        for run in isRule.split(separator: true) {
            groups.append(next..<min(rows.count, next + run.count))
            next = min(rows.count, next + run.count)
        }
        guard groups.count > 2, next == rows.count, groups.contains(where: { $0.count > 1 }) else { return rows }
        let hasFigures = rows.map { row in row.contains { CellText.isValue($0.string) && CellText.hasDigit($0.string) } }
        let areSingle = groups.allSatisfy { group in
            Set(group.map { rows[$0].count }).count < 2 && hasFigures[group].count { $0 } < 2
        }
        guard areSingle else { return rows }
        return groups.compactMap { group in
            guard let first = group.first else { return nil }
            return rows[first].indices.map { column in
                let texts = group.map { rows[$0][column] }.filter { !$0.isEmpty }
                return texts.count > 1 ? BlockText(joining: texts) : texts.first ?? rows[first][column]
            }
        }
    }

    func beginsWithBar(_ line: SourceLine) -> Bool {
        let start = Blank.trimmed(line.range, of: cutter.bytes).lowerBound
        return start < line.end && bar(at: start, end: line.end) > 0
    }

    /// A row of dashes, as Markdown has it below the header, or of a drawn line.
    private func isRule(_ cells: [TextCutter.Piece]) -> Bool {
        var dashes = 0
        for cell in cells {
            for index in cell.range {
                switch cutter.bytes[index] {
                case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
                case 0xE2 where TableDrawing.isBoxDrawing(cutter.bytes, at: index): dashes += 1
                case 0x80...0xBF: break
                case UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: " "), 0x09: break
                default: return false
                }
            }
        }
        return dashes > cells.count
    }

    private func bar(at index: Int, end: Int) -> Int { TableDrawing.bar(cutter.bytes, at: index, end: end) }
}
