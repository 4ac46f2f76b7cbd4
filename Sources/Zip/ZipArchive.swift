internal import CLibArchive

/// The members of a zip archive, read from memory within limits. Nothing is ever written to disk, and names are only names.
///
/// - Source: APPNOTE 6.3.10; read by libarchive through the central directory.
package enum ZipArchive {
    /// How much of an archive is read.
    package struct Limits: Hashable, Sendable {
        /// The members, folders included.
        package let members: Int
        /// The bytes of one member, unpacked.
        package let memberBytes: Int
        /// The bytes of all members that are read, unpacked.
        package let totalBytes: Int
        /// How many times larger than the archive its members may be together; small archives may always grow to 1 MB.
        package let ratio: Int

        package init(members: Int, memberBytes: Int, totalBytes: Int, ratio: Int) {
            self.members = members
            self.memberBytes = memberBytes
            self.totalBytes = totalBytes
            self.ratio = ratio
        }
    }

    /// One member.
    package struct Member: Hashable, Sendable {
        /// The bytes of its path in the archive, in whatever encoding; never empty.
        package let name: [UInt8]
        /// Unpacked; empty for a folder.
        package let bytes: [UInt8]
    }

    /// Unpacks the members that are wanted, in the order of the archive. Linear in the archive and in what is unpacked.
    ///
    /// - Parameter wanted: asked with each member's name; folders are not asked about and left out.
    package static func members(
        of archive: [UInt8], limits: Limits, wanted: (_ name: [UInt8]) -> Bool
    ) throws(ZipError) -> [Member] {
        let result = archive.withUnsafeBytes { buffer in
            Result { () throws(ZipError) in try Reader(buffer, limits: limits).members(wanted: wanted) }
        }
        return try result.get()
    }
}

/// Why an archive cannot be read.
package enum ZipError: Error, Hashable, Sendable {
    /// Cut off or not made as the format says; libarchive's words.
    case damaged(String)
    case encrypted
    /// Too many members.
    case tooManyMembers(limit: Int)
    /// A member, or all together, are larger than the limit, in bytes.
    case expandsTooFar(limit: Int)
    case outOfMemory
}

/// One pass over an archive. A struct that frees libarchive's handle at the end of its only use.
private struct Reader {
    private let buffer: UnsafeRawBufferPointer
    private let limits: ZipArchive.Limits
    private let totalLimit: Int

    init(_ buffer: UnsafeRawBufferPointer, limits: ZipArchive.Limits) {
        self.buffer = buffer
        self.limits = limits
        totalLimit = min(limits.totalBytes, max(1 << 20, buffer.count * limits.ratio))
    }

    func members(wanted: ([UInt8]) -> Bool) throws(ZipError) -> [ZipArchive.Member] {
        guard let handle = archive_read_new() else { throw .outOfMemory }
        defer { archive_read_free(handle) }
        archive_read_support_format_zip_seekable(handle)
        guard archive_read_open_memory(handle, buffer.baseAddress, buffer.count) == ARCHIVE_OK else { throw damage(handle) }
        var members: [ZipArchive.Member] = []
        var count = 0
        var total = 0
        while true {
            var entry: OpaquePointer?
            let status = archive_read_next_header(handle, &entry)
            if status == ARCHIVE_EOF { return members }
            guard status >= ARCHIVE_WARN, let entry else { throw damage(handle) }
            count += 1
            guard count <= limits.members else { throw .tooManyMembers(limit: limits.members) }
            guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted }
            let name = name(of: entry)
            guard !name.isEmpty, name.last != UInt8(ascii: "/"), archive_entry_filetype(entry) != Self.folder, wanted(name) else {
                continue
            }
            let bytes = try content(of: handle, room: totalLimit - total)
            total += bytes.count
            members.append(ZipArchive.Member(name: name, bytes: bytes))
        }
    }

    private func content(of handle: OpaquePointer, room: Int) throws(ZipError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var block: UnsafeRawPointer?
            var size = 0
            var offset: Int64 = 0
            let status = archive_read_data_block(handle, &block, &size, &offset)
            if status == ARCHIVE_EOF { return bytes }
            guard status >= ARCHIVE_WARN else { throw damage(handle) }
            guard bytes.count + size <= limits.memberBytes else { throw .expandsTooFar(limit: limits.memberBytes) }
            guard bytes.count + size <= room else { throw .expandsTooFar(limit: totalLimit) }
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: size))
        }
    }

    /// The name's bytes as they stand, whatever the locale.
    private func name(of entry: OpaquePointer) -> [UInt8] {
        guard let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return [] }
        return Array(String(cString: name).utf8)
    }

    private func damage(_ handle: OpaquePointer) -> ZipError {
        .damaged(archive_error_string(handle).map { String(cString: $0) } ?? "")
    }

    /// `AE_IFDIR`, whose macro Swift does not see.
    private static let folder: UInt32 = 0o040000
}
