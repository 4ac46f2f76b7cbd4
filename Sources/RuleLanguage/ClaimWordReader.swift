import AuditModel
import XML

/// Reads the words of claims.
struct ClaimWordReader {
    private(set) var words: [StatementGrammar.ClaimWord] = []
    /// The outcomes that words name, with the elements that do.
    private(set) var outcomes: [(id: String, element: XMLElement)] = []
    private var elements: [ExactText: XMLElement] = [:]
    private let file: PackFile

    init(file: PackFile) { self.file = file }

    mutating func read(_ element: XMLElement, diagnosis: inout Diagnosis) {
        guard let role = role(of: element, diagnosis: &diagnosis) else { return }
        for text in RuleLanguage.words(in: element.text) {
            if let first = elements.updateValue(element, forKey: ExactText(text: text)) {
                let place = SourceText(bytes: file.bytes).place(ofWord: text, tagAt: first.position)
                diagnosis.note(
                    .wordTwice(word: text, first: "\(file.path):\(place.line):\(place.column)"), in: file, at: element, word: text,
                    occurrence: first == element ? 1 : 0)
                continue
            }
            words.append(StatementGrammar.ClaimWord(text: text, role: role))
        }
    }

    private mutating func role(of element: XMLElement, diagnosis: inout Diagnosis) -> StatementGrammar.ClaimWord.Role? {
        let name = diagnosis.value("role", of: element, in: file)
        let needed = [
            "rate": "feature", "outcome": "outcome", "settled": "outcome", "lone": "outcome", "ratio": "value", "fraction": "value",
            "fraction-over": "value",
            "together": "value",
        ][name]
        for attribute in element.attributes where attribute.name != "role" && attribute.name != needed {
            diagnosis.note(.attributeUseless(attribute: attribute.name, because: name), in: file, at: element, attribute: attribute.name)
        }
        if let needed, element.attribute(needed) == nil {
            diagnosis.note(.attributeMissing(attribute: needed, because: name), in: file, at: element)
            return nil
        }
        switch name {
        case "rate": return .rate(features(in: element.list("feature")))
        case "ratio": return .ratio(diagnosis.factor("value", of: element, in: file))
        case "fraction", "fraction-over":
            return .fraction(diagnosis.factor("value", of: element, in: file), name == "fraction" ? nil : .over)
        case "together": return .together(Int(element.attribute("value") ?? "") ?? 2)
        case "outcome", "settled", "lone":
            let id = diagnosis.value("outcome", of: element, in: file)
            outcomes.append((id, element))
            return name == "outcome" ? .outcome(id) : name == "lone" ? .lone(id) : .settled(id)
        default: break
        }
        let role = Self.plain[name]
        if role == nil { diagnosis.note(.badValue(name), in: file, at: element, attribute: "role") }
        return role
    }

    private static let plain: [String: StatementGrammar.ClaimWord.Role] = [
        "rise": .rise, "fall": .fall, "level": .level, "similar": .similar, "base": .base, "than": .than, "earlier": .earlier,
        "other-base": .otherBase, "own-rate": .ownRate,
        "share": .share, "all": .all, "percent": .percent, "tenths": .tenths, "times": .times, "up-to": .upTo, "rise-to": .riseTo,
        "fall-to": .fallTo,
        "approximate": .approximate(.about), "nearly": .approximate(.nearly), "under": .approximate(.under), "over": .approximate(.over),
        "negator": .negator, "plan": .plan, "filler": .filler,
    ]
}
