import AuditModel
import XML

/// Builds the relations of a condition.
struct RelationReader {
    let element: XMLElement
    let file: PackFile
    /// Those of the forms for which the rule holds.
    let indexes: [IndicatorIndex]
    /// The rule's.
    let parameters: [Parameter]

    /// One relation for each `require`, all under the same `given`.
    func relations(_ children: [XMLElement], _ diagnosis: inout Diagnosis) -> [RelationRequirement] {
        let equations = EquationReader(element: element, file: file, indexes: indexes, parameters: parameters)
        guard let frame = equations.frame(&diagnosis) else { return [] }
        var given: [Relation] = []
        var required: [Relation] = []
        for child in children {
            do {
                let sides = try ExpressionParser.weightedComparison(child.text, parameters: parameters.numbers)
                let terms = (sides.left + sides.right).compactMap(\.term)
                if !terms.isEmpty { equations.check(terms, in: child, frame, &diagnosis) }
                let relation = Relation(
                    left: sides.left.map(Self.term), sign: sides.relation, right: sides.right.map(Self.term))
                if child.name == "given" { given.append(relation) } else { required.append(relation) }
            } catch {
                diagnosis.note(.badExpression(error.fault), in: file, at: child, textOffset: error.offset)
            }
        }
        let forms = element.list("forms")
        return required.map { RelationRequirement(instances: frame.instances, given: given, required: $0, forms: forms) }
    }

    private static func term(_ term: ExpressionParser.WeightedTerm) -> Relation.Term {
        Relation.Term(
            factor: term.factor,
            figures: term.term.map(\.equationTerm))
    }
}
