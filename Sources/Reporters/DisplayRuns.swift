import DocumentDiff
import DocumentModel

/// A run of text as a comparison shows it.
struct DisplayRun: Hashable {
    let operation: TextEdit.Operation
    let text: String
    /// What the change is of which it is a part; nil for what is kept.
    let kind: ChangeKind?
}

extension BlockDelta {
    /// Kept runs of at most this many characters between two changes are shown as changed: a word half replaced reads worse than a word replaced.
    private static let shortestKept = 2
    /// Texts that keep less than so many percent of the longer one are shown as one replaced by the other: what they have in common is words that recur.
    private static let leastKept = 40

    /// The edits merged for reading: between two kept runs at most one deletion and one insertion. Applying the runs gives the new text as well.
    var displayRuns: [DisplayRun] {
        if isReplaced { return Self.changed(oldText, newText) }
        var runs: [DisplayRun] = []
        var deleted = ""
        var inserted = ""
        for (index, edit) in edits.enumerated() {
            let text = String(text(of: edit))
            switch edit.operation {
            case .delete: deleted += text
            case .insert: inserted += text
            case .keep:
                let isBetween = index > 0 && index < edits.count - 1
                // Only within a replacement: beside a mere insertion or deletion even a short run is worth keeping.
                if isBetween, text.unicodeScalars.count <= Self.shortestKept, !deleted.isEmpty, !inserted.isEmpty {
                    deleted += text
                    inserted += text
                } else {
                    runs += Self.changed(deleted, inserted)
                    deleted = ""
                    inserted = ""
                    runs.append(DisplayRun(operation: .keep, text: text, kind: nil))
                }
            }
        }
        return runs + Self.changed(deleted, inserted)
    }

    /// A deletion and an insertion in its place, either of which may be empty.
    private static func changed(_ deleted: String, _ inserted: String) -> [DisplayRun] {
        if deleted.isEmpty, inserted.isEmpty { return [] }
        let kind = kind(deleted, inserted)
        return [DisplayRun(operation: .delete, text: deleted, kind: kind), DisplayRun(operation: .insert, text: inserted, kind: kind)]
            .filter {
                !$0.text.isEmpty
            }
    }

    private static func kind(_ deleted: String, _ inserted: String) -> ChangeKind {
        let scalars = { (text: String) in text.unicodeScalars.filter { !Blank.contains($0.value) } }
        let (old, new) = (scalars(deleted), scalars(inserted))
        if old.elementsEqual(new) { return .format }
        let isNumber = (Array(old) + Array(new)).allSatisfy {
            DigitNotation.decimal($0.value) != nil || "+-.,%/".unicodeScalars.contains($0)
        }
        return isNumber ? .number : .wording
    }

    private var isReplaced: Bool {
        guard !oldText.isEmpty, !newText.isEmpty else { return false }
        let kept = edits.filter { $0.operation == .keep }.reduce(0) { $0 + $1.new.count }
        return kept * 100 < Self.leastKept * max(oldText.utf8.count, newText.utf8.count)
    }
}
