import DocumentModel

/// Which cells of a row belong under which headings.
extension GridReading {
    enum RowCells {
        /// One cell for each heading.
        case cells([Int])
        /// How many cells the row has for figures, and how many it should have.
        case uneven(found: Int, expected: Int)
    }

    /// The cells of a row for the headings of its block. Where the row's merged label cells were lost, so that its figures stand too far left, the
    /// count decides if it is exactly that of the headings; a row whose count differs could mean anything.
    func cells(inRow row: Int, of block: BlockRows) -> RowCells {
        if let aligned = alignedCells(row, block) { return .cells(aligned) }
        let firstColumn = block.heads.first?.columns.lowerBound ?? 1
        let run = run(inRow: row, labelsTo: firstColumn - 1, expecting: block.heads.count)
        let labels = scanned.cells(inRow: row).prefix { $0 != run.first }
        // Lost label cells leave only such labels as say something, and fewer than there are columns for them.
        let isCollapsed = labels.count < firstColumn - 1 && labels.allSatisfy { scanned.isLabel($0) }
        // The reverse: a label whose column the headings leave out, over rows that have lost it.
        let isExpanded =
            labels.count >= firstColumn && labels.allSatisfy { isKnown($0) || scanned.isBlank($0) }
            && run.allSatisfy { scanned.isNumber($0) }
        guard run.count == block.heads.count, isExpanded || isCollapsed && !hasFigures(besideHeadingsOf: block) else {
            return .uneven(found: run.count, expected: block.heads.count)
        }
        return .cells(run)
    }

    /// True when rows of the block have numbers just left of the headings, in a column that no heading of the form names: a row's count says
    /// nothing then.
    private func hasFigures(besideHeadingsOf block: BlockRows) -> Bool {
        guard let first = block.heads.first, let last = block.heads.last, first.columns.lowerBound > 1 else { return false }
        return block.rows.contains { row in
            guard let cell = scanned.slot(row, first.columns.lowerBound - 1), scanned.slot(row, last.columns.upperBound) != nil else {
                return false
            }
            return scanned.isNumber(cell)
        }
    }

    /// The cells behind the last known label of a row, without blank ones in the columns of labels and, where they are more than expected, without
    /// blank ones at the row's end.
    func run(inRow row: Int, labelsTo lastLabelColumn: Int, expecting count: Int) -> [Int] {
        let cells = scanned.cells(inRow: row)
        let start = cells.lastIndex { isKnown($0) }.map { $0 + 1 } ?? cells.firstIndex { !scanned.isBlank($0) } ?? cells.count
        var run = cells[start...]
        while let first = run.first, scanned.isBlank(first), scanned.table.cells[first].column <= lastLabelColumn {
            run = run.dropFirst()
        }
        while run.count > count, let last = run.last, scanned.isBlank(last) { run = run.dropLast() }
        return Array(run)
    }

    /// Whether a row has a label of its own besides the cells of its figures: one that begins in it, and names no group alone.
    func hasLabel(_ row: Int, besides figures: [Int]) -> Bool {
        scanned.cells(inRow: row).contains { cell in
            scanned.isLabel(cell) && !figures.contains(cell) && scanned.table.cells[cell].row == row && !namesGroupOnly(cell)
        }
    }

    /// Whether two headings name the same line of each table, and one at all.
    static func meansSame(_ left: Head, _ right: Head) -> Bool {
        zip(left.found, right.found).allSatisfy { $0?.line == $1?.line } && left.found.contains { $0 != nil }
    }

    private func alignedCells(_ row: Int, _ block: BlockRows) -> [Int]? {
        let heads = block.heads
        guard let first = heads.first, let last = heads.last else { return nil }
        var cells: [Int] = []
        cells.reserveCapacity(heads.count)
        for (index, head) in heads.enumerated() {
            var chosen: Int?
            for column in head.columns {
                guard let cell = scanned.slot(row, column), cell != chosen else { continue }
                if let other = chosen, !scanned.isBlank(other) {
                    if !scanned.isBlank(cell) { return nil }
                } else if chosen == nil || !scanned.isBlank(cell) {
                    chosen = cell
                }
            }
            // A label of the form where a figure is due: the row does not stand under these headings.
            guard let chosen, chosen != head.cell, !namesLine(chosen) else { return nil }
            // One figure under two headings, or in two rows, is neither's; but a merged heading may have left its words in each of its columns.
            let isShared = cells.last == chosen && !Self.meansSame(head, heads[index - 1])
            let isMerged = isShared || scanned.table.cells[chosen].rowSpan > 1
            if isMerged, !scanned.isBlank(chosen) { return nil }
            cells.append(chosen)
        }
        // Numbers between the row's label and the first heading, where no heading is: the row stands too far left.
        var seesLabel = false
        for column in 1..<first.columns.lowerBound {
            guard let cell = scanned.slot(row, column) else { continue }
            if isKnown(cell) { seesLabel = true }
            let hasHeading = block.headings.contains { scanned.slot($0, column).map { scanned.isLabel($0) } ?? false }
            if seesLabel, scanned.isNumber(cell), !hasHeading { return nil }
        }
        // Surplus cells beyond the headings.
        for column in stride(from: last.columns.upperBound + 1, through: scanned.table.columnCount, by: 1) {
            guard let cell = scanned.slot(row, column), cell != cells.last, !scanned.isBlank(cell) else { continue }
            // A note at the end of a row moves nothing.
            if scanned.isLabel(cell) { continue }
            if scanned.slot(scanned.table.cells[last.cell].row, column) == nil { return nil }
        }
        return cells
    }
}
