package import DocumentModel

/// Which rows and columns of one table came and went. What became of its figures the cells tell.
package struct TableDelta: Hashable, Sendable {
    /// Nil for a table that was added.
    package let old: Locator?
    /// Nil for a table that was removed.
    package let new: Locator?
    /// Of the new table, counted from 1; all of them for a table that was added.
    package let addedRows: [Int]
    /// Of the old table, counted from 1; all of them for a table that was removed.
    package let removedRows: [Int]
    /// As `addedRows`.
    package let addedColumns: [Int]
    /// As `removedRows`.
    package let removedColumns: [Int]
}

extension DocumentDelta {
    /// The new document's tables in order, then the old ones that are gone.
    ///
    /// A row or column is new where none of the cells that begin in it was there before, and gone where none of its cells is there any more.
    package var tables: [TableDelta] {
        var oldSide = TableSide()
        var newSide = TableSide()
        for block in blocks where block.kind == .cell {
            if let old = block.old { oldSide.add(old.locator, partner: block.new?.locator) }
            if let new = block.new { newSide.add(new.locator, partner: block.old?.locator) }
        }
        var tables: [TableDelta] = []
        var taken: Set<Locator> = []
        for (table, lines) in newSide.tables {
            let old = lines.partner.flatMap { taken.insert($0).inserted ? $0 : nil }
            let gone = old.flatMap { oldSide.lines(of: $0) }
            tables.append(
                TableDelta(
                    old: old, new: table, addedRows: lines.rows.single, removedRows: gone?.rows.single ?? [],
                    addedColumns: lines.columns.single, removedColumns: gone?.columns.single ?? []))
        }
        for (table, lines) in oldSide.tables where !taken.contains(table) {
            tables.append(
                TableDelta(
                    old: table, new: nil, addedRows: [], removedRows: lines.rows.single, addedColumns: [],
                    removedColumns: lines.columns.single))
        }
        return tables
    }
}

/// The tables of one of the documents, by what became of their cells.
private struct TableSide {
    /// Rows or columns, counted from 1, and whether any cell of theirs has a partner.
    struct Lines {
        private var isPaired: [Int: Bool] = [:]

        mutating func add(_ line: Int, isPaired paired: Bool) { isPaired[line] = paired || isPaired[line] == true }

        /// Those without a partner, ascending.
        var single: [Int] { isPaired.filter { !$0.value }.map(\.key).sorted() }
    }

    struct Table {
        var rows = Lines()
        var columns = Lines()
        /// That of the first cell that has one.
        var partner: Locator?
    }

    /// In the order of their first cells.
    private(set) var tables: [(locator: Locator, lines: Table)] = []
    private var places: [Locator: Int] = [:]

    func lines(of table: Locator) -> Table? { places[table].map { tables[$0].lines } }

    mutating func add(_ cell: Locator, partner: Locator?) {
        guard case .cell(let number, let row, let column) = cell.part else { return }
        let table = Locator(section: cell.section, part: .table(number))
        let place = places[table] ?? tables.count
        if place == tables.count {
            tables.append((table, Table()))
            places[table] = place
        }
        tables[place].lines.rows.add(row, isPaired: partner != nil)
        tables[place].lines.columns.add(column, isPaired: partner != nil)
        if tables[place].lines.partner == nil, let partner, case .cell(let number, _, _) = partner.part {
            tables[place].lines.partner = Locator(section: partner.section, part: .table(number))
        }
    }
}
