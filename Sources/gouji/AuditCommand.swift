import ArgumentParser
import AuditModel
import Auditing
import Reporters

/// `gouji audit`.
struct AuditCommand: RunningCommand {
    static let configuration = CommandConfiguration(commandName: "audit", abstract: CommandWording.audit)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, html
        // What the contract names and this version does not have yet.
        case sarif, junit, csv, xlsx, docx

        static let available: [Format] = [.text, .json, .html]
        static var allValueStrings: [String] { available.map(\.rawValue) }
    }

    /// The least severity that makes the exit status 1.
    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case error, query, note, never

        func fails(_ audit: Audit) -> Bool {
            switch self {
            case .error: audit.count(.error) > 0
            case .query: audit.count(.error) + audit.count(.query) > 0
            case .note: audit.count(.error) + audit.count(.query) + audit.count(.note) > 0
            case .never: false
            }
        }
    }

    @Argument(help: ArgumentHelp(CommandWording.paths, valueName: "PATH"))
    var paths: [String]

    @Option(help: ArgumentHelp(CommandWording.previous, valueName: "PATH"))
    var previous: String?

    @OptionGroup var rules: RulesOption

    @Option(help: ArgumentHelp(CommandWording.profile, valueName: "ID|FILE"))
    var profile: String?

    @Option(help: ArgumentHelp(CommandWording.asOf, valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Option(help: ArgumentHelp(CommandWording.auditFormat, valueName: "text|json|html"))
    var format: Format = .text

    @OptionGroup var output: OutputOption

    @Option(help: ArgumentHelp(CommandWording.failOn, valueName: "error|query|note|never"))
    var failOn: FailOn = .error

    @OptionGroup var language: LanguageOption

    func validate() throws {
        let language = self.language.language
        guard Format.available.contains(format) else {
            throw ValidationError(CommandWording.formatToCome(format.rawValue)[language])
        }
        if let asOf, Self.date(asOf) == nil { throw ValidationError(CommandWording.badDate(asOf)[language]) }
    }

    nonisolated(nonsending) func run() async throws -> ExitStatus {
        let language = self.language.language
        if let profile, let folder = rules.folder, !PackLoading.hasProfile(profile, in: folder) {
            CommandOutput.say(CommandWording.unknownProfile(profile)[language])
            return .usage
        }
        guard let pack = rules.pack(language, profile: profile) else { return .invalidPack }
        let outcome = await Batch.audit(paths, previous: previous, with: Auditor(pack), comparesTexts: format == .html)
        for notice in outcome.notices { CommandOutput.say(notice[language]) }
        let run = outcome.run
        for input in run.unreadable { CommandOutput.say("\(input.path): \(input.error[language])") }
        let bytes =
            switch format {
            case .json: AuditJSON.bytes(of: run, in: language)
            case .html: AuditPage.bytes(of: run, in: language)
            default: AuditText.bytes(of: run, in: language, for: CommandOutput.terminal(writingTo: output.output))
            }
        var status = CommandOutput.write(bytes, to: output.output, language: language)
        if run.dossiers.contains(where: { failOn.fails($0.audit) }) { status = max(status, .findings) }
        if !run.unreadable.isEmpty { status = max(status, .unreadable) }
        return status
    }

    private static func date(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}
