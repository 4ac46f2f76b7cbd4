import AuditModel
import Dispatch
import DocumentDiff
import Patterns
import Synchronization
import XML

/// Compiles what rules need when it is first asked for, and keeps it.
///
/// A class, since all copies of an engine share what one of them compiled; the locks make it safe to ask from several threads, and but for patterns
/// keep two of them from compiling the same thing twice.
final class Workshop: Sendable {
    private struct Shelves {
        var equations: [[String]: EquationSystem] = [:]
        var instances: [SpelledEquation: EquationSystem.Instance?] = [:]
        var relations: [[String]: RelationSystem] = [:]
        var finders: [FollowUpFinder] = []
        var answerReadings: [AnswerReading] = []
        var cues: [TextKey: WordList] = [:]
        var patterns: [TextKey: Pattern] = [:]
        var expressions: [String: XPathExpression] = [:]
        var causeRelations: CauseSearch.Relations?
        var signingWords: WordList?
        var voices: [String: WordList] = [:]
        var closingLabels: WordList?
        var silentWords: WordList?
        var roughWords: WordList?
        var hollows: [[String]: WordList] = [:]
        var templates: [ConditionNumber: ConditionTemplates] = [:]
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
    private let words = Mutex([TextKey: WordList]())
    private let denials = Mutex([TextKey: DenialList]())
    private let evidence = Mutex([TextKey: EvidenceList]())
    private let masks = Mutex([TextKey: TextMask]())
    /// By itself: it takes long to make, and the rest need not wait for it.
    private let textFilter = Mutex<TextFilter?>(nil)

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
    func words(_ vocabulary: String) throws(RuleFailure) -> WordList { try list(of: vocabulary, on: words, WordList.init) }

    /// The words of one of the pack's vocabularies, read as evidence.
    func evidence(_ vocabulary: String) throws(RuleFailure) -> EvidenceList { try list(of: vocabulary, on: evidence, EvidenceList.init) }

    /// The words of one of the pack's vocabularies, read as denials.
    func denials(_ vocabulary: String) throws(RuleFailure) -> DenialList { try list(of: vocabulary, on: denials, DenialList.init) }

    /// What leaves the sentences with words of one of the pack's vocabularies out of account; nil: none.
    func mask(prescribed vocabulary: String?) throws(RuleFailure) -> TextMask {
        guard let vocabulary else { return TextMask() }
        return try list(of: vocabulary, on: masks) { TextMask(prescribed: $0) }
    }

    /// The words of the pack's statements that say nothing of what is counted: times of the reporting year, the unit itself, 共, 通过.
    var silentWords: WordList {
        statementWords(\.silentWords) { role in
            switch role {
            case .neutral, .people, .total, .through, .ownPeriod, .wholePeriod, .ownSubject: true
            default: false
            }
        }
    }

    /// The words of the pack's statements by which a number is rough.
    var roughWords: WordList {
        statementWords(\.roughWords) { role in
            switch role {
            case .approximate, .approximateBehind: true
            default: false
            }
        }
    }

    private func statementWords(
        _ shelf: WritableKeyPath<Shelves, WordList?>, where isMeant: (StatementGrammar.Role) -> Bool
    ) -> WordList {
        shelves.withLock { shelves in
            if let known = shelves[keyPath: shelf] { return known }
            let list = WordList(pack.statements.words.filter { isMeant($0.role) }.map(\.text))
            shelves[keyPath: shelf] = list
            return list
        }
    }

    /// The words of several vocabularies, each by itself.
    func lists(_ vocabularies: [String]) throws(RuleFailure) -> [WordList] {
        var lists: [WordList] = []
        for vocabulary in vocabularies { lists.append(try words(vocabulary)) }
        return lists
    }

    /// What opens the parts of a section, without what the ends of cues ask of the text behind them.
    func cues(ofSection key: String) -> WordList {
        shelves.withLock { shelves in
            if let known = shelves.cues[TextKey(text: key)] { return known }
            let list = WordList(pack.passages.parts.filter { $0.section == key }.flatMap(\.cues).map(Examination.withoutEnd))
            shelves.cues[TextKey(text: key)] = list
            return list
        }
    }

    /// What tells which items are answered by some terms of the pack's; nil where its parts have no evidence.
    func answerReading(_ terms: AnswerTerms) throws(RuleFailure) -> AnswerReading? {
        if let known = shelves.withLock({ shelves in shelves.answerReadings.first { $0.terms == terms } }) { return known }
        // It asks for words, which are kept here as well.
        guard let reading = try AnswerReading(terms, pack: pack, workshop: self) else { return nil }
        shelves.withLock { shelves in
            if !shelves.answerReadings.contains(where: { $0.terms == terms }) { shelves.answerReadings.append(reading) }
        }
        return reading
    }

