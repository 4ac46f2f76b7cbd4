/// Longest common subsequences by 64 cells a step: a bit of a row says that the length does not grow at its column.
///
/// Costs the product of the lengths divided by 64, whatever the difference, so it is the method for short or unlike sequences.
///
/// - Source: H. Hyyrö, "Bit-Parallel LCS-length Computation Revisited", AWOCA 2004.
struct BitMatrix: ~Copyable {
    /// Columns are taken in stripes of this many words, so that the masks of one stripe stay in the cache.
    private static let stripeWords = 64

    private var row = Scratch<UInt64>()
    private var reverseRow = Scratch<UInt64>()
    private var remembered = Scratch<UInt64>()
    private var masks = Scratch<UInt64>()
    private var carries = Scratch<Bool>()
    /// By symbol: which mask it has in the current stripe, -1 for none. All -1 between sweeps.
    private var maskBySymbol = Scratch<Int32>()

    init() {}

    /// How many words are computed for two sequences of these lengths.
    static func steps(_ first: Int, _ second: Int) -> Int {
        max(first, second) * words(min(first, second))
    }

    private static func words(_ count: Int) -> Int { (count + 63) / 64 }

    /// To be called before sequences whose symbols are below `symbolCount` are compared.
    mutating func prepare(symbolCount: Int) {
        _ = maskBySymbol.reserve(symbolCount, filledWith: -1)
    }

    /// How long the longest common subsequence is.
    mutating func commonCount(_ old: Side, _ new: Side, symbolCount: Int) -> Int {
        guard old.count > 0, new.count > 0 else { return 0 }
        prepare(symbolCount: symbolCount)
        let (longer, shorter) = old.count < new.count ? (new, old) : (old, new)
        let words = Self.words(shorter.count)
        let row = row.reserve(words, filledWith: .max)
        sweep(
            Line(longer.symbols, 0..<longer.count, isReversed: false), Line(shorter.symbols, 0..<shorter.count, isReversed: false),
            row, remembered: nil)
        var grown = 0
        for word in 0..<words { grown += (~row[word]).nonzeroBitCount }
        return grown
    }

    /// Marks a longest common subsequence. Remembers every row: a word of memory for each step.
    mutating func mark(_ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>) {
        if oldRange.count < newRange.count {
            markOrdered(rows: new, newRange, columns: old, oldRange)
        } else {
            markOrdered(rows: old, oldRange, columns: new, newRange)
        }
    }

    private mutating func markOrdered(rows: Marked, _ rowRange: Range<Int>, columns: Marked, _ columnRange: Range<Int>) {
        let words = Self.words(columnRange.count)
        let row = row.reserve(words, filledWith: .max)
        let remembered = remembered.reserve(words * rowRange.count)
        sweep(
            Line(rows.symbols, rowRange, isReversed: false), Line(columns.symbols, columnRange, isReversed: false),
            row, remembered: remembered)
        var rowIndex = rowRange.count - 1
        var column = columnRange.count - 1
        while rowIndex >= 0, column >= 0 {
            let bit: UInt64 = 1 << UInt64(column & 63)
            let word = remembered + rowIndex * words + column / 64
            if word.pointee & bit != 0 {
                column -= 1
            } else if rowIndex > 0, (word - words).pointee & bit == 0 {
                rowIndex -= 1
            } else {
                // The length grows here and did not in the row above, so the two elements are equal.
                rows.keep(rowRange.lowerBound + rowIndex)
                columns.keep(columnRange.lowerBound + column)
                rowIndex -= 1
                column -= 1
            }
        }
    }

    /// A point through which a longest common subsequence passes, at the middle of the longer side.
    ///
    /// - Source: D. Hirschberg, "A Linear Space Algorithm for Computing Maximal Common Subsequences", CACM 18 (1975).
    mutating func cut(
        _ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>
    ) -> (old: Int, new: Int) {
        if oldRange.count < newRange.count {
            let cut = cutOrdered(rows: new, newRange, columns: old, oldRange)
            return (old: cut.column, new: cut.row)
        }
        let cut = cutOrdered(rows: old, oldRange, columns: new, newRange)
        return (old: cut.row, new: cut.column)
    }

