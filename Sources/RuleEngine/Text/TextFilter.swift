import AuditModel
import Patterns

/// What a pack's rules look for all over a report, patterns and words, to be looked for at once by the literals that they need.
///
/// A class, since it is made once for a pack and handed around.
final class TextFilter: Sendable {
    private let filter: PatternFilter
    private let patterns: [String]
    /// The numbers of the patterns that are forbidden, ascending.
    let forbidden: [Int]
    private let patternNumbers: [TextKey: Int]
    private let vocabularyNumbers: [TextKey: Int]
    private let voiceNumbers: [TextKey: Int]
    private let selfNames: [(names: [Condition.Requirement.SelfName], number: Int)]

    init(_ pack: RulePack) {
        var patterns: [String] = []
        var forbidden: [Int] = []
        var vocabularies: [String] = []
        var selfNames: [[Condition.Requirement.SelfName]] = []
        var levels: [IdentityGrammar.Level] = []
        for condition in pack.rules.lazy.flatMap(\.conditions) {
            switch condition.requirement {
            case .forbidden(let pattern, _, _):
                forbidden.append(patterns.count)
                patterns.append(pattern)
            case .yearNamed(let pattern, _), .partsAnnounced(let pattern): patterns.append(pattern)
            case .enumerations(let vocabulary): vocabularies.append(vocabulary)
            case .mentions(_, let several, _): vocabularies += several
            case .takenUp(let terms): vocabularies.append(terms.settled)
            case .selfNames(let names): selfNames.append(names)
            case .identity(.speakerContradicts): levels = pack.identity.levels
            default: break
            }
        }
        vocabularies = vocabularies.filter { pack.passages.vocabularies[$0] != nil }
        self.patterns = patterns
        self.forbidden = forbidden
        var words: [[String]] = []
        /// Numbers lists of words behind the patterns, each text that names one once.
        func numbers(of lists: some Sequence<(name: String, words: [String])>) -> [TextKey: Int] {
            lists.reduce(into: [:]) { numbers, list in
                guard numbers[TextKey(text: list.name)] == nil else { return }
                numbers[TextKey(text: list.name)] = patterns.count + words.count
                words.append(list.words)
            }
        }
        vocabularyNumbers = numbers(of: vocabularies.map { ($0, pack.passages.vocabularies[$0] ?? []) })
        voiceNumbers = numbers(of: levels.map { ($0.id, $0.voices) })
        self.selfNames = selfNames.enumerated().map { ($1, patterns.count + words.count + $0) }
        patternNumbers = Dictionary(patterns.enumerated().map { (TextKey(text: $1), $0) }) { first, _ in first }
        filter = PatternFilter(patterns, words: words + selfNames.map { $0.flatMap(\.words) })
    }

    /// By the numbers of patterns and words the pieces in which they may occur, by their index.
    func candidates(in pieces: DecodedTexts) -> [[Int]] { filter.candidates(in: pieces) }

    /// The pattern of a number.
    func pattern(_ number: Int) -> String { patterns[number] }

    /// Nil for a pattern that is none of the rules'.
    func number(ofPattern pattern: String) -> Int? { patternNumbers[TextKey(text: pattern)] }

    /// Nil for a vocabulary that no rule looks for everywhere.
    func number(ofVocabulary id: String) -> Int? { vocabularyNumbers[TextKey(text: id)] }

    /// Of that as what the units of a level speak of themselves; nil where no rule asks for it.
    func number(ofVoices level: IdentityGrammar.Level) -> Int? { voiceNumbers[TextKey(text: level.id)] }

    /// Of the words of all kinds of units; nil for names that are none of the rules'.
    func number(of names: [Condition.Requirement.SelfName]) -> Int? { selfNames.first { $0.names == names }?.number }
}
