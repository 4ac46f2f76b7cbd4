/// A text as Unicode scalars with the UTF-8 offset of each.
struct ScalarText: Sendable {
    let scalars: [UInt32]
    /// One more than the scalars: the last is the length.
    let offsets: [Int]

    init(_ string: String) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        let length = string.utf8.count
        scalars.reserveCapacity(length / 2)
        offsets.reserveCapacity(length / 2 + 1)
        var offset = 0
        for scalar in string.unicodeScalars {
            scalars.append(scalar.value)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.init(scalars: scalars, offsets: offsets)
    }

    init(scalars: [UInt32], offsets: [Int]) {
        self.scalars = scalars
        self.offsets = offsets
    }

    /// The UTF-8 range of a range of scalars.
    func utf8(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
