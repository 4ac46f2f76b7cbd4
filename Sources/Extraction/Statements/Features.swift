import AuditModel

/// What is told of a number: one value for each dimension, 0 where the dimension is not told, else the value's number (from 1 to 127).
///
/// Sixteen lanes of eight bits in one integer, since every clause combines dozens of them.
struct Features: Hashable, Sendable {
    private var lanes: UInt128

    /// Nothing told in any dimension.
    static let none = Features(lanes: 0)

    private static let lows: UInt128 = 0x0101_0101_0101_0101_0101_0101_0101_0101

    private init(lanes: UInt128) { self.lanes = lanes }

    var isEmpty: Bool { lanes == 0 }

    subscript(dimension: Int) -> Int {
        @inline(__always) get { Int(UInt8(truncatingIfNeeded: lanes >> UInt128(dimension * 8))) }
        set {
            precondition((0...StatementGrammar.valueLimit).contains(newValue), "the loader refuses more values")
            lanes &= ~(UInt128(0xFF) << UInt128(dimension * 8))
            lanes |= UInt128(newValue) << UInt128(dimension * 8)
        }
    }

    /// The dimensions that are told.
    var told: DimensionMask {
        // A lane above 0 carries into its top bit; that bit is spread over the lane.
        let tops = (lanes &+ Self.lows &* 0x7F) & (Self.lows << 7)
        return DimensionMask(lanes: (tops << 1) &- (tops >> 7))
    }

    /// Whether one of the dimensions is told.
    func tells(_ dimensions: DimensionMask) -> Bool { lanes & dimensions.lanes != 0 }

    /// Takes over all that `other` tells.
    mutating func merge(_ other: Features) { lanes = lanes & ~other.told.lanes | other.lanes }

    /// Takes over what `other` tells in dimensions that are not told here.
    mutating func fill(_ other: Features) { lanes |= other.lanes & ~told.lanes }

    mutating func fill(_ other: Features, in dimensions: DimensionMask) { lanes |= other.lanes & ~told.lanes & dimensions.lanes }

    mutating func clear(_ dimensions: DimensionMask) { lanes &= ~dimensions.lanes }

    /// The dimensions in which both tell something, and not the same.
    func conflicts(with other: Features) -> DimensionMask {
        told.intersection(other.told).intersection(Features(lanes: lanes ^ other.lanes).told)
    }

    /// The dimensions in which both tell the same.
    func agreements(with other: Features) -> DimensionMask {
        DimensionMask(lanes: told.lanes & ~Features(lanes: lanes ^ other.lanes).told.lanes)
    }
}

/// Some of the dimensions.
struct DimensionMask: Hashable, Sendable {
    /// All bits of a dimension's lane.
    fileprivate(set) var lanes: UInt128

    static let none = DimensionMask(lanes: 0)

    fileprivate init(lanes: UInt128) { self.lanes = lanes }

    init(_ dimensions: some Sequence<Int>) {
        lanes = dimensions.reduce(0) { $0 | UInt128(0xFF) << UInt128($1 * 8) }
    }

    var isEmpty: Bool { lanes == 0 }

    func contains(_ dimension: Int) -> Bool { lanes >> UInt128(dimension * 8) & 0xFF != 0 }

    func union(_ other: DimensionMask) -> DimensionMask { DimensionMask(lanes: lanes | other.lanes) }

    func intersection(_ other: DimensionMask) -> DimensionMask { DimensionMask(lanes: lanes & other.lanes) }

    func isSuperset(of other: DimensionMask) -> Bool { other.lanes & ~lanes == 0 }

    var complement: DimensionMask { DimensionMask(lanes: ~lanes) }
}
