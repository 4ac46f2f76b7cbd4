import AuditModel

extension Examination {
    /// `kinds` by the contract's words: blank, not-applicable, text.
    func cellsFilled(kinds: [String]) -> Tally {
        var tally = Tally()
        for (index, slot) in slots.enumerated() {
            switch slot {
            case .absent: break
            case .number: tally.satisfied()
            case .unusable:
                guard let figure = report.figures[index], kinds.contains(figure.value.kind) else { continue }
                tally.violated(offence(at: index, kind: EngineWording.kind(figure.value, quote: figure.quote)))
            }
        }
        return tally
    }

    func cellsInRange() -> Tally {
        var tally = Tally()
        for (index, slot) in slots.enumerated() {
            guard let number = slot.number else { continue }
            switch form.indicators[index].kind {
            case .count where number.isNegative, .amount where number.isNegative:
                tally.violated(offence(at: index, kind: EngineWording.negative))
            case .count where !number.isWhole, .change where !number.isWhole:
                tally.violated(offence(at: index, kind: EngineWording.notWhole))
            case .count, .amount, .change: tally.satisfied()
            }
        }
        return tally
    }

    private func offence(at index: Int, kind: LocalizedText) -> Offence {
        let indicator = form.indicators[index]
        let table = form.tables[indicator.table]
        return Offence(
            evidence: [evidence(figure: index)],
            values: [
                .table: table.name, .row: table.rows[indicator.row].name, .column: table.columns[indicator.column].name,
                .indicator: indicator.label, .value: LocalizedText(verbatim: report.figures[index]?.quote ?? ""), .kind: kind,
            ])
    }
}
