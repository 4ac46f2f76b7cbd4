import AuditModel

/// What is told of a number: one value for each dimension, 0 where the dimension is not told, else the value's number (from 1).
///
/// A machine vector, since every clause combines dozens of them.
typealias Features = SIMD16<Int16>

/// Some of the dimensions.
typealias DimensionMask = SIMDMask<SIMD16<Int16.SIMDMaskScalar>>

extension SIMD16<Int16> {
    /// Nothing told in any dimension.
    static var none: Features { .zero }

    var isEmpty: Bool { self == .zero }

    /// Whether one of the dimensions is told.
    func tells(_ dimensions: DimensionMask) -> Bool { any((self .!= 0) .& dimensions) }

    /// Takes over all that `other` tells.
    mutating func merge(_ other: Features) { replace(with: other, where: other .!= 0) }

    /// Takes over what `other` tells in dimensions that are not told here.
    mutating func fill(_ other: Features) { replace(with: other, where: self .== 0) }

    mutating func fill(_ other: Features, in dimensions: DimensionMask) { replace(with: other, where: (self .== 0) .& dimensions) }

    mutating func clear(_ dimensions: DimensionMask) { replace(with: 0, where: dimensions) }

    /// The dimensions in which both tell something, and not the same.
    func conflicts(with other: Features) -> DimensionMask { (self .!= 0) .& (other .!= 0) .& (self .!= other) }
}
