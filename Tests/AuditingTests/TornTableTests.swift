import AuditModel
import Auditing
import TestSupport
import Testing

/// Tables of which a conversion kept the words and numbers but not what goes together: a number and a line each, labels broken and mixed up.
@Suite("Tables torn by a conversion")
struct TornTableTests {
    /// A row's lines: its label, or what is left of it, then its numbers.
    private static func row(_ label: [String], _ numbers: [Int]) -> String {
        (label + numbers.map(String.init)).joined(separator: "\n\n") + "\n\n"
    }

    private static let zeros = [0, 0, 0, 0, 0, 0, 0]

    private static let results =
        row(["（三）不予公", "开", "1.属于国家秘密"], zeros) + row(["2.其他法律行政法规禁止\n公开"], zeros)
        + row(["1.本机关不掌握相关政府\n信息"], [8, 3, 0, 0, 2, 0, 13])
        + row(["（四）\n2.没有现成信息需要另行\n无法提\n制作\n供"], zeros) + row(["3.补正后申请内容仍不明\n确"], [1, 0, 0, 0, 0, 0, 1])

    private static let challenges =
        "行政复议\n\n行政诉讼\n\n未经复议直接起诉\n\n复议后起诉\n\n结果 结果 其他 尚未\n总计\n维持 纠正 结果 审结\n\n"
        + row(["结果 结果 其他 尚未\n总计\n维持 纠正 结果 审结"], [5, 1, 2, 2, 10, 2, 0, 1, 1, 4, 3, 0, 0, 2, 5])

    private func findings(third: String, fourth: String) throws -> [String] {
        let text = """
            白石乡人民政府2024年政府信息公开工作年度报告
            一、总体情况
            白石乡公开了各类信息。
            三、收到和处理政府信息公开申请情况
            申请人情况

            \(Self.row(["一、本年新收政府信息公开申请数量"], [9, 3, 0, 0, 2, 0, 14]))\(third)四、政府信息公开行政复议、行政诉讼情况
            \(fourth)五、存在的主要问题及改进情况
            问题：村务公开不够及时。改进：每月核对一次。
            """
        let auditor = try Project.auditor.get()
        let report = try auditor.report(of: Array(text.utf8), path: "torn.txt")
        return auditor.audit(report, previous: nil).findings.filter { $0.severity == .error && $0.verdict == .violated }.map {
            "\($0.rule) \($0.evidence[0].label.chinese)"
        }
    }

    @Test("rows and tables whose words or numbers stand there unread are not missing, and others are")
    func torn() throws {
        let found = try findings(third: Self.results, fourth: Self.challenges)
        #expect(found.contains("TAB-02 要求提供公开出版物"))
        #expect(!found.contains("TAB-02 没有现成信息需要另行制作"))
        #expect(!found.contains("TAB-02 补正后申请内容仍不明确"))
        #expect(!found.contains("TAB-01 政府信息公开行政复议、行政诉讼情况表"))
    }

    @Test("a table of which nothing stands there is missing")
    func missing() throws {
        let found = try findings(third: "", fourth: "全年没有行政复议。\n")
        #expect(found.contains("TAB-01 收到和处理政府信息公开申请情况表"))
        #expect(found.contains("TAB-01 政府信息公开行政复议、行政诉讼情况表"))
    }
}
