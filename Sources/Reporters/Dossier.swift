package import AuditModel
package import DocumentDiff

/// One audit with all that there is to show about it.
package struct Dossier: Hashable, Sendable {
    /// The outcome of all rules.
    package let audit: Audit
    /// The comparison with last year's report; nil where there is none.
    package let delta: DocumentDelta?
    /// What the report has of last year's; nil where `delta` is.
    package let carryover: Carryover?
    /// The unit's figures over the years up to this report's; empty with fewer than three reports.
    package let trends: [Trend]

    package init(audit: Audit, delta: DocumentDelta?, carryover: Carryover? = nil, trends: [Trend] = []) {
        self.trends = trends
        self.carryover = carryover
        self.audit = audit
        self.delta = delta
    }
}

/// The outcome of one run: what every report of audits is made from.
package struct AuditRun: Hashable, Sendable {
    /// The rules that were applied.
    package let pack: RulePack
    /// In the order of the inputs.
    package let dossiers: [Dossier]
    /// In the order of the inputs.
    package let unreadable: [UnreadableInput]
    /// What is wrong with the waivers, in their order.
    package let waiverFindings: [WaiverFinding]

    package init(pack: RulePack, dossiers: [Dossier], unreadable: [UnreadableInput], waiverFindings: [WaiverFinding] = []) {
        self.waiverFindings = waiverFindings
        self.pack = pack
        self.dossiers = dossiers
        self.unreadable = unreadable
    }
}

/// The program's own name and version, as its output states them.
package enum Tool {
    /// The executable's name.
    package static let name = "gouji"
    /// What it is called in running text.
    package static let title = "Gouji"
    /// The version, as releases number it.
    package static let version = "0.1.0"
}
