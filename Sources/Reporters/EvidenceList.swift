import AuditModel

/// The evidence of one finding as people look at it: one by one, save the many cells of a sum that hold 0.
struct EvidenceList {
    /// From so many pieces on, zeros are told together.
    private static let most = 6

    /// In the finding's order, what the finding is about first.
    let shown: [Evidence]
    /// Cells of this report that hold 0 and add nothing to the sum, in the finding's order.
    let zeros: [Evidence]

    init(_ finding: Finding) {
        guard finding.evidence.count > Self.most else {
            shown = finding.evidence
            zeros = []
            return
        }
        func isZero(_ offset: Int, _ evidence: Evidence) -> Bool {
            offset > 0 && evidence.origin == .current && evidence.indicator != nil && evidence.value == .zero
        }
        shown = finding.evidence.enumerated().filter { !isZero($0, $1) }.map(\.element)
        zeros = finding.evidence.enumerated().filter { isZero($0, $1) }.map(\.element)
    }
}
