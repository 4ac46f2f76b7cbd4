/// One change to a pack, made to see whether the pack's test cases notice it.
package struct Mutation: Hashable, Sendable {
    /// What was done to the part.
    package enum Action: Hashable, Sendable {
        /// The part is no longer there.
        case dropped
        /// The part lacks one of the things it was made of.
        case without(String)
        /// The part has one thing more.
        case with(String)
        /// The part has another value.
        case set(String)
        /// A summand counts twice.
        case doubled(String)
        /// What was added is taken away, or the other way round.
        case negated(String)
    }

    /// What was changed, by the names of the pack's elements and attributes, such as `equation.2 left`; of several elements of one name within a
    /// rule the number tells which, counted from 1.
    package let part: String
    /// What was done to it.
    package let action: Action

    package init(part: String, action: Action) {
        self.part = part
        self.action = action
    }

    /// The change as written reasons name it: `equation.2 left without applications.new.total`. It does not depend on where things stand in a file.
    package var key: String {
        switch action {
        case .dropped: "\(part) dropped"
        case .without(let name): "\(part) without \(name)"
        case .with(let name): "\(part) with \(name)"
        case .set(let value): "\(part) = \(value)"
        case .doubled(let name): "\(part) doubled \(name)"
        case .negated(let name): "\(part) negated \(name)"
        }
    }
}

/// Why no test case needs to notice some changes, as a pack says it.
package struct MutationExcuse: Hashable, Sendable {
    /// Whose changes are meant; nil: those of the words that rules have in common.
    package let rule: Rule.ID?
    /// The key of the change, in which `*` stands for any characters; with `names` what stands before each of them.
    package let pattern: String
    /// The names that end the keys meant, such as words that are dropped; empty where the pattern is the whole key.
    package let names: [String]
    /// True: it holds only of words in which a shorter word of the same list stands, which is looked up whenever the excuse is used.
    package let isOfShorterWords: Bool
    /// In the pack's words.
    package let reason: String
    /// `FILE:LINE:COLUMN` of the excuse in the pack.
    package let place: String

    package init(rule: Rule.ID?, pattern: String, names: [String] = [], isOfShorterWords: Bool = false, reason: String, place: String) {
        self.isOfShorterWords = isOfShorterWords
        self.rule = rule
        self.pattern = pattern
        self.names = names
        self.reason = reason
        self.place = place
    }

    /// The keys of the changes meant, each with `*` for any characters.
    package var patterns: [String] { names.isEmpty ? [pattern] : names.map { "\(pattern) \($0)" } }

    /// Whether a key is what a pattern with `*` for any characters means. Linear in the key's length for each `*`.
    package static func fits(_ key: String, _ pattern: String) -> Bool {
        let parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
        let key = Array(key.utf8)
        guard let first = parts.first, let last = parts.last else { return false }
        guard parts.count > 1 else { return key == first }
        guard key.count >= first.count + last.count, key.starts(with: first), key.suffix(last.count).elementsEqual(last) else {
            return false
        }
        var rest = key[first.count..<(key.count - last.count)]
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else { return false }
            rest = rest[(start + part.count)...]
        }
        return true
    }
}

/// All that a pack brings along to be tested by.
package struct PackTests: Hashable, Sendable {
    /// Files in the pack's order, rules and cases in their file's.
    package let cases: [RuleCase]
    /// In the pack's order.
    package let excuses: [MutationExcuse]

    package init(cases: [RuleCase], excuses: [MutationExcuse]) {
        self.cases = cases
        self.excuses = excuses
    }
}
