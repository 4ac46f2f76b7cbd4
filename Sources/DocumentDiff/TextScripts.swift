import SequenceDiff

/// Makes the edits of block after block, within one budget for the whole document.
struct TextScripts: ~Copyable {
    /// Steps for a whole document, which some 0.3 s suffice for; blocks beyond it get coarse edits.
    private static let budget = 256 << 20

    private var aligner: ItemAligner
    private var remaining = TextScripts.budget

    /// - Parameter aligner: Of the characters of all blocks of the two documents.
    init(_ aligner: consuming ItemAligner) {
        self.aligner = aligner
    }

    /// The edits from an old block to a new one, and whether they are minimal.
    mutating func edits(from oldBlock: Int, to newBlock: Int) -> (edits: [TextEdit], isMinimal: Bool) {
        if aligner.areEqual(oldBlock, newBlock) {
            let length = Self.byteCount(aligner.old[oldBlock], 0..<aligner.old.length(oldBlock))
            return (length == 0 ? [] : [TextEdit(.keep, old: 0..<length, new: 0..<length)], true)
        }
        let script = aligner.script(from: oldBlock, to: newBlock, budget: min(Differ.defaultBudget, remaining))
        let (old, new) = (aligner.old[oldBlock], aligner.new[newBlock])
        if script.edits.count > 1 { remaining -= min(remaining, Differ.defaultBudget, old.count * new.count / 64) }
        return (byteEdits(script, old, new), script.isMinimal)
    }

    private func byteEdits(_ script: EditScript, _ old: ArraySlice<UInt32>, _ new: ArraySlice<UInt32>) -> [TextEdit] {
        var edits: [TextEdit] = []
        edits.reserveCapacity(script.edits.count)
        var oldOffset = 0
        var newOffset = 0
        for edit in script.edits {
            let oldEnd = oldOffset + Self.byteCount(old, edit.old)
            let newEnd = newOffset + (edit.operation == .keep ? oldEnd - oldOffset : Self.byteCount(new, edit.new))
            let operation: TextEdit.Operation =
                switch edit.operation {
                case .keep: .keep
                case .delete: .delete
                case .insert: .insert
                }
            edits.append(TextEdit(operation, old: oldOffset..<oldEnd, new: newOffset..<newEnd))
            oldOffset = oldEnd
            newOffset = newEnd
        }
        return edits
    }

    /// - Parameter range: Counted from the text's beginning.
    private static func byteCount(_ text: ArraySlice<UInt32>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range {
            let scalar = text[text.startIndex + index]
            count += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
        }
        return count
    }
}
