import DocumentModel
import SequenceDiff

/// Pairs the cells of two tables by the rows and columns in which they stand.
enum TableAlignment {
    /// The least likeness of the labels of two rows or columns that belong together.
    private static let similarity = 0.5
    /// The least likeness of the heads of two columns that stand at one place: heads of one table often have a word in common.
    private static let renamedSimilarity = 0.4
    /// Stands between the cells of a row; no document holds this control character.
    private static let columnMark: UInt32 = 0x1F

    /// Pairs of indices into the tables' cells, ascending by old cell, each cell at most once.
    ///
    /// Rows belong together by the words in them and columns by the words that head them, so that a changed figure remains one cell; rows with
    /// the same words, or none, by all that stands in them.
    static func pairs(_ old: Table, _ new: Table) -> [(old: Int, new: Int)] {
        let rows = rowMap(old, new)
        let columns = columnMap(columnLabels(old), columnLabels(new))
        var pairs: [(old: Int, new: Int)] = []
        for (index, cell) in old.cells.enumerated() {
            guard (1...max(1, old.rowCount)).contains(cell.row), (1...max(1, old.columnCount)).contains(cell.column),
                rows.indices.contains(cell.row - 1), columns.indices.contains(cell.column - 1)
            else { continue }
            let row = rows[cell.row - 1]
            let column = columns[cell.column - 1]
            guard row >= 0, column >= 0, let partner = new.slots[row * new.columnCount + column] else { continue }
            let other = new.cells[partner]
            if other.row == row + 1, other.column == column + 1 { pairs.append((index, partner)) }
        }
        return pairs
    }

    /// What a table is told by: the words in all its cells.
    static func label(_ table: Table) -> [UInt32] {
        var label: [UInt32] = []
        for cell in table.cells { appendWords(of: cell, to: &label) }
        return label
    }

    /// For each old line, the 0-based new line that it belongs with, -1 for none.
    private static func lineMap(_ old: ItemList, _ new: ItemList) -> [Int] {
        if old == new { return Array(0..<old.count) }
        var map = [Int](repeating: -1, count: old.count)
        var aligner = ItemAligner(old: old, new: new)
        for pair in aligner.pairs(Array(0..<old.count), Array(0..<new.count), similarity: similarity) { map[pair.old] = pair.new }
        return map
    }

    /// As `lineMap`. Where most rows have words of their own and these are the same on both sides, the rows are. Figures tell rows apart that no
    /// words tell; places those of which neither tells anything and as many are left on both sides.
    private static func rowMap(_ old: Table, _ new: Table) -> [Int] {
        let (oldLabels, newLabels) = (rowLabels(old), rowLabels(new))
        var interner = Interner<ArraySlice<UInt32>>()
        let oldIDs = (0..<oldLabels.count).map { Int(interner.id(of: oldLabels[$0])) }
        let newIDs = (0..<newLabels.count).map { Int(interner.id(of: newLabels[$0])) }
        let (oldCounts, newCounts) = (counts(oldIDs, interner.count), counts(newIDs, interner.count))
        let isTelling = { (id: Int, label: ArraySlice<UInt32>) in !label.isEmpty && oldCounts[id] < 2 && newCounts[id] < 2 }
        let oldTelling = oldIDs.indices.map { isTelling(oldIDs[$0], oldLabels[$0]) }
        let newTelling = newIDs.indices.map { isTelling(newIDs[$0], newLabels[$0]) }
        if oldIDs == newIDs, oldTelling.count(where: \.self) * 2 >= oldTelling.count { return Array(oldIDs.indices) }
        let (oldItems, newItems) = (items(of: old, oldLabels, oldTelling), items(of: new, newLabels, newTelling))
        var map = lineMap(oldItems, newItems)
        // Rows that are all alike or all changed are rather those at the same places.
        if oldIDs == newIDs, map.indices.count(where: { map[$0] >= 0 && oldItems[$0] == newItems[map[$0]] }) * 2 < map.count {
            return Array(oldIDs.indices)
        }
        var newStart = 0
        var oldGap: [Int] = []
        for row in 0...map.count {
            if row < map.count, map[row] < 0 {
                oldGap.append(row)
                continue
            }
            let newEnd = row < map.count ? map[row] : newIDs.count
            if oldGap.count == newEnd - newStart, oldGap.map({ oldIDs[$0] }) == Array(newIDs[newStart..<newEnd]) {
                for (gone, come) in zip(oldGap, newStart..<newEnd) { map[gone] = come }
            }
            oldGap = []
            newStart = newEnd + 1
        }
        return map
    }

