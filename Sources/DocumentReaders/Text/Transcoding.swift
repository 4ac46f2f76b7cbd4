import Glibc

/// Bytes made into valid UTF-8; what is no character is U+FFFD.
struct Transcoding {
    private(set) var bytes: [UInt8]
    /// How many times U+FFFD was put in.
    private(set) var faults = 0

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// UTF-8 with damage.
    init(repairing source: [UInt8]) {
        bytes = Array(String(decoding: source, as: UTF8.self).utf8)
        // A mark that stood there before stays; so what is more was put in.
        faults = Self.replacements(in: bytes) - Self.replacements(in: source)
    }

    private static func replacements(in bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices.dropLast(2) where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
            count += 1
        }
        return count
    }

    init(utf16 source: [UInt8], littleEndian: Bool) {
        bytes = []
        bytes.reserveCapacity(source.count / 2 * 3)
        let high = littleEndian ? 1 : 0
        var pending: UInt32?
        for index in stride(from: 0, to: source.count - 1, by: 2) {
            let unit = UInt32(source[index + high]) << 8 | UInt32(source[index + 1 - high])
            if let lead = pending {
                pending = nil
                if 0xDC00...0xDFFF ~= unit {
                    append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00))
                    continue
                }
                replace()
            }
            switch unit {
            case 0xD800...0xDBFF: pending = unit
            case 0xDC00...0xDFFF: replace()
            default: append(unit)
            }
        }
        if pending != nil || !source.count.isMultiple(of: 2) { replace() }
    }

    /// Converts GB18030.
    /// - Throws: `notDecodable` where the C library has no table for it.
    init(gb18030 source: [UInt8]) throws(ReadingError) { try self.init(source, table: "GB18030", of: .gb18030) }

    /// Converts Big5 with the characters that Hong Kong added.
    /// - Throws: `notDecodable` where the C library has no table for it.
    init(big5 source: [UInt8]) throws(ReadingError) { try self.init(source, table: "BIG5-HKSCS", of: .big5) }

    /// Converts with the C library's tables.
    private init(_ source: [UInt8], table: String, of encoding: TextEncoding) throws(ReadingError) {
        guard let converter = iconv_open("UTF-8", table), converter != iconv_t(bitPattern: -1) else {
            throw .notDecodable(encoding: encoding)
        }
        defer { iconv_close(converter) }
        bytes = []
        bytes.reserveCapacity(source.count / 2 * 3)
        var source = source
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var done = 0
        while done < source.count {
            var left = source.count - done
            var room = chunk.count
            let result = source.withUnsafeMutableBytes { input in
                chunk.withUnsafeMutableBytes { output in
                    var from = input.baseAddress.map { ($0 + done).assumingMemoryBound(to: CChar.self) }
                    var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    return iconv(converter, &from, &left, &to, &room)
                }
            }
            let code = errno
            bytes.append(contentsOf: chunk[..<(chunk.count - room)])
            done = source.count - left
            if result == Int(bitPattern: UInt.max), code != E2BIG, done < source.count {
                replace()
                done += 1
            }
        }
    }

    private mutating func replace() {
        bytes += Self.replacement
        faults += 1
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(0xC0 | UInt8(scalar >> 6))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(0xE0 | UInt8(scalar >> 12))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(scalar >> 18))
            bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
