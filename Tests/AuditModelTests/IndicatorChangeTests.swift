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
}
