import ArgumentParser
import AuditModel
import Auditing
import Reporters

/// `gouji facts`.
struct FactsCommand: RunningCommand {
    static let configuration = CommandConfiguration(commandName: "facts", abstract: CommandWording.facts)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tsv, json
    }

    @Argument(help: ArgumentHelp(CommandWording.paths, valueName: "PATH"))
    var paths: [String]

    @Option(help: ArgumentHelp(CommandWording.factsFormat, valueName: "tsv|json"))
    var format: Format = .tsv

    @OptionGroup var output: OutputOption
    @OptionGroup var rules: RulesOption
    @OptionGroup var language: LanguageOption

    nonisolated(nonsending) func run() async throws -> ExitStatus {
        let language = self.language.language
        guard let pack = rules.pack(language) else { return .invalidPack }
        let reading = await Batch.read(paths, with: Auditor(pack))
        for notice in reading.notices { CommandOutput.say(notice[language]) }
        for input in reading.unreadable { CommandOutput.say("\(input.path): \(input.error[language])") }
        let bytes =
            switch format {
            case .tsv: FactSheet.tsv(of: reading.reports)
            case .json: FactSheet.json(of: reading.reports, unreadable: reading.unreadable, in: language)
            }
        let status = CommandOutput.write(bytes, to: output.output, language: language)
        return reading.unreadable.isEmpty ? status : max(status, .unreadable)
    }
}
