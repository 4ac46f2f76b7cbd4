import DocumentModel
import DocumentReaders
import Glibc
import Processes
import TestSupport
import Testing

/// LibreOffice, where it is installed.
enum InstalledOffice {
    static let path = ["soffice", "libreoffice"].lazy.compactMap { ChildProcess.path(of: $0) }.first
}

/// What LibreOffice converts. Without it these tests are skipped: `.ci/install --optional` installs it.
@Suite(.serialized, .enabled(if: InstalledOffice.path != nil, "LibreOffice is not installed"))
struct ConversionTests {
    /// Makes files of another format of docx files.
    private static func made(_ files: [[UInt8]], _ ending: String) throws -> [[UInt8]] {
        let office = try #require(InstalledOffice.path)
        var template = Array("/tmp/gouji-tests-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer { _ = try? ChildProcess.run("/bin/rm", ["-rf", folder], limits: .init(seconds: 10, memory: nil, output: 1000)) }
        var paths: [String] = []
        for (index, bytes) in files.enumerated() {
            let path = "\(folder)/\(index).docx"
            let file = try #require(fopen(path, "wb"))
            #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
            fclose(file)
            paths.append(path)
        }
        let arguments = ["--headless", "-env:UserInstallation=file://\(folder)/profile", "--convert-to", ending, "--outdir", folder]
        _ = try ChildProcess.run(office, arguments + paths, limits: .init(seconds: 120, memory: nil, output: 1 << 20))
        return try files.indices.map { index in
            let file = try #require(fopen("\(folder)/\(index).\(ending)", "rb"))
            defer { fclose(file) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
            return bytes
        }
    }

    @Test(
        "A report reads the same after it went through another format",
        arguments: [("doc", .doc), ("rtf", .rtf), ("odt", .odt)] as [(String, SourceFormat)])
    func roundTrips(_ ending: String, _ format: SourceFormat) throws {
        // The program writes no Chinese numbers of lists into RTF, and tracked changes of rows into none of these formats.
        let structures: [DocxRendering.Structure] = ending == "rtf" ? [.plain] : [.plain, .numbered]
        let cases = structures.flatMap { structure in (0..<2).map { (structure, UInt64($0)) } }
        let files = try Self.made(cases.map { DocxRendering.file(Specimen(form2021: $1), $0, seed: $1) }, ending)
        #expect(files.map { SourceFormat.found(in: $0) } == cases.map { _ in format })
        let outputs = OfficeConverter.convert(files.map { OfficeConverter.Input(bytes: $0, format: format) })
        for ((structure, seed), (bytes, output)) in zip(cases, zip(files, outputs)) {
            let reading = try DocumentReader.read(bytes, outline: Support.outline, conversion: output)
            #expect(reading.format == format)
            #expect(reading.document.remarks.first?.kind == .converted)
            let (read, written) = (reading.document.specimenDump, Specimen(form2021: seed).dump)
            #expect(zip(read, written).first { $0 != $1 } == nil, "\(ending), \(structure), seed \(seed)")
            #expect(read.count == written.count, "\(ending), \(structure), seed \(seed)")
        }
    }

    @Test("A file that cannot be converted spoils no other")
    func broken() throws {
        let good = Array("{\\rtf1\\ansi\\ansicpg936 \\'bc\\'d7 3\\par}".utf8)
        let bad = CompoundHostileTests.file(["Root", "WordDocument"])
        let outputs = OfficeConverter.convert([
            .init(bytes: bad, format: .doc), .init(bytes: good, format: .rtf),
            .init(bytes: ZipWriter.archive([.init("mimetype", "application/vnd.oasis.opendocument.text")]), format: .odt),
        ])
        #expect(throws: ReadingError.programFailed("LibreOffice", detail: "")) { try outputs[0].get() }
        #expect(try DocumentReader.read(good, outline: .none, conversion: outputs[1]).document.specimenDump == ["甲 3"])
        #expect(throws: ReadingError.programFailed("LibreOffice", detail: "")) { try outputs[2].get() }
    }
}
