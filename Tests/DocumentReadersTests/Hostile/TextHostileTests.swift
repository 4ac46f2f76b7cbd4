import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Text without tabs and bars that tempts a reader to look for tables again and again.
@Suite struct TextHostileTests {
    private static let outline = Outline(
        entries: Support.outline.entries,
        tables: [
            TableVocabulary(
                rows: [
                    .init(labels: ["一、新收数量"]), .init(labels: ["（一）予以公开"], groups: ["三、本年度办理结果"]),
                    .init(labels: ["1.属于国家秘密"], groups: ["三、本年度办理结果", "（三）不予公开"]),
                    .init(labels: ["2.本机关不掌握"], groups: ["三、本年度办理结果", "（三）不予公开"]), .init(labels: ["四、结转数量"]),
                ],
                columns: [.init(labels: ["自然人"]), .init(labels: ["商业企业"], groups: ["法人"]), .init(labels: ["总计"])])
        ])

    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let piece: String
        let times: Int
        var testDescription: String { name }
    }

    /// Each is read whole, without an error, and costs no more than a bounded number of steps a byte: a quadratic step would take minutes.
    static let cases: [Case] = [
        Case(name: "a million lines of digits", piece: "77132470\n", times: 150000),
        Case(name: "a line of megabytes of digits", piece: "7713247", times: 116000),
        Case(name: "lines of figures and blanks", piece: "1 0 2 0 0 0 3\n", times: 50000),
        Case(name: "page breaks and page numbers", piece: "\u{C}1\n", times: 83000),
        Case(name: "pages of one line", piece: "\u{C}甲乙丙\n", times: 50000),
        Case(name: "rows far from their figures", piece: "一、新收数量" + String(repeating: " ", count: 100_000) + "1 0 1\n", times: 60),
        Case(
            name: "rows with blanks as wide as a line may be", piece: "一、新收数量" + String(repeating: " ", count: 800) + "1 0 1\n",
            times: 1000),
        Case(name: "the same row again and again", piece: "一、新收数量 1 0 1\n", times: 10000),
        Case(name: "labels begun and never ended", piece: "三、\n（\n1.属于\n一、新收数量 1 0 1\n", times: 10000),
        Case(name: "labels of groups without end", piece: "三、本年度办理结果\n（三）不予公开\n1.属于国家秘密 1 0 1\n", times: 6000),
        Case(name: "headings over nothing", piece: "自然人 商业企业 总计\n", times: 33000),
        Case(name: "headings over every row", piece: "自然人 商业企业 总计\n一、新收数量 1 0 1\n", times: 10000),
        Case(name: "labels run together to the end of a line", piece: String(repeating: "自然人总计", count: 20) + "甲 1\n", times: 2000),
        Case(name: "labels and digits run together", piece: "一、新收数量" + String(repeating: "1", count: 120) + "\n", times: 5000),
        Case(name: "a label, a figure, a label", piece: "一、新收数量\n1\n0\n1\n", times: 16000),
        Case(name: "full lines that never end", piece: String(repeating: "公开", count: 18) + "\n", times: 10000),
        Case(name: "spaced-out lines", piece: String(repeating: "公 开 ", count: 12) + "\n", times: 15000),
        Case(name: "a line of megabytes of cells", piece: "1|", times: 2_000_000),
        Case(name: "a cell and its bar on each line", piece: "1 |\n", times: 150_000),
        Case(name: "lines of many cells each", piece: String(repeating: "甲|", count: 1000) + "\n", times: 300),
        Case(name: "framed numbers that count up to one", piece: "- 1 -\n", times: 66000),
    ]

    @Test("Layouts without end are read in bounded time and memory", arguments: cases)
    func bounded(_ item: Case) throws {
        let unit = Array(item.piece.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(unit.count * item.times)
        for _ in 0..<item.times { bytes += unit }
        let reading = ProcessorTime.measure { try DocumentReader.read(bytes, outline: Self.outline) }
        #expect(try !reading.result.get().document.sections.isEmpty)
        #expect(reading.seconds < 60, "\(item.name): \(reading.seconds)")
    }

    @Test("Rows of figures one below the other beside a label of two lines are read without a trap, and none is lost")
    func rowsOutOfOrder() throws {
        let text = """
            自然人 商业企业 总计
            一、新收数量  3  1  4
            （一）予以公开  0  0  0
            1.属于国  11  12  23
            家秘密  14  15  29
              16  17  33
            四、结转数量  0  0  0
            """
        let document = try DocumentReader.read(Array(text.utf8), outline: Self.outline).document
        let found = Support.texts(document).map(\.1.string).joined(separator: " ")
        for figure in [11, 12, 23, 14, 15, 29, 16, 17, 33] { #expect(found.contains("\(figure)")) }
    }

    @Test("Nothing but page breaks is nothing")
    func pageBreaks() {
        #expect(throws: ReadingError.empty) {
            try DocumentReader.read([UInt8](repeating: 0x0C, count: 1 << 20), outline: Self.outline)
        }
    }

    @Test("A table without rules that goes beyond a limit is left out, and that is said")
    func limits() throws {
        let text = String(repeating: "一、新收数量 1 0 1\n", count: 20)
        let cells = try DocumentReader.read(Array(text.utf8), outline: Self.outline, limits: ReadingLimits(cells: 10)).document
        #expect(cells.remarks.map { "\($0.kind) \($0.detail)" } == ["limitReached cells 10"])
        let places = try DocumentReader.read(Array(text.utf8), outline: Self.outline, limits: ReadingLimits(gridPlaces: 10)).document
        #expect(places.remarks.map { "\($0.kind) \($0.detail)" } == ["limitReached gridPlaces 10"])
    }
}
