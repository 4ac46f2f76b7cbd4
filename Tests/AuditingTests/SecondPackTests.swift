import AuditModel
import Auditing
import DocumentModel
import Reporters
import TestSupport
import Testing

@Suite("A pack for another kind of document")
struct SecondPackTests {
    private static let folder = Project.root + "Rules/meeting-minutes"
    private static let sample = Project.samples + "/meeting-minutes/桐坡小区业主委员会.txt"

    @Test("audits its sample: all that is wrong in the minutes is found, and nothing else")
    func sample() async throws {
        let auditor = Auditor(try PackLoading.pack(in: Self.folder))
        let outcome = await Batch.audit([Self.sample], previous: nil, with: auditor, comparesTexts: false)
        #expect(outcome.run.unreadable == [])
        let audit = try #require(outcome.run.dossiers.first?.audit)
        #expect(audit.report.identity.unit == "桐坡小区业主委员会")
        let found = audit.findings.map {
            "\($0.rule) \($0.severity) \($0.evidence.first?.indicator ?? $0.evidence.first?.place.locator.description ?? "")"
        }
        #expect(
            Set(found) == [
                "ATT-01 error attendance.total.absent", "ATT-01 error attendance.total.due", "VOTE-01 error votes.third.cast",
                "MIN-02 error s1/p1", "MIN-03 query s5",
                "MIN-04 error s3/p3",
            ])
        #expect(audit.conclusion == .nonCompliant)
    }

    @Test("every case of it passes, and no rule lacks one")
    func cases() async throws {
        let auditor = Auditor(try PackLoading.pack(in: Self.folder))
        let outcome = await CaseRunner.run(try PackLoading.tests(in: Self.folder).cases, with: auditor)
        #expect(outcome.failures.map(\.failed.place) == [])
        #expect(outcome.lacks == [])
    }

    @Test("a rule with fewer than three violated and satisfied cases, or none for figures that are missing, is listed with its counts")
    func lacks() async throws {
        let auditor = Auditor(try PackLoading.pack(in: Self.folder))
        let cases = try PackLoading.tests(in: Self.folder).cases
        func lacks(_ verdicts: [Verdict: Int]) async -> [String] {
            var seen: [[String]: Int] = [:]
            let kept = cases.filter { item in
                seen[[item.rule, item.verdict.rawValue], default: 0] += 1
                return verdicts[item.verdict].map { seen[[item.rule, item.verdict.rawValue], default: 0] <= $0 } ?? true
            }
            let outcome = await CaseRunner.run(kept, with: auditor)
            let text = String(decoding: CaseListing.bytes(of: outcome, in: .english, for: .none), as: UTF8.self)
            return text.split(separator: "\n").map(String.init).filter { $0.contains("too few") }
        }
        #expect(await lacks([.violated: 3, .satisfied: 3, .undetermined: 1]) == [])
        let few = await lacks([.violated: 2, .satisfied: 1, .undetermined: 0])
        #expect(few.count == 7)
        #expect(few.first == "ATT-01 has too few cases: 2 of 3 violated, 1 of 3 satisfied, 0 of 1 undetermined")
        // Nothing that a placeholder is found by may be missing.
        #expect(few.contains("MIN-04 has too few cases: 2 of 3 violated, 1 of 3 satisfied"))
    }

    @Test("what is no minutes is none, and minutes are no annual report")
    func otherDocuments() async throws {
        let minutes = Auditor(try PackLoading.pack(in: Self.folder))
        let report = Project.sample("柳湾镇", 2024)
        #expect(await Batch.audit([report], previous: nil, with: minutes, comparesTexts: false).run.unreadable.count == 1)
        let reports = try Project.auditor.get()
        #expect(await Batch.audit([Self.sample], previous: nil, with: reports, comparesTexts: false).run.unreadable.count == 1)
    }
}
