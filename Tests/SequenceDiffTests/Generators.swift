/// A seeded source of numbers, so that a failing case can be made again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
