import AuditModel
import DocumentModel

extension Examination {
    /// Judges the relations of one condition. A figure that is missing has its own finding: what compares with it has none.
    func relations(_ instances: [RelationSystem.Instance]) -> Tally {
        var tally = Tally()
        for instance in instances {
            var isGiven: Bool? = true
            for given in instance.given {
                guard let sums = sums(of: given) else {
                    isGiven = nil
                    continue
                }
                if !given.relation.sign.holds(sums.left, sums.right) {
                    isGiven = false
                    break
                }
            }
            guard isGiven != false, hasFigures(instance.required) else { continue }
            guard isGiven == true, let sums = sums(of: instance.required) else {
                tally.undetermined(
                    Gap(evidence: [evidence(of: instance).first ?? wholeReport], reason: EngineWording.tooLong, isSilent: true))
                continue
            }
            if instance.required.relation.sign.holds(sums.left, sums.right) {
                tally.satisfied()
            } else {
                tally.violated(offence(instance, sums))
            }
        }
        return tally
    }

    private typealias Sums = (left: Quantity, right: Quantity)

    /// Nil unless all figures are numbers and the sums can be held.
    private func sums(of comparison: RelationSystem.Comparison) -> Sums? {
        guard let left = sum(comparison.left), let right = sum(comparison.right) else { return nil }
        return (left, right)
    }

    private func sum(_ side: RelationSystem.Side) -> Quantity? {
        var total = side.number
        for operand in side.operands {
            guard let number = slot(operand).number, let product = number.multiplied(by: operand.factor), let sum = total.adding(product)
            else { return nil }
            total = sum
        }
        return total
    }

    private func slot(_ operand: (factor: Quantity, index: Int, isPrevious: Bool)) -> Slot {
        operand.isPrevious ? previousSlots[operand.index] : slots[operand.index]
    }

    /// False where the report has none of the figures.
    private func hasFigures(_ comparison: RelationSystem.Comparison) -> Bool {
        comparison.left.operands.contains { !slot($0).isAbsent } || comparison.right.operands.contains { !slot($0).isAbsent }
    }

    /// This year's figures first; of long sums those that are not 0.
    private func evidence(of instance: RelationSystem.Instance) -> [Evidence] {
        let comparisons = [instance.required] + instance.given
        let all = comparisons.flatMap { $0.left.operands + $0.right.operands }
        var shown: [Evidence] = []
        for operand in all.filter({ !$0.isPrevious }) + all.filter(\.isPrevious) {
            let evidence = operand.isPrevious ? previousEvidence(figure: operand.index) : evidence(figure: operand.index)
            guard let evidence, !shown.contains(evidence) else { continue }
            if all.count > ComputationText.fullLength, evidence.value?.isZero ?? true, !shown.isEmpty { continue }
            shown.append(evidence)
        }
        return shown
    }

    private func offence(_ instance: RelationSystem.Instance, _ sums: Sums) -> Offence {
        let evidence = evidence(of: instance)
        var offence = Offence(evidence: evidence.isEmpty ? [wholeReport] : evidence)
        offence.values = [
            .left: LocalizedText(sums.left), .right: LocalizedText(sums.right),
            .instance: instance.line ?? LocalizedText(verbatim: ""),
        ]
        let operands = instance.required.left.operands + instance.required.right.operands
        if let figure = (operands.first { !$0.isPrevious } ?? operands.first).map({
            form.indicators.indices.contains($0.index) ? $0.index : 0
        }),
            !form.indicators.isEmpty
        {
            let indicator = form.indicators[figure]
            let table = form.tables[indicator.table]
            offence.values[.row] = table.rows[indicator.row].name
            offence.values[.column] = table.columns[indicator.column].name
            offence.values[.table] = table.name
            offence.values[.indicator] = indicator.label
        }
        return offence
    }
}
