/// Writes zip archives for tests, members unpacked or packed to order.
package struct ZipWriter {
    /// A member with everything that an archive says of it, true or not.
    package struct Member {
        /// The bytes of its path.
        package var name: [UInt8]
        /// As they stand in the archive.
        package var packed: [UInt8]
        /// Stated sizes and checksum, which need not be those of `packed`.
        package var size: Int
        package var checksum: UInt32
        /// 0 for stored, 8 for deflated.
        package var method: Int = 0
        /// Bit 0 for encrypted, bit 11 for a name in UTF-8.
        package var flags: Int = 0

        /// A stored member.
        package init(_ name: [UInt8], _ bytes: [UInt8]) {
            self.name = name
            packed = bytes
            size = bytes.count
            checksum = ZipWriter.checksum(bytes)
        }

        /// A stored member with a name in UTF-8, which is said.
        package init(_ name: String, _ bytes: [UInt8]) {
            self.init(Array(name.utf8), bytes)
            flags = 0x800
        }

        /// A stored member of text.
        package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// A deflated member of one byte over and over, some thousand times smaller than its content.
        package init(_ name: String, repeating byte: UInt8, count: Int) {
            self.init(Array(name.utf8), ZipWriter.deflated(byte, count: count))
            size = count
            method = 8
            checksum = ZipWriter.checksum(repeating: byte, count: count)
        }
    }

    /// The archive of members, in their order.
    package static func archive(_ members: [Member]) -> [UInt8] {
        var archive: [UInt8] = []
        var list: [UInt8] = []
        for member in members {
            let common =
                two(20) + two(member.flags) + two(member.method) + four(0x0021_0000) + four(Int(member.checksum))
                + four(member.packed.count) + four(member.size) + two(member.name.count) + two(0)
            list += four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(archive.count) + member.name
            archive += four(0x0403_4B50) + common + member.name + member.packed
        }
        let end = four(0x0605_4B50) + two(0) + two(0) + two(members.count) + two(members.count) + four(list.count) + four(archive.count)
        return archive + list + end + two(0)
    }

    private static func two(_ value: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
    private static func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }

    // MARK: Checksums

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// CRC-32.
    /// - Source: ISO 3309; APPNOTE 4.4.7
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    private static func checksum(repeating byte: UInt8, count: Int) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for _ in 0..<count { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
        return ~value
    }

    // MARK: Deflating

    /// One byte, then matches of 258 bytes that repeat the one before, then bytes to the end.
    /// - Source: RFC 1951, 3.2.6
    private static func deflated(_ byte: UInt8, count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b011, count: 3)
        guard count > 0 else { return bits.end() }
        bits.literal(byte)
        var left = count - 1
        while left >= 258 {
            // Length 258 is code 285 (11000101), distance 1 is code 0 of five bits.
            bits.writeCode(0b1100_0101, count: 8)
            bits.writeCode(0, count: 5)
            left -= 258
        }
        for _ in 0..<left { bits.literal(byte) }
        return bits.end()
    }

    private struct BitWriter {
        var bytes: [UInt8] = []
        var current: UInt32 = 0
        var filled = 0

        mutating func write(_ value: UInt32, count: Int) {
            current |= value << UInt32(filled)
            filled += count
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: current))
                current >>= 8
                filled -= 8
            }
        }

        /// Codes begin with their highest bit.
        mutating func writeCode(_ code: UInt32, count: Int) {
            for bit in (0..<count).reversed() { write(code >> UInt32(bit) & 1, count: 1) }
        }

        mutating func literal(_ byte: UInt8) {
            if byte < 144 { writeCode(0x30 + UInt32(byte), count: 8) } else { writeCode(0x190 + UInt32(byte) - 144, count: 9) }
        }

        mutating func end() -> [UInt8] {
            writeCode(0, count: 7)
            if filled > 0 { write(0, count: 8 - filled) }
            return bytes
        }
    }
}
