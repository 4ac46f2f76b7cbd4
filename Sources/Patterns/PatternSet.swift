internal import CRE2

/// Many patterns searched for in one pass: says which of them match, not where.
///
/// A class, since it owns RE2's handle, which is immutable once compiled, hence `@unchecked Sendable`.
package final class PatternSet: @unchecked Sendable {
    /// The patterns, in the order given.
    package let patterns: [Pattern]
    private let handle: OpaquePointer

    /// Compiles the patterns into one; its memory limit is that of one pattern for every pattern.
    /// Throws only `tooLarge` (with the joined sources) and `outOfMemory`: each pattern was compiled before.
    package init(_ patterns: [Pattern]) throws(PatternError) {
        guard let created = cre2_set_create(Int64(Pattern.memoryLimit * max(patterns.count, 1))) else { throw .outOfMemory }
        self.patterns = patterns
        handle = created
        for pattern in patterns {
            var source = pattern.source
            let added = source.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cre2_set_add(created, $0.baseAddress, $0.count) }
            }
            guard added == 1 else { throw .outOfMemory }
        }
        guard cre2_set_compile(created) == 1 else {
            throw .tooLarge(source: patterns.map(\.source).joined(separator: "|"))
        }
    }

    deinit {
        cre2_set_destroy(handle)
    }

    /// The indices in `patterns`, ascending, of those that match somewhere in the text. Linear in the text; when the memory limit ends the
    /// common search, each pattern is searched for by itself.
    package func matchingIndices(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: patterns.count) { found in
            found.initialize(repeating: 0)
            let completed = text.withMemoryRebound(to: CChar.self) {
                cre2_set_match(handle, $0.baseAddress, $0.count, found.baseAddress, found.count)
            }
            guard completed == 1 else {
                return patterns.indices.filter { patterns[$0].matches(text) }
            }
            return found.indices.filter { found[$0] != 0 }
        }
    }
}
