import AuditModel
import DocumentModel
import XML

/// Reads the parameters that a rule declares, with the values that a profile sets.
struct ParameterReader {
    let file: PackFile
    let rule: String
    /// The profile's values for the rule, by the parameters' names.
    let settings: [String: String]

    func parameters(of element: XMLElement, _ diagnosis: inout Diagnosis) -> [Parameter] {
        var parameters: [Parameter] = []
        var names = Names(.parameter)
        for child in element.children(named: "parameter") {
            let name = diagnosis.value("name", of: child, in: file)
            names.add(name, in: file, at: child, attribute: "name", diagnosis: &diagnosis)
            if Placeholders.isTaken(name) { diagnosis.note(.nameOfPlaceholder(name), in: file, at: child, attribute: "name") }
            let meaning = diagnosis.localized(child.children(named: "meaning"), named: "meaning", of: child, in: file)
            guard let kind = diagnosis.choice("type", of: child, in: file, as: Parameter.Kind.self) else { continue }
            let standard = diagnosis.value("default", of: child, in: file)
            if !kind.allows(standard) {
                diagnosis.note(.badParameterValue(standard, kind: kind), in: file, at: child, attribute: "default")
            }
            if !Self.mentions("{\(name)}", in: element) {
                diagnosis.note(.parameterUnused(name), in: file, at: child, attribute: "name")
            }
            parameters.append(
                Parameter(name: name, kind: kind, standard: standard, value: settings[name] ?? standard, meaning: meaning))
        }
        return parameters
    }

    /// Whether the premises or conditions of a rule refer to a parameter, in an attribute or a text.
    private static func mentions(_ reference: String, in element: XMLElement) -> Bool {
        element.children.contains { child in
            guard child.name != "parameter", child.name != "case" else { return false }
            return child.attributes.contains { ByteSearch.first(reference, in: $0.value) != nil }
                || (child.children.isEmpty ? ByteSearch.first(reference, in: child.text) != nil : mentions(reference, in: child))
        }
    }
}

extension Diagnosis {
    /// The value of an attribute, or of the parameter that it refers to by `{name}`; nil, and noted, where there is no such parameter or one of
    /// another kind.
    mutating func resolved(
        _ attribute: String, of element: XMLElement, in file: PackFile, as kinds: [Parameter.Kind], _ parameters: [Parameter]
    ) -> String? {
        let text = value(attribute, of: element, in: file)
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return text }
        let name = String(text.dropFirst().dropLast())
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            note(
                .unknown(.parameter, name, nearest: Names.nearest(to: name, among: parameters.map(\.name))), in: file, at: element,
                attribute: attribute)
            return nil
        }
        guard kinds.contains(parameter.kind) else {
            note(.parameterOfOtherKind(name, kind: parameter.kind, expected: kinds), in: file, at: element, attribute: attribute)
            return nil
        }
        return parameter.value
    }

    /// As `quantity`, for an attribute that may refer to a parameter.
    mutating func quantity(
        _ attribute: String, of element: XMLElement, in file: PackFile, as kinds: Parameter.Kind..., parameters: [Parameter]
    ) -> Quantity {
        guard let text = resolved(attribute, of: element, in: file, as: kinds, parameters) else { return .zero }
        if let number = Quantity(text) { return number }
        note(.notDecimal(text), in: file, at: element, attribute: attribute)
        return .zero
    }

    /// As `integer`, for an attribute that may refer to a parameter.
    mutating func integer(_ attribute: String, of element: XMLElement, in file: PackFile, parameters: [Parameter]) -> Int {
        guard let text = resolved(attribute, of: element, in: file, as: [.count], parameters) else { return 0 }
        if let number = Int(text) ?? Quantity(text).flatMap({ Int(exactly: $0.isWhole ? $0.significand : -1) }) { return number }
        note(.notWhole(text), in: file, at: element, attribute: attribute)
        return 0
    }
}

extension [Parameter] {
    /// The numbers among them, by name.
    var numbers: [String: Quantity] {
        var numbers: [String: Quantity] = [:]
        for parameter in self { numbers[parameter.name] = Quantity(parameter.value) }
        return numbers
    }

    /// A text with the parameters' values in the place of their names.
    func filled(_ text: LocalizedText) -> LocalizedText {
        isEmpty
            ? text
            : LocalizedText { language in
                reduce(text[language]) { text, parameter in
                    let reference = "{\(parameter.name)}"
                    // Most texts mention no parameter.
                    return ByteSearch.first(reference, in: text) == nil ? text : text.replacing(reference, with: parameter.value)
                }
            }
    }
}
