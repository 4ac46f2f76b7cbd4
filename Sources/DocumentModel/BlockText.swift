/// The text of one block (paragraph, heading or cell) with the way back of each of its characters to the source.
///
/// The string has no surrounding white space. It may hold line feeds where a cell goes on over several lines.
package struct BlockText: Hashable, Sendable {
    /// A place in the text whose place in the source is known; the characters after it follow it in the source one by one.
    package struct Anchor: Hashable, Sendable {
        /// The UTF-8 offset in the block's string, counted from 0.
        package let offset: Int
        /// Where the character at `offset` stands; `.unknown` where the source has no places to name.
        package let position: SourcePosition

        package init(offset: Int, position: SourcePosition) {
            self.offset = offset
            self.position = position
        }
    }

    /// Empty for a blank cell only.
    package let string: String
    /// The source position of the block's first character.
    package let start: SourcePosition
    /// Those behind the first character, ascending by offset. One stands wherever the source does not go on in step: after a line break, where blanks
    /// were dropped, at a new run or page. Most texts have none, so that the first is kept apart.
    private let further: [Anchor]

    /// Builds a text from its anchors, ascending by offset, the first at offset 0; an empty list stands for a position of which nothing is known.
    package init(_ string: String, anchors: [Anchor]) {
        self.init(string, at: anchors.first?.position ?? .unknown, further: Array(anchors.dropFirst()))
    }

    /// Builds a text from the position of its first character and the anchors behind it, ascending by offset.
    package init(_ string: String, at start: SourcePosition = .unknown, further: [Anchor] = []) {
        self.string = string
        self.start = start
        self.further = further
    }

    /// All anchors, the first at offset 0. A new array: who needs one after the other asks for them by index.
    package var anchors: [Anchor] { [anchor(0)] + further }

    /// How many anchors there are: at least one.
    package var anchorCount: Int { further.count + 1 }

    /// An anchor by its index from 0.
    package func anchor(_ index: Int) -> Anchor { index == 0 ? Anchor(offset: 0, position: start) : further[index - 1] }

    /// True for the text of a blank cell.
    package var isEmpty: Bool { string.isEmpty }

    /// The source position of the character at a UTF-8 offset (from 0, at a scalar boundary). Linear in the
    /// anchors and in the distance to the last one before it.
    package func position(atOffset offset: Int) -> SourcePosition {
        var anchor = anchor(0)
        for candidate in further where candidate.offset <= offset { anchor = candidate }
        guard let column = anchor.position.column, offset > anchor.offset else { return anchor.position }
        let utf8 = string.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: min(anchor.offset, utf8.count))
        let to = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
        let scalars = string.unicodeScalars.distance(from: from, to: to)
        return SourcePosition(line: anchor.position.line, column: column + scalars, page: anchor.position.page)
    }

    /// The part of the string between two UTF-8 offsets, which must be scalar boundaries.
    package func substring(_ range: Range<Int>) -> String {
        let utf8 = string.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let to = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
        return String(string[from..<to])
    }
}
