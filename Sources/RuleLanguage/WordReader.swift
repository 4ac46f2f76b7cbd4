import AuditModel
import XML

/// Reads the words of a statement grammar with their roles.
struct WordReader {
    private(set) var words: [StatementGrammar.Word] = []
    /// The units that measure words count in, and the measure words themselves.
    private(set) var units = Names(.unit)
    private(set) var measures = Names(.measure)
    /// The index of each word's first entry in `words`, those of words found apart from the others each by themselves.
    private var first: [ExactText: Int] = [:]
    private var firstBrief: [ExactText: Int] = [:]
    private var firstOwnMatter: [ExactText: Int] = [:]
    /// The elements that were read, each with the index of the first of its words.
    private var elements: [(first: Int, element: XMLElement)] = []
    private let file: PackFile

    init(file: PackFile) {
        self.file = file
        // Most of the file are words of some four characters; growing step by step would hash and copy them several times.
        let likelyCount = file.bytes.count / 20
        first.reserveCapacity(likelyCount)
        words.reserveCapacity(likelyCount)
    }

    /// Reads one list of words; `reasons` are those that the file declares.
    mutating func read(_ element: XMLElement, reasons: Names, diagnosis: inout Diagnosis) {
        guard let role = role(of: element, reasons: reasons, diagnosis: &diagnosis) else { return }
        let ofLastYear = features(in: element.list("of-last-year"))
        elements.append((words.count, element))
        for text in RuleLanguage.words(in: element.text) {
            let known =
                switch role {
                case .brief: firstBrief.add(text, as: words.count)
                case .ownMatter: firstOwnMatter.add(text, as: words.count)
                default: first.add(text, as: words.count)
                }
            if let known, !Self.coexist(words[known].role, role) {
                noteTwice(text, before: known, role: role, at: element, diagnosis: &diagnosis)
                continue
            }
            words.append(StatementGrammar.Word(text: text, role: role, ofLastYear: ofLastYear))
            if case .measure(let unit, _) = role {
                if !units.contains(unit) { units.add(unit, in: file, at: element, diagnosis: &diagnosis) }
                if !measures.contains(text) { measures.add(text, in: file, at: element, diagnosis: &diagnosis) }
            }
        }
    }

    /// One word may count in several units: 条 counts applications as well as pieces of information.
    private static func coexist(_ left: StatementGrammar.Role, _ right: StatementGrammar.Role) -> Bool {
        guard case .measure(let leftUnit, _) = left, case .measure(let rightUnit, _) = right else { return false }
        return leftUnit != rightUnit
    }

    private func noteTwice(
        _ text: String, before known: Int, role: StatementGrammar.Role, at element: XMLElement, diagnosis: inout Diagnosis
    ) {
        guard let before = elements.last(where: { $0.first <= known })?.element else { preconditionFailure("the word was read") }
        let place = SourceText(bytes: file.bytes).place(ofWord: text, tagAt: before.position)
        let firstPlace = "\(file.path):\(place.line):\(place.column)"
        let fault: PackFault =
            words[known].role == role
            ? .wordTwice(word: text, first: firstPlace)
            : .conflictingRoles(
                word: text, role: element.attribute("role") ?? "", firstRole: before.attribute("role") ?? "", first: firstPlace)
        diagnosis.note(fault, in: file, at: element, word: text, occurrence: before == element ? 1 : 0)
    }

    private func role(of element: XMLElement, reasons: Names, diagnosis: inout Diagnosis) -> StatementGrammar.Role? {
        let name = diagnosis.value("role", of: element, in: file)
        let needed = Self.needed[name]
        for attribute in element.attributes where attribute.name != "role" && attribute.name != needed {
            if needed == "unit" && attribute.name == "factor" || name == "feature" && attribute.name == "of-last-year" { continue }
            diagnosis.note(.attributeUseless(attribute: attribute.name, because: name), in: file, at: element, attribute: attribute.name)
        }
        if let needed, element.attribute(needed) == nil {
            diagnosis.note(.attributeMissing(attribute: needed, because: name), in: file, at: element)
            return nil
        }
        switch needed {
        case "feature": return Self.role(name, features: features(in: element.list("feature")))
        case "reason":
            let reason = diagnosis.value("reason", of: element, in: file)
            reasons.expect(reason, in: file, at: element, attribute: "reason", diagnosis: &diagnosis)
            return Self.role(name, reason: reason)
        case "unit":
            let factor = diagnosis.factor("factor", of: element, in: file)
            return .measure(unit: diagnosis.value("unit", of: element, in: file), factor: factor)
        case "value": return .multiplier(diagnosis.integer("value", of: element, in: file))
        default: break
        }
        let role = Self.plain[name]
        if role == nil {
            diagnosis.note(.badValue(name), in: file, at: element, attribute: "role")
        }
        return role
    }

    /// The attribute that a role cannot do without.
    private static let needed = [
        "feature": "feature", "weak-feature": "feature", "head": "feature", "weak-head": "feature", "brief": "feature", "blocker": "reason",
        "not-count-before": "reason",
        "not-count-after": "reason", "number-label": "reason", "part": "reason", "plan": "reason", "other-act": "reason",
        "qualifier": "reason", "other-period": "reason", "unrelated": "reason", "own-matter": "reason",
        "measure": "unit",
        "multiplier": "value",
    ]

    private static func role(_ name: String, features: [StatementGrammar.Feature]) -> StatementGrammar.Role {
        switch name {
        case "head": .head(features)
        case "weak-feature": .weakFeature(features)
        case "weak-head": .weakHead(features)
        case "brief": .brief(features)
        default: .feature(features)
        }
    }

    private static func role(_ name: String, reason: String) -> StatementGrammar.Role {
        switch name {
        case "not-count-before": .notCountBefore(reason: reason)
        case "not-count-after": .notCountAfter(reason: reason)
        case "number-label": .numberLabel(reason: reason)
        case "part": .part(reason: reason)
        case "plan": .plan(reason: reason)
        case "other-act": .otherAct(reason: reason)
        case "qualifier": .qualifier(reason: reason)
        case "other-period": .otherPeriod(reason: reason)
        case "unrelated": .unrelated(reason: reason)
        case "own-matter": .ownMatter(reason: reason)
        default: .blocker(reason: reason)
        }
    }

    private static let plain: [String: StatementGrammar.Role] = [
        "negator": .negator, "occurrence": .occurrence, "manner": .manner, "contents": .contents, "through": .through,
        "own-period": .ownPeriod, "whole-period": .wholePeriod, "approximate": .approximate, "approximate-behind": .approximateBehind,
        "total": .total, "among": .among,
        "including": .including, "comprising": .comprising,
        "respectively": .respectively, "each": .each, "open": .open, "connector": .connector,
        "modifier-open": .modifierOpen, "modifier-close": .modifierClose, "excluding": .excluding, "own-subject": .ownSubject,
        "unit-suffix": .unitSuffix, "verb": .verb, "former": .former, "latter": .latter, "predicate": .predicate,
        "absence": .absence, "arrival": .arrival, "making-up": .makingUp, "remaining": .remaining, "apart": .apart, "people": .people,
        "neutral": .neutral,
    ]
}

extension [ExactText: Int] {
    /// Keeps the index of a word's first entry; returns it where it was there before.
    fileprivate mutating func add(_ text: String, as index: Int) -> Int? {
        let word = ExactText(text: text)
        guard let first = updateValue(index, forKey: word) else { return nil }
        self[word] = first
        return first
    }
}
