import AuditModel

/// A list of `dimension=value`, which the schema has checked for its shape.
func features(in list: [String]) -> [StatementGrammar.Feature] {
    list.compactMap { entry in
        let parts = entry.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return StatementGrammar.Feature(dimension: String(parts[0]), value: String(parts[1]))
    }
}

/// A list of `dimension=value|value`.
func choices(in list: [String]) -> [(dimension: String, values: [String])] {
    features(in: list).map { ($0.dimension, $0.value.split(separator: "|").map(String.init)) }
}
