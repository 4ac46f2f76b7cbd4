import Foundation
import TestSupport
import Testing

/// Inputs of all kinds, as people give them.
@Suite struct InputTests {
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-tests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("figures come out of a docx, and of a bundle of them")
    func bundles() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let specimen = Specimen(form2021: 7)
        let docx = DocxRendering.file(specimen, .plain, seed: 7)
        try Data(docx).write(to: folder.appending(path: "a.docx"))
        try Data(ZipWriter.archive([.init("年报/乙.docx", docx)])).write(to: folder.appending(path: "b.zip"))
        let result = try Command.run(["facts", "a.docx", "b.zip"], in: folder.path)
        #expect(result.status == 0)
        let rows = result.text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(Set(rows.map { $0[0] }) == ["a.docx", "b.zip/年报/乙.docx"])
        #expect(rows.count == 2 * specimen.values.count)
        for row in rows { #expect(specimen.values[String(row[3])].map { row[5] == $0 } ?? false, "\(row)") }
    }

    @Test("a file that another program has to convert leaves nothing behind, whether that program is there or not")
    func conversions() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("{\\rtf1\\ansi 1\\par}".utf8).write(to: folder.appending(path: "a.rtf"))
        let temporary = folder.appending(path: "tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let result = try Command.run(["facts", "a.rtf"], in: folder.path, environment: ["TMPDIR": temporary.path])
        #expect(result.status == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
        let without = try Command.run(["facts", "a.rtf", "--language", "en"], in: folder.path, environment: ["PATH": folder.path])
        #expect(without.status == 3)
        #expect(without.errors.contains("LibreOffice") && without.errors.contains("libreoffice-writer"))
    }
}
