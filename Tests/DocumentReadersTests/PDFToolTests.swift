import DocumentModel
import DocumentReaders
import Foundation
import Processes
import TestSupport
import Testing

/// Specimens printed by a browser and by an office program and read back.
@Suite("Printed PDF", .serialized, .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed")) struct PDFToolTests {
    private func expectSame(_ bytes: [UInt8], _ specimen: Specimen, _ name: String) throws {
        let lines = try DocumentReader.read(bytes, outline: Support.outline).document.specimenDump.map(PDFSupport.withoutBlanks)
        #expect(PDFSupport.difference(lines, specimen.dump.map(PDFSupport.withoutBlanks)) == nil, "\(name)")
    }

    static let limits = ChildProcess.Limits(seconds: 60, memory: nil, output: 1 << 20)

    @Test(
        "What a browser prints reads back as it is",
        .enabled(
            if: ChildProcess.path(of: "chromium") != nil && PDFSupport.hasChineseFont, "chromium or a Chinese font is not installed"),
        arguments: PDFSupport.seeds)
    func browser(_ seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let folder = try Scratch()
        try folder.write("page.html", PrintPage.html(of: specimen, seed: seed))
        let browser = try #require(ChildProcess.path(of: "chromium"))
        let header = seed.isMultiple(of: 2) ? ["--no-pdf-header-footer"] : []
        _ = try ChildProcess.run(
            browser,
            ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"] + header
                + ["--print-to-pdf=\(folder.path)/page\(seed).pdf", "file://\(folder.path)/page.html"], limits: Self.limits)
        try expectSame(try folder.read("page\(seed).pdf"), specimen, "seed \(seed)")
    }

    @Test(
        "What an office program prints reads back as it is",
        .enabled(if: ChildProcess.path(of: "soffice") != nil && PDFSupport.hasChineseFont, "soffice or a Chinese font is not installed"))
    func office() throws {
        let folder = try Scratch()
        for seed in PDFSupport.seeds {
            try folder.write("s\(seed).fodt", FlatOpenDocument.text(of: Specimen(form2021: seed), seed: seed))
        }
        let office = try #require(ChildProcess.path(of: "soffice"))
        _ = try ChildProcess.run(
            office,
            ["--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", "pdf", "--outdir", folder.path]
                + PDFSupport.seeds.map { "\(folder.path)/s\($0).fodt" }, limits: Self.limits)
        for seed in PDFSupport.seeds { try expectSame(try folder.read("s\(seed).pdf"), Specimen(form2021: seed), "seed \(seed)") }
    }
}

/// A folder that is removed at the end.
private final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "gouji-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)")) }
    func read(_ name: String) throws -> [UInt8] {
        let data = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
        return [UInt8](data)
    }
}
