import AuditModel

/// The changes of an equation.
struct EquationMutations {
    /// Those for which the rule holds.
    let forms: [Form]

    func variants(of equation: Equation) -> [Variant<Equation>] {
        sides(of: equation) + reaches(of: equation)
            + Variants.nudged("tolerance", equation.tolerance).map { $0.map { equation.with(tolerance: $0) } }
    }

    /// The changes of what it is stated for.
    func reaches(of equation: Equation) -> [Variant<Equation>] {
        var variants = lines(of: equation)
        if !equation.forms.isEmpty {
            variants += Variants.filters("forms", equation.forms, among: forms.map(\.id)).map { $0.map { equation.with(forms: $0) } }
        }
        return variants
    }

    private func sides(of equation: Equation) -> [Variant<Equation>] {
        changes(of: equation.left, in: equation).map { $0.within("left") { equation.with(left: $0) } }
            + changes(of: equation.right, in: equation).map { $0.within("right") { equation.with(right: $0) } }
    }

    private func changes(of terms: [Equation.Term], in equation: Equation) -> [Variant<[Equation.Term]>] {
        var variants: [Variant<[Equation.Term]>] = []
        for (index, term) in terms.enumerated() {
            func replaced(by changed: [Equation.Term]) -> [Equation.Term] {
                var all = terms
                all.replaceSubrange(index...index, with: changed)
                return all
            }
            let name = term.isPrevious ? "previous(\(term.pattern))" : term.pattern
            if terms.count > 1 { variants.append(Variant("", .without(name), replaced(by: []))) }
            variants.append(Variant("", .doubled(name), replaced(by: [term, term])))
            variants.append(Variant("", .negated(name), replaced(by: [term.with(isNegative: !term.isNegative)])))
            if term.isPrevious { variants.append(Variant("", .set(term.pattern), replaced(by: [term.with(isPrevious: false)]))) }
            if let narrow = narrowed(term, in: equation) {
                variants.append(Variant(name, .set(narrow.pattern), replaced(by: [narrow])))
            }
        }
        return variants
    }

    /// A pattern of several figures narrowed to the first of them.
    private func narrowed(_ term: Equation.Term, in equation: Equation) -> Equation.Term? {
        let segments = term.pattern.split(separator: ".", omittingEmptySubsequences: false)
        guard let star = segments.firstIndex(of: "*") else { return nil }
        for indicator in forms.lazy.flatMap(\.indicators) where !indicator.isSubstitute {
            let own = indicator.id.split(separator: ".", omittingEmptySubsequences: false)
            let fits =
                own.count == segments.count
                && zip(own, segments).allSatisfy { $1 == "*" || $1.utf8.first == UInt8(ascii: "{") || $0 == $1 }
            guard fits else { continue }
            var narrow = segments
            narrow[star] = own[star]
            return Equation.Term(isNegative: term.isNegative, isPrevious: term.isPrevious, pattern: narrow.joined(separator: "."))
        }
        return nil
    }

    /// Each row or column that the equation is stated for, left out; each that is left out, not.
    private func lines(of equation: Equation) -> [Variant<Equation>] {
        switch equation.instances {
        case .once: return []
        case .rows(let table, let except):
            return exceptions(except, among: lines { $0.id == table ? $0.rows : [] }).map {
                $0.map { equation.with(instances: .rows(table: table, except: $0)) }
            }
        case .columns(let table, let except):
            return exceptions(except, among: lines { $0.id == table ? $0.columns : [] }).map {
                $0.map { equation.with(instances: .columns(table: table, except: $0)) }
            }
        }
    }

    private func exceptions(_ except: [String], among lines: [String]) -> [Variant<[String]>] {
        let fewer = except.indices.map { index in
            var rest = except
            let name = rest.remove(at: index)
            return Variant("except", .without(name), rest)
        }
        return fewer + Variants.longer("except", except, among: lines)
    }

    private func lines(_ lines: (FormTable) -> [FormTable.Line]) -> [String] {
        var ids: [String] = []
        for id in forms.flatMap({ $0.tables.flatMap(lines).map(\.id) }) where !ids.contains(id) { ids.append(id) }
        return ids
    }
}

extension Equation {
    fileprivate func with(
        instances: Instances? = nil, left: [Term]? = nil, right: [Term]? = nil, forms: [String]? = nil,
        tolerance: Quantity? = nil
    ) -> Equation {
        Equation(
            instances: instances ?? self.instances, left: left ?? self.left, right: right ?? self.right, forms: forms ?? self.forms,
            tolerance: tolerance ?? self.tolerance)
    }
}

extension Equation.Term {
    fileprivate func with(isNegative: Bool? = nil, isPrevious: Bool? = nil) -> Equation.Term {
        Equation.Term(isNegative: isNegative ?? self.isNegative, isPrevious: isPrevious ?? self.isPrevious, pattern: pattern)
    }
}
