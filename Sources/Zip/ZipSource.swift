import Glibc

/// Where an archive's bytes are.
enum ZipSource: Sendable {
    case bytes([UInt8])
    case file(ZipFile)

    var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(let file): file.size
        }
    }

    /// The bytes of a range, which is checked.
    func read(_ range: Range<Int>) throws(ZipError) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged("cut off") }
        switch self {
        case .bytes(let bytes): return Array(bytes[range])
        case .file(let file): return try file.read(range)
        }
    }
}

/// An open file.
///
/// A class, since it closes the file at the end of its use; reading names the place in each call, so several threads may.
final class ZipFile: Sendable {
    let size: Int
    private let descriptor: Int32

    init(_ path: String) throws(ZipError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unopened(String(cString: strerror(errno))) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .unopened(String(cString: strerror(EINVAL)))
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func read(_ range: Range<Int>) throws(ZipError) -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + count, range.count - count, off_t(range.lowerBound + count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
        // Shorter where the file was cut after it was opened.
        guard bytes.count == range.count else { throw .damaged("cut off") }
        return bytes
    }
}
