import AuditModel
import DocumentModel

extension Examination {
    /// `figures` by the grammar's ids; empty: all. Statements of figures that the form has no cell for are not judged, nor those of a table that the report
    /// need not have and has not.
    func statementsAgree(figures: [String]) -> Tally {
        var tally = Tally()
        let statements = report.narrative.statements
        for index in statements.indices where statements[index].state == .bound {
            guard let chosen = statements[index].chosen, let first = statements[index].readings[chosen].first,
                figures.isEmpty || statements[index].figure.map(figures.contains) ?? false,
                !isOfMissingOption(first)
            else { continue }
            if statements[index].agrees == true {
                tally.satisfied()
            } else if statements[index].agrees == false, let offence = offence(of: statements[index]) {
                tally.violated(offence)
            } else {
                tally.undetermined(gap(of: statements[index]))
            }
        }
        return tally
    }

    /// Whether an indicator's table is one that the report need not have and has not.
    private func isOfMissingOption(_ indicator: Int) -> Bool {
        let table = form.indicators[indicator].table
        return !form.tables[table].isRequired
            && form.indicators.indices.allSatisfy { form.indicators[$0].table != table || slots[$0].isAbsent }
    }

    func grammarFigure(of statement: Statement) -> StatementGrammar.Figure? {
        statement.figure.flatMap { id in pack.statements.figures.first { $0.id == id } }
    }

    /// What people call the figure that a statement states: its indicator, else the group that its rows make up, else the grammar's name.
    func name(of statement: Statement) -> LocalizedText {
        if statement.indicators.count == 1 { return form.indicators[statement.indicators[0]].label }
        if let group = commonGroup(of: statement) { return LocalizedText(chinese: group, english: group) }
        return grammarFigure(of: statement)?.name ?? EngineWording.list(statement.indicators.map { form.indicators[$0].label })
    }

    /// The label of the innermost group of rows that all indicators of one column stand in; nil where they have several columns or no group, or where
    /// the group has further rows.
    private func commonGroup(of statement: Statement) -> String? {
        let indicators = statement.indicators.map { form.indicators[$0] }
        guard let first = indicators.first, indicators.allSatisfy({ $0.table == first.table && $0.column == first.column }) else {
            return nil
        }
        let table = form.tables[first.table]
        guard let group = table.rows[first.row].groups.last else { return nil }
        let members = table.rows.indices.filter { table.rows[$0].groups.last == group && table.rows[$0].standsFor.isEmpty }
        return Set(members) == Set(indicators.map(\.row)) ? group : nil
    }

    func evidence(_ statement: Statement) -> Evidence {
        Evidence(
            place: statement.place, quote: statement.quote, value: statement.value,
            label: EngineWording.place(statement.place.locator))
    }

    /// What a finding about a statement is about: the figure, in its section.
    func subject(of statement: Statement) -> String {
        let section = statement.place.locator.section.first.flatMap(document.key)
        let figures = statement.indicators.map { form.indicators[$0].id }
        return ([section ?? statement.place.locator.description, statement.ownIdentifier ?? ""] + figures).joined(separator: " ")
    }

    private func gap(of statement: Statement) -> Gap {
        let missing = operands(of: statement).filter { slots[$0].number == nil }.map { evidence(figure: $0) }
        return Gap(
            evidence: [evidence(statement)] + missing, reason: missing.isEmpty ? EngineWording.tooLong : EngineWording.missing(missing),
            subject: subject(of: statement))
    }

    /// Nil when the figures have no sum.
    private func offence(of statement: Statement) -> Offence? {
        let operands = operands(of: statement)
        guard let (addends, expected) = sum(of: operands) else { return nil }
        let figure = grammarFigure(of: statement)
        var offence = Offence(evidence: [evidence(statement)] + operands.map { evidence(figure: $0) })
        offence.values = [
            .figure: name(of: statement), .value: LocalizedText(statement.value), .expected: LocalizedText(expected),
            .computation: ComputationText.equality(addends, result: expected),
            .indicator: EngineWording.list(operands.map { form.indicators[$0].label }),
            .difference: statement.value.subtracting(expected).map { LocalizedText($0.magnitude) } ?? EngineWording.nothing,
        ]
        offence.balance = expected.subtracting(statement.value).map { excess in
            Balance(excess: excess, left: operands.map { ($0, false) }, right: [], form: form)
        }
        offence.subject = subject(of: statement)
        // Where one side says none and the other some, no difference of scope or counting explains it: as grave as the rule is.
        offence.severity = statement.value.isZero == expected.isZero ? figure?.severity : nil
        if statement.firmness == .qualified {
            offence.ceiling = .query
            offence.remark = EngineWording.scopeMayDiffer
        } else if let sums = otherSums(of: statement) {
            offence.remark = EngineWording.otherReadings(sums)
        }
        return offence
    }

    /// The computations of the lawful readings that were not taken, where their figures have a sum; nil when there are none.
    private func otherSums(of statement: Statement) -> [LocalizedText]? {
        let others = statement.readings.indices.filter { $0 != statement.chosen }.compactMap {
            sum(of: statement.readings[$0]).map { ComputationText.equality($0.addends, result: $0.result) }
        }
        return others.isEmpty ? nil : others
    }

    /// Nil unless all figures are numbers whose sum can be held.
    private func sum(of figures: [Int]) -> (addends: [(value: Quantity, isNegative: Bool)], result: Quantity)? {
        let numbers = figures.compactMap { slots[$0].number }
        guard numbers.count == figures.count, let result = Quantity.sum(of: numbers) else { return nil }
        return (numbers.map { (value: $0, isNegative: false) }, result)
    }

    /// The indicators of the chosen reading, with substitutes where the report has one row in place of several.
    private func operands(of statement: Statement) -> [Int] {
        var operands: [Int] = []
        for index in statement.indicators {
            guard slots[index].isAbsent, let substitute = form.substitute(for: index), !slots[substitute].isAbsent,
                replaced(by: substitute).isSubset(of: statement.indicators)
            else {
                operands.append(index)
                continue
            }
            if !operands.contains(substitute) { operands.append(substitute) }
        }
        return operands
    }

    /// The figures that a substitute stands for.
    private func replaced(by substitute: Int) -> Set<Int> {
        let indicator = form.indicators[substitute]
        let table = form.tables[indicator.table]
        let rows = table.rows[indicator.row].standsFor
        return Set(table.rows.indices.filter { rows.contains(table.rows[$0].id) }.compactMap { table.grid[$0][indicator.column] })
    }
}
