package import DocumentModel
import SequenceDiff

/// Both documents as one sequence: what stands in both once, and between it what was taken away, put in or moved.
///
/// What is not deleted nor moved away is the new document in its order, what is not inserted nor moved here is the old one in its order.
package struct MergedDocument: Hashable, Sendable {
    /// What the sequence is made of.
    package enum Item: Hashable, Sendable {
        case line(MergedLine)
        case table(MergedTable)
    }

    /// In order.
    package let items: [Item]

    /// Merges two documents. Costs their size times its logarithm.
    ///
    /// - Parameters:
    ///   - delta: from `old` to `new`.
    ///   - keepsShapes: whether a row of a table whose cells span otherwise than before is deleted and inserted, and a table with other columns as a
    ///     whole, so that either document can be had from the sequence with its tables as they were. Else such rows are merged as well, in the shape
    ///     of the new one, with the cells that only the old one had behind those that stood before them.
    package init(_ delta: DocumentDelta, from old: Document, to new: Document, keepsShapes: Bool) {
        var merger = DocumentMerger(delta, FlatDocument(old), FlatDocument(new), keepsShapes: keepsShapes)
        items = merger.items()
    }
}

/// A heading or paragraph in the sequence of both documents.
package struct MergedLine: Hashable, Sendable {
    /// Which documents have the line at this place.
    package enum Fate: Hashable, Sendable {
        case kept
        case inserted
        case deleted
        /// The old place of a line that stands elsewhere in the new document; counted from 1, the same number at both places.
        case movedAway(Int)
        /// The new place of such a line.
        case movedHere(Int)
    }

    /// Which documents have the line at this place.
    package let fate: Fate
    /// Its texts; both for one that was kept or moved.
    package let block: BlockDelta
}

/// Sets the lines and tables of two documents in one order.
private struct DocumentMerger {
    /// A line, or a table as a whole.
    private enum Unit {
        case line(Int)
        case table(Int)
    }

    private let old: FlatDocument
    private let new: FlatDocument
    private let oldUnits: [Unit]
    private let newUnits: [Unit]
    private let keepsShapes: Bool
    /// By block of the new document: what became it.
    private var deltas: [BlockDelta?]
    /// By block of the old document: the new one, -1 for none.
    private var newByOld: [Int]
    /// By block of the old document: what became of it, where nothing did.
    private var removals: [BlockDelta?]
    private var moves = 0

    init(_ delta: DocumentDelta, _ old: FlatDocument, _ new: FlatDocument, keepsShapes: Bool) {
        self.keepsShapes = keepsShapes
        self.old = old
        self.new = new
        oldUnits = Self.units(old)
        newUnits = Self.units(new)
        deltas = [BlockDelta?](repeating: nil, count: new.blocks.count)
        newByOld = [Int](repeating: -1, count: old.blocks.count)
        removals = [BlockDelta?](repeating: nil, count: old.blocks.count)
        for block in delta.blocks {
            if block.new == nil, let oldIndex = block.oldIndex, removals.indices.contains(oldIndex) { removals[oldIndex] = block }
            guard let newIndex = block.newIndex, deltas.indices.contains(newIndex) else { continue }
            deltas[newIndex] = block
            if let oldIndex = block.oldIndex, newByOld.indices.contains(oldIndex) { newByOld[oldIndex] = newIndex }
        }
    }

    private static func units(_ document: FlatDocument) -> [Unit] {
        var units: [Unit] = []
        var index = 0
        var tables = document.tables.indices[...]
        while index < document.blocks.count || !tables.isEmpty {
            if let table = tables.first, document.tables[table].blocks.lowerBound == index {
                units.append(.table(table))
                index = document.tables[table].blocks.upperBound
                tables.removeFirst()
            } else {
                units.append(.line(index))
                index += 1
            }
        }
        return units
    }

    mutating func items() -> [MergedDocument.Item] {
        let partners = self.partners()
        let links = partners.enumerated().compactMap { index, partner in
            partner.flatMap { $0.isMoved ? nil : Link(old: index, new: $0.unit, weight: weight(of: oldUnits[index])) }
        }
        let chain = heaviestChain(links, newCount: newUnits.count).map { links[$0] }
        // What runs across the chain is moved. Tables are not: they are taken away here and put in there.
        var moveByOld: [Int: Int] = [:]
        var moveByNew: [Int: Int] = [:]
        let kept = Set(chain.map(\.old))
        for (index, partner) in partners.enumerated() where !kept.contains(index) {
            guard let partner, case .line = oldUnits[index] else { continue }
            moves += 1
            moveByOld[index] = moves
            moveByNew[partner.unit] = moves
        }
        var items: [MergedDocument.Item] = []
        var nextOld = 0
        var nextNew = 0
        func flush(upToOld oldEnd: Int, new newEnd: Int) {
            for index in nextOld..<oldEnd { items.append(gone(oldUnits[index], move: moveByOld[index])) }
            for index in nextNew..<newEnd { items.append(come(newUnits[index], move: moveByNew[index])) }
            nextOld = oldEnd
            nextNew = newEnd
        }
        for link in chain {
            flush(upToOld: link.old, new: link.new)
            items += present(oldUnits[link.old], newUnits[link.new])
            nextOld += 1
            nextNew += 1
        }
        flush(upToOld: oldUnits.count, new: newUnits.count)
        return items
    }

