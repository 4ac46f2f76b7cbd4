import AuditModel
import DocumentModel

/// A form in small: two tables whose sums cross like those of the real one, a row that may stand for two others, three sections.
enum SmallForm {
    static let form = make(id: "new")
    static let olderForm = make(id: "old")

    static let columns = ["person", "company", "school", "total"]
    static let resultRows = [
        "result.granted", "result.refused.secret", "result.refused.police", "result.other.first", "result.other.second",
    ]

    static func make(id: String) -> Form {
        let applicationRows: [(String, [String])] = [
            ("new", []), ("in", []), ("result.granted", []), ("result.refused.secret", []), ("result.refused.police", []),
            ("result.other", ["result.other.first", "result.other.second"]), ("result.other.first", []), ("result.other.second", []),
            ("result.total", []), ("out", []),
        ]
        var maker = Maker()
        maker.add(table: "applications", section: "requests", rows: applicationRows, columns: columns.map { ($0, .count) }) { _, _ in true }
        maker.add(
            table: "suits", section: "disputes", rows: [("review", []), ("court", [])],
            columns: ["upheld", "corrected", "pending", "total"].map { ($0, .count) }
        ) { _, _ in true }
        maker.add(
            table: "money", section: "requests", rows: [("fees", []), ("rules", [])], columns: [("amount", .amount), ("change", .change)]
        ) { row, column in (row == "fees") == (column == "amount") }
        return Form(
            id: id,
            sections: [
                section("overview", 1, "总的情况"), section("requests", 2, "申请情况"), section("disputes", 3, "争议情况"),
                section("problems", 4, "问题与改进"), section("extras", 5, "附带说明", required: false),
            ],
            tables: maker.tables, indicators: maker.indicators)
    }

    static func section(_ key: String, _ ordinal: Int, _ title: String, required: Bool = true) -> FormSection {
        FormSection(entry: Outline.Entry(key: key, ordinal: ordinal, title: title), required: required, context: [])
    }

    private struct Maker {
        var tables: [FormTable] = []
        var indicators: [Indicator] = []

        mutating func add(
            table: String, section: String, rows: [(id: String, standsFor: [String])], columns: [(id: String, kind: Indicator.Kind)],
            has: (String, String) -> Bool
        ) {
            var grid: [[Int?]] = []
            for (row, line) in rows.enumerated() {
                var cells: [Int?] = []
                for (column, head) in columns.enumerated() {
                    guard has(line.id, head.id) else {
                        cells.append(nil)
                        continue
                    }
                    cells.append(indicators.count)
                    indicators.append(
                        Indicator(
                            id: "\(table).\(line.id).\(head.id)", table: tables.count, row: row, column: column, kind: head.kind,
                            label: same("\(line.id)·\(head.id)"), isSubstitute: !line.standsFor.isEmpty))
                }
                grid.append(cells)
            }
            tables.append(
                FormTable(
                    id: table, section: section, name: same(table), rows: rows.map { Self.line($0.id, standsFor: $0.standsFor) },
                    columns: columns.map { Self.line($0.id, standsFor: []) }, grid: grid))
        }

        private static func line(_ id: String, standsFor: [String]) -> FormTable.Line {
            FormTable.Line(id: id, label: id, variants: [], groups: [], name: same(id), standsFor: standsFor)
        }
    }

    /// The equations of the form as a pack would write them.
    static let rowSums = Equation(
        instances: .rows(table: "applications", except: []), left: terms("person", "company", "school"),
        right: terms("total"))

    private static func terms(_ columns: String...) -> [Equation.Term] {
        columns.map { term("applications.{row}.\($0)") }
    }

    static func term(_ pattern: String, previous: Bool = false, negative: Bool = false) -> Equation.Term {
        Equation.Term(isNegative: negative, isPrevious: previous, pattern: pattern)
    }

    static let columnSums = Equation(
        instances: .columns(table: "applications", except: []),
        left: [
            term("applications.result.granted.{column}"), term("applications.result.refused.*.{column}"),
            term("applications.result.other.*.{column}"),
        ], right: [term("applications.result.total.{column}")])

    static let flow = Equation(
        instances: .columns(table: "applications", except: []),
        left: [term("applications.new.{column}"), term("applications.in.{column}")],
        right: [term("applications.result.total.{column}"), term("applications.out.{column}")])

    static let suits = Equation(
        instances: .rows(table: "suits", except: []),
        left: [term("suits.{row}.upheld"), term("suits.{row}.corrected"), term("suits.{row}.pending")], right: [term("suits.{row}.total")])

    static let carriedIn = Equation(
        instances: .columns(table: "applications", except: []), left: [term("applications.in.{column}")],
        right: [term("applications.out.{column}", previous: true)])

    /// Figures that satisfy every equation: 14 new ones, 3 carried in, 15 results, 2 carried out.
    static let sound: [Indicator.ID: String] = {
        var figures: [Indicator.ID: String] = [:]
        let table: [(String, [Int])] = [
            ("new", [9, 3, 2, 14]), ("in", [2, 1, 0, 3]), ("result.granted", [4, 2, 1, 7]), ("result.refused.secret", [2, 0, 0, 2]),
            ("result.refused.police", [0, 1, 0, 1]), ("result.other.first", [3, 0, 1, 4]), ("result.other.second", [1, 0, 0, 1]),
            ("result.total", [10, 3, 2, 15]), ("out", [1, 1, 0, 2]),
        ]
        for (row, values) in table {
            for (column, value) in zip(columns, values) { figures["applications.\(row).\(column)"] = String(value) }
        }
        for row in ["review", "court"] {
            for (column, value) in [("upheld", 4), ("corrected", 1), ("pending", 2), ("total", 7)] {
                figures["suits.\(row).\(column)"] = String(value)
            }
        }
        figures["money.fees.amount"] = "12.5"
        figures["money.rules.change"] = "-3"
        return figures
    }()
}
