package import AuditModel
import Digest
import DocumentDiff
import DocumentModel
import DocumentReaders
import Extraction
package import Reporters
import RuleEngine

/// Takes one report through all steps, in this order and one way only:
///
///     bytes → document → figures, identity, passages, narrative → verdicts, findings → conclusion
///                  └── last year's document → comparison ──┘
///
/// Made once for a pack and used for many reports, from several threads at once.
package struct Auditor: Sendable {
    /// The rules that reports are audited by.
    package let pack: RulePack
    private let tables: TableBinder
    private let identities: IdentityFinder
    private let passages: PassageFinder
    private let narratives: [String: StatementFinder]
    private let engine: Engine

    /// - Precondition: the pack has at least one form.
    package init(_ pack: RulePack) {
        self.pack = pack
        tables = TableBinder(forms: pack.forms)
        identities = IdentityFinder(pack.identity)
        passages = PassageFinder(pack.passages)
        narratives = Dictionary(
            pack.forms.map { ($0.id, StatementFinder(CompiledGrammar(pack.statements, form: $0))) }, uniquingKeysWith: { first, _ in first }
        )
        engine = Engine(pack)
    }

    /// Reads a report. Throws when the bytes cannot be read or are no such report; a report that lacks parts is read all the same.
    ///
    /// - Parameter mustBeReport: false for a test case, which may be the least part of a report.
    package func report(of bytes: [UInt8], path: String, mustBeReport: Bool = true) throws(InputError) -> Report {
        let reading: Reading
        do { reading = try DocumentReader.read(bytes, outline: pack.forms[0].outline) } catch { throw .unreadable(error) }
        let source = Source(path: path, mediaType: reading.mediaType, digest: "sha256:" + SHA256.hexDigest(of: bytes))
        let document = reading.document
        // What has neither title nor sections may still be known by its tables; without any table nothing more needs to be looked for.
        let hasTables = document.allSections.contains { !$0.tables.isEmpty }
        guard !mustBeReport || hasTables || isReport(document, figures: nil) else { throw .notAReport }
        let binding = tables.bind(document)
        guard !mustBeReport || isReport(document, figures: binding.figures) else { throw .notAReport }
        let identity = identities.identity(of: document)
        return report(source, document, identity, binding.figures, remarks: document.remarks + binding.remarks)
    }

    private func isReport(_ document: Document, figures: Figures?) -> Bool {
        identities.evidence(in: document, figures: figures) >= pack.identity.minimumEvidence
    }

    func identity(of document: Document) -> Identity { identities.identity(of: document) }

    /// The report of a document whose figures are bound: what its narrative says is found here.
    func report(_ source: Source, _ document: Document, _ identity: Identity, _ figures: Figures, remarks: [Remark]) -> Report {
        let passages = passages.passages(in: document)
        let narrative =
            narratives[figures.form.id]?.narrative(of: document, figures: figures, identity: identity, passages: passages) ?? .empty
        return Report(source: source, document: document, identity: identity, figures: figures, narrative: narrative, remarks: remarks)
    }

    /// Judges a report, beside last year's where there is one.
    package func audit(_ report: Report, previous: Report?) -> Audit {
        let (verdicts, findings) = engine.judge(report: report, previous: previous)
        return Audit(
            report: report, previous: previous, conclusion: Conclusion(of: report, findings: findings), verdicts: verdicts,
            findings: findings, changes: previous.map { report.figures.changes(since: $0.figures) } ?? [])
    }

    /// An audit with the comparison of the texts, for formats that show it.
    package func dossier(_ audit: Audit) -> Dossier {
        Dossier(audit: audit, delta: audit.previous.map { DocumentDelta(from: $0.document, to: audit.report.document) })
    }
}
