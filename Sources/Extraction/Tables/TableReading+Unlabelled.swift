import AuditModel
import DocumentModel

/// Binding rows of figures whose label is missing, by the rows that they stand between.
extension TableReading {
    /// A row of figures without any label.
    struct UnlabelledRow {
        /// Of the grid, counted from 1.
        let row: Int
        /// One for each heading.
        let cells: [Int]
        let heads: [GridReading.Head]
    }

    /// A row that is bound, and the lines of the form's table in which its first figure stands.
    private struct BoundRow {
        let row: Int
        let table: Int
        let line: Int
        let column: Int
    }

    /// Binds rows without a label where the form leaves one way only: as many of them stand between two rows of a table as the form has there that are
    /// nowhere else and have what the headings name. Of the others it is said that they are not known.
    mutating func bindUnlabelled(_ rows: [UnlabelledRow]) {
        guard !rows.isEmpty else { return }
        let bound = boundRows()
        var rest = rows[...]
        while let first = rest.first {
            let below = bound.first { $0.row > first.row }
            let run = rest.prefix { $0.row < below?.row ?? .max }
            rest = rest.dropFirst(run.count)
            let found = bonds(Array(run), between: bound.last { $0.row < first.row }, and: below, among: bound)
            bonds += found?.bonds ?? []
            for (index, row) in run.enumerated() {
                if let found {
                    let label = scanned.cells(inRow: row.row).first ?? row.cells[0]
                    remarks.append(Remark(.boundByPosition, at: scanned.place(label), detail: found.labels[index]))
                } else {
                    remarkUnknown(row.cells[0])
                }
            }
        }
    }

    /// Ascending by row.
    private func boundRows() -> [BoundRow] {
        var places: [Int: (table: Int, line: Int, column: Int)] = [:]
        for (number, table) in form.form.tables.enumerated() {
            for (line, indicators) in table.grid.enumerated() {
                for (column, index) in indicators.enumerated() { if let index { places[index] = (number, line, column) } }
            }
        }
        var rows: [Int: BoundRow] = [:]
        for bond in bonds {
            let row = scanned.table.cells[bond.cell].row
            guard rows[row] == nil, let place = places[bond.indicator] else { continue }
            rows[row] = BoundRow(row: row, table: place.table, line: place.line, column: place.column)
        }
        return rows.values.sorted { $0.row < $1.row }
    }

    private func bonds(
        _ run: [UnlabelledRow], between above: BoundRow?, and below: BoundRow?, among bound: [BoundRow]
    ) -> (bonds: [Bond], labels: [String])? {
        guard let table = above?.table ?? below?.table, above?.table ?? table == table, below?.table ?? table == table else { return nil }
        let prescribed = form.form.tables[table]
        // Where the headings name the form's rows, its columns stand one below the other.
        let isUpright = run[0].heads.contains { $0.found[table * 2 + 1] != nil }
        let lines = isUpright ? prescribed.rows : prescribed.columns
        let number = { (row: BoundRow) in isUpright ? row.line : row.column }
        let start = above.map { number($0) + 1 } ?? 0
        let end = below.map(number) ?? lines.count
        guard start <= end else { return nil }
        let taken = Set(bound.filter { $0.table == table }.map(number))
        let indicators = { (row: UnlabelledRow, line: Int) in
            row.heads.map { head -> Int? in
                guard let other = head.found[table * 2 + (isUpright ? 1 : 0)] else { return nil }
                return isUpright ? prescribed.grid[line][other.line] : prescribed.grid[other.line][line]
            }
        }
        let missing = (start..<end).filter { line in
            lines[line].standsFor.isEmpty && !taken.contains(line)
                && zip(run[0].heads, indicators(run[0], line)).allSatisfy { head, indicator in
                    indicator != nil || head.found[table * 2 + (isUpright ? 1 : 0)] == nil
                }
        }
        guard missing.count == run.count else { return nil }
        let all = zip(run, missing).flatMap { row, line in
            zip(row.cells, indicators(row, line)).compactMap { cell, indicator in
                indicator.map { Bond(cell: cell, indicator: $0, tie: .byPosition) }
            }
        }
        return all.isEmpty ? nil : (all, missing.map { lines[$0].label })
    }
}
