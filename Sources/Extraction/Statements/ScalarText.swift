import DocumentModel

/// A text as Unicode scalars with the UTF-8 offset of each.
struct ScalarText: Sendable {
    /// Of either width.
    static func isSemicolon(_ scalar: UInt32) -> Bool { scalar == 0xFF1B || scalar == 0x3B }

    let scalars: [UInt32]
    /// One more than the scalars: the last is the length.
    let offsets: [Int]

    init(_ string: String) {
        var string = string
        self = string.withUTF8 { utf8 in
            var scalars: [UInt32] = []
            var offsets: [Int] = []
            scalars.reserveCapacity(utf8.count / 2)
            offsets.reserveCapacity(utf8.count / 2 + 1)
            var offset = 0
            while offset < utf8.count {
                offsets.append(offset)
                scalars.append(ScalarDecoding.scalar(in: utf8, at: &offset))
            }
            offsets.append(offset)
            return Self(scalars: scalars, offsets: offsets)
        }
    }

    init(scalars: [UInt32], offsets: [Int]) {
        self.scalars = scalars
        self.offsets = offsets
    }

    /// The UTF-8 range of a range of scalars.
    func utf8(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
