/// Where a character stands in its source file, in the terms that a person can look up.
///
/// Twelve bytes, since every text of a document has one.
package struct SourcePosition: Hashable, Sendable {
    private let lineNumber: Int32
    private let columnNumber: Int32
    private let pageNumber: Int32

    private static let none = Int32.min

    /// The line, counted from 1; nil where the format has no lines.
    package var line: Int? { Self.known(lineNumber) }
    /// The column in Unicode scalars, counted from 1; nil where the format has no columns.
    package var column: Int? { Self.known(columnNumber) }
    /// The page, counted from 1; nil where the format has no pages.
    package var page: Int? { Self.known(pageNumber) }

    /// Numbers beyond 32 bits, which no input that is read has, become the nearest.
    package init(line: Int? = nil, column: Int? = nil, page: Int? = nil) {
        lineNumber = line.map { Int32(clamping: $0) } ?? Self.none
        columnNumber = column.map { Int32(clamping: $0) } ?? Self.none
        pageNumber = page.map { Int32(clamping: $0) } ?? Self.none
    }

    /// The position of which nothing is known.
    package static let unknown = SourcePosition()

    private static func known(_ number: Int32) -> Int? { number == none ? nil : Int(number) }
}
