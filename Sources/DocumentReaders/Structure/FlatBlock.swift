import DocumentModel

/// What a format's reader makes of a source: all but the sections, which are found for all formats alike.
struct FlatDocument {
    /// In document order.
    let blocks: [FlatBlock]
    /// What the reader had to settle or could not read, but for what was left out for want of room.
    let remarks: [Remark]
    /// What is to be said of places between blocks, in document order.
    let notes: [Note]
    /// As in `Document`.
    let metadata: [Metadata]
    let format: SourceFormat
    /// Nil for a format that is no text.
    let encoding: TextEncoding?

    /// Something met where no block is: a picture, for instance.
    struct Note {
        /// The index of the block before which it stands.
        let block: Int
        let kind: Remark.Kind
        /// How many of them; the detail of the remark that it becomes.
        var count: Int
    }

    init(
        blocks: [FlatBlock], remarks: [Remark] = [], notes: [Note] = [], metadata: [Metadata] = [], format: SourceFormat,
        encoding: TextEncoding? = nil
    ) {
        self.blocks = blocks
        self.remarks = remarks
        self.notes = notes
        self.metadata = metadata
        self.format = format
        self.encoding = encoding
    }
}

/// What a format's reader finds, in document order, before headings are told from paragraphs.
enum FlatBlock {
    case line(FlatLine)
    case table(FlatTable)

    /// Where it begins.
    var start: SourcePosition {
        switch self {
        case .line(let line): line.text.start
        case .table(let table): table.cells.first?.text.start ?? .unknown
        }
    }
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
