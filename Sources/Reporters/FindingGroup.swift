import AuditModel

/// The findings as people look at them: by severity, and apart from them those that could not be judged.
enum FindingGroup: Hashable {
    case severity(Severity)
    /// A needed figure is missing.
    case undetermined
    /// A bureau accepts it.
    case waived

    static let inOrder: [FindingGroup] = [.severity(.error), .severity(.query), .severity(.note), .undetermined, .waived]

    /// The place in the order, the gravest 0.
    var rank: Int { Self.inOrder.firstIndex(of: self) ?? Self.inOrder.count }

    /// The name that pages and styles know it by.
    var name: String {
        switch self {
        case .severity(let severity): severity.rawValue
        case .undetermined: "undetermined"
        case .waived: "waived"
        }
    }

    init(_ finding: Finding) {
        self = finding.waiver != nil ? .waived : finding.verdict == .undetermined ? .undetermined : .severity(finding.severity)
    }
}

/// A finding with the number under which a report of the audit shows it.
struct NumberedFinding {
    /// Counted from 1 over the whole audit, in the order in which they are shown.
    let number: Int
    let finding: Finding
    /// The number of the finding under which it is shown as a consequence; nil for one that stands by itself.
    let cause: Int?

    /// The findings of an audit by group, those of one group in the audit's order, each with its consequences, of whatever group, behind it; groups without
    /// findings are left out. What is waived hides nothing: its consequences stand by themselves.
    static func grouped(_ audit: Audit) -> [(group: FindingGroup, findings: [NumberedFinding])] {
        let open = Set(audit.findings.filter { $0.waiver == nil && $0.cause == nil }.map(\.fingerprint))
        let consequences = Dictionary(grouping: audit.findings.filter { $0.cause.map(open.contains) ?? false }) { $0.cause ?? "" }
        var number = 0
        return FindingGroup.inOrder.compactMap { group in
            var members: [NumberedFinding] = []
            for finding in audit.findings where FindingGroup(finding) == group && !(finding.cause.map(open.contains) ?? false) {
                number += 1
                let own = number
                members.append(NumberedFinding(number: own, finding: finding, cause: nil))
                for consequence in consequences[finding.fingerprint] ?? [] where finding.cause == nil {
                    number += 1
                    members.append(NumberedFinding(number: number, finding: consequence, cause: own))
                }
            }
            return members.isEmpty ? nil : (group, members)
        }
    }
}
