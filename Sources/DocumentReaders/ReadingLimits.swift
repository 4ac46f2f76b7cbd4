/// How much of a source is read. Beyond `bytes` reading fails; beyond the others the rest is left out and a remark says so.
///
/// - Source: a report has about 20 KB, 400 lines, 350 cells and 20 sections; the limits leave room for a thousand times as much and keep
///   memory under about half a gigabyte.
package struct ReadingLimits: Hashable, Sendable {
    /// The bytes of a source that is text or markup.
    package let bytes: Int
    /// The bytes of a source that is a container of text, pictures and fonts.
    package let packedBytes: Int
    /// The lines that are not blank.
    package let lines: Int
    /// The paragraphs and headings of the document.
    package let paragraphs: Int
    /// The cells of all tables together.
    package let cells: Int
    /// The columns of one table.
    package let columns: Int
    /// The places (rows times columns) of all tables together.
    package let gridPlaces: Int
    /// The sections of the document, subsections included.
    package let sections: Int
    /// The pages of a format that has pages.
    package let pages: Int

    package init(
        bytes: Int = 8 << 20, packedBytes: Int = 64 << 20, lines: Int = 2_000_000, paragraphs: Int = 200_000, cells: Int = 500_000,
        columns: Int = 1_000, gridPlaces: Int = 2_000_000, sections: Int = 5_000, pages: Int = 500
    ) {
        self.bytes = bytes
        self.packedBytes = packedBytes
        self.lines = lines
        self.paragraphs = paragraphs
        self.cells = cells
        self.columns = columns
        self.gridPlaces = gridPlaces
        self.sections = sections
        self.pages = pages
    }

    /// What is read where nothing else is asked for.
    package static let standard = ReadingLimits()
}
