/// Texts as Unicode scalars, one behind the other: what is gone through again and again is decoded once.
package struct DecodedTexts: Sendable {
    /// The scalars of all texts in their order.
    package let scalars: [UInt32]
    /// Where each text begins in `scalars`, and where the last one ends: one more than there are texts.
    package let starts: [Int]

    /// Linear in the texts.
    package init(_ texts: [String]) {
        var starts = [0]
        starts.reserveCapacity(texts.count + 1)
        // A scalar takes at least one byte.
        let capacity = texts.reduce(0) { $0 + $1.utf8.count }
        scalars = Array(unsafeUninitializedCapacity: capacity) { scalars, count in
            for var text in texts {
                text.withUTF8 { Self.decode($0, into: scalars, &count) }
                starts.append(count)
            }
        }
        self.starts = starts
    }

    /// How many texts there are.
    package var count: Int { starts.count - 1 }

    /// Where a text, by its index, stands in `scalars`.
    package func range(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }

    /// The bytes are valid UTF-8, so that the trailing ones are there, and room is left for as many scalars.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into scalars: UnsafeMutableBufferPointer<UInt32>, _ count: inout Int) {
        var index = 0
        var end = count
        while index < bytes.count {
            let lead = UInt32(bytes[index])
            // A character of three bytes is nearly all there is.
            if lead & 0xF0 == 0xE0 {
                scalars[end] = (lead & 0xF) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
                index &+= 3
            } else if lead < 0x80 {
                scalars[end] = lead
                index += 1
            } else {
                let width = lead < 0xE0 ? 2 : 4
                var scalar = lead & 0x7F >> UInt32(width)
                for next in index + 1..<index + width { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
                scalars[end] = scalar
                index += width
            }
            end += 1
        }
        count = end
    }
}
