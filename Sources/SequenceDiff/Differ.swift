/// Compares sequences of ids, one pair after the other, in memory that it keeps between calls.
///
/// Equal prefixes and suffixes are cut off and ids that stand on one side only are left out first: both leave minimality
/// untouched. What remains is solved by whichever exact method is cheapest for its size and difference (`GreedySearch`,
/// `BitMatrix`, `MiddleSnake`), and by guessed cuts (`CoarseCuts`) where the budget forbids these.
/// Results depend on the inputs alone, never on the clock or on earlier calls. Sequences are shorter than 2³¹.
package struct Differ: ~Copyable {
    /// Enough to solve two unrelated sequences of 20,000 elements exactly.
    package static let defaultBudget = 32 << 20

    private var compact = CompactPair()
    private var keptOld = Scratch<Bool>()
    private var keptNew = Scratch<Bool>()
    private var solver = Solver()

    /// Holds no memory before the first comparison.
    package init() {}

    /// The edit script from `old` to `new`.
    ///
    /// - Parameter budget: How many steps (visited diagonals, or words of 64 cells) may be spent on an exact answer. Where the
    ///   sequences need more, they are cut where long runs that are unique on both sides agree, pieces that are still too
    ///   large are cut in proportion, and the script says that it may not be minimal. The work is then linear in the lengths.
    package mutating func script(from old: Span<UInt32>, to new: Span<UInt32>, budget: Int = Differ.defaultBudget) -> EditScript {
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in script(old, new, budget: budget) }
        }
    }

    private mutating func script(
        _ old: UnsafeBufferPointer<UInt32>, _ new: UnsafeBufferPointer<UInt32>, budget: Int
    ) -> EditScript {
        let (prefix, suffix) = commonEnds(old, new)
        let oldMiddle = UnsafeBufferPointer(rebasing: old[prefix..<old.count - suffix])
        let newMiddle = UnsafeBufferPointer(rebasing: new[prefix..<new.count - suffix])
        let keptOld = keptOld.reserve(oldMiddle.count, filledWith: false)
        let keptNew = keptNew.reserve(newMiddle.count, filledWith: false)
        var isMinimal = true
        if !oldMiddle.isEmpty, !newMiddle.isEmpty {
            compact.fill(old: oldMiddle, new: newMiddle)
            isMinimal = solver.solve(
                Marked(compact.old, kept: keptOld), Marked(compact.new, kept: keptNew),
                symbolCount: compact.symbolCount, budget: budget)
        }
        return EditScript(
            keptOld: UnsafeBufferPointer(start: keptOld, count: oldMiddle.count),
            keptNew: UnsafeBufferPointer(start: keptNew, count: newMiddle.count),
            prefix: prefix, suffix: suffix, isMinimal: isMinimal)
    }

    /// How many elements the longest common subsequence of `old` and `new` has.
    ///
    /// Cheaper than a script. Costs `old.count * new.count / 64` steps; where that exceeds the budget, the count is that of a
    /// guessed script, which is never too high, and `isExact` is false.
    package mutating func common(
        _ old: Span<UInt32>, _ new: Span<UInt32>, budget: Int = Differ.defaultBudget
    ) -> (count: Int, isExact: Bool) {
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                let (prefix, suffix) = commonEnds(old, new)
                guard prefix + suffix < min(old.count, new.count) else { return (prefix + suffix, true) }
                compact.fill(
                    old: UnsafeBufferPointer(rebasing: old[prefix..<old.count - suffix]),
                    new: UnsafeBufferPointer(rebasing: new[prefix..<new.count - suffix]))
                if BitMatrix.steps(compact.old.count, compact.new.count) <= budget {
                    let middle = solver.bits.commonCount(compact.old, compact.new, symbolCount: compact.symbolCount)
                    return (prefix + suffix + middle, true)
                }
                let script = script(old, new, budget: budget)
                return (script.keptCount, script.isMinimal)
            }
        }
    }

    /// How alike two sequences are, from 0 to 1: twice the common elements divided by all elements; 1 for two empty ones.
    package mutating func similarity(_ old: Span<UInt32>, _ new: Span<UInt32>, budget: Int = Differ.defaultBudget) -> Double {
        let total = old.count + new.count
        return total == 0 ? 1 : Double(2 * common(old, new, budget: budget).count) / Double(total)
    }
}

/// The lengths of the longest equal prefix, and of the longest equal suffix of what remains.
func commonEnds(_ old: UnsafeBufferPointer<UInt32>, _ new: UnsafeBufferPointer<UInt32>) -> (prefix: Int, suffix: Int) {
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    return (prefix, suffix)
}
