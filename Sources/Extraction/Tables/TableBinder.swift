package import AuditModel
package import DocumentModel

/// What the tables of one report say.
package struct TableBinding: Hashable, Sendable {
    package let figures: Figures
    /// What binding had to settle, in document order of the tables.
    package let remarks: [Remark]
    /// True when the tables tell the form; else it is the one that was asked for, and no figure is bound.
    package let isTold: Bool
}

/// Binds the tables of reports to the forms of a pack, by labels and shape together.
///
/// Making one prepares the forms' labels; it is meant to be made once and used for many reports.
package struct TableBinder: Sendable {
    private let forms: [CompiledForm]

    /// - Precondition: at least one form.
    package init(forms: [Form]) {
        precondition(!forms.isEmpty, "a pack has at least one form")
        self.forms = forms.map(CompiledForm.init)
    }

    /// How many different labels that no form words so are compared with all that it does; what is beyond stays unknown.
    static let comparisonLimit = 2000

    /// Binds the tables of a report, wherever they stand in it.
    ///
    /// The form is the one that the tables fit best; where several fit as well, the one that was due (`due`, an id), else the first. Linear in the
    /// cells; labels that no form words so cost a comparison with each of the forms' labels, up to a limit.
    package func bind(_ document: Document, due: String? = nil) -> TableBinding {
        let (tables, labels) = ScannedTable.all(in: document)
        var best: (draft: FigureDraft, score: Int)?
        for form in forms.filter({ $0.form.id == due }) + forms.filter({ $0.form.id != due }) {
            let draft = draft(form, tables, labels)
            let score = draft.score
            if best.map({ score > $0.score }) ?? true { best = (draft, score) }
        }
        guard let best else { preconditionFailure("a pack has at least one form") }
        return TableBinding(figures: best.draft.figures, remarks: best.draft.remarks, isTold: best.score > 0)
    }

    private func draft(_ form: CompiledForm, _ tables: [ScannedTable], _ labels: [LabelText]) -> FigureDraft {
        let (matches, isComplete) = matches(form, labels)
        var draft = FigureDraft(form)
        if !isComplete, let table = tables.first {
            draft.remark(Remark(.limitReached, at: table.place, detail: String(Self.comparisonLimit)))
        }
        var lastLines: [Int: [Int?]] = [:]
        for table in tables { TableReading.bind(table, matches: matches, into: &draft, lastLines: &lastLines) }
        draft.dropIdleSubstitutes()
        return draft
    }

    private func matches(_ form: CompiledForm, _ labels: [LabelText]) -> (matches: [CompiledForm.Match?], isComplete: Bool) {
        var matches: [CompiledForm.Match?] = []
        matches.reserveCapacity(labels.count)
        var isComplete = true
        var compared: [[UInt32]: CompiledForm.Match?] = [:]
        for label in labels {
            if let match = form.exactMatch(label) {
                matches.append(match)
            } else if let known = compared[label.core] {
                matches.append(known)
            } else if compared.count < Self.comparisonLimit {
                let match = form.likeMatch(label)
                compared[label.core] = .some(match)
                matches.append(match)
            } else {
                matches.append(nil)
                isComplete = false
            }
        }
        return (matches, isComplete)
    }
}
