import DocumentModel

/// Joins what a page break parted.
extension TablePiece {
    /// Whether another piece, which stands first on the next page, goes on with this one, which stands last on its own.
    func goesOn(in next: TablePiece) -> Bool {
        guard next.page == lastPage + 1, let left = borders.first, let right = borders.last, let otherLeft = next.borders.first,
            let otherRight = next.borders.last
        else { return false }
        // Some programs shift the table by the width of a line; pages of a book have other margins but the table its width.
        return abs((right - left) - (otherRight - otherLeft)) < 2 * RuledGrid.nearness && abs(left - otherLeft) < 40
    }

    /// Adds the next page's piece. Linear in the cells of both.
    mutating func join(_ next: TablePiece) {
        var next = next
        let shift = borders[0] - next.borders[0]
        unify(&next, shift: shift)
        next.dropRows(repeatedRows(of: next))
        guard next.rowCount > 0 else {
            lastPage = next.lastPage
            return
        }
        // Labels that reach over rows on both pages reach to the page's end, also where no row does.
        while rowCount > 1, isBlank(row: rowCount - 1), cells.contains(where: { $0.row < rowCount - 1 && $0.row + $0.rows == rowCount }) {
            removeRow(rowCount - 1)
        }
        while next.rowCount > 1, next.isBlank(row: 0), next.cells.contains(where: { $0.row == 0 && $0.rows > 1 }) { next.removeRow(0) }
        let isSplit = rowGoesOn(in: next)
        if isSplit {
            appendFirstRow(of: &next)
        } else {
            extendLabels(into: &next)
        }
        for var cell in next.cells {
            cell.row += rowCount
            cells.append(cell)
        }
        rowCount += next.rowCount
        lastPage = next.lastPage
        isResolved = isResolved || next.isResolved
    }

    /// Gives both pieces the columns that either has.
    private mutating func unify(_ next: inout TablePiece, shift: Double) {
        let moved = next.borders.map { $0 + shift }
        var all: [Double] = []
        for border in (borders + moved).sorted() {
            if let last = all.last, border - last < RuledGrid.nearness + 1 { continue }
            all.append(border)
        }
        func index(_ value: Double) -> Int { all.lastIndex { $0 <= value + 0.01 } ?? 0 }
        func mapped(_ cells: [PieceCell], _ borders: [Double]) -> [PieceCell] {
            cells.map { cell in
                var cell = cell
                let end = index(borders[cell.column + cell.columns])
                cell.column = index(borders[cell.column])
                cell.columns = max(1, end - cell.column)
                return cell
            }
        }
        guard all.count > 2 else { return }
        next.cells = mapped(next.cells, moved)
        cells = mapped(cells, borders)
        next.borders = all
        borders = all
    }

    /// How many rows at the top of the next piece say again what stands at the top of this one: all of the header, or its first rows, below which
    /// labels are cut off that reach farther here; merged cells that are too low there, too.
    private func repeatedRows(of next: TablePiece) -> Int {
        let most = min(6, rowCount, next.rowCount)
        guard most > 0 else { return 0 }
        let mine = cells.filter { $0.row < most }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        let its = next.cells.filter { $0.row < most }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        return (1...most).last { count in
            let (mine, its) = (mine.prefix { $0.row < count }, its.prefix { $0.row < count })
            // A header with text in it, whose cells end where it ends, and no row of figures.
            guard mine.count == its.count, its.contains(where: { !$0.text.isEmpty }) else { return false }
            return zip(mine, its).allSatisfy { above, cell in
                let rows = min(above.rows, count - above.row)
                guard above.row == cell.row, above.column == cell.column, above.columns == cell.columns, cell.rows == rows else {
                    return false
                }
                if CellText.isValue(cell.text.string), CellText.hasDigit(cell.text.string) { return false }
                return above.text.string == cell.text.string || above.rows > 1 && above.text.string.hasPrefix(cell.text.string)
            }
        } ?? 0
    }

    private mutating func dropRows(_ count: Int) {
        guard count > 0 else { return }
        cells = cells.compactMap { cell in
            guard cell.row >= count else { return nil }
            var cell = cell
            cell.row -= count
            return cell
        }
        rowCount -= count
    }

