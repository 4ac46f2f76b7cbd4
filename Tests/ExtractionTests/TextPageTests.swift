import AuditModel
import DocumentModel
import DocumentReaders
import Testing

@testable import Extraction

/// Text that was taken from pages: wrapped paragraphs beside tables, and headings in narrow columns.
@Suite struct TextPageTests {
    private func read(_ text: String) throws -> (document: Document, bound: [String: String]) {
        let pack = try ShippedPack.load().pack
        let outline = Outline(entries: pack.forms[0].outline.entries, tables: pack.forms.flatMap { $0.outline.tables })
        let document = try DocumentReader.read(Array(text.utf8), outline: outline).document
        return (document, TableGrids.bound(TableBinder(forms: pack.forms, rules: pack.rules).bind(document).figures))
    }

    private static let figures = ["1", "0", "2", "0", "3", "4", "0", "0", "1", "5", "0", "6", "0", "1", "7"]

    private var expected: [String: String] {
        let groups = ["review", "litigation.direct", "litigation.after-review"]
        let outcomes = ["upheld", "corrected", "other", "pending", "total"]
        return Dictionary(
            uniqueKeysWithValues: zip(groups.flatMap { group in outcomes.map { "challenges.\(group).\($0)" } }, Self.figures))
    }

    @Test("Headings of single characters one below the other are those of narrow columns")
    func uprightColumns() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
                本年度情况如下。
                     行政复议                             行政诉讼
                                        未经复议直接起诉                  复议后起诉
            结   结   其   尚
                                    结   结   其   尚            结   结   其   尚
            果   果   他   未   总
                                    果   果   他   未   总       果   果   他   未   总
            维   纠   结   审   计
                                    维   纠   结   审   计       维   纠   结   审   计
            持   正   果   结
                                    持   正   果   结            持   正   果   结
            1   0   2   0   3   4   0   0   1   5   0   6   0   1   7
            五、存在的主要问题及改进情况
            """
        #expect(try read(text).bound == expected)
    }

    @Test("Headings that came out as a line for each character are read in the form's order")
    func uprightLines() throws {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let lines = (0..<3).flatMap { _ in outcomes }.joined().map(String.init)
        let text =
            (["四、政府信息公开行政复议、行政诉讼情况", "本年度情况如下。", "行政复议", "行政诉讼", "未经复议直接起诉 复议后起诉"] + lines
            + [Self.figures.joined(separator: " "), "五、存在的主要问题及改进情况"]).joined(separator: "\n")
        #expect(try read(text).bound == expected)
    }

    @Test("The last character of a broken label ends the table")
    func lastCharacter() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
                               结果      结果       其他       尚未
                                                              总计
                               维持      纠正       结果       审结
                行政复议        1         0          2          0      3
                 未经复议
                               4         0          0          1      5
                 直接起诉
            行政诉讼
                 复议后起
                               0         6          0          1      7
                   诉
            五、存在的主要问题及改进情况
            """
        let (document, bound) = try read(text)
        #expect(bound == expected)
        #expect(document.sections.first { $0.key == "challenges" }?.paragraphs.isEmpty == true)
    }

    @Test("Wrapped lines are one paragraph, whatever tables and lists of contents stand beside them")
    func wrapped() throws {
        let first = "本年度围绕中心工作公开各类信息共计一千二百三十四条其中财政类"
        let second = "41,280 条、民生类 36,715 条，全部在网站和公报上登载并及时更新"
        let paragraph = "    \(first)\n\(second)\n公众可以查阅并下载所有文本。\n"
        let list =
            "目录\n一、总体情况......................................................................1\n"
            + "二、主动公开政府信息情况..................................................................2\n"
            + "六、其他需要报告的事项..................................................................3\n"
        let table = (0..<6).map { "      甲\($0)              \($0)                  乙\($0)                             丙\($0)\n" }.joined()
        for (before, after) in [("", ""), (list, ""), ("", table), (list, table)] {
            let text = "某县年度报告\n\(before)\n一、总体情况\n\n\(paragraph)\(paragraph)\(paragraph)\n二、主动公开政府信息情况\n\n\(after)\n\(paragraph)"
            let found = try read(text).document.sections.first { $0.key == "overview" }?.paragraphs.map(\.text.string)
            #expect(found == Array(repeating: first + second + "公众可以查阅并下载所有文本。", count: 3))
        }
    }

    @Test("Wrapped lines are one paragraph where a blank line came out between some of them")
    func wrappedApart() throws {
        let first = "本年度围绕中心工作公开各类信息共计一千二百三十四条其中财政类"
        let second = "41,280 条、民生类 36,715 条，全部在网站和公报上登载并及时更新"
        let paragraph = "    \(first)\n\n\(second)\n公众可以查阅并下载所有文本。\n\n"
        let text = "某县年度报告\n\n一、总体情况\n\n\(paragraph)\(paragraph)\(paragraph)\n二、主动公开政府信息情况\n\n\(paragraph)"
        let found = try read(text).document.sections.first { $0.key == "overview" }?.paragraphs.map(\.text.string)
        #expect(found == Array(repeating: first + second + "公众可以查阅并下载所有文本。", count: 3))
    }

    @Test("Where all lines of a page are indented as paragraphs are elsewhere, each begins one")
    func indentedPage() throws {
        let first = "本年度围绕中心工作公开各类信息共计一千二百三十四条其中财政类"
        let second = "四万多条，民生类三万多条，全部在网站和公报上登载并且及时更新"
        let paragraph = "    \(first)\n\(second)\n公众可以查阅并下载所有文本。\n"
        let short = "对照公众的期待来看，我局还有不少需要改进和完善的地方存在。"
        let text =
            "某县年度报告\n\n一、总体情况\n\n\(paragraph)\(paragraph)\(paragraph)\n     1\n\u{0C}"
            + "                              计量单位为件或者万元\n    五、存在的主要问题及改进情况\n    \(short)\n    \(first)\n\n     2\n\u{0C}\(second)\n公众可以查阅并下载所有文本。\n"
        let found = try read(text).document.sections.first { $0.key == "problems" }?.paragraphs.map(\.text.string)
        #expect(found == [short, first + second + "公众可以查阅并下载所有文本。"])
    }

    @Test("A row with figures whose label goes on in the next line is a row")
    func labelBelow() throws {
        let text = """
            二、主动公开政府信息情况

            第二十条第（六）项
               信息内容      本年处理决定数量

               行政处罚         312
               行政强制          27

            第二十条第（八）项
               信息内容      本年收费金额
                           （单位：万元）

               行政事业性收       38.6
                  费

            三、收到和处理政府信息公开申请情况
            """
        #expect(
            try read(text).bound == [
                "disclosure.penalties.decisions": "312", "disclosure.coercion.decisions": "27", "disclosure.fees.amount": "38.6",
            ])
    }
}
