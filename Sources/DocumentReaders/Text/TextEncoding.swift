/// The encodings in which text reports are read; the raw value is the name registered with IANA.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "Big5"
}

extension TextEncoding {
    /// The mark at the start of the bytes and its length.
    static func mark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
        return nil
    }

    /// The encoding of unmarked bytes that are not valid UTF-8 without NUL; nil when none is likely.
    static func likely(for bytes: [UInt8]) -> TextEncoding? {
        let wide = likelyWide(bytes)
        if let wide { return wide }
        if bytes.contains(0) { return nil }
        let utf8 = UTF8Shape(bytes)
        // Chinese in GB18030 hardly ever forms a valid sequence of UTF-8, so a few faults among many valid ones are damage.
        if utf8.sequences >= 4 * utf8.faults { return .utf8 }
        let double = DoubleByteShape(bytes)
        if double.common >= 4 * (double.rare + double.faults), double.common > 0 { return .gb18030 }
        return nil
    }

    /// UTF-16 by its look: in one byte order nearly all units are characters that Chinese text consists of, in the other they are not.
    private static func likelyWide(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 16, bytes.count.isMultiple(of: 2) else { return nil }
        let units = min(bytes.count, 8192) / 2
        var little = 0
        var big = 0
        for unit in 0..<units {
            let first = UInt16(bytes[2 * unit])
            let second = UInt16(bytes[2 * unit + 1])
            if isUsual(second << 8 | first) { little += 1 }
            if isUsual(first << 8 | second) { big += 1 }
        }
        if little * 10 >= units * 9, little > big { return .utf16LittleEndian }
        if big * 10 >= units * 9, big > little { return .utf16BigEndian }
        return nil
    }

    private static func isUsual(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2000...0x206F, 0x2460...0x24FF, 0x3000...0x303F, 0xFF01...0xFF5E, 0xFEFF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xD840...0xD87F, 0xDC00...0xDFFF: true
        default: false
        }
    }
}

/// How many sequences of several bytes are valid UTF-8, and how many bytes begin none.
private struct UTF8Shape {
    private(set) var sequences = 0
    private(set) var faults = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
            if length == 1 {
                index += 1
            } else if length > 0, index + length <= bytes.count, bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) {
                sequences += 1
                index += length
            } else {
                faults += 1
                index += 1
            }
        }
    }
}

/// How many pairs of bytes are characters of GB 2312, how many are other characters of GB18030, and how many bytes begin none.
///
/// - Source: GB 18030-2005, 4.3: two bytes 81–FE, 40–7E or 80–FE; four bytes 81–FE, 30–39, 81–FE, 30–39.
private struct DoubleByteShape {
    private(set) var common = 0
    private(set) var rare = 0
    private(set) var faults = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (lead, trail) {
            case (0xA1...0xF7, 0xA1...0xFE):
                common += 1
                index += 2
            case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE):
                rare += 1
                index += 2
            case (0x81...0xFE, 0x30...0x39):
                rare += 1
                index += 4
            default:
                faults += 1
                index += 1
            }
        }
    }
}
