import DocumentModel

/// Tables that are written as lines of text: words that blanks part, below a line of headings.
extension PassageReading {
    /// In scalars. Longer words are no headings of columns.
    private static let columnHeadingLimit = 12

    /// Reads a line of headings, or one below it; false for other text, with which the columns end.
    mutating func readColumns(_ text: TracedText, _ locator: Locator) -> Bool {
        let cells = Self.cells(of: text.scalars)
        guard cells.count > 1 else {
            columns = []
            return false
        }
        if let headings = columnHeadings(text.scalars, cells) {
            columns = zip(headings, cells).map { ($0, text, $1, locator) }
            return true
        }
        // Where one is blank nothing tells which.
        guard cells.count == columns.count else {
            if cells.count > columns.count { columns = [] }
            return false
        }
        let (outer, begun, told) = (part, opened, isFirm)
        defer { (part, opened, isFirm) = (outer, begun, told) }
        for (cell, column) in zip(cells, columns) {
            guard let named = column.part else { continue }
            part = named
            append(column.text, column.heading, column.locator, isLabel: true)
            append(text, cell, locator, isLabel: false)
        }
        return true
    }

    /// The parts that the words of a line name; nil where they do not name several.
    private mutating func columnHeadings(_ text: [UInt32], _ cells: [Range<Int>]) -> [Int?]? {
        var headings: [Int?] = []
        for cell in cells {
            guard cell.count <= Self.columnHeadingLimit, text[cell].allSatisfy(Self.isWord) else { return nil }
            // Cues in labels may need the colon that such words do without.
            let label = Array(text[cell]) + [0x3A]
            let found = matches(label, label.indices).map { opens[$0.part] }
            headings.append(found.first.flatMap { first in found.allSatisfy { $0 == first } ? first : nil })
        }
        return Set(headings.compactMap(\.self)).count > 1 ? headings : nil
    }

    /// The words of a line that blanks part; none in text of several lines.
    private static func cells(of text: [UInt32]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start: Int?
        guard !text.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x2028 || $0 == 0x2029 }) else { return [] }
        for index in text.indices {
            if Blank.contains(text[index]) {
                if let begun = start { cells.append(begun..<index) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { cells.append(start..<text.count) }
        return cells
    }
}
