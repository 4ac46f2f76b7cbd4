import AuditModel
import Auditing
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("What the README claims")
struct ReadmeTests {
    private func readme() throws -> String { try String(contentsOfFile: Project.root + "README.md", encoding: .utf8) }

    /// `SEC-01 to 06` and `NAR-01, 02, 03, 05` written out.
    private func ruleIDs(in text: String) -> Set<String> {
        var ids: Set<String> = []
        let flat = text.replacingOccurrences(of: "\n", with: " ")
        for match in flat.matches(of: /([A-Z]{3})-([0-9]{2})((?: to [0-9]{2})|(?:, [0-9]{2})*)/) {
            let (family, first, rest) = (match.1, Int(match.2) ?? 0, match.3)
            let numbers = rest.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            let all = rest.hasPrefix(" to ") ? Array(first...(numbers.first ?? first)) : [first] + numbers
            for number in all { ids.insert("\(family)-\(number < 10 ? "0" : "")\(number)") }
        }
        return ids
    }

    @Test("The rules that it names are the pack's")
    func rules() throws {
        let rules = try Project.auditor.get().pack.rules.map(\.id)
        // UTF-16 is written like a rule.
        #expect(ruleIDs(in: try readme()).subtracting(["UTF-16"]) == Set(rules))
    }

    @Test("The forms and the number of indicators are the pack's")
    func forms() throws {
        let form = try #require(Project.auditor.get().pack.forms.first)
        let text = try readme()
        #expect(text.contains("Form \(form.id)"))
        #expect(text.contains("\(form.indicators.count { !$0.isSubstitute }) indicators"))
        #expect(text.contains("six sections") && form.sections.count == 6)
        #expect(text.contains("three tables") && form.tables.count == 3)
    }

    @Test("The two commands that it names are there and can be run")
    func commands() throws {
        let text = try readme()
        for command in ["Samples/demo", "Tests/run"] {
            #expect(text.contains("./" + command))
            #expect(FileManager.default.isExecutableFile(atPath: Project.root + command))
        }
    }

    @Test("The rule that its guide writes is in order, passes its cases and fires where the guide says")
    func guide() async throws {
        let parts = try readme().components(separatedBy: "```")
        let block = try #require(parts.first { $0.hasPrefix("xml\n") })
        let folder = try TemporaryFolder()
        let profile = try folder.write(Data(block.dropFirst("xml\n".count).utf8), "own.xml")
        let auditor = Auditor(try PackLoading.pack(in: Project.rules, profile: profile))
        let cases = try PackLoading.tests(in: Project.rules, profile: profile).cases
        let outcome = await CaseRunner.run(cases, with: auditor)
        #expect(outcome.failures.map(\.messages) == [])
        let sample = Project.sample("沅屏区市场监督管理局", 2024)
        let run = await Batch.audit([sample], previous: nil, with: auditor, comparesTexts: false).run
        #expect(run.dossiers[0].audit.findings.contains { $0.rule == "YP-01" && $0.severity == .query })
    }
}
