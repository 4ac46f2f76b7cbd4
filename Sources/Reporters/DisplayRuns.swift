import DocumentDiff

/// A run of text as a comparison shows it.
struct DisplayRun: Hashable {
    let operation: TextEdit.Operation
    let text: String
    /// What the change is of which it is a part; nil for what is kept.
    let kind: ChangeKind?
}

extension BlockDelta {
    /// The block's change for reading, a replacement as a deletion before an insertion. Applying the runs gives the new text as well.
    ///
    /// - Parameter names: What the units are called that the texts are about.
    func displayRuns(names: [String]) -> [DisplayRun] {
        readableRuns(names: names).flatMap { run -> [DisplayRun] in
            guard let kind = run.kind.map(ChangeKind.init) else {
                return [DisplayRun(operation: .keep, text: String(newText(of: run)), kind: nil)]
            }
            return [
                DisplayRun(operation: .delete, text: String(oldText(of: run)), kind: kind),
                DisplayRun(operation: .insert, text: String(newText(of: run)), kind: kind),
            ].filter { !$0.text.isEmpty }
        }
    }
}

extension ChangeKind {
    init(_ kind: ReadableRun.Kind) {
        self =
            switch kind {
            case .number: .number
            case .date: .date
            case .name: .name
            case .wording: .wording
            case .format: .format
            }
    }
}
