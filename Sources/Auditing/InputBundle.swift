import DocumentReaders
import Zip

/// The reports in a zip archive.
struct InputBundle: Sendable {
    /// In the order of their names.
    let sources: [InputSource]
    /// How many members are not named like reports.
    let passedOver: Int

    /// - Source: a county has some hundred reporting units with about 1 MB each; a bundle within a bundle is read as a whole first.
    private static let limits = ZipArchive.Limits(members: 20_000, memberBytes: InputFile.byteLimit, totalBytes: 8 << 30, ratio: 400)
    /// The bytes that may be unpacked from one bundle for each of its own, and those that any may unpack to. A bundle is as large as its members,
    /// which are hardly packed further than by themselves; text is to a tenth.
    private static let ratio = 100
    private static let leastTotal = 256 << 20

    /// Lists a bundle; unpacks nothing.
    ///
    /// - Parameter bytes: the bundle where it is in memory; nil to read it from the file at `path`.
    init(_ path: String, bytes: [UInt8]?) throws(InputError) {
        let archive: ZipArchive
        do {
            archive = if let bytes { try ZipArchive(bytes, limits: Self.limits) } else { try ZipArchive(path: path, limits: Self.limits) }
        } catch {
            throw Self.error(error)
        }
        let packed = archive.members.reduce(0) { $0 + $1.packedSize }
        let limit = max(Self.leastTotal, packed.multipliedReportingOverflow(by: Self.ratio).partialValue)
        guard archive.members.reduce(0, { $0 + $1.size }) <= limit else { throw .unreadable(.expandsTooFar(limit: limit)) }
        var sources: [InputSource] = []
        var seen: Set<String> = []
        var passedOver = 0
        for member in archive.members where !member.isFolder {
            let name = member.path
            guard !InputFile.isOutOfSight(name) else { continue }
            guard InputFile.isNamedLikeReport(name) else {
                passedOver += 1
                continue
            }
            let inner = "\(path)/\(name)"
            let origin: InputSource.Origin = seen.insert(name).inserted ? .member(archive, member) : .unreadable(.nameTwice)
            sources.append(InputSource(path: inner, origin: origin))
        }
        self.sources = sources.enumerated().sorted { left, right in
            if left.element.path == right.element.path { return left.offset < right.offset }
            return left.element.path.utf8.lexicographicallyPrecedes(right.element.path.utf8)
        }.map(\.element)
        self.passedOver = passedOver
    }

    /// What a fault of the archive or of a member means for the input.
    static func error(_ error: ZipError) -> InputError {
        switch error {
        case .damaged(let detail): .unreadable(.damaged(.zip, detail: detail))
        case .encrypted: .unreadable(.encrypted(.zip))
        case .tooManyMembers(let limit): .unreadable(.tooManyParts(limit: limit))
        case .expandsTooFar(let limit): .unreadable(.expandsTooFar(limit: limit))
        case .unopened(let reason): .system(reason)
        case .outOfMemory: .system("out of memory")
        }
    }
}
