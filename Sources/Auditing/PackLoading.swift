package import AuditModel
import RuleLanguage

/// Why a rule pack is refused.
package struct PackRefusal: Error, Hashable, Sendable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// `FILE:LINE:COLUMN`.
        package let place: String
        /// What is wrong and what to do.
        package let text: LocalizedText
    }

    /// At least one.
    package let problems: [Problem]

    init(_ error: RulePackError) {
        problems = error.problems.map { Problem(place: $0.place, text: $0.fault.text) }
    }
}

/// Loads rule packs for the doors of the program.
package enum PackLoading {
    /// The pack in a folder; its test cases are counted only.
    package static func pack(in folder: String) throws(PackRefusal) -> RulePack {
        do { return try RulePackLoader.load(folder) } catch { throw PackRefusal(error) }
    }

    /// The test cases of the pack in a folder.
    package static func cases(in folder: String) throws(PackRefusal) -> [RuleCase] {
        do { return try RulePackLoader.cases(folder) } catch { throw PackRefusal(error) }
    }
}
