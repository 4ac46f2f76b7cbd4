/// Where a shortest path can be cut in two: before and after a run of equal elements near its middle.
struct SnakeCut {
    let oldFrom: Int
    let oldTo: Int
    let newFrom: Int
    let newTo: Int
    /// How many elements differ on the whole path.
    let differences: Int
}

/// Finds the middle of a path with fewest differences by searching from both ends, in linear memory.
///
/// - Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), section 4b.
struct MiddleSnake: ~Copyable {
    private static let unreached = Int32.min / 2

    private var forward = Scratch<Int32>()
    private var backward = Scratch<Int32>()

    init() {}

    /// The cut, or nil if more than twice `limit` elements differ.
    mutating func find(
        _ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>, limit: Int
    ) -> SnakeCut? {
        let oldSymbols = old.symbols + oldRange.lowerBound
        let newSymbols = new.symbols + newRange.lowerBound
        let oldCount = oldRange.count
        let newCount = newRange.count
        // Diagonals run from -limit to limit on both sides, one more at each end that is never reached.
        let width = 2 * limit + 3
        let ahead = forward.reserve(width, filledWith: Self.unreached) + limit + 1
        let behind = backward.reserve(width, filledWith: Self.unreached) + limit + 1
        // The diagonal in which the search from the end starts, seen from the beginning.
        let delta = oldCount - newCount
        let isOdd = delta & 1 != 0
        for differences in 0...limit {
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                let start = Self.start(ahead, differences, diagonal, oldCount, newCount)
                var x = start
                if x >= 0 {
                    while x < oldCount, x - diagonal < newCount, oldSymbols[x] == newSymbols[x - diagonal] { x += 1 }
                }
                ahead[diagonal] = Int32(truncatingIfNeeded: x)
                let opposite = delta - diagonal
                if isOdd, x >= 0, abs(opposite) < differences, behind[opposite] >= 0, x + Int(behind[opposite]) >= oldCount {
                    return cut(oldRange, newRange, start..<x, diagonal, 2 * differences - 1)
                }
            }
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                let start = Self.start(behind, differences, diagonal, oldCount, newCount)
                var x = start
                if x >= 0 {
                    while x < oldCount, x - diagonal < newCount,
                        oldSymbols[oldCount - 1 - x] == newSymbols[newCount - 1 - x + diagonal]
                    { x += 1 }
                }
                behind[diagonal] = Int32(truncatingIfNeeded: x)
                let opposite = delta - diagonal
                if !isOdd, x >= 0, abs(opposite) <= differences, ahead[opposite] >= 0, x + Int(ahead[opposite]) >= oldCount {
                    return cut(oldRange, newRange, oldCount - x..<oldCount - start, opposite, 2 * differences)
                }
            }
        }
        return nil
    }

    /// The old index at which a diagonal is entered from its neighbours, which hold the front before.
    @inline(__always)
    private static func start(
        _ front: UnsafeMutablePointer<Int32>, _ differences: Int, _ diagonal: Int, _ oldCount: Int, _ newCount: Int
    ) -> Int {
        if differences == 0 { return 0 }
        var deleting = Int(front[diagonal - 1]) + 1
        if deleting > oldCount { deleting = Int(unreached) }
        var inserting = Int(front[diagonal + 1])
        if inserting - diagonal > newCount { inserting = Int(unreached) }
        return max(deleting, inserting)
    }

    private func cut(
        _ oldRange: Range<Int>, _ newRange: Range<Int>, _ run: Range<Int>, _ diagonal: Int, _ differences: Int
    ) -> SnakeCut {
        SnakeCut(
            oldFrom: oldRange.lowerBound + run.lowerBound,
            oldTo: oldRange.lowerBound + run.upperBound,
            newFrom: newRange.lowerBound + run.lowerBound - diagonal,
            newTo: newRange.lowerBound + run.upperBound - diagonal,
            differences: differences)
    }
}
