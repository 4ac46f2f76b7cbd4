import AuditModel
import Auditing
import DocumentModel
import Reporters
import TestSupport
import Testing

@Suite("Waived findings") struct WaiverDeskTests {
    private static let unit = "沅屏区市场监督管理局"

    private static func waiver(
        _ finding: Finding, unit: String = unit, year: Int = 2024, rule: String? = nil, byPlace: Bool = false, until: CalendarDate?
    ) throws -> Waiver {
        Waiver(
            rule: rule ?? finding.rule, unit: unit, year: year, fingerprint: byPlace ? nil : finding.fingerprint,
            at: byPlace ? finding.evidence[0].indicator ?? finding.evidence[0].place.locator.description : nil, reason: "台账已封存",
            by: "区政务公开办",
            until: try #require(until), source: "waivers.xml:2:3")
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? { CalendarDate(year: year, month: month, day: day) }

    private static func run(_ waivers: [Waiver] = [], asOf: CalendarDate? = nil) async throws -> AuditRun {
        let pack = try PackLoading.pack(in: Project.rules)
        let desk = WaiverDesk(waivers, asOf: asOf, endings: pack.identity.droppableEndings)
        return await Batch.audit(
            [Project.sample(unit, 2024)], previous: Project.sample(unit, 2023), with: Auditor(pack, waivers: desk), comparesTexts: true
        ).run
    }

    @Test("a waived finding stays, marked, and counts no more")
    func waived() async throws {
        let plain = try await Self.run().dossiers[0].audit
        #expect(plain.waivedCount == 0)
        #expect(plain.conclusion == .nonCompliant)
        let errors = plain.findings.filter { $0.severity == .error }
        var waivers: [Waiver] = []
        for (number, finding) in errors.enumerated() {
            waivers.append(try Self.waiver(finding, byPlace: number == 0, until: Self.day(2026, 12, 31)))
        }
        let run = try await Self.run(waivers)
        let audit = run.dossiers[0].audit
        #expect(audit.findings.map(\.fingerprint) == plain.findings.map(\.fingerprint))
        #expect(audit.findings.filter { $0.severity == .error }.allSatisfy { $0.waiver != nil })
        #expect(audit.findings.filter { $0.severity != .error }.allSatisfy { $0.waiver == nil })
        #expect(audit.count(.error) == 0)
        #expect(audit.waivedCount == errors.count)
        #expect(audit.conclusion != .nonCompliant)
        #expect(run.waiverFindings == [])
        let outputs = [
            AuditText.bytes(of: run, in: .chinese, for: .none), AuditJSON.bytes(of: run, in: .chinese),
            AuditPage.bytes(of: run, in: .chinese),
        ]
        for bytes in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("台账已封存") && text.contains("区政务公开办") && text.contains("2026-12-31"))
            for finding in errors { #expect(text.contains(finding.rule)) }
        }
    }

    @Test("whether a waiver has run out is judged by the day that is named, else by the report's own")
    func expiry() async throws {
        let finding = try #require(try await Self.run().dossiers[0].audit.findings.first)
        // The report was signed in January 2025.
        let lasting = try Self.waiver(finding, until: Self.day(2025, 2, 28))
        #expect(try await Self.run([lasting]).dossiers[0].audit.waivedCount == 1)
        #expect(try await Self.run([lasting], asOf: Self.day(2025, 2, 28)).dossiers[0].audit.waivedCount == 1)
        let late = try await Self.run([lasting], asOf: Self.day(2025, 3, 1))
        #expect(late.dossiers[0].audit.waivedCount == 0)
        #expect(late.waiverFindings == [WaiverFinding(waiver: lasting, fault: .expired)])
        #expect(late.waiverFindings[0].severity == .query)
        let past = try Self.waiver(finding, until: Self.day(2024, 12, 31))
        #expect(try await Self.run([past]).waiverFindings.map(\.fault) == [.expired])
        // Of two that mean the same finding one that holds suffices, and the other one is still said to have run out.
        let both = try await Self.run([past, lasting])
        #expect(both.dossiers[0].audit.waivedCount == 1)
        #expect(both.waiverFindings.map(\.fault) == [.expired])
    }

    @Test("a waiver that matches nothing is a finding of the run")
    func unmatched() async throws {
        let finding = try #require(try await Self.run().dossiers[0].audit.findings.first)
        let until = Self.day(2030, 1, 1)
        let waivers = [
            try Self.waiver(finding, rule: "SUB-01", until: until), try Self.waiver(finding, year: 2021, until: until),
            try Self.waiver(finding, unit: "沅屏区水务局", until: until),
        ]
        let run = try await Self.run(waivers)
        #expect(run.dossiers[0].audit.waivedCount == 0)
        #expect(run.waiverFindings.map(\.fault) == [.unmatched, .reportAbsent, .reportAbsent])
        #expect(run.waiverFindings.map(\.severity) == [.query, .note, .note])
        let outputs = [
            AuditText.bytes(of: run, in: .english, for: .none), AuditJSON.bytes(of: run, in: .english),
            AuditPage.bytes(of: run, in: .english),
        ]
        for bytes in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("matches no finding") && text.contains("matches no report") && text.contains("waivers.xml:2:3"))
        }
    }

    @Test("many waivers of other reports are told in one line, and one by one in JSON")
    func many() async throws {
        let finding = try #require(try await Self.run().dossiers[0].audit.findings.first)
        let waivers = try (1...40).map { try Self.waiver(finding, unit: "第\($0)中学", until: Self.day(2030, 1, 1)) }
        let run = try await Self.run(waivers)
        #expect(run.waiverFindings.count == 40)
        let text = String(decoding: AuditText.bytes(of: run, in: .english, for: .none), as: UTF8.self)
        #expect(text.contains("40 more waivers") && !text.contains("第7中学"))
        let page = String(decoding: AuditPage.bytes(of: run, in: .english), as: UTF8.self)
        #expect(page.contains("40 more waivers") && !page.contains("第7中学"))
        #expect(String(decoding: AuditJSON.bytes(of: run, in: .english), as: UTF8.self).contains("第7中学"))
    }

    @Test("a unit is known by its name without the ending that short forms lack, and by no other's")
    func units() async throws {
        let pack = try PackLoading.pack(in: Project.rules)
        let unit = "棠陵县柳湾镇人民政府"
        let text = "\(unit)2024年政府信息公开工作年度报告\n一、总体情况\n全年培训XX次。\n二、主动公开政府信息情况\n无。\n"
        func waived(_ name: String) throws -> Bool {
            let plain = Auditor(pack)
            let report = try plain.report(of: Array(text.utf8), path: "r.txt")
            let finding = try #require(plain.audit(report, previous: nil).findings.first)
            let waiver = try Self.waiver(finding, unit: name, until: Self.day(2030, 1, 1))
            let desk = WaiverDesk([waiver], endings: pack.identity.droppableEndings)
            return Auditor(pack, waivers: desk).audit(report, previous: nil).waivedCount == 1
        }
        #expect(try waived(unit))
        #expect(try waived("棠陵县柳湾镇"))
        #expect(try !waived("柳湾镇人民政府"))
    }

    @Test("a waived cause hides nothing: what follows from it stands by itself")
    func causes() async throws {
        let findings = try await Self.run().dossiers[0].audit.findings
        let consequence = try #require(findings.first { $0.cause != nil })
        let cause = try #require(findings.first { $0.fingerprint == consequence.cause })
        let run = try await Self.run([try Self.waiver(cause, until: Self.day(2030, 1, 1))])
        let text = String(decoding: AuditText.bytes(of: run, in: .english, for: .none), as: UTF8.self)
        let before = String(decoding: AuditText.bytes(of: try await Self.run(), in: .english, for: .none), as: UTF8.self)
        func following(_ text: String) -> Int { text.split(separator: "(follows from").count - 1 }
        #expect(following(before) > following(text))
        let audit = run.dossiers[0].audit
        #expect(audit.findings.first { $0.fingerprint == consequence.fingerprint }?.waiver == nil)
    }
}
