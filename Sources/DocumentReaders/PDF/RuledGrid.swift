/// A table's grid, out of the lines that are drawn around its cells.
struct RuledGrid {
    /// One cell: its first row and column, from 0, and how many it covers.
    struct Place: Hashable {
        let row: Int
        let column: Int
        var rows: Int
        var columns: Int
    }

    /// The borders of the columns, ascending, one more than there are columns.
    let xs: [Double]
    /// The borders of the rows, likewise.
    let ys: [Double]
    /// By row, then by column; together they cover the grid.
    let places: [Place]
    /// For each place of the grid the index in `places`.
    let owners: [Int]

    var box: Box { Box(left: xs[0], top: ys[0], right: xs[xs.count - 1], bottom: ys[ys.count - 1]) }
    var columnCount: Int { xs.count - 1 }
    var rowCount: Int { ys.count - 1 }

    /// The cell that a point lies in; nil outside.
    func place(x: Double, y: Double) -> Int? {
        guard let column = Self.slot(x, in: xs), let row = Self.slot(y, in: ys) else { return nil }
        return owners[row * columnCount + column]
    }

    private static func slot(_ value: Double, in borders: [Double]) -> Int? {
        guard let first = borders.first, let last = borders.last, value >= first, value <= last else { return nil }
        var low = 0
        var high = borders.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if borders[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    /// The grid of lines that touch one another; nil when they enclose nothing.
    init?(lines: [RuledLine]) {
        let vertical = lines.filter(\.isVertical)
        let level = lines.filter { !$0.isVertical }
        // A row that a page's end cut off from the table has one level line, and upright ones for several columns.
        guard level.count > 1 && !vertical.isEmpty || level.count == 1 && vertical.count > Self.fewColumns else { return nil }
        // A table may be open to the left, right, above and below.
        var xs = vertical.map(\.position)
        var ys = level.map(\.position)
        xs += [level.map(\.start).min() ?? 0, level.map(\.end).max() ?? 0]
        ys += [vertical.map(\.start).min() ?? 0, vertical.map(\.end).max() ?? 0]
        xs = Self.merged(xs)
        ys = Self.merged(ys)
        guard xs.count > 1, ys.count > 1, xs.count * ys.count <= Self.largest else { return nil }
        var borders = Borders(xs: xs, ys: ys)
        for line in vertical { borders.addVertical(line) }
        for line in level { borders.addLevel(line) }
        borders.dropUnused()
        guard borders.xs.count > 1, borders.ys.count > 1 else { return nil }
        self.xs = borders.xs
        self.ys = borders.ys
        (places, owners) = borders.places()
    }

    static let largest = 100_000
    private static let fewColumns = 3
    /// Lines nearer than this, in points, are one; rows and columns are higher and wider.
    static let nearness = 3.5

    private static func merged(_ values: [Double]) -> [Double] {
        var result: [Double] = []
        for value in values.sorted() {
            if let last = result.last, value - last < nearness { continue }
            result.append(value)
        }
        return result
    }

    /// Which sides of the grid's places are drawn.
    private struct Borders {
        var xs: [Double]
        var ys: [Double]
        /// Left sides, row by row, one more than columns; upper sides, row by row, one more row than there are.
        var lefts: [Bool]
        var tops: [Bool]

        var columns: Int { xs.count - 1 }
        var rows: Int { ys.count - 1 }

        init(xs: [Double], ys: [Double]) {
            self.xs = xs
            self.ys = ys
            lefts = Array(repeating: false, count: xs.count * (ys.count - 1))
            tops = Array(repeating: false, count: (xs.count - 1) * ys.count)
        }

        mutating func addVertical(_ line: RuledLine) {
            guard let column = Self.nearest(line.position, in: xs) else { return }
            for row in 0..<rows where line.start <= (ys[row] + ys[row + 1]) / 2 && line.end >= (ys[row] + ys[row + 1]) / 2 {
                lefts[row * xs.count + column] = true
            }
        }

        mutating func addLevel(_ line: RuledLine) {
            guard let row = Self.nearest(line.position, in: ys) else { return }
            for column in 0..<columns where line.start <= (xs[column] + xs[column + 1]) / 2 && line.end >= (xs[column] + xs[column + 1]) / 2
            {
                tops[row * columns + column] = true
            }
        }

        private static func nearest(_ value: Double, in borders: [Double]) -> Int? {
            var low = 0
            var high = borders.count
            while low < high {
                let middle = (low + high) / 2
                if borders[middle] < value { low = middle + 1 } else { high = middle }
            }
            let candidates = [low - 1, low].filter(borders.indices.contains)
            guard let best = candidates.min(by: { abs(borders[$0] - value) < abs(borders[$1] - value) }) else { return nil }
            return abs(borders[best] - value) <= RuledGrid.nearness + 0.5 ? best : nil
        }

        /// Leaves out borders within the grid that part no two places, as of a stroke within a cell.
        mutating func dropUnused() {
            let keptX = xs.indices.filter { index in
                index == 0 || index == columns || (0..<rows).contains { lefts[$0 * xs.count + index] }
            }
            let keptY = ys.indices.filter { index in
                index == 0 || index == rows || (0..<columns).contains { tops[index * columns + $0] }
            }
            guard keptX.count < xs.count || keptY.count < ys.count else { return }
            var slim = Borders(xs: keptX.map { xs[$0] }, ys: keptY.map { ys[$0] })
            for row in 0..<slim.rows {
                for (column, old) in keptX.enumerated() {
                    slim.lefts[row * slim.xs.count + column] = (keptY[row]..<keptY[row + 1]).contains { lefts[$0 * xs.count + old] }
                }
            }
            for (row, old) in keptY.enumerated() {
                for column in 0..<slim.columns {
                    slim.tops[row * slim.columns + column] = (keptX[column]..<keptX[column + 1]).contains { tops[old * columns + $0] }
                }
            }
            self = slim
        }

        /// Places grow to the right, then down, until a side is drawn.
        func places() -> ([Place], [Int]) {
            var places: [Place] = []
            var owners = Array(repeating: -1, count: rows * columns)
            for row in 0..<rows {
                for column in 0..<columns where owners[row * columns + column] < 0 {
                    var right = column + 1
                    while right < columns, owners[row * columns + right] < 0, !lefts[row * xs.count + right] { right += 1 }
                    var bottom = row + 1
                    while bottom < rows, canGrow(to: bottom, column..<right, owners) { bottom += 1 }
                    for covered in row..<bottom { for place in column..<right { owners[covered * columns + place] = places.count } }
                    places.append(Place(row: row, column: column, rows: bottom - row, columns: right - column))
                }
            }
            return (places, owners)
        }

        private func canGrow(to row: Int, _ range: Range<Int>, _ owners: [Int]) -> Bool {
            for column in range {
                if tops[row * columns + column] || owners[row * columns + column] >= 0 { return false }
                if column > range.lowerBound, lefts[row * xs.count + column] { return false }
            }
            // The row below must be parted from its neighbours at the same places.
            if range.upperBound < columns, !lefts[row * xs.count + range.upperBound] { return false }
            return range.lowerBound == 0 || lefts[row * xs.count + range.lowerBound]
        }
    }
}