    private mutating func cutOrdered(
        rows: Marked, _ rowRange: Range<Int>, columns: Marked, _ columnRange: Range<Int>
    ) -> (row: Int, column: Int) {
        let words = Self.words(columnRange.count)
        let middle = rowRange.lowerBound + rowRange.count / 2
        let above = row.reserve(words, filledWith: .max)
        sweep(
            Line(rows.symbols, rowRange.lowerBound..<middle, isReversed: false), Line(columns.symbols, columnRange, isReversed: false),
            above, remembered: nil)
        let below = reverseRow.reserve(words, filledWith: .max)
        sweep(
            Line(rows.symbols, middle..<rowRange.upperBound, isReversed: true), Line(columns.symbols, columnRange, isReversed: true),
            below, remembered: nil)
        // Going right past a column gains what grows there above and loses what grows there below.
        var gain = 0
        var bestGain = 0
        var best = 0
        let count = columnRange.count
        for column in 0..<count {
            let mirrored = count - 1 - column
            if above[column / 64] >> UInt64(column & 63) & 1 == 0 { gain += 1 }
            if below[mirrored / 64] >> UInt64(mirrored & 63) & 1 == 0 { gain -= 1 }
            if gain > bestGain {
                bestGain = gain
                best = column + 1
            }
        }
        return (middle, columnRange.lowerBound + best)
    }

    /// Computes the last row of the matrix into `row`, and all rows one after the other into `remembered`.
    private mutating func sweep(
        _ rows: Line, _ columns: Line, _ row: UnsafeMutablePointer<UInt64>, remembered: UnsafeMutablePointer<UInt64>?
    ) {
        let allWords = Self.words(columns.count)
        let maskBySymbol = maskBySymbol.pointer
        let carries = allWords > Self.stripeWords ? carries.reserve(rows.count, filledWith: false) : nil
        for firstWord in stride(from: 0, to: allWords, by: Self.stripeWords) {
            let words = min(Self.stripeWords, allWords - firstWord)
            let columnRange = firstWord * 64..<min(columns.count, (firstWord + words) * 64)
            let masks = masks.reserve(columnRange.count * words)
            var maskCount = 0
            for column in columnRange {
                let symbol = Int(columns[column])
                if maskBySymbol[symbol] < 0 {
                    maskBySymbol[symbol] = Int32(truncatingIfNeeded: maskCount)
                    (masks + maskCount * words).update(repeating: 0, count: words)
                    maskCount += 1
                }
                let offset = column - columnRange.lowerBound
                masks[Int(maskBySymbol[symbol]) * words + offset / 64] |= 1 << UInt64(offset & 63)
            }
            let stripe = row + firstWord
            for rowIndex in 0..<rows.count {
                let mask = maskBySymbol[Int(rows[rowIndex])]
                var carry = carries?[rowIndex] ?? false
                if mask >= 0 {
                    carry = Self.advance(stripe, masks + Int(mask) * words, words, carry)
                } else if carry {
                    carry = Self.propagate(stripe, words)
                }
                carries?[rowIndex] = carry
                if let remembered {
                    (remembered + rowIndex * allWords + firstWord).update(from: stripe, count: words)
                }
            }
            for column in columnRange { maskBySymbol[Int(columns[column])] = -1 }
        }
    }

    /// One row of one stripe: in each run of columns up to a growing one, growth moves to the first column whose element is equal.
    @inline(__always)
    private static func advance(
        _ row: UnsafeMutablePointer<UInt64>, _ mask: UnsafeMutablePointer<UInt64>, _ words: Int, _ carryIn: Bool
    ) -> Bool {
        var carry = carryIn
        for word in 0..<words {
            let before = row[word]
            let matching = before & mask[word]
            let (sum, overflow) = before.addingReportingOverflow(matching)
            let (carried, secondOverflow) = sum.addingReportingOverflow(carry ? 1 : 0)
            row[word] = carried | (before ^ matching)
            carry = overflow || secondOverflow
        }
        return carry
    }

    /// The same for an element that does not occur in the stripe, when growth comes in from the left.
    private static func propagate(_ row: UnsafeMutablePointer<UInt64>, _ words: Int) -> Bool {
        for word in 0..<words {
            let before = row[word]
            row[word] = before | (before &+ 1)
            if before != .max { return false }
        }
        return true
    }
}

/// A range of a sequence, read from either end.
private struct Line {
    private let first: UnsafePointer<UInt32>
    private let step: Int
    let count: Int

    init(_ symbols: UnsafePointer<UInt32>, _ range: Range<Int>, isReversed: Bool) {
        first = symbols + (isReversed ? range.upperBound - 1 : range.lowerBound)
        step = isReversed ? -1 : 1
        count = range.count
    }

    subscript(index: Int) -> UInt32 {
        @inline(__always) get { first[index * step] }
    }
}
