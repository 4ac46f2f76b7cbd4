/// A text as Unicode scalars with the UTF-8 offset of each.
struct ScalarText: Sendable {
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
                scalars.append(Self.scalar(in: utf8, at: &offset))
            }
            offsets.append(offset)
            return Self(scalars: scalars, offsets: offsets)
        }
    }

    /// The scalar at an offset of valid UTF-8, which moves behind it.
    @inline(__always)
    static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at offset: inout Int) -> UInt32 {
        let lead = UInt32(utf8[offset])
        if lead & 0xF0 == 0xE0 {
            defer { offset += 3 }
            return (lead & 0x0F) << 12 | UInt32(utf8[offset + 1] & 0x3F) << 6 | UInt32(utf8[offset + 2] & 0x3F)
        }
        let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = width == 1 ? lead : lead & (0x7F >> UInt32(width))
        for index in offset + 1..<offset + width { scalar = scalar << 6 | UInt32(utf8[index] & 0x3F) }
        offset += width
        return scalar
    }

    init(scalars: [UInt32], offsets: [Int]) {
        self.scalars = scalars
        self.offsets = offsets
    }

    /// The UTF-8 range of a range of scalars.
    func utf8(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
