package import AuditModel

/// A pack with one thing changed.
package struct Mutant: Sendable {
    /// What takes the place of what the pack has.
    package enum Change: Sendable {
        /// The rule of the same id.
        case rule(Rule)
        /// A vocabulary that rules look words up in: its id and words.
        case vocabulary(String, [String])
        /// The words by which sections divide into parts.
        case passages([PassageGrammar.Part])
        /// How narratives state figures. Made when it is asked for, since each is as large as the pack's.
        case statements(@Sendable () -> StatementGrammar)
    }

    /// What was changed.
    package let mutation: Mutation
    /// The rule that was changed; nil for what rules have in common.
    package let rule: Rule.ID?
    /// The change itself.
    package let change: Change
    /// A text that a report has to hold for the change to make a difference; nil where that cannot be told.
    package let word: String?
    /// A figure that a report has to state for the change to make a difference; nil where that cannot be told.
    package let figure: String?

    init(_ mutation: Mutation, rule: Rule.ID?, change: Change, word: String? = nil, figure: String? = nil) {
        self.figure = figure
        self.mutation = mutation
        self.rule = rule
        self.change = change
        self.word = word
    }
}

/// A value with one thing changed.
struct Variant<Value> {
    /// What of the value was changed; empty for the value as such.
    let part: String
    let action: Mutation.Action
    let value: Value

    init(_ part: String, _ action: Mutation.Action, _ value: Value) {
        self.part = part
        self.action = action
        self.value = value
    }

    /// The same change as one of a larger value.
    func within<Whole>(_ name: String, _ whole: (Value) -> Whole) -> Variant<Whole> {
        Variant<Whole>(part.isEmpty ? name : "\(name) \(part)", action, whole(value))
    }
}

/// The changes of values that occur in many places.
enum Variants {
    /// Lists that lack one of their names; none where that would leave nothing.
    static func shorter(_ part: String, _ names: [String]) -> [Variant<[String]>] {
        guard names.count > 1 else { return [] }
        return names.indices.map { index in
            var rest = names
            let name = rest.remove(at: index)
            return Variant(part, .without(name), rest)
        }
    }

    /// Lists that have one name more.
    static func longer(_ part: String, _ names: [String], among known: [String]) -> [Variant<[String]>] {
        known.filter { !names.contains($0) }.map { Variant(part, .with($0), names + [$0]) }
    }

    /// A list of names that lets all pass when it is empty: without one of its names, not there at all, or letting all but one pass.
    static func filters(_ part: String, _ names: [String], among known: [String]) -> [Variant<[String]>] {
        guard names.isEmpty else {
            let isNarrow = known.contains { !names.contains($0) }
            return shorter(part, names) + (isNarrow ? [Variant(part, .dropped, [])] : [])
        }
        guard known.count > 1 else { return [] }
        return known.map { name in Variant(part, .without(name), known.filter { $0 != name }) }
    }

    /// A tenth more and a tenth less, exactly.
    static func nudged(_ part: String, _ value: Quantity) -> [Variant<Quantity>] {
        ([9, 11] as [Int128]).compactMap { tenths in
            guard let product = value.multiplied(by: Quantity(significand: tenths, scale: 1)), product != value else { return nil }
            return Variant(part, .set(product.description), product)
        }
    }

    /// The other grades.
    static func severities(_ part: String, _ severity: Severity) -> [Variant<Severity>] {
        Severity.allCases.filter { $0 != severity }.map { Variant(part, .set($0.rawValue), $0) }
    }
}
