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
    private let vocabularies: [String]
    private let selfNames: [[Condition.Requirement.SelfName]]

    init(_ pack: RulePack) {
        var patterns: [String] = []
        var forbidden: [Int] = []
        var vocabularies: [String] = []
        var selfNames: [[Condition.Requirement.SelfName]] = []
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
            default: break
            }
        }
        self.patterns = patterns
        self.forbidden = forbidden
        self.vocabularies = vocabularies.filter { pack.passages.vocabularies[$0] != nil }
        self.selfNames = selfNames
        filter = PatternFilter(
            patterns, words: self.vocabularies.map { pack.passages.vocabularies[$0] ?? [] } + selfNames.map { $0.flatMap(\.words) })
    }

    /// By the numbers of patterns and words the pieces in which they may occur, by their index.
    func candidates(in pieces: DecodedTexts) -> [[Int]] { filter.candidates(in: pieces) }

    /// The pattern of a number.
    func pattern(_ number: Int) -> String { patterns[number] }

    /// Nil for a pattern that is none of the rules'. Strings that share their storage, as here, compare at once; hashed they are not.
    func number(ofPattern pattern: String) -> Int? {
        patterns.firstIndex { $0.utf8.count == pattern.utf8.count && $0 == pattern }
    }

    /// See `number(ofPattern:)`.
    func number(ofVocabulary id: String) -> Int? { vocabularies.firstIndex(of: id).map { $0 + patterns.count } }

    /// Of the words of all kinds of units. See `number(ofPattern:)`.
    func number(of names: [Condition.Requirement.SelfName]) -> Int? {
        selfNames.firstIndex(of: names).map { $0 + patterns.count + vocabularies.count }
    }
}
