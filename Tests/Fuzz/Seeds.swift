import Glibc
import Processes
import TestSupport

/// Inputs to begin with: made-up reports in the reader's format.
enum Seeds {
    /// Writes some into a folder, which must be there.
    static func write(to folder: String) {
        guard let target = Target.chosen else { return }
        for seed in UInt64(1)...3 {
            let specimen = seed == 3 ? Specimen(form2019: seed) : Specimen(form2021: seed)
            for (name, bytes) in inputs(of: specimen, for: target, seed: seed) {
                guard let file = fopen("\(folder)/\(name)-\(seed)", "wb") else { continue }
                _ = bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
                fclose(file)
            }
        }
    }

    private static func inputs(of specimen: Specimen, for target: Target, seed: UInt64) -> [(name: String, bytes: [UInt8])] {
        switch target {
        case .text:
            SpecimenText.Layout.allCases.map { ($0.rawValue, Array(SpecimenText(specimen, as: $0, seed: seed).text.utf8)) }
        case .html:
            SpecimenHTML.Dialect.allCases.map { ($0.rawValue, Array(SpecimenHTML.page(of: specimen, $0, seed: seed).utf8)) }
        case .docx:
            DocxRendering.Structure.allCases.map { structure in
                var rendering = DocxRendering(structure, seed: seed)
                return (structure.rawValue, Array(rendering.body(specimen).utf8))
            }
        case .zip: [("docx", DocxRendering.file(specimen, .plain, seed: seed))]
        case .pdf: [("pdf", pages(of: specimen, seed: seed))]
        }
    }

    /// What poppler says of a file, and the file.
    private static func pages(of specimen: Specimen, seed: UInt64) -> [UInt8] {
        let file = PDFRendering.bytes(of: specimen, style: PDFStyle(seed: seed))
        let path = ".build/fuzz/seed.pdf"
        guard let written = fopen(path, "wb") else { return file }
        _ = file.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, written) }
        fclose(written)
        let limits = ChildProcess.Limits(seconds: 20, memory: nil, output: 16 << 20)
        guard let program = ChildProcess.path(of: "pdftotext"),
            let words = try? ChildProcess.run(program, ["-bbox", path, "-"], limits: limits)
        else { return file }
        return words.output + [0xFF] + file
    }
}
