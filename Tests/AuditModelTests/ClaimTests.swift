import AuditModel
import Testing

@Suite("Stated ratios") struct ClaimTests {
    private func states(_ value: String, _ numerator: String, _ denominator: String, times factor: Int = 100) throws -> Bool? {
        let decimals = value.split(separator: ".").dropFirst().first?.count ?? 0
        return Claim.Stated(try #require(Quantity(value)), decimals: decimals).equals(
            try #require(Quantity(numerator)), over: try #require(Quantity(denominator)), times: factor)
    }

    @Test(
        "A percentage may be rounded or cut off at its last decimal, and no more",
        arguments: [
            ("51.85", "42", "81", true), ("51.8", "42", "81", true), ("51.9", "42", "81", true), ("52", "42", "81", true),
            ("51", "42", "81", true), ("51.84", "42", "81", false), ("51.86", "42", "81", false), ("53", "42", "81", false),
            ("66.66", "2", "3", true), ("66.67", "2", "3", true), ("66.68", "2", "3", false), ("100", "7", "7", true),
            ("99", "199", "200", true), ("100", "199", "200", true), ("0", "0", "9", true), ("12.5", "1", "8", true),
            ("12.50", "1", "8", true), ("12.49", "1", "8", false),
        ])
    func percentages(value: String, numerator: String, denominator: String, holds: Bool) throws {
        #expect(try states(value, numerator, denominator) == holds)
    }

    @Test("Multiples are stated like percentages; of nothing there is no share, and what is too long is not said to hold")
    func limits() throws {
        #expect(try states("2", "280", "140", times: 1) == true)
        #expect(try states("2", "280", "200", times: 1) == false)
        #expect(try states("1.4", "280", "200", times: 1) == true)
        #expect(try states("50", "1", "0") == nil)
        #expect(try states("50", String(repeating: "9", count: 30), String(repeating: "9", count: 30)) == nil)
    }
}
