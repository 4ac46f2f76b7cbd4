internal import CLibArchive
import Glibc

/// Makes zip archives, by libarchive.
///
/// - Source: APPNOTE 6.3.10.
package enum ZipPacking {
    /// One file of an archive to be made.
    package struct File: Sendable {
        /// Its path in the archive, with `/` between folders.
        package let path: String
        /// Its content.
        package let bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// What a member takes besides its content: two headers, a descriptor and the fields of libarchive, without its path.
    private static let bytesForMember = 512
    /// Deflated data that does not shrink grows by less than one part in so many.
    ///
    /// - Source: RFC 1951, 3.2.4: five bytes for each stored block; zlib's blocks have at least 16 KB, save the last.
    private static let leastGrowth = 256

    /// The archive of files, in their order, deflated. Without time stamps, so that the same files make the same bytes. Linear in the files.
    package static func archive(_ files: [File]) -> [UInt8] {
        let room = files.reduce(bytesForMember) {
            $0 + $1.bytes.count + $1.bytes.count / leastGrowth + 2 * $1.path.utf8.count + bytesForMember
        }
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            guard let handle = archive_write_new() else { preconditionFailure("out of memory") }
            defer { archive_write_free(handle) }
            archive_write_set_format_zip(handle)
            archive_write_set_options(handle, "zip:compression=deflate")
            // No padding at the end.
            archive_write_set_bytes_per_block(handle, 0)
            // libarchive keeps the place of the count until it is closed.
            withUnsafeMutablePointer(to: &count) { used in
                precondition(archive_write_open_memory(handle, buffer.baseAddress, room, used) == ARCHIVE_OK, "out of memory")
                for file in files { write(file, to: handle) }
                precondition(archive_write_close(handle) == ARCHIVE_OK, "an archive has room for its members")
            }
        }
    }

    private static func write(_ file: File, to handle: OpaquePointer) {
        guard let entry = archive_entry_new() else { preconditionFailure("out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, file.path)
        archive_entry_set_filetype(entry, Glibc.S_IFREG)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        precondition(archive_write_header(handle, entry) == ARCHIVE_OK, "an archive has room for its members")
        let written = file.bytes.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
        precondition(written == file.bytes.count, "an archive has room for its members")
    }
}
