/// A string of up to nine scalars, as long as a literal has to be to tell a pattern from a text. It needs no memory of its own.
struct Literal: Hashable, Sendable {
    /// More scalars than these have no room.
    static let capacity = 9

    static let empty = Literal()

    /// Three scalars each, of 21 bits, the first in the lowest.
    private var lower: UInt64 = 0
    private var middle: UInt64 = 0
    private var upper: UInt64 = 0
    private(set) var count = 0
    /// How rarely it is likely to occur: digits and marks tell less than letters and blanks do.
    private(set) var weight = 0

    init(_ scalar: UInt32) { append(scalar) }

    private init() {}

    /// The first two scalars as one number, or the only one. Numbers of two and of one are different, since no scalar takes all 21 bits.
    var key: UInt64 { count > 1 ? Self.key(self[0], self[1]) : Self.key(self[0]) }

    static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(second) << 21 | UInt64(first) }
    static func key(_ only: UInt32) -> UInt64 { 0x1F_FFFF << 21 | UInt64(only) }

    /// - Parameter index: from 0, below `count`.
    subscript(index: Int) -> UInt32 {
        let scalars = index < 3 ? lower : index < 6 ? middle : upper
        return UInt32(truncatingIfNeeded: scalars >> UInt64(21 * (index % 3)) & 0x1F_FFFF)
    }

    /// This string and then another; nil when there is no room for both.
    func followed(by other: Literal) -> Literal? {
        guard count + other.count <= Self.capacity else { return nil }
        var all = self
        for index in 0..<other.count { all.append(other[index]) }
        return all
    }

    /// The first scalars, or all where there are no more.
    func prefix(_ length: Int) -> Literal { slice(0..<min(length, count)) }

    /// The last scalars, or all where there are no more.
    func suffix(_ length: Int) -> Literal { slice(max(0, count - length)..<count) }

    private func slice(_ range: Range<Int>) -> Literal {
        var part = Literal.empty
        for index in range { part.append(self[index]) }
        return part
    }

    private mutating func append(_ scalar: UInt32) {
        let shifted = UInt64(scalar) << UInt64(21 * (count % 3))
        switch count {
        case ..<3: lower |= shifted
        case ..<6: middle |= shifted
        default: upper |= shifted
        }
        count += 1
        weight += Self.weight(of: scalar)
    }

    private static func weight(of scalar: UInt32) -> Int {
        switch scalar {
        case 0x21...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x205E, 0x3001...0x3020, 0xFF01...0xFF20: 2
        default: 3
        }
    }
}
