import AuditModel

/// A list of `dimension=value`, which the schema has checked for its shape.
func features(in list: [String]) -> [StatementGrammar.Feature] {
    list.compactMap { entry in
        // By bytes, like all that is done some thousand times at every start.
        let parts = entry.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map { String(Substring($0)) }
        return parts.count == 2 ? StatementGrammar.Feature(dimension: parts[0], value: parts[1]) : nil
    }
}

/// A list of `dimension=value|value`.
func choices(in list: [String]) -> [(dimension: String, values: [String])] {
    features(in: list).map { ($0.dimension, $0.value.split(separator: "|").map(String.init)) }
}
