import DocumentModel

/// Puts a table together again that was broken in two.
enum TableJoining {
    /// Joins tables that follow each other directly where the second goes on with the rows of the first: as many columns, and no header, or the
    /// first one's header once more.
    static func joined(_ blocks: [FlatBlock]) -> [FlatBlock] {
        var result: [FlatBlock] = []
        result.reserveCapacity(blocks.count)
        for block in blocks {
            if case .table(let lower) = block, case .table(let upper)? = result.last, let whole = joined(upper, lower) {
                result[result.count - 1] = .table(whole)
            } else {
                result.append(block)
            }
        }
        return result
    }

    private static func joined(_ upper: FlatTable, _ lower: FlatTable) -> FlatTable? {
        guard upper.columnCount == lower.columnCount, upper.columnCount > 2, upper.rowCount + lower.rowCount <= longest else { return nil }
        let repeated = repeatedRows(upper, lower)
        guard repeated > 0 ? repeated < lower.rowCount : goesOn(upper, lower) else { return nil }
        let shift = upper.rowCount - repeated
        var cells = upper.cells
        for cell in lower.cells where cell.row > repeated {
            // A blank label at the break goes on with the one above it, and so does the same label over several rows.
            if cell.row == repeated + 1, let open = cells.firstIndex(where: { reachesEnd($0, of: upper) && covers($0, cell) }) {
                let above = cells[open]
                cells[open] = Cell(
                    row: above.row, column: above.column, rowSpan: above.rowSpan + cell.rowSpan, columnSpan: above.columnSpan,
                    text: above.text)
            } else {
                cells.append(
                    Cell(
                        row: cell.row + shift, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: cell.text))
            }
        }
        let remarks = lower.remarks.map {
            FlatTable.Remark(kind: $0.kind, row: $0.row.map { max(1, $0 + shift) }, detail: $0.detail)
        }
        return FlatTable(
            rowCount: upper.rowCount + lower.rowCount - repeated, columnCount: upper.columnCount, cells: cells,
            remarks: upper.remarks + remarks)
    }

    /// Tables beyond this many rows are no form's.
    private static let longest = 2_000
    private static let longestHeader = 8

    private static func reachesEnd(_ cell: Cell, of table: FlatTable) -> Bool { cell.row + cell.rowSpan - 1 == table.rowCount }

    private static func covers(_ cell: Cell, _ other: Cell) -> Bool {
        guard cell.column == other.column, cell.columnSpan == other.columnSpan, !CellText.isValue(cell.text.string) else { return false }
        return other.text.isEmpty
            || (cell.rowSpan > 1 && other.rowSpan > 1 && TitleKey.key(of: cell.text.string) == TitleKey.key(of: other.text.string))
    }

    /// How many rows at the top of both tables hold the same labels.
    private static func repeatedRows(_ upper: FlatTable, _ lower: FlatTable) -> Int {
        var count = 0
        for row in 1...max(1, min(upper.rowCount, lower.rowCount, longestHeader)) {
            let (above, below) = (upper.cells.filter { $0.row == row }, lower.cells.filter { $0.row == row })
            guard above.count == below.count, above.contains(where: { !$0.text.isEmpty && !CellText.isValue($0.text.string) }),
                zip(above, below).allSatisfy({ same($0, $1) })
            else { break }
            count += 1
        }
        // A header ends above the first row with figures.
        return lower.cells.contains { $0.row <= count && CellText.isValue($0.text.string) && CellText.hasDigit($0.text.string) } ? 0 : count
    }

    private static func same(_ left: Cell, _ right: Cell) -> Bool {
        left.column == right.column && left.columnSpan == right.columnSpan
            && TitleKey.key(of: left.text.string) == TitleKey.key(of: right.text.string)
    }

    /// Whether the lower table begins with a row of figures like the last of the upper one.
    private static func goesOn(_ upper: FlatTable, _ lower: FlatTable) -> Bool {
        let figures = figures(upper, row: upper.rowCount)
        return figures > 1 && figures == self.figures(lower, row: 1)
    }

    /// How many cells at the end of a row hold figures.
    private static func figures(_ table: FlatTable, row: Int) -> Int {
        var count = 0
        for cell in table.cells.filter({ $0.row == row }).reversed() {
            guard CellText.isValue(cell.text.string), !cell.text.isEmpty, cell.columnSpan == 1 else { break }
            count += 1
        }
        return count
    }
}
