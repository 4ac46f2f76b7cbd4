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

        private var least: Severity? { Severity(rawValue: rawValue) }

        /// Whether something that is not waived is as grave as that.
        func fails(_ run: AuditRun) -> Bool {
            guard let least else { return false }
            return run.dossiers.contains { dossier in Severity.allCases.contains { $0 >= least && dossier.audit.count($0) > 0 } }
                || run.waiverFindings.contains { $0.severity >= least }
        }
    }

    @Argument(help: ArgumentHelp(CommandWording.paths, valueName: "PATH"))
    var paths: [String]

    @Option(help: ArgumentHelp(CommandWording.previous, valueName: "PATH"))
    var previous: String?

    @OptionGroup var rules: RulesOption

    @OptionGroup var tailoring: ProfileOption

    @Option(help: ArgumentHelp(CommandWording.waivers, valueName: "FILE"))
    var waivers: String?

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
        if let asOf, CalendarDate(asOf) == nil { throw ValidationError(CommandWording.badDate(asOf)[language]) }
    }

    nonisolated(nonsending) func run() async throws -> ExitStatus {
        let language = self.language.language
        let profile = tailoring.profile
        if let profile, let folder = rules.folder, !PackLoading.hasProfile(profile, in: folder) {
            CommandOutput.say(CommandWording.unknownProfile(profile)[language])
            return .usage
        }
        guard let pack = rules.pack(language, profile: profile) else { return .invalidPack }
        guard let desk = waiverDesk(for: pack, language) else { return .invalidPack }
        let auditor = Auditor(pack, waivers: desk, isHurried: true)
        let outcome = await Batch.audit(paths, previous: previous, with: auditor, comparesTexts: format == .html)
        CommandOutput.keep(auditor)
        CommandOutput.keep(outcome)
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
        if failOn.fails(run) { status = max(status, .findings) }
        if !run.unreadable.isEmpty { status = max(status, .unreadable) }
        return status
    }

    /// The waivers that the command and the profile name; nil, and said why, where they are not in order.
    private func waiverDesk(for pack: RulePack, _ language: Language) -> WaiverDesk? {
        let paths = [waivers, pack.profile?.waivers].compactMap(\.self)
        guard !paths.isEmpty, let folder = rules.folder else { return WaiverDesk() }
        return Packs.waivers(paths, for: pack, in: folder, language).map {
            WaiverDesk($0, asOf: asOf.flatMap { CalendarDate($0) }, endings: pack.identity.droppableEndings)
        }
    }
}
