/// The name of a place in a document, such as `s3/t1/r4c2` or `s5.2/p3`. Everything in it counts from 1, except that section 0 is
/// what stands before the first section.
package struct Locator: Hashable, Sendable, CustomStringConvertible {
    /// What within the section is named. Paragraphs and tables are counted apart, those of subsections not included.
    package enum Part: Hashable, Sendable {
        /// The section itself, or its heading.
        case section
        case paragraph(Int)
        case table(Int)
        case cell(table: Int, row: Int, column: Int)
    }

    /// The section's numbers from the top: `[5, 2]` is the second part of section five. Never empty.
    package let section: [Int]
    /// `.section` for the section as a whole and for its heading.
    package let part: Part

    package init(section: [Int], part: Part = .section) {
        self.section = section
        self.part = part
    }

    /// The whole document.
    package static let document = Locator(section: [0])

    package var description: String {
        var name = "s"
        for (depth, number) in section.enumerated() { name += depth == 0 ? "\(number)" : ".\(number)" }
        switch part {
        case .section: return name
        case .paragraph(let number): return "\(name)/p\(number)"
        case .table(let number): return "\(name)/t\(number)"
        case .cell(let table, let row, let column): return "\(name)/t\(table)/r\(row)c\(column)"
        }
    }
}

/// A place in a document together with where it stands in the source.
package struct Place: Hashable, Sendable {
    /// The innermost part that holds the place: a cell rather than its table.
    package let locator: Locator
    /// Of the first character that is meant; `.unknown` for a place where nothing stands, such as a missing section.
    package let position: SourcePosition

    package init(_ locator: Locator, _ position: SourcePosition = .unknown) {
        self.locator = locator
        self.position = position
    }
}
