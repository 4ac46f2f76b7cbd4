import DocumentModel

/// Tells tables of data from tables that only lay out a page.
///
/// - Source: HTML Living Standard, 4.9.1 (how to tell them apart), as far as it goes without style sheets.
struct TableRoles {
    enum Role {
        case data
        /// Its cells are parts of the page, one below the other.
        case layout
    }

    /// By the index of the table in the content.
    let roles: [Role]

    /// Linear in the content.
    init(_ content: PageContent) {
        let entries = LineSums(content.lines.indices.lazy.map { content.lines[$0].entry == nil ? 0 : 1 })
        let sentences = LineSums(content.lines.indices.lazy.map { content.lines[$0].stops > 0 ? 1 : 0 })
        var roles = [Role](repeating: .layout, count: content.tables.count)
        // The cells with text of the data tables directly or indirectly within each table.
        var inner = [Int](repeating: 0, count: content.tables.count)
        // Tables within come behind the one around them.
        for index in content.tables.indices.reversed() {
            let table = content.tables[index]
            let own = Census(table, content, entries: entries, sentences: sentences)
            let isData = !table.isForLayout && own.isDataByItself && inner[index] < max(own.filled, 1)
            roles[index] = isData ? .data : .layout
            if let outer = table.outer { inner[outer] += inner[index] + (isData ? own.filled : 0) }
        }
        self.roles = roles
    }

    /// What a table's own cells hold.
    private struct Census {
        var filled = 0
        private var figures = 0
        private var mostColumns = 0
        private var wholeRows = 0
        /// Cells that hold headings of the report beside other cells.
        private var parts = 0
        private var articles = 0

        init(_ table: PageContent.Table, _ content: PageContent, entries: LineSums, sentences: LineSums) {
            for row in table.rows {
                mostColumns = max(mostColumns, row.cells.count)
                for cell in row.cells where !cell.lines.isEmpty {
                    filled += 1
                    // Tables within the cell have their lines in it, too.
                    if cell.lines.count == 1, content.lines[cell.lines.lowerBound].isFigure { figures += 1 }
                    if entries[cell.lines] > 0 {
                        if row.cells.count == 1, cell.lines.count == 1 { wholeRows += 1 } else { parts += 1 }
                    }
                    if cell.lines.count >= 8, sentences[cell.lines] >= 4 { articles += 1 }
                }
            }
        }

        var isDataByItself: Bool {
            guard mostColumns > 1 else { return false }
            if figures >= 6 { return true }
            return parts == 0 && articles == 0 && (wholeRows == 0 || figures > 1)
        }
    }
}
