/// Reads the list at the end of an archive.
///
/// - Source: APPNOTE 6.3.10, 4.3.12 (central directory), 4.3.14 to 4.3.16 (its ends), 4.5.3 (sizes beyond 32 bits), 4.6.9 (names in UTF-8).
enum ZipDirectory {
    static func members(of source: ZipSource, limit: Int) throws(ZipError) -> [ZipMember] {
        let end = try End(source)
        guard end.count <= limit else { throw .tooManyMembers(limit: limit) }
        let list = Fields(try source.read(end.list))
        var members: [ZipMember] = []
        members.reserveCapacity(end.count)
        var at = 0
        while at < list.bytes.count, list.has(46, at: at), list.four(at) == 0x0201_4B50 {
            let lengths = (name: list.two(at + 28), extra: list.two(at + 30), comment: list.two(at + 32))
            let next = at + 46 + lengths.name + lengths.extra + lengths.comment
            guard next <= list.bytes.count else { throw .damaged("the list of members is cut off") }
            guard members.count < limit else { throw .tooManyMembers(limit: limit) }
            members.append(try member(list, at: at, nameLength: lengths.name, extraLength: lengths.extra, shift: end.shift, in: source))
            at = next
        }
        guard members.count == end.count else { throw .damaged("the list of members is cut off") }
        return members
    }

    private static func member(
        _ list: Fields, at start: Int, nameLength: Int, extraLength: Int, shift: Int, in source: ZipSource
    ) throws(ZipError) -> ZipMember {
        let flags = list.two(start + 8)
        let method = list.two(start + 10)
        var name = Array(list.bytes[(start + 46)..<(start + 46 + nameLength)])
        var isUTF8 = flags & 0x800 != 0
        var packed = list.four(start + 20)
        var size = list.four(start + 24)
        var offset = list.four(start + 42)
        var at = start + 46 + nameLength
        let end = at + extraLength
        while at + 4 <= end {
            let length = list.two(at + 2)
            let field = at + 4
            let next = field + length
            guard next <= end else { break }
            switch list.two(at) {
            case 0x0001:
                var place = field
                for value in [\Large.size, \Large.packed, \Large.offset] {
                    var large = Large(size: size, packed: packed, offset: offset)
                    guard large[keyPath: value] == 0xFFFF_FFFF, place + 8 <= next else { continue }
                    large[keyPath: value] = try list.eight(place)
                    (size, packed, offset) = (large.size, large.packed, large.offset)
                    place += 8
                }
            // A name in UTF-8 beside one in the code page of the machine (APPNOTE 4.6.9); its own checksum is not needed where it decodes.
            case 0x7075 where length > 5 && list.bytes[field] == 1:
                let unicode = Array(list.bytes[(field + 5)..<next])
                if String(validating: unicode, as: UTF8.self) != nil {
                    name = unicode
                    isUTF8 = true
                }
            default: break
            }
            at = next
        }
        let (place, isBeyond) = offset.addingReportingOverflow(shift)
        guard !isBeyond, place >= 0, place <= source.count, packed <= source.count else { throw .damaged("a member is cut off") }
        return ZipMember(
            name: name, isNameUTF8: isUTF8, isEncrypted: flags & 0x41 != 0 || method == 99, size: size, packedSize: packed, offset: place,
            method: UInt16(truncatingIfNeeded: method), checksum: UInt32(truncatingIfNeeded: list.four(start + 16)))
    }

    private struct Large {
        var size: Int
        var packed: Int
        var offset: Int
    }

    /// What the end of the archive says of the list.
    private struct End {
        let count: Int
        /// Where it stands in the file.
        let list: Range<Int>
        /// By how much all offsets are short, since something stands before the archive.
        let shift: Int

        init(_ source: ZipSource) throws(ZipError) {
            // The end may be followed by a comment of up to 65,535 bytes.
            let start = max(0, source.count - 65_557)
            let tail = Fields(try source.read(start..<source.count))
            guard let end = tail.lastEnd else { throw .damaged("the end is missing") }
            var count = tail.two(end + 10)
            var size = tail.four(end + 12)
            var offset = tail.four(end + 16)
            var after = start + end
            if end >= 20, tail.four(end - 20) == 0x0706_4B50, count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
                let place = try tail.eight(end - 12)
                guard place <= source.count - 56 else { throw .damaged("the end is cut off") }
                let large = Fields(try source.read(place..<(place + 56)))
                guard large.four(0) == 0x0606_4B50 else { throw .damaged("the end is cut off") }
                count = try large.eight(32)
                size = try large.eight(40)
                offset = try large.eight(48)
                after = place
            }
            guard size <= after, offset <= after - size else { throw .damaged("the list of members is cut off") }
            self.count = count
            list = (after - size)..<after
            shift = after - size - offset
        }
    }
}

/// Bytes as numbers, the lowest byte first. Callers have made sure that the bytes are there.
struct Fields {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func has(_ count: Int, at offset: Int) -> Bool { offset >= 0 && offset + count <= bytes.count }
    func two(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }
    func four(_ offset: Int) -> Int { two(offset) | two(offset + 2) << 16 }

    /// A number of eight bytes, which no honest archive needs more than half of.
    func eight(_ offset: Int) throws(ZipError) -> Int {
        guard four(offset + 4) < 1 << 24 else { throw .damaged("a size is out of range") }
        return four(offset) | four(offset + 4) << 32
    }

    /// Where the last end record begins whose comment fits; nil without one.
    var lastEnd: Int? {
        guard bytes.count >= 22 else { return nil }
        var at = bytes.count - 22
        while true {
            if bytes[at] == 0x50, four(at) == 0x0605_4B50, at + 22 + two(at + 20) <= bytes.count { return at }
            guard at > 0 else { return nil }
            at -= 1
        }
    }
}
