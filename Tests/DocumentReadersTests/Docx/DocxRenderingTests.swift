import DocumentModel
import DocumentReaders
import TestSupport
import Testing

@Suite struct DocxRenderingTests {
    @Test("A report reads the same in every structure of WordprocessingML", arguments: DocxRendering.Structure.allCases)
    func structures(_ structure: DocxRendering.Structure) throws {
        for seed in 0..<UInt64(40) {
            let specimen = Specimen(form2021: seed)
            let reading = try DocumentReader.read(DocxRendering.file(specimen, structure, seed: seed), outline: Support.outline)
            #expect(reading.format == .docx)
            let (read, written) = (reading.document.specimenDump, specimen.dump)
            let difference = zip(read, written).first { $0 != $1 }
            #expect(difference == nil, "\(structure), seed \(seed)")
            #expect(read.count == written.count, "\(structure), seed \(seed)")
        }
    }
}
