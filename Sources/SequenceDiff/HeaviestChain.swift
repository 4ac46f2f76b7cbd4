/// A possible match of an element of the old side with one of the new side.
package struct Link {
    /// 0-based.
    package let old: Int
    /// 0-based.
    package let new: Int
    /// What is gained by taking it; above 0.
    package let weight: Int

    package init(old: Int, new: Int, weight: Int) {
        self.old = old
        self.new = new
        self.weight = weight
    }
}

/// The links of greatest total weight that all run forward on both sides, in order, as indices into `links`.
///
/// Costs `links.count * log(newCount)`. Among equally heavy chains it takes the same one each time.
///
/// - Parameter links: Ascending by `old`; `new` is below `newCount`.
package func heaviestChain(_ links: [Link], newCount: Int) -> [Int] {
    // A Fenwick tree of maxima: by new index, the heaviest chain that ends at or before it, as a link index, -1 for none.
    var tree = [Int](repeating: -1, count: newCount + 1)
    var totals = [Int](repeating: 0, count: links.count)
    var previous = [Int](repeating: -1, count: links.count)
    var last = -1
    var groupStart = 0
    while groupStart < links.count {
        var groupEnd = groupStart
        while groupEnd < links.count, links[groupEnd].old == links[groupStart].old {
            var best = -1
            var position = links[groupEnd].new
            while position > 0 {
                let candidate = tree[position]
                if candidate >= 0, best < 0 || totals[candidate] > totals[best] { best = candidate }
                position &= position - 1
            }
            previous[groupEnd] = best
            totals[groupEnd] = links[groupEnd].weight + (best >= 0 ? totals[best] : 0)
            groupEnd += 1
        }
        // Links of one old element are entered only after all were looked up, so that it is taken once.
        for link in groupStart..<groupEnd {
            if last < 0 || totals[link] > totals[last] { last = link }
            var position = links[link].new + 1
            while position <= newCount {
                let candidate = tree[position]
                if candidate < 0 || totals[link] > totals[candidate] { tree[position] = link }
                position += position & -position
            }
        }
        groupStart = groupEnd
    }
    var chain: [Int] = []
    while last >= 0 {
        chain.append(last)
        last = previous[last]
    }
    return chain.reversed()
}
