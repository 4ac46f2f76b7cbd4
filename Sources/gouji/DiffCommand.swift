import ArgumentParser
import AuditModel
import Auditing
import Reporters

/// `gouji diff`.
struct DiffCommand: RunningCommand {
    static let configuration = CommandConfiguration(commandName: "diff", abstract: CommandWording.diff)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, html, docx
    }

    @Argument(help: ArgumentHelp(CommandWording.old, valueName: "OLD"))
    var old: String

    @Argument(help: ArgumentHelp(CommandWording.new, valueName: "NEW"))
    var new: String

    @Option(help: ArgumentHelp(CommandWording.diffFormat, valueName: "text|json|html|docx"))
    var format: Format = .text

    @OptionGroup var output: OutputOption

    @Option(help: ArgumentHelp(CommandWording.author, valueName: "NAME"))
    var author = Tool.title

    @Option(help: ArgumentHelp(CommandWording.changesAsOf, valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Flag(help: ArgumentHelp(CommandWording.failOnChange))
    var failOnChange = false

    @OptionGroup var rules: RulesOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if let asOf, CalendarDate(asOf) == nil { throw ValidationError(CommandWording.badDate(asOf)[language.language]) }
    }

    nonisolated(nonsending) func run() async throws -> ExitStatus {
        let language = self.language.language
        guard let pack = rules.pack(language) else { return .invalidPack }
        switch await Comparer(pack).compare(old: old, new: new) {
        case .unreadable(let inputs):
            for input in inputs { CommandOutput.say("\(input.path): \(input.error[language])") }
            return .unreadable
        case .compared(let comparison):
            let bytes =
                switch format {
                case .json: DiffJSON.bytes(of: comparison, in: language)
                case .html: DiffPage.bytes(of: comparison, in: language)
                case .docx:
                    DiffWord.bytes(
                        of: comparison,
                        stamp: DiffWord.Stamp(author: author, date: asOf.flatMap { CalendarDate($0) } ?? DiffWord.date(of: comparison)))
                case .text: DiffText.bytes(of: comparison, in: language, for: CommandOutput.terminal(writingTo: output.output))
                }
            let status = CommandOutput.write(bytes, to: output.output, language: language)
            return failOnChange && comparison.hasChanges ? max(status, .findings) : status
        }
    }
}
