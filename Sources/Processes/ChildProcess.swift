import Glibc
import Synchronization

/// Another program, run once with limits. Blocks until it ends; meant for a thread of its own where several run at once.
///
/// The child gets no standard input, an empty environment but for `PATH`, `HOME`, `LC_ALL` and what is given, its own process group (which is
/// ended as a whole), and limits on memory and processor time that it cannot raise.
package enum ChildProcess {
    /// What a program may use.
    package struct Limits: Hashable, Sendable {
        /// The seconds by the clock after which it is ended.
        package let seconds: Int
        /// The seconds of work of one processor after which it is ended.
        package let processorSeconds: Int
        /// The bytes of memory that it may map; nil: as many as the system gives.
        package let memory: Int?
        /// The bytes of standard output that are read; beyond them the program is ended.
        package let output: Int

        /// Two processors may be busy at once for as long as the clock allows, unless told otherwise.
        package init(seconds: Int, processorSeconds: Int? = nil, memory: Int?, output: Int) {
            self.seconds = seconds
            self.processorSeconds = processorSeconds ?? 2 * seconds + 1
            self.memory = memory
            self.output = output
        }
    }

    /// What a program that ended by itself said.
    package struct Result: Hashable, Sendable {
        /// The exit status, or 128 and the number of the signal that ended it.
        package let status: Int
        /// Standard output, whole.
        package let output: [UInt8]
        /// The first 16 KB of standard error, as text.
        package let errors: String
    }

    /// Where a program stands on the search path; nil when it is not installed.
    package static func path(of program: String) -> String? {
        let search = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return search.split(separator: ":").lazy.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: the path of the file to run.
    ///   - environment: further variables, `NAME=value`.
    package static func run(
        _ program: String, _ arguments: [String], environment: [String] = [], limits: Limits
    ) throws(ChildProcessError) -> Result {
        var child = try Child(program, arguments, environment: environment, limits: limits)
        return try child.result(limits)
    }
}

/// Why a program gave no result.
package enum ChildProcessError: Error, Hashable, Sendable {
    /// The system's reason.
    case cannotStart(String)
    /// Ended after that many seconds.
    case timeLimit(seconds: Int)
    /// Ended after that many bytes of output.
    case outputLimit(bytes: Int)
}

/// A running program and the ends of its pipes.
private struct Child {
    private let process: pid_t
    private var output: Pipe
    private var errors: Pipe

    /// Held while pipes are made and a child is started: a child that another thread starts in between would keep their ends open.
    private static let spawning = Mutex<Void>(())
    private static let errorBytes = 16 << 10

    /// Starts `sh -c 'ulimit …; exec "$@"'`: limits have to be set between fork and exec, which the system's call to spawn cannot.
    init(_ program: String, _ arguments: [String], environment: [String], limits: ChildProcess.Limits) throws(ChildProcessError) {
        let started = Self.spawning.withLock { _ in
            Swift.Result { () throws(ChildProcessError) in try Self.start(program, arguments, environment: environment, limits: limits) }
        }
        (process, output, errors) = try started.get()
    }

    private static func start(
        _ program: String, _ arguments: [String], environment: [String], limits: ChildProcess.Limits
    ) throws(ChildProcessError) -> (pid_t, Pipe, Pipe) {
        var output = try Pipe()
        var errors: Pipe
        do { errors = try Pipe() } catch {
            output.close()
            throw error
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)

        // Processor time is bounded as well, also in case this process dies before the child.
        let memory = limits.memory.map { "ulimit -v \($0 >> 10); " } ?? ""
        let script = "ulimit -c 0; ulimit -t \(limits.processorSeconds); \(memory)exec \"$@\""
        let variables = ["PATH", "HOME"].compactMap { (name: String) in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        var started: pid_t = 0
        let words: [String] = ["sh", "-c", script, "sh", program] + arguments
        let settings: [String] = variables + ["LC_ALL=C.UTF-8"] + environment
        let status = withStrings(words) { words in
            withStrings(settings) { settings in
                posix_spawn(&started, "/bin/sh", &actions, &attributes, words, settings)
            }
        }
        output.closeWriting()
        errors.closeWriting()
        guard status == 0 else {
            output.close()
            errors.close()
            throw .cannotStart(String(cString: strerror(status)))
        }
        return (started, output, errors)
    }

    /// Reads both pipes until they close, or ends the child.
    mutating func result(_ limits: ChildProcess.Limits) throws(ChildProcessError) -> ChildProcess.Result {
        let deadline = Self.milliseconds() + limits.seconds * 1000
        var failure: ChildProcessError?
        while output.isOpen || errors.isOpen {
            let left = deadline - Self.milliseconds()
            guard left > 0 else {
                failure = .timeLimit(seconds: limits.seconds)
                break
            }
            var polled = [
                pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 2, Int32(clamping: left)) > 0 else { continue }
            if polled[0].revents != 0 { output.read() }
            if polled[1].revents != 0 { errors.read(keeping: Self.errorBytes) }
            guard output.bytes.count <= limits.output else {
                failure = .outputLimit(bytes: limits.output)
                break
            }
        }
        output.close()
        errors.close()
        if failure != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        // A child that closed its pipes and goes on is bounded by the deadline, too.
        while waitpid(process, &status, failure == nil ? WNOHANG : 0) == 0 {
            if Self.milliseconds() > deadline {
                failure = .timeLimit(seconds: limits.seconds)
                kill(-process, SIGKILL)
            } else {
                usleep(200)
            }
        }
        // Whatever it started and left behind.
        kill(-process, SIGKILL)
        if let failure { throw failure }
        let signal = Int(status & 0x7F)
        return ChildProcess.Result(
            status: signal == 0 ? Int(status >> 8) & 0xFF : 128 + signal, output: output.bytes,
            errors: String(decoding: errors.bytes, as: UTF8.self))
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// Calls with a C array of C strings that ends with a null pointer.
    private static func withStrings<Value>(_ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value)
        -> Value
    {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("an array with a null pointer in it is not empty") }
            return body(base)
        }
    }
}

/// A pipe that is read by this process.
private struct Pipe {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1
    private(set) var bytes: [UInt8] = []

    init() throws(ChildProcessError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotStart(String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = ends[0]
        writing = ends[1]
    }

    var isOpen: Bool { reading >= 0 }

    /// Reads what is there; closes at the end. Beyond `limit` bytes are read and dropped.
    mutating func read(keeping limit: Int = .max) {
        var failed = false
        let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            let got = Glibc.read(reading, buffer.baseAddress, buffer.count)
            failed = got < 0 && errno != EINTR && errno != EAGAIN
            count = max(0, got)
            if got == 0 { failed = true }
        }
        bytes += part.prefix(max(0, limit - bytes.count))
        if failed { close() }
    }

    mutating func closeWriting() {
        if writing >= 0 { Glibc.close(writing) }
        writing = -1
    }

    mutating func close() {
        closeWriting()
        if reading >= 0 { Glibc.close(reading) }
        reading = -1
    }
}
