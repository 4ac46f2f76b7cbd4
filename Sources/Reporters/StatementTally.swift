import AuditModel

/// How many of a narrative's statements stand in which state: what was checked and what was not.
struct StatementTally: Hashable, Sendable {
    /// One reason for which numbers were not compared.
    struct Reason: Hashable, Sendable {
        /// The grammar's reason id.
        let id: String
        let count: Int
    }

    let bound: Int
    let agreeing: Int
    let differing: Int
    let ambiguous: Int
    let unbound: Int
    /// Why statements are ambiguous or unbound, the most frequent first, then by id.
    let reasons: [Reason]
    /// Numbers that are no figures (dates, percentages), the same way.
    let otherNumbers: [Reason]

    init(_ narrative: Narrative) {
        let statements = narrative.statements
        bound = statements.count { $0.state == .bound }
        agreeing = statements.count { $0.agrees == true }
        differing = statements.count { $0.agrees == false }
        ambiguous = statements.count { $0.state == .ambiguous }
        unbound = statements.count { $0.state == .unbound }
        var counts: [String: Int] = [:]
        for statement in statements where statement.state != .bound { counts[statement.reason ?? "", default: 0] += 1 }
        reasons = Self.sorted(counts)
        otherNumbers = Self.sorted(narrative.otherNumbers)
    }

    /// Bound statements with whose figure nothing could be compared: its cell is missing or no number, or the form has no cell for it.
    var uncompared: Int { bound - agreeing - differing }

    private static func sorted(_ counts: [String: Int]) -> [Reason] {
        counts.map { Reason(id: $0.key, count: $0.value) }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }
}
