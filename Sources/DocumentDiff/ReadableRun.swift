/// One run of a block's change as people read it: whole characters, whole words and whole numbers.
///
/// - Source: the units' bounds are those of Unicode Standard Annex #29, grapheme clusters, and of numbers and words as Chinese texts write them
package struct ReadableRun: Hashable, Sendable {
    /// What becomes of the run's text.
    package enum Operation: String, Hashable, Sendable {
        case keep
        /// The old text gives way to the new one; neither is empty.
        case replace
        case insert
        case delete
    }

    /// What a change within a block is.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A number, in whatever digits, with its separators, its ten thousands and its percent sign.
        case number
        /// A year, a month, a day or all of them.
        case date
        /// The name of a unit, or a part of it.
        case name
        /// Anything else.
        case wording
        /// Blanks, widths of characters and forms of marks: the words are the same.
        case format
    }

    /// Kept text is equal on both sides, byte by byte.
    package let operation: Operation
    /// Nil for what is kept.
    package let kind: Kind?
    /// UTF-8 offsets in the old text, counted from 0; empty for an insertion.
    package let old: Range<Int>
    /// UTF-8 offsets in the new text, counted from 0; empty for a deletion.
    package let new: Range<Int>

    package init(_ operation: Operation, kind: Kind?, old: Range<Int>, new: Range<Int>) {
        self.operation = operation
        self.kind = kind
        self.old = old
        self.new = new
    }
}

extension BlockDelta {
    /// The block's change for reading: whole units, next to nothing kept between words that changed, insertions and deletions at clause bounds.
    ///
    /// The runs follow one another without gap on both sides. More characters may be changed than in `edits`. Linear in the texts, save that what
    /// parts of units have in common is compared once more, within a bound on work.
    ///
    /// - Parameter names: What the units are called that the texts are about; an empty one is left out.
    package func readableRuns(names: [String] = []) -> [ReadableRun] {
        let (old, new) = (oldText, newText)
        if old.isEmpty, new.isEmpty { return [] }
        if edits.count == 1, edits[0].operation == .keep {
            return [ReadableRun(.keep, kind: nil, old: edits[0].old, new: edits[0].new)]
        }
        var changes = UnitChanges(TextUnits(old), TextUnits(new), edits)
        changes.refine()
        changes.splitAtNumbers()
        changes.replaceStretches()
        changes.join()
        changes.slide()
        return changes.runs(names: names)
    }

    /// The old text of a run.
    package func oldText(of run: ReadableRun) -> Substring { Self.part(run.old, of: oldText) }

    /// The new text of a run.
    package func newText(of run: ReadableRun) -> Substring { Self.part(run.new, of: newText) }

    private static func part(_ range: Range<Int>, of text: String) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
}
