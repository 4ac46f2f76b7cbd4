import SequenceDiff

/// Tells new and gone paragraphs that are pieces of others: cut off from the one beside them, or joined to it.
struct SplitFinder: ~Copyable {
    /// So many percent of a piece must stand in what the other one lost or gained. A piece may be edited a little as well.
    private static let leastShare = 80
    /// Shorter pieces may stand anywhere by chance.
    private static let leastLength = ItemAligner.defaultMovedLength
    /// For all pieces of a document together; beyond, none is looked for.
    private var steps = 16 << 20
    private var differ = Differ()

    /// The blocks, with the relatives of pieces among them.
    mutating func marked(_ blocks: [BlockDelta]) -> [BlockDelta] {
        guard blocks.contains(where: { Self.isPiece($0) }), blocks.contains(where: { $0.edits.count > 1 }) else { return blocks }
        var result = blocks
        for place in blocks.indices where Self.isPiece(blocks[place]) {
            let before = blocks[..<place].last { $0.old != nil && $0.new != nil }
            let after = blocks[(place + 1)...].first { $0.old != nil && $0.new != nil }
            let relative = [before, after].compactMap(\.self).first { holds(blocks[place], of: $0) }
            if let relative {
                result[place] = blocks[place].with(relative: blocks[place].new == nil ? relative.newIndex : relative.oldIndex)
            }
        }
        return result
    }

    private static func isPiece(_ block: BlockDelta) -> Bool { block.kind != .cell && (block.old == nil || block.new == nil) }

    /// Whether a piece is a part of what another block lost, or gained.
    private mutating func holds(_ piece: BlockDelta, of other: BlockDelta) -> Bool {
        let operation: TextEdit.Operation = piece.new == nil ? .insert : .delete
        guard other.kind != .cell, other.edits.contains(where: { $0.operation == operation }) else { return false }
        let text = (piece.oldText + piece.newText).unicodeScalars.map(\.value)
        let rest = other.edits.filter { $0.operation == operation }.flatMap { other.text(of: $0).unicodeScalars.map(\.value) }
        let cost = 1 + text.count * rest.count / 64
        guard text.count >= Self.leastLength, rest.count * 100 >= text.count * Self.leastShare, cost <= steps else { return false }
        steps -= cost
        return differ.common(rest.span, text.span).count * 100 >= text.count * Self.leastShare
    }
}

extension BlockDelta {
    fileprivate func with(relative: Int?) -> BlockDelta {
        BlockDelta(
            state: state, old: old, new: new, oldIndex: oldIndex, newIndex: newIndex, edits: edits, isMinimal: isMinimal, relative: relative
        )
    }
}
