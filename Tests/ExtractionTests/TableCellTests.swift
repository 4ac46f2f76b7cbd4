import AuditModel
import Extraction
import Testing

@Suite struct TableCellTests {
    @Test(
        "A cell that is wholly a number is that number",
        arguments: [
            ("0", "0"), ("12", "12"), (" 3", "3"), ("００７", "7"), ("1,234", "1234"), ("１，２３４，５６７", "1234567"), ("12.50", "12.5"),
            ("59237.2449", "59237.2449"), ("３．５", "3.5"), ("-5", "-5"), ("－５", "-5"), ("− 5", "-5"), ("+6", "6"), ("1 234", "1234"),
            ("7270\n1.2578", "72701.2578"), ("123456789012345678901234567890", "123456789012345678901234567890"), ("\u{3000}8\u{A0}", "8"),
        ])
    func numbers(_ cell: String, _ value: String) throws {
        let quantity = try #require(Quantity(value))
        #expect(FigureValue(cell: cell) == .number(quantity))
    }

    @Test("Nothing at all is blank", arguments: ["", " ", "\u{3000}\u{A0}", "\u{200B}\n"])
    func blanks(_ cell: String) {
        #expect(FigureValue(cell: cell) == .blank)
    }

    @Test(
        "Strokes, dashes and the word for them are not applicable",
        arguments: ["/", "／", "-", "—", "——", "– –", "－", "―", "−", "不适用", "不 适用"])
    func notApplicable(_ cell: String) {
        #expect(FigureValue(cell: cell) == .notApplicable)
    }

    @Test(
        "Everything else is text, never 0",
        arguments: [
            "无", "零", "3件", "12.5万元", "约5", "5%", "1,23", "1234,567", ",5", "5,", ".5", "5.", "1.2.3", "--5", "5-3", "3/5", "(5)", "0 0",
            "1e3", "O", "〇", "—5", "不适用1", "适用", "+", "1234567890123456789012345678901",
        ])
    func text(_ cell: String) {
        #expect(FigureValue(cell: cell) == .text)
    }
}
