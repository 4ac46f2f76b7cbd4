/// Cuts a pair that is too large to be solved exactly into parts that are not.
///
/// Cuts lie inside runs of elements that occur once on either side and agree, where a shortest script nearly always
/// passes; where there are none, both sides are cut in proportion. Linear in the lengths.
enum CoarseCuts {
    /// Enough to solve any part exactly.
    static let partBudget = 1 << 20

    /// Runs of this many elements are looked up: by chance alone two unrelated places of a text hardly agree on as many.
    private static let runLength = 12
    /// One run in this many is looked up, chosen by its content, so that both sides choose the same.
    private static let sampling: UInt64 = 4
    /// Cuts are at least this far apart: the fewer cuts, the nearer to minimal.
    private static let partLength = 1024
    private static let largestPart = 2048

    /// Pairs of ranges in order that together are the two given ones.
    static func parts(
        _ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>
    ) -> [(old: Range<Int>, new: Range<Int>)] {
        let links = agreeingRuns(old, oldRange, new, newRange)
        var parts: [(old: Range<Int>, new: Range<Int>)] = []
        var oldStart = oldRange.lowerBound
        var newStart = newRange.lowerBound
        for index in heaviestChain(links, newCount: newRange.count) {
            let oldCut = oldRange.lowerBound + links[index].old + runLength / 2
            let newCut = newRange.lowerBound + links[index].new + runLength / 2
            guard max(oldCut - oldStart, newCut - newStart) >= partLength else { continue }
            append(oldStart..<oldCut, newStart..<newCut, to: &parts)
            oldStart = oldCut
            newStart = newCut
        }
        append(oldStart..<oldRange.upperBound, newStart..<newRange.upperBound, to: &parts)
        return parts
    }

    private static func append(_ old: Range<Int>, _ new: Range<Int>, to parts: inout [(old: Range<Int>, new: Range<Int>)]) {
        let count = (max(old.count, new.count) + largestPart - 1) / largestPart
        for index in 0..<count {
            parts.append(
                (
                    old.lowerBound + old.count * index / count..<old.lowerBound + old.count * (index + 1) / count,
                    new.lowerBound + new.count * index / count..<new.lowerBound + new.count * (index + 1) / count
                ))
        }
    }

    /// Places of equal runs that are unique on both sides, relative to the ranges, ascending by old place.
    private static func agreeingRuns(_ old: Marked, _ oldRange: Range<Int>, _ new: Marked, _ newRange: Range<Int>) -> [Link] {
        let oldRuns = sampledRuns(old.symbols + oldRange.lowerBound, oldRange.count)
        let newRuns = sampledRuns(new.symbols + newRange.lowerBound, newRange.count)
        var links: [Link] = []
        var newIndex = 0
        for (index, run) in oldRuns.enumerated() {
            if index > 0, oldRuns[index - 1].hash == run.hash { continue }
            if index + 1 < oldRuns.count, oldRuns[index + 1].hash == run.hash { continue }
            while newIndex < newRuns.count, newRuns[newIndex].hash < run.hash { newIndex += 1 }
            guard newIndex < newRuns.count, newRuns[newIndex].hash == run.hash else { continue }
            if newIndex + 1 < newRuns.count, newRuns[newIndex + 1].hash == run.hash { continue }
            links.append(Link(old: run.place, new: newRuns[newIndex].place, weight: 1))
        }
        links.sort { $0.old < $1.old }
        return links
    }

    /// Hashes of the sampled runs, ascending by hash, then place.
    private static func sampledRuns(_ symbols: UnsafePointer<UInt32>, _ count: Int) -> [(hash: UInt64, place: Int)] {
        guard count >= runLength else { return [] }
        let base: UInt64 = 0x9E37_79B9_7F4A_7C15
        var leaving: UInt64 = 1
        for _ in 1..<runLength { leaving &*= base }
        var hash: UInt64 = 0
        var runs: [(hash: UInt64, place: Int)] = []
        runs.reserveCapacity(count / Int(sampling) + 16)
        for index in 0..<count {
            if index >= runLength { hash &-= leaving &* (UInt64(symbols[index - runLength]) &+ 1) }
            hash = hash &* base &+ UInt64(symbols[index]) &+ 1
            if index + 1 < runLength { continue }
            // The low bits of the sum depend on the low bits of the symbols alone, the high ones on everything.
            let mixed = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
            if mixed >> 40 & (sampling - 1) == 0 { runs.append((mixed, index + 1 - runLength)) }
        }
        runs.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.place < $1.place }
        return runs
    }
}
