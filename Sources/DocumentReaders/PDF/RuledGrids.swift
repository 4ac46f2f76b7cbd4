/// Sorts the lines of a page into the grids that they make.
enum RuledGrids {
    /// From the top of the page down. At worst quadratic in the lines of a page, of which there are at most `mostLines` then.
    static func found(in lines: [RuledLine]) -> [RuledGrid] {
        let joined = joined(lines.filter(\.isVertical)) + joined(lines.filter { !$0.isVertical })
        guard joined.count <= mostLines else { return [] }
        return groups(joined).compactMap { RuledGrid(lines: $0) }.sorted { $0.box.top < $1.box.top }
    }

    static let mostLines = 3_000
    /// Pieces of one line are no farther apart than this, in points: dashes, and the gaps where lines cross.
    private static let gap = 4.0

    /// Pieces that lie on one line are that line.
    private static func joined(_ lines: [RuledLine]) -> [RuledLine] {
        var result: [RuledLine] = []
        let sorted = lines.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        var first = 0
        while first < sorted.count {
            var end = first + 1
            while end < sorted.count, sorted[end].position - sorted[first].position < 2.2 { end += 1 }
            let position = sorted[first..<end].reduce(0) { $0 + $1.position } / Double(end - first)
            var current: (start: Double, end: Double)?
            for line in sorted[first..<end].sorted(by: { $0.start < $1.start }) {
                if let (start, last) = current, line.start - last <= gap {
                    current = (start, max(last, line.end))
                } else {
                    if let (start, last) = current {
                        result.append(RuledLine(isVertical: line.isVertical, position: position, start: start, end: last))
                    }
                    current = (line.start, line.end)
                }
            }
            if let (start, last) = current {
                result.append(RuledLine(isVertical: sorted[first].isVertical, position: position, start: start, end: last))
            }
            first = end
        }
        return result
    }

    /// Lines that touch one another, directly or through others.
    private static func groups(_ lines: [RuledLine]) -> [[RuledLine]] {
        var parents = Array(lines.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        let level = lines.indices.filter { !lines[$0].isVertical }
        for upright in lines.indices where lines[upright].isVertical {
            for other in level where touch(lines[upright], lines[other]) { parents[root(upright)] = root(other) }
        }
        for (upper, lower) in openRows(lines) { parents[root(upper)] = root(lower) }
        for (alone, other) in openColumns(lines, level) { parents[root(alone)] = root(other) }
        var order: [Int] = []
        var groups: [Int: [RuledLine]] = [:]
        for index in lines.indices {
            let root = root(index)
            if groups[root] == nil { order.append(root) }
            groups[root, default: []].append(lines[index])
        }
        return order.compactMap { groups[$0] }
    }

    /// Level lines one below the other that enclose a row of one cell in a table with open sides: no upright line touches them there.
    private static func openRows(_ lines: [RuledLine]) -> [(Int, Int)] {
        let level = lines.indices.filter { !lines[$0].isVertical }.sorted { lines[$0].position < lines[$1].position }
        return zip(level, level.dropFirst()).filter { first, second in
            let (upper, lower) = (lines[first], lines[second])
            guard abs(upper.start - lower.start) < gap, abs(upper.end - lower.end) < gap, lower.position - upper.position < highestRow
            else {
                return false
            }
            return !lines.contains { line in
                line.isVertical && (abs(line.position - upper.start) < gap || abs(line.position - upper.end) < gap)
                    && line.start < lower.position + gap && line.end > upper.position - gap
            }
        }
    }

    /// Upright lines that no level line touches, as beside a label that reaches over all rows of a page, and the nearest ones that begin and end with
    /// them, where these bound rows.
    private static func openColumns(_ lines: [RuledLine], _ level: [Int]) -> [(Int, Int)] {
        var alone: [Int] = []
        var bound: [Int] = []
        for upright in lines.indices where lines[upright].isVertical {
            if level.contains(where: { touch(lines[upright], lines[$0]) }) { bound.append(upright) } else { alone.append(upright) }
        }
        return alone.compactMap { index in
            let line = lines[index]
            let others = bound.filter { abs(lines[$0].start - line.start) < gap && abs(lines[$0].end - line.end) < gap }
            let nearest = others.min { abs(lines[$0].position - line.position) < abs(lines[$1].position - line.position) }
            return others.count > 1 ? nearest.map { (index, $0) } : nil
        }
    }

    /// Rows of one cell are lower than a heading between two tables with the room around it, in points.
    private static let highestRow = 30.0

    private static func touch(_ upright: RuledLine, _ level: RuledLine) -> Bool {
        upright.position >= level.start - gap && upright.position <= level.end + gap && level.position >= upright.start - gap
            && level.position <= upright.end + gap
    }
}
