import AuditModel
import Auditing
import DocumentModel
import Foundation
import Reporters
import TestSupport
import Testing

/// The profile of Samples, as the guide for rule authors shows it.
@Suite("A bureau's own profile") struct TailoringTests {
    private static let profile = Project.samples + "/tailoring/profile.xml"
    private static let unit = "沅屏区市场监督管理局"

    private static func audit() async throws -> (pack: RulePack, run: AuditRun) {
        let pack = try PackLoading.pack(in: Project.rules, profile: profile)
        let waivers = try PackLoading.waivers([try #require(pack.profile?.waivers)], for: pack, in: Project.rules)
        let desk = WaiverDesk(waivers, endings: pack.identity.droppableEndings)
        let run = await Batch.audit(
            [Project.sample(unit, 2024)], previous: Project.sample(unit, 2023), with: Auditor(pack, waivers: desk), comparesTexts: true
        ).run
        return (pack, run)
    }

    @Test("its rules, grades, values and waivers are seen in what it makes of a report")
    func sample() async throws {
        let (pack, run) = try await Self.audit()
        let profile = try #require(pack.profile)
        #expect(profile.excluded == ["SUB-04"])
        #expect(profile.ownRules == ["YP-01", "YP-11", "YP-12"])
        let audit = run.dossiers[0].audit
        #expect(!audit.verdicts.contains { $0.rule == "SUB-04" })
        #expect(audit.findings.filter { $0.rule == "SEC-06" }.map(\.severity) == [.error])
        #expect(audit.findings.filter { $0.rule == "YOY-05" && $0.verdict == .violated }.allSatisfy { $0.severity == .query })
        let long = audit.findings.filter { $0.rule == "YP-11" }
        #expect(!long.isEmpty && long.allSatisfy { $0.evidence[0].place.position.line ?? 0 > 0 })
        #expect(audit.findings.filter { $0.waiver != nil }.map(\.rule).sorted() == ["SEC-02", "YOY-02"])
        #expect(run.waiverFindings == [])
        let plain = try Project.auditor.get().pack
        #expect(pack.digest == plain.digest && pack.basis.map(\.id) == plain.rules.map(\.id))
        for bytes in [AuditText.bytes(of: run, in: .chinese, for: .none), AuditPage.bytes(of: run, in: .chinese)] {
            #expect(String(decoding: bytes, as: UTF8.self).contains("沅屏区验收口径"))
        }
        let json = String(decoding: AuditJSON.bytes(of: run, in: .english), as: UTF8.self)
        #expect(json.contains(profile.digest) && json.contains("Yuanping district"))
    }

    @Test("its own rules, those of Schematron among them, have cases enough, which pass and notice every change")
    func cases() async throws {
        let tests = try PackLoading.tests(in: Project.rules, profile: Self.profile)
        #expect(Set(tests.cases.map(\.rule)) == ["YP-01", "YP-11", "YP-12"])
        let auditor = Auditor(try PackLoading.pack(in: Project.rules, profile: Self.profile))
        let outcome = await CaseRunner.run(tests.cases, with: auditor)
        #expect(outcome.failures.map(\.messages) == [])
        #expect(outcome.lacks == [])
        let mutations = await MutationRunner.run(tests, with: auditor, only: Set(tests.cases.map(\.rule)))
        #expect(mutations.survivors == [])
        #expect(mutations.mutants > 20)
    }

    @Test("a file of cases is no rule of the profile: its digest does not depend on it, and it is refused where it names no rule")
    func caseFile() throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        for name in ["profile.xml", "local-rules.xml", "checks.sch", "waivers.xml", "cases.xml"] {
            try manager.copyItem(atPath: "\(Project.samples)/tailoring/\(name)", toPath: "\(folder.path)/\(name)")
        }
        let path = folder.path + "/profile.xml"
        let before = try #require(try PackLoading.pack(in: Project.rules, profile: path).profile?.digest)
        let cases = try String(contentsOfFile: folder.path + "/cases.xml", encoding: .utf8)
        _ = try folder.write(Data(cases.replacingOccurrences(of: "YP-12", with: "YP-13").utf8), "cases.xml")
        #expect(try PackLoading.pack(in: Project.rules, profile: path).profile?.digest == before)
        let refusal = #expect(throws: PackRefusal.self) { try PackLoading.tests(in: Project.rules, profile: path) }
        #expect(refusal?.problems.allSatisfy { $0.place.contains("cases.xml:") && $0.text.english.contains("YP-13") } == true)
        #expect(refusal?.problems.isEmpty == false)
    }

    @Test("the pack's own profiles are in order")
    func shipped() throws {
        let pack = try PackLoading.pack(in: Project.rules, profile: "figures")
        #expect(pack.profile?.id == "figures")
        #expect(pack.rules.contains { $0.id == "TAB-05" } && !pack.rules.contains { $0.id.hasPrefix("SEC") })
    }
}
