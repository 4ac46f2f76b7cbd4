import AuditModel
import DocumentModel
import Glibc
import RuleLanguage
import TestSupport
import Testing

@Suite struct ShippedPackTests {
    static let directory = Project.rules

    @Test("the shipped pack loads")
    func loads() throws {
        let pack = try RulePackLoader.load(Self.directory)
        #expect(pack.id == "government-information-disclosure")
        #expect(pack.digest.hasPrefix("sha256:"))
        #expect(pack.digest.utf8.count == 71)
        #expect(!pack.rules.isEmpty)
        #expect(pack.rules.map(\.id) == pack.rules.map(\.id).sorted())
        #expect(!pack.identity.titles.isEmpty)
        #expect(try RulePackLoader.load(Self.directory) == pack)
    }

    @Test("the form of 2021 has 200 indicators besides substitutes, each once, where the grid says")
    func indicators() throws {
        let form = try #require(try RulePackLoader.load(Self.directory).forms.first { $0.id == "2021" })
        #expect(form.indicators.count { !$0.isSubstitute } == 200)
        #expect(Set(form.indicators.map(\.id)).count == form.indicators.count)
        for (index, indicator) in form.indicators.enumerated() {
            let table = form.tables[indicator.table]
            #expect(table.grid[indicator.row][indicator.column] == index)
            #expect(indicator.id == "\(table.id).\(table.rows[indicator.row].id).\(table.columns[indicator.column].id)")
            #expect(!indicator.label.chinese.isEmpty && !indicator.label.english.isEmpty)
        }
        #expect(form.index(of: "disclosure.fees.amount").map { form.indicators[$0].kind } == .amount)
        let part = try #require(form.index(of: "applications.result.other.fee-unpaid.total"))
        let whole = try #require(form.index(of: "applications.result.other.total"))
        #expect(form.substitute(for: part) == whole)
    }

    @Test("sections are the six of the form, in order")
    func sections() throws {
        let form = try #require(try RulePackLoader.load(Self.directory).forms.first { $0.id == "2021" })
        #expect(form.outline.entries.map(\.key) == ["overview", "disclosure", "applications", "challenges", "problems", "other"])
        #expect(form.outline.entries.map(\.ordinal) == [1, 2, 3, 4, 5, 6])
    }

    @Test("a label loses its ordinal where it becomes a name, and a name that is given stays")
    func names() throws {
        let form = try #require(try RulePackLoader.load(Self.directory).forms.first { $0.id == "2021" })
        let rows = form.tables.flatMap(\.rows)
        #expect(rows.first { $0.id == "result.granted" }?.name.chinese == "予以公开")
        #expect(rows.first { $0.id == "carried-over" }?.name.chinese == "结转下年度继续办理")
        #expect(rows.first { $0.id == "result.unprocessed.repeated" }?.name.chinese == "重复申请")
        #expect(rows.first { $0.id == "result.other.other" }?.name.chinese == "其他处理中的其他")
        #expect(rows.first { $0.id == "result.refused.state-secret" }?.groups == ["三、本年度办理结果", "（三）不予公开"])
    }

    @Test("the shipped pack loads within two seconds even unoptimised, and says how fast")
    func speed() throws {
        _ = try RulePackLoader.load(Self.directory)
        let clock = ContinuousClock()
        let durations = try (0..<5).map { _ in try clock.measure { _ = try RulePackLoader.load(Self.directory) } }
        let best = try #require(durations.min())
        print("the shipped pack loads in \(best)")
        #expect(best < .seconds(2))
    }

    @Test("the cases of the shipped pack are in order, and every rule has some")
    func cases() throws {
        let pack = try RulePackLoader.load(Self.directory)
        let cases = try RulePackLoader.tests(Self.directory).cases
        // More stand in files of their own.
        #expect(cases.count >= pack.rules.reduce(0) { $0 + $1.caseCount })
        #expect(Set(cases.map(\.rule)) == Set(pack.rules.map(\.id)))
    }

    static let reference = Project.text("../shared/reference/indicators.tsv")

    @Test("forms are the newest first, each due for its years, and 2019 has what 2021 has in common with it")
    func forms() throws {
        let pack = try RulePackLoader.load(Self.directory)
        #expect(pack.forms.map(\.id) == ["2021", "2019", "2008"])
        #expect([2023, 2021, 2020, 2019, 2018, 2009].map { pack.form(dueIn: $0).id } == ["2021", "2021", "2019", "2019", "2008", "2008"])
        #expect(pack.form(dueIn: nil).id == "2021")
        let (new, old) = (pack.forms[0], pack.forms[1])
        #expect(new.sections == old.sections)
        #expect(new.tables[2] == old.tables[2] || new.tables[2].rows == old.tables[2].rows)
        #expect(old.indicators.allSatisfy { !$0.isSubstitute })
        #expect(old.index(of: "applications.result.other.total") != nil)
        #expect(old.index(of: "applications.result.other.other.total") == nil)
        #expect(old.index(of: "disclosure.fees.items-change").map { old.indicators[$0].kind } == .change)
        for form in pack.forms {
            for (index, indicator) in form.indicators.enumerated() {
                #expect(form.tables[indicator.table].grid[indicator.row][indicator.column] == index)
            }
        }
    }

    @Test(
        "the indicators are those of the reference, in its order, with its labels",
        .enabled(if: ShippedPackTests.reference != nil), arguments: [("2021", 200), ("2019", 198)])
    func likeReference(id: String, count: Int) throws {
        let form = try #require(try RulePackLoader.load(Self.directory).forms.first { $0.id == id })
        let lines = try #require(Self.reference).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        let expected = lines.filter { $0.first.map(String.init) == id }.map { $0.dropFirst().map(String.init) }
        let found = form.indicators.filter { !$0.isSubstitute }.map { indicator -> [String] in
            let table = form.tables[indicator.table]
            let row = table.rows[indicator.row]
            let column = table.columns[indicator.column]
            // The reference keeps the block headings of the first table apart from the labels.
            let isHeaded = table.id == "disclosure"
            let path = isHeaded ? row.label : (row.groups + [row.label]).joined(separator: "/")
            return [table.id, indicator.id, path, column.label, isHeaded ? row.groups.joined() : ""]
        }
        #expect(expected.count == count)
        #expect(found == expected)
    }
}
