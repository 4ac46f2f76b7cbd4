import DocumentModel

/// All that a page shows, line by line, before it is told what of it is the report.
struct PageContent {
    /// A line of text. Cells have lines, too.
    struct Line {
        /// Without blanks around it; as it stands within preformatted text.
        let text: BlockText
        /// The index of the node that its first character stands in.
        let node: Int
        /// The rank of the heading element around it.
        let level: Int?
        /// The preformatted element around it.
        let preformatted: Int?
        /// The share of the text in links, in bytes.
        let linkBytes: Int
        /// How many full stops and semicolons it has.
        let stops: Int
        /// The entry of the outline whose heading it is, as surely as can be told without the others.
        let entry: Int?
        /// Whether it stands in what is named like a title.
        let isNamedTitle: Bool
        /// Whether it has digits and signs only.
        let isFigure: Bool

        /// The length of the text.
        let bytes: Int
        /// Whether most of it stands in links.
        let isLink: Bool
    }

    /// A cell of a table and its lines.
    struct Cell {
        let node: Int
        let columns: Int
        /// 0 for down to the last row of its group.
        let rows: Int
        var lines: Range<Int>
    }

    /// A row of a table.
    struct Row {
        /// 0 for the head, 1 for the body, 2 for the foot.
        let group: Int
        var cells: [Cell] = []
    }

    struct Table {
        let node: Int
        /// The table around it.
        let outer: Int?
        /// Whether the page says that it only lays out.
        let isForLayout: Bool
        var rows: [Row] = []
        /// Its lines and all within it.
        var lines: Range<Int>
    }

    /// A part that is named or tagged like something around a report.
    struct Aside {
        let node: Int
        var lines: Range<Int>
        /// Whether the element itself says so, not only its name.
        let isTagged: Bool
    }

    /// A picture of some size.
    struct Picture {
        let node: Int
        /// The index of the line behind it.
        let line: Int
    }

    var lines: [Line] = []
    var tables: [Table] = []
    var asides: [Aside] = []
    var pictures: [Picture] = []
    /// How many insertions and deletions are marked in the text.
    var changes = 0
    /// The page's elements that say something of it: `title` and `meta`.
    var heads: [Int] = []
}
