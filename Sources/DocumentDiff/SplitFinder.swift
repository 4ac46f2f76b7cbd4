import DocumentModel
import SequenceDiff

/// Tells new and gone paragraphs that are pieces of others: cut off from the one beside them, or joined to it.
enum SplitFinder {
    /// So many percent of a piece's runs of three characters must stand in what the other one lost or gained: characters alone recur in any long
    /// text, and a piece may be edited a little as well.
    private static let leastShare = 60
    /// Shorter pieces may stand anywhere by chance.
    private static let leastLength = ItemAligner.defaultMovedLength

    /// The blocks, with the relatives of pieces among them. Linear in their texts.
    static func marked(_ blocks: [BlockDelta]) -> [BlockDelta] {
        guard blocks.contains(where: { isPiece($0) }), blocks.contains(where: { $0.edits.count > 1 }) else { return blocks }
        var result = blocks
        var before: Neighbour?
        var start = 0
        while start < blocks.count {
            // Pieces between two paired blocks have both for neighbours.
            let end = blocks[start...].firstIndex { $0.old != nil && $0.new != nil } ?? blocks.count
            var after = end < blocks.count ? Neighbour(blocks[end]) : nil
            for place in start..<end where isPiece(blocks[place]) {
                let piece = blocks[place]
                let text = (piece.new ?? piece.old)?.text.string.unicodeScalars.map(\.value) ?? []
                guard text.count >= leastLength else { continue }
                let isAdded = piece.old == nil
                if before?.holds(text, isAdded: isAdded, share: leastShare) == true, let block = before?.block {
                    result[place] = piece.with(relative: isAdded ? block.oldIndex : block.newIndex)
                } else if after?.holds(text, isAdded: isAdded, share: leastShare) == true, let block = after?.block {
                    result[place] = piece.with(relative: isAdded ? block.oldIndex : block.newIndex)
                }
            }
            before = after
            start = end + 1
        }
        return result
    }

    private static func isPiece(_ block: BlockDelta) -> Bool { block.kind != .cell && (block.old == nil || block.new == nil) }

    /// A paired block beside pieces.
    private struct Neighbour {
        let block: BlockDelta
        /// The runs of three characters in what it lost; nil until asked for.
        private var lost: Set<UInt64>?
        /// In what it gained.
        private var gained: Set<UInt64>?

        init(_ block: BlockDelta) { self.block = block }

        /// Whether a text is a part of what the block lost, for one that is added, or of what it gained, for one that is gone.
        mutating func holds(_ text: [UInt32], isAdded: Bool, share: Int) -> Bool {
            guard block.kind != .cell else { return false }
            let runs = (isAdded ? lost : gained) ?? runs(of: isAdded ? .delete : .insert)
            if isAdded { lost = runs } else { gained = runs }
            guard !runs.isEmpty else { return false }
            var found = 0
            SplitFinder.forEachRun(text) { if runs.contains($0) { found += 1 } }
            return found * 100 >= (text.count - 2) * share
        }

        private func runs(of operation: TextEdit.Operation) -> Set<UInt64> {
            var runs: Set<UInt64> = []
            for edit in block.edits where edit.operation == operation {
                SplitFinder.forEachRun(block.text(of: edit).unicodeScalars.map(\.value)) { runs.insert($0) }
            }
            return runs
        }
    }

    /// Each three neighbouring scalars as one number.
    private static func forEachRun(_ text: [UInt32], _ body: (UInt64) -> Void) {
        guard text.count > 2 else { return }
        for index in 2..<text.count {
            body(UInt64(text[index - 2]) << 42 | UInt64(text[index - 1]) << 21 | UInt64(text[index]))
        }
    }
}

extension BlockDelta {
    fileprivate func with(relative: Int?) -> BlockDelta {
        BlockDelta(
            state: state, old: old, new: new, oldIndex: oldIndex, newIndex: newIndex, edits: edits, isMinimal: isMinimal, relative: relative
        )
    }
}
