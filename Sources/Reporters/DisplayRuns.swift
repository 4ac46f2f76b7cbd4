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
    /// Texts that keep less than so many percent of the longer one are shown as one replaced by the other: what they have in common is words that recur.
    private static let leastKept = 40

    /// The edits merged for reading: between two kept runs at most one deletion and one insertion, numbers whole. Applying the runs gives the new text
    /// as well.
    var displayRuns: [DisplayRun] {
        if isReplaced { return ReadableChanges(replacing: oldText, by: newText).runs }
        var changes = ReadableChanges()
        for edit in edits { changes.append(edit.operation, text(of: edit)) }
        changes.completeNumbers()
        changes.joinShreds()
        return changes.runs
    }

    private var isReplaced: Bool {
        guard !oldText.isEmpty, !newText.isEmpty else { return false }
        let kept = edits.filter { $0.operation == .keep }.reduce(0) { $0 + $1.new.count }
        return kept * 100 < Self.leastKept * max(oldText.utf8.count, newText.utf8.count)
    }
}

/// What is kept and what is replaced, in turns.
private struct ReadableChanges {
    fileprivate struct Change {
        var deleted = String.UnicodeScalarView()
        var inserted = String.UnicodeScalarView()
        /// What is kept behind it; empty only at the end.
        var kept = String.UnicodeScalarView()

        var isReplacement: Bool { !deleted.isEmpty && !inserted.isEmpty }
        var isEmpty: Bool { deleted.isEmpty && inserted.isEmpty }
    }

    /// Kept runs of at most this many characters between two changes are shown as changed: a word half replaced reads worse than a word replaced.
    private static let shortestKept = 2

    /// The first one's deletion and insertion may be empty.
    private var changes = [Change()]

    init() {}

    init(replacing old: String, by new: String) {
        changes = [Change(deleted: old.unicodeScalars, inserted: new.unicodeScalars)]
    }

    mutating func append(_ operation: TextEdit.Operation, _ text: Substring) {
        let last = changes.count - 1
        if operation != .keep, !changes[last].kept.isEmpty {
            changes.append(Change())
            return append(operation, text)
        }
        switch operation {
        case .keep: changes[last].kept.append(contentsOf: text.unicodeScalars)
        case .delete: changes[last].deleted.append(contentsOf: text.unicodeScalars)
        case .insert: changes[last].inserted.append(contentsOf: text.unicodeScalars)
        }
    }

    /// Joins changed words that next to nothing stands between. Beside a mere insertion or deletion even a short run is worth keeping, and beside a
    /// number.
    mutating func joinShreds() {
        var joined = [changes[0]]
        for change in changes.dropFirst() {
            let last = joined.count - 1
            if joined[last].isReplacement, joined[last].kept.count <= Self.shortestKept,
                [joined[last], change].allSatisfy({ Self.kind(of: $0) == .wording })
            {
                joined[last].take(change)
            } else {
                joined.append(change)
            }
        }
        changes = joined
    }

    /// Has each change take in what is kept of a number that it changes, so that 10 is replaced by 31 rather than parts of it.
    mutating func completeNumbers() {
        for index in changes.indices {
            if index > 0, changes[index].begins(Self.isDigit) {
                let count = Self.numberLength(changes[index - 1].kept.reversed())
                let digits = String.UnicodeScalarView(changes[index - 1].kept.suffix(count))
                changes[index - 1].kept.removeLast(count)
                changes[index].deleted = digits + changes[index].deleted
                changes[index].inserted = digits + changes[index].inserted
            }
            if !changes[index].isEmpty, changes[index].ends(Self.isDigit) {
                let count = Self.numberLength(changes[index].kept)
                let digits = String.UnicodeScalarView(changes[index].kept.prefix(count))
                changes[index].kept.removeFirst(count)
                changes[index].deleted.append(contentsOf: digits)
                changes[index].inserted.append(contentsOf: digits)
            }
        }
        var joined = [changes[0]]
        for change in changes.dropFirst() {
            let last = joined.count - 1
            if joined[last].kept.isEmpty, !joined[last].isEmpty { joined[last].take(change) } else { joined.append(change) }
        }
        changes = joined
    }

    /// How many characters at the beginning of a text go on with a number: digits, and points and commas before more of them.
    private static func numberLength(_ text: some Sequence<Unicode.Scalar>) -> Int {
        var length = 0
        var afterSeparator = 0
        for scalar in text {
            if isDigit(scalar) {
                length += afterSeparator + 1
                afterSeparator = 0
            } else if afterSeparator == 0, scalar == "." || scalar == "," {
                afterSeparator = 1
            } else {
                break
            }
        }
        return length
    }

    var runs: [DisplayRun] {
        var runs: [DisplayRun] = []
        for change in changes {
            if !change.isEmpty {
                let kind = Self.kind(of: change)
                if !change.deleted.isEmpty { runs.append(DisplayRun(operation: .delete, text: String(change.deleted), kind: kind)) }
                if !change.inserted.isEmpty { runs.append(DisplayRun(operation: .insert, text: String(change.inserted), kind: kind)) }
            }
            if !change.kept.isEmpty { runs.append(DisplayRun(operation: .keep, text: String(change.kept), kind: nil)) }
        }
        return runs
    }

    private static func kind(of change: Change) -> ChangeKind {
        let (old, new) = (change.deleted.filter { !Blank.contains($0.value) }, change.inserted.filter { !Blank.contains($0.value) })
        if old.elementsEqual(new) { return .format }
        guard old.allSatisfy(isInNumber), new.allSatisfy(isInNumber) else { return .wording }
        return change.kept.first.map(DateNotation.follows) == true ? .date : .number
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { DigitNotation.decimal(scalar.value) != nil }

    private static func isInNumber(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || "+-.,%/".unicodeScalars.contains(scalar) }
}

extension ReadableChanges.Change {
    /// Takes in another that stands behind it, with what is kept between.
    fileprivate mutating func take(_ next: Self) {
        deleted.append(contentsOf: kept)
        deleted.append(contentsOf: next.deleted)
        inserted.append(contentsOf: kept)
        inserted.append(contentsOf: next.inserted)
        kept = next.kept
    }

    fileprivate func begins(_ holds: (Unicode.Scalar) -> Bool) -> Bool {
        [deleted.first, inserted.first].contains { $0.map(holds) == true }
    }
    fileprivate func ends(_ holds: (Unicode.Scalar) -> Bool) -> Bool { [deleted.last, inserted.last].contains { $0.map(holds) == true } }
}
