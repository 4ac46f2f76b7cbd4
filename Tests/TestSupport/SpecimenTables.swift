/// The tables that forms 2019 and 2021 have in common.
package enum SpecimenTables {
    typealias Cell = Specimen.Cell

    /// The groups of results that both forms divide alike, as printed, with the middle part of the rows' identifiers (`refused.state-secret`).
    package static let groups: [(label: String, rows: [(label: String, id: String)])] = [
        (
            "（三）不予公开",
            [
                ("1.属于国家秘密", "refused.state-secret"), ("2.其他法律行政法规禁止公开", "refused.law-prohibits"),
                ("3.危及“三安全一稳定”", "refused.security-stability"), ("4.保护第三方合法权益", "refused.third-party-rights"),
                ("5.属于三类内部事务信息", "refused.internal-affairs"), ("6.属于四类过程性信息", "refused.process-information"),
                ("7.属于行政执法案卷", "refused.enforcement-file"), ("8.属于行政查询事项", "refused.administrative-inquiry"),
            ]
        ),
        (
            "（四）无法提供",
            [
                ("1.本机关不掌握相关政府信息", "unable.not-held"), ("2.没有现成信息需要另行制作", "unable.must-be-created"),
                ("3.补正后申请内容仍不明确", "unable.still-unclear"),
            ]
        ),
        (
            "（五）不予处理",
            [
                ("1.信访举报投诉类申请", "unprocessed.petition"), ("2.重复申请", "unprocessed.repeated"),
                ("3.要求提供公开出版物", "unprocessed.publication"), ("4.无正当理由大量反复申请", "unprocessed.excessive"),
                ("5.要求行政机关确认或重新出具已获取信息", "unprocessed.confirmation"),
            ]
        ),
    ]

    /// The rows of the group of other results, which form 2021 alone divides.
    package static let others: [(label: String, id: String)] = [
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other.not-corrected"),
        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "other.fee-unpaid"), ("3.其他", "other.other"),
    ]

    private static let columns = ["natural-person", "business", "research", "welfare", "legal-service", "other-organization"]

    static func applications(_ writer: inout SpecimenWriter, hasOneOtherRow: Bool) -> [[Cell]] {
        // Results first, so that what comes in follows from them.
        let ids = ["granted", "partial"] + groups.flatMap { $0.rows.map(\.id) } + (hasOneOtherRow ? ["other"] : others.map(\.id))
        var results: [String: [Int]] = [:]
        for id in ids { results[id] = columns.map { _ in writer.number(3) == 0 ? writer.number(60) : 0 } }
        let totals = columns.indices.map { column in ids.reduce(0) { $0 + (results[$1]?[column] ?? 0) } }
        let forward = columns.map { _ in writer.number(5) }
        let carried = columns.indices.map { min(totals[$0] + forward[$0], writer.number(4)) }
        let new = columns.indices.map { totals[$0] + forward[$0] - carried[$0] }

        func figures(_ id: String, _ numbers: [Int]) -> [Cell] {
            let all = numbers + [numbers.reduce(0, +)]
            return zip(columns + ["total"], all).map { column, number in
                writer.values["applications.\(id).\(column)"] = "\(number)"
                return Cell("\(number)", isLabel: false)
            }
        }
        let resultRows = 3 + groups.reduce(0) { $0 + $1.rows.count } + (hasOneOtherRow ? 1 : 3)
        var rows: [[Cell]] = [
            [Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", rows: 3, columns: 3), Cell("申请人情况", columns: 7)],
            [Cell("自然人", rows: 2), Cell("法人或其他组织", columns: 5), Cell("总计", rows: 2)],
            ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { Cell($0) },
            [Cell("一、本年新收政府信息公开申请数量", columns: 3)] + figures("new", new),
            [Cell("二、上年结转政府信息公开申请数量", columns: 3)] + figures("carried-in", carried),
            [Cell("三、本年度办理结果", rows: resultRows), Cell("（一）予以公开", columns: 2)]
                + figures("result.granted", results["granted"] ?? []),
            [Cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", columns: 2)]
                + figures("result.partial", results["partial"] ?? []),
        ]
        for group in groups {
            for (index, row) in group.rows.enumerated() {
                rows.append(
                    (index == 0 ? [Cell(group.label, rows: group.rows.count)] : []) + [Cell(row.label)]
                        + figures("result.\(row.id)", results[row.id] ?? []))
            }
        }
        if hasOneOtherRow {
            rows.append([Cell("（六）其他处理", columns: 2)] + figures("result.other", results["other"] ?? []))
        } else {
            for (index, row) in others.enumerated() {
                rows.append(
                    (index == 0 ? [Cell("（六）其他处理", rows: 3)] : []) + [Cell(row.label)]
                        + figures("result.\(row.id)", results[row.id] ?? []))
            }
        }
        rows.append([Cell("（七）总计", columns: 2)] + figures("result.total", totals))
        rows.append([Cell("四、结转下年度继续办理", columns: 3)] + figures("carried-over", forward))
        return rows
    }

    static func challenges(_ writer: inout SpecimenWriter) -> [[Cell]] {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        var figures: [Cell] = []
        for group in ["review", "litigation.direct", "litigation.after-review"] {
            let numbers = (0..<4).map { _ in writer.number(6) }
            for (outcome, number) in zip(["upheld", "corrected", "other", "pending", "total"], numbers + [numbers.reduce(0, +)]) {
                writer.values["challenges.\(group).\(outcome)"] = "\(number)"
                figures.append(Cell("\(number)", isLabel: false))
            }
        }
        return [
            [Cell("行政复议", columns: 5), Cell("行政诉讼", columns: 10)],
            outcomes.map { Cell($0, rows: 2) } + [Cell("未经复议直接起诉", columns: 5), Cell("复议后起诉", columns: 5)],
            (outcomes + outcomes).map { Cell($0) },
            figures,
        ]
    }
}
