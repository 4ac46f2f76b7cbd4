import DocumentModel

/// Ways to walk over UTF-8.
enum UTF8Text {
    /// Lends a string's bytes; native strings are read in place, without a copy to be counted.
    static func bytes<Value>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        if let value = text.utf8.withContiguousStorageIfAvailable(body) { return value }
        var text = text
        return text.withUTF8 { body($0) }
    }

    /// How many Unicode scalars a text has.
    static func scalarCount(of text: String) -> Int {
        bytes(of: text) { bytes in
            var count = 0
            for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
            return count
        }
    }

    /// How many bytes the character takes that begins with this byte; 1 for a byte that begins none.
    static func width(of first: UInt8) -> Int {
        switch first {
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0...: 4
        default: 1
        }
    }

    /// How many bytes a scalar takes.
    static func width(ofScalar scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }

    /// The scalar of a width at an offset of a string's bytes, which are valid UTF-8, so that the trailing ones are there.
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, width: Int) -> UInt32 {
        var scalar = UInt32(bytes[offset])
        guard width > 1 else { return scalar }
        scalar &= 0x7F >> UInt32(width)
        for index in offset + 1..<offset + width { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
        return scalar
    }

    /// How many characters (Unicode scalars) a text has, blanks left out.
    static func visibleCount(of text: String) -> Int {
        bytes(of: text) { bytes in
            var count = 0
            var offset = 0
            while offset < bytes.count {
                let width = width(of: bytes[offset])
                // Blanks have one byte, or begin with C2, E1, E2, E3 or EF: of others nothing needs to be looked up.
                let lead = bytes[offset]
                if width == 1 ? !Blank.contains(UInt32(lead)) : lead >= 0xE4 && lead < 0xEF {
                    count += 1
                } else if width > 1, !Blank.contains(scalar(in: bytes, at: offset, width: width)) {
                    count += 1
                }
                offset += width
            }
            return count
        }
    }

    /// A letter, a Han character or a digit.
    static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// A text of at most `limit` characters (Unicode scalars): the beginning, with an ellipsis where something was cut off.
    static func shortened(_ text: String, to limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex), end != scalars.endIndex else {
            return text
        }
        return String(scalars[..<end]) + "…"
    }

    /// A text without white space at its ends, other runs of it one space, or none between two characters beyond ASCII.
    static func onOneLine(_ text: String) -> String {
        var line: [UInt8] = []
        var isApart = false
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isApart = !line.isEmpty
                continue
            }
            if isApart, byte < 0x80 || line.last.map({ $0 < 0x80 }) ?? false { line.append(0x20) }
            isApart = false
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// The piece of a text around a range of bytes, with up to `margin` characters (Unicode scalars) either side and ellipses where something was cut off.
    static func surroundings(of range: Range<Int>, in text: String, margin: Int) -> String {
        let scalars = text.unicodeScalars
        let from = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
        let to = text.utf8.index(text.utf8.startIndex, offsetBy: range.upperBound)
        let start = scalars.index(from, offsetBy: -margin, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let end = scalars.index(to, offsetBy: margin, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return (start == scalars.startIndex ? "" : "…") + String(scalars[start..<end]) + (end == scalars.endIndex ? "" : "…")
    }
}

extension UTF8Text {
    /// The scalar that begins at an offset, and how many bytes it takes. A malformed end is taken byte by byte.
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, width: Int) {
        let first = text[offset]
        let width = width(of: first)
        guard width > 1, offset + width <= text.count else { return (UInt32(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for index in 1..<width { value = value << 6 | UInt32(text[offset + index] & 0x3F) }
        return (value, width)
    }
}
