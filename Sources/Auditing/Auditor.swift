package import AuditModel
import Dispatch
import DocumentDiff
import DocumentModel
package import DocumentReaders
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
    private let reader: ReportReader
    private let finders: FinderShelf
    private let engine: Engine
    /// What a bureau accepts of the findings.
    let waivers: WaiverDesk
    private let changeThreshold: ChangeThreshold?

    /// - Precondition: the pack has at least one form.
    /// - Parameter isHurried: whether other threads begin at once to compile what the first report on the newest form asks for. It makes no difference
    ///   but in time: who asks for what is being compiled waits for it.
    package init(_ pack: RulePack, waivers: WaiverDesk = WaiverDesk(), isHurried: Bool = false) {
        self.pack = pack
        self.waivers = waivers
        finders = FinderShelf(pack)
        engine = Engine(pack)
        changeThreshold = pack.changeThreshold
        if isHurried {
            let (finders, engine, form) = (finders, engine, pack.forms[0])
            DispatchQueue.global(qos: .userInitiated).async { _ = finders.finder(for: form) }
            DispatchQueue.global(qos: .userInitiated).async { engine.prepare(for: form) }
        }
        reader = ReportReader(pack)
    }

    /// Reads a report. Throws when the bytes cannot be read or are no such report; a report that lacks parts is read all the same.
    ///
    /// - Parameters:
    ///   - conversion: as for `DocumentReader`.
    ///   - mustBeReport: false for a test case, which may be the least part of a report.
    package func report(
        of bytes: [UInt8], path: String, conversion: OfficeConverter.Output? = nil, mustBeReport: Bool = true
    ) throws(InputError) -> Report {
        let text: ReportReader.Text
        do {
            text = try reader.text(of: bytes, path: path, conversion: conversion, mustBeReport: mustBeReport)
        } catch {
            throw .unreadable(error)
        }
        guard let binding = text.binding else { throw .notAReport }
        let document = text.document
        return report(text.source, document, text.identity, binding.figures, remarks: document.remarks + binding.remarks)
    }

    func identity(of document: Document) -> Identity { reader.identity(of: document) }

    /// The report of a document whose figures are bound: what its narrative says is found here.
    func report(_ source: Source, _ document: Document, _ identity: Identity, _ figures: Figures, remarks: [Remark]) -> Report {
        let passages = finders.passages.passages(in: document, year: identity.year)
        let narrative = finders.finder(for: figures.form).narrative(
            of: document, figures: figures, identity: identity, passages: passages)
        return Report(source: source, document: document, identity: identity, figures: figures, narrative: narrative, remarks: remarks)
    }

    /// Judges a report, beside last year's where there is one.
    package func audit(_ report: Report, previous: Report?) -> Audit {
        let (verdicts, judged) = engine.judge(report: report, previous: previous)
        let findings = waivers.marked(judged, of: report)
        return Audit(
            report: report, previous: previous, conclusion: Conclusion(of: report, findings: findings), verdicts: verdicts,
            findings: findings, noticing: changeThreshold)
    }

    /// An audit with what else there is to show about it.
    ///
    /// - Parameters:
    ///   - earlier: the unit's reports of other years before it; last year's may be among them.
    ///   - comparesTexts: whether the texts are compared as well, which not every format shows.
    package func dossier(_ audit: Audit, earlier: [Report] = [], comparesTexts: Bool = true) -> Dossier {
        let reports = earlier + [audit.report]
        let trends = Trend.trends(of: reports.compactMap { report in report.identity.year.map { ($0, report.figures) } })
        guard comparesTexts, let previous = audit.previous else { return Dossier(audit: audit, delta: nil, trends: trends) }
        let delta = DocumentDelta(from: previous.document, to: audit.report.document)
        let carryover = CarryoverFinder(pack, engine: engine, finders: finders).carryover(
            of: audit.report, since: previous, delta, statements: audit.report.narrative.statements)
        return Dossier(audit: audit, delta: delta, carryover: carryover, trends: trends)
    }
}
