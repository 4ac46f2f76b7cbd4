import AuditModel

/// The changes of a relation between sums.
struct RelationMutations {
    /// Those for which the rule holds.
    let forms: [Form]

    func variants(of requirement: RelationRequirement) -> [Variant<RelationRequirement>] {
        func with(given: [Relation]? = nil, required: Relation? = nil, forms: [String]? = nil) -> RelationRequirement {
            RelationRequirement(
                instances: requirement.instances, given: given ?? requirement.given, required: required ?? requirement.required,
                forms: forms ?? requirement.forms)
        }
        var variants = changes(of: requirement.required).map { $0.within("require") { with(required: $0) } }
        for (index, given) in requirement.given.enumerated() {
            let name = requirement.given.count == 1 ? "given" : "given.\(index + 1)"
            var rest = requirement.given
            rest.remove(at: index)
            variants.append(Variant(name, .dropped, with(given: rest)))
            for changed in changes(of: given) {
                variants.append(
                    changed.within(name) { changed in
                        var all = requirement.given
                        all[index] = changed
                        return with(given: all)
                    })
            }
        }
        guard !requirement.forms.isEmpty else { return variants }
        return variants + Variants.filters("forms", requirement.forms, among: forms.map(\.id)).map { $0.map { with(forms: $0) } }
    }

    private func changes(of relation: Relation) -> [Variant<Relation>] {
        let signs = Relations.others(than: relation.sign).map {
            Variant("", .set($0.rawValue), Relation(left: relation.left, sign: $0, right: relation.right))
        }
        let left = changes(of: relation.left, besides: relation.right).map {
            $0.within("left") { Relation(left: $0, sign: relation.sign, right: relation.right) }
        }
        let right = changes(of: relation.right, besides: relation.left).map {
            $0.within("right") { Relation(left: relation.left, sign: relation.sign, right: $0) }
        }
        return signs + left + right
    }

    /// - Parameter other: the other side. Beside 0 the factors of what is only added up make no difference, since no figure is below it.
    private func changes(of terms: [Relation.Term], besides other: [Relation.Term]) -> [Variant<[Relation.Term]>] {
        let isBesideZero = other.allSatisfy { $0.figures == nil && $0.factor == Quantity(0) }
        let hasIdleFactors = isBesideZero && terms.allSatisfy { $0.factor > Quantity(0) }
        var variants: [Variant<[Relation.Term]>] = []
        for (index, term) in terms.enumerated() {
            func replaced(by changed: [Relation.Term]) -> [Relation.Term] {
                var all = terms
                all.replaceSubrange(index...index, with: changed)
                return all
            }
            let name = term.figures?.pattern ?? term.factor.description
            if terms.count > 1 { variants.append(Variant("", .without(name), replaced(by: []))) }
            variants += (hasIdleFactors ? [] : Variants.nudged(name, term.factor)).map {
                $0.map { replaced(by: [Relation.Term(factor: $0, figures: term.figures)]) }
            }
            if let figures = term.figures, figures.isPrevious {
                let current = Equation.Term(isNegative: figures.isNegative, isPrevious: false, pattern: figures.pattern)
                variants.append(Variant("", .set(figures.pattern), replaced(by: [Relation.Term(factor: term.factor, figures: current)])))
            }
        }
        return variants
    }
}
