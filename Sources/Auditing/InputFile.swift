import DocumentReaders
import Glibc

/// Files and folders as inputs.
enum InputFile {
    /// The most bytes that one input may have.
    ///
    /// - Source: a report has about 20 KB, one with scanned pages some ten MB.
    static let byteLimit = 64 << 20
    /// The most files that one folder gives, and how deep it is read through.
    static let fileLimit = 100_000
    static let depthLimit = 32

    /// Endings of names that are taken for reports within a folder; files that are named outright are read whatever they are called.
    ///
    /// - Source: the formats that the commands accept.
    static let endings =
        [SourceFormat.text, .html, .docx, .doc, .works, .rtf, .odt, .pdf, .zip].flatMap(\.endings)

    /// Whether a name, or the last part of a path, ends like a report's.
    static func isNamedLikeReport(_ name: String) -> Bool {
        let lowercased = name.lowercased()
        return endings.contains(where: lowercased.hasSuffix)
    }

    /// Whether a path within a bundle or folder names what programs leave behind: hidden files and folders, the second halves of files of macOS, the
    /// marks of Word for files that are open.
    static func isOutOfSight(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }
    }

    /// Reads a file whole. Blocks until a pipe is closed.
    static func bytes(of path: String) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .system(String(cString: strerror(EISDIR))) }
        var bytes: [UInt8] = []
        let expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        guard expected <= byteLimit else { throw .tooLarge(limit: byteLimit) }
        while true {
            var failure: Int32 = 0
            // One byte more than expected, so that the end of the file shows without a second buffer.
            let room = bytes.isEmpty ? max(expected + 1, 4096) : 1 << 16
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                while count < room, let base = buffer.baseAddress {
                    let got = read(descriptor, base + count, room - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    guard got > 0 else { return }
                    count += got
                }
            }
            guard failure == 0 else { throw .system(String(cString: strerror(failure))) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            guard bytes.count <= byteLimit else { throw .tooLarge(limit: byteLimit) }
            guard part.count == room else { return bytes }
        }
    }

    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a file is larger than a report may be and begins like a zip archive.
    static func isLargeArchive(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > off_t(byteLimit) else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head: [UInt8] = [0, 0, 0, 0]
        return read(descriptor, &head, 4) == 4 && head == [0x50, 0x4B, 3, 4]
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The files within a folder whose names end like reports, folders within it included, names in the order of their bytes. Links to folders
    /// are not followed, and neither are names that begin with a full stop.
    static func reports(in folder: String) throws(InputError) -> (files: [String], passedOver: Int) {
        var files: [String] = []
        var passedOver = 0
        try list(folder, depth: 0, into: &files, &passedOver)
        return (files, passedOver)
    }

    private static func list(_ folder: String, depth: Int, into files: inout [String], _ passedOver: inout Int) throws(InputError) {
        guard depth < depthLimit else { throw .tooManyFiles(limit: fileLimit, depth: depthLimit) }
        guard let stream = opendir(folder) else { throw .system(String(cString: strerror(errno))) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !isOutOfSight(name) { names.append(name) }
        }
        closedir(stream)
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try list(path, depth: depth + 1, into: &files, &passedOver)
                continue
            }
            if status.st_mode & S_IFMT == S_IFLNK { _ = stat(path, &status) }
            guard status.st_mode & S_IFMT == S_IFREG, isNamedLikeReport(name) else {
                passedOver += 1
                continue
            }
            guard files.count < fileLimit else { throw .tooManyFiles(limit: fileLimit, depth: depthLimit) }
            files.append(path)
        }
    }
}
