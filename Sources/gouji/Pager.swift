import Glibc

/// Shows long text a screen at a time.
enum Pager {
    /// What is run where the environment names none: colours pass, short text is just shown.
    private static let standard = "less -FRX"
    /// What a shell says when there is no such program.
    private static let notFound: Int32 = 127

    /// Hands text to the program that the environment names as pager; false where there is none, so that nothing was shown.
    ///
    /// - Source: POSIX.1-2024, `PAGER`.
    static func show(_ bytes: [UInt8]) -> Bool {
        let command = getenv("PAGER").map { String(cString: $0) } ?? standard
        guard !command.isEmpty, command != "cat", let pipe = popen(command, "w") else { return false }
        // A pager that is left early takes no more: no reason to be ended by a signal.
        let former = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, former) }
        _ = CommandOutput.write(bytes, to: fileno(pipe))
        let status = pclose(pipe)
        return !(status & 0x7F == 0 && (status >> 8) & 0xFF == notFound)
    }
}
