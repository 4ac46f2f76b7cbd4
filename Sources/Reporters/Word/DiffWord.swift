package import AuditModel
import DocumentDiff
import DocumentModel
import Zip

/// A comparison as a Word file: the new document with all that changed as tracked changes, so that accepting them gives the new text and
/// rejecting them the old one.
///
/// - Source: ISO/IEC 29500-1, 17.13.5 (revisions).
package enum DiffWord {
    /// Who made the changes when, as the file says it.
    package struct Stamp: Hashable, Sendable {
        /// Any text.
        package let author: String
        /// The changes are said to be made in its first hours, in UTC.
        package let date: CalendarDate

        package init(author: String, date: CalendarDate) {
            self.author = author
            self.date = date
        }
    }

    /// Changes of texts that nothing dates bear this day: the clock is never asked, so that the same texts make the same file.
    private static let fallback: CalendarDate = {
        guard let day = CalendarDate(year: 2000, month: 1, day: 1) else { preconditionFailure("a day of the calendar") }
        return day
    }()

    /// The day on which the changes were made, as the new text tells it: that of its publication, of its signature, or the first day after the
    /// reporting year; 1 January 2000 where it tells nothing.
    package static func date(of comparison: Comparison) -> CalendarDate {
        let identity = comparison.new.identity
        return identity?.publicationDate?.value ?? identity?.signatureDate?.value
            ?? identity?.year.flatMap { CalendarDate(year: $0 + 1, month: 1, day: 1) } ?? fallback
    }

    /// The file's bytes. Linear in the texts, save for what `MergedDocument` costs.
    package static func bytes(of comparison: Comparison, stamp: Stamp) -> [UInt8] {
        let merged = MergedDocument(comparison.delta, from: comparison.old.document, to: comparison.new.document, keepsShapes: true)
        var body = RedlineBody(
            stamp: stamp, names: comparison.names, titles: [comparison.old, comparison.new].map { $0.identity?.title?.place.locator })
        func literal(_ literal: StaticString) -> [UInt8] { literal.withUTF8Buffer { Array($0) } }
        return ZipPacking.archive([
            .init(path: "[Content_Types].xml", bytes: literal(WordParts.contentTypes)),
            .init(path: "_rels/.rels", bytes: literal(WordParts.packageRelationships)),
            .init(path: "docProps/core.xml", bytes: properties(of: comparison, stamp)),
            .init(path: "word/_rels/document.xml.rels", bytes: literal(WordParts.documentRelationships)),
            .init(path: "word/document.xml", bytes: body.document(of: merged)),
            .init(path: "word/settings.xml", bytes: literal(WordParts.settings)),
            .init(path: "word/styles.xml", bytes: literal(WordParts.styles)),
        ])
    }

    private static func properties(of comparison: Comparison, _ stamp: Stamp) -> [UInt8] {
        var xml = WordMarkup()
        let names: WordMarkup.Attributes = [
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        ]
        xml.element("cp:coreProperties", names) { xml in
            if let title = comparison.new.identity?.title?.value { xml.element("dc:title") { $0.text(title) } }
            xml.element("dc:creator") { $0.text(stamp.author) }
            xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"]) { $0.text(stamp.moment()) }
        }
        return xml.bytes
    }
}

extension DiffWord.Stamp {
    /// The beginning of an hour of the day.
    ///
    /// - Parameter hour: From 0 to 9.
    func moment(hour: Int = 0) -> String { "\(date)T0\(hour):00:00Z" }
}
