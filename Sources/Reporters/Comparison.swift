package import AuditModel
package import DocumentDiff
package import DocumentModel

/// Two texts and how they differ: what every report of a comparison is made from.
package struct Comparison: Hashable, Sendable {
    /// One of the two texts.
    package struct Side: Hashable, Sendable {
        /// The file it was read from.
        package let source: Source
        /// Who reports on which year; nil for a text that is no report.
        package let identity: Identity?
        /// The form's id; nil for a text that is no report.
        package let form: String?
        /// The text itself.
        package let document: Document

        package init(source: Source, document: Document, identity: Identity?, form: String?) {
            self.source = source
            self.document = document
            self.identity = identity
            self.form = form
        }
    }

    /// The text that came first.
    package let old: Side
    /// The text that it became.
    package let new: Side
    /// What became of every block.
    package let delta: DocumentDelta
    /// What does not count when it is measured how much was carried over.
    package let mask: TextMask
    /// What the units are called that the texts are about; empty for texts that are no reports.
    package let names: [String]
    /// Every indicator of either report; empty unless both are reports.
    package let changes: [IndicatorChange]
    /// What the new text has of the old one; nil unless both are reports.
    package let carryover: Carryover?

    package init(
        old: Side, new: Side, delta: DocumentDelta, mask: TextMask, names: [String], changes: [IndicatorChange], carryover: Carryover? = nil
    ) {
        self.carryover = carryover
        self.old = old
        self.new = new
        self.delta = delta
        self.mask = mask
        self.names = names
        self.changes = changes
    }

    /// Whether any text differs.
    package var hasChanges: Bool { !delta.isEmpty }

    /// Both texts in one, as they are shown.
    var outline: ComparisonOutline {
        ComparisonOutline(MergedDocument(delta, from: old.document, to: new.document, keepsShapes: false), delta, names: names)
    }
}
