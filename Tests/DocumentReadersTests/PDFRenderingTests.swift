import DocumentModel
import DocumentReaders
import Processes
import TestSupport
import Testing

/// Specimens laid out on pages and read back.
@Suite("PDF", .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed")) struct PDFRenderingTests {
    private func dump(_ bytes: [UInt8]) throws -> [String] {
        try DocumentReader.read(bytes, outline: Support.outline).document.specimenDump.map(PDFSupport.withoutBlanks)
    }

    @Test("A specimen laid out with drawn borders reads back as it is", arguments: 1...60 as ClosedRange<UInt64>)
    func ruled(_ seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let style = PDFStyle(seed: seed)
        let lines = try dump(PDFRendering.bytes(of: specimen, style: style))
        #expect(PDFSupport.difference(lines, specimen.dump.map(PDFSupport.withoutBlanks)) == nil, "\(style)")
    }

    @Test("Outlines drawn over characters to make them bold are no borders")
    func outlines() throws {
        var sheets = PDFSheets()
        sheets.begin(width: 595, height: 842)
        sheets.text("乙县水务局年度报告", left: 60, bottom: 80, size: 20)
        // Boxes as straight as those of a table, and a curve.
        sheets.draw("0.6 w 60 760 m 60 784 l 160 784 l 160 760 l h 100 760 m 100 784 l 190 770 m 191 771 192 772 193 773 c S")
        sheets.text("一、总体情况", left: 60, bottom: 120, size: 16)
        let document = try DocumentReader.read(sheets.bytes(), outline: Support.outline).document
        #expect(Support.tables(document).isEmpty)
        #expect(document.sections[0].paragraphs.first?.text.string.hasPrefix("乙县水务局年度报告") == true)
    }
}

enum PDFSupport {
    static let seeds: [UInt64] = [1, 12, 33]

    static let hasPoppler = ChildProcess.path(of: "pdftotext") != nil

    /// Without a font for them Chinese characters are printed as boxes of another width, so that lines end elsewhere than in any report.
    static let hasChineseFont: Bool = {
        guard let lister = ChildProcess.path(of: "fc-list") else { return false }
        let limits = ChildProcess.Limits(seconds: 30, memory: nil, output: 1 << 20)
        return (try? ChildProcess.run(lister, [":lang=zh"], limits: limits)).map { !$0.output.isEmpty } ?? false
    }()

    /// Pages do not tell blanks between Han characters and letters from the room that is left there for the eye.
    static func withoutBlanks(_ line: String) -> String {
        let marks = line.replacing(" | ", with: "|").replacing("| ", with: "|").replacing(" |", with: "|")
        return marks.hasPrefix("#") ? marks : marks.replacing(" ", with: "")
    }

    /// The first line that differs.
    static func difference(_ found: [String], _ expected: [String]) -> String? {
        for (index, line) in expected.enumerated() where index >= found.count || found[index] != line {
            return "line \(index): expected \(line), found \(index < found.count ? found[index] : "nothing")"
        }
        return found.count > expected.count ? "surplus \(found[expected.count])" : nil
    }
}
