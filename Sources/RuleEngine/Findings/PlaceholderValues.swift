import AuditModel

/// What stands for the placeholders of a condition's templates. They are so few that looking through them is faster than hashing.
struct PlaceholderValues: ExpressibleByDictionaryLiteral {
    private var values: [(name: Placeholder, text: LocalizedText)]

    init(dictionaryLiteral elements: (Placeholder, LocalizedText)...) { values = elements.map { ($0.0, $0.1) } }

    /// Nil for a placeholder for which nothing stands; of several values the last one that was set.
    subscript(name: Placeholder) -> LocalizedText? {
        get { values.last { $0.name == name }?.text }
        set {
            values.removeAll { $0.name == name }
            if let newValue { values.append((name, newValue)) }
        }
    }
}
