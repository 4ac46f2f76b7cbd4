package import DocumentModel

/// A file that was read.
package struct Source: Hashable, Sendable {
    /// As the caller named it, with the member's name behind it for a file in a bundle.
    package let path: String
    /// `text/plain`.
    package let mediaType: String
    /// `sha256:` and hexadecimal digits.
    package let digest: String

    package init(path: String, mediaType: String, digest: String) {
        self.path = path
        self.mediaType = mediaType
        self.digest = digest
    }
}

/// A report as it was read: the document and what was bound in it. Judged by nobody yet.
///
/// A class, since it is handed around whole: one reference instead of two dozen, each of which would have to be fetched to be counted.
package final class Report: Hashable, Sendable {
    /// Where the document was read from.
    package let source: Source
    /// With the remarks of its reader, which `remarks` repeats.
    package let document: Document
    /// By the document alone: neither the file's name nor the caller has a say.
    package let identity: Identity
    /// The figures of its tables, and the form that they follow.
    package let figures: Figures
    /// What the running text states.
    package let narrative: Narrative
    /// What reading, binding and recognising had to settle or could not read.
    package let remarks: [Remark]

    package init(source: Source, document: Document, identity: Identity, figures: Figures, narrative: Narrative, remarks: [Remark]) {
        self.source = source
        self.document = document
        self.identity = identity
        self.figures = figures
        self.narrative = narrative
        self.remarks = remarks
    }

    package static func == (left: Report, right: Report) -> Bool {
        left === right
            || left.source == right.source && left.document == right.document && left.identity == right.identity
                && left.figures == right.figures && left.narrative == right.narrative && left.remarks == right.remarks
    }

    package func hash(into hasher: inout Hasher) {
        // The digest of the file tells reports apart.
        hasher.combine(source)
    }
}

/// What the profile makes of the findings.
package enum Conclusion: String, CaseIterable, Hashable, Sendable {
    case compliant
    case nonCompliant = "non-compliant"
    /// A required table or section could not be read, and nothing was found wrong for certain.
    case undetermined
}

/// The outcome of all rules on one report.
package struct Audit: Hashable, Sendable {
    /// The report that is judged.
    package let report: Report
    /// Last year's report of the same unit; nil where there is none.
    package let previous: Report?
    /// By the findings and by what of the report could be read at all.
    package let conclusion: Conclusion
    /// For each rule of the pack in its order.
    package let verdicts: [RuleVerdict]
    /// By severity, then in document order, then by rule.
    package let findings: [Finding]
    /// From when on a change of an indicator deserves notice; nil where nothing says so.
    private let changeThreshold: ChangeThreshold?

    package init(
        report: Report, previous: Report?, conclusion: Conclusion, verdicts: [RuleVerdict], findings: [Finding],
        noticing changeThreshold: ChangeThreshold? = nil
    ) {
        self.report = report
        self.previous = previous
        self.conclusion = conclusion
        self.verdicts = verdicts
        self.findings = findings
        self.changeThreshold = changeThreshold
    }

    /// Every indicator with last year's value; empty without a previous report. Computed when it is asked for: most audits of a batch are not shown in full.
    package var changes: [IndicatorChange] {
        previous.map { report.figures.changes(since: $0.figures, noticing: changeThreshold) } ?? []
    }

    /// How many rules have that verdict.
    package func count(_ verdict: Verdict) -> Int { verdicts.count { $0.verdict == verdict } }
    /// How many findings of that severity are violations; undetermined and waived ones count for none.
    package func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity && $0.verdict == .violated && $0.waiver == nil }
    }
    /// How many findings are waived.
    package var waivedCount: Int { findings.count { $0.waiver != nil } }
}

/// The verdict of one rule.
package struct RuleVerdict: Hashable, Sendable {
    /// A rule of the pack, also one that does not hold for the report's form.
    package let rule: Rule.ID
    /// Of all conditions and all their instances together.
    package let verdict: Verdict

    package init(rule: Rule.ID, verdict: Verdict) {
        self.rule = rule
        self.verdict = verdict
    }
}

/// An input that could not be read, and why.
package struct UnreadableInput: Hashable, Sendable {
    /// As the caller named it, with the member's name behind it for a file in a bundle.
    package let path: String
    /// One sentence without the path.
    package let error: LocalizedText

    package init(path: String, error: LocalizedText) {
        self.path = path
        self.error = error
    }
}
