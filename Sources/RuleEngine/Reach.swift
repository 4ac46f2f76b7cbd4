import AuditModel

/// Whether a rule or condition holds for a report.
enum Reach {
    case holds
    case fails
    /// The report does not tell of what kind it is: what the rule objects to may be lawful.
    case unsure(LocalizedText)
    /// Figures or passages that decide are missing.
    case undetermined(Gap)
}

extension Tally {
    /// The same where the rule may not hold for the report: an offence may be none, and what is in order says nothing. What would be in order for every
    /// kind of report hides nothing, so it is no gap.
    func unsure(_ reason: LocalizedText) -> Tally {
        var tally = Tally()
        for offence in offences { tally.undetermined(Gap(evidence: offence.evidence, reason: reason, subject: offence.subject)) }
        for gap in gaps { tally.undetermined(gap) }
        return tally
    }

    /// The same without the offences that are lawful.
    func without(_ isLawful: (Offence) throws(RuleFailure) -> Bool) throws(RuleFailure) -> Tally {
        var tally = Tally()
        if isSatisfied { tally.satisfied() }
        for offence in offences {
            if try isLawful(offence) { tally.satisfied() } else { tally.violated(offence) }
        }
        for gap in gaps { tally.undetermined(gap) }
        return tally
    }
}