    /// What follows up last year's items by some terms of the pack's.
    func followUpFinder(_ terms: FollowUpTerms) throws(RuleFailure) -> FollowUpFinder {
        if let known = shelves.withLock({ shelves in shelves.finders.first { $0.terms == terms } }) { return known }
        // It asks for words, which are kept here as well.
        let finder = try FollowUpFinder(terms, pack: pack, workshop: self)
        shelves.withLock { shelves in if !shelves.finders.contains(where: { $0.terms == terms }) { shelves.finders.append(finder) } }
        return finder
    }

    /// What the words of a vocabulary are made into, kept on a shelf.
    private func list<List: Sendable>(
        of vocabulary: String, on shelf: borrowing Mutex<[TextKey: List]>, _ make: ([String]) -> List
    ) throws(RuleFailure) -> List {
        let key = TextKey(text: vocabulary)
        let list: List? = shelf.withLock { lists in
            if let known = lists[key] { return known }
            let list = pack.passages.vocabularies[vocabulary].map(make)
            lists[key] = list
            return list
        }
        guard let list else { throw .unknownVocabulary(vocabulary) }
        return list
    }

    /// - Parameter likewise: the patterns that will be asked for next, as far as it is known; asked for where this one is not compiled yet, to be
    ///   compiled beside it on all processors.
    func pattern(_ source: String, likewise: () -> [String] = { [] }) throws(RuleFailure) -> Pattern {
        if let known = shelves.withLock({ $0.patterns[TextKey(text: source)] }) { return known }
        let others = likewise()
        let sources = shelves.withLock { shelves in
            [source] + others.filter { $0 != source && shelves.patterns[TextKey(text: $0)] == nil }
        }
        let compiled = Mutex<Result<Pattern, PatternError>?>(nil)
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            let result = Result { () throws(PatternError) in try Pattern(sources[index]) }
            // What is wrong with another one is said where that is asked for.
            if case .success(let pattern) = result { shelves.withLock { $0.patterns[TextKey(text: sources[index])] = pattern } }
            if index == 0 { compiled.withLock { $0 = result } }
        }
        switch compiled.withLock({ $0 }) {
        case .success(let pattern): return pattern
        case .failure(let error): throw .pattern(error)
        case nil: preconditionFailure("it was compiled")
        }
    }

    /// Which rules may cause which others.
    var causeRelations: CauseSearch.Relations {
        shelves.withLock { shelves in
            if let known = shelves.causeRelations { return known }
            let relations = CauseSearch.Relations(pack.rules)
            shelves.causeRelations = relations
            return relations
        }
    }

    /// What a date and what may stand beside a unit's name at the end of a report are written with, digits of either width among it.
    var signingWords: WordList {
        shelves.withLock { shelves in
            if let known = shelves.signingWords { return known }
            let digits = (0...9).map { String($0) } + (0xFF10...0xFF19).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
            let words = WordList(pack.identity.signatureWords + digits)
            shelves.signingWords = words
            return words
        }
    }

    /// As what units of a level speak of themselves.
    func voices(of level: IdentityGrammar.Level) -> WordList {
        shelves.withLock { shelves in
            if let known = shelves.voices[level.id] { return known }
            let words = WordList(level.voices)
            shelves.voices[level.id] = words
            return words
        }
    }

    /// With what lines below a report begin that are none of its text.
    var closingLabels: WordList {
        shelves.withLock { shelves in
            if let known = shelves.closingLabels { return known }
            let words = WordList(pack.identity.closingLabels)
            shelves.closingLabels = words
            return words
        }
    }

    /// The words of a vocabulary that say nothing, and those that only lead to the parts of a section.
    func hollows(_ vocabulary: String, section: String) throws(RuleFailure) -> WordList {
        guard let words = pack.passages.vocabularies[vocabulary] else { throw .unknownVocabulary(vocabulary) }
        return shelves.withLock { shelves in
            if let known = shelves.hollows[[vocabulary, section]] { return known }
            let parts = pack.passages.parts.filter { $0.section == section }
            let leads = parts.flatMap { part in part.leads.flatMap { pack.passages.vocabularies[$0] } ?? [] }
            let cues = parts.flatMap(\.cues).map { $0.isOpenEnded ? String($0.dropLast()) : $0 }
            let list = WordList(words + leads + cues)
            shelves.hollows[[vocabulary, section]] = list
            return list
        }
    }

    /// All that the pack's rules look for everywhere, to be searched for at once.
    var filter: TextFilter {
        textFilter.withLock { known in
            if let known { return known }
            let filter = TextFilter(pack)
            known = filter
            return filter
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
