/// Why a pattern could not be compiled.
package enum PatternError: Error, Hashable, Sendable {
    /// The source is not in RE2's syntax. `offset` is where the offending fragment begins, in UTF-8 bytes from 0; nil when RE2 does not tell
    /// it apart from other places. `message` is RE2's, in English.
    /// - Source: https://github.com/google/re2/wiki/Syntax
    case malformed(source: String, offset: Int?, message: String)
    /// The compiled pattern would not fit in `Pattern.memoryLimit`.
    case tooLarge(source: String)
    /// The machine ran out of memory.
    case outOfMemory
}
