/// All equations of a pack spelled out for one form: each instance as two lists of indicators.
///
/// A class, since it is made once for a form and handed around.
package final class EquationSystem: Sendable {
    /// One figure of an equation.
    package struct Operand: Hashable, Sendable {
        /// Counts the indicators of the form, or of last year's form where `isPrevious`.
        package let index: Int
        /// True: the figure is last year's.
        package let isPrevious: Bool
        /// True: it is taken away.
        package let isNegative: Bool
    }

    /// Operands of one side whose place a substitute takes where the report has none of them, but the substitute.
    package struct Substitution: Sendable {
        /// Positions in the side's operands, ascending.
        package let positions: [Int]
        /// What takes their place.
        package let substitute: Operand
    }

    /// One of two sums. A class, as `Instance` is.
    package final class Side: Sendable {
        /// In the order of the equation's terms.
        package let operands: [Operand]
        /// By the first position that they stand for; empty where the side has none.
        package let substitutions: [Substitution]

        init(operands: [Operand], substitutions: [Substitution]) {
            self.operands = operands
            self.substitutions = substitutions
        }
    }

    /// The equality for one row or column, or the only one.
    ///
    /// A class, since all of them are gone through for each report.
    package final class Instance: Sendable {
        /// As the rule writes it.
        package let left: Side
        /// As the rule writes it.
        package let right: Side
        /// The figure that the equality is about: the one that stands alone on its side, the right side's first, and is this year's; else the first of
        /// this year's on the left. Nil when the equality is about last year's only.
        package let stated: Operand?
        /// Which side `stated` stands alone on; nil when it does on neither.
        package let statedSide: StatedSide?
        /// The name of the row or column; nil for an equation without instances.
        package let line: LocalizedText?
        /// By how much the sides may differ; 0: not at all.
        package let tolerance: Quantity

        init(left: Side, right: Side, stated: Operand?, statedSide: StatedSide?, line: LocalizedText?, tolerance: Quantity) {
            self.left = left
            self.right = right
            self.stated = stated
            self.statedSide = statedSide
            self.line = line
            self.tolerance = tolerance
        }
    }

    /// See `Instance.statedSide`.
    package enum StatedSide: Sendable {
        case left
        case right
    }

    /// Whose indicators the operands count.
    package let form: Form
    /// Whose indicators last year's operands count; nil when there is no report of last year.
    package let previousForm: Form?
    /// In the order of rules, conditions and lines of the form.
    package let instances: [Instance]
    /// For each indicator of the form, the indices of the instances that it, or what it is a substitute for, takes part in, ascending. Only of
    /// equalities that hold for every report and to the last digit: others say nothing of what a figure ought to be.
    package let instancesByFigure: [[Int]]
    private let ranges: [[Range<Int>]]

    /// The operands of a side with substitutes where these take the place of others. `isAbsent` tells whether the report lacks a figure.
    package func operands(of side: Side, isAbsent: (Operand) -> Bool) -> [Operand] {
        let substitutions = side.substitutions.filter { substitution in
            !isAbsent(substitution.substitute) && substitution.positions.allSatisfy { isAbsent(side.operands[$0]) }
        }
        guard !substitutions.isEmpty else { return side.operands }
        var result: [Operand] = []
        for (position, operand) in side.operands.enumerated() {
            guard let substitution = substitutions.first(where: { $0.positions.contains(position) }) else {
                result.append(operand)
                continue
            }
            if substitution.positions[0] == position { result.append(substitution.substitute) }
        }
        return result
    }

    /// Spells out the equations of those rules that hold for the form. Those that name indicators which the form does not have are left out.
    package init(rules: [Rule], form: Form, previousForm: Form?) {
        self.form = form
        self.previousForm = previousForm
        let spelling = EquationSpelling(form: form, previousForm: previousForm)
        var instances: [Instance] = []
        var ranges: [[Range<Int>]] = []
        var general: [Range<Int>] = []
        for rule in rules {
            let holds = rule.forms.isEmpty || rule.forms.contains(form.id)
            ranges.append(
                rule.conditions.map { condition in
                    let start = instances.count
                    if holds, case .equation(let equation) = condition.requirement { instances += spelling.instances(of: equation) }
                    let isGeneral = rule.applicability == nil && condition.applicability == nil && condition.exceptions.isEmpty
                    if isGeneral, instances[start...].allSatisfy(\.tolerance.isZero) { general.append(start..<instances.count) }
                    return start..<instances.count
                })
        }
        var instancesByFigure: [[Int]] = Array(repeating: [], count: form.indicators.count)
        for number in general.joined() {
            let instance = instances[number]
            for side in [instance.left, instance.right] {
                for operand in side.operands + side.substitutions.map(\.substitute) where !operand.isPrevious {
                    if instancesByFigure[operand.index].last != number { instancesByFigure[operand.index].append(number) }
                }
            }
        }
        (self.instances, self.instancesByFigure, self.ranges) = (instances, instancesByFigure, ranges)
    }

    /// An equation by itself, spelled out for the two forms; nil where one of its terms names nothing that they have.
    package static func instance(of equation: Equation, form: Form, previousForm: Form?) -> Instance? {
        EquationSpelling(form: form, previousForm: previousForm).instances(of: equation).first
    }

    /// The instances of one condition of one rule, both by their index; empty for conditions that are no equations.
    package func range(_ rule: Int, _ condition: Int) -> Range<Int> { ranges[rule][condition] }
}
