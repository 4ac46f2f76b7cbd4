import Glibc

/// The files of a pack's folder.
struct PackFolder {
    /// The most bytes that one file may have, in keeping with what an XML tree takes.
    static let fileLimit = 4 << 20
    /// The most files, folders included, that a pack may have.
    static let countLimit = 1000
    /// How deep folders may nest.
    private static let depthLimit = 4

    static let manifest = "pack.xml"
    static let schema = "pack.xsd"

    /// Whether a file holds nothing but test cases: those in the folder `cases`, which the manifest does not list. They are read to be run only, and
    /// make no part of the digest.
    static func isOfCases(_ name: String) -> Bool { name.hasPrefix("cases/") && name.hasSuffix(".xml") }

    /// As the caller named it.
    let directory: String
    /// The names of the regular files within, in the order of their bytes; with `/` between folders. Files whose name begins with a full stop
    /// (an editor's, a file manager's) are none of the pack's.
    let files: [String]

    init(_ directory: String) throws(RulePackError) {
        var trimmed = directory
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.directory = trimmed
        var found: [String] = []
        var problems: [PackProblem] = []
        Self.list(trimmed, prefix: "", depth: 0, into: &found, problems: &problems)
        guard problems.isEmpty else { throw RulePackError(problems) }
        files = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// In bytes; 0 for what is no file of it.
    func size(of name: String) -> Int { Self.status(of: path(of: name)).map { Int($0.st_size) } ?? 0 }

    func path(of name: String) -> String { "\(directory)/\(name)" }

    func read(_ name: String) throws(PackProblem) -> [UInt8] { try Self.read(path(of: name)) }

    /// The schema in the folder or, for a folder of packs, beside it.
    func readSchema() throws(PackProblem) -> (path: String, bytes: [UInt8]) { try Self.readSchema(in: directory) }

    /// The schema in a folder or, for a folder of packs, beside it.
    static func readSchema(in directory: String) throws(PackProblem) -> (path: String, bytes: [UInt8]) {
        for path in ["\(directory)/\(schema)", "\(directory)/../\(schema)"] where access(path, R_OK) == 0 {
            return (path, try read(path))
        }
        throw PackProblem(file: directory, fault: .noSchema)
    }

    private static func list(
        _ directory: String, prefix: String, depth: Int, into found: inout [String], problems: inout [PackProblem]
    ) {
        guard let stream = opendir(directory) else {
            problems.append(PackProblem(file: directory, fault: .unreadable(reason: systemReason())))
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            guard found.count < countLimit else {
                problems.append(PackProblem(file: directory, fault: .tooManyFiles(limit: countLimit)))
                return
            }
            // Most file systems tell of what kind it is without being asked for more.
            if Int(entry.pointee.d_type) == DT_REG {
                found.append(prefix + name)
                continue
            }
            let path = "\(directory)/\(name)"
            guard let status = status(of: path) else {
                problems.append(PackProblem(file: path, fault: .unreadable(reason: systemReason())))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: found.append(prefix + name)
            case S_IFDIR where depth < depthLimit:
                list(path, prefix: "\(prefix)\(name)/", depth: depth + 1, into: &found, problems: &problems)
            default: problems.append(PackProblem(file: path, fault: .notAFile))
            }
        }
    }

    /// Of a file itself, not of what a link points to; nil where it cannot be told.
    private static func status(of path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    /// The bytes of a regular file, within the limit.
    static func read(_ path: String) throws(PackProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PackProblem(file: path, fault: .unreadable(reason: systemReason())) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw PackProblem(file: path, fault: .unreadable(reason: systemReason())) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw PackProblem(file: path, fault: .notAFile) }
        let size = Int(status.st_size)
        guard size <= fileLimit else { throw PackProblem(file: path, fault: .tooLarge(bytes: size, limit: fileLimit)) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                count += got
            }
        }
        guard failure == 0 else { throw PackProblem(file: path, fault: .unreadable(reason: String(cString: strerror(failure)))) }
        return bytes
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
