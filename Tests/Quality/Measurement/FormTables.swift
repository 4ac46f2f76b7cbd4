import TestSupport

/// The three tables of a form as they are drawn.
struct FormTables {
    typealias Cell = Specimen.Cell

    /// A cell, with its indicator where it is for one.
    struct Place: Sendable {
        var text: String
        var rows = 1
        var columns = 1
        var indicator: String?
    }

    var disclosure: [[Place]]
    var applications: [[Place]]
    var challenges: [[Place]]

    init(_ figures: YearFigures) {
        disclosure = figures.form == "2021" ? Self.disclosure2021(figures) : Self.disclosure2019(figures)
        applications = Self.applications(figures)
        challenges = Self.challenges(figures)
    }

    private static func label(_ text: String, rows: Int = 1, columns: Int = 1) -> Place { Place(text: text, rows: rows, columns: columns) }

    private static func figure(_ figures: YearFigures, _ id: String, columns: Int = 1) -> Place {
        Place(text: figures.text(id), columns: columns, indicator: id)
    }

    /// - Source: 国办公开办函〔2021〕30号, annex
    private static func disclosure2021(_ figures: YearFigures) -> [[Place]] {
        func documents(_ text: String, _ id: String) -> [Place] {
            [label(text)] + ["issued", "repealed", "in-force"].map { figure(figures, "disclosure.\(id).\($0)") }
        }
        func wide(_ text: String) -> [Place] { [label(text, columns: 4)] }
        func single(_ text: String, _ id: String) -> [Place] { [label(text), figure(figures, "disclosure.\(id)", columns: 3)] }
        let decisions = [label("信息内容"), label("本年处理决定数量", columns: 3)]
        return [
            wide("第二十条第（一）项"), ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].map { label($0) },
            documents("规章", "regulations"), documents("行政规范性文件", "normative-documents"),
            wide("第二十条第（五）项"), decisions, single("行政许可", "licensing.decisions"),
            wide("第二十条第（六）项"), decisions, single("行政处罚", "penalties.decisions"), single("行政强制", "coercion.decisions"),
            wide("第二十条第（八）项"), [label("信息内容"), label("本年收费金额（单位：万元）", columns: 3)], single("行政事业性收费", "fees.amount"),
        ]
    }

    /// - Source: 国办公开办函〔2019〕60号, annex
    private static func disclosure2019(_ figures: YearFigures) -> [[Place]] {
        func row(_ text: String, _ ids: [String]) -> [Place] { [label(text)] + ids.map { figure(figures, "disclosure.\($0)") } }
        func wide(_ text: String) -> [Place] { [label(text, columns: 4)] }
        func documents(_ text: String, _ id: String) -> [Place] { row(text, ["\(id).made", "\(id).disclosed", "\(id).total-disclosed"]) }
        func items(_ text: String, _ id: String) -> [Place] {
            row(text, ["\(id).items-last-year", "\(id).items-change", "\(id).decisions"])
        }
        let header = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"].map { label($0) }
        return [
            wide("第二十条第（一）项"), ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"].map { label($0) },
            documents("规章", "regulations"), documents("规范性文件", "normative-documents"),
            wide("第二十条第（五）项"), header, items("行政许可", "licensing"), items("其他对外管理服务事项", "other-services"),
            wide("第二十条第（六）项"), header, items("行政处罚", "penalties"), items("行政强制", "coercion"),
            wide("第二十条第（八）项"), [label("信息内容"), label("上一年项目数量"), label("本年增/减", columns: 2)],
            [
                label("行政事业性收费"), figure(figures, "disclosure.fees.items-last-year"),
                figure(figures, "disclosure.fees.items-change", columns: 2),
            ],
            wide("第二十条第（九）项"), [label("信息内容"), label("采购项目数量"), label("采购总金额", columns: 2)],
            [
                label("政府集中采购"), figure(figures, "disclosure.procurement.items"),
                figure(figures, "disclosure.procurement.amount", columns: 2),
            ],
        ]
    }

    private static let groups = SpecimenTables.groups + [(label: "（六）其他处理", rows: SpecimenTables.others)]

    private static func applications(_ figures: YearFigures) -> [[Place]] {
        func row(_ id: String) -> [Place] { (YearFigures.columns + ["total"]).map { figure(figures, "applications.\(id).\($0)") } }
        let results = YearFigures.results(figures.form).count + 1
        var rows: [[Place]] = [
            [label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", rows: 3, columns: 3), label("申请人情况", columns: 7)],
            [label("自然人", rows: 2), label("法人或其他组织", columns: 5), label("总计", rows: 2)],
            ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { label($0) },
            [label("一、本年新收政府信息公开申请数量", columns: 3)] + row("new"),
            [label("二、上年结转政府信息公开申请数量", columns: 3)] + row("carried-in"),
            [label("三、本年度办理结果", rows: results), label("（一）予以公开", columns: 2)] + row("result.granted"),
            [label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", columns: 2)] + row("result.partial"),
        ]
        for group in groups {
            if figures.form == "2019", group.label.hasPrefix("（六）") {
                rows.append([label(group.label, columns: 2)] + row("result.other"))
                continue
            }
            for (index, item) in group.rows.enumerated() {
                rows.append(
                    (index == 0 ? [label(group.label, rows: group.rows.count)] : []) + [label(item.label)] + row("result.\(item.id)"))
            }
        }
        rows.append([label("（七）总计", columns: 2)] + row("result.total"))
        rows.append([label("四、结转下年度继续办理", columns: 3)] + row("carried-over"))
        return rows
    }

    private static func challenges(_ figures: YearFigures) -> [[Place]] {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        return [
            [label("行政复议", columns: 5), label("行政诉讼", columns: 10)],
            outcomes.map { label($0, rows: 2) } + [label("未经复议直接起诉", columns: 5), label("复议后起诉", columns: 5)],
            (outcomes + outcomes).map { label($0) },
            YearFigures.groups.flatMap { group in
                (YearFigures.outcomes + ["total"]).map { figure(figures, "challenges.\(group).\($0)") }
            },
        ]
    }

    static func cells(_ table: [[Place]]) -> [[Cell]] {
        table.map { $0.map { Cell($0.text, rows: $0.rows, columns: $0.columns, isLabel: $0.indicator == nil) } }
    }
}
