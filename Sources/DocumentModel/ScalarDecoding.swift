/// Decodes UTF-8 into the numbers of Unicode scalars: the library's own view of a string takes ten times as long for each.
package enum ScalarDecoding {
    /// The scalar at an offset of valid UTF-8, which moves behind it.
    @inline(__always)
    package static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at offset: inout Int) -> UInt32 {
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

    /// In bytes of UTF-8.
    package static func width(_ scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4 }
}

extension String {
    /// The first scalars as numbers; all of them where there are no more than the limit. Linear in what is decoded.
    package func scalarValues(atMost limit: Int = .max) -> [UInt32] {
        var string = self
        return string.withUTF8 { utf8 in
            // A scalar takes at most four bytes.
            let count = min(limit, utf8.count)
            return [UInt32](unsafeUninitializedCapacity: count) { scalars, decoded in
                var offset = 0
                while decoded < count, offset < utf8.count {
                    scalars[decoded] = ScalarDecoding.scalar(in: utf8, at: &offset)
                    decoded += 1
                }
            }
        }
    }
}
