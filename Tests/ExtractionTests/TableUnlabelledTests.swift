import AuditModel
import DocumentModel
import Extraction
import TestSupport
import Testing

@Suite struct TableUnlabelledTests {
    let binder = TableBinder(forms: TableForms.both)
    let form = TableForms.form2021

    private func bind(_ key: String, _ rows: [[String?]]) -> TableBinding { binder.bind(TableGrids.document(key, rows)) }

    /// The rows of the applications, with the labels of some of them blank. Rows count from 0, without the two of headings.
    private func applications(blank: Range<Int>) -> [[String?]] {
        var rows = TableGrids.applications(form)
        for index in blank { for column in 0..<3 { rows[index + 2][column] = rows[index + 2][column].map { _ in "" } } }
        return rows
    }

    @Test("A row whose label is missing binds by the rows that it stands between, which is said", arguments: 3..<20)
    func single(row: Int) throws {
        let binding = bind("applications", applications(blank: row..<row + 1))
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.boundByPosition])
        #expect(binding.remarks.first?.place.locator.description == "s1/t1/r\(row + 3)c1")
    }

    @Test("Rows side by side whose labels are missing bind in the form's order")
    func several() {
        let binding = bind("applications", applications(blank: 5..<8))
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.boundByPosition, .boundByPosition, .boundByPosition])
    }

    @Test("Where fewer rows stand there than the form has, none of them is bound")
    func ambiguous() {
        var rows = applications(blank: 5..<7)
        rows.remove(at: 7)
        let binding = bind("applications", rows)
        let expected = TableGrids.expected(form, tables: [1]).filter { id, _ in
            form.index(of: id).map { !(5..<7).contains(form.indicators[$0].row) } ?? false
        }
        #expect(TableGrids.differences(binding.figures, expected).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.unknownLabel])
    }

    @Test("A row with a label that the form does not know is not taken for one that is missing")
    func otherLabel() {
        var rows = applications(blank: 5..<6)
        for column in 0..<3 where rows[7][column] != nil { rows[7][column] = column == 2 ? "代为转送其他机关" : "" }
        let binding = bind("applications", rows)
        #expect(binding.remarks.map(\.kind) == [.unknownLabel])
        #expect(binding.remarks.map(\.detail) == ["代为转送其他机关"])
    }

    @Test("The last row of a part binds by what the headings name")
    func lastOfPart() {
        var rows = TableGrids.disclosure()
        let place = rows.firstIndex { $0.contains("行政规范性文件") }
        guard let place else {
            Issue.record("the table has no such row")
            return
        }
        for column in rows[place].indices where rows[place][column] == "行政规范性文件" { rows[place][column] = "" }
        let binding = bind("disclosure", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [0])).isEmpty)
        #expect(binding.remarks.map(\.detail) == ["行政规范性文件"])
    }
}
