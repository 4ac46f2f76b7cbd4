import AuditModel

/// The findings as people look at them: by severity, and apart from them those that could not be judged.
enum FindingGroup: Hashable {
    case severity(Severity)
    /// A needed figure is missing.
    case undetermined

    static let inOrder: [FindingGroup] = [.severity(.error), .severity(.query), .severity(.note), .undetermined]

    /// The place in the order, the gravest 0.
    var rank: Int { Self.inOrder.firstIndex(of: self) ?? Self.inOrder.count }

    /// The name that pages and styles know it by.
    var name: String {
        switch self {
        case .severity(let severity): severity.rawValue
        case .undetermined: "undetermined"
        }
    }

    init(_ finding: Finding) {
        self = finding.verdict == .undetermined ? .undetermined : .severity(finding.severity)
    }
}

/// A finding with the number under which a report of the audit shows it.
struct NumberedFinding {
    /// Counted from 1 over the whole audit, in the order in which they are shown.
    let number: Int
    let finding: Finding

    /// The findings of an audit by group, those of one group in the audit's order; groups without findings are left out.
    static func grouped(_ audit: Audit) -> [(group: FindingGroup, findings: [NumberedFinding])] {
        var number = 0
        return FindingGroup.inOrder.compactMap { group in
            let members = audit.findings.filter { FindingGroup($0) == group }.map { finding in
                number += 1
                return NumberedFinding(number: number, finding: finding)
            }
            return members.isEmpty ? nil : (group, members)
        }
    }
}
