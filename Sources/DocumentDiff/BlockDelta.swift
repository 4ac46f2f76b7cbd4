import DocumentModel

/// What became of a block or a section.
package enum DeltaState: String, Hashable, Sendable {
    /// Equal to the character, for a section: all its blocks, with none moved in or out.
    case same
    case changed
    case added
    case removed
    /// It stands in another place in the order; it may be changed as well.
    case moved
}

/// One run of the edits that turn a block's old text into its new one.
package struct TextEdit: Hashable, Sendable {
    /// What an edit does to its run of characters.
    package enum Operation: String, Hashable, Sendable {
        case keep
        case insert
        case delete
    }

    /// Kept characters are equal on both sides, scalar by scalar.
    package let operation: Operation
    /// UTF-8 offsets in the old text, counted from 0, at scalar boundaries; empty for an insertion.
    package let old: Range<Int>
    /// UTF-8 offsets in the new text, counted from 0, at scalar boundaries; empty for a deletion.
    package let new: Range<Int>

    package init(_ operation: Operation, old: Range<Int>, new: Range<Int>) {
        self.operation = operation
        self.old = old
        self.new = new
    }
}

/// What became of one block: a heading, a paragraph or a cell.
package struct BlockDelta: Hashable, Sendable {
    /// A moved block may be changed as well: its edits tell.
    package let state: DeltaState
    /// Nil for an added block.
    package let old: TextBlock?
    /// Nil for a removed block.
    package let new: TextBlock?
    /// The old block's 0-based index in the old document's `textBlocks`; nil for an added block.
    package let oldIndex: Int?
    /// The new block's 0-based index in the new document's `textBlocks`; nil for a removed block.
    package let newIndex: Int?
    /// The runs in order, without gap on both sides; a deletion comes before the insertion that replaces it. Empty where both
    /// texts are.
    package let edits: [TextEdit]
    /// Whether no edits with fewer deleted and inserted characters exist.
    package let isMinimal: Bool
    /// Where a paragraph was split or joined: of an added block the index (as `oldIndex`) of the old one from which its text was cut off, of a
    /// removed block the index (as `newIndex`) of the new one to which its text was added. Nil otherwise.
    package let relative: Int?

    /// What the block is: what the new one is, where there is one.
    package var kind: TextBlock.Kind { (new ?? old)?.kind ?? .paragraph }

    /// Empty for an added block.
    package var oldText: String { old?.text.string ?? "" }
    /// Empty for a removed block.
    package var newText: String { new?.text.string ?? "" }

    /// The characters that an edit keeps, inserts or deletes.
    package func text(of edit: TextEdit) -> Substring {
        let (text, range) = edit.operation == .delete ? (oldText, edit.old) : (newText, edit.new)
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }

    /// The new text as it comes out when the edits are applied to the old one; nil if they do not fit it.
    package var appliedText: String? {
        let old = oldText.utf8
        let new = newText.utf8
        var result: [UInt8] = []
        result.reserveCapacity(new.count)
        var offset = 0
        for edit in edits {
            guard edit.old.lowerBound == offset, edit.old.upperBound <= old.count, edit.new.upperBound <= new.count else { return nil }
            offset = edit.old.upperBound
            switch edit.operation {
            case .keep: result += old.dropFirst(edit.old.lowerBound).prefix(edit.old.count)
            case .delete: break
            case .insert: result += new.dropFirst(edit.new.lowerBound).prefix(edit.new.count)
            }
        }
        return offset == old.count ? String(decoding: result, as: UTF8.self) : nil
    }
}
