/// How unlike two labels are.
enum Likeness {
    /// The number of scalars to insert, delete or replace to turn one label into the other; nil beyond a bound. Takes the labels' lengths times the bound.
    static func distance(_ left: [UInt32], _ right: [UInt32], atMost bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        let far = bound + 1
        var row = Array(0...right.count)
        for index in row.indices where row[index] > far { row[index] = far }
        for (i, scalar) in left.enumerated() {
            let from = max(1, i + 1 - bound)
            let to = min(right.count, i + 1 + bound)
            guard from <= to else { return nil }
            var diagonal = row[from - 1]
            row[from - 1] = from == 1 ? min(i + 1, far) : far
            var best = row[from - 1]
            for j in from...to {
                let above = j - i - 1 < bound ? row[j] : far
                let cost = min(diagonal + (right[j - 1] == scalar ? 0 : 1), above + 1, row[j - 1] + 1)
                diagonal = row[j]
                row[j] = min(cost, far)
                best = min(best, row[j])
            }
            if best > bound { return nil }
        }
        return row[right.count] <= bound ? row[right.count] : nil
    }

    /// How many faults a label of that length may have and still be told.
    static func tolerance(length: Int) -> Int {
        switch length {
        case ..<4: 0
        case 4..<8: 1
        case 8..<12: 2
        default: length / 4
        }
    }

    /// A set of the scalars, folded to 64 bits: labels at distance d differ in at most 2d bits.
    static func signature(_ scalars: [UInt32]) -> UInt64 {
        var signature: UInt64 = 0
        for scalar in scalars { signature |= 1 << ((UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15) >> 58) }
        return signature
    }

    /// How many scalars two sorted labels share, each as often as both have it: no fewer edits part them than the longer one has beside these.
    static func common(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                (i, j, count) = (i + 1, j + 1, count + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }

    static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
        guard part.count < whole.count else { return false }
        for start in 0...(whole.count - part.count) where whole[start..<(start + part.count)].elementsEqual(part) { return true }
        return false
    }
}
