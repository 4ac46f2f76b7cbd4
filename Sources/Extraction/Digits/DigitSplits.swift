/// The ways of parting a row's digits into its figures that satisfy the sums within the row.
struct DigitSplits {
    /// A sum that has to be 0: a constant and figures of the row, by position, each with its sign.
    struct Balance: Sendable {
        let constant: Int
        let terms: [(position: Int, sign: Int)]
    }

    /// One way: for each figure its digits' number and its value.
    struct Split: Sendable {
        let lengths: [Int]
        let values: [Int]
    }

    /// Nil where there are too many ways to look at.
    let splits: [Split]?

    /// How many steps one row may take, and how many ways it may leave.
    private static let stepLimit = 400_000
    private static let splitLimit = 20_000

    /// No figure begins with 0 unless it is 0. Bounded by steps.
    init(_ row: DigitRow, balances: [Balance]) {
        let count = row.indicators.count
        // For each position the balances whose last figure it is.
        var due: [[Int]] = Array(repeating: [], count: count)
        for (number, balance) in balances.enumerated() {
            if let last = balance.terms.map(\.position).max() { due[last].append(number) }
        }
        var steps = 0
        var found: [Split] = []
        var lengths: [Int] = []
        var values: [Int] = []

        func holds(_ position: Int) -> Bool {
            due[position].allSatisfy { number in
                balances[number].terms.reduce(balances[number].constant) { $0 + $1.sign * values[$1.position] } == 0
            }
        }
        /// False when a limit is reached. The depth is the number of figures, which a form bounds.
        func go(from start: Int) -> Bool {
            let position = lengths.count
            let left = row.digits.count - start
            if position == count {
                found.append(Split(lengths: lengths, values: values))
                return found.count <= Self.splitLimit
            }
            let others = count - position - 1
            let longest = min(row.digits[start] == 0 ? 1 : DigitRow.longestFigure, left - others)
            let shortest = max(1, left - others * DigitRow.longestFigure)
            guard shortest <= longest else { return true }
            for length in shortest...longest {
                steps += 1
                guard steps <= Self.stepLimit else { return false }
                lengths.append(length)
                values.append(row.value(start..<(start + length)))
                let goesOn = !holds(position) || go(from: start + length)
                lengths.removeLast()
                values.removeLast()
                guard goesOn else { return false }
            }
            return true
        }
        splits = go(from: 0) ? found : nil
    }
}
