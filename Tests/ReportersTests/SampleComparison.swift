import AuditModel
import DocumentDiff
import DocumentModel

@testable import Reporters

/// The two sample reports compared, and a run of them.
enum SampleComparison {
    static let delta = DocumentDelta(from: SampleAudit.previous.document, to: SampleAudit.current.document)

    static let comparison = Comparison(
        old: .init(
            source: SampleAudit.previous.source, document: SampleAudit.previous.document, identity: SampleAudit.previous.identity,
            form: "2021"),
        new: .init(
            source: SampleAudit.current.source, document: SampleAudit.current.document, identity: SampleAudit.current.identity, form: "2021"
        ), delta: delta,
        mask: TextMask(names: ["甲局"]), names: ["甲局"],
        changes: SampleAudit.audit.changes)

    static let run = AuditRun(
        pack: SampleAudit.pack,
        dossiers: [Dossier(audit: SampleAudit.audit, delta: delta), Dossier(audit: SampleAudit.flawless, delta: nil)],
        unreadable: [UnreadableInput(path: "reports/<坏>.txt", error: SampleAudit.text("不是文本", "no text"))],
        waiverFindings: [
            WaiverFinding(waiver: SampleAudit.waiver, fault: .expired), WaiverFinding(waiver: SampleAudit.waiver, fault: .reportAbsent),
        ])
}
