/// The search for the one choice among several rows' ways of being parted that satisfies the sums over these rows.
struct DigitSearch {
    /// A sum over several rows that has to be 0.
    struct Sum {
        let constant: Int
        let terms: [(row: Int, position: Int, sign: Int)]
    }

    private let rows: [[DigitSplits.Split]]
    /// For each sum, each row, each way: what it adds.
    private let added: [[[Int]]]
    private let constants: [Int]
    private var steps = 0

    /// How many choices may be tried.
    private static let stepLimit = 400_000

    /// For each row the way that satisfies all sums together with the others'; nil where there is none, or more than one, or too many to try.
    static func onlySolution(_ rows: [[DigitSplits.Split]], _ sums: [Sum]) -> [DigitSplits.Split]? {
        var left = rows
        // What no choice of the other rows can balance is out, until nothing changes any more.
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            let search = DigitSearch(left, sums)
            let kept = search.possible()
            for row in left.indices where kept[row].count < left[row].count {
                left[row] = kept[row].map { left[row][$0] }
                hasChanged = true
            }
            if left.contains(where: \.isEmpty) { return nil }
        }
        var search = DigitSearch(left, sums)
        return search.only()
    }

    private init(_ rows: [[DigitSplits.Split]], _ sums: [Sum]) {
        self.rows = rows
        constants = sums.map(\.constant)
        added = sums.map { sum in
            rows.indices.map { row in
                let own = sum.terms.filter { $0.row == row }
                return rows[row].map { split in own.reduce(0) { $0 + $1.sign * split.values[$1.position] } }
            }
        }
    }

    /// For each row the ways that the least and greatest of the other rows leave possible.
    private func possible() -> [[Int]] {
        var kept = rows.map { Array($0.indices) }
        for (sum, byRow) in added.enumerated() {
            let least = byRow.map { $0.min() ?? 0 }
            let greatest = byRow.map { $0.max() ?? 0 }
            let low = constants[sum] + least.reduce(0, +)
            let high = constants[sum] + greatest.reduce(0, +)
            for row in rows.indices {
                kept[row].removeAll { way in
                    let value = byRow[row][way]
                    return low - least[row] + value > 0 || high - greatest[row] + value < 0
                }
            }
        }
        return kept
    }

    private mutating func only() -> [DigitSplits.Split]? {
        let order = rows.indices.sorted { rows[$0].count == rows[$1].count ? $0 < $1 : rows[$0].count < rows[$1].count }
        // For each sum, what the rows after a place in the order add at least and at most.
        var least: [[Int]] = []
        var greatest: [[Int]] = []
        for byRow in added {
            var low = [Int](repeating: 0, count: order.count + 1)
            var high = low
            for place in order.indices.reversed() {
                low[place] = low[place + 1] + (byRow[order[place]].min() ?? 0)
                high[place] = high[place + 1] + (byRow[order[place]].max() ?? 0)
            }
            least.append(low)
            greatest.append(high)
        }
        var totals = constants
        var chosen = [Int](repeating: 0, count: rows.count)
        var solution: [Int]?
        /// False when the search is over: a second solution, or too many steps. The depth is the number of rows, which the form bounds.
        func go(_ place: Int) -> Bool {
            guard place < order.count else {
                if solution != nil { return false }
                solution = chosen
                return true
            }
            let row = order[place]
            for way in rows[row].indices {
                steps += 1
                guard steps <= Self.stepLimit else { return false }
                var isPossible = true
                for sum in totals.indices {
                    totals[sum] += added[sum][row][way]
                    if totals[sum] + least[sum][place + 1] > 0 || totals[sum] + greatest[sum][place + 1] < 0 { isPossible = false }
                }
                chosen[row] = way
                let goesOn = !isPossible || go(place + 1)
                for sum in totals.indices { totals[sum] -= added[sum][row][way] }
                guard goesOn else { return false }
            }
            return true
        }
        guard go(0), let solution else { return nil }
        return rows.indices.map { rows[$0][solution[$0]] }
    }
}
