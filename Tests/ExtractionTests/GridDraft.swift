import DocumentModel
import TestSupport

/// A specimen's table as a grid that tests deform, every figure with the identifier that it belongs to and a value of its own.
struct GridDraft {
    struct Item {
        var text: String
        /// The indicator whose figure it is; nil for labels and what was put in.
        var id: String?
        var isLabel: Bool
    }

    var items: [Item] = []
    /// For each row, then each column: the index of the item there; nil where a short row has none. Items that cover several places are merged cells.
    var places: [[Int?]]

    /// - Parameters:
    ///   - ids: those of the table's figures, row by row.
    ///   - start: the value of the first figure; each one behind it is one larger.
    init(_ rows: [[Specimen.Cell]], ids: [String], start: Int) {
        places = Array(repeating: [], count: rows.count)
        var figures = 0
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while column < places[row].count, places[row][column] != nil { column += 1 }
                let id = !cell.isLabel && figures < ids.count ? ids[figures] : nil
                items.append(Item(text: cell.isLabel ? cell.text : String(start + figures), id: id, isLabel: cell.isLabel))
                if !cell.isLabel { figures += 1 }
                for down in 0..<cell.rowSpan where row + down < places.count {
                    for right in 0..<cell.columnSpan { set(row + down, column + right, items.count - 1) }
                }
                column += cell.columnSpan
            }
        }
        precondition(figures == ids.count, "the specimen has as many figures as the form")
    }

    private mutating func set(_ row: Int, _ column: Int, _ item: Int) {
        while places[row].count <= column { places[row].append(nil) }
        places[row][column] = item
    }

    var width: Int { places.map(\.count).max() ?? 0 }

    /// The values that stand in the grid, by identifier.
    var values: [String: String] {
        var values: [String: String] = [:]
        for item in Set(places.flatMap { $0 }.compactMap { $0 }) { if let id = items[item].id { values[id] = items[item].text } }
        return values
    }

    /// Rows whose places are labels or nothing only.
    func isHeading(_ row: Int) -> Bool { places[row].allSatisfy { $0.map { items[$0].isLabel } ?? true } }

    /// The table, each item a cell at its first place. Positions count items so that they can be told apart.
    func table(number: Int) -> Table {
        var spans: [Int: (row: Int, column: Int, lastRow: Int, lastColumn: Int)] = [:]
        var order: [Int] = []
        for (row, line) in places.enumerated() {
            for (column, item) in line.enumerated() {
                guard let item else { continue }
                if let span = spans[item] {
                    spans[item] = (
                        span.row, min(span.column, column), max(span.lastRow, row), max(span.lastColumn, column)
                    )
                } else {
                    spans[item] = (row, column, row, column)
                    order.append(item)
                }
            }
        }
        let cells = order.compactMap { item in
            spans[item].map { span in
                Cell(
                    row: span.row + 1, column: span.column + 1, rowSpan: span.lastRow - span.row + 1,
                    columnSpan: span.lastColumn - span.column + 1,
                    text: BlockText(items[item].text, at: SourcePosition(line: number * 1000 + span.row + 1, column: span.column + 1)))
            }
        }
        return Table(number: number, rowCount: places.count, columnCount: width, cells: cells)
    }

    // MARK: Deformations

    mutating func add(_ text: String, isLabel: Bool = true) -> Int {
        items.append(Item(text: text, id: nil, isLabel: isLabel))
        return items.count - 1
    }

    /// Puts a column in before that of the index; merged cells that it goes through grow. `text` gives what stands in each row, nil for blank.
    mutating func insertColumn(at column: Int, heading rows: Set<Int>, _ label: String, _ text: (Int) -> String) {
        var cells: [Int: Int] = [:]
        for row in places.indices {
            while places[row].count < column { places[row].append(nil) }
            let before = column > 0 ? places[row][column - 1] : nil
            let after = column < places[row].count ? places[row][column] : nil
            if let before, before == after {
                places[row].insert(before, at: column)
            } else if rows.contains(row) {
                let cell = cells[0] ?? add(label)
                cells[0] = cell
                places[row].insert(cell, at: column)
            } else if isHeading(row) {
                if column >= places[row].count, places[row].count < width { continue }
                places[row].insert(add(""), at: column)
            } else {
                places[row].insert(add(text(row), isLabel: false), at: column)
            }
        }
    }

    mutating func insertRow(at row: Int, _ items: [Int?]) { places.insert(items, at: row) }

    /// Takes the merges apart: the other places are left blank, or say the same again.
    mutating func unmerge(repeats: Bool, figuresToo: Bool = false) {
        var seen: Set<Int> = []
        for row in places.indices {
            for column in places[row].indices {
                guard let item = places[row][column], !seen.insert(item).inserted, figuresToo || items[item].isLabel else { continue }
                places[row][column] = add(repeats ? items[item].text : "", isLabel: items[item].isLabel)
            }
        }
    }

    mutating func transpose() {
        let (height, width) = (places.count, width)
        places = (0..<width).map { column in (0..<height).map { row in column < places[row].count ? places[row][column] : nil } }
    }
}
