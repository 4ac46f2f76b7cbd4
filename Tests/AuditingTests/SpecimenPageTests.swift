import AuditModel
import Auditing
import DocumentModel
import TestSupport
import Testing

/// Reports on pages of HTML give every figure that the form has.
@Suite("Reports on pages")
struct SpecimenPageTests {
    @Test("All figures are exact, and each leads back to its digits", arguments: SpecimenHTML.Dialect.allCases, 0..<6 as Range<UInt64>)
    func figures(_ dialect: SpecimenHTML.Dialect, _ seed: UInt64) throws {
        let specimen = seed.isMultiple(of: 3) ? Specimen(form2019: seed) : Specimen(form2021: seed)
        let page = SpecimenHTML.page(of: specimen, dialect, seed: seed &+ 100)
        let report = try Project.auditor.get().report(of: Array(page.utf8), path: "page.html")
        #expect(report.source.mediaType == "text/html")
        #expect(specimen.values.count > 180)
        for (id, text) in specimen.values {
            let figure = try #require(report.figures[id], "\(dialect), seed \(seed): \(id)")
            #expect(figure.value.number == Quantity(text), "\(dialect), seed \(seed): \(id) is \(figure.quote), not \(text)")
        }
        #expect(report.identity.unit == specimen.unit)
        #expect(report.identity.year == specimen.year)
        let remarks = report.remarks.map(\.kind).filter { $0 != .resolvedSpans && $0 != .boundByPosition && $0 != .boundByLikeness }
        #expect(remarks.isEmpty, "\(dialect), seed \(seed): \(report.remarks)")
    }

    @Test("Nothing is found wrong with a flawless report", arguments: SpecimenHTML.Dialect.allCases)
    func findings(_ dialect: SpecimenHTML.Dialect) throws {
        let auditor = try Project.auditor.get()
        let specimen = Specimen(form2021: 3)
        func findings(_ text: String) throws -> [String] {
            auditor.audit(try auditor.report(of: Array(text.utf8), path: "page"), previous: nil).findings.map {
                "\($0.rule) \($0.evidence.first?.quote ?? "")"
            }
        }
        #expect(
            try findings(SpecimenHTML.page(of: specimen, dialect, seed: 9)) == findings(SpecimenHTML.page(of: specimen, .semantic, seed: 1))
        )
    }
}
