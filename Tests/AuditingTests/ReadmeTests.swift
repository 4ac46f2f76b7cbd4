import AuditModel
import Auditing
import Foundation
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
}
