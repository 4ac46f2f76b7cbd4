import AuditModel

/// What an undecided statement may mean.
enum StatementCandidates {
    /// The indicators (indices in the form) of all readings, each once, in the order of the readings.
    static func indicators(of statement: Statement) -> [Int] {
        var seen: Set<Int> = []
        return statement.readings.joined().filter { seen.insert($0).inserted }
    }
}
