import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Pages of HTML whose lines or words each stand at a place of their own.
@Suite struct PlacedTextTests {
    private typealias Piece = (text: String, left: Int, top: Int)

    private static let outline = Outline(
        entries: Support.outline.entries,
        page: PageVocabulary(publicationLabels: ["发布时间"], originLabels: [], furniture: ["打印", "首页"]),
        tables: [
            TableVocabulary(
                rows: [.init(labels: ["一、新收数量"]), .init(labels: ["二、结转数量"]), .init(labels: ["三、办理总计"])],
                columns: [.init(labels: ["自然人"]), .init(labels: ["商业企业"]), .init(labels: ["总计"])])
        ])

    /// Two sections, a paragraph of three lines and a table without lines, on two pages.
    private static let pages: [[Piece]] = [
        [
            ("某县 2031 年度报告", 300, 80), ("一、总体情况", 132, 160),
            ("本年度把公开当作日常功课，各科室依照规程更新了栏目，清理了过期的内容，全年公开信", 132, 190),
            ("息12条，其中规章3条，组织培训两次，并在便民中心设了查阅点，全年接待来访的群众共二百", 100, 220),
            ("余人次。", 100, 250), ("三、收到和处理政府信息公开申请情况", 132, 300), ("自然人", 340, 340), ("商业企业", 420, 340), ("总计", 520, 340),
            ("一、新收数量", 120, 370), ("11", 350, 370), ("2", 440, 370), ("13", 525, 370), ("二、结转数量", 120, 400), ("1", 350, 400),
            ("0", 440, 400),
            ("1", 525, 400), ("三、办理总计", 120, 430), ("12", 350, 430), ("2", 440, 430), ("14", 525, 430),
        ],
        [("六、其他需要报告的事项", 132, 80), ("本年度没有收取信息处理费。", 132, 110)],
    ]

    private static let expected = [
        "某县 2031 年度报告", "# 一、总体情况",
        "本年度把公开当作日常功课，各科室依照规程更新了栏目，清理了过期的内容，全年公开信息12条，其中规章3条，组织培训两次，并在便民中心设了查阅点，全年接待来访的群众共二百余人次。",
        "# 三、收到和处理政府信息公开申请情况", "||自然人|商业企业|总计|", "|一、新收数量|11|2|13|", "|二、结转数量|1|0|1|",
        "|三、办理总计|12|2|14|", "# 六、其他需要报告的事项", "本年度没有收取信息处理费。",
    ]

    private func read(_ page: String) throws -> Document {
        try DocumentReader.read(Array(page.utf8), outline: Self.outline).document
    }

    private func check(_ page: String) throws {
        let document = try read(page)
        #expect(document.specimenDump.map(PDFSupport.withoutBlanks) == Self.expected.map(PDFSupport.withoutBlanks))
        #expect(HTMLSupport.firstMisplaced(document, in: page) == nil)
        #expect(document.remarks.filter { $0.kind != .resolvedSpans }.map(\.kind) == [])
    }

    @Test("Lines and words with places in their styles are read as they are seen, whatever their order", arguments: 0..<4 as Range<UInt64>)
    func styled(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pages = Self.pages.map { pieces in
            let shown = (seed == 0 ? pieces : pieces.shuffled(using: &random)).map { piece in
                "<p style=\"position:absolute;top:\(piece.top)px;left:\(piece.left)px;white-space:nowrap;font-size:20px\">\(piece.text)</p>\n"
            }
            return "<div style=\"position:relative;width:892px;height:1263px\">\n\(shown.joined())</div>\n"
        }
        try check("<!DOCTYPE html><html><body>\n\(pages.joined())</body></html>")
    }

    @Test("Places that classes give, counted from below and enlarged by a matrix, are read")
    func classes() throws {
        var rules = ".t{position:absolute;white-space:pre}.m0{transform:matrix(0.250000,0.000000,0.000000,0.250000,0,0);}\n"
        rules += ".f{font-size:80px}\n"
        var body = ""
        for (number, pieces) in Self.pages.enumerated() {
            body += "<div id=\"pf\(number)\" class=\"pf\"><div class=\"pc\">"
            for (index, piece) in pieces.enumerated() {
                rules += ".x\(number)a\(index){left:\(piece.left).000000px;}\n.y\(number)a\(index){bottom:\(1200 - piece.top).500000px;}\n"
                body += "<div class=\"t m0 x\(number)a\(index) y\(number)a\(index) f\">\(piece.text)</div>"
            }
            body += "</div></div>"
        }
        let print = "@media print{.x0a0{left:1pt;}.y0a0{bottom:1pt;}}"
        try check("<!DOCTYPE html><html><head><style>\(rules)\(print)</style></head><body>\(body)</body></html>")
    }

    @Test("Words within lines that stand at places, and what the page shows around them, are read")
    func nested() throws {
        let pieces = Self.pages[1].map { piece in
            let words = piece.text.map { String($0) }.enumerated().map {
                "<span style=\"position:absolute;left:\($0 * 15)pt;top:0pt\">\($1)</span>"
            }
            return "<div style=\"position:absolute;left:\(piece.left)pt;top:\(piece.top)pt;font-size:15pt\">\(words.joined())</div>"
        }
        let document = try read("<body><div>首页</div><h1>某县年度报告</h1><div>\(pieces.joined())</div><div>打印</div></body>")
        #expect(document.specimenDump == ["某县年度报告", "# 六、其他需要报告的事项", "本年度没有收取信息处理费。"])
    }

    @Test("A page with a menu at a place is read in the order of its source")
    func menu() throws {
        let menu = (0..<30).map { "<div style=\"position:absolute;left:\($0)px;top:9px\">栏目</div>" }.joined()
        let body = Self.pages.joined().map { "<p>\($0.text)</p>" }.joined() + String(repeating: "<p>正文。</p>", count: 30)
        let document = try read("<body>\(menu)\(body)</body>")
        #expect(document.section("other")?.paragraphs.first?.text.string == "本年度没有收取信息处理费。")
    }

    @Test("A row of numbers that no table took does not go on in what stands below it")
    func looseRow() throws {
        let text = Self.pages[0].prefix(5).map { ($0.text, $0.left, $0.top) }
        let row = (0..<15).map { (String($0), 100 + 56 * $0, 280) }
        let pieces = text + row + [("六、其他需要报告的事项", 100, 310), ("本年度没有收取信息处理费。", 132, 340)]
        let shown = pieces.map { piece in
            "<p style=\"position:absolute;top:\(piece.2)px;left:\(piece.1)px;white-space:nowrap;font-size:20px\">\(piece.0)</p>\n"
        }
        let document = try read("<body><div style=\"position:relative;width:892px;height:1263px\">\(shown.joined())</div></body>")
        #expect(document.section("other")?.paragraphs.first?.text.string == "本年度没有收取信息处理费。")
    }

    @Test("That places could not be told is said")
    func unclear() throws {
        let pieces = Self.pages.joined().map { "<p style=\"position:absolute;left:\($0.left / 10)%;top:\($0.top / 10)vh\">\($0.text)</p>" }
        let document = try read("<body>\(pieces.joined())</body>")
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["unplacedText \(pieces.count)"])
        #expect(document.sections.map(\.path) == [[0], [1], [3], [6]])
    }
}
