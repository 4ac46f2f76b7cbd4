import DocumentModel
import SequenceDiff

/// How much of a text was told before.
package struct Repetition: Hashable, Sendable {
    /// The new text's characters, without white space, before masking; sentences that do not count are left out.
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
/// Costs the product of the lengths divided by 64; texts of more than 40,000 characters are compared in parts, which may tell a little less.
package func repetition(of new: String, against old: String, masking mask: TextMask = TextMask()) -> Repetition {
    repetition(of: mask.masked(new), against: mask.masked(old))
}

/// The same of texts that were masked before.
package func repetition(of new: TextMask.Masked, against old: TextMask.Masked) -> Repetition {
    if new.characters.isEmpty { return Repetition(length: new.length, similarity: 0, copied: 0) }
    var differ = Differ()
    let common = Double(differ.common(old.characters.span, new.characters.span).count)
    return Repetition(
        length: new.length,
        similarity: 2 * common / Double(old.characters.count + new.characters.count),
        copied: common / Double(new.characters.count))
}

/// What the similarity of two texts is at most, by the characters that both have, in whatever order: where it is too little nothing need be compared. Linear.
package func similarityBound(of new: TextMask.Masked, against old: TextMask.Masked) -> Double {
    // Characters that fall into one bucket count as one: that can only raise what seems shared.
    let bits = old.characters.count < 256 ? 0xFF : 0xFFF
    var counts = [Int32](repeating: 0, count: bits + 1)
    for character in old.characters { counts[Int(character) & bits] += 1 }
    var shared = 0
    for character in new.characters where counts[Int(character) & bits] > 0 {
        counts[Int(character) & bits] -= 1
        shared += 1
    }
    return 2 * Double(shared) / Double(max(1, new.characters.count + old.characters.count))
}

/// Whether the similarity of two texts may reach a value, by their lengths and by `similarityBound`. Linear.
package func mayRepeat(_ new: TextMask.Masked, _ old: TextMask.Masked, from similarity: Double) -> Bool {
    let (shorter, both) = (min(new.characters.count, old.characters.count), new.characters.count + old.characters.count)
    return 2 * Double(shorter) / Double(max(1, both)) >= similarity && similarityBound(of: new, against: old) >= similarity
}

/// The same of an old text of which no more than so many characters are known to count.
package func mayRepeat(_ new: TextMask.Masked, upTo old: Int, from similarity: Double) -> Bool {
    old >= new.characters.count || 2 * Double(old) / Double(max(1, new.characters.count + old)) >= similarity
}

/// How many of a new text's characters stood in the old one, after masking.
struct CopiedCount {
    var copied = 0
    var all = 0

    /// Nil where there is no text.
    var share: Double? { all == 0 ? nil : Double(copied) / Double(all) }
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
        return copiedCount(mask, &differ).share
    }

    func copiedCount(_ mask: TextMask, _ differ: inout Differ) -> CopiedCount {
        var oldWhole: [UInt32] = []
        var newWhole: [UInt32] = []
        var oldCount = 0
        var newCount = 0
        var common = 0
        for block in blocks where block.kind == .paragraph {
            let old = mask.masked(block.oldText)
            let new = mask.masked(block.newText)
            if block.state == .same {
                common += new.characters.count
            } else if old.isWhole, new.isWhole, block.isMinimal {
                common += block.keptCount
            } else {
                common += differ.common(old.characters.span, new.characters.span).count
            }
            oldCount += old.characters.count
            newCount += new.characters.count
            if max(oldCount, newCount) <= Self.wholeLength {
                oldWhole += old.characters
                newWhole += new.characters
            }
        }
        var count = CopiedCount(copied: common, all: newCount)
        if common < newCount, max(oldCount, newCount) <= Self.wholeLength {
            let whole = differ.common(oldWhole.span, newWhole.span).count
            if 2 * Double(whole) >= Self.wholeSimilarity * Double(oldCount + newCount) { count.copied = max(common, whole) }
        }
        return count
    }
}

extension BlockDelta {
    /// How many scalars the edits keep.
    fileprivate var keptCount: Int {
        let text = newText.utf8
        var index = text.startIndex
        var offset = 0
        var count = 0
        for edit in edits where edit.operation == .keep {
            index = text.index(index, offsetBy: edit.new.lowerBound - offset)
            let end = text.index(index, offsetBy: edit.new.count)
            for byte in text[index..<end] where byte & 0xC0 != 0x80 { count += 1 }
            index = end
            offset = edit.new.upperBound
        }
        return count
    }

    /// The part, from 0 to 1, of the new text's characters that stand in the old one, in order, after masking; nil where there is no new
    /// text.
    package func copied(masking mask: TextMask = TextMask()) -> Double? {
        newText.isEmpty ? nil : repetition(of: newText, against: oldText, masking: mask).copied
    }
}
