import AuditModel

extension EquationSystem {
    enum Evaluation {
        /// The report has none of the figures.
        case notApplicable
        /// A figure is missing, or the sums are too long to be held.
        case undetermined
        case holds
        case fails(left: Quantity, right: Quantity)
    }

    /// The figures of a report and of last year's, as far as computing goes.
    struct Values {
        var current: [Slot]
        let previous: [Slot]

        subscript(operand: Operand) -> Slot { operand.isPrevious ? previous[operand.index] : current[operand.index] }
    }

    func evaluation(_ number: Int, with values: Values) -> Evaluation {
        var isAbsent = true
        var isComplete = true
        let instance = instances[number]
        let left = sum(instance.left, values, isAbsent: &isAbsent, isComplete: &isComplete)
        let right = sum(instance.right, values, isAbsent: &isAbsent, isComplete: &isComplete)
        if isAbsent { return .notApplicable }
        guard isComplete, let left, let right else { return .undetermined }
        if left == right { return .holds }
        let isTolerated = left.subtracting(right).map { $0.magnitude <= instance.tolerance } ?? false
        return isTolerated ? .holds : .fails(left: left, right: right)
    }

    /// Both sums; nil where a figure is missing or they are too long to be held. The sum of nothing is 0.
    func sums(_ instance: Instance, with values: Values) -> (left: Quantity, right: Quantity)? {
        var isAbsent = true
        var isComplete = true
        let left = sum(instance.left, values, isAbsent: &isAbsent, isComplete: &isComplete)
        let right = sum(instance.right, values, isAbsent: &isAbsent, isComplete: &isComplete)
        guard isComplete, let left, let right else { return nil }
        return (left, right)
    }

    /// The operands of a side with substitutes where these take the place of others.
    func operands(of side: Side, in values: Values) -> [Operand] { operands(of: side) { values[$0].isAbsent } }

    private func applies(_ substitution: Substitution, to side: Side, _ values: Values) -> Bool {
        !values[substitution.substitute].isAbsent && substitution.positions.allSatisfy { values[side.operands[$0]].isAbsent }
    }

    private func sum(_ side: Side, _ values: Values, isAbsent: inout Bool, isComplete: inout Bool) -> Quantity? {
        let replaces = side.substitutions.contains { applies($0, to: side, values) }
        var sum: Quantity? = .zero
        // Whole numbers of a machine word, as nearly all are, are added apart from the rest.
        var whole = 0
        for operand in replaces ? operands(of: side, in: values) : side.operands {
            switch values[operand] {
            case .absent: isComplete = false
            case .unusable:
                isAbsent = false
                isComplete = false
            case .number(let quantity):
                isAbsent = false
                if quantity.scale == 0, let short = Int32(exactly: quantity.significand) {
                    whole += operand.isNegative ? -Int(short) : Int(short)
                } else {
                    sum = sum?.adding(operand.isNegative ? -quantity : quantity)
                }
            }
        }
        return sum?.adding(Quantity(whole))
    }
}
