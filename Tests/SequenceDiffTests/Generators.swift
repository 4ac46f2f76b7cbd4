import TestSupport

extension SeededGenerator {
    mutating func sequence(count: Int, symbols: Int) -> [UInt32] {
        (0..<count).map { _ in UInt32(Int.random(in: 0..<symbols, using: &self)) }
    }

    /// The sequence with about `perMille` of its elements deleted, replaced or preceded by a new one.
    mutating func edited(_ sequence: [UInt32], perMille: Int, symbols: Int) -> [UInt32] {
        var result: [UInt32] = []
        for element in sequence {
            guard Int.random(in: 0..<1000, using: &self) < perMille else {
                result.append(element)
                continue
            }
            let fresh = UInt32(Int.random(in: 0..<symbols, using: &self))
            switch Int.random(in: 0..<3, using: &self) {
            case 0: break
            case 1: result.append(fresh)
            default: result += [fresh, element]
            }
        }
        return result
    }
}

/// The length of the longest common subsequence by the textbook's table.
func commonCountByTable(_ old: [UInt32], _ new: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
        var diagonal = 0
        for (index, other) in new.enumerated() {
            let above = row[index + 1]
            row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
            diagonal = above
        }
    }
    return row[new.count]
}
