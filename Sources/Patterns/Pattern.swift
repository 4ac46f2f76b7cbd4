internal import CRE2

/// A compiled regular expression in RE2's syntax, matched against UTF-8 in time linear in the text.
///
/// There are no look-arounds and no back references: that is the price of linear time. `(?i)`, `(?s)`, `(?m)` at the start of the source set
/// options, `\p{Han}` is a Han character. Bytes that are not UTF-8 match nothing.
///
/// A class, since it owns RE2's handle. The handle is immutable to its callers (RE2 locks its own caches), hence `@unchecked Sendable`.
package final class Pattern: @unchecked Sendable {
    /// What one pattern may take in memory, program and caches, in bytes. When the caches are full RE2 goes on more slowly, still linearly.
    /// - Source: half of RE2's own default (`kDefaultMaxMem`), enough for some hundred alternatives of Han text
    package static let memoryLimit = 4 << 20

    /// The source as given.
    package let source: String
    /// How many capturing groups the source has; the whole match is not one of them.
    package let groupCount: Int
    private let groupNumbers: [String: Int]
    private let handle: OpaquePointer

    /// Compiles a pattern; takes some 0.1 ms.
    package init(_ source: String) throws(PatternError) {
        var failure = cre2_error()
        var text = source
        let compiled = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_pattern_create($0.baseAddress, $0.count, Int64(Self.memoryLimit), &failure)
            }
        }
        guard let compiled else { throw PatternError(failure, source: source) }
        self.source = source
        handle = compiled
        groupCount = Int(cre2_pattern_group_count(compiled))
        var numbers: [String: Int] = [:]
        for group in 0...groupCount {
            if let name = cre2_pattern_group_name(compiled, Int32(group)) {
                numbers[String(cString: name)] = group
            }
        }
        groupNumbers = numbers
    }

    deinit {
        cre2_pattern_destroy(handle)
    }

    /// The number of the group `(?P<name>…)`, from 1; nil when the source has no such group.
    package func groupNumber(named name: String) -> Int? {
        groupNumbers[name]
    }

    /// Whether the pattern matches somewhere in `range` (nil: everywhere) of the text. Faster than asking for the match.
    package func matches(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil) -> Bool {
        search(text, in: range ?? 0..<text.count, groups: UnsafeMutableBufferPointer(start: nil, count: 0))
    }

    /// The leftmost match that lies within `range` (nil: the whole) of the text.
    ///
    /// `^`, `$` and `\b` see the whole text, so `^` does not match at the start of a range that begins later.
    package func firstMatch(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>? = nil) -> PatternMatch? {
        match(text, in: range ?? 0..<text.count)
    }

    /// The matches within `range` (nil: the whole), left to right, not overlapping; after an empty match the search goes on one character later.
    ///
    /// Each search is linear, but a pattern that looks far ahead and then settles for little (`a.*b|a`) can make each of them read to the end:
    /// the cost is at worst `limit` times the length. `limit` must be positive.
    package func allMatches(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>? = nil, limit: Int) -> PatternMatches {
        precondition(limit > 0, "a limit of matches is positive")
        let range = range ?? 0..<text.count
        var found: [PatternMatch] = []
        var start = range.lowerBound
        while start <= range.upperBound, let match = match(text, in: start..<range.upperBound) {
            if found.count == limit {
                return PatternMatches(matches: found, isComplete: false)
            }
            found.append(match)
            start = match.range.isEmpty ? characterEnd(after: match.range.upperBound, in: text) : match.range.upperBound
        }
        return PatternMatches(matches: found, isComplete: true)
    }

    private func match(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> PatternMatch? {
        withUnsafeTemporaryAllocation(of: cre2_range.self, capacity: groupCount + 1) { groups in
            groups.initialize(repeating: cre2_range(start: -1, end: -1))
            guard search(text, in: range, groups: groups) else { return nil }
            return PatternMatch(
                range: groups[0].start..<groups[0].end,
                groups: groups.dropFirst().map { $0.start < 0 ? nil : $0.start..<$0.end },
                pattern: self)
        }
    }

    private func search(
        _ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, groups: UnsafeMutableBufferPointer<cre2_range>
    ) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a range to search lies within its text")
        return text.withMemoryRebound(to: CChar.self) { bytes in
            // RE2 takes a missing address for a group that took no part, so empty text needs one too.
            withUnsafePointer(to: CChar(0)) { nothing in
                cre2_pattern_match(
                    handle, bytes.baseAddress ?? nothing, bytes.count, range.lowerBound, range.upperBound, groups.baseAddress,
                    Int32(groups.count)) == 1
            }
        }
    }

    private func characterEnd(after index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var next = index + 1
        while next < text.count, text[next] & 0xC0 == 0x80 {
            next += 1
        }
        return next
    }
}

extension PatternError {
    init(_ failure: cre2_error, source: String) {
        let message = withUnsafeBytes(of: failure.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        switch failure.code {
        case Int32(CRE2_OUT_OF_MEMORY):
            self = .outOfMemory
        case Int32(CRE2_TOO_LARGE):
            self = .tooLarge(source: source)
        default:
            self = .malformed(source: source, offset: failure.offset < 0 ? nil : failure.offset, message: message)
        }
    }
}
