import AuditModel
import Glibc
import Reporters
import Synchronization

/// Where results and messages go.
enum CommandOutput {
    private static let kept = Mutex<[any Sendable]>([])
    static let version = "\(Tool.name) \(Tool.version)"

    /// Writes results to a file, or to standard output where none is named. A file is written beside its place first, so that a failure leaves what was
    /// there before.
    static func write(_ bytes: [UInt8], to path: String?, language: Language) -> ExitStatus {
        guard let path else {
            return write(bytes, to: STDOUT_FILENO) ? .clean : .unreadable
        }
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let draft = isSpecial ? path : "\(path).\(getpid()).tmp"
        let descriptor = open(draft, isSpecial ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return failed(path, language) }
        let isWritten = write(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten, isSpecial || rename(draft, path) == 0 else {
            let status = failed(path, language)
            if !isSpecial { unlink(draft) }
            return status
        }
        return .clean
    }

    /// Writes all bytes; false when the other end takes no more.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + offset, buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
    }

    /// Holds on to what a command made until the process ends: to take it down would only cost time.
    static func keep(_ made: any Sendable) { kept.withLock { $0.append(made) } }

    /// Writes a line to standard error.
    static func say(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Standard output as a terminal; no colour where the environment asks for none.
    ///
    /// - Source: no-color.org.
    static func terminal(writingTo path: String?) -> Terminal {
        guard path == nil, isatty(STDOUT_FILENO) == 1 else { return .none }
        var size = winsize()
        let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
        let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false || getenv("TERM").map { String(cString: $0) } == "dumb"
        return Terminal(hasColour: !isPlain, width: min(width, 120))
    }

    private static func failed(_ path: String, _ language: Language) -> ExitStatus {
        say(CommandWording.cannotWrite(path, String(cString: strerror(errno)))[language])
        return .unreadable
    }
}
