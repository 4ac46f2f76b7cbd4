/// The way from one sequence to another, as runs in order.
///
/// Runs follow one another without gap on both sides, none is empty, no two neighbours have the same operation, and
/// where elements are replaced the deletion comes before the insertion.
package struct EditScript: Hashable, Sendable {
    /// The runs in order; none for two empty sequences.
    package let edits: [Edit]

    /// Whether no script with fewer deleted and inserted elements exists. False once the step budget was used up and cuts were guessed.
    package let isMinimal: Bool

    package init(edits: [Edit], isMinimal: Bool) {
        self.edits = edits
        self.isMinimal = isMinimal
    }

    /// The number of elements that are deleted or inserted.
    package var changedCount: Int {
        edits.reduce(0) { $0 + ($1.operation == .keep ? 0 : $1.old.count + $1.new.count) }
    }

    /// The number of elements that are kept.
    package var keptCount: Int {
        edits.reduce(0) { $0 + ($1.operation == .keep ? $1.old.count : 0) }
    }

    /// The new sequence, made of what is kept of `old` and what is inserted from `new`; nil if the script does not fit their lengths.
    package func applied<Element>(to old: [Element], insertingFrom new: [Element]) -> [Element]? {
        var result: [Element] = []
        result.reserveCapacity(new.count)
        var oldIndex = 0
        for edit in edits {
            guard edit.old.lowerBound == oldIndex, edit.old.upperBound <= old.count, edit.new.upperBound <= new.count else { return nil }
            switch edit.operation {
            case .keep: result += old[edit.old]
            case .delete: break
            case .insert: result += new[edit.new]
            }
            oldIndex = edit.old.upperBound
        }
        return oldIndex == old.count ? result : nil
    }
}

extension EditScript {
    /// The script for sequences of anything, which are turned into ids first: `Differ` itself works on ids alone, since
    /// generic code is not specialised across modules.
    ///
    /// - Parameter budget: As for `Differ.script`.
    package static func between<Element: Hashable>(
        _ old: some Sequence<Element>, _ new: some Sequence<Element>, budget: Int = Differ.defaultBudget
    ) -> EditScript {
        var interner = Interner<Element>()
        let oldIDs = interner.ids(of: old)
        let newIDs = interner.ids(of: new)
        var differ = Differ()
        return differ.script(from: oldIDs.span, to: newIDs.span, budget: budget)
    }
}

extension EditScript {
    /// The script that keeps exactly the marked elements, the n-th marked old one being the n-th marked new one.
    init(
        keptOld: UnsafeBufferPointer<Bool>, keptNew: UnsafeBufferPointer<Bool>, prefix: Int, suffix: Int, isMinimal: Bool
    ) {
        let oldCount = prefix + keptOld.count + suffix
        let newCount = prefix + keptNew.count + suffix
        var edits: [Edit] = []
        var keptFrom = (old: 0, new: 0)
        var oldIndex = 0
        var newIndex = 0
        while true {
            while oldIndex < keptOld.count, newIndex < keptNew.count, keptOld[oldIndex], keptNew[newIndex] {
                oldIndex += 1
                newIndex += 1
            }
            var oldEnd = oldIndex
            while oldEnd < keptOld.count, !keptOld[oldEnd] { oldEnd += 1 }
            var newEnd = newIndex
            while newEnd < keptNew.count, !keptNew[newEnd] { newEnd += 1 }
            if oldEnd == oldIndex, newEnd == newIndex { break }
            let old = prefix + oldIndex..<prefix + oldEnd
            let new = prefix + newIndex..<prefix + newEnd
            if old.lowerBound > keptFrom.old {
                edits.append(Edit(.keep, old: keptFrom.old..<old.lowerBound, new: keptFrom.new..<new.lowerBound))
            }
            if !old.isEmpty { edits.append(Edit(.delete, old: old, new: new.lowerBound..<new.lowerBound)) }
            if !new.isEmpty { edits.append(Edit(.insert, old: old.upperBound..<old.upperBound, new: new)) }
            keptFrom = (old.upperBound, new.upperBound)
            oldIndex = oldEnd
            newIndex = newEnd
        }
        if oldCount > keptFrom.old {
            edits.append(Edit(.keep, old: keptFrom.old..<oldCount, new: keptFrom.new..<newCount))
        }
        self.edits = edits
        self.isMinimal = isMinimal
    }
}
