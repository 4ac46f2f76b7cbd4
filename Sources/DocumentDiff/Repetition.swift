import DocumentModel
import SequenceDiff

/// How much of a text was told before.
package struct Repetition: Hashable, Sendable {
    /// The new text's characters, without white space, before masking.
    package let length: Int
    /// From 0 to 1: twice the characters that both texts have in common, in order, over the characters of both; after masking. 0 where
    /// the new text is empty.
    package let similarity: Double
    /// From 0 to 1: the part of the new text's characters that stand in the old one, in order; after masking. 0 where the new text
    /// is empty. Unrelated texts of one kind have some 0.3, since words recur.
    package let copied: Double

    package init(length: Int, similarity: Double, copied: Double) {
        self.length = length
        self.similarity = similarity
        self.copied = copied
    }
}

/// Measures how much of a new text repeats an old one.
///
/// Prescribed text is to be left out by the caller. Costs the product of the lengths divided by 64; texts of more than 40,000
/// characters are compared in parts, which may tell a little less.
package func repetition(of new: String, against old: String, masking mask: TextMask = TextMask()) -> Repetition {
    var length = 0
    for scalar in new.unicodeScalars where !Blank.contains(scalar.value) { length += 1 }
    let newCharacters = mask.characters(of: new)
    let oldCharacters = mask.characters(of: old)
    if newCharacters.isEmpty { return Repetition(length: length, similarity: 0, copied: 0) }
    var differ = Differ()
    let common = Double(differ.common(oldCharacters.span, newCharacters.span).count)
    return Repetition(
        length: length,
        similarity: 2 * common / Double(oldCharacters.count + newCharacters.count),
        copied: common / Double(newCharacters.count))
}

extension SectionDelta {
    /// From which likeness on a section counts as copied as a whole, whatever its paragraphs were made of: below, what two texts have in
    /// common is words that recur.
    private static let wholeSimilarity = 0.5
    /// Sections above this many characters are measured by paragraphs alone.
    private static let wholeLength = 20_000

    /// The part, from 0 to 1, of the section's new text that was copied from the old one; nil where the section has no new paragraphs.
    ///
    /// Counted in the characters of paragraphs after masking: those that each paragraph has in common with the one it was paired with, or
    /// those that both sections have in common as a whole, if that is more, as where paragraphs were split or joined.
    package func copied(masking mask: TextMask = TextMask()) -> Double? {
        var differ = Differ()
        var oldWhole: [UInt32] = []
        var newWhole: [UInt32] = []
        var common = 0
        for block in blocks where block.kind == .paragraph {
            let old = mask.characters(of: block.oldText)
            let new = mask.characters(of: block.newText)
            common += block.state == .same ? new.count : differ.common(old.span, new.span).count
            oldWhole += old
            newWhole += new
        }
        if newWhole.isEmpty { return nil }
        var copied = Double(common) / Double(newWhole.count)
        if common < newWhole.count, max(oldWhole.count, newWhole.count) <= Self.wholeLength {
            let whole = Double(differ.common(oldWhole.span, newWhole.span).count)
            if 2 * whole >= Self.wholeSimilarity * Double(oldWhole.count + newWhole.count) {
                copied = max(copied, whole / Double(newWhole.count))
            }
        }
        return copied
    }
}

extension BlockDelta {
    /// The part, from 0 to 1, of the new text's characters that stand in the old one, in order, after masking; nil where there is no new
    /// text.
    package func copied(masking mask: TextMask = TextMask()) -> Double? {
        newText.isEmpty ? nil : repetition(of: newText, against: oldText, masking: mask).copied
    }
}
