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
        return cutter.texts(inner, of: lines.dropLast(split.count - drawn.count), &budget)
    }

    func beginsWithBar(_ line: SourceLine) -> Bool {
        let start = Blank.trimmed(line.range, of: cutter.bytes).lowerBound
        return start < line.end && bar(at: start, end: line.end) > 0
    }

    /// A row of dashes, as Markdown has it below the header.
    private func isRule(_ cells: [TextCutter.Piece]) -> Bool {
        var dashes = 0
        for cell in cells {
            for index in cell.range {
                switch cutter.bytes[index] {
                case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
                case UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: " "), 0x09: break
                default: return false
                }
            }
        }
        return dashes > cells.count
    }

    /// The length in bytes of the bar at an index; 0 when there is none.
    private func bar(at index: Int, end: Int) -> Int {
        let bytes = cutter.bytes
        if bytes[index] == UInt8(ascii: "|") { return 1 }
        return bytes[index] == 0xEF && index + 2 < end && bytes[index + 1] == 0xBD && bytes[index + 2] == 0x9C ? 3 : 0
    }
}