    /// How often each id stands there.
    private static func counts(_ ids: [Int], _ count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for id in ids { counts[id] += 1 }
        return counts
    }

    /// The rows by their labels, and those whose labels tell nothing by all that stands in them.
    private static func items(of table: Table, _ labels: ItemList, _ isTelling: [Bool]) -> ItemList {
        var items = ItemList()
        for row in 0..<table.rowCount {
            var item = Array(labels[row])
            if !isTelling[row] {
                for column in 0..<table.columnCount {
                    item.append(columnMark)
                    guard let cell = table.slots[row * table.columnCount + column] else { continue }
                    for scalar in table.cells[cell].text.string.unicodeScalars { item.append(scalar.value) }
                }
            }
            items.append(item)
        }
        return items
    }

    /// As `lineMap`; where there are as many columns on both sides, those at one place belong together unless their heads have little in common.
    private static func columnMap(_ old: ItemList, _ new: ItemList) -> [Int] {
        var map = lineMap(old, new)
        guard old.count == new.count, map.contains(-1) else { return map }
        var isTaken = [Bool](repeating: false, count: new.count)
        for column in map where column >= 0 { isTaken[column] = true }
        var differ = Differ()
        for column in map.indices where map[column] < 0 && !isTaken[column] {
            let (before, after) = (old[column], new[column])
            if before.isEmpty || after.isEmpty || differ.similarity(before.span, after.span) >= renamedSimilarity {
                map[column] = column
            }
        }
        return map
    }

    private static func rowLabels(_ table: Table) -> ItemList {
        var labels = ItemList()
        for row in 0..<table.rowCount {
            labels.append(words(of: table, (0..<table.columnCount).map { row * table.columnCount + $0 }))
        }
        return labels
    }

    /// The words of each column down to the first row with a figure.
    private static func columnLabels(_ table: Table) -> ItemList {
        var headRows = 0
        while headRows < table.rowCount,
            (0..<table.columnCount).allSatisfy({ column in
                guard let cell = table.slots[headRows * table.columnCount + column] else { return true }
                return table.cells[cell].text.isEmpty || isWords(table.cells[cell].text.string)
            })
        { headRows += 1 }
        var labels = ItemList()
        for column in 0..<table.columnCount {
            labels.append(words(of: table, (0..<headRows).map { $0 * table.columnCount + column }))
        }
        return labels
    }

    /// The words at places of the grid, by index in the table's slots; those of a cell that covers several in a row stand once.
    private static func words(of table: Table, _ places: [Int]) -> [UInt32] {
        var words: [UInt32] = []
        var last = -1
        for place in places {
            guard let cell = table.slots[place], cell != last else { continue }
            appendWords(of: table.cells[cell], to: &words)
            last = cell
        }
        return words
    }

    private static func appendWords(of cell: Cell, to label: inout [UInt32]) {
        guard isWords(cell.text.string) else { return }
        for scalar in cell.text.string.unicodeScalars { label.append(scalar.value) }
    }

    /// Whether a text is more than figures and marks: it has an ASCII letter, or a scalar beyond the blocks of general punctuation and
    /// symbols that is no full-width ASCII.
    private static func isWords(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: true
            case 0x3041...0xFEFF: true
            default: scalar.value > 0xFFFF
            }
        }
    }
}
