import DocumentModel

/// The same characters as `contains` tells, on UTF-8 bytes.
extension Blank {
    /// The length in bytes of the blank that begins at an index; 0 when none does.
    static func length<Bytes: RandomAccessCollection>(in bytes: Bytes, at index: Int, end: Int) -> Int
    where Bytes.Element == UInt8, Bytes.Index == Int {
        let lead = bytes[index]
        if lead <= 0x20 || lead == 0x7F { return 1 }
        switch lead {
        case 0xC2 where index + 2 <= end: return isNarrow(bytes[index + 1]) ? 2 : 0
        case 0xE1, 0xE2, 0xE3, 0xEF:
            return index + 3 <= end && isWide(lead, bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: return 0
        }
    }

    /// The length in bytes of the blank that ends before an index; 0 when none does.
    static func length<Bytes: RandomAccessCollection>(
        in bytes: Bytes, before index: Int, start: Int
    ) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
        let last = bytes[index - 1]
        if last <= 0x20 || last == 0x7F { return 1 }
        guard last & 0xC0 == 0x80 else { return 0 }
        if index - 2 >= start, bytes[index - 2] == 0xC2 { return isNarrow(last) ? 2 : 0 }
        return index - 3 >= start && isWide(bytes[index - 3], bytes[index - 2], last) ? 3 : 0
    }

    /// A range without the blanks at both its ends.
    static func trimmed<Bytes: RandomAccessCollection>(_ range: Range<Int>, of bytes: Bytes) -> Range<Int>
    where Bytes.Element == UInt8, Bytes.Index == Int {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = length(in: bytes, at: start, end: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = length(in: bytes, before: end, start: start)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// The blanks of three bytes, as `contains` has them.
    private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80
        case (0xE1, 0xA0): third == 0x8E
        case (0xE2, 0x80): third <= 0x8F || (0xA8...0xAF).contains(third)
        case (0xE2, 0x81): (0x9F...0xA4).contains(third)
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }

    /// The blanks of two bytes behind the first, which is C2.
    private static func isNarrow(_ second: UInt8) -> Bool { second == 0x85 || second == 0xA0 || second == 0xAD }
}
