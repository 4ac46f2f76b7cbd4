import CLibXML2
import DocumentModel
import DocumentReaders
import Processes
import TestSupport

/// What reading each format costs, beside the plain library or program on the same markup or file, in turn within this process.
struct Formats {
    private let outlines: PreparedOutlines
    private let folder: String
    private let specimen = Specimen(form2021: 7)

    /// - Parameter folder: where files for the peers are written.
    init(outline: Outline, folder: String) {
        outlines = PreparedOutlines(outline)
        self.folder = folder
    }

    func run() {
        print("reading by format, median of 41 rounds in turn (ours / peer = ratio):")
        for dialect in [SpecimenHTML.Dialect.semantic, .word, .site] {
            let page = Array(SpecimenHTML.page(of: specimen, dialect, seed: 1).utf8)
            pair(
                "HTML, \(dialect.rawValue), \(page.count) bytes / htmlReadMemory", rounds: 41, ours: { read(page) },
                peer: { parsedHTML(page) })
        }
        for structure in [DocxRendering.Structure.plain, .revised] {
            var rendering = DocxRendering(structure, seed: 1)
            let file = DocxFile(body: rendering.body(specimen))
            let (bytes, part) = (file.bytes, Array(file.document.utf8))
            pair(
                "DOCX, \(structure.rawValue), document.xml of \(part.count) bytes / xmlReadMemory of it", rounds: 41, ours: { read(bytes) },
                peer: { parsedXML(part) })
        }
        write(DocxRendering.file(specimen, .plain, seed: 1), to: folder + "/specimen.docx")
        let path = folder + "/specimen.pdf"
        let pdf = PDFRendering.bytes(of: specimen, style: PDFStyle(seed: 1))
        write(pdf, to: path)
        guard let tool = ChildProcess.path(of: "pdftotext") else {
            print("  PDF: pdftotext is not installed")
            return
        }
        let limits = ChildProcess.Limits(seconds: 60, memory: nil, output: 64 << 20)
        pair("PDF, \(pdf.count) bytes / pdftotext -bbox-layout", rounds: 41, ours: { read(pdf) }) {
            (try? ChildProcess.run(tool, ["-bbox-layout", path, "-"], limits: limits))?.output.count ?? 0
        }
    }

    private func read(_ bytes: [UInt8]) -> Int { (try? DocumentReader.read(bytes, outlines: outlines))?.document.sections.count ?? 0 }

    private func parsedHTML(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { source in
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            let start = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            let document = htmlReadMemory(start, Int32(source.count), nil, "UTF-8", Int32(options))
            defer { xmlFreeDoc(document) }
            return document == nil ? 0 : 1
        }
    }

    private func parsedXML(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { source in
            let start = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            let document = xmlReadMemory(start, Int32(source.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
            defer { xmlFreeDoc(document) }
            return document == nil ? 0 : 1
        }
    }

    private func pair(_ name: String, rounds: Int, ours: () -> Int, peer: () -> Int) {
        let clock = ContinuousClock()
        var (mine, theirs): ([Int], [Int]) = ([], [])
        for round in 0..<rounds + 3 {
            let start = clock.now
            let first = ours()
            let middle = clock.now
            let second = peer()
            let end = clock.now
            guard first > 0, second > 0 else {
                print("  \(name): could not be read")
                return
            }
            if round >= 3 {
                mine.append(nanoseconds(middle - start))
                theirs.append(nanoseconds(end - middle))
            }
        }
        let ratio = median(zip(mine, theirs).map { $0 * 100 / max(1, $1) })
        print("  \(name): \(median(mine) / 1000) / \(median(theirs) / 1000) µs = \(decimal(ratio))")
    }
}
