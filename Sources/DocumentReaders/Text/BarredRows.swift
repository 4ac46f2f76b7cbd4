import DocumentModel

/// Rows whose cells are parted by vertical bars, with or without bars at both ends.
struct BarredRows {
    let cutter: TextCutter

    init(_ cutter: TextCutter) {
        self.cutter = cutter
    }

    /// The rows of a run of lines; nil when they are no table. Lines that only draw a rule are left out.
    func rows(of lines: ArraySlice<SourceLine>, _ budget: inout ReadingBudget) -> [[BlockText]]? {
        let split = lines.map { (line: $0, cells: pieces(of: $0)) }
        let drawn = split.filter { !isRule($0.cells) }
        guard !drawn.isEmpty else { return nil }
        let isOpen = drawn.allSatisfy { isBlank($0.cells[0]) }
        let isClosed = drawn.allSatisfy { isBlank($0.cells[$0.cells.count - 1]) }
        guard drawn.count > 1 || (isOpen && isClosed) else { return nil }
        guard drawn.contains(where: { $0.cells.count - (isOpen ? 1 : 0) - (isClosed ? 1 : 0) > 1 }) else { return nil }
        var rows: [[BlockText]] = []
        rows.reserveCapacity(drawn.count)
        for (line, cells) in drawn {
            var inner = cells[...]
            if isOpen { inner = inner.dropFirst() }
            if isClosed, !inner.isEmpty { inner = inner.dropLast() }
            guard budget.takeCells(inner.count, at: SourcePosition(line: Int(line.number), column: 1)) else { break }
            rows.append(cutter.texts(inner, &budget))
        }
        return rows
    }

    func beginsWithBar(_ line: SourceLine) -> Bool {
        let start = Blank.trimmed(line.range, of: cutter.bytes).lowerBound
        return start < line.end && bar(at: start, end: line.end) > 0
    }

    private func isBlank(_ piece: TextCutter.Piece) -> Bool { Blank.trimmed(piece.range, of: cutter.bytes).isEmpty }

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

    private func pieces(of line: SourceLine) -> [TextCutter.Piece] {
        cutter.pieces(of: line) { bar(at: $0, end: line.end) }
    }

    /// The length in bytes of the bar at an index; 0 when there is none.
    private func bar(at index: Int, end: Int) -> Int {
        let bytes = cutter.bytes
        if bytes[index] == UInt8(ascii: "|") { return 1 }
        return bytes[index] == 0xEF && index + 2 < end && bytes[index + 1] == 0xBD && bytes[index + 2] == 0x9C ? 3 : 0
    }
}
