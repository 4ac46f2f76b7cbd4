/// Why a source cannot be read at all. What can be read in part is a document with a `Remark` instead.
package enum ReadingError: Error, Hashable, Sendable {
    /// No bytes, or nothing but blanks.
    case empty
    /// More bytes than the limit, which is given.
    case tooLarge(limit: Int)
    /// The bytes are no text in any encoding that is known: they hold NUL or too many control characters.
    case notText
    /// The bytes are a kind of file that no reader is there for.
    case unsupported(SourceFormat)
    /// The bytes were taken for text in that encoding and cannot be decoded. `nil` when no encoding fits.
    case notDecodable(encoding: TextEncoding?)
}
