/// A zip archive: its list of members, each of which is unpacked by itself. Nothing is ever written to disk, and names are only names.
///
/// The list comes from the central directory, so a member that is broken spoils no other. Usable from several threads at once.
///
/// - Source: APPNOTE 6.3.10.
package struct ZipArchive: Sendable {
    /// How much of an archive is read.
    package struct Limits: Hashable, Sendable {
        /// The members, folders included.
        package let members: Int
        /// The bytes of one member, unpacked.
        package let memberBytes: Int
        /// The bytes of all members together, unpacked, as the archive states them.
        package let totalBytes: Int
        /// How many times larger than it is packed a member may be; what is under 1 MB may always be.
        package let ratio: Int

        package init(members: Int, memberBytes: Int, totalBytes: Int, ratio: Int) {
            self.members = members
            self.memberBytes = memberBytes
            self.totalBytes = totalBytes
            self.ratio = ratio
        }
    }

    /// In the order of the central directory, folders included.
    package let members: [ZipMember]
    private let source: ZipSource
    private let limits: Limits

    /// Reads the list of an archive in memory. Linear in the list.
    ///
    /// - Throws: `damaged`, `tooManyMembers`, and `expandsTooFar` where the members are too large together.
    package init(_ bytes: [UInt8], limits: Limits) throws(ZipError) { try self.init(.bytes(bytes), limits) }

    /// Reads the list of an archive in a file, which stays open as long as the archive is in use and is read in parts.
    ///
    /// - Throws: `unopened` as well.
    package init(path: String, limits: Limits) throws(ZipError) { try self.init(.file(try ZipFile(path)), limits) }

    private init(_ source: ZipSource, _ limits: Limits) throws(ZipError) {
        self.source = source
        self.limits = limits
        members = try ZipDirectory.members(of: source, limit: limits.members)
        var total = 0
        for member in members {
            let (sum, isTooLarge) = total.addingReportingOverflow(member.size)
            guard !isTooLarge, sum <= limits.totalBytes else { throw .expandsTooFar(limit: limits.totalBytes) }
            total = sum
        }
    }

    /// Unpacks a member of this archive. Linear in the member, packed and unpacked.
    ///
    /// - Throws: `encrypted`, `expandsTooFar`, and `damaged` when its content is not what the list says: its length, its checksum.
    package func content(of member: ZipMember) throws(ZipError) -> [UInt8] {
        guard !member.isEncrypted else { throw .encrypted }
        guard member.size <= limits.memberBytes else { throw .expandsTooFar(limit: limits.memberBytes) }
        let (room, isUnbounded) = member.packedSize.multipliedReportingOverflow(by: limits.ratio)
        guard isUnbounded || member.size <= max(1 << 20, room) else { throw .expandsTooFar(limit: max(1 << 20, room)) }
        try checkPackedSize(of: member)
        return try ZipUnpacking.content(of: member, in: source)
    }

    /// Bytes that do not pack grow by a little.
    private func checkPackedSize(of member: ZipMember) throws(ZipError) {
        guard member.packedSize <= limits.memberBytes + limits.memberBytes / 8 + 1024 else {
            throw .expandsTooFar(limit: limits.memberBytes)
        }
    }

    /// The first bytes of a member, as many as it has up to `count`, without a word on what follows them.
    ///
    /// - Throws: as `content(of:)`, but for what only the whole content shows.
    package func beginning(of member: ZipMember, count: Int) throws(ZipError) -> [UInt8] {
        guard !member.isEncrypted else { throw .encrypted }
        try checkPackedSize(of: member)
        return try ZipUnpacking.content(of: member, in: source, stoppingAt: count)
    }
}

/// One member as the archive's list has it.
package struct ZipMember: Hashable, Sendable {
    /// The bytes of its path in the archive; may be empty. What they mean says `path`.
    package let name: [UInt8]
    /// Whether the archive says that the name is in UTF-8.
    package let isNameUTF8: Bool
    /// Whether it cannot be read without a password.
    package let isEncrypted: Bool
    /// Unpacked bytes, as the list has them.
    package let size: Int
    /// Packed bytes, as the list has them.
    package let packedSize: Int
    /// Where its local header begins, in bytes from the start of the file.
    let offset: Int
    let method: UInt16
    let checksum: UInt32

    /// Whether it is a folder, which has no content.
    package var isFolder: Bool { name.last == UInt8(ascii: "/") || (name.last == UInt8(ascii: "\\") && size == 0) }
}

/// Why an archive or a member cannot be read.
package enum ZipError: Error, Hashable, Sendable {
    /// Cut off or not made as the format says; what was found.
    case damaged(String)
    case encrypted
    /// Too many members.
    case tooManyMembers(limit: Int)
    /// A member, or all together, are larger than the limit, in bytes.
    case expandsTooFar(limit: Int)
    /// The file cannot be opened; the system's reason.
    case unopened(String)
    case outOfMemory
}
