import ArgumentParser
import AuditModel
import Auditing
import Glibc
import Reporters

extension RulesCommand {
    struct Trial: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "trial", abstract: CommandWording.rulesTrial)

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @Argument(help: ArgumentHelp(CommandWording.paths, valueName: "PATH"))
        var paths: [String]

        @Option(help: ArgumentHelp(CommandWording.previous, valueName: "PATH"))
        var previous: String?

        @Option(help: ArgumentHelp(CommandWording.examples, valueName: "NUMBER"))
        var examples = 3

        @Option(help: ArgumentHelp(CommandWording.auditFormat, valueName: "text|json"))
        var format: Format = .text

        @OptionGroup var output: OutputOption
        @OptionGroup var rules: RulesOption
        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let pack = rules.pack(language, profile: tailoring.profile) else { return .invalidPack }
            let outcome = await Batch.audit(paths, previous: previous, with: Auditor(pack), comparesTexts: false)
            for notice in outcome.notices { CommandOutput.say(notice[language]) }
            let trial = RuleTrial(outcome.run, examples: max(0, examples))
            let bytes =
                switch format {
                case .json: TrialJSON.bytes(of: trial, pack: pack, in: language)
                case .text: TrialListing.bytes(of: trial, in: language, for: CommandOutput.terminal(writingTo: output.output))
                }
            let status = CommandOutput.write(bytes, to: output.output, language: language)
            // What the rules find is what a trial is for, and no fault.
            return trial.unreadable.isEmpty ? status : max(status, .unreadable)
        }
    }

    struct New: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "new", abstract: CommandWording.rulesNew)

        @Argument(help: ArgumentHelp(CommandWording.newRule, valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(CommandWording.kind, valueName: "equation|forbidden|account"))
        var kind: RuleSkeletonWording.Kind = .equation

        @OptionGroup var output: OutputOption
        @OptionGroup var rules: RulesOption
        @OptionGroup var tailoring: ProfileOption
        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let folder = rules.folder(language), let pack = Packs.pack(in: folder, language) else { return .invalidPack }
            guard RuleSkeletonWording.isID(id), !pack.rules.contains(where: { $0.id == id }) else {
                CommandOutput.say(CommandWording.badNewRule(id)[language])
                return .usage
            }
            let path = output.output ?? self.path
            guard access(path, F_OK) != 0 else {
                CommandOutput.say(CommandWording.exists(path)[language])
                return .usage
            }
            let text = RuleSkeletonWording.file(id: id, kind: kind, pack: pack)
            let status = CommandOutput.write(Array(text.utf8), to: path, language: language)
            if status == .clean { CommandOutput.say(CommandWording.written(path, isOfPack: isOfPack)[language]) }
            return status
        }

        /// Only a pack that is named gets a rule of its own: until it is filled in the skeleton is refused, and the pack with it.
        private var isOfPack: Bool { rules.rules != nil && tailoring.profile == nil && output.output == nil }

        /// Among the rules of the pack that is named, beside the profile, or in the working directory.
        private var path: String {
            let name = RuleSkeletonWording.fileName(of: id)
            if isOfPack, let pack = rules.rules { return "\(pack)/rules/\(name)" }
            guard let slash = tailoring.profile?.lastIndex(of: "/"), let profile = tailoring.profile else { return name }
            return String(profile[...slash]) + name
        }
    }

    struct Diff: RunningCommand {
        static let configuration = CommandConfiguration(commandName: "diff", abstract: CommandWording.rulesDiff)

        @Argument(help: ArgumentHelp(CommandWording.oldPack, valueName: "OLD"))
        var old: String

        @Argument(help: ArgumentHelp(CommandWording.newPack, valueName: "NEW"))
        var new: String

        @Flag(help: ArgumentHelp(CommandWording.failOnChange))
        var failOnChange = false

        @OptionGroup var language: LanguageOption

        nonisolated(nonsending) func run() async throws -> ExitStatus {
            let language = self.language.language
            guard let before = Packs.pack(in: old, language), let oldTests = Packs.tests(in: old, language),
                let after = Packs.pack(in: new, language), let newTests = Packs.tests(in: new, language)
            else { return .invalidPack }
            let difference = PackDifference(from: (before, oldTests.cases), to: (after, newTests.cases))
            let bytes = PackDifferenceListing.bytes(of: difference, in: language, for: CommandOutput.terminal(writingTo: nil))
            let status = CommandOutput.write(bytes, to: nil, language: language)
            return failOnChange && !difference.isEmpty ? max(status, .findings) : status
        }
    }
}

extension RuleSkeletonWording.Kind: ExpressibleByArgument {}
