package import AuditModel

/// All that can be changed of a pack's rules.
package struct RuleMutations {
    private let pack: RulePack

    package init(_ pack: RulePack) {
        self.pack = pack
    }

    /// The mutants of a rule, in the order of what they change.
    ///
    /// A change after which the pack would be refused, or after which the rule means the same, is none.
    package func mutants(of rule: Rule) -> [Mutant] {
        var variants: [Variant<Rule>] = []
        if rule.conditions.contains(where: { $0.severity == nil }) {
            variants += Variants.severities("severity", rule.severity).map { $0.map { rule.with(severity: $0) } }
        }
        variants += Variants.filters("forms", rule.forms, among: pack.forms.map(\.id)).map { $0.map { rule.with(forms: $0) } }
            .filter { isDifferent($0.value, from: rule) }
        variants += applicabilities(rule.applicability).map { $0.map { rule.with(applicability: $0) } }
        let names = ElementNames(rule.conditions.map(\.requirement.elementName))
        for (index, condition) in rule.conditions.enumerated() {
            var rest = rule.conditions
            rest.remove(at: index)
            variants.append(Variant(names[index], .dropped, rule.with(conditions: rest)))
            for variant in self.variants(of: condition, in: rule) {
                var conditions = rule.conditions
                conditions[index] = variant.value
                let changed = variant.within(names[index]) { _ in rule.with(conditions: conditions) }
                if isDifferent(changed.value, from: rule) { variants.append(changed) }
            }
        }
        return variants.map { Mutant(Mutation(part: $0.part, action: $0.action), rule: rule.id, change: .rule($0.value)) }
    }

    private func variants(of condition: Condition, in rule: Rule) -> [Variant<Condition>] {
        var variants: [Variant<Condition>] = []
        if let severity = condition.severity {
            variants += Variants.severities("severity", severity).map { $0.map { condition.with(severity: $0) } }
        }
        variants += applicabilities(condition.applicability).map { $0.map { condition.with(applicability: $0) } }
        for (index, exception) in condition.exceptions.enumerated() {
            var rest = condition.exceptions
            rest.remove(at: index)
            variants.append(Variant("unless.\(index + 1)", .dropped, condition.with(exceptions: rest)))
            for list in exception.sections.isEmpty ? [] : Variants.shorter("unless.\(index + 1) sections", exception.sections) {
                var all = condition.exceptions
                all[index] = WordException(words: exception.words, sections: list.value)
                variants.append(list.map { _ in condition.with(exceptions: all) })
            }
        }
        let forms = pack.forms.filter { rule.forms.isEmpty || rule.forms.contains($0.id) }
        let requirements = RequirementMutations(pack: pack, forms: forms)
        return variants + requirements.variants(of: condition.requirement).map { $0.map { condition.with(requirement: $0) } }
    }

    private func applicabilities(_ applicability: Applicability?) -> [Variant<Applicability>] {
        applicability.map { ApplicabilityMutations.variants(of: $0, levels: pack.identity.levels.map(\.id)) } ?? []
    }

    /// False where a change of equations makes no difference to what they are for any of the forms.
    private func isDifferent(_ changed: Rule, from rule: Rule) -> Bool {
        guard rule.applicability == changed.applicability else { return true }
        let isOfEquations = rule.conditions.allSatisfy { if case .equation = $0.requirement { true } else { false } }
        guard isOfEquations else { return true }
        return pack.forms.contains { form in
            let before = spelledOut(rule, for: form)
            let after = spelledOut(changed, for: form)
            return before.instances.count != after.instances.count
                || zip(before.instances, after.instances).contains { !Self.isSame($0, $1) }
        }
    }

    private func spelledOut(_ rule: Rule, for form: Form) -> EquationSystem {
        let holds = rule.forms.isEmpty || rule.forms.contains(form.id)
        return EquationSystem(rules: holds ? [rule] : [], form: form, previousForm: form)
    }

    private static func isSame(_ first: EquationSystem.Instance, _ second: EquationSystem.Instance) -> Bool {
        first.left.operands == second.left.operands && first.right.operands == second.right.operands && first.tolerance == second.tolerance
    }
}

extension Variant {
    /// The same change as one of another value.
    func map<Other>(_ transform: (Value) -> Other) -> Variant<Other> { Variant<Other>(part, action, transform(value)) }
}

/// Names of elements with their numbers where there are several of one name.
struct ElementNames {
    private let names: [String]

    init(_ names: [String]) {
        var counts: [String: Int] = [:]
        self.names = names.map { name in
            counts[name, default: 0] += 1
            return names.count { $0 == name } == 1 ? name : "\(name).\(counts[name, default: 0])"
        }
    }

    subscript(index: Int) -> String { names[index] }
}

extension Rule {
    fileprivate func with(
        severity: Severity? = nil, forms: [String]? = nil, applicability: Applicability? = nil, conditions: [Condition]? = nil
    ) -> Rule {
        Rule(
            id: id, title: title, severity: severity ?? self.severity, grade: grade, forms: forms ?? self.forms,
            applicability: applicability ?? self.applicability, because: because, parameters: parameters, sources: sources,
            conditions: conditions ?? self.conditions, caseCount: caseCount)
    }
}

extension Condition {
    fileprivate func with(
        requirement: Requirement? = nil, applicability: Applicability? = nil, exceptions: [WordException]? = nil,
        severity: Severity? = nil
    ) -> Condition {
        Condition(
            requirement: requirement ?? self.requirement, applicability: applicability ?? self.applicability,
            exceptions: exceptions ?? self.exceptions, severity: severity ?? self.severity, message: message, advice: advice)
    }
}
