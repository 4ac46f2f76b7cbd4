/// A comparison of two sums with factors.
package struct Relation: Hashable, Sendable {
    /// A summand.
    package struct Term: Hashable, Sendable {
        /// What the figures are multiplied by, negative where they are taken away; or the number itself.
        package let factor: Quantity
        /// Never negative by itself; nil for a number.
        package let figures: Equation.Term?

        package init(factor: Quantity, figures: Equation.Term?) {
            self.factor = factor
            self.figures = figures
        }
    }

    /// At least one, as the rule writes them.
    package let left: [Term]
    /// How the left sum has to stand to the right one.
    package let sign: FigureComparison.Relation
    /// At least one, as the rule writes them.
    package let right: [Term]

    package init(left: [Term], sign: FigureComparison.Relation, right: [Term]) {
        self.left = left
        self.sign = sign
        self.right = right
    }
}

/// A relation that has to hold for each row or column of a table, or once, wherever others do.
package struct RelationRequirement: Hashable, Sendable {
    /// Each is judged by itself.
    package let instances: Equation.Instances
    /// Where one of them does not hold, nothing is required.
    package let given: [Relation]
    /// What has to be so.
    package let required: Relation
    /// The ids of the forms for which it holds; empty: all.
    package let forms: [String]

    package init(instances: Equation.Instances, given: [Relation], required: Relation, forms: [String]) {
        self.instances = instances
        self.given = given
        self.required = required
        self.forms = forms
    }
}
