internal import CLibArchive

/// Data packed as zlib does it, as formats other than zip hold it.
///
/// - Source: RFC 1950 2.2, RFC 1952 2.3; read by libarchive, which knows the same data under a header of gzip.
package enum ZlibStream {
    /// Unpacks; data that is damaged or cut off ends where the damage begins. Linear in what is unpacked.
    ///
    /// - Throws: `expandsTooFar` beyond `limit` bytes, `outOfMemory`.
    package static func inflated(_ data: ArraySlice<UInt8>, limit: Int) throws(ZipError) -> [UInt8] {
        // Two bytes of header; a preset dictionary, which bit 5 of the second announces, is not used by such formats.
        guard data.count > 2 else { return [] }
        var source: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03]
        source.reserveCapacity(data.count + 16)
        source += data.dropFirst(2)
        // The end of a gzip member is longer than that of zlib data.
        source += [0, 0, 0, 0, 0, 0, 0, 0]
        let result = source.withUnsafeBytes { buffer in
            Result { () throws(ZipError) in try unpacked(buffer, limit: limit) }
        }
        return try result.get()
    }

    private static func unpacked(_ buffer: UnsafeRawBufferPointer, limit: Int) throws(ZipError) -> [UInt8] {
        guard let handle = archive_read_new() else { throw .outOfMemory }
        defer { archive_read_free(handle) }
        archive_read_support_filter_gzip(handle)
        archive_read_support_format_raw(handle)
        var entry: OpaquePointer?
        guard archive_read_open_memory(handle, buffer.baseAddress, buffer.count) == ARCHIVE_OK,
            archive_read_next_header(handle, &entry) >= ARCHIVE_WARN
        else { return [] }
        var bytes: [UInt8] = []
        while true {
            var block: UnsafeRawPointer?
            var size = 0
            var offset: Int64 = 0
            guard archive_read_data_block(handle, &block, &size, &offset) >= ARCHIVE_WARN, size > 0 else { return bytes }
            guard bytes.count + size <= limit else { throw .expandsTooFar(limit: limit) }
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: size))
        }
    }
}
