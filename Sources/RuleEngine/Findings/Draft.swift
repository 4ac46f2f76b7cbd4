import AuditModel

/// A finding before it is worded and sorted.
struct Draft {
    /// Handed around until it is worded, so that it is kept in one piece.
    indirect enum Outcome {
        case violated(Offence)
        case undetermined(Gap)
    }

    /// The index of the rule in the pack.
    let rule: Int
    /// The index of the condition in the rule.
    let condition: Int
    let outcome: Outcome

    var evidence: [Evidence] {
        switch outcome {
        case .violated(let offence): offence.evidence
        case .undetermined(let gap): gap.evidence
        }
    }

    var subject: String? {
        switch outcome {
        case .violated(let offence): offence.subject
        case .undetermined(let gap): gap.subject
        }
    }
}
