import AuditModel

/// All relations of a pack spelled out for one form.
///
/// A class, since it is made once for a form and handed around.
final class RelationSystem: Sendable {
    /// A sum of figures with factors, and a number beside them.
    struct Side: Sendable {
        var number: Quantity
        var operands: [(factor: Quantity, index: Int, isPrevious: Bool)]
    }

    /// A class, since all of them are gone through for each report.
    final class Comparison: Sendable {
        let relation: Relation
        let left: Side
        let right: Side

        init(relation: Relation, left: Side, right: Side) {
            self.relation = relation
            self.left = left
            self.right = right
        }
    }

    struct Instance: Sendable {
        let given: [Comparison]
        let required: Comparison
        /// The name of the row or column; nil for a relation without instances.
        let line: LocalizedText?
    }

    let form: Form
    let previousForm: Form?
    /// For each rule, then each condition.
    private let instances: [[[Instance]]]

    init(rules: [Rule], form: Form, previousForm: Form?) {
        self.form = form
        self.previousForm = previousForm
        let spelling = Spelling(form: form, previousForm: previousForm)
        instances = rules.map { rule in
            let holds = rule.forms.isEmpty || rule.forms.contains(form.id)
            return rule.conditions.map { condition in
                guard holds, case .relation(let requirement) = condition.requirement else { return [] }
                return spelling.instances(of: requirement)
            }
        }
    }

    /// The instances of one condition of one rule, both by their index.
    func instances(_ rule: Int, _ condition: Int) -> [Instance] { instances[rule][condition] }
}

/// Turns patterns of identifiers into indices.
private struct Spelling {
    let form: Form
    let previousForm: Form?

    func instances(of requirement: RelationRequirement) -> [RelationSystem.Instance] {
        guard requirement.forms.isEmpty || requirement.forms.contains(form.id) else { return [] }
        switch requirement.instances {
        case .once: return instance(of: requirement, variable: "", id: "", line: nil).map { [$0] } ?? []
        case .rows(let table, let except): return lines(\.rows, of: table, except, requirement, variable: "{row}")
        case .columns(let table, let except): return lines(\.columns, of: table, except, requirement, variable: "{column}")
        }
    }

    private func lines(
        _ lines: KeyPath<FormTable, [FormTable.Line]>, of table: String, _ except: [String], _ requirement: RelationRequirement,
        variable: String
    ) -> [RelationSystem.Instance] {
        guard let table = form.tables.first(where: { $0.id == table }) else { return [] }
        return table[keyPath: lines].filter { !except.contains($0.id) && $0.standsFor.isEmpty }.compactMap {
            instance(of: requirement, variable: variable, id: $0.id, line: $0.name)
        }
    }

    /// Nil where a term names nothing that the form has.
    private func instance(
        of requirement: RelationRequirement, variable: String, id: String, line: LocalizedText?
    ) -> RelationSystem.Instance? {
        var given: [RelationSystem.Comparison] = []
        for relation in requirement.given {
            guard let comparison = comparison(relation, variable, id) else { return nil }
            given.append(comparison)
        }
        return comparison(requirement.required, variable, id).map { RelationSystem.Instance(given: given, required: $0, line: line) }
    }

    private func comparison(_ relation: Relation, _ variable: String, _ id: String) -> RelationSystem.Comparison? {
        guard let left = side(relation.left, variable, id), let right = side(relation.right, variable, id) else { return nil }
        return RelationSystem.Comparison(relation: relation, left: left, right: right)
    }

    private func side(_ terms: [Relation.Term], _ variable: String, _ id: String) -> RelationSystem.Side? {
        var side = RelationSystem.Side(number: .zero, operands: [])
        for term in terms {
            guard let figures = term.figures else {
                guard let sum = side.number.adding(term.factor) else { return nil }
                side.number = sum
                continue
            }
            guard let form = figures.isPrevious ? previousForm : form else { return nil }
            let found = form.indices(matching: EquationSpelling.replace(variable, by: id, in: figures.pattern))
            guard !found.isEmpty else { return nil }
            side.operands += found.map { (factor: term.factor, index: $0, isPrevious: figures.isPrevious) }
        }
        return side
    }
}
