package import DocumentModel

/// What became of one top-level section, with its subsections.
package struct SectionDelta: Hashable, Sendable {
    /// Moved where its order among the sections differs, else changed where any of its blocks did.
    package let state: DeltaState
    /// Nil for an added section.
    package let old: Section?
    /// Nil for a removed section.
    package let new: Section?
    /// The new section's blocks in their order, and between them the removed ones where they stood. A block that was moved
    /// here from another section stands here only.
    package let blocks: [BlockDelta]

    /// The outline's key; nil where the outline does not know the section.
    package var key: String? { new?.key ?? old?.key }

    /// The title without its ordinal; empty for section 0.
    package var title: String { (new ?? old)?.heading?.title ?? "" }
}

/// What became of one document on the way to another.
///
/// Each block of either document stands in it exactly once; the blocks that have a new text stand in the new document's order.
package struct DocumentDelta: Hashable, Sendable {
    /// The new document's sections in order, and between them the removed ones where they stood.
    package let sections: [SectionDelta]

    /// All blocks in order.
    package var blocks: [BlockDelta] { sections.flatMap(\.blocks) }

    /// Whether every block's edits are minimal.
    package var isMinimal: Bool { sections.allSatisfy { $0.blocks.allSatisfy(\.isMinimal) } }

    /// Whether nothing differs.
    package var isEmpty: Bool { sections.allSatisfy { $0.state == .same } }

    /// The new document's texts in order, as they come out when all edits are applied to the old document's texts in theirs; nil if
    /// they do not fit them. This is what a delta promises; it is told here so that it can be checked.
    package func applied(to old: [TextBlock]) -> [String]? {
        var isUsed = [Bool](repeating: false, count: old.count)
        var texts: [String] = []
        for block in blocks {
            if let index = block.oldIndex {
                guard old.indices.contains(index), !isUsed[index], old[index] == block.old else { return nil }
                isUsed[index] = true
            }
            guard let text = block.appliedText else { return nil }
            if let index = block.newIndex {
                guard index == texts.count else { return nil }
                texts.append(text)
            } else if !text.isEmpty {
                return nil
            }
        }
        return isUsed.allSatisfy { $0 } ? texts : nil
    }
}
