/// Eight bytes of a text looked at in one step.
///
/// - Source: S. Anderson, Bit Twiddling Hacks ("determine if a word has a byte less than n", "has a byte equal to n")
struct ByteLanes {
    private let word: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// - Precondition: eight bytes are there from the offset on.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// Whether one of them is less than a limit of at most 0x80.
    func holdsLess(than limit: UInt8) -> Bool { (word &- Self.ones &* UInt64(limit)) & ~word & Self.tops != 0 }

    func holds(_ byte: UInt8) -> Bool {
        let other = word ^ Self.ones &* UInt64(byte)
        return (other &- Self.ones) & ~other & Self.tops != 0
    }

    /// Whether one of them is another than that.
    func differs(from byte: UInt8) -> Bool { word != Self.ones &* UInt64(byte) }
}
