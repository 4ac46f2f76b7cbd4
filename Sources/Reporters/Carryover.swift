package import AuditModel
package import DocumentDiff

/// What a report has of last year's: text that was taken over, and what became of last year's problems and measures.
package struct Carryover: Hashable, Sendable {
    /// The text that was taken over.
    package let copied: CopiedText
    /// Last year's year and figures within it, in the order of the passages.
    package let leftovers: [Leftover]
    /// Last year's problems and measures, in its order; empty where none could be told.
    package let followUps: [FollowUp]
    /// What people call the parts that these stand in, by id.
    package let partNames: [String: LocalizedText]

    package init(copied: CopiedText, leftovers: [Leftover], followUps: [FollowUp], partNames: [String: LocalizedText] = [:]) {
        self.partNames = partNames
        self.copied = copied
        self.leftovers = leftovers
        self.followUps = followUps
    }
}
