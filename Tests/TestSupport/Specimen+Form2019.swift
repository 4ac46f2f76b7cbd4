extension Specimen {
    /// A report on form 2019 with invented figures that satisfy the form's sums; seeds differ in unit, figures, texts and numbering of lists.
    package init(form2019 seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var writer = SpecimenWriter(&generator, form: "2019", years: 2019...2020)
        let disclosure = Self.disclosure2019(&writer)
        let applications = SpecimenTables.applications(&writer, hasOneOtherRow: true)
        let challenges = SpecimenTables.challenges(&writer)
        self = writer.specimen(disclosure: disclosure, applications: applications, challenges: challenges)
    }

    /// - Source: 国办公开办函〔2019〕60号, annex, table two
    private static func disclosure2019(_ writer: inout SpecimenWriter) -> [[Cell]] {
        func figure(_ id: String, _ value: String, columns: Int = 1) -> Cell {
            writer.values["disclosure.\(id)"] = value
            return Cell(value, columns: columns, isLabel: false)
        }
        func part(_ item: String) -> [Cell] { [Cell("第二十条第（\(item)）项", columns: 4)] }
        func documents(_ label: String, _ id: String) -> [Cell] {
            let before = writer.number(200)
            let made = writer.number()
            let disclosed = min(made, writer.number())
            return [
                Cell(label), figure("\(id).made", "\(made)"), figure("\(id).disclosed", "\(disclosed)"),
                figure("\(id).total-disclosed", "\(before + disclosed)"),
            ]
        }
        func items(_ id: String, changeColumns: Int = 1) -> [Cell] {
            let before = writer.number(300)
            let change = writer.number(20) - min(10, before)
            return [figure("\(id).items-last-year", "\(before)"), figure("\(id).items-change", "\(change)", columns: changeColumns)]
        }
        func decisions(_ label: String, _ id: String) -> [Cell] {
            [Cell(label)] + items(id) + [figure("\(id).decisions", "\(writer.number(900))")]
        }
        let documentHeader = ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"].map { Cell($0) }
        let decisionHeader = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"].map { Cell($0) }
        let amount = "\(writer.number(90) * 1000 + writer.number(999)).\(writer.number(8) + 1)"
        return [
            part("一"), documentHeader, documents("规章", "regulations"), documents("规范性文件", "normative-documents"),
            part("五"), decisionHeader, decisions("行政许可", "licensing"), decisions("其他对外管理服务事项", "other-services"),
            part("六"), decisionHeader, decisions("行政处罚", "penalties"), decisions("行政强制", "coercion"),
            part("八"), [Cell("信息内容"), Cell("上一年项目数量"), Cell("本年增/减", columns: 2)],
            [Cell("行政事业性收费")] + items("fees", changeColumns: 2),
            part("九"), [Cell("信息内容"), Cell("采购项目数量"), Cell("采购总金额", columns: 2)],
            [Cell("政府集中采购"), figure("procurement.items", "\(writer.number(200))"), figure("procurement.amount", amount, columns: 2)],
        ]
    }
}
