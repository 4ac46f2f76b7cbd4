import DocumentModel

/// A block's text as scalars, full-width ASCII folded, with the way back to its characters and positions.
struct TracedText {
    /// As many as the text has; letters in lower case, years as `RelativeYears` marks them.
    let scalars: [UInt32]
    private let block: BlockText
    /// The UTF-8 offset of each scalar, and of the end.
    private let offsets: [Int]

    /// - Parameter year: the reporting year, for the years beside it to be marked; nil where it is not known.
    init(_ block: BlockText, year: Int?) {
        self.block = block
        let text = ScalarText(block.string)
        let folded = text.scalars.map(LabelText.folded)
        scalars = year.map { RelativeYears.marked(folded, by: $0) } ?? folded
        offsets = text.offsets
    }

    func string(_ range: Range<Int>) -> String { block.substring(offsets[range.lowerBound]..<offsets[range.upperBound]) }

    /// The source position of a scalar, by binary search among the block's anchors.
    func position(_ index: Int) -> SourcePosition {
        var low = 0
        var high = block.anchorCount
        while low + 1 < high {
            let middle = (low + high) / 2
            if block.anchor(middle).offset <= offsets[index] { low = middle } else { high = middle }
        }
        let anchor = block.anchor(low)
        guard let column = anchor.position.column else { return anchor.position }
        let scalars = index - self.index(atOffset: anchor.offset)
        return SourcePosition(line: anchor.position.line, column: column + max(0, scalars), page: anchor.position.page)
    }

    /// The index of the scalar at a UTF-8 offset.
    private func index(atOffset offset: Int) -> Int {
        var low = 0
        var high = offsets.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
