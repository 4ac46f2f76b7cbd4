import AuditModel
import TestSupport
import Testing

@Suite struct QuantityTests {
    private func quantity(_ text: String) throws -> Quantity { try #require(Quantity(text), "\(text)") }

    @Test(
        "a plain decimal is read, and written without needless zeros",
        arguments: [
            ("0", "0"), ("7", "7"), ("-7", "-7"), ("007", "7"), ("-0", "0"), ("0.50", "0.5"), ("12.00", "12"), ("-0.01", "-0.01"),
            ("1000000", "1000000"), ("-12.345", "-12.345"), ("0.000", "0"),
        ])
    func reading(text: String, written: String) throws {
        #expect(try quantity(text).description == written)
    }

    @Test(
        "what is no plain decimal is not read",
        arguments: ["", "-", ".", "5.", ".5", "+5", "1,000", "1e3", "--1", "1-", "1.2.3", " 1", "1 ", "１", "一", "/", "NaN"])
    func refusal(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test("thirty digits are read, wherever the point is, and not one more") func digitLimit() throws {
        let digits = String(repeating: "9", count: Quantity.digitLimit)
        #expect(try quantity(digits).description == digits)
        #expect(try quantity("-" + digits).description == "-" + digits)
        #expect(try quantity("9." + digits.dropFirst()).scale == Quantity.digitLimit - 1)
        #expect(Quantity(digits + "9") == nil)
        #expect(Quantity("0." + digits) == nil)
    }

    @Test("equal values are equal however they are written", arguments: [("1.0", "1"), ("-0.0", "0"), ("0.10", "0.1"), ("010", "10")])
    func equality(left: String, right: String) throws {
        let (left, right) = (try quantity(left), try quantity(right))
        #expect(left == right && left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
    }

    @Test("sums, differences, products and order agree with whole numbers of hundredths", arguments: 1...20 as ClosedRange<UInt64>)
    func arithmetic(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let (left, right) = (Int.random(in: -99_999...99_999, using: &generator), Int.random(in: -99_999...99_999, using: &generator))
            let hundredths = { (number: Int) in Quantity(significand: Int128(number), scale: 2) }
            let (first, second) = (hundredths(left), hundredths(right))
            #expect(first.adding(second) == hundredths(left + right), "seed \(seed)")
            #expect(first.subtracting(second) == hundredths(left - right), "seed \(seed)")
            #expect(first.multiplied(by: second) == Quantity(significand: Int128(left * right), scale: 4), "seed \(seed)")
            #expect((first < second) == (left < right), "seed \(seed)")
            #expect(Quantity(first.description) == first, "seed \(seed)")
        }
    }

    @Test("decimals are added without rounding") func exactness() throws {
        let sum = Quantity.sum(of: [try quantity("0.1"), try quantity("0.2"), try quantity("9007199254740993")])
        #expect(sum?.description == "9007199254740993.3")
        #expect(Quantity.sum(of: []) == .zero)
    }

    @Test("many values of the most digits are added") func longSums() throws {
        let longest = try quantity(String(repeating: "9", count: Quantity.digitLimit))
        let sum = try #require(Quantity.sum(of: Array(repeating: longest, count: 100_000)))
        #expect(sum.description == "99999" + String(repeating: "9", count: 25) + "00000")
        #expect(sum.subtracting(sum) == .zero)
    }

    @Test("what is too far apart to be added has no sum, and an order all the same")
    func farApart() throws {
        let large = try quantity(String(repeating: "9", count: 30))
        let small = try quantity("0." + String(repeating: "0", count: 28) + "1")
        for (first, second) in [(large, small), (large, -small), (-large, small), (-large, -small)] {
            #expect(first.adding(second) == nil)
            #expect(second.subtracting(first) == nil)
            #expect(first.percent(of: second, decimals: 2) == nil)
            #expect((first < second) == first.isNegative)
            #expect((second < first) == !first.isNegative)
        }
        #expect(Quantity.zero.adding(small) == small)
        #expect([large, -small, small, -large].sorted() == [-large, -small, small, large])
    }

    @Test("a product has no more digits than what is read") func products() throws {
        let million = Quantity(1_000_000)
        #expect(try quantity("1" + String(repeating: "0", count: 23)).multiplied(by: million)?.description.count == 30)
        #expect(try quantity("1" + String(repeating: "0", count: 24)).multiplied(by: million) == nil)
        let tiny = try quantity("0." + String(repeating: "0", count: 15) + "1")
        #expect(tiny.multiplied(by: tiny) == nil)
        #expect(try quantity("0.0001").multiplied(by: Quantity(12_345))?.description == "1.2345")
        #expect(Quantity.zero.multiplied(by: tiny) == .zero)
    }

    @Test(
        "a percentage is rounded half away from zero",
        arguments: [
            ("1", "3", 2, "33.33"), ("2", "3", 2, "66.67"), ("-2", "3", 2, "-66.67"), ("1", "8", 0, "13"), ("-1", "8", 0, "-13"),
            ("1", "200", 0, "1"), ("1", "201", 0, "0"), ("-1", "201", 0, "0"), ("5", "-4", 2, "-125"), ("0", "7", 2, "0"),
            ("0.5", "0.25", 2, "200"), ("1", "80000", 2, "0"), ("1", "20000", 2, "0.01"),
        ])
    func percent(dividend: String, divisor: String, decimals: Int, result: String) throws {
        #expect(try quantity(dividend).percent(of: quantity(divisor), decimals: decimals)?.description == result)
    }

    @Test("there is no percentage of nothing, and none with more than six decimals") func noPercent() {
        #expect(Quantity(1).percent(of: .zero, decimals: 2) == nil)
        #expect(Quantity(1).percent(of: Quantity(7), decimals: 6)?.description == "14.285714")
        #expect(Quantity(1).percent(of: Quantity(7), decimals: 7) == nil)
        #expect(Quantity(1).percent(of: Quantity(7), decimals: -1) == nil)
    }

    @Test("sign and wholeness are told") func properties() throws {
        #expect(try quantity("-0.5").isNegative && !quantity("-0.5").isWhole)
        #expect(try quantity("-3.0").isWhole)
        #expect(try !quantity("-0.0").isNegative && quantity("-0.0").isZero)
        #expect(try quantity("-0.5").magnitude == quantity("0.5"))
        #expect(Quantity(.min).description == "-9223372036854775808")
    }
}
