/// What parts are called.
extension BreakdownFinder {
    /// In scalars: what stands before a number in its clause is no name where it is longer.
    private static let longestName = 80

    /// Whether the name of a part begins with a word for what is left (其他).
    func isOfRest(_ index: Int) -> Bool {
        let name = name(of: counts[index])
        guard let word = grammar.briefs.longestMatch(in: text.scalars, at: name.lowerBound) else { return false }
        return word.end <= name.upperBound && grammar.isForRest(Int32(word.number))
    }

    /// 公布预算和决算12份，预算7份，决算4份: whether what a part is called stands in what its whole is called.
    func isNamed(_ part: Int, in whole: Int) -> Bool {
        let name = name(of: counts[part])
        let all = counts[whole].quote.lowerBound..<counts[whole].range.lowerBound
        guard name.count >= 2, name.count <= all.count, all.count <= Self.longestName else { return false }
        return (all.lowerBound...all.upperBound - name.count).contains { start in
            text.scalars[start..<start + name.count].elementsEqual(text.scalars[name])
        }
    }

    /// What stands before a number in its quote, without signs before it.
    private func name(of count: Count) -> Range<Int> {
        var start = count.quote.lowerBound
        while start < count.range.lowerBound, !(0x3400...0x9FFF).contains(text.scalars[start]) { start += 1 }
        return start..<max(start, count.range.lowerBound)
    }
}
