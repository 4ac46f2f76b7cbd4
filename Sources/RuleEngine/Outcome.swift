import AuditModel

/// A violated instance of a requirement.
struct Offence {
    /// At least one, the place that the finding is about first.
    var evidence: [Evidence]
    /// What stands for the placeholders of the condition's templates.
    var values: PlaceholderValues = [:]
    /// Takes the place of the condition's severity; nil leaves it.
    var severity: Severity?
    /// The gravest that the finding may be; nil for no bound.
    var ceiling: Severity?
    /// What the finding is about where its place does not tell (a missing row); it takes the place's part in the fingerprint.
    var subject: String?
    /// A sentence of the engine's own after the advice.
    var remark: LocalizedText?
    /// Take the place of the condition's templates; nil leaves them.
    var message: LocalizedText?
    /// See `message`.
    var advice: LocalizedText?
    /// By how much figures differ, for what is an equality of them.
    var balance: Balance?
    /// The figures that the offence is about though no evidence is: those of a row that is missing.
    var concerns: [Indicator.ID] = []
    /// The one change that would mend it; takes the place of `{repair}`, or stands after the advice where the templates have no such place.
    var repair: LocalizedText?
}

/// An instance of a requirement that cannot be judged.
struct Gap {
    /// At least one; the missing figures where that is the reason.
    var evidence: [Evidence]
    /// What is missing, as a clause.
    var reason: LocalizedText
    var subject: String?
    /// True when the reason lies in the rule and not in the report.
    var isFailure = false
    /// True where there is nothing to do about it: the rule is undetermined without a finding.
    var isSilent = false
}

/// The instances of one requirement. Instances that it does not apply to are not counted.
struct Tally {
    private(set) var isSatisfied = false
    private(set) var offences: [Offence] = []
    private(set) var gaps: [Gap] = []

    /// Nothing judged so far.
    init() {}

    /// What cannot be judged at all.
    init(_ gap: Gap) { gaps = [gap] }

    mutating func satisfied() { isSatisfied = true }
    mutating func violated(_ offence: Offence) { offences.append(offence) }
    mutating func undetermined(_ gap: Gap) { gaps.append(gap) }

    /// The same with a remark on the last offence, if there is one.
    func withRemarkOnLast(_ remark: LocalizedText) -> Tally {
        var tally = self
        if let last = tally.offences.indices.last { tally.offences[last].remark = remark }
        return tally
    }
}

extension Verdict {
    /// Adds a condition's instances: violated if any is; else undetermined if any is; else satisfied if any is; else not applicable.
    mutating func add(_ tally: Tally) {
        switch self {
        case .violated: break
        case _ where !tally.offences.isEmpty: self = .violated
        case .undetermined: break
        case _ where !tally.gaps.isEmpty: self = .undetermined
        case .satisfied: break
        case .notApplicable: if tally.isSatisfied { self = .satisfied }
        }
    }
}

/// The names that may stand in braces in a pack's messages and advice.
enum Placeholder: String, Hashable, CaseIterable {
    case unit, year, section, quote
    case row, column, table, instance, left, right, computation, stated, difference, repair
    case indicator, value, kind, expected, found
    case figure, other, whole
    case part, similarity, length
    case old, new, change, percent, factor
}
