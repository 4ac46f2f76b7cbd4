import AuditModel
import DocumentModel

/// The forms that the tests bind to, built by hand so that the binding is tested without a pack.
enum TableForms {
    typealias Line = FormTable.Line

    static let form2021 = form(
        "2021", disclosure: disclosure2021,
        others: [
            (
                "result.other.not-corrected",
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", [results, "（六）其他处理"], []
            ),
            (
                "result.other.fee-unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                [results, "（六）其他处理"], []
            ),
            ("result.other.other", "3.其他", [results, "（六）其他处理"], []),
            (
                "result.other", "（六）其他处理", [results],
                ["result.other.not-corrected", "result.other.fee-unpaid", "result.other.other"]
            ),
        ])
    static let form2019 = form("2019", disclosure: disclosure2019, others: [("result.other", "（六）其他处理", [results], [])])
    static let both = [form2021, form2019]

    static let results = "三、本年度办理结果"
    static let organizations = "法人或其他组织"

    static let sections = ["overview", "disclosure", "applications", "challenges", "problems", "other"].enumerated().map { index, key in
        FormSection(entry: Outline.Entry(key: key, ordinal: index + 1, title: titles[index]), required: true, context: [])
    }
    static let titles = [
        "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况", "其他需要报告的事项",
    ]

    private typealias Row = (id: String, label: String, groups: [String], standsFor: [String])

    private static func form(_ id: String, disclosure: (rows: [Row], columns: [Row], cells: [[Int]]), others: [Row]) -> Form {
        let rows =
            [
                ("new", "一、本年新收政府信息公开申请数量", [], []), ("carried-in", "二、上年结转政府信息公开申请数量", [], []),
                ("result.granted", "（一）予以公开", [results], []),
                ("result.partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", [results], []),
            ]
            + subrows(
                "refused", "（三）不予公开",
                [
                    ("state-secret", "1.属于国家秘密"), ("law-prohibits", "2.其他法律行政法规禁止公开"),
                    ("security-stability", "3.危及“三安全一稳定”"), ("third-party-rights", "4.保护第三方合法权益"),
                    ("internal-affairs", "5.属于三类内部事务信息"), ("process-information", "6.属于四类过程性信息"),
                    ("enforcement-file", "7.属于行政执法案卷"), ("administrative-inquiry", "8.属于行政查询事项"),
                ])
            + subrows(
                "unable", "（四）无法提供",
                [
                    ("not-held", "1.本机关不掌握相关政府信息"), ("must-be-created", "2.没有现成信息需要另行制作"),
                    ("still-unclear", "3.补正后申请内容仍不明确"),
                ])
            + subrows(
                "unprocessed", "（五）不予处理",
                [
                    ("petition", "1.信访举报投诉类申请"), ("repeated", "2.重复申请"), ("publication", "3.要求提供公开出版物"),
                    ("excessive", "4.无正当理由大量反复申请"), ("confirmation", "5.要求行政机关确认或重新出具已获取信息"),
                ])
            + others + [("result.total", "（七）总计", [results], []), ("carried-over", "四、结转下年度继续办理", [], [])]
        let applicants: [Row] = [
            ("natural-person", "自然人", [], []), ("business", "商业企业", [organizations], []), ("research", "科研机构", [organizations], []),
            ("welfare", "社会公益组织", [organizations], []), ("legal-service", "法律服务机构", [organizations], []),
            ("other-organization", "其他", [organizations], []), ("total", "总计", [], []),
        ]
        let challenges: [Row] = [
            ("review", "行政复议", [], []), ("litigation.direct", "未经复议直接起诉", ["行政诉讼"], []),
            ("litigation.after-review", "复议后起诉", ["行政诉讼"], []),
        ]
        let outcomes: [Row] = [
            ("upheld", "结果维持", [], []), ("corrected", "结果纠正", [], []), ("other", "其他结果", [], []), ("pending", "尚未审结", [], []),
            ("total", "总计", [], []),
        ]
        let tables: [(id: String, rows: [Row], columns: [Row], cells: [[Int]])] = [
            ("disclosure", disclosure.rows, disclosure.columns, disclosure.cells),
            ("applications", rows, applicants, rows.map { _ in Array(0..<7) }),
            ("challenges", challenges, outcomes, challenges.map { _ in Array(0..<5) }),
        ]
        var indicators: [Indicator] = []
        var built: [FormTable] = []
        for (number, table) in tables.enumerated() {
            var grid: [[Int?]] = []
            for (row, line) in table.rows.enumerated() {
                var places = [Int?](repeating: nil, count: table.columns.count)
                for column in table.cells[row] {
                    places[column] = indicators.count
                    let name = "\(table.id).\(line.id).\(table.columns[column].id)"
                    indicators.append(
                        Indicator(
                            id: name, table: number, row: row, column: column, kind: .count,
                            label: LocalizedText(chinese: name, english: name), isSubstitute: !line.standsFor.isEmpty))
                }
                grid.append(places)
            }
            func lines(_ rows: [Row]) -> [Line] {
                rows.map {
                    Line(
                        id: $0.id, label: $0.label, variants: [], groups: $0.groups,
                        name: LocalizedText(chinese: $0.label, english: $0.id), standsFor: $0.standsFor)
                }
            }
            built.append(
                FormTable(
                    id: table.id, section: table.id, name: LocalizedText(chinese: table.id, english: table.id), rows: lines(table.rows),
                    columns: lines(table.columns), grid: grid))
        }
        return Form(id: id, sections: sections, tables: built, indicators: indicators)
    }

    private static func subrows(_ id: String, _ group: String, _ rows: [(String, String)]) -> [Row] {
        rows.map { ("result.\(id).\($0.0)", $0.1, [results, group], []) }
    }

    private static func group(_ item: String) -> [String] { ["第二十条第（\(item)）项"] }

    private static let disclosure2021: (rows: [Row], columns: [Row], cells: [[Int]]) = (
        [
            ("regulations", "规章", group("一"), []), ("normative-documents", "行政规范性文件", group("一"), []),
            ("licensing", "行政许可", group("五"), []), ("penalties", "行政处罚", group("六"), []), ("coercion", "行政强制", group("六"), []),
            ("fees", "行政事业性收费", group("八"), []),
        ],
        [
            ("issued", "本年制发件数", [], []), ("repealed", "本年废止件数", [], []), ("in-force", "现行有效件数", [], []),
            ("decisions", "本年处理决定数量", [], []), ("amount", "本年收费金额（单位：万元）", [], []),
        ],
        [[0, 1, 2], [0, 1, 2], [3], [3], [3], [4]]
    )

    private static let disclosure2019: (rows: [Row], columns: [Row], cells: [[Int]]) = (
        [
            ("regulations", "规章", group("一"), []), ("normative-documents", "规范性文件", group("一"), []),
            ("licensing", "行政许可", group("五"), []), ("other-services", "其他对外管理服务事项", group("五"), []),
            ("penalties", "行政处罚", group("六"), []), ("coercion", "行政强制", group("六"), []),
            ("fees", "行政事业性收费", group("八"), []), ("procurement", "政府集中采购", group("九"), []),
        ],
        [
            ("made", "本年新制作数量", [], []), ("disclosed", "本年新公开数量", [], []), ("total-disclosed", "对外公开总数量", [], []),
            ("items-last-year", "上一年项目数量", [], []), ("items-change", "本年增/减", [], []), ("decisions", "处理决定数量", [], []),
            ("items", "采购项目数量", [], []), ("amount", "采购总金额", [], []),
        ],
        [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [3, 4, 5], [3, 4, 5], [3, 4], [6, 7]]
    )
}
