import AuditModel
import DocumentModel
import Testing

@Suite struct IndicatorChangeTests {
    /// A form of one table whose indicators have these names.
    private func form(_ id: String, _ names: [String]) -> Form {
        let indicators = names.enumerated().map { index, name in
            Indicator(
                id: name, table: 0, row: index, column: 0, kind: .amount, label: LocalizedText(chinese: "\(id)年\(name)", english: name),
                isSubstitute: false)
        }
        return Form(id: id, sections: [], tables: [], indicators: indicators)
    }

    /// A report's figures; nil where it has no such cell.
    private func figures(_ form: Form, _ values: [FigureValue?]) -> Figures {
        Figures(form: form, values: values.map { $0.map { Figure(value: $0, quote: "", place: Place(.document)) } })
    }

    private func number(_ text: String) throws -> FigureValue { .number(try #require(Quantity(text))) }

    @Test("numbers are compared, exactly and in percent") func numbers() throws {
        let form = form("1", ["a", "b", "c"])
        let old = figures(form, [try number("80"), try number("0"), try number("0.3")])
        let new = figures(form, [try number("100"), try number("5"), try number("0.1")])
        let changes = new.changes(since: old)
        #expect(changes.map(\.id) == ["a", "b", "c"])
        #expect(changes.map { $0.change?.description } == ["20", "5", "-0.2"])
        #expect(changes.map { $0.percent?.description } == ["25", nil, "-66.67"])
    }

    @Test("blank, struck out and text are no 0", arguments: [FigureValue.blank, .notApplicable, .text])
    func noNumbers(value: FigureValue) throws {
        let form = form("1", ["a"])
        let changes = figures(form, [value]).changes(since: figures(form, [try number("4")]))
        #expect(changes.map(\.new) == [value])
        #expect(changes.map(\.change) == [nil] && changes.map(\.percent) == [nil])
    }

    @Test("a figure that only one report has stays visible, one that neither has is left out") func missingCells() throws {
        let form = form("1", ["a", "b", "c"])
        let changes = figures(form, [try number("1"), nil, nil]).changes(since: figures(form, [nil, try number("2"), nil]))
        #expect(changes.map(\.id) == ["a", "b"])
        #expect(changes.map(\.old) == [nil, try number("2")])
        #expect(changes.map(\.new) == [try number("1"), nil])
        #expect(changes.allSatisfy { $0.change == nil })
    }

    @Test("indicators of two forms are paired by name, this year's first and by its labels") func twoForms() throws {
        let old = figures(form("1", ["gone", "kept"]), [try number("1"), try number("2")])
        let new = figures(form("2", ["kept", "added"]), [try number("5"), try number("6")])
        let changes = new.changes(since: old)
        #expect(changes.map(\.id) == ["kept", "added", "gone"])
        #expect(changes.map(\.label.chinese) == ["2年kept", "2年added", "1年gone"])
        #expect(changes.map { $0.change?.description } == ["3", nil, nil])
    }

    @Test("a change that cannot be held is nil, not a crash") func farApart() throws {
        let form = form("1", ["a"])
        let large = figures(form, [try number(String(repeating: "9", count: 30))])
        let small = figures(form, [try number("0." + String(repeating: "0", count: 28) + "1")])
        #expect(large.changes(since: small).map(\.change) == [nil])
        #expect(small.changes(since: large).map(\.percent) == [nil])
    }

    @Test(
        "a change is noticeable beyond a factor and a difference, and nothing is said where there is no number or no threshold",
        arguments: [
            ("27", "268", true), ("268", "27", true), ("3", "68", false), ("300", "900", false), ("0", "101", true), ("0", "100", false),
            ("500", "2500", false), ("500", "2501", true),
        ])
    func noticeable(old: String, new: String, expected: Bool) throws {
        let form = form("1", ["a"])
        let threshold = ChangeThreshold(factor: try #require(Quantity("5")), minimum: try #require(Quantity("100")))
        let (before, after) = (figures(form, [try number(old)]), figures(form, [try number(new)]))
        #expect(after.changes(since: before, noticing: threshold).map(\.isNoticeable) == [expected])
        #expect(after.changes(since: before).map(\.isNoticeable) == [nil])
        #expect(figures(form, [.blank]).changes(since: before, noticing: threshold).map(\.isNoticeable) == [nil])
    }

    @Test("a row that stands for several is compared with their sum, whichever year has it") func sums() throws {
        let line = { (id: String, parts: [String]) in
            FormTable.Line(
                id: id, label: id, variants: [], groups: [], name: LocalizedText(chinese: id, english: id), standsFor: parts)
        }
        func form(_ id: String, _ rows: [FormTable.Line]) -> Form {
            let indicators = rows.enumerated().map { index, row in
                Indicator(
                    id: "t.\(row.id).n", table: 0, row: index, column: 0, kind: .count,
                    label: LocalizedText(chinese: row.id, english: row.id), isSubstitute: !row.standsFor.isEmpty)
            }
            let table = FormTable(
                id: "t", section: "s", name: LocalizedText(chinese: "t", english: "t"), rows: rows, columns: [line("n", [])],
                grid: rows.indices.map { [$0] })
            return Form(id: id, sections: [], tables: [table], indicators: indicators)
        }
        let narrow = form("1", [line("all", [])])
        let wide = form("2", [line("all", ["x", "y"]), line("x", []), line("y", [])])
        let one = figures(narrow, [try number("7")])
        let several = figures(wide, [nil, try number("4"), try number("5")])
        let forward = several.changes(since: one)
        #expect(forward.map(\.id) == ["t.all.n", "t.x.n", "t.y.n"])
        #expect(forward.map(\.new) == [try number("9"), try number("4"), try number("5")])
        #expect(forward.map { $0.change?.description } == ["2", nil, nil])
        #expect(forward.map(\.isSum) == [true, false, false])
        let backward = one.changes(since: several)
        #expect(backward.first { $0.id == "t.all.n" }?.change?.description == "-2")
        #expect(backward.map(\.isSum) == [true, false, false])
        let incomplete = figures(wide, [nil, try number("4"), .blank])
        #expect(incomplete.changes(since: one).first?.new == nil)
    }
}
