package import DocumentModel

/// One side of what a finding compares: where it stands and what stands there.
package struct Evidence: Hashable, Sendable {
    /// Which report it stands in.
    package enum Origin: Hashable, Sendable {
        case current
        case previous
    }

    /// Of the cell, the clause or the heading; of the document where the finding is about something missing.
    package let place: Place
    /// Which of the two reports `place` and `quote` belong to.
    package let origin: Origin
    /// The characters that stand there; empty where nothing does.
    package let quote: String
    /// The indicator it is about; nil for text.
    package let indicator: Indicator.ID?
    /// The value as a decimal; nil where there is none.
    package let value: Quantity?
    /// What the place is called: row and column of a cell, or the number of a paragraph in its part.
    package let label: LocalizedText

    package init(
        place: Place, origin: Origin = .current, quote: String, indicator: Indicator.ID? = nil, value: Quantity? = nil, label: LocalizedText
    ) {
        self.place = place
        self.origin = origin
        self.quote = quote
        self.indicator = indicator
        self.value = value
        self.label = label
    }
}

/// The outcome of one rule on one report, without its evidence.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case satisfied
    case violated
    case notApplicable
    /// A needed figure is missing. Never counted as satisfied.
    case undetermined
}

/// A violated or undetermined verdict worth showing.
package struct Finding: Hashable, Sendable {
    /// The rule that is violated or undetermined.
    package let rule: Rule.ID
    /// The grammar's figure's where the finding is about a statement and the figure has one, else the condition's, else the rule's; no more than a
    /// query where the wording allows for a lawful explanation.
    package let severity: Severity
    /// Violated or undetermined.
    package let verdict: Verdict
    /// What is wrong, with the computation.
    package let message: LocalizedText
    /// What to do, with the one change that would mend it where there is one.
    package let advice: LocalizedText
    /// The rule's, at least one.
    package let sources: [Citation]
    /// At least one, the place that the finding is about first.
    package let evidence: [Evidence]
    /// Names the finding by rule, unit, year, place by meaning and quote; unique within its audit; hexadecimal.
    package let fingerprint: String
    /// The fingerprint of the finding, of the same audit, whose consequence this one is; nil for one that stands by itself. A cause has no cause.
    package let cause: String?
    /// Why it is accepted; nil: it is not.
    package let waiver: Waiver?

    /// The same, accepted.
    package func waived(by waiver: Waiver) -> Finding {
        Finding(
            rule: rule, severity: severity, verdict: verdict, message: message, advice: advice, sources: sources, evidence: evidence,
            fingerprint: fingerprint, cause: cause, waiver: waiver)
    }

    package init(
        rule: Rule.ID, severity: Severity, verdict: Verdict, message: LocalizedText, advice: LocalizedText, sources: [Citation],
        evidence: [Evidence], fingerprint: String, cause: String? = nil, waiver: Waiver? = nil
    ) {
        self.cause = cause
        self.waiver = waiver
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        self.message = message
        self.advice = advice
        self.sources = sources
        self.evidence = evidence
        self.fingerprint = fingerprint
    }
}
