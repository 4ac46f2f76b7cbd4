import Processes
import Testing

@Suite struct ChildProcessTests {
    private static let limits = ChildProcess.Limits(seconds: 10, memory: 1 << 30, output: 1 << 20)

    @Test("output, errors and status come back")
    func result() throws {
        let result = try ChildProcess.run("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"], limits: Self.limits)
        #expect(result.status == 3)
        #expect(result.output == Array("out\n".utf8))
        #expect(result.errors == "err\n")
    }

    @Test("arguments are passed as they are, and standard input is empty")
    func arguments() throws {
        let result = try ChildProcess.run("/bin/sh", ["-c", "cat; printf %s \"$1\"", "sh", "a b'\"$HOME"], limits: Self.limits)
        #expect(String(decoding: result.output, as: UTF8.self) == "a b'\"$HOME")
    }

    @Test("a program that does not end is ended, with all that it started")
    func time() {
        #expect(throws: ChildProcessError.timeLimit(seconds: 1)) {
            try ChildProcess.run("/bin/sh", ["-c", "sleep 100 & sleep 100"], limits: .init(seconds: 1, memory: nil, output: 10))
        }
    }

    @Test("a program that closes its output and goes on is ended, too")
    func silent() {
        #expect(throws: ChildProcessError.timeLimit(seconds: 1)) {
            try ChildProcess.run(
                "/bin/sh", ["-c", "exec >&- 2>&-; sleep 100"], limits: .init(seconds: 1, memory: nil, output: 10))
        }
    }

    @Test("a program that says too much is ended")
    func output() {
        #expect(throws: ChildProcessError.outputLimit(bytes: 1000)) {
            try ChildProcess.run("/bin/sh", ["-c", "yes"], limits: .init(seconds: 10, memory: nil, output: 1000))
        }
    }

    @Test("a program that takes too much memory fails")
    func memory() throws {
        let result = try ChildProcess.run(
            "/bin/sh", ["-c", "a=x; while :; do a=$a$a; done"], limits: .init(seconds: 10, memory: 64 << 20, output: 1000))
        #expect(result.status != 0)
    }

    @Test("a program that is not there is status 127, and none is found on the path")
    func missing() throws {
        #expect(try ChildProcess.run("/nowhere/nothing", [], limits: Self.limits).status == 127)
        #expect(ChildProcess.path(of: "no-such-program-at-all") == nil)
        #expect(ChildProcess.path(of: "sh") != nil)
    }
}
