/// A side of the problem and, by original place, which of its elements are kept so far.
struct Marked {
    let symbols: UnsafePointer<UInt32>
    let count: Int
    private let places: UnsafePointer<Int32>
    private let kept: UnsafeMutablePointer<Bool>

    init(_ side: Side, kept: UnsafeMutablePointer<Bool>) {
        symbols = UnsafePointer(side.symbols)
        count = side.count
        places = UnsafePointer(side.places)
        self.kept = kept
    }

    @inline(__always)
    func keep(_ index: Int) {
        kept[Int(places[index])] = true
    }

    func keep(_ range: Range<Int>) {
        for index in range { keep(index) }
    }
}

/// Chooses a method for each part of a problem.
struct Solver: ~Copyable {
    /// Parts with fewer steps than this in the bit matrix go there at once: nothing is cheaper.
    private static let tiny = 192
    /// The largest part that the bit matrix remembers row by row, in words: 4 MB.
    private static let rememberedWords = 512 * 1024
    /// The greedy search remembers this many differences at most: 2 MB.
    private static let rememberedDifferences = 1000

    private var greedy = GreedySearch()
    var bits = BitMatrix()
    private var snake = MiddleSnake()
    private var budget = 0
    private var isMinimal = true

    init() {}

    /// Marks a longest common subsequence, or a long one. Returns whether it is surely a longest.
    mutating func solve(_ old: Marked, _ new: Marked, symbolCount: Int, budget: Int) -> Bool {
        self.budget = budget
        isMinimal = true
        bits.prepare(symbolCount: symbolCount)
        solve(old, 0..<old.count, new, 0..<new.count, differences: nil)
        return isMinimal
    }

    /// - Parameter differences: How many elements differ at most, where that is known.
    private mutating func solve(
        _ old: Marked, _ oldWhole: Range<Int>, _ new: Marked, _ newWhole: Range<Int>, differences: Int?
    ) {
        let (prefix, suffix) = commonEnds(
            UnsafeBufferPointer(start: old.symbols + oldWhole.lowerBound, count: oldWhole.count),
            UnsafeBufferPointer(start: new.symbols + newWhole.lowerBound, count: newWhole.count))
        old.keep(oldWhole.prefix(prefix))
        new.keep(newWhole.prefix(prefix))
        old.keep(oldWhole.suffix(suffix))
        new.keep(newWhole.suffix(suffix))
        let oldRange = oldWhole.dropFirst(prefix).dropLast(suffix)
        let newRange = newWhole.dropFirst(prefix).dropLast(suffix)
        if oldRange.isEmpty || newRange.isEmpty { return }

        let steps = BitMatrix.steps(oldRange.count, newRange.count)
        if steps > Self.tiny {
            // Half of what the matrix would cost is risked on the hope that the two differ little.
            let limit = min(Self.rememberedDifferences, squareRoot(min(steps, budget)))
            if (differences ?? 0) <= limit {
                if greedy.search(old, oldRange, new, newRange, limit: limit) { return }
                budget -= limit * limit / 2
            }
        }
        if steps <= Self.rememberedWords, steps <= max(budget, Self.tiny) {
            budget -= steps
            bits.mark(old, oldRange, new, newRange)
            return
        }
        let isMatrixAffordable = 4 * steps <= budget
        let limit = squareRoot(isMatrixAffordable ? steps / 2 : budget / 4)
        if let cut = snake.find(old, oldRange, new, newRange, limit: limit) {
            let half = (cut.differences + 1) / 2
            budget -= cut.differences * cut.differences / 4
            solve(old, oldRange.lowerBound..<cut.oldFrom, new, newRange.lowerBound..<cut.newFrom, differences: half)
            old.keep(cut.oldFrom..<cut.oldTo)
            new.keep(cut.newFrom..<cut.newTo)
            solve(old, cut.oldTo..<oldRange.upperBound, new, cut.newTo..<newRange.upperBound, differences: half)
            return
        }
        budget -= limit * limit
        if isMatrixAffordable {
            budget -= steps
            let cut = bits.cut(old, oldRange, new, newRange)
            solve(old, oldRange.lowerBound..<cut.old, new, newRange.lowerBound..<cut.new, differences: nil)
            solve(old, cut.old..<oldRange.upperBound, new, cut.new..<newRange.upperBound, differences: nil)
            return
        }
        isMinimal = false
        for part in CoarseCuts.parts(old, oldRange, new, newRange) {
            budget = CoarseCuts.partBudget
            solve(old, part.old, new, part.new, differences: nil)
        }
        budget = 0
    }

    private func squareRoot(_ value: Int) -> Int {
        Int(Double(max(0, value)).squareRoot())
    }
}
