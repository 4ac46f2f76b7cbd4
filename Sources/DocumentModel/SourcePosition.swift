/// Where a character stands in its source file, in the terms that a person can look up.
package struct SourcePosition: Hashable, Sendable {
    /// The line, counted from 1; nil where the format has no lines.
    package let line: Int?
    /// The column in Unicode scalars, counted from 1; nil where the format has no columns.
    package let column: Int?
    /// The page, counted from 1; nil where the format has no pages.
    package let page: Int?

    package init(line: Int? = nil, column: Int? = nil, page: Int? = nil) {
        self.line = line
        self.column = column
        self.page = page
    }

    /// The position of which nothing is known.
    package static let unknown = SourcePosition()
}
