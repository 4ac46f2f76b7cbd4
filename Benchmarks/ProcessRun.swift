import Glibc
import Processes

/// One finished run of a command as the operating system accounts for it.
struct ProcessRun {
    /// From start to end, in nanoseconds.
    let wall: Int
    /// The most memory that it held, in kilobytes; the system tells no less than what the process held that started it.
    let peak: Int

    /// The word after which this program runs a command and prints its peak.
    static let peakArgument = "peak"

    /// The most memory that a command holds, in kilobytes: this program, started anew and holding next to none, runs it.
    static func peak(of command: [String], environment: [String]) -> Int {
        let limits = ChildProcess.Limits(seconds: 600, memory: nil, output: 1 << 10)
        let run = try? ChildProcess.run(
            CommandLine.arguments[0], [peakArgument] + command, environment: environment, limits: limits)
        return run.flatMap { Int(String(decoding: $0.output, as: UTF8.self).filter(\.isNumber)) } ?? 0
    }

    /// Runs a command with its output thrown away; nil when it could not be started.
    ///
    /// - Parameter command: the program's path or name and its arguments.
    static func of(_ command: [String], environment: [String] = []) -> ProcessRun? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        let path = getenv("PATH").map { "PATH=" + String(cString: $0) } ?? "PATH=/usr/bin"
        var variables = ([path] + environment).map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process = pid_t()
        let clock = ContinuousClock()
        let start = clock.now
        guard posix_spawnp(&process, command[0], &actions, nil, &arguments, &variables) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else { return nil }
        return ProcessRun(wall: nanoseconds(clock.now - start), peak: usage.ru_maxrss)
    }
}

/// The whole nanoseconds of a duration.
func nanoseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
}

/// The middle one of some figures, 0 of none.
func median(_ figures: [Int]) -> Int {
    figures.isEmpty ? 0 : figures.sorted()[figures.count / 2]
}
