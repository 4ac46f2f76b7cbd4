import ArgumentParser
import AuditModel
import Auditing
import Reporters

/// `gouji rules` with its subcommands.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: CommandWording.rulesCommand,
        subcommands: [List.self, Show.self, Check.self, Test.self, Trial.self, New.self, Diff.self])

    struct List: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: CommandWording.rulesList)

        @Option(help: ArgumentHelp(CommandWording.grouping, valueName: "section|severity|law"))
        var by: RuleListing.Grouping?

        @OptionGroup var rules: RulesOption
        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            guard let pack = rules.pack(language.language, profile: tailoring.profile) else { return .invalidPack }
            let bytes = RuleListing.list(of: pack, by: by, in: language.language, for: CommandOutput.terminal(writingTo: nil))
            return CommandOutput.write(bytes, to: nil, language: language.language)
        }
    }

    struct Show: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: CommandWording.rulesShow)

        @Argument(help: ArgumentHelp(CommandWording.rule, valueName: "RULE"))
        var rule: String

        @OptionGroup var rules: RulesOption
        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let folder = rules.folder(language), let pack = Packs.pack(in: folder, profile: tailoring.profile, language) else {
                return .invalidPack
            }
            guard let found = pack.rules.first(where: { $0.id == rule }) else {
                CommandOutput.say(CommandWording.unknownRule(rule)[language])
                return .usage
            }
            // The cases of the pack's rules are written for the pack's own values, whatever a profile sets.
            let profile = pack.basis.contains { $0.id == rule } ? nil : tailoring.profile
            guard let tests = Packs.tests(in: folder, profile: profile, language),
                let tested = profile == tailoring.profile ? pack : Packs.pack(in: folder, language)
            else { return .invalidPack }
            let cases = tests.cases.filter { $0.rule == rule }
            let outcome = await CaseRunner.run(cases, with: Auditor(tested))
            let explanation = RuleExplanation(of: found, in: pack, cases: cases, failures: outcome.failures, language: language)
            return CommandOutput.write(explanation.bytes(for: CommandOutput.terminal(writingTo: nil)), to: nil, language: language)
        }
    }

    struct Check: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "check", abstract: CommandWording.rulesCheck)

        @Argument(help: ArgumentHelp(CommandWording.packFolder, valueName: "DIR"))
        var folder: String

        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            guard let tests = Packs.tests(in: folder, profile: tailoring.profile, language.language),
                let pack = Packs.pack(in: folder, profile: tailoring.profile, language.language)
            else { return .invalidPack }
            CommandOutput.say(CommandWording.packInOrder(pack, cases: tests.cases.count)[language.language])
            return .clean
        }
    }

    struct Test: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "test", abstract: CommandWording.rulesTest)

        @Argument(help: ArgumentHelp(CommandWording.packFolder, valueName: "DIR"))
        var folder: String?

        @Flag(help: ArgumentHelp(CommandWording.mutate))
        var mutate = false

        @Option(help: ArgumentHelp(CommandWording.onlyRules, valueName: "RULE,…"))
        var only: String?

        @OptionGroup var rules: RulesOption
        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let folder = folder ?? rules.rules ?? RulesLocation.found() else {
                CommandOutput.say(CommandWording.noRules[language])
                return .invalidPack
            }
            guard let pack = Packs.pack(in: folder, profile: tailoring.profile, language),
                let tests = Packs.tests(in: folder, profile: tailoring.profile, language)
            else {
                return .invalidPack
            }
            let auditor = Auditor(pack)
            let terminal = CommandOutput.terminal(writingTo: nil)
            let only = try selection(of: pack.rules)
            let outcome = await CaseRunner.run(tests.cases, with: auditor, only: only)
            var status = CommandOutput.write(CaseListing.bytes(of: outcome, in: language, for: terminal), to: nil, language: language)
            if !outcome.failures.isEmpty { status = max(status, .findings) }
            guard mutate else { return status }
            let mutations = await MutationRunner.run(tests, with: auditor, only: only)
            let bytes = MutationListing.bytes(of: mutations, in: language, for: terminal)
            status = max(status, CommandOutput.write(bytes, to: nil, language: language))
            return mutations.isClean ? status : max(status, .findings)
        }

        /// The rules that `--only` names, by id or family; nil without it.
        private func selection(of rules: [Rule]) throws -> Set<Rule.ID>? {
            guard let only else { return nil }
            var selected: Set<Rule.ID> = []
            for name in only.split(separator: ",", omittingEmptySubsequences: false) {
                let named = rules.map(\.id).filter { $0 == name || $0.hasPrefix("\(name)-") }
                guard !name.isEmpty, !named.isEmpty else { throw ValidationError(CommandWording.noRule(String(name))[language.language]) }
                selected.formUnion(named)
            }
            return selected
        }
    }
}

extension RuleListing.Grouping: ExpressibleByArgument {}
