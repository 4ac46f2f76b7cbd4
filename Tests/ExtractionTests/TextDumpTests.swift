import AuditModel
import DocumentModel
import DocumentReaders
import TestSupport
import Testing

@testable import Extraction

/// What a text layout keeps of a report comes back as it was written.
@Suite struct TextDumpTests {
    private func document(_ text: String) throws -> Document {
        let pack = try ShippedPack.load().pack
        let outline = Outline(entries: pack.forms[0].outline.entries, tables: pack.forms.flatMap { $0.outline.tables })
        return try DocumentReader.read(Array(text.utf8), outline: outline).document
    }

    private func withoutTables(_ dump: [String]) -> [String] { dump.filter { !$0.hasPrefix("|") } }

    /// The rows that have a figure, blanks left out: drawing may part the words of a label.
    private func rows(_ dump: [String]) -> [String] {
        dump.filter { $0.hasPrefix("|") && $0.contains(where: \.isNumber) && !$0.contains("第二十条") }.map { $0.replacing(" ", with: "") }
    }

    @Test("Cells a line each come back whole, merged cells too", arguments: TextLayoutTests.seeds)
    func cellLines(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let document = try document(SpecimenText(specimen, as: .cellLines, seed: seed).text)
        #expect(withoutTables(document.specimenDump) == withoutTables(specimen.dump))
        #expect(rows(document.specimenDump) == rows(specimen.dump))
    }

    /// Rows of a single cell have nothing that tells them from paragraphs where cells are parted by tabs that end lines.
    @Test(
        "Headings and paragraphs come back in every layout", arguments: SpecimenText.Layout.allCases.filter { $0 != .pasted },
        TextLayoutTests.seeds)
    func paragraphs(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let document = try document(SpecimenText(specimen, as: layout, seed: seed).text)
        #expect(withoutTables(document.specimenDump) == withoutTables(specimen.dump), "\(layout) \(seed)")
    }

    @Test("Pages of text give the rows of the tables with their groups", arguments: TextLayoutTests.seeds)
    func pages(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let document = try document(SpecimenText(specimen, as: .pages, seed: seed).text)
        #expect(rows(document.specimenDump) == rows(specimen.dump), "\(seed)")
    }
}
