import AuditModel
import Testing

@testable import Reporters

@Suite("Reports of audits and comparisons, as kept")
struct GoldenTests {
    @Test("text, in both languages", arguments: Language.allCases)
    func text(_ language: Language) throws {
        try Golden.expect(AuditText.bytes(of: SampleComparison.run, in: language, for: .none), equals: "audit.\(language.rawValue).txt")
        try Golden.expect(
            DiffText.bytes(of: SampleComparison.comparison, in: language, for: .none), equals: "diff.\(language.rawValue).txt")
    }

    @Test("text for a narrow terminal with colour")
    func narrow() throws {
        let terminal = Terminal(hasColour: true, width: 48)
        try Golden.expect(AuditText.bytes(of: SampleComparison.run, in: .chinese, for: terminal), equals: "audit.terminal.txt")
    }

    @Test("JSON")
    func json() throws {
        try Golden.expect(AuditJSON.bytes(of: SampleComparison.run, in: .chinese), equals: "audit.json")
        try Golden.expect(DiffJSON.bytes(of: SampleComparison.comparison, in: .chinese), equals: "diff.json")
    }

    @Test("HTML, in both languages", arguments: Language.allCases)
    func html(_ language: Language) throws {
        try Golden.expect(AuditPage.bytes(of: SampleComparison.run, in: language), equals: "audit.\(language.rawValue).html")
        try Golden.expect(DiffPage.bytes(of: SampleComparison.comparison, in: language), equals: "diff.\(language.rawValue).html")
    }
}
