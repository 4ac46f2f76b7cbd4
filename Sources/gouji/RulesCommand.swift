import ArgumentParser
import AuditModel
import Auditing
import Reporters

/// `gouji rules` with its subcommands.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: CommandWording.rulesCommand, subcommands: [List.self, Show.self, Check.self, Test.self])

    struct List: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: CommandWording.rulesList)

        @OptionGroup var rules: RulesOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            guard let pack = rules.pack(language.language) else { return .invalidPack }
            let bytes = RuleListing.list(of: pack, in: language.language, for: CommandOutput.terminal(writingTo: nil))
            return CommandOutput.write(bytes, to: nil, language: language.language)
        }
    }

    struct Show: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: CommandWording.rulesShow)

        @Argument(help: ArgumentHelp(CommandWording.rule, valueName: "RULE"))
        var rule: String

        @OptionGroup var rules: RulesOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            guard let pack = rules.pack(language.language) else { return .invalidPack }
            guard let found = pack.rules.first(where: { $0.id == rule }) else {
                CommandOutput.say(CommandWording.unknownRule(rule)[language.language])
                return .usage
            }
            let bytes = RuleListing.description(of: found, in: language.language, for: CommandOutput.terminal(writingTo: nil))
            return CommandOutput.write(bytes, to: nil, language: language.language)
        }
    }

    struct Check: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "check", abstract: CommandWording.rulesCheck)

        @Argument(help: ArgumentHelp(CommandWording.packFolder, valueName: "DIR"))
        var folder: String

        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            guard let cases = Packs.cases(in: folder, language.language), let pack = Packs.pack(in: folder, language.language)
            else { return .invalidPack }
            CommandOutput.say(CommandWording.packInOrder(pack, cases: cases.count)[language.language])
            return .clean
        }
    }

    struct Test: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "test", abstract: CommandWording.rulesTest)

        @Argument(help: ArgumentHelp(CommandWording.packFolder, valueName: "DIR"))
        var folder: String?

        @OptionGroup var rules: RulesOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let folder = folder ?? rules.rules ?? RulesLocation.found() else {
                CommandOutput.say(CommandWording.noRules[language])
                return .invalidPack
            }
            guard let pack = Packs.pack(in: folder, language), let cases = Packs.cases(in: folder, language) else {
                return .invalidPack
            }
            let outcome = await CaseRunner.run(cases, with: Auditor(pack))
            let bytes = CaseListing.bytes(of: outcome, in: language, for: CommandOutput.terminal(writingTo: nil))
            let status = CommandOutput.write(bytes, to: nil, language: language)
            return outcome.failures.isEmpty ? status : max(status, .findings)
        }
    }
}
