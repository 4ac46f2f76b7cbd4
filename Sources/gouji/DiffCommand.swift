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

    @Option(help: ArgumentHelp(CommandWording.only, valueName: "KIND,…"))
    var only: String?

    @Option(help: ArgumentHelp(CommandWording.context, valueName: "N"))
    var context = 0

    @Flag(help: ArgumentHelp(CommandWording.noPager))
    var noPager = false

    @Option(help: ArgumentHelp(CommandWording.author, valueName: "NAME"))
    var author = Tool.title

    @Option(help: ArgumentHelp(CommandWording.changesAsOf, valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Flag(help: ArgumentHelp(CommandWording.failOnChange))
    var failOnChange = false

    @OptionGroup var rules: RulesOption
    @OptionGroup var language: LanguageOption

    /// What `--only` names, in singular or plural; nil where it names something else.
    private var kinds: Set<ChangeKind>? {
        guard let only else { return Set(ChangeKind.allCases) }
        var kinds: Set<ChangeKind> = []
        for name in only.split(separator: ",", omittingEmptySubsequences: false) {
            guard let kind = ChangeKind.allCases.first(where: { $0.rawValue == name || $0.rawValue + "s" == name }) else { return nil }
            kinds.insert(kind)
        }
        return kinds
    }

    func validate() throws {
        if let only, kinds == nil { throw ValidationError(CommandWording.badKinds(only)[language.language]) }
        if context < 0 { throw ValidationError(CommandWording.badContext[language.language]) }
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
            let status = write(comparison, kinds ?? Set(ChangeKind.allCases), language)
            return failOnChange && comparison.hasChanges ? max(status, .findings) : status
        }
    }

    private func write(_ comparison: Comparison, _ kinds: Set<ChangeKind>, _ language: Language) -> ExitStatus {
        switch format {
        case .json: return CommandOutput.write(DiffJSON.bytes(of: comparison, in: language), to: output.output, language: language)
        case .html:
            let page = DiffPage.bytes(of: comparison, in: language, showing: kinds)
            return CommandOutput.write(page, to: output.output, language: language)
        case .docx:
            guard CommandOutput.terminal(writingTo: output.output).width == nil else {
                CommandOutput.say(CommandWording.fileWanted[language])
                return .usage
            }
            let date = asOf.flatMap { CalendarDate($0) } ?? DiffWord.date(of: comparison)
            let file = DiffWord.bytes(of: comparison, stamp: DiffWord.Stamp(author: author, date: date))
            return CommandOutput.write(file, to: output.output, language: language)
        case .text:
            let terminal = CommandOutput.terminal(writingTo: output.output)
            let text = DiffText.bytes(of: comparison, in: language, for: terminal, showing: DiffText.Choice(kinds: kinds, context: context))
            // A width says that it is a terminal that is written to.
            if !noPager, terminal.width != nil, Pager.show(text) { return .clean }
            return CommandOutput.write(text, to: output.output, language: language)
        }
    }
}
