import AuditModel
import Patterns
import Synchronization
import XML

/// Compiles what rules need when it is first asked for, and keeps it.
///
/// A class, since all copies of an engine share what one of them compiled; the lock makes it safe to ask from several threads, and keeps two of
/// them from compiling the same thing twice.
final class Workshop: Sendable {
    private struct Shelves {
        var equations: [[String]: EquationSystem] = [:]
        var instances: [SpelledEquation: EquationSystem.Instance?] = [:]
        var relations: [[String]: RelationSystem] = [:]
        var words: [String: WordList] = [:]
        var lists: [[TextKey]: WordList] = [:]
        var denials: [String: DenialList] = [:]
        var evidence: [String: EvidenceList] = [:]
        var patterns: [TextKey: Pattern] = [:]
        var expressions: [String: XPathExpression] = [:]
        var forbidden: ForbiddenPatterns?
        var templates: [ConditionNumber: ConditionTemplates] = [:]
    }

    /// A text of the pack as a key. It is told by its length and then compared, which costs nothing where both share their storage; to hash a pattern
    /// costs more than to look for it in a paragraph.
    private struct TextKey: Hashable {
        let text: String

        static func == (left: TextKey, right: TextKey) -> Bool { left.text.utf8.count == right.text.utf8.count && left.text == right.text }

        func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
    }

    private struct ConditionNumber: Hashable {
        let rule: Int
        let condition: Int
    }

    /// What a condition's findings say.
    struct ConditionTemplates: Sendable {
        let message: Template
        let advice: Template
        /// One of the two has a place for the repair.
        let haveRepair: Bool

        init(_ condition: Condition) {
            message = Template(condition.message)
            advice = Template(condition.advice)
            haveRepair = message.mentions(.repair) || advice.mentions(.repair)
        }
    }

    private struct SpelledEquation: Hashable {
        let equation: Equation
        let form: String
        let previousForm: String?
    }

    private let pack: RulePack
    private let shelves = Mutex(Shelves())

    init(_ pack: RulePack) { self.pack = pack }

    /// The pack's equations for a report on `form` beside one of last year on `previous`; those that need last year's report are left out without it.
    func equations(for form: Form, previous: Form?) -> EquationSystem {
        // A form is known by its id; one that bears a known id and differs all the same is compiled anew each time.
        let key = [form.id, previous?.id ?? ""]
        return shelves.withLock { shelves in
            if let known = shelves.equations[key], known.form == form, known.previousForm == previous { return known }
            let system = EquationSystem(rules: pack.rules, form: form, previousForm: previous)
            shelves.equations[key] = system
            return system
        }
    }

    /// An equation of a premise, spelled out; nil where it names something that the forms do not have.
    func instance(of equation: Equation, form: Form, previous: Form?) -> EquationSystem.Instance? {
        let key = SpelledEquation(equation: equation, form: form.id, previousForm: previous?.id)
        return shelves.withLock { shelves in
            if let known = shelves.instances[key] { return known }
            let instance = EquationSystem.instance(of: equation, form: form, previousForm: previous)
            shelves.instances[key] = .some(instance)
            return instance
        }
    }

    /// The pack's relations for a report on `form` beside one of last year on `previous`.
    func relations(for form: Form, previous: Form?) -> RelationSystem {
        let key = [form.id, previous?.id ?? ""]
        return shelves.withLock { shelves in
            if let known = shelves.relations[key], known.form == form, known.previousForm == previous { return known }
            let system = RelationSystem(rules: pack.rules, form: form, previousForm: previous)
            shelves.relations[key] = system
            return system
        }
    }

    /// The words of one of the pack's vocabularies, ready to be searched for.
    func words(_ vocabulary: String) throws(RuleFailure) -> WordList { try list(of: vocabulary, on: \.words, WordList.init) }

    /// Words that rules give themselves, ready to be searched for. Few combinations of them come up, whatever the reports.
    func list(of words: [String]) -> WordList {
        let key = words.map(TextKey.init)
        return shelves.withLock { shelves in
            if let known = shelves.lists[key] { return known }
            let list = WordList(words)
            if shelves.lists.count < Self.listLimit { shelves.lists[key] = list }
            return list
        }
    }

    private static let listLimit = 256

    /// The words of one of the pack's vocabularies, read as evidence.
    func evidence(_ vocabulary: String) throws(RuleFailure) -> EvidenceList { try list(of: vocabulary, on: \.evidence, EvidenceList.init) }

    /// The words of one of the pack's vocabularies, read as denials.
    func denials(_ vocabulary: String) throws(RuleFailure) -> DenialList { try list(of: vocabulary, on: \.denials, DenialList.init) }

    /// What the words of a vocabulary are made into, kept on a shelf.
    private func list<List: Sendable>(
        of vocabulary: String, on shelf: any WritableKeyPath<Shelves, [String: List]> & Sendable, _ make: ([String]) -> List
    ) throws(RuleFailure) -> List {
        guard let words = pack.passages.vocabularies[vocabulary] else { throw .unknownVocabulary(vocabulary) }
        return shelves.withLock { shelves in
            if let known = shelves[keyPath: shelf][vocabulary] { return known }
            let list = make(words)
            shelves[keyPath: shelf][vocabulary] = list
            return list
        }
    }

    func pattern(_ source: String) throws(RuleFailure) -> Pattern {
        let key = TextKey(text: source)
        let result: Result<Pattern, PatternError> = shelves.withLock { shelves in
            if let known = shelves.patterns[key] { return .success(known) }
            do throws(PatternError) {
                let pattern = try Pattern(source)
                shelves.patterns[key] = pattern
                return .success(pattern)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let pattern): return pattern
        case .failure(let error): throw .pattern(error)
        }
    }

    /// All that the pack's rules forbid, to be searched for at once.
    var forbidden: ForbiddenPatterns {
        shelves.withLock { shelves in
            if let known = shelves.forbidden { return known }
            let patterns = ForbiddenPatterns(pack.rules)
            shelves.forbidden = patterns
            return patterns
        }
    }

    /// What a rule's condition says, by their numbers in the pack.
    func templates(rule: Int, condition: Int) -> ConditionTemplates {
        let key = ConditionNumber(rule: rule, condition: condition)
        return shelves.withLock { shelves in
            if let known = shelves.templates[key] { return known }
            let templates = ConditionTemplates(pack.rules[rule].conditions[condition])
            shelves.templates[key] = templates
            return templates
        }
    }

    /// An expression of a schema, whose variables and prefixes it may have.
    func expression(_ source: String, in schema: Schematron) throws(XMLError) -> XPathExpression {
        let key = schema.path + "\0" + source
        let result: Result<XPathExpression, XMLError> = shelves.withLock { shelves in
            if let known = shelves.expressions[key] { return .success(known) }
            let patterns = schema.patterns.flatMap { $0.bindings + $0.contexts.flatMap(\.bindings) }
            do throws(XMLError) {
                let expression = try XPathExpression(
                    source, variables: Set((schema.bindings + patterns).map(\.name)), prefixes: Set(schema.namespaces.map(\.prefix)))
                shelves.expressions[key] = expression
                return .success(expression)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    func expression(_ source: String) throws(RuleFailure) -> XPathExpression {
        let result: Result<XPathExpression, XMLError> = shelves.withLock { shelves in
            if let known = shelves.expressions[source] { return .success(known) }
            do throws(XMLError) {
                let expression = try XPathExpression(source)
                shelves.expressions[source] = expression
                return .success(expression)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let expression): return expression
        case .failure(let error): throw .expression(error)
        }
    }
}
