/// Finds the path with fewest differences by following the furthest reaching path on every diagonal.
///
/// Costs the square of the differences, so it is the method for sequences that differ little. It remembers all fronts, which
/// is why the differences are limited; `MiddleSnake` does without.
///
/// - Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), section 3.
struct GreedySearch: ~Copyable {
    /// Marks a place that no path reaches; far enough from 0 that steps added to it stay negative.
    private static let unreached = Int32.min / 2

    private var fronts = Scratch<Int32>()

    init() {}

    /// Marks a longest common subsequence of the two ranges if at most `limit` elements differ; false, and nothing marked, if more do.
    mutating func search(_ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>, limit: Int) -> Bool {
        let oldSymbols = old.symbols + oldRange.lowerBound
        let newSymbols = new.symbols + newRange.lowerBound
        let oldCount = Int32(truncatingIfNeeded: oldRange.count)
        let newCount = Int32(truncatingIfNeeded: newRange.count)
        // The front of `differences` has `differences + 1` diagonals: front d begins at d * (d + 1) / 2, and its entry t is
        // the old index reached on diagonal 2t - d (old index less new index).
        let fronts = fronts.reserve((limit + 1) * (limit + 2) / 2)
        for differences in 0...limit {
            let front = fronts + differences * (differences + 1) / 2
            for entry in 0...differences {
                let diagonal = Int32(truncatingIfNeeded: 2 * entry - differences)
                var x = differences == 0 ? 0 : Self.start(front, differences, entry, diagonal, oldCount, newCount)
                if x >= 0 {
                    var y = x - diagonal
                    while x < oldCount, y < newCount, oldSymbols[Int(x)] == newSymbols[Int(y)] {
                        x += 1
                        y += 1
                    }
                    if x == oldCount, y == newCount {
                        front[entry] = x
                        markPath(fronts, differences, entry, old, oldRange, new, newRange)
                        return true
                    }
                }
                front[entry] = x
            }
        }
        return false
    }

    /// The old index at which a diagonal is entered from the front before: the further one of a deletion and an insertion.
    @inline(__always)
    private static func start(
        _ front: UnsafeMutablePointer<Int32>, _ differences: Int, _ entry: Int, _ diagonal: Int32, _ oldCount: Int32, _ newCount: Int32
    ) -> Int32 {
        let before = front - differences
        var deleting = entry > 0 ? before[entry - 1] + 1 : unreached
        if deleting > oldCount { deleting = unreached }
        var inserting = entry < differences ? before[entry] : unreached
        if inserting - diagonal > newCount { inserting = unreached }
        return max(deleting, inserting)
    }

    private func markPath(
        _ fronts: UnsafeMutablePointer<Int32>, _ lastDifferences: Int, _ lastEntry: Int,
        _ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>
    ) {
        let oldCount = Int32(truncatingIfNeeded: oldRange.count)
        let newCount = Int32(truncatingIfNeeded: newRange.count)
        var differences = lastDifferences
        var entry = lastEntry
        while true {
            let front = fronts + differences * (differences + 1) / 2
            let diagonal = Int32(truncatingIfNeeded: 2 * entry - differences)
            let end = front[entry]
            let start = differences == 0 ? 0 : Self.start(front, differences, entry, diagonal, oldCount, newCount)
            for x in Int(start)..<Int(end) {
                old.keep(oldRange.lowerBound + x)
                new.keep(newRange.lowerBound + x - Int(diagonal))
            }
            if differences == 0 { return }
            let before = front - differences
            if entry > 0, before[entry - 1] + 1 == start { entry -= 1 }
            differences -= 1
        }
    }
}
