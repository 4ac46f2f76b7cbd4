import Glibc

/// A folder for the files of one run of another program; gone with the object.
///
/// A class, since it removes the folder at the end of its use.
final class WorkingFolder {
    /// Absolute, without a stroke at the end.
    let path: String

    /// Nil when the system gives none; `errno` says why.
    init?() {
        let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = Array("\(parent)/gouji-XXXXXX".utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map { mkdtemp($0) != nil } ?? false }
        guard isMade else { return nil }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        for folder in ["in", "out", "profile", "profile/user"] { mkdir("\(path)/\(folder)", 0o700) }
    }

    deinit { Self.removeAll(path, depth: 0) }

    /// Removes a file or a folder with all within it; links are removed, not followed.
    private static func removeAll(_ path: String, depth: Int) {
        if depth < 64, let stream = opendir(path) {
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { names.append(name) }
            }
            closedir(stream)
            for name in names {
                var status = stat()
                let inner = "\(path)/\(name)"
                guard lstat(inner, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { removeAll(inner, depth: depth + 1) } else { unlink(inner) }
            }
        }
        rmdir(path)
    }

    /// Writes a file, by its path from the folder; false when the system does not, with `errno`.
    func write(_ bytes: [UInt8], to name: String) -> Bool {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + offset, buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
        return close(descriptor) == 0 && isWritten
    }

    /// The content of a regular file, by its path from the folder; nil without one or where it is larger than any source may be.
    func bytes(of name: String) -> [UInt8]? {
        let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        let limit = off_t(ReadingLimits.standard.packedBytes)
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = read(descriptor, base + count, size - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
        return bytes.count == size ? bytes : nil
    }
}
