package import AuditModel
package import DocumentModel

/// What the tables of one report say.
package struct TableBinding: Hashable, Sendable {
    /// One for each cell that was bound, by the form that `isTold` speaks of.
    package let figures: Figures
    /// What binding had to settle, in document order of the tables.
    package let remarks: [Remark]
    /// True when the tables tell the form; else it is the one that was asked for, and no figure is bound.
    package let isTold: Bool
}

/// Binds the tables of reports to the forms of a pack, by labels and shape together.
///
/// Meant to be made once and used for many reports: a form's labels are prepared when a report first asks for them, and kept.
package struct TableBinder: Sendable {
    private let shelf: FormShelf
    private let rules: [Rule]

    /// `rules`: their equations settle digits that ran together; without them none are.
    /// - Precondition: at least one form.
    package init(forms: [Form], rules: [Rule] = []) {
        precondition(!forms.isEmpty, "a pack has at least one form")
        shelf = FormShelf(forms)
        self.rules = rules
    }

    /// How many different labels that no form words so are compared with all that it does; what is beyond stays unknown.
    static let comparisonLimit = 2000

    /// Binds the tables of a report, wherever they stand in it.
    ///
    /// The form is the one that the tables fit best: of those that fit nearly as well as any, the one of whose telling tables most labels stand
    /// there, then most cells are bound, or the other way round where the telling tables hold nearly as many labels of both; where several fit as well, the one that was due (`due`, an id), else the first. What the form that was due
    /// has complete is looked at no further. Linear in the cells; labels that no form words so cost a comparison with each of the forms' labels, up
    /// to a limit.
    package func bind(_ document: Document, due: String? = nil) -> TableBinding {
        let (tables, labels) = ScannedTable.all(in: document)
        if let due = due.flatMap(shelf.form) {
            let draft = draft(due, tables, labels.map { due.exactMatch($0) })
            if draft.isComplete { return TableBinding(figures: draft.figures, remarks: draft.remarks, isTold: true) }
        }
        let forms = shelf.all
        let matches = forms.map { form in labels.map { form.exactMatch($0) } }
        // A form whose labels the tables hold far fewer of cannot fit best, and need not be tried.
        let counts = matches.map { $0.count { $0 != nil } }
        let most = counts.max() ?? 0
        var candidates = forms.indices.filter { counts[$0] * 4 + 8 > most * 3 }
        if let due = candidates.firstIndex(where: { forms[$0].form.id == due }) { candidates.insert(candidates.remove(at: due), at: 0) }

        let drafts = candidates.map { candidate in
            let form = forms[candidate]
            let (matches, isComplete) = withLikeness(form, labels, matches[candidate])
            var draft = draft(form, tables, matches)
            if !isComplete, let table = tables.first {
                draft.remark(Remark(.limitReached, at: table.place, detail: String(Self.comparisonLimit)))
            }
            return draft
        }
        let scores = drafts.map(\.score)
        let named = candidates.map { Self.named(forms[$0], matches[$0]) }
        let mostBound = scores.map(\.all).max() ?? 0
        let mostNamed = named.map(\.all).max() ?? 0
        let isNear = { scores[$0].all * 4 >= mostBound * 3 || scores[$0].all > 0 && named[$0].all * 4 >= mostNamed * 3 }
        let fitsBetter = { (one: Int, other: Int) in
            let (least, most) = (min(named[one].telling, named[other].telling), max(named[one].telling, named[other].telling))
            // Where the telling tables mix both forms (headings of the one, rows of the other), the rest of the report tells.
            if least * 3 >= most * 2, scores[one].all != scores[other].all { return scores[one].all > scores[other].all }
            let rank = { (named[$0].telling, scores[$0].telling, scores[$0].all) }
            return rank(one) > rank(other)
        }
        var best = 0
        for candidate in scores.indices.dropFirst() where isNear(candidate) {
            if !isNear(best) || fitsBetter(candidate, best) { best = candidate }
        }
        return TableBinding(figures: drafts[best].figures, remarks: drafts[best].remarks, isTold: scores[best].all > 0)
    }

    /// How many lines of the form have their labels in the tables by their very wording, in all and of those tables that tell the form.
    private static func named(_ form: CompiledForm, _ matches: [CompiledForm.Match?]) -> (all: Int, telling: Int) {
        var lines: [Set<Int>] = Array(repeating: [], count: form.keyCount)
        for entry in Set(matches.compactMap { $0?.entry }) {
            for (key, named) in form.entries[entry].lines.enumerated() { lines[key].formUnion(named) }
        }
        var counts = (all: 0, telling: 0)
        for (key, named) in lines.enumerated() {
            counts.all += named.count
            if form.form.tables[key / 2].tellsForm { counts.telling += named.count }
        }
        return counts
    }

    private func draft(_ form: CompiledForm, _ tables: [ScannedTable], _ matches: [CompiledForm.Match?]) -> FigureDraft {
        var draft = FigureDraft(form, tables: tables)
        var lastColumns: [Int: TableReading.LastHeads] = [:]
        for table in tables.indices { TableReading.bind(table, matches: matches, into: &draft, lastColumns: &lastColumns) }
        draft.settleDigits(rules)
        draft.dropIdleSubstitutes()
        return draft
    }

    /// The matches with those labels added that are only like the form's; not complete where the limit left some uncompared.
    private func withLikeness(
        _ form: CompiledForm, _ labels: [LabelText], _ exact: [CompiledForm.Match?]
    ) -> (matches: [CompiledForm.Match?], isComplete: Bool) {
        var matches = exact
        var isComplete = true
        var compared: [[UInt32]: CompiledForm.Match?] = [:]
        for index in labels.indices where exact[index] == nil {
            if let known = compared[labels[index].core] {
                matches[index] = known
            } else if compared.count < Self.comparisonLimit {
                matches[index] = form.likeMatch(labels[index])
                compared[labels[index].core] = .some(matches[index])
            } else {
                isComplete = false
            }
        }
        return (matches, isComplete)
    }
}
