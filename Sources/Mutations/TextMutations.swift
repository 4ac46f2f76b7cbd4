import AuditModel
import DocumentModel

/// The changes of requirements on wordings, lengths and numbers in the text.
enum TextMutations {
    /// None of a requirement that has nothing to be set.
    static func variants(of requirement: Condition.Requirement) -> [Variant<Condition.Requirement>] {
        switch requirement {
        case .claimsHold(let kinds):
            Variants.filters("kinds", kinds.map(\.rawValue), among: Claim.Kind.allCases.map(\.rawValue)).map {
                $0.map { .claimsHold(kinds: $0.compactMap(Claim.Kind.init)) }
            }
        case .headingsWorded(let misspelt):
            [Variant("misspelt", .set(misspelt ? "false" : "true"), .headingsWorded(misspelt: !misspelt))]
        case .mentions(let section, let vocabularies, let minimum):
            Variants.shorter("words", vocabularies).map {
                $0.map { .mentions(section: section, vocabularies: $0, minimum: minimum) }
            }
                + counts("minimum", minimum).map { $0.map { .mentions(section: section, vocabularies: vocabularies, minimum: $0) } }
        case .sectionLength(let section, let maximum):
            counts("maximum", maximum).map { $0.map { .sectionLength(section: section, maximum: $0) } }
        case .partsAnnounced(let pattern): patterns(pattern).map { $0.map { .partsAnnounced(pattern: $0) } }
        case .titleMatches(let pattern): patterns(pattern).map { $0.map { .titleMatches(pattern: $0) } }
        case .yearNamed(let pattern, let ahead):
            patterns(pattern).map { $0.map { .yearNamed(pattern: $0, ahead: ahead) } }
                + (ahead ? [Variant("ahead", .set("false"), .yearNamed(pattern: pattern, ahead: false))] : [])
        case .figuresRepeated(let table, let minimum):
            counts("minimum", minimum).map { $0.map { .figuresRepeated(table: table, minimum: $0) } }
        case .sentencesRepeated(let minimum, let prescribed):
            counts("minimum", minimum).map { $0.map { .sentencesRepeated(minimum: $0, prescribed: prescribed) } }
        case .multiples(let factor, let figure):
            Variants.nudged("of", factor).map { $0.map { .multiples(of: $0, figure: figure) } }
        default: []
        }
    }

    private static func patterns(_ pattern: String) -> [Variant<String>] {
        PatternAlternatives.variants(of: pattern).map { $0.within("pattern") { $0 } }
    }

    /// A tenth more and less, at least by one.
    private static func counts(_ part: String, _ count: Int) -> [Variant<Int>] {
        let step = max(1, count / 10)
        return [count - step, count + step].filter { $0 >= 0 }.map { Variant(part, .set(String($0)), $0) }
    }
}
