import AuditModel
import Auditing
import TestSupport
import Testing

@Suite("Specimens through all steps")
struct SpecimenAuditTests {
    private static func specimen(_ form: String, _ seed: UInt64) -> Specimen {
        form == "2019" ? Specimen(form2019: seed) : Specimen(form2021: seed)
    }

    /// What may be found in a specimen: its day and its figures are drawn by lot, and may be late or unlike those of any such office, and its few
    /// sentences do not give every account that is due.
    private static let drawn: Set<String> = ["SUB-01", "TAB-16", "TAB-19", "TAB-22", "SEC-12", "SEC-13"]

    /// A sound report has no other finding.
    private func check(_ specimen: Specimen, _ text: String, _ what: String, isWhole: Bool = true) throws {
        let auditor = try Project.auditor.get()
        let report = try auditor.report(of: Array(text.utf8), path: "specimen")
        #expect(report.identity.unit == specimen.unit, "\(what)")
        #expect(report.identity.year == specimen.year, "\(what)")
        #expect(report.figures.form.id == specimen.form, "\(what)")
        let wrong = report.figures.form.indicators.enumerated().compactMap { index, indicator -> String? in
            let found = report.figures[index]?.value.number?.description
            let said = specimen.values[indicator.id].flatMap { Quantity($0)?.description }
            return found == said ? nil : "\(indicator.id) is \(found ?? "-"), not \(said ?? "-")"
        }
        // Digits that run together are read only where the sums part them in one way.
        guard isWhole else {
            #expect(wrong.filter { !$0.contains(" is -,") }.isEmpty, "\(what)")
            return
        }
        #expect(wrong.isEmpty, "\(what)")
        let findings = auditor.audit(report, previous: nil).findings.filter { !Self.drawn.contains($0.rule) }
        #expect(findings.map { "\($0.rule) \($0.message.chinese)" }.isEmpty, "\(what)")
    }

    @Test("as text in every layout", arguments: ["2021", "2019"], SpecimenText.Layout.allCases)
    func text(_ form: String, _ layout: SpecimenText.Layout) throws {
        for seed in 0..<3 as Range<UInt64> {
            let specimen = Self.specimen(form, seed)
            try check(
                specimen, SpecimenText(specimen, as: layout, seed: seed).text, "form \(form), \(layout), seed \(seed)",
                isWhole: layout != .runTogether)
        }
    }

    @Test("as pages in every dialect", arguments: ["2021", "2019"], SpecimenHTML.Dialect.allCases)
    func pages(_ form: String, _ dialect: SpecimenHTML.Dialect) throws {
        for seed in 0..<3 as Range<UInt64> {
            let specimen = Self.specimen(form, seed)
            try check(specimen, SpecimenHTML.page(of: specimen, dialect, seed: seed), "form \(form), \(dialect), seed \(seed)")
        }
    }

    /// The findings of a rule in a report whose tables are as text in columns.
    private func findings(_ rule: String, _ text: String) throws -> [String] {
        let auditor = try Project.auditor.get()
        let report = try auditor.report(of: Array(text.utf8), path: "specimen")
        return auditor.audit(report, previous: nil).findings.filter { $0.rule == rule }.map { "\($0.verdict) \($0.severity)" }
    }

    @Test("A row whose figures cannot be told apart was not read; one that is not there is missing", arguments: 0..<8 as Range<UInt64>)
    func unreadRow(seed: UInt64) throws {
        let lines = SpecimenText(Specimen(form2021: seed), as: .columns, seed: seed).text.split(separator: "\n")
        let row = try #require(lines.firstIndex { $0.contains("3.要求提供公开出版物") })
        var torn = lines
        torn[row] += " 7"
        #expect(try findings("TAB-02", torn.joined(separator: "\n")) == ["undetermined note"])
        var without = lines
        without.remove(at: row)
        #expect(try findings("TAB-02", without.joined(separator: "\n")) == ["violated error"])
    }

    @Test("A table whose figures stand apart from its labels was not read; one that is not there is missing")
    func unreadTable() throws {
        let specimen = Specimen(form2021: 3)
        var scattered = ""
        var without = ""
        var tables = 0
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, _):
                scattered += ordinal + title + "\n"
                without += ordinal + title + "\n"
            case .paragraph(let paragraph):
                scattered += paragraph + "\n"
                without += paragraph + "\n"
            case .table(let rows):
                tables += 1
                let cells = rows.joined()
                for cell in cells.filter(\.isLabel) { scattered += "\n" + cell.text + "\n" }
                for cell in cells where !cell.isLabel { scattered += "\n" + cell.text + "\n" }
            }
        }
        #expect(tables >= 3)
        #expect(try findings("TAB-01", specimen.title + "\n" + scattered).contains("undetermined note"))
        #expect(try findings("TAB-01", specimen.title + "\n" + without) == Array(repeating: "violated error", count: 3))
    }
}
