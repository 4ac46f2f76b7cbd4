import AuditModel

extension Examination {
    /// Compares figure by figure with last year's report. On another form only tables that it has in common are compared: those that tell the forms
    /// apart need not count the same things under the same name. `indicators` by patterns; empty: all.
    func abnormalChanges(factor: Quantity, minimum: Quantity, indicators: [String]) -> Tally {
        var tally = Tally()
        let threshold = ChangeThreshold(factor: factor, minimum: minimum)
        guard let previous else { return tally }
        let earlier = previous.figures.form
        let isSameForm = earlier.id == form.id && previousSlots.count == slots.count
        let figures = indicators.isEmpty ? Array(slots.indices) : Set(indicators.flatMap { form.indices(matching: $0) }).sorted()
        var gaps: [(current: Evidence, previous: Evidence)] = []
        for figure in figures {
            let indicator = form.indicators[figure]
            guard let other = isSameForm ? figure : form.tables[indicator.table].tellsForm ? nil : earlier.index(of: indicator.id) else {
                continue
            }
            let (new, old) = (slots[figure], previousSlots[other])
            guard !new.isAbsent, !old.isAbsent else { continue }
            guard let after = new.number, let before = old.number else {
                if let old = previousEvidence(figure: other) { gaps.append((evidence(figure: figure), old)) }
                continue
            }
            guard threshold.isExceeded(from: before, to: after), let change = after.subtracting(before) else {
                tally.satisfied()
                continue
            }
            tally.violated(offence(figure, other, before: before, after: after, change: change, factor: factor))
        }
        // One finding for all that could not be compared: each has its own cause among the findings on cells.
        if let first = gaps.first {
            let current = gaps.map(\.current).filter { $0.value == nil }
            let missing = current + gaps.map(\.previous).filter { $0.value == nil }
            // The finding is about this year's report even where only last year's figures are missing.
            tally.undetermined(
                Gap(
                    evidence: (current.isEmpty ? [first.current] : []) + missing, reason: EngineWording.missing(missing), subject: "changes"
                ))
        }
        return tally
    }

    /// `other` counts the indicators of last year's form.
    private func offence(
        _ figure: Int, _ other: Int, before: Quantity, after: Quantity, change: Quantity, factor: Quantity
    ) -> Offence {
        let indicator = form.indicators[figure]
        let table = form.tables[indicator.table]
        let signed = { (quantity: Quantity) in LocalizedText(verbatim: (quantity.isNegative ? "" : "+") + quantity.description) }
        return Offence(
            evidence: [evidence(figure: figure), previousEvidence(figure: other)].compactMap { $0 },
            values: [
                .indicator: indicator.label, .old: LocalizedText(before), .new: LocalizedText(after), .change: signed(change),
                .percent: change.percent(of: before, decimals: 2).map { LocalizedText(verbatim: signed($0).chinese + "%") }
                    ?? EngineWording.undefinedPercent,
                .factor: LocalizedText(factor), .table: table.name, .row: table.rows[indicator.row].name,
                .column: table.columns[indicator.column].name,
            ])
    }
}
