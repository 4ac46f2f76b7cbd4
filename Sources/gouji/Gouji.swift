import ArgumentParser
import Auditing
import Glibc

/// The door for people and scripts: arguments in, bytes and an exit status out.
@main
struct Gouji: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gouji",
        abstract: CommandWording.gouji,
        discussion: CommandWording.exitStatuses,
        version: CommandOutput.version,
        subcommands: [AuditCommand.self, DiffCommand.self, FactsCommand.self, RulesCommand.self])

    /// Runs the command and ends the process with the contract's exit status: help and version 0, whatever the arguments are to blame for 2.
    @MainActor static func main() async {
        // Every command but help loads a pack; meanwhile the arguments are read.
        PackLoading.prepareAside()
        do {
            var command = try parseAsRoot()
            if var running = command as? any RunningCommand {
                try await running.run().exit()
            }
            try command.run()
        } catch {
            let message = fullMessage(for: error)
            switch exitCode(for: error) {
            case .success:
                CommandOutput.write(Array((message + "\n").utf8), to: STDOUT_FILENO)
                ExitStatus.clean.exit()
            default:
                if !message.isEmpty { CommandOutput.write(Array((message + "\n").utf8), to: STDERR_FILENO) }
                ExitStatus.usage.exit()
            }
        }
    }
}

/// A command that tells how it came out.
protocol RunningCommand: ParsableCommand {
    nonisolated(nonsending) mutating func run() async throws -> ExitStatus
}

/// How a command ends. Where several hold, the largest.
enum ExitStatus: Int32, Comparable {
    /// Nothing at or above the severity that fails.
    case clean = 0
    /// Findings at or above it, a failing case, a difference that was asked about.
    case findings = 1
    case usage = 2
    /// An input could not be read or a result not written.
    case unreadable = 3
    case invalidPack = 4

    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

    func exit() -> Never { Glibc.exit(rawValue) }
}
