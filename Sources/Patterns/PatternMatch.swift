/// One place where a pattern matches. Ranges count UTF-8 bytes from the start of the searched text, from 0, also when only a range was searched.
package struct PatternMatch: Sendable {
    /// The whole match; may be empty.
    package let range: Range<Int>
    /// Group 1 first; nil for a group that took no part.
    package let groups: [Range<Int>?]
    private let pattern: Pattern

    init(range: Range<Int>, groups: [Range<Int>?], pattern: Pattern) {
        self.range = range
        self.groups = groups
        self.pattern = pattern
    }

    /// Group `number`, from 1; 0 is the whole match. Nil when the group took no part or the pattern has no such group.
    package subscript(number: Int) -> Range<Int>? {
        if number == 0 { return range }
        return groups.indices.contains(number - 1) ? groups[number - 1] : nil
    }

    /// The group `(?P<name>…)`. Nil when it took no part or the pattern has no such group.
    package subscript(name: String) -> Range<Int>? {
        pattern.groupNumber(named: name).flatMap { self[$0] }
    }
}

/// The matches of one pattern in one text.
package struct PatternMatches: Sendable {
    /// Left to right, not overlapping.
    package let matches: [PatternMatch]
    /// False when the limit ended the search: there is at least one match more.
    package let isComplete: Bool
}