    private func weight(of unit: Unit) -> Int {
        switch unit {
        case .line(let index): 1 + old.blocks[index].text.string.utf8.count
        case .table(let index): old.tables[index].blocks.reduce(1) { $0 + 1 + old.blocks[$1].text.string.utf8.count }
        }
    }

    /// By unit of the old document: the unit that it became.
    private func partners() -> [(unit: Int, isMoved: Bool)?] {
        var unitByBlock = [Int](repeating: -1, count: new.blocks.count)
        for (index, unit) in newUnits.enumerated() {
            switch unit {
            case .line(let block): unitByBlock[block] = index
            case .table(let table): for block in new.tables[table].blocks { unitByBlock[block] = index }
            }
        }
        var taken = Set<Int>()
        return oldUnits.map { unit in
            switch unit {
            case .line(let block):
                let partner = newByOld[block]
                guard partner >= 0, case .line = newUnits[unitByBlock[partner]] else { return nil }
                return (unitByBlock[partner], deltas[partner]?.state == .moved)
            case .table(let table):
                // Cells are paired table by table, so that the first that has a partner tells.
                guard let partner = old.tables[table].blocks.lazy.map({ newByOld[$0] }).first(where: { $0 >= 0 }),
                    case .table = newUnits[unitByBlock[partner]], taken.insert(unitByBlock[partner]).inserted
                else { return nil }
                return (unitByBlock[partner], deltas[partner]?.state == .moved)
            }
        }
    }

    private func gone(_ unit: Unit, move: Int?) -> MergedDocument.Item {
        switch unit {
        case .line(let index):
            if let move, let delta = deltas[newByOld[index]] { return .line(MergedLine(fate: .movedAway(move), block: delta)) }
            return .line(MergedLine(fate: .deleted, block: removals[index] ?? .removed(old.blocks[index], at: index)))
        case .table(let index):
            let span = old.tables[index]
            return .table(MergedTable(deleting: span.table, at: span.blocks.lowerBound, blocks: old.blocks))
        }
    }

    private func come(_ unit: Unit, move: Int?) -> MergedDocument.Item {
        switch unit {
        case .line(let index):
            if let move, let delta = deltas[index] { return .line(MergedLine(fate: .movedHere(move), block: delta)) }
            let delta = deltas[index].flatMap { $0.old == nil ? $0 : nil }
            return .line(MergedLine(fate: .inserted, block: delta ?? .added(new.blocks[index], at: index)))
        case .table(let index):
            let span = new.tables[index]
            return .table(MergedTable(inserting: span.table, at: span.blocks.lowerBound, blocks: new.blocks))
        }
    }

    private func present(_ oldUnit: Unit, _ newUnit: Unit) -> [MergedDocument.Item] {
        switch (oldUnit, newUnit) {
        case (.table(let oldTable), .table(let newTable)):
            let merger = TableMerger(
                old: old.tables[oldTable], new: new.tables[newTable], oldBlocks: old.blocks, newBlocks: new.blocks, deltas: deltas,
                newByOld: newByOld)
            return merger.merged(keepsShapes: keepsShapes).map { [.table($0)] } ?? [gone(oldUnit, move: nil), come(newUnit, move: nil)]
        case (_, .line(let index)): return deltas[index].map { [.line(MergedLine(fate: .kept, block: $0))] } ?? []
        default: return [gone(oldUnit, move: nil), come(newUnit, move: nil)]
        }
    }
}

extension BlockDelta {
    /// A block that only the old document has.
    static func removed(_ block: TextBlock, at index: Int) -> BlockDelta {
        let length = block.text.string.utf8.count
        return BlockDelta(
            state: .removed, old: block, new: nil, oldIndex: index, newIndex: nil,
            edits: length == 0 ? [] : [TextEdit(.delete, old: 0..<length, new: 0..<0)], isMinimal: true, relative: nil)
    }

    /// A block that only the new document has.
    static func added(_ block: TextBlock, at index: Int) -> BlockDelta {
        let length = block.text.string.utf8.count
        return BlockDelta(
            state: .added, old: nil, new: block, oldIndex: nil, newIndex: index,
            edits: length == 0 ? [] : [TextEdit(.insert, old: 0..<0, new: 0..<length)], isMinimal: true, relative: nil)
    }

    /// A block that took the place of another.
    static func replaced(_ old: TextBlock, at oldIndex: Int, by new: TextBlock, at newIndex: Int) -> BlockDelta {
        let (oldLength, newLength) = (old.text.string.utf8.count, new.text.string.utf8.count)
        let edits = [
            TextEdit(.delete, old: 0..<oldLength, new: 0..<0), TextEdit(.insert, old: oldLength..<oldLength, new: 0..<newLength),
        ].filter { !$0.old.isEmpty || !$0.new.isEmpty }
        return BlockDelta(
            state: edits.isEmpty ? .same : .changed, old: old, new: new, oldIndex: oldIndex, newIndex: newIndex, edits: edits,
            isMinimal: oldLength == 0 || newLength == 0, relative: nil)
    }
}
