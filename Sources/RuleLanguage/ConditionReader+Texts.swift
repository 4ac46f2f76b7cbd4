import AuditModel
import XML

/// The conditions on words, lengths and repetitions.
extension ConditionReader {
    func textual(_ children: [XMLElement], _ diagnosis: inout Diagnosis) -> Condition.Requirement {
        switch kind {
        case "mentions":
            return .mentions(
                section: section(&diagnosis), vocabularies: list("vocabularies", in: names.vocabularies, &diagnosis),
                minimum: count("minimum", &diagnosis))
        case "section-length": return .sectionLength(section: section(&diagnosis), maximum: count("maximum", &diagnosis))
        case "parts-announced": return .partsAnnounced(pattern: pattern(&diagnosis))
        case "title-matches": return .titleMatches(pattern: pattern(&diagnosis))
        case "year-named": return .yearNamed(pattern: pattern(&diagnosis), ahead: element.flag("ahead") ?? false)
        case "figures-repeated":
            let tables = Names(.table, indexes.flatMap { $0.form.tables.map(\.id) })
            return .figuresRepeated(table: name("table", in: tables, &diagnosis) ?? "", minimum: count("minimum", &diagnosis))
        case "sentences-repeated":
            return .sentencesRepeated(minimum: count("minimum", &diagnosis), prescribed: vocabulary("prescribed", &diagnosis))
        case "enumerations": return .enumerations(vocabulary: vocabulary("words", &diagnosis))
        case "words-doubled": return .wordsDoubled(lawful: vocabulary("lawful", &diagnosis), endings: vocabulary("endings", &diagnosis))
        case "multiples":
            return .multiples(
                of: diagnosis.quantity("of", of: element, in: file, as: .number, .count, parameters: parameters),
                figure: name("figure", in: names.figures, &diagnosis) ?? "")
        default:
            return .selfNames(
                children.map { Condition.Requirement.SelfName(words: $0.list("words"), kinds: $0.list("kinds")) })
        }
    }

    private func section(_ diagnosis: inout Diagnosis) -> String { name("section", in: sections, &diagnosis) ?? "" }

    private func vocabulary(_ attribute: String, _ diagnosis: inout Diagnosis) -> String {
        name(attribute, in: names.vocabularies, &diagnosis) ?? ""
    }

    private func count(_ attribute: String, _ diagnosis: inout Diagnosis) -> Int {
        diagnosis.integer(attribute, of: element, in: file, parameters: parameters)
    }

    private func pattern(_ diagnosis: inout Diagnosis) -> String {
        let pattern = element.attribute("pattern") ?? ""
        if let (fault, offset) = fault(ofPattern: pattern) {
            diagnosis.note(fault, in: file, at: element, attribute: "pattern", offset: offset)
        }
        return pattern
    }
}
