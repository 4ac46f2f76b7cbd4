import AuditModel

extension Examination {
    /// Judges the equalities of one condition, by their range in the system.
    func equalities(_ equation: Equation, in range: Range<Int>) throws(RuleFailure) -> Tally {
        switch equation.instances {
        case .once: break
        case .rows(let table, _), .columns(let table, _):
            guard form.tables.contains(where: { $0.id == table }) else { throw .unknownTable(table) }
        }
        var tally = Tally()
        let values = EquationSystem.Values(current: slots, previous: previousSlots)
        for number in range {
            switch equations.evaluation(number, with: values) {
            case .notApplicable: break
            case .holds: tally.satisfied()
            case .undetermined: tally.undetermined(gap(of: number, values))
            case .fails(let left, let right): tally.violated(offence(of: number, values, left: left, right: right))
            }
        }
        return tally
    }

    private func evidence(_ operand: EquationSystem.Operand) -> Evidence? {
        operand.isPrevious ? previousEvidence(figure: operand.index) : evidence(figure: operand.index)
    }

    private func gap(of number: Int, _ values: EquationSystem.Values) -> Gap {
        let instance = equations.instances[number]
        let operands = equations.operands(of: instance.left, in: values) + equations.operands(of: instance.right, in: values)
        let missing = operands.filter { values[$0].number == nil }
        let current = missing.filter { !$0.isPrevious }
        // A finding is about this year's report: where only last year's figures are missing, the figure that they were to be compared with leads.
        let stated = operands.filter { $0 == instance.stated && !missing.contains($0) }
        let order = current.isEmpty ? stated + missing : current + missing.filter(\.isPrevious) + stated
        let shown = order.compactMap { evidence($0) }
        return Gap(
            evidence: shown.isEmpty ? [wholeReport] : shown,
            reason: missing.isEmpty ? EngineWording.tooLong : EngineWording.missing(shown.filter { $0.value == nil }),
            subject: instance.stated.map { form.indicators[$0.index].id })
    }

    private func offence(of number: Int, _ values: EquationSystem.Values, left: Quantity, right: Quantity) -> Offence {
        let instance = equations.instances[number]
        let sides = (left: equations.operands(of: instance.left, in: values), right: equations.operands(of: instance.right, in: values))
        let all = sides.left + sides.right
        let leading = all.filter { $0 == instance.stated }
        let shown = (leading + all.filter { $0 != instance.stated }).compactMap { evidence($0) }
        let addends = { (operands: [EquationSystem.Operand]) in
            operands.map { (value: values[$0].number ?? .zero, isNegative: $0.isNegative) }
        }
        let leftText = ComputationText.equality(addends(sides.left), result: left)
        let rightText = ComputationText.equality(addends(sides.right), result: right)
        let computation: LocalizedText =
            switch instance.statedSide {
            case .right: leftText
            case .left: rightText
            case nil: EngineWording.both(leftText, rightText)
            }
        let difference = left.subtracting(right)?.magnitude
        let figure = instance.stated.map { form.indicators[$0.index] }
        let table = figure.map { form.tables[$0.table] }
        var offence = Offence(evidence: shown)
        offence.values = [
            .left: LocalizedText(left), .right: LocalizedText(right), .computation: computation,
            .stated: LocalizedText(instance.statedSide == .left ? left : right),
            .difference: LocalizedText(verbatim: difference?.description ?? ""),
            .instance: instance.line ?? LocalizedText(verbatim: ""),
        ]
        let figures = { (operands: [EquationSystem.Operand]) in
            operands.filter { !$0.isPrevious }.map { (figure: $0.index, isNegative: $0.isNegative) }
        }
        offence.balance = left.subtracting(right).map {
            Balance(excess: $0, left: figures(sides.left), right: figures(sides.right), form: form)
        }
        if let figure, let table {
            offence.values[.row] = table.rows[figure.row].name
            offence.values[.column] = table.columns[figure.column].name
            offence.values[.table] = table.name
            offence.values[.indicator] = figure.label
        }
        var search = RepairSearch(system: equations, values: values, statements: report.narrative.statements)
        offence.repair = search.repair(of: number, left: left, right: right).map { EngineWording.repair($0, form: form) }
        return offence
    }
}
