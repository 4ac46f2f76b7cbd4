import ArgumentParser
import AuditModel
import Auditing

/// The language of results, messages and help.
struct LanguageOption: ParsableArguments {
    @Option(help: ArgumentHelp(CommandWording.language, valueName: "zh-Hans|en"))
    var language: Language = .chinese
}

/// Where the rule pack is.
struct RulesOption: ParsableArguments {
    @Option(help: ArgumentHelp(CommandWording.rules, valueName: "DIR"))
    var rules: String?

    /// Loads the pack; says why where it cannot be, and gives nil.
    func pack(_ language: Language) -> RulePack? {
        guard let folder = rules ?? RulesLocation.found() else {
            CommandOutput.say(CommandWording.noRules[language])
            return nil
        }
        return Packs.pack(in: folder, language)
    }
}

/// Where results go.
struct OutputOption: ParsableArguments {
    @Option(help: ArgumentHelp(CommandWording.output, valueName: "PATH"))
    var output: String?
}

extension Language: ExpressibleByArgument {}

/// Packs, with what is wrong with them said on standard error.
enum Packs {
    /// Nil when the pack is refused.
    static func pack(in folder: String, _ language: Language) -> RulePack? {
        do {
            return try PackLoading.pack(in: folder)
        } catch {
            say(error, language)
            return nil
        }
    }

    /// Nil when the pack is refused.
    static func cases(in folder: String, _ language: Language) -> [RuleCase]? {
        do {
            return try PackLoading.cases(in: folder)
        } catch {
            say(error, language)
            return nil
        }
    }

    private static func say(_ refusal: PackRefusal, _ language: Language) {
        for problem in refusal.problems { CommandOutput.say("\(problem.place): \(problem.text[language])") }
    }
}
