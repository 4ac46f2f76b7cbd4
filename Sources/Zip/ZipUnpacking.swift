internal import CLibArchive

/// Unpacks one member by libarchive: the member is handed over as an archive of its own, so that nothing else of the archive plays a part.
enum ZipUnpacking {
    /// - Parameter stop: reads no more bytes than these, and leaves the rest unchecked; nil for the whole content.
    static func content(of member: ZipMember, in source: ZipSource, stoppingAt stop: Int? = nil) throws(ZipError) -> [UInt8] {
        let header = Fields(try source.read(member.offset..<min(source.count, member.offset + 30)))
        guard header.has(30, at: 0), header.four(0) == 0x0403_4B50 else { throw .damaged("a member's header is missing") }
        let start = member.offset + 30 + header.two(26) + header.two(28)
        guard start <= source.count, member.packedSize <= source.count - start else { throw .damaged("a member is cut off") }
        let packed = try source.read(start..<(start + member.packedSize))
        if member.method == 0, member.packedSize != member.size { throw .damaged("a member's length is wrong") }
        // Sizes beyond 32 bits are beyond every limit.
        guard packed.count < 1 << 31, member.size < 1 << 31 else { throw .expandsTooFar(limit: 1 << 31) }
        let archive = single(member, packed)
        let result = archive.withUnsafeBytes { buffer in
            Result { () throws(ZipError) in try unpack(buffer, size: member.size, stoppingAt: stop) }
        }
        return try result.get()
    }

    private static func unpack(_ buffer: UnsafeRawBufferPointer, size: Int, stoppingAt stop: Int?) throws(ZipError) -> [UInt8] {
        guard let handle = archive_read_new() else { throw .outOfMemory }
        defer { archive_read_free(handle) }
        archive_read_support_format_zip_seekable(handle)
        guard archive_read_open_memory(handle, buffer.baseAddress, buffer.count) == ARCHIVE_OK else { throw damage(handle) }
        var entry: OpaquePointer?
        guard archive_read_next_header(handle, &entry) == ARCHIVE_OK else { throw damage(handle) }
        var bytes: [UInt8] = []
        // What is stated is not believed before it is there.
        bytes.reserveCapacity(min(size, 1 << 22))
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let status = archive_read_data_block(handle, &block, &count, &offset)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK else { throw damage(handle) }
            guard count <= size - bytes.count else { throw .damaged("a member is longer than stated") }
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: count))
            if let stop, bytes.count >= stop { return Array(bytes.prefix(stop)) }
        }
        guard bytes.count == size else { throw .damaged("a member is shorter than stated") }
        return bytes
    }

    /// An archive with the member only, named `m`.
    private static func single(_ member: ZipMember, _ packed: [UInt8]) -> [UInt8] {
        func two(_ value: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
        func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }
        // Version, flags, method, time, checksum, sizes, length of the name and of the extra field.
        let common =
            two(20) + two(0) + two(Int(member.method)) + four(0) + four(Int(member.checksum)) + four(packed.count) + four(member.size)
            + two(1) + two(0)
        let name = UInt8(ascii: "m")
        let local = four(0x0403_4B50) + common + [name]
        let list = four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(0) + [name]
        let end = four(0x0605_4B50) + two(0) + two(0) + two(1) + two(1) + four(list.count) + four(local.count + packed.count) + two(0)
        var archive: [UInt8] = []
        archive.reserveCapacity(packed.count + 128)
        archive += local
        archive += packed
        archive += list
        archive += end
        return archive
    }

    private static func damage(_ handle: OpaquePointer) -> ZipError {
        .damaged(archive_error_string(handle).map { String(cString: $0) } ?? "")
    }
}
