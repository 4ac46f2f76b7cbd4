import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// One report in every dialect of HTML gives the same document.
@Suite struct SpecimenHTMLTests {
    static let seeds: Range<UInt64> = 0..<12

    private func read(_ page: String) throws -> Document {
        let reading = try DocumentReader.read(Array(page.utf8), outline: HTMLSupport.outline)
        #expect(reading.mediaType == "text/html")
        return reading.document
    }

    @Test("A report comes back cell for cell and line for line", arguments: SpecimenHTML.Dialect.allCases.filter(\.keepsSpans), seeds)
    func dumps(_ dialect: SpecimenHTML.Dialect, _ seed: UInt64) throws {
        let specimen = seed.isMultiple(of: 3) ? Specimen(form2019: seed) : Specimen(form2021: seed)
        let page = SpecimenHTML.page(of: specimen, dialect, seed: seed)
        let document = try read(page)
        let (found, expected) = (document.specimenDump, specimen.dump)
        if found != expected {
            let line = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }
            Issue.record("\(dialect), seed \(seed), \(found.count) of \(expected.count) lines, first: \(String(describing: line))")
        }
        #expect(HTMLSupport.firstMisplaced(document, in: page) == nil, "\(dialect), seed \(seed)")
    }

    @Test(
        "Where merged cells come out blank, all other cells are the same",
        arguments: SpecimenHTML.Dialect.allCases.filter { !$0.keepsSpans }, seeds)
    func blanks(_ dialect: SpecimenHTML.Dialect, _ seed: UInt64) throws {
        let specimen = seed.isMultiple(of: 3) ? Specimen(form2019: seed) : Specimen(form2021: seed)
        let page = SpecimenHTML.page(of: specimen, dialect, seed: seed)
        let document = try read(page)
        func withoutSpans(_ lines: [String]) -> [String] {
            lines.map { line in
                line.hasPrefix("|")
                    ? line.split(separator: "|", omittingEmptySubsequences: false).map {
                        ["<", "^"].contains($0.filter { $0 != " " }) ? "  " : String($0)
                    }
                    .joined(separator: "|") : line
            }
        }
        #expect(withoutSpans(document.specimenDump) == withoutSpans(specimen.dump), "\(dialect), seed \(seed)")
        #expect(HTMLSupport.firstMisplaced(document, in: page) == nil, "\(dialect), seed \(seed)")
    }
}
