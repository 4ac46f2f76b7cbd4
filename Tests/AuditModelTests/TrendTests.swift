import AuditModel
import DocumentModel
import Testing

@Suite("Figures over the years")
struct TrendTests {
    private static func form(_ id: String, _ indicators: [String]) -> Form {
        let lines = indicators.map {
            FormTable.Line(
                id: $0, label: $0, variants: [], groups: [], name: LocalizedText(chinese: $0, english: $0), standsFor: [])
        }
        return Form(
            id: id, sections: [],
            tables: [
                FormTable(
                    id: "t", section: "s", name: LocalizedText(chinese: "表", english: "table"), rows: lines,
                    columns: [], grid: indicators.indices.map { [$0] })
            ],
            indicators: indicators.enumerated().map { index, name in
                Indicator(
                    id: name, table: 0, row: index, column: 0, kind: .count,
                    label: LocalizedText(chinese: "\(name)·\(id)", english: name), isSubstitute: false)
            })
    }

    private static func figures(_ form: Form, _ values: [String: String]) -> Figures {
        Figures(
            form: form,
            values: form.indicators.map { indicator in
                values[indicator.id].map { text in
                    let value: FigureValue =
                        text.isEmpty ? .blank : text == "/" ? .notApplicable : Quantity(text).map { .number($0) } ?? .text
                    return Figure(value: value, quote: text, place: Place(.document))
                }
            })
    }

    @Test("a series has a point for each report, the oldest first; blank, a stroke, words and no cell stay what they are")
    func points() {
        let form = Self.form("new", ["a"])
        let trends = Trend.trends(of: [
            (2024, Self.figures(form, ["a": "7"])), (2020, Self.figures(form, ["a": "3"])), (2021, Self.figures(form, ["a": ""])),
            (2022, Self.figures(form, ["a": "/"])), (2023, Self.figures(form, ["a": "5"])), (2019, Self.figures(form, [:])),
        ])
        #expect(trends.map(\.id) == ["a"])
        #expect(trends[0].points.map(\.year) == [2019, 2020, 2021, 2022, 2023, 2024])
        #expect(
            trends[0].points.map(\.value) == [
                nil, .number(Quantity(3)), .blank, .notApplicable, .number(Quantity(5)), .number(Quantity(7)),
            ])
        #expect(trends[0].numbers.map(\.year) == [2020, 2023, 2024])
    }

    @Test("an indicator with a number in fewer than three years has none, nor have fewer than three reports")
    func fewest() {
        let form = Self.form("new", ["a", "b"])
        let years = [(2022, ["a": "1", "b": "1"]), (2023, ["a": "2", "b": ""]), (2024, ["a": "3", "b": "2"])]
        #expect(Trend.trends(of: years.map { ($0.0, Self.figures(form, $0.1)) }).map(\.id) == ["a"])
        #expect(Trend.trends(of: years.dropFirst().map { ($0.0, Self.figures(form, $0.1)) }).isEmpty)
    }

    @Test("what two forms call by one name is one series, worded as the newer does; what only the older has comes last")
    func forms() {
        let old = Self.form("old", ["gone", "a"])
        let new = Self.form("new", ["a"])
        let trends = Trend.trends(of: [
            (2018, Self.figures(old, ["gone": "1", "a": "1"])), (2019, Self.figures(old, ["gone": "2", "a": "2"])),
            (2020, Self.figures(old, ["gone": "3", "a": "4"])), (2021, Self.figures(new, ["a": "8"])),
        ])
        #expect(trends.map(\.id) == ["a", "gone"])
        #expect(trends.map(\.label.chinese) == ["a·new", "gone·old"])
        #expect(trends[1].points.last?.value == nil)
    }

    @Test(
        "a series changes beyond a threshold where two numbers that follow one another do, either way",
        arguments: [
            ("100", "501", true), ("100", "500", false), ("4", "90", false), ("0", "101", true), ("0", "100", false), ("501", "100", true),
            ("7", "7", false),
        ])
    func threshold(_ old: String, _ new: String, _ expected: Bool) throws {
        let threshold = ChangeThreshold(factor: Quantity(5), minimum: Quantity(100))
        let form = Self.form("new", ["a"])
        let trend = try #require(
            Trend.trends(of: [
                (2022, Self.figures(form, ["a": old])), (2023, Self.figures(form, ["a": old])), (2024, Self.figures(form, ["a": new])),
            ]).first)
        #expect(trend.changes(beyond: threshold) == expected)
        #expect(trend.changes(beyond: nil) == (old != new))
    }
}
