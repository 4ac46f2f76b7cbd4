import DocumentModel
import SequenceDiff

/// Pairs the text blocks of two documents, once their sections are paired.
struct BlockAlignment {
    /// By old block: the new one that it became, -1 for none.
    private(set) var newByOld: [Int]
    /// By new block: the old one that it was, -1 for none.
    private(set) var oldByNew: [Int]
    /// By new block: whether it stands elsewhere in the order.
    private(set) var isMoved: [Bool]

    /// - Parameter aligner: Of the characters of all blocks.
    init(_ old: FlatDocument, _ new: FlatDocument, sections: SectionAlignment, aligner: inout ItemAligner) {
        newByOld = [Int](repeating: -1, count: old.blocks.count)
        oldByNew = [Int](repeating: -1, count: new.blocks.count)
        isMoved = [Bool](repeating: false, count: new.blocks.count)
        let pairs = sections.newByOld.enumerated().filter { $0.element >= 0 }.map { (old.sections[$0.offset], new.sections[$0.element]) }
        for (oldSpan, newSpan) in pairs where oldSpan.section.heading != nil && newSpan.section.heading != nil {
            pair(oldSpan.blocks.lowerBound, newSpan.blocks.lowerBound, isMoved: false)
        }
        pairTables(old, new, pairs)
        pairLines(old, new, pairs, &aligner)
    }

    private mutating func pair(_ old: Int, _ new: Int, isMoved: Bool) {
        newByOld[old] = new
        oldByNew[new] = old
        self.isMoved[new] = isMoved
    }

    private mutating func pairTables(
        _ old: FlatDocument, _ new: FlatDocument, _ sections: [(FlatDocument.SectionSpan, FlatDocument.SectionSpan)]
    ) {
        if old.tables.isEmpty || new.tables.isEmpty { return }
        let labels = { (document: FlatDocument) in ItemList(document.tables.map { TableAlignment.label($0.table) }) }
        var aligner = ItemAligner(old: labels(old), new: labels(new))
        var pairs: [(ItemPair, isMoved: Bool)] = []
        for (oldSpan, newSpan) in sections {
            pairs += aligner.pairs(Array(oldSpan.tables), Array(newSpan.tables), similarity: ItemAligner.defaultGapSimilarity).map {
                ($0, false)
            }
        }
        let oldTaken = Set(pairs.map(\.0.old))
        let newTaken = Set(pairs.map(\.0.new))
        let moves = aligner.moves(
            old.tables.indices.filter { !oldTaken.contains($0) }, new.tables.indices.filter { !newTaken.contains($0) })
        pairs += moves.map { ($0, true) }
        for (tables, isMoved) in pairs {
            let oldSpan = old.tables[tables.old]
            let newSpan = new.tables[tables.new]
            for cells in TableAlignment.pairs(oldSpan.table, newSpan.table) {
                pair(oldSpan.blocks.lowerBound + cells.old, newSpan.blocks.lowerBound + cells.new, isMoved: isMoved)
            }
        }
    }

    private mutating func pairLines(
        _ old: FlatDocument, _ new: FlatDocument, _ sections: [(FlatDocument.SectionSpan, FlatDocument.SectionSpan)],
        _ aligner: inout ItemAligner
    ) {
        for (oldSpan, newSpan) in sections {
            for found in aligner.pairs(oldSpan.lines, newSpan.lines) { pair(found.old, found.new, isMoved: false) }
        }
        let oldFree = old.sections.flatMap(\.lines).filter { newByOld[$0] < 0 }
        let newFree = new.sections.flatMap(\.lines).filter { oldByNew[$0] < 0 }
        if oldFree.isEmpty || newFree.isEmpty { return }
        for found in aligner.moves(oldFree, newFree) { pair(found.old, found.new, isMoved: true) }
        // Only now, so that nothing that was moved is taken for a neighbour that it has little in common with.
        for (oldSpan, newSpan) in sections { pairGaps(oldSpan.lines, newSpan.lines, &aligner) }
    }

    /// Pairs what is left between neighbouring pairs of a section.
    private mutating func pairGaps(_ oldLines: [Int], _ newLines: [Int], _ aligner: inout ItemAligner) {
        var newRest = newLines[...]
        var oldGap: [Int] = []
        for oldLine in oldLines + [-1] {
            let partner = oldLine < 0 ? Int.max : newByOld[oldLine]
            if partner < 0 { oldGap.append(oldLine) }
            // The end of the lines closes the last gap as a pair closes the others.
            if partner < 0 || partner != .max && isMoved[partner] { continue }
            let newGap = newRest.prefix { $0 < partner }
            if !oldGap.isEmpty {
                for found in aligner.gapPairs(oldGap, newGap.filter { oldByNew[$0] < 0 }) { pair(found.old, found.new, isMoved: false) }
            }
            oldGap = []
            newRest = newRest.dropFirst(newGap.count + 1)
        }
    }
}