    /// Whether the page's end broke this piece's last row: its figures stand on one side, and labels on both sides are one text.
    private func rowGoesOn(in next: TablePiece) -> Bool {
        let last = cells.filter { $0.row + $0.rows == rowCount }
        let first = next.cells.filter { $0.row == 0 }
        let pairs = first.compactMap { cell in
            last.first { $0.column == cell.column && $0.columns == cell.columns }.map { (upper: $0, lower: cell) }
        }
        guard pairs.count > 1, pairs.count == first.count, pairs.count == last.count else { return false }
        func isFigure(_ cell: PieceCell) -> Bool { !cell.text.isEmpty && CellText.isValue(cell.text.string) }
        func hasFigures(_ cells: [PieceCell]) -> Bool { cells.contains(where: isFigure) }
        let upper = hasFigures(pairs.map(\.upper))
        let lower = hasFigures(pairs.map(\.lower))
        guard !upper || !lower else { return false }
        // Where a figure stands on one side there is nothing on the other.
        guard pairs.allSatisfy({ isFigure($0.upper) ? $0.lower.text.isEmpty : !isFigure($0.lower) || $0.upper.text.isEmpty }) else {
            return false
        }
        let labels = pairs.filter { !$0.lower.text.isEmpty && !CellText.isValue($0.lower.text.string) }
        guard labels.allSatisfy({ $0.upper.isContinued(by: $0.lower) }) else { return false }
        // Without figures on either side only the labels tell.
        return upper || (lower ? pairs.contains { !$0.upper.text.isEmpty } : !labels.isEmpty)
    }

    private mutating func appendFirstRow(of next: inout TablePiece) {
        for index in next.cells.indices where next.cells[index].row == 0 {
            let cell = next.cells[index]
            guard
                let above = cells.firstIndex(where: {
                    $0.row + $0.rows == rowCount && $0.column == cell.column && $0.columns == cell.columns
                })
            else { continue }
            cells[above].text = Self.joined(cells[above].text, cell.text)
            // A label that reaches over further rows does so on the next page.
            cells[above].rows += cell.rows - 1
        }
        next.cells.removeAll { $0.row == 0 }
        next.dropRows(1)
    }

    /// A label that reaches over rows on both pages stands on one of them, or in part on each.
    private mutating func extendLabels(into next: inout TablePiece) {
        let first = next.cells.filter { $0.row == 0 }
        let lastHasFigures = cells.contains { $0.row + $0.rows == rowCount && !$0.text.isEmpty && CellText.isValue($0.text.string) }
        // A header that the page's end parts has labels on both sides, also to the left of blank cells.
        let isHeader = !lastHasFigures && !first.contains { !$0.text.isEmpty && CellText.isValue($0.text.string) }
        var dropped: Set<Int> = []
        for cell in first {
            guard
                let above = cells.firstIndex(where: {
                    $0.row + $0.rows == rowCount && $0.column == cell.column && $0.columns == cell.columns
                })
            else { continue }
            let reaches = cell.rows > 1 || cells[above].rows > 1 || !lastHasFigures
            let leadsLabel = first.contains {
                (isHeader || $0.column > cell.column) && !$0.text.isEmpty && !CellText.isValue($0.text.string)
            }
            // A label of several rows may stand with the last of them, also one with a number.
            let isAbove = cells[above].text.isEmpty && cell.rows > 1 && lastHasFigures
            let isContinued = cell.text.isEmpty ? leadsLabel : reaches && leadsLabel && (isAbove || cells[above].isContinued(by: cell))
            guard isContinued, !cells[above].text.isEmpty || !cell.text.isEmpty else { continue }
            guard !(CellText.isValue(cells[above].text.string) && !cells[above].text.isEmpty) else { continue }
            cells[above].text = Self.joined(cells[above].text, cell.text)
            cells[above].rows += cell.rows
            dropped.insert(cell.column)
        }
        next.cells.removeAll { $0.row == 0 && dropped.contains($0.column) }
    }

    private static func joined(_ upper: BlockText, _ lower: BlockText) -> BlockText {
        guard !lower.isEmpty else { return upper }
        guard !upper.isEmpty else { return lower }
        let areDigits =
            upper.string.utf8.last.map { 0x30...0x39 ~= $0 } == true && lower.string.utf8.first.map { 0x30...0x39 ~= $0 } == true
        let string = upper.string + (areDigits ? "\n" : "")
        let offset = string.utf8.count
        return BlockText(
            string + lower.string,
            anchors: upper.anchors + lower.anchors.map { BlockText.Anchor(offset: $0.offset + offset, position: $0.position) })
    }
}

extension TablePiece.PieceCell {
    /// Whether the text of a cell on the next page may be the rest of this one's: there was no room for it here, and it begins with no number.
    fileprivate func isContinued(by next: Self) -> Bool {
        guard !HeadingLine(next.text.string).isNumbered else { return false }
        let own = HeadingLine(text.string)
        if text.isEmpty || own.ordinal != nil && own.title.isEmpty { return true }
        guard let room, let em else { return false }
        return room < em * next.beginning + 0.5
    }

    /// The width, in that of a wide character, of what can only stand together at the beginning of the text: a character with the marks around it, and what
    /// an opening quotation mark ties to it.
    /// - Source: UAX #14, LB 19
    private var beginning: Double {
        var width = 0.0
        var hasCore = false
        for scalar in text.string.unicodeScalars {
            let ties = scalar.value == 0x2018 || scalar.value == 0x201C
            if hasCore, !ties, !Glyph.closes(scalar.value) { break }
            hasCore = !ties && (hasCore || !Glyph.opens(scalar.value))
            width += Glyph.isWide(scalar.value) ? 1 : 0.5
        }
        return max(1, width)
    }
}
