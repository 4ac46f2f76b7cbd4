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

    /// The folder of the pack; nil where there is none.
    var folder: String? { rules ?? RulesLocation.found() }

    /// Loads the pack, tailored by a profile where one is named; says why where it cannot be, and gives nil.
    func pack(_ language: Language, profile: String? = nil) -> RulePack? {
        folder(language).flatMap { Packs.pack(in: $0, profile: profile, language) }
    }

    /// The pack's folder; says so where there is none, and gives nil.
    func folder(_ language: Language) -> String? {
        if let folder { return folder }
        CommandOutput.say(CommandWording.noRules[language])
        return nil
    }
}

/// The profile that tailors the rules.
struct ProfileOption: ParsableArguments {
    @Option(help: ArgumentHelp(CommandWording.profile, valueName: "ID|FILE"))
    var profile: String?
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
    static func pack(in folder: String, profile: String? = nil, _ language: Language) -> RulePack? {
        do {
            return try PackLoading.pack(in: folder, profile: profile)
        } catch {
            say(error, language)
            return nil
        }
    }

    /// Nil when the pack is refused. With a profile what tests the profile's own rules.
    static func tests(in folder: String, profile: String? = nil, _ language: Language) -> PackTests? {
        do {
            return try PackLoading.tests(in: folder, profile: profile)
        } catch {
            say(error, language)
            return nil
        }
    }

    /// Nil when a file of waivers is refused.
    static func waivers(_ paths: [String], for pack: RulePack, in folder: String, _ language: Language) -> [Waiver]? {
        do {
            return try PackLoading.waivers(paths, for: pack, in: folder)
        } catch {
            say(error, language)
            return nil
        }
    }

    private static func say(_ refusal: PackRefusal, _ language: Language) {
        for problem in refusal.problems { CommandOutput.say("\(problem.place): \(problem.text[language])") }
    }
}
