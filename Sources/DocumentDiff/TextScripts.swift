import DocumentModel
import SequenceDiff

/// Makes the edits of block after block, within one budget for the whole document.
struct TextScripts: ~Copyable {
    /// Steps for a whole document, which some 0.3 s suffice for; blocks beyond it get coarse edits.
    private static let budget = 256 << 20

    private var differ = Differ()
    private var oldScalars: [UInt32] = []
    private var newScalars: [UInt32] = []
    private var remaining = TextScripts.budget

    init() {}

    /// The edits between two texts, and whether they are minimal.
    mutating func edits(from old: String, to new: String) -> (edits: [TextEdit], isMinimal: Bool) {
        let oldCount = old.utf8.count
        let newCount = new.utf8.count
        if old.utf8.elementsEqual(new.utf8) {
            return (oldCount == 0 ? [] : [TextEdit(.keep, old: 0..<oldCount, new: 0..<newCount)], true)
        }
        if oldCount == 0 { return ([TextEdit(.insert, old: 0..<0, new: 0..<newCount)], true) }
        if newCount == 0 { return ([TextEdit(.delete, old: 0..<oldCount, new: 0..<0)], true) }
        Self.decode(old, into: &oldScalars)
        Self.decode(new, into: &newScalars)
        let (oldSide, newSide) = (oldScalars, newScalars)
        let script = differ.script(from: oldSide.span, to: newSide.span, budget: min(Differ.defaultBudget, remaining))
        remaining -= min(remaining, Differ.defaultBudget, oldScalars.count * newScalars.count / 64)
        return (byteEdits(script), script.isMinimal)
    }

    private func byteEdits(_ script: EditScript) -> [TextEdit] {
        var edits: [TextEdit] = []
        edits.reserveCapacity(script.edits.count)
        var oldOffset = 0
        var newOffset = 0
        for edit in script.edits {
            let oldEnd = oldOffset + Self.byteCount(oldScalars, edit.old)
            let newEnd = newOffset + (edit.operation == .keep ? oldEnd - oldOffset : Self.byteCount(newScalars, edit.new))
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

    private static func byteCount(_ scalars: [UInt32], _ range: Range<Int>) -> Int {
        var count = 0
        for scalar in scalars[range] { count += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }
        return count
    }

    private static func decode(_ text: String, into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars { scalars.append(scalar.value) }
    }
}
