/// A source of numbers that gives the same ones for the same seed everywhere, so that a failing case can be made again.
/// - Source: SplitMix64 of Steele, Lea and Flood: Fast splittable pseudorandom number generators (2014)
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Any seed is as good as any other.
    package init(seed: UInt64) { state = seed }

    /// The next of 2⁶⁴ numbers, each of which comes once before the first comes again.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
