import Patterns
import XML

/// Why the engine could not apply a rule. It never leaves the engine: the rule becomes undetermined, and a finding says why.
enum RuleFailure: Error {
    case unknownVocabulary(String)
    case unknownTable(String)
    case pattern(PatternError)
    case expression(XMLError)
}
