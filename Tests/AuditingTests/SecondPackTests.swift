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

    @Test("what is no minutes is none, and minutes are no annual report")
    func otherDocuments() async throws {
        let minutes = Auditor(try PackLoading.pack(in: Self.folder))
        let report = Project.sample("柳湾镇", 2024)
        #expect(await Batch.audit([report], previous: nil, with: minutes, comparesTexts: false).run.unreadable.count == 1)
        let reports = try Project.auditor.get()
        #expect(await Batch.audit([Self.sample], previous: nil, with: reports, comparesTexts: false).run.unreadable.count == 1)
    }
}
