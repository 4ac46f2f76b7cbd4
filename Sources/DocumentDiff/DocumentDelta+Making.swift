package import DocumentModel
import SequenceDiff

extension DocumentDelta {
    /// Compares two documents.
    ///
    /// Sections are paired by their key, then by title, then by content, then by ordinal and place; headings, paragraphs and tables by equality and likeness, within
    /// their section first, then wherever they were moved to; cells by row and column. Linear in the size of the documents, save that
    /// the edits within a pair cost as `Differ` says, up to a budget beyond which they are coarse and say so.
    package init(from old: Document, to new: Document) {
        let oldFlat = FlatDocument(old)
        let newFlat = FlatDocument(new)
        let sections = SectionAlignment(oldFlat, newFlat)
        var aligner = ItemAligner(old: oldFlat.characters, new: newFlat.characters)
        let blocks = BlockAlignment(oldFlat, newFlat, sections: sections, aligner: &aligner)
        var maker = DeltaMaker(old: oldFlat, new: newFlat, blocks: blocks, scripts: TextScripts(aligner))
        var removed = oldFlat.sections.indices.filter { sections.newByOld[$0] < 0 }[...]
        var deltas: [SectionDelta] = []
        for newIndex in newFlat.sections.indices {
            let oldIndex = sections.oldByNew[newIndex]
            // A removed section goes before the first section in its order that stood after it.
            while let first = removed.first, oldIndex >= 0, !sections.isMoved[newIndex], first < oldIndex {
                deltas.append(maker.section(old: oldFlat.sections[first], new: nil, isMoved: false))
                removed.removeFirst()
            }
            deltas.append(
                maker.section(
                    old: oldIndex < 0 ? nil : oldFlat.sections[oldIndex], new: newFlat.sections[newIndex],
                    isMoved: sections.isMoved[newIndex]))
        }
        for index in removed { deltas.append(maker.section(old: oldFlat.sections[index], new: nil, isMoved: false)) }
        self.init(sections: deltas)
    }
}

/// Puts paired blocks in order and makes their edits.
private struct DeltaMaker: ~Copyable {
    private let old: FlatDocument
    private let new: FlatDocument
    private let blocks: BlockAlignment
    private var scripts: TextScripts

    init(old: FlatDocument, new: FlatDocument, blocks: BlockAlignment, scripts: consuming TextScripts) {
        self.old = old
        self.new = new
        self.blocks = blocks
        self.scripts = scripts
    }

    mutating func section(old oldSpan: FlatDocument.SectionSpan?, new newSpan: FlatDocument.SectionSpan?, isMoved: Bool) -> SectionDelta {
        let oldRange = oldSpan?.blocks ?? 0..<0
        let newRange = newSpan?.blocks ?? 0..<0
        var deltas: [BlockDelta] = []
        deltas.reserveCapacity(max(oldRange.count, newRange.count))
        var isSame = true
        var nextNew = newRange.lowerBound
        for oldIndex in oldRange {
            let newIndex = blocks.newByOld[oldIndex]
            if newIndex < 0 {
                // A removed block goes behind the block that it stood behind.
                isSame = false
                deltas.append(removed(oldIndex))
            } else if newRange.contains(newIndex), !blocks.isMoved[newIndex] {
                while nextNew <= newIndex {
                    deltas.append(present(nextNew))
                    nextNew += 1
                }
            } else {
                isSame = false
            }
        }
        while nextNew < newRange.upperBound {
            deltas.append(present(nextNew))
            nextNew += 1
        }
        let state: DeltaState =
            if oldSpan == nil {
                .added
            } else if newSpan == nil {
                .removed
            } else if isMoved {
                .moved
            } else {
                isSame && deltas.allSatisfy { $0.state == .same } ? .same : .changed
            }
        return SectionDelta(state: state, old: oldSpan?.section, new: newSpan?.section, blocks: SplitFinder.marked(deltas))
    }

    private func removed(_ index: Int) -> BlockDelta {
        let block = old.blocks[index]
        let length = block.text.string.utf8.count
        return BlockDelta(
            state: .removed, old: block, new: nil, oldIndex: index, newIndex: nil,
            edits: length == 0 ? [] : [TextEdit(.delete, old: 0..<length, new: 0..<0)], isMinimal: true, relative: nil)
    }

    private mutating func present(_ index: Int) -> BlockDelta {
        let block = new.blocks[index]
        let oldIndex = blocks.oldByNew[index]
        if oldIndex < 0 {
            let length = block.text.string.utf8.count
            return BlockDelta(
                state: .added, old: nil, new: block, oldIndex: nil, newIndex: index,
                edits: length == 0 ? [] : [TextEdit(.insert, old: 0..<0, new: 0..<length)], isMinimal: true, relative: nil)
        }
        let made = scripts.edits(from: oldIndex, to: index)
        let state: DeltaState = blocks.isMoved[index] ? .moved : made.edits.allSatisfy { $0.operation == .keep } ? .same : .changed
        return BlockDelta(
            state: state, old: old.blocks[oldIndex], new: block, oldIndex: oldIndex, newIndex: index, edits: made.edits,
            isMinimal: made.isMinimal, relative: nil)
    }
}
