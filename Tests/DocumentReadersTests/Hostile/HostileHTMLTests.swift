import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Pages that are large, deep or broken on purpose: read as far as the limits go, or refused, in little time.
@Suite struct HostileHTMLTests {
    /// The seconds of the processor that one page may take here, where nothing is optimised.
    static let patience = 15.0

    private func read(_ page: String, limits: ReadingLimits = .standard) throws -> Document {
        let reading = ProcessorTime.measure {
            try DocumentReader.read(Array(page.utf8), outline: HTMLSupport.outline, limits: limits).document
        }
        #expect(reading.seconds < Self.patience)
        return try reading.result.get()
    }

    private func repeated(_ text: String, _ times: Int) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count * times)
        for _ in 0..<times { result += text }
        return result
    }

    private func limits(_ document: Document) -> [String] {
        document.remarks.filter { $0.kind == .limitReached }.map(\.detail)
    }

    private func lines(_ document: Document) -> [String] { document.allSections.flatMap(\.paragraphs).map(\.text.string) }

    static let head = "<p>某县2031年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年做了许多工作。</p>"

    @Test("A span of a million columns and rows is as wide and high as the table")
    func spans() throws {
        let document = try read(
            Self.head + "<table><tr><td colspan=1000000 rowspan=1000000>甲</td></tr><tr><td>乙</td><td>1</td></tr></table>"
                + "<table><tr><td colspan=\"99999999999999999999\">丙</td></tr><tr><td>丁</td><td>2</td></tr></table>")
        #expect(Support.tables(document).map { [$0.rowCount, $0.columnCount] } == [[2, 3], [2, 2]])
        #expect(Support.rows(Support.tables(document)[1]) == [["1:丙 1x2"], ["1:丁", "2:2"]])
    }

    @Test("A thousand spans of a thousand columns in each of a thousand rows are read in time")
    func manySpans() throws {
        let row = "<tr>" + repeated("<td colspan=1000 rowspan=1000>1", 20) + "<td>甲</tr>"
        let document = try read(Self.head + "<table>" + repeated(row, 2000) + "</table>")
        #expect(Support.tables(document).count == 1)
    }

    @Test(
        "A hundred thousand elements within each other are read to their core",
        arguments: ["div", "span", "b", "table><tr><td", "ul><li", "p"])
    func depth(_ tag: String) throws {
        let document = try read(Self.head + repeated("<\(tag)>", 100_000) + "<p>核心。</p>")
        #expect(lines(document).contains("核心。"))
    }

    @Test(
        "Elements that nothing closes are read",
        arguments: ["<p>甲", "<td>甲", "<tr><td>甲", "<li>甲", "<font><b><i>甲", "<a href=x>甲", "<table>甲", "<h1>甲"])
    func unclosed(_ piece: String) throws {
        let document = try read(Self.head + repeated(piece, 20_000))
        #expect(!lines(document).isEmpty)
    }

    @Test(
        "Parts of a page within and beside each other by the ten thousand are told apart in time",
        arguments: [
            "<div class=nav>甲", "<div class=nav>甲</div>", "<nav>甲。", "<nav><a href=x>甲</a></nav>", "<table><tr><td>甲<td>乙",
            "<table><tr><td>甲<td>乙</table>", "<table><tr><td>1<td>2<td>", "<div>首页</div>", "<li class=share><ol>", "<pre>甲\n",
            "<h1>甲2031</h1>",
            "<a class=x>甲</a><br>", "<p>来源：甲</p>", "<p>|甲|1|</p>", "<meta name=pubdate content=1>", "<title>甲</title>", "<p>一、总体情况</p>",
        ])
    func parts(_ piece: String) throws {
        let document = try read("<body>" + repeated(piece, 10_000) + Self.head + repeated(piece, 10_000))
        #expect(document.allSections.contains { !$0.blocks.isEmpty })
    }

    @Test("End tags of what is not open are passed over, but not for ever")
    func unmatchedEnds() throws {
        let document = try read(Self.head + repeated("<div>", 100_000) + repeated("</b>", 100_000) + "<p>末尾</p>")
        #expect(lines(document).first == "某县2031年政府信息公开工作年度报告")
        #expect(limits(document).count == 1)
    }

    @Test("Entities of a document type are not expanded")
    func entities() throws {
        let bomb = """
            <!DOCTYPE html [<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <html><body>\(Self.head)<p>&b;&x;尾</p></body></html>
            """
        let text = lines(try read(bomb)).joined()
        #expect(text.contains("尾") && !text.contains("甲") && !text.contains("root:"))
        let external = "<!DOCTYPE html SYSTEM \"http://127.0.0.1:9/a.dtd\"><html><body>\(Self.head)</body></html>"
        #expect(lines(try read(external)).count == 2)
    }

    @Test("An attribute of megabytes is passed over, be it closed or not")
    func giantAttribute() throws {
        let picture = "<img src=\"data:image/png;base64," + repeated("QUJDREVGRw0K", 400_000) + "\">"
        let document = try read(Self.head + picture + "<p>末尾。</p>")
        #expect(lines(document).contains("末尾。"))
        #expect(document.remarks.map(\.kind) == [.picture])
        _ = try read(Self.head + "<img alt='" + repeated("甲乙丙", 200_000))
    }

    @Test("A tag with more attributes than any has is refused, wherever it hides")
    func manyAttributes() {
        let names = (0..<100_000).map { " a\($0)" }.joined()
        for page in [
            "<p\(names)>", "<p\(names)", "<!-- <a ' --><p\(names)>", "<p x=\">\"\(names)>", "<b a=\"<i \(names)\">",
            "<p " + (0..<100_000).map { "a\($0)='>'" }.joined() + ">",
        ] where !page.hasPrefix("<b ") {
            #expect(throws: ReadingError.self) { try read(Self.head + page) }
        }
    }

    @Test("NUL bytes and control characters")
    func nulls() throws {
        #expect(throws: ReadingError.notText) { try read("<p>甲\u{0}乙</p>") }
        let document = try read(Self.head + "<p>甲\u{1}乙\u{8}丙\u{B}丁</p>")
        #expect(lines(document).last == "甲乙丙丁")
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["droppedControls 3"])
    }

    @Test(
        "Hundreds of thousands of empty tags",
        arguments: ["<p></p>", "<br>", "<i></i>", "<td></td>", "<!---->", "<a>", "</p>", "<", "&", "&#", "<!", "</", "<?"])
    func emptyTags(_ tag: String) throws {
        let document = try read(Self.head + repeated(tag, 300_000))
        #expect(lines(document).first == "某县2031年政府信息公开工作年度报告")
    }

    @Test("More lines, cells and columns than the limits are left out, and that is said")
    func beyondLimits() throws {
        let small = ReadingLimits(paragraphs: 10, cells: 20, columns: 4, gridPlaces: 100)
        #expect(limits(try read(Self.head + repeated("<p>甲。</p>", 100), limits: small)) == ["paragraphs 10"])
        let rows = repeated("<tr><td>甲</td><td>1</td></tr>", 12)
        #expect(limits(try read(Self.head + "<table>\(rows)</table>", limits: ReadingLimits(cells: 20))) == ["cells 20"])
        let wide = "<tr>" + repeated("<td>1</td>", 9) + "</tr>"
        let document = try read(Self.head + "<table>\(wide)\(wide)</table>", limits: ReadingLimits(columns: 4))
        #expect(limits(document) == ["columns 4"] && Support.tables(document).map(\.columnCount) == [4])
        #expect(throws: ReadingError.tooLarge(limit: 100)) { try read(repeated("<p>", 100), limits: ReadingLimits(bytes: 100)) }
    }

    @Test("A page cut in half anywhere is read as far as it goes", arguments: SpecimenHTML.Dialect.allCases)
    func cut(_ dialect: SpecimenHTML.Dialect) throws {
        let page = Array(SpecimenHTML.page(of: Specimen(form2021: 5), dialect, seed: 5).utf8)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<12 {
            let end = Int.random(in: 0...page.count, using: &random)
            let reading = try? DocumentReader.read(Array(page[..<end]), outline: HTMLSupport.outline)
            #expect(reading != nil || end < 4000, "\(dialect), \(end) bytes")
        }
    }

    @Test(
        "Pages without text are empty",
        arguments: [
            "<html><frameset cols=\"20%,80%\"><frame src=a.html><frame src=b.html></frameset></html>",
            "<html><head><meta http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1/\"></head><body></body></html>",
            "<html><body><script>location.href='a.html'</script></body></html>", "<!DOCTYPE html>", "<p>&nbsp;　</p>",
            "<table><tr><td></td></tr></table>",
            "<html><body><div style='display:none'>一、总体情况</div></body></html>",
            "<html><head><title>某县年度报告</title></head><body><img src=a.png></body></html>",
        ])
    func withoutText(_ page: String) {
        #expect(throws: ReadingError.empty) { try read(page) }
    }

    @Test("A page without a report has no sections")
    func otherPage() throws {
        let document = try read("<html><body><h1>通知</h1><p>请各单位参加会议。</p><ul><li><a href=1>年度报告</a></li></ul></body></html>")
        #expect(document.sections.count == 1 && lines(document).prefix(2) == ["通知", "请各单位参加会议。"])
    }

    @Test("A wrong name of the encoding is not believed, and a page in none is refused")
    func wrongCharset() throws {
        let page = "<html><head><meta charset=\"gb2312\"></head><body>\(Self.head)</body></html>"
        #expect(lines(try read(page)).count == 2)
        #expect(throws: ReadingError.notDecodable(encoding: nil)) {
            try DocumentReader.read(Array("<p>".utf8) + [0xE9, 0x20, 0xE8, 0x20, 0xE0, 0x20, 0xE7, 0x20], outline: .none)
        }
    }
}
