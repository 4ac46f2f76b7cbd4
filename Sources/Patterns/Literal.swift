/// A string of up to nine scalars, as long as a literal has to be to tell a pattern from a text. It needs no memory of its own.
struct Literal: Hashable, Sendable {
    /// More scalars than these have no room.
    static let capacity = 9

    static let empty = Literal()

    /// Three scalars each, of 21 bits, the first in the lowest.
    private var lower: UInt64 = 0
    private var middle: UInt64 = 0
    private var upper: UInt64 = 0
    private var size: UInt8 = 0
    private var rarity: UInt8 = 0

    var count: Int { Int(size) }
    /// How rarely it is likely to occur: digits and marks tell less than letters and blanks do, wide blanks more.
    var weight: Int { Int(rarity) }

    init(_ scalar: UInt32) { append(scalar) }

    /// The first scalars of a text, as many as there is room for.
    init(beginning text: String) { for scalar in text.unicodeScalars.prefix(Self.capacity) { append(scalar.value) } }

    private init() {}

    /// So many scalars make up a key.
    static let keyLength = 3

    /// The first scalars, up to `keyLength`, as one number. Numbers of more and of fewer scalars are different, since none takes all 21 bits.
    var key: UInt64 {
        switch count {
        case ...1: lower | Self.absentSecond
        case 2: lower | Self.absentThird
        default: lower
        }
    }

    /// The key of a literal of one scalar.
    static func key(_ scalar: UInt64) -> UInt64 { scalar | absentSecond }

    /// The key of a literal of two scalars, the second one shifted by 21 bits. That of a longer one has the third behind them, shifted by 42.
    static func key(ofTwo scalars: UInt64) -> UInt64 { scalars | absentThird }

    private static let absentThird: UInt64 = 0x1F_FFFF << 42
    private static let absentSecond: UInt64 = 0x1F_FFFF << 21 | absentThird

    /// The first two scalars, the second one shifted by 21 bits; of a shorter one what there is.
    var pair: UInt64 { lower & Self.pairMask }

    private static let pairMask: UInt64 = 1 << 42 - 1

    /// The scalars of a text behind a key, as a literal holds them: zeros behind its end.
    struct Rest {
        fileprivate var middle: UInt64 = 0
        fileprivate var upper: UInt64 = 0

        init(_ scalars: UnsafeBufferPointer<UInt32>, behindKeyAt index: Int) {
            for offset in 0..<max(0, min(scalars.count - index, Literal.capacity) - Literal.keyLength) {
                let scalar = UInt64(scalars[index + Literal.keyLength + offset])
                if offset < 3 { middle |= scalar << UInt64(21 * offset) } else { upper |= scalar << UInt64(21 * (offset - 3)) }
            }
        }
    }

    /// Whether this literal stands where its key does and what is behind that begins so.
    @inline(__always) func goesOn(as rest: Rest) -> Bool {
        if count <= Self.keyLength { return true }
        // Most differ in the first scalar behind the key.
        if (middle ^ rest.middle) & Self.scalarMask != 0 { return false }
        return rest.middle & Self.mask(count - 3) == middle && rest.upper & Self.mask(count - 6) == upper
    }

    /// The bits of up to three scalars.
    private static func mask(_ count: Int) -> UInt64 { count <= 0 ? 0 : UInt64.max >> UInt64(64 - 21 * min(count, 3)) }

    private static let scalarMask: UInt64 = 1 << 21 - 1

    /// - Parameter index: from 0, below `count`.
    subscript(index: Int) -> UInt32 {
        let scalars = index < 3 ? lower : index < 6 ? middle : upper
        return UInt32(truncatingIfNeeded: scalars >> UInt64(21 * (index % 3)) & 0x1F_FFFF)
    }

    /// This string and then another; nil when there is no room for both.
    func followed(by other: Literal) -> Literal? {
        guard count + other.count <= Self.capacity else { return nil }
        var all = self
        all.size += other.size
        all.rarity += other.rarity
        // The other's words, moved up behind the last scalar of this one's last word.
        let bits = UInt64(21 * (count % 3))
        let mask = UInt64.max >> 1
        let words = (
            other.lower << bits & mask, (other.middle << bits | other.lower >> (63 - bits)) & mask,
            (other.upper << bits | other.middle >> (63 - bits)) & mask
        )
        switch count {
        case ..<3: (all.lower, all.middle, all.upper) = (lower | words.0, words.1, words.2)
        case ..<6: (all.middle, all.upper) = (middle | words.0, words.1)
        case ..<9: all.upper = upper | words.0
        default: break
        }
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
        size += 1
        rarity += Self.weight(of: scalar)
    }

    private static func weight(of scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x21...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x205E, 0x3001...0x3020, 0xFF01...0xFF20: 2
        case 0xA0, 0x3000: 5
        default: 3
        }
    }
}
