import AuditModel
import Digest
import DocumentModel
import DocumentReaders
import Extraction
import Reporters

/// The first steps of an audit, which are all that a comparison needs: bytes → document → figures, identity.
struct ReportReader: Sendable {
    /// A text that was read with the pack's outline.
    struct Text: Sendable {
        let source: Source
        let document: Document
        /// Whose it is, and of which year.
        let identity: Identity
        /// What its tables say; nil for a text that is no report.
        let binding: TableBinding?

        /// Whether no heading and no table was found, so that another outline makes no other document of it.
        var isPlain: Bool {
            document.sections.allSatisfy { $0.heading == nil && $0.subsections.isEmpty && $0.tables.isEmpty }
        }
    }

    private let outlines: PreparedOutlines
    private let pack: RulePack
    private let tables: TableBinder
    private let identities: IdentityFinder
    private let minimumEvidence: Int

    /// - Precondition: the pack has at least one form.
    init(_ pack: RulePack) {
        self.pack = pack
        // Tables are told from running text by the labels of all forms, whichever the sections are those of.
        let labels = pack.forms.flatMap { $0.outline.tables }
        let outlines = pack.forms.map { Outline(entries: $0.outline.entries, page: pack.identity.page, tables: labels) }
        let others = outlines.indices.dropFirst().filter { !outlines[..<$0].contains(outlines[$0]) }.map { outlines[$0] }
        self.outlines = PreparedOutlines(outlines[0], others: others)
        tables = TableBinder(forms: pack.forms, rules: pack.basis)
        identities = IdentityFinder(pack.identity)
        minimumEvidence = pack.identity.minimumEvidence
    }

    /// Reads a text, be it a report or not.
    ///
    /// - Parameters:
    ///   - conversion: as for `DocumentReader`.
    ///   - mustBeReport: false for a text that is taken for a report whatever it holds.
    func text(
        of bytes: [UInt8], path: String, conversion: OfficeConverter.Output? = nil, mustBeReport: Bool = true
    ) throws(ReadingError) -> Text {
        let reading = try DocumentReader.read(bytes, outlines: outlines, conversion: conversion)
        let source = Self.source(of: reading, bytes, path: path)
        let document = Self.document(of: reading, path: path)
        let identity = identities.identity(of: document)
        // What has neither title nor sections may still be known by its tables; without any table nothing more needs to be looked for.
        let hasTables = document.allSections.contains { !$0.tables.isEmpty }
        guard !mustBeReport || hasTables || isReport(document, identity, figures: nil) else {
            return Text(source: source, document: document, identity: identity, binding: nil)
        }
        let binding = tables.bind(document, due: pack.form(dueIn: identity.year).id)
        let isReport = !mustBeReport || isReport(document, identity, figures: binding.figures)
        return Text(source: source, document: document, identity: identity, binding: isReport ? binding : nil)
    }

    /// A text as lines and tables without sections.
    func plainText(of bytes: [UInt8], path: String) throws(ReadingError) -> Text {
        let reading = try DocumentReader.read(bytes, outline: .none)
        let source = Self.source(of: reading, bytes, path: path)
        return Text(source: source, document: Self.document(of: reading, path: path), identity: Identity(), binding: nil)
    }

    func identity(of document: Document) -> Identity { identities.identity(of: document) }

    private func isReport(_ document: Document, _ identity: Identity, figures: Figures?) -> Bool {
        IdentityFinder.evidence(in: document, identity: identity, figures: figures) >= minimumEvidence
    }

    /// What was read, with a word on a name that promises another format.
    private static func document(of reading: Reading, path: String) -> Document {
        let document = reading.document
        guard reading.format.isContradicted(byName: path) else { return document }
        let remark = Remark(.wrongExtension, at: Place(.document), detail: reading.mediaType)
        return Document(sections: document.sections, remarks: [remark] + document.remarks, metadata: document.metadata)
    }

    private static func source(of reading: Reading, _ bytes: [UInt8], path: String) -> Source {
        Source(path: path, mediaType: reading.mediaType, digest: "sha256:" + SHA256.hexDigest(of: bytes))
    }
}
