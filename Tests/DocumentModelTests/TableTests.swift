import DocumentModel
import TestSupport
import Testing

@Suite struct TableTests {
    private func cell(_ row: Int, _ column: Int, _ rows: Int = 1, _ columns: Int = 1) -> Cell {
        Cell(row: row, column: column, rowSpan: rows, columnSpan: columns, text: BlockText("\(row).\(column)"))
    }

    @Test("a cell covers all places of its spans") func spans() {
        let table = Table(number: 1, rowCount: 2, columnCount: 3, cells: [cell(1, 1, 2, 1), cell(1, 2, 1, 2), cell(2, 2), cell(2, 3)])
        #expect(table.slots == [0, 1, 1, 0, 2, 3])
        #expect(table.cell(row: 2, column: 1)?.text.string == "1.1")
        #expect(table.cell(row: 1, column: 3)?.text.string == "1.2")
    }

    @Test("places that no cell covers, and places outside, have none") func missing() {
        let table = Table(number: 1, rowCount: 2, columnCount: 2, cells: [cell(1, 1), cell(1, 2), cell(2, 1)])
        for (row, column) in [(2, 2), (0, 1), (1, 0), (3, 1), (1, 3), (-1, -1), (.max, .max)] {
            #expect(table.cell(row: row, column: column) == nil)
        }
        #expect(Table(number: 1, rowCount: 0, columnCount: 0, cells: []).cell(row: 1, column: 1) == nil)
    }

    @Test("a cell that reaches too far is cut, the earlier one keeps its place") func overlaps() {
        let table = Table(number: 1, rowCount: 2, columnCount: 2, cells: [cell(1, 1, 9, 1), cell(1, 2, .max, .max), cell(2, 1, 1, 2)])
        #expect(table.slots == [0, 1, 0, 1])
    }

    @Test("a cell that begins outside the grid covers nothing") func outside() {
        let cells = [cell(0, 1), cell(1, 0), cell(3, 1), cell(1, 3), cell(-1, 1, 9, 9), cell(.max, .max, .max, .max)]
        #expect(Table(number: 1, rowCount: 2, columnCount: 2, cells: cells).slots == [nil, nil, nil, nil])
        #expect(Table(number: 1, rowCount: 0, columnCount: 0, cells: [cell(1, 1)]).slots == [])
    }

    @Test("spans below 1 count as 1") func smallSpans() {
        #expect(cell(1, 1, 0, -5) == cell(1, 1))
    }

    @Test("whatever the spans, each place belongs to the first cell that claims it", arguments: 1...20 as ClosedRange<UInt64>)
    func anySpans(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let (rows, columns) = (Int.random(in: 1...6, using: &generator), Int.random(in: 1...6, using: &generator))
        let cells = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            cell(
                Int.random(in: 1...rows, using: &generator), Int.random(in: 1...columns, using: &generator),
                Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator))
        }
        let table = Table(number: 1, rowCount: rows, columnCount: columns, cells: cells)
        for row in 1...rows {
            for column in 1...columns {
                let first = cells.first { (0..<$0.rowSpan).contains(row - $0.row) && (0..<$0.columnSpan).contains(column - $0.column) }
                #expect(table.cell(row: row, column: column) == first, "seed \(seed)")
            }
        }
    }
}
