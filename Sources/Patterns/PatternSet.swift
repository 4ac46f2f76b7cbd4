internal import CRE2

/// Many patterns searched for in one pass: says which of them match, not where.
///
/// A class, since it owns RE2's handle, which is immutable once compiled, hence `@unchecked Sendable`.
package final class PatternSet: @unchecked Sendable {
    /// The patterns, in the order given.
    package let sources: [String]
    private let handle: OpaquePointer

    /// Compiles the patterns into one; its memory limit is that of one pattern for every pattern. Takes less than compiling each of them.
    ///
    /// Throws `malformed` without offset for the first source that is no pattern, `tooLarge` (with the joined sources) and `outOfMemory`.
    package init(_ sources: [String]) throws(PatternError) {
        guard let created = cre2_set_create(Int64(Pattern.memoryLimit * max(sources.count, 1))) else { throw .outOfMemory }
        self.sources = sources
        handle = created
        for source in sources {
            var text = source
            let added = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cre2_set_add(created, $0.baseAddress, $0.count) }
            }
            guard added == 1 else { throw .malformed(source: source, offset: nil, message: "") }
        }
        guard cre2_set_compile(created) == 1 else { throw .tooLarge(source: sources.joined(separator: "|")) }
    }

    deinit {
        cre2_set_destroy(handle)
    }

    /// The indices in `sources`, ascending, of those that match somewhere in the text; nil when the memory limit ended the search, which then says
    /// nothing. Linear in the text.
    package func matchingIndices(in text: UnsafeBufferPointer<UInt8>) -> [Int]? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: sources.count) { found in
            found.initialize(repeating: 0)
            let completed = text.withMemoryRebound(to: CChar.self) {
                cre2_set_match(handle, $0.baseAddress, $0.count, found.baseAddress, found.count)
            }
            return completed == 1 ? found.indices.filter { found[$0] != 0 } : nil
        }
    }
}
