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
    /// Has another thread do what the first loading in a process begins with.
    package static func prepareAside() { RulePackLoader.prepareAside() }

    /// The pack in a folder, tailored by a profile (an id or a path; nil: none); its test cases are counted only.
    package static func pack(in folder: String, profile: String? = nil) throws(PackRefusal) -> RulePack {
        do { return try RulePackLoader.load(folder, profile: profile) } catch { throw PackRefusal(error) }
    }

    /// The waivers of some files, in their order, for the pack in a folder.
    package static func waivers(_ paths: [String], for pack: RulePack, in folder: String) throws(PackRefusal) -> [Waiver] {
        var waivers: [Waiver] = []
        for path in paths {
            do { waivers += try RulePackLoader.waivers(path, for: pack, in: folder) } catch { throw PackRefusal(error) }
        }
        return waivers
    }

    /// Whether a file stands where a profile (an id or a path) is looked for.
    package static func hasProfile(_ profile: String, in folder: String) -> Bool { RulePackLoader.hasProfile(profile, in: folder) }

    /// What the pack in a folder brings along to be tested by; with a profile what the profile's own rules do.
    package static func tests(in folder: String, profile: String? = nil) throws(PackRefusal) -> PackTests {
        do { return try RulePackLoader.tests(folder, profile: profile) } catch { throw PackRefusal(error) }
    }
}
