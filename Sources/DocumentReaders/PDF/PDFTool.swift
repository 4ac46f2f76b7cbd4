import Glibc
import Processes

/// Runs poppler's programs on bytes, each in a process of its own with limits.
struct PDFTool {
    private let file: TemporaryFile

    /// - Source: a report of ten pages takes 20 ms and 30 MB.
    private static let seconds = 5
    /// For what the text can do without.
    private static let secondsMore = 3
    private static let memory = 448 << 20
    private static let outputBytes = 64 << 20

    init(_ bytes: [UInt8]) throws(ReadingError) {
        guard let file = TemporaryFile(bytes) else { throw .programFailed("pdftotext", detail: String(cString: strerror(errno))) }
        self.file = file
    }

    /// The words of the first pages with their boxes, as `WordBoxes` reads them.
    func words(pages: Int) throws(ReadingError) -> [UInt8] {
        let result = try run("pdftotext", ["-bbox", "-enc", "UTF-8", "-l", "\(pages)", file.path, "-"])
        let lines = result.errors.split(separator: "\n")
        if result.errors.contains("Missing language pack") { throw .missingProgram("poppler-data", package: "poppler-data") }
        if result.errors.contains("Incorrect password") || result.status == 3 { throw .encrypted(.pdf) }
        guard result.status == 0 else {
            throw result.status >= 128
                ? .programFailed("pdftotext", detail: "signal \(result.status - 128)") : .damaged(.pdf, detail: Self.shortened(lines.first))
        }
        return result.output
    }

    /// The same file without encryption, with its drawing in a form that can be read; nil when that cannot be had.
    func plain(pages: Int) -> [UInt8]? {
        let result = try? run("pdftocairo", ["-pdf", "-l", "\(pages)", file.path, "-"], seconds: Self.secondsMore)
        return result.flatMap { $0.status == 0 ? $0.output : nil }
    }

    private func run(_ program: String, _ arguments: [String], seconds: Int = Self.seconds) throws(ReadingError) -> ChildProcess.Result {
        guard let path = ChildProcess.path(of: program) else { throw .missingProgram(program, package: "poppler-utils") }
        let limits = ChildProcess.Limits(seconds: seconds, memory: Self.memory, output: Self.outputBytes)
        do { return try ChildProcess.run(path, arguments, limits: limits) } catch {
            switch error {
            case .cannotStart(let reason): throw .programFailed(program, detail: reason)
            case .timeLimit(let seconds): throw .tookTooLong(program, seconds: seconds)
            case .outputLimit(let bytes): throw .expandsTooFar(limit: bytes)
            }
        }
    }

    private static func shortened(_ line: Substring?) -> String { String((line ?? "").prefix(120)) }
}

/// Bytes in a file that has no name any more, so that nothing is left behind whatever happens. A class since it closes the file at its end.
private final class TemporaryFile {
    private let descriptor: Int32

    init?(_ bytes: [UInt8]) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/gouji-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            guard count > 0 || errno == EINTR else { return nil }
            done += max(0, count)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// How another process of the same user opens it.
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }
}
