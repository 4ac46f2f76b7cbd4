import AuditModel
import DocumentModel

/// Tables composed for the tests.
enum TableGrids {
    /// A grid of single cells; nil where a row is too short to have one.
    static func table(_ rows: [[String?]], number: Int = 1) -> Table {
        let columns = rows.map(\.count).max() ?? 0
        var cells: [Cell] = []
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                guard let text else { continue }
                cells.append(
                    Cell(row: row + 1, column: column + 1, text: BlockText(text, at: SourcePosition(line: row + 1, column: column + 1))))
            }
        }
        return Table(number: number, rowCount: rows.count, columnCount: columns, cells: cells)
    }

    /// A document with tables in the sections of these keys.
    static func document(_ tables: [(key: String?, table: Table)]) -> Document {
        Document(
            sections: [Section(path: [0])]
                + tables.enumerated().map { index, item in
                    Section(path: [index + 1], key: item.key, blocks: [.table(item.table)])
                })
    }

    static func document(_ key: String, _ rows: [[String?]]) -> Document { document([(key, table(rows))]) }

    /// Different values for different figures.
    static func value(_ row: Int, _ column: Int) -> String { String(1000 + row * 20 + column) }

    /// The form's own table of applications: two columns of group labels that go on in blank cells, one of labels, seven of figures.
    static func applications(_ form: Form) -> [[String?]] {
        let table = form.tables[1]
        var rows: [[String?]] = [
            ["", "", ""] + ["自然人", TableForms.organizations, "", "", "", "", "总计"],
            ["", "", ""] + ["", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
        ]
        var last: [String] = []
        for (index, row) in table.rows.enumerated() where row.standsFor.isEmpty {
            let groups = row.groups.enumerated().map { $0 < last.count && last[$0] == $1 ? "" : $1 }
            last = row.groups
            let labels = groups + [row.label]
            rows.append(labels + Array(repeating: "", count: 3 - labels.count) + (0..<7).map { value(index, $0) })
        }
        return rows
    }

    static func challenges() -> [[String?]] {
        [
            ["行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""],
            ["", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
            Array(repeating: ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], count: 3).flatMap { $0 },
            (0..<15).map { value($0 / 5, $0 % 5) },
        ]
    }

    static func disclosure() -> [[String?]] {
        [
            ["第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1000", "1001", "1002"],
            ["行政规范性文件", "1020", "1021", "1022"], ["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "1043"],
            ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", "1063"], ["行政强制", "1083"], ["第二十条第（八）项"],
            ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "1104"],
        ]
    }

    /// The figures that were bound by identifier, as their cells' characters.
    static func bound(_ figures: Figures) -> [String: String] {
        var bound: [String: String] = [:]
        for (indicator, figure) in zip(figures.form.indicators, figures.values) {
            if let figure { bound[indicator.id] = figure.quote }
        }
        return bound
    }

    /// The identifiers whose figures are not as expected, with what was bound and what should be.
    static func differences(_ figures: Figures, _ expected: [String: String]) -> [String] {
        let bound = bound(figures)
        return Set(bound.keys).union(expected.keys).sorted().compactMap { id in
            bound[id] == expected[id] ? nil : "\(id): \(bound[id] ?? "-"), not \(expected[id] ?? "-")"
        }
    }

    /// What the tables above say of a form's table: every figure that is no substitute's.
    static func expected(_ form: Form, tables: Set<Int>) -> [String: String] {
        var expected: [String: String] = [:]
        for indicator in form.indicators where tables.contains(indicator.table) && !indicator.isSubstitute {
            expected[indicator.id] = value(indicator.row, indicator.column)
        }
        return expected
    }
}
