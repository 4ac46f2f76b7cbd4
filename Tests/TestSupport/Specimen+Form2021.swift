extension Specimen {
    /// A report on form 2021 with invented figures that satisfy the form's sums; seeds differ in unit, figures, texts and numbering of lists.
    package init(form2021 seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var writer = SpecimenWriter(&generator, form: "2021", years: 2021...2024)
        let tables = SpecimenTables2021(&writer)
        self = writer.specimen(disclosure: tables.disclosure, applications: tables.applications, challenges: tables.challenges)
    }
}

/// The three tables of form 2021 with figures.
/// - Source: 国办公开办函〔2021〕30号, annex
private struct SpecimenTables2021 {
    let disclosure: [[Specimen.Cell]]
    let applications: [[Specimen.Cell]]
    let challenges: [[Specimen.Cell]]

    init(_ writer: inout SpecimenWriter) {
        typealias Cell = Specimen.Cell
        func wide(_ text: String) -> [Cell] { [Cell(text, columns: 4)] }
        func figure(_ id: String, _ value: String) -> Cell {
            writer.values[id] = value
            return Cell(value, isLabel: false)
        }
        let header = [Cell("信息内容"), Cell("本年制发件数"), Cell("本年废止件数"), Cell("现行有效件数")]
        func documents(_ label: String, _ id: String) -> [Cell] {
            [Cell(label)]
                + ["issued", "repealed", "in-force"].map { figure("disclosure.\(id).\($0)", "\(writer.number())") }
        }
        func decisions(_ label: String, _ id: String) -> [Cell] {
            let value = "\(writer.number(900))"
            writer.values["disclosure.\(id).decisions"] = value
            return [Cell(label), Cell(value, columns: 3, isLabel: false)]
        }
        let amount = "\(writer.number()).\(writer.number(9) + 1)"
        writer.values["disclosure.fees.amount"] = amount
        disclosure = [
            wide("第二十条第（一）项"), header, documents("规章", "regulations"), documents("行政规范性文件", "normative-documents"),
            wide("第二十条第（五）项"), [Cell("信息内容"), Cell("本年处理决定数量", columns: 3)], decisions("行政许可", "licensing"),
            wide("第二十条第（六）项"), [Cell("信息内容"), Cell("本年处理决定数量", columns: 3)], decisions("行政处罚", "penalties"),
            decisions("行政强制", "coercion"), wide("第二十条第（八）项"),
            [Cell("信息内容"), Cell("本年收费金额（单位：万元）", columns: 3)],
            [Cell("行政事业性收费"), Cell(amount, columns: 3, isLabel: false)],
        ]
        applications = SpecimenTables.applications(&writer, hasOneOtherRow: false)
        challenges = SpecimenTables.challenges(&writer)
    }
}
