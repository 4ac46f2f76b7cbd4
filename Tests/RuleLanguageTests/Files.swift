import Glibc
import Testing

/// Files that last as long as a test.
enum Files {
    static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0, "cannot write \(path)")
        defer { close(descriptor) }
        let bytes = Array(bytes)
        #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }
}
