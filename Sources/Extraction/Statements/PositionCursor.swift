import DocumentModel

/// Finds the source positions of places in one block that come nearly in order, each from the one before, so that all of them take one pass.
struct PositionCursor {
    private let block: BlockText
    private let bytes: [UInt8]
    private var anchor = 0
    /// The place last looked up, and the scalars between its anchor and it.
    private var offset: Int
    private var scalars = 0

    init(_ block: BlockText) {
        self.block = block
        bytes = Array(block.string.utf8)
        offset = block.anchor(0).offset
    }

    /// The same as `BlockText.position(atOffset:)`.
    mutating func position(at target: Int) -> SourcePosition {
        let before = anchor
        while anchor + 1 < block.anchorCount, block.anchor(anchor + 1).offset <= target { anchor += 1 }
        while anchor > 0, block.anchor(anchor).offset > target { anchor -= 1 }
        let from = block.anchor(anchor)
        if anchor != before {
            offset = from.offset
            scalars = 0
        }
        while offset < target, offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 { scalars += 1 }
            offset += 1
        }
        while offset > target, offset > from.offset {
            offset -= 1
            if bytes[offset] & 0xC0 != 0x80 { scalars -= 1 }
        }
        let position = from.position
        guard let column = position.column, target > from.offset else { return position }
        return SourcePosition(line: position.line, column: column + scalars, page: position.page)
    }
}
