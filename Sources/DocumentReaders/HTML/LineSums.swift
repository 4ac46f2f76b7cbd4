/// Sums over stretches of lines, each looked up at once, since stretches may lie within each other as deep as a page nests.
struct LineSums {
    /// The sum of all lines before each.
    private var sums: [Int]

    /// Linear in the lines.
    init(_ values: some Sequence<Int>) {
        sums = [0]
        sums.reserveCapacity(values.underestimatedCount + 1)
        var sum = 0
        for value in values {
            sum += value
            sums.append(sum)
        }
    }

    /// Counts for each line the ranges that hold it, and then the lines that any holds. Linear in the lines and ranges.
    init(covering ranges: some Sequence<Range<Int>>, of count: Int) {
        sums = [Int](repeating: 0, count: count + 1)
        for range in ranges {
            sums[range.lowerBound] += 1
            sums[range.upperBound] -= 1
        }
        var (open, sum) = (0, 0)
        for line in sums.indices {
            open += sums[line]
            sums[line] = sum
            if open > 0 { sum += 1 }
        }
    }

    /// The sum over a range of lines.
    subscript(range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

    /// The value of one line.
    subscript(line: Int) -> Int { sums[line + 1] - sums[line] }

    /// The sum over all lines.
    var total: Int { sums[sums.count - 1] }
}
