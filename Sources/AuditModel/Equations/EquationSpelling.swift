/// Turns equations over patterns of identifiers into equations over indices.
package struct EquationSpelling {
    let form: Form
    let previousForm: Form?

    /// One instance for each row or column of the equation's table that has all its figures; none where it does not hold for the form.
    func instances(of equation: Equation) -> [EquationSystem.Instance] {
        guard equation.forms.isEmpty || equation.forms.contains(form.id) else { return [] }
        switch equation.instances {
        case .once:
            return instance(of: equation, replacing: "", by: "", line: nil).map { [$0] } ?? []
        case .rows(let table, let except):
            return lines(\.rows, of: table, except: except, equation, variable: "{row}")
        case .columns(let table, let except):
            return lines(\.columns, of: table, except: except, equation, variable: "{column}")
        }
    }

    private func lines(
        _ lines: KeyPath<FormTable, [FormTable.Line]>, of table: String, except: [String], _ equation: Equation, variable: String
    ) -> [EquationSystem.Instance] {
        guard let table = form.tables.first(where: { $0.id == table }) else { return [] }
        return table[keyPath: lines].filter { !except.contains($0.id) }.compactMap {
            instance(of: equation, replacing: variable, by: $0.id, line: $0.name)
        }
    }

    private func instance(of equation: Equation, replacing variable: String, by id: String, line: LocalizedText?) -> EquationSystem
        .Instance?
    {
        guard let left = side(equation.left, replacing: variable, by: id), let right = side(equation.right, replacing: variable, by: id)
        else {
            return nil
        }
        let alone = { (side: EquationSystem.Side) -> EquationSystem.Operand? in
            guard side.operands.count == 1, let only = side.operands.first, !only.isPrevious, !only.isNegative else { return nil }
            return only
        }
        let statedSide: EquationSystem.StatedSide? = alone(right) != nil ? .right : alone(left) != nil ? .left : nil
        return EquationSystem.Instance(
            left: left, right: right,
            stated: alone(right) ?? alone(left) ?? (left.operands + right.operands).first { !$0.isPrevious },
            statedSide: statedSide, line: line, tolerance: equation.tolerance)
    }

    /// Nil when a term names nothing that the form has.
    private func side(_ terms: [Equation.Term], replacing variable: String, by id: String) -> EquationSystem.Side? {
        var operands: [EquationSystem.Operand] = []
        for term in terms {
            guard let form = term.isPrevious ? previousForm : form else { return nil }
            let found = form.indices(matching: Self.replace(variable, by: id, in: term.pattern))
            guard !found.isEmpty else { return nil }
            operands += found.map { EquationSystem.Operand(index: $0, isPrevious: term.isPrevious, isNegative: term.isNegative) }
        }
        return EquationSystem.Side(operands: operands, substitutions: substitutions(for: operands))
    }

    /// A substitute may take the place of figures only where all that it stands for are added alike: else it would count for what is not meant.
    private func substitutions(for operands: [EquationSystem.Operand]) -> [EquationSystem.Substitution] {
        var groups: [EquationSystem.Operand: [Int]] = [:]
        for (position, operand) in operands.enumerated() {
            guard let form = operand.isPrevious ? previousForm : form, let substitute = form.substitute(for: operand.index) else {
                continue
            }
            let key = EquationSystem.Operand(index: substitute, isPrevious: operand.isPrevious, isNegative: operand.isNegative)
            groups[key, default: []].append(position)
        }
        let complete = groups.filter { substitute, positions in
            guard let form = substitute.isPrevious ? previousForm : form else { return false }
            let indicator = form.indicators[substitute.index]
            return form.tables[indicator.table].rows[indicator.row].standsFor.count == positions.count
        }
        return complete.map { EquationSystem.Substitution(positions: $1, substitute: $0) }.sorted { $0.positions[0] < $1.positions[0] }
    }

    /// The pattern with the one name in braces that is `variable` replaced; the same where it has none.
    package static func replace(_ variable: String, by id: String, in pattern: String) -> String {
        // The variable is the only thing in braces: no search of substrings is needed.
        guard !variable.isEmpty, let open = pattern.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = pattern.utf8[open...].firstIndex(of: UInt8(ascii: "}")), pattern[open...close] == variable
        else { return pattern }
        return pattern[..<open] + id + pattern[pattern.utf8.index(after: close)...]
    }
}
