import AuditModel

/// All equations of a pack spelled out for one form: each instance as two lists of indicators.
struct EquationSystem: Sendable {
    struct Operand: Hashable, Sendable {
        /// Counts the indicators of the form, or of last year's form where `isPrevious`.
        let index: Int
        let isPrevious: Bool
        let isNegative: Bool
    }

    /// Operands of one side whose place a substitute takes where the report has none of them, but the substitute.
    struct Substitution: Sendable {
        /// Positions in the side's operands, ascending.
        let positions: [Int]
        let substitute: Operand
    }

    struct Side: Sendable {
        let operands: [Operand]
        let substitutions: [Substitution]
    }

    /// The equality for one row or column, or the only one.
    struct Instance: Sendable {
        let left: Side
        let right: Side
        /// The figure that the equality is about: the one that stands alone on its side, the right side's first, and is this year's; else the first of
        /// this year's on the left. Nil when the equality is about last year's only.
        let stated: Operand?
        /// Which side `stated` stands alone on; nil when it does on neither.
        let statedSide: StatedSide?
        /// The name of the row or column; nil for an equation without instances.
        let line: LocalizedText?
    }

    enum StatedSide: Sendable {
        case left
        case right
    }

    let form: Form
    let previousForm: Form?
    private(set) var instances: [Instance] = []
    /// For each indicator of the form, the indices of the instances that it, or what it is a substitute for, takes part in, ascending.
    private(set) var instancesByFigure: [[Int]]
    private var ranges: [[Range<Int>]] = []

    /// Spells out the equations of those rules that hold for the form. Those that name indicators which the form does not have are left out.
    init(rules: [Rule], form: Form, previousForm: Form?) {
        self.form = form
        self.previousForm = previousForm
        instancesByFigure = Array(repeating: [], count: form.indicators.count)
        let spelling = EquationSpelling(form: form, previousForm: previousForm)
        for rule in rules {
            let holds = rule.forms.isEmpty || rule.forms.contains(form.id)
            ranges.append(
                rule.conditions.map { condition in
                    let start = instances.count
                    if holds, case .equation(let equation) = condition.requirement { instances += spelling.instances(of: equation) }
                    return start..<instances.count
                })
        }
        for (number, instance) in instances.enumerated() {
            for side in [instance.left, instance.right] {
                for operand in side.operands + side.substitutions.map(\.substitute) where !operand.isPrevious {
                    if instancesByFigure[operand.index].last != number { instancesByFigure[operand.index].append(number) }
                }
            }
        }
    }

    /// The instances of one condition of one rule, both by their index; empty for conditions that are no equations.
    func range(_ rule: Int, _ condition: Int) -> Range<Int> { ranges[rule][condition] }
}
