import DocumentModel

/// What a format's reader finds, in document order, before headings are told from paragraphs.
enum FlatBlock {
    case line(FlatLine)
    case table(FlatTable)
}

/// A paragraph or heading.
struct FlatLine {
    let text: BlockText
    /// What the format says of its rank: 1 for the highest heading; nil when it says nothing.
    let level: Int?

    init(_ text: BlockText, level: Int? = nil) {
        self.text = text
        self.level = level
    }
}

/// A table that does not know its section yet.
struct FlatTable {
    struct Remark {
        let kind: DocumentModel.Remark.Kind
        /// The row, counted from 1; nil when the whole table is meant.
        let row: Int?
        let detail: String
    }

    let rowCount: Int
    let columnCount: Int
    /// As in `Table`.
    let cells: [Cell]
    let remarks: [Remark]
}
