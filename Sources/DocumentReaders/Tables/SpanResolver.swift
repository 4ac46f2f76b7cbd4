import DocumentModel

/// Works out the merged cells of a table in which they come out empty below and collapsed to the right.
///
/// Figures stand to the right, labels to the left. A row that is too short has lost places in its last label, since a label may reach over
/// several columns and a figure does not. A row of one cell reaches over the whole table and begins a new block of rows.
struct SpanResolver {
    private var layout: TableLayout

    static func resolved(_ layout: TableLayout) -> TableLayout {
        var resolver = SpanResolver(layout: layout)
        resolver.resolve()
        return resolver.layout
    }

    private mutating func resolve() {
        let rows = layout.rows
        let blocks = Self.blocks(of: rows).map { BlockShape(rows: rows, range: $0) }
        let widest = blocks.max { $0.width < $1.width }
        let isOverlong = widest.map { $0.width < layout.columnCount } ?? false
        var next = 0
        for block in blocks {
            placeWholeRows(next..<block.range.lowerBound)
            var shape = block
            var missing = layout.columnCount - shape.width
            if missing > 0, let widest, let count = shape.figures, count == widest.figures, widest.width == layout.columnCount {
                // The same figures as in the widest block, so it is the labels that reach over more columns.
                shape.width = layout.columnCount
                missing = 0
            }
            resolve(shape, addingToLast: isOverlong ? 0 : missing)
            next = block.range.upperBound
        }
        placeWholeRows(next..<rows.count)
    }

    /// The runs of rows between rows of one cell.
    private static func blocks(of rows: [[BlockText]]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start: Int?
        for (index, row) in rows.enumerated() {
            if row.count > 1 {
                if start == nil { start = index }
            } else if let first = start {
                blocks.append(first..<index)
                start = nil
            }
        }
        if let start { blocks.append(start..<rows.count) }
        return blocks
    }

    private mutating func placeWholeRows(_ range: Range<Int>) {
        for row in range where !layout.rows[row].isEmpty {
            layout.place(row: row, index: 0, column: 0, columns: max(1, layout.columnCount))
        }
    }

    private mutating func resolve(_ shape: BlockShape, addingToLast extra: Int) {
        let header = HeaderRows.places(in: layout.rows, range: shape.range.lowerBound..<shape.firstBody, shape: shape)
        var above: [Int?] = Array(repeating: nil, count: shape.width)
        for (offset, places) in header.enumerated() {
            above = place(row: shape.range.lowerBound + offset, at: places, shape, extra, under: above) { _, _ in true }
        }
        above = Array(repeating: nil, count: shape.width)
        for row in shape.firstBody..<shape.range.upperBound {
            let cells = layout.rows[row]
            let places = shape.places(ofBodyRow: cells)
            let labels = shape.labelColumns
            let lastLabel = places.flatMap { spans in
                cells.indices.last { spans[$0].lowerBound < labels && !cells[$0].string.isEmpty }
            }
            // A blank label goes on with the one above as long as a label to its right tells the rows apart.
            above = place(row: row, at: places, shape, extra, under: above) { index, span in
                span.upperBound <= labels && lastLabel.map { index < $0 } ?? false
            }
        }
    }

    /// Places a row's cells and merges the blank ones into the cells above that stand over exactly the same columns, where allowed.
    /// Answers the cells that cover the row's columns.
    private mutating func place(
        row: Int, at places: [Range<Int>]?, _ shape: BlockShape, _ extra: Int, under above: [Int?], merging: (Int, Range<Int>) -> Bool
    ) -> [Int?] {
        guard let places else {
            layout.placeSideBySide(row: row)
            layout.markUneven(row: row)
            return Array(repeating: nil, count: shape.width)
        }
        var covering = above
        for (index, span) in places.enumerated() {
            let reach = span.upperBound == shape.width ? span.count + extra : span.count
            if layout.rows[row][index].string.isEmpty, merging(index, span), let upper = above[span.lowerBound],
                layout.placed[upper].column == span.lowerBound, layout.placed[upper].columns == reach
            {
                layout.extend(upper, throughRow: row)
                continue
            }
            let cell = layout.place(row: row, index: index, column: span.lowerBound, columns: reach)
            for column in span { covering[column] = cell }
        }
        if let last = places.last, last.upperBound < shape.width {
            for column in last.upperBound..<shape.width { covering[column] = nil }
        }
        if let first = places.first, first.lowerBound > 0 {
            for column in 0..<first.lowerBound { covering[column] = nil }
            layout.markUneven(row: row)
        }
        return covering
    }
}
