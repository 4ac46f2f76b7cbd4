import AuditModel
import Testing

@testable import Mutations

@Suite("Changes of what is asked about last year's items")
struct FollowUpMutationsTests {
    @Test("each of the ways of counting, the denial, the severity and the bounds is changed in turn, and nothing else with it")
    func variants() {
        let terms = FollowUpTerms(
            section: "s", part: "p", earlier: "e", ordinals: ["a", "b"], common: "c", evidence: "v", denial: "d", settled: "t", minimum: 5,
            threshold: Quantity(significand: 1, scale: 1), withoutAccount: .note)
        let variants = FollowUpMutations.variants(of: terms)
        #expect(
            variants.map(\.part) == ["ordinals", "ordinals", "denial", "without-account", "minimum", "minimum", "threshold", "threshold"])
        #expect(Set(variants.map(\.value)).count == variants.count)
        #expect(variants.map(\.value.ordinals) == [["b"], ["a"]] + Array(repeating: ["a", "b"], count: 6))
        #expect(variants.map(\.value.denial) == ["d", "d", nil, "d", "d", "d", "d", "d"])
        #expect(variants.map(\.value.minimum) == [5, 5, 5, 5, 4, 6, 5, 5])
        #expect(variants.map(\.value.threshold.description) == ["0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.09", "0.11"])
    }
}
