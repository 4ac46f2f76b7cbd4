import AuditModel
import XML

/// Builds the equations of a condition and checks that they compute with indicators that a form has.
struct EquationReader {
    let element: XMLElement
    let file: PackFile
    /// Those of the forms for which the rule holds.
    let indexes: [IndicatorIndex]
    /// The rule's.
    let parameters: [Parameter]

    enum Loop: String {
        case rows
        case columns
    }

    /// What a condition goes over.
    struct Frame {
        let loop: Loop?
        let instances: Equation.Instances
    }

    func equations(_ children: [XMLElement], _ diagnosis: inout Diagnosis) -> [Equation] {
        guard let frame = frame(&diagnosis) else { return [] }
        let tolerance =
            element.attribute("tolerance") == nil
            ? .zero : diagnosis.quantity("tolerance", of: element, in: file, as: .number, .count, parameters: parameters)
        return children.compactMap { equation($0, frame, tolerance: tolerance, &diagnosis) }
    }

    /// Nil, and noted, when there is nothing to go over.
    func frame(_ diagnosis: inout Diagnosis) -> Frame? {
        let loop = diagnosis.choice("for-each", of: element, in: file, as: Loop.self)
        if loop == nil {
            for attribute in ["table", "except"] where element.attribute(attribute) != nil {
                diagnosis.note(.attributeUseless(attribute: attribute, because: "for-each"), in: file, at: element, attribute: attribute)
            }
        }
        return instances(loop, &diagnosis).map { Frame(loop: loop, instances: $0) }
    }

    /// Nil, and noted, when there is nothing to go over.
    private func instances(_ loop: Loop?, _ diagnosis: inout Diagnosis) -> Equation.Instances? {
        guard let loop else { return .once }
        guard element.attribute("table") != nil else {
            diagnosis.note(.attributeMissing(attribute: "table", because: "for-each"), in: file, at: element)
            return nil
        }
        let table = diagnosis.value("table", of: element, in: file)
        let tables = indexes.flatMap { $0.form.tables }
        Names(.table, tables.map(\.id)).expect(table, in: file, at: element, attribute: "table", diagnosis: &diagnosis)
        let except = element.list("except")
        let lines = tables.filter { $0.id == table }.flatMap { loop == .rows ? $0.rows : $0.columns }
        guard !lines.isEmpty else { return nil }
        Names(loop == .rows ? .row : .column, lines.map(\.id))
            .expect(except, in: file, at: element, attribute: "except", diagnosis: &diagnosis)
        return loop == .rows ? .rows(table: table, except: except) : .columns(table: table, except: except)
    }

    private func equation(_ child: XMLElement, _ frame: Frame, tolerance: Quantity, _ diagnosis: inout Diagnosis) -> Equation? {
        let sides: (left: [ExpressionParser.Term], right: [ExpressionParser.Term])
        do {
            sides = try ExpressionParser.equality(child.text)
        } catch {
            diagnosis.note(.badExpression(error.fault), in: file, at: child, textOffset: error.offset)
            return nil
        }
        check(sides.left + sides.right, in: child, frame, &diagnosis)
        return Equation(
            instances: frame.instances, left: sides.left.map(\.equationTerm), right: sides.right.map(\.equationTerm),
            forms: element.list("forms"), tolerance: tolerance)
    }

    /// Every term has to fit an indicator of some form, and for one row or column at least all of them have to.
    func check(_ terms: [ExpressionParser.Term], in child: XMLElement, _ frame: Frame, _ diagnosis: inout Diagnosis) {
        var isSound = true
        // For each form, then each term.
        var fitting: [[Set<String>]] = indexes.map { _ in [] }
        for term in terms {
            if let fault = slotFault(of: term, loop: frame.loop) {
                diagnosis.note(fault, in: file, at: child, textOffset: term.offset)
                isSound = false
                continue
            }
            for (place, index) in indexes.enumerated() { fitting[place].append(self.fitting(term.pattern, frame.instances, in: index)) }
            if !fitting.contains(where: { $0.last?.isEmpty == false }) {
                let nearest = Names.nearest(to: term.pattern.text, among: indexes.flatMap { $0.form.indicators.map(\.id) })
                diagnosis.note(
                    .matchesNothing(pattern: term.pattern.text, nearest: nearest), in: file, at: child, textOffset: term.offset)
                isSound = false
            }
        }
        guard isSound else { return }
        let hasCommon = fitting.contains { sets in
            sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }.isEmpty == false
        }
        if !hasCommon { diagnosis.note(.noCommonInstance, in: file, at: child, textOffset: terms.first?.offset ?? 0) }
    }

    private func slotFault(of term: ExpressionParser.Term, loop: Loop?) -> PackFault? {
        for slot in term.pattern.slots {
            switch (slot, loop) {
            case ("row", .rows), ("column", .columns): continue
            case ("row", _): return .badExpression(.rowOutsideLoop)
            case ("column", _): return .badExpression(.columnOutsideLoop)
            default: return .badExpression(.badSegment("{\(slot)}"))
            }
        }
        return nil
    }

    /// The rows or columns for which an indicator of the form fits; for a pattern that is the same for all of them, all.
    private func fitting(_ pattern: IndicatorPattern, _ instances: Equation.Instances, in index: IndicatorIndex) -> Set<String> {
        let lines: [String]
        let slot: String
        switch instances {
        case .once: (lines, slot) = ([""], "")
        case .rows(let table, let except):
            lines = index.form.tables.filter { $0.id == table }.flatMap { $0.rows.map(\.id) }.filter { !except.contains($0) }
            slot = "row"
        case .columns(let table, let except):
            lines = index.form.tables.filter { $0.id == table }.flatMap { $0.columns.map(\.id) }.filter { !except.contains($0) }
            slot = "column"
        }
        guard !pattern.slots.isEmpty else { return index.hasMatch(pattern) ? Set(lines) : [] }
        let fillings = lines.map { index.path($0) ?? [IdentifierTree.nothing] }
        guard pattern.slots.count == 1 else {
            // All gaps are filled alike.
            return Set(zip(lines, fillings).lazy.filter { index.fittingFillings(pattern, fillings: [slot: [$1]]) != nil }.map(\.0))
        }
        let fits = index.fittingFillings(pattern, fillings: [slot: fillings])?.first ?? []
        return Set(zip(lines, fits).lazy.filter(\.1).map(\.0))
    }
}
