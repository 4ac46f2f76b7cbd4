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
    /// The file is encrypted, or asks for a password.
    case encrypted(SourceFormat)
    /// The file is cut off or not made as its format says. Detail: what was found, for a person who knows the format; may be empty.
    case damaged(SourceFormat, detail: String)
    /// The file's content is larger, unpacked, than the limit, or than its packed size allows.
    case expandsTooFar(limit: Int)
    /// The file has more entries or pages than the limit, or nests deeper.
    case tooManyParts(limit: Int)
    /// Markup that a report has no use for and that could do harm, such as a document type with entities.
    case forbiddenMarkup(SourceFormat)
    /// A program that the format needs is not installed; the Debian package that brings it.
    case missingProgram(String, package: String)
    /// Such a program failed: what it said last, or why it was ended. Detail may be empty.
    case programFailed(String, detail: String)
    /// Such a program was ended after so many seconds.
    case tookTooLong(String, seconds: Int)
    /// All pages are pictures. How many there are.
    case onlyPictures(pages: Int)
    /// Most of the text is in fonts that do not say which characters their codes stand for.
    case noCharacterMap(SourceFormat)
}
