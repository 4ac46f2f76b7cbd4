import AuditModel
import XML

/// Reads for which reports a rule or a condition holds: the attributes `levels`, `scopes`, `from` and `until`, and the elements `when` within.
struct ApplicabilityReader {
    let element: XMLElement
    let file: PackFile
    let names: PackNames
    /// Those of the forms for which the rule holds.
    let indexes: [IndicatorIndex]
    /// The rule's.
    let parameters: [Parameter]

    /// Nil where it holds for all reports.
    func applicability(_ diagnosis: inout Diagnosis) -> Applicability? {
        let levels = element.list("levels")
        names.levels.expect(levels, in: file, at: element, attribute: "levels", diagnosis: &diagnosis)
        let years = ["from", "until"].map { element.attribute($0) == nil ? nil : diagnosis.integer($0, of: element, in: file) }
        if let first = years[0], let last = years[1], first > last {
            diagnosis.note(.emptySpan(from: String(first), until: String(last)), in: file, at: element, attribute: "until")
        }
        let premises = element.children(named: "when").compactMap { premise($0, &diagnosis) }
        let applicability = Applicability(
            levels: levels, scopes: element.list("scopes"), firstYear: years[0], lastYear: years[1], premises: premises)
        return applicability == Applicability() ? nil : applicability
    }

    /// What a `when` is about: figures, or a section.
    private func premise(_ child: XMLElement, _ diagnosis: inout Diagnosis) -> Premise? {
        if let test = child.attribute("test") {
            for other in child.attributes.map(\.name) where other != "test" {
                diagnosis.note(.attributeUseless(attribute: other, because: "test"), in: file, at: child, attribute: other)
            }
            return comparison(test, at: child, &diagnosis).map { .comparison($0) }
        }
        guard child.attribute("section") != nil else {
            diagnosis.note(.attributeMissing(attribute: "test", because: "when"), in: file, at: child)
            return nil
        }
        let section = diagnosis.value("section", of: child, in: file)
        PackNames.sections(of: indexes.map(\.form)).expect(section, in: file, at: child, attribute: "section", diagnosis: &diagnosis)
        let asked = ["present", "mentions", "lacks"].filter { child.attribute($0) != nil }
        guard let first = asked.first else {
            diagnosis.note(.attributeMissing(attribute: "present", because: "section"), in: file, at: child)
            return nil
        }
        for other in asked.dropFirst() {
            diagnosis.note(.attributeUseless(attribute: other, because: first), in: file, at: child, attribute: other)
        }
        guard first != "present" else { return .section(section, isPresent: child.flag("present") ?? true) }
        let vocabulary = diagnosis.value(first, of: child, in: file)
        names.vocabularies.expect(vocabulary, in: file, at: child, attribute: first, diagnosis: &diagnosis)
        return .words(section: section, vocabulary: vocabulary, isPresent: first == "mentions")
    }

    /// Nil, and noted, where it is no comparison of figures that a form has.
    private func comparison(_ test: String, at child: XMLElement, _ diagnosis: inout Diagnosis) -> FigureComparison? {
        let parsed: (left: ExpressionParser.Sum, relation: FigureComparison.Relation, right: ExpressionParser.Sum)
        do {
            parsed = try ExpressionParser.comparison(test, parameters: parameters.numbers)
        } catch {
            diagnosis.note(.badExpression(error.fault), in: file, at: child, attribute: "test", offset: error.offset)
            return nil
        }
        let terms = parsed.left.terms + parsed.right.terms
        for term in terms {
            if let slot = term.pattern.slots.first {
                diagnosis.note(
                    .badExpression(.badSegment("{\(slot)}")), in: file, at: child, attribute: "test", offset: term.offset)
            } else if !indexes.contains(where: { $0.hasMatch(term.pattern) }) {
                let nearest = Names.nearest(to: term.pattern.text, among: indexes.flatMap { $0.form.indicators.map(\.id) })
                diagnosis.note(
                    .matchesNothing(pattern: term.pattern.text, nearest: nearest), in: file, at: child, attribute: "test",
                    offset: term.offset)
            }
        }
        let equation = Equation(
            instances: .once, left: parsed.left.terms.map(\.equationTerm), right: parsed.right.terms.map(\.equationTerm))
        return FigureComparison(figures: equation, left: parsed.left.number, right: parsed.right.number, relation: parsed.relation)
    }
}

extension ExpressionParser.Term {
    /// The term as rules keep it.
    var equationTerm: Equation.Term { Equation.Term(isNegative: isNegative, isPrevious: isPrevious, pattern: pattern.text) }
}
