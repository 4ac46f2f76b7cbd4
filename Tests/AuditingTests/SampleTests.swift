import AuditModel
import Auditing
import DocumentModel
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("The samples")
struct SampleTests {
    /// A row of an expected list: a finding, and where.
    struct Expectation: CustomStringConvertible {
        let rule: String
        let severity: String
        let verdict: String
        let place: String

        init(_ row: Substring) {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            rule = fields[0]
            severity = fields[1]
            verdict = fields[2]
            place = fields[3]
        }

        var description: String { [rule, severity, verdict, place].joined(separator: " ") }

        func fits(_ finding: Finding) -> Bool {
            guard finding.rule == rule, finding.severity.rawValue == severity, finding.verdict.rawValue == verdict else { return false }
            return finding.evidence.contains { evidence in
                let path = evidence.place.locator.description
                return evidence.indicator == place || path == place
                    || (evidence == finding.evidence[0] && (path.hasPrefix(place + "/") || path.hasPrefix(place + ".")))
            }
        }
    }

    @Test("each has all the findings that it was made to have, and no others", arguments: Project.sampleUnits, [2023, 2024])
    func findings(_ unit: String, _ year: Int) async throws {
        let auditor = try Project.auditor.get()
        let path = Project.sample(unit, year)
        let previous = year == 2024 ? Project.sample(unit, 2023) : nil
        let outcome = await Batch.audit([path], previous: previous, with: auditor, comparesTexts: false)
        let audit = try #require(outcome.run.dossiers.first?.audit)
        #expect(outcome.notices.isEmpty)
        #expect((audit.previous == nil) == (previous == nil))
        let list = try String(contentsOfFile: path.replacingOccurrences(of: ".txt", with: ".expected.tsv"), encoding: .utf8)
        let expectations = list.split(separator: "\n").dropFirst().map(Expectation.init)
        var left = audit.findings
        for expectation in expectations {
            if let index = left.firstIndex(where: expectation.fits) {
                left.remove(at: index)
            } else {
                Issue.record("missing: \(expectation)")
            }
        }
        for finding in left {
            let places = finding.evidence.map { "\($0.place.locator) \($0.indicator ?? "") “\($0.quote)”" }.joined(separator: "; ")
            Issue.record("not expected: \(finding.rule) \(finding.severity) \(finding.verdict) \(finding.message.chinese) at \(places)")
        }
        let hasError = expectations.contains { $0.severity == "error" && $0.verdict == "violated" }
        #expect(audit.conclusion == (hasError ? .nonCompliant : .compliant))
        #expect(Set(audit.findings.map(\.fingerprint)).count == audit.findings.count)
        #expect(audit.report.identity.year == year)
    }

    @Test("years are paired among the inputs as under --previous")
    func pairing() async throws {
        let auditor = try Project.auditor.get()
        let together = await Batch.audit([Project.samples], previous: nil, with: auditor, comparesTexts: false).run
        #expect(together.dossiers.count == 2 * Project.sampleUnits.count)
        for dossier in together.dossiers {
            let audit = dossier.audit
            #expect(audit.previous?.identity.year == (audit.report.identity.year == 2024 ? 2023 : nil))
            guard let previous = audit.previous else { continue }
            #expect(previous.source.path == audit.report.source.path.replacingOccurrences(of: "2024", with: "2023"))
            let apart = await Batch.audit([audit.report.source.path], previous: previous.source.path, with: auditor, comparesTexts: false)
            #expect(apart.run.dossiers.first?.audit == audit)
        }
    }
}
