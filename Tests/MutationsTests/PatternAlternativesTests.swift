import Testing

@testable import Mutations

@Suite("Alternatives of patterns")
struct PatternAlternativesTests {
    @Test(
        "each is left out in turn, and nothing else is taken for one",
        arguments: [
            ("a|bc|d", ["bc|d", "a|d", "a|bc"]),
            ("x(?:a|b)y", ["x(?:b)y", "x(?:a)y"]),
            ("(?i)(a|[|b]|\\|)z", ["(?i)([|b]|\\|)z", "(?i)(a|\\|)z", "(?i)(a|[|b])z"]),
            ("[^]|]a", []), ("plain", []), ("", []), ("a|(b|c", ["(b|c", "a", "a|(c", "a|(b"]),
            ("[[:alpha:]|]|q", ["q", "[[:alpha:]|]"]),
        ])
    func alternatives(_ pattern: String, _ expected: [String]) {
        #expect(PatternAlternatives.variants(of: pattern).map(\.value) == expected)
    }
}
