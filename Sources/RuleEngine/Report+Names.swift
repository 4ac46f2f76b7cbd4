import AuditModel

extension Report {
    /// What the units of this report and of another one are called, each name once.
    func names(and other: Report) -> [String] {
        (identity.names + other.identity.names).reduce(into: []) { names, name in
            // Names of different lengths need not be compared.
            if !names.contains(where: { $0.utf8.count == name.utf8.count && $0 == name }) { names.append(name) }
        }
    }
}
