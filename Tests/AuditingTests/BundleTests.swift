import AuditModel
import Auditing
import DocumentModel
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("Bundles of reports", .serialized)
struct BundleTests {
    private typealias Member = ZipWriter.Member

    private static func text(_ year: Int) throws -> [UInt8] {
        let unit = try #require(Project.sampleUnits.first)
        return [UInt8](try Data(contentsOf: URL(filePath: Project.sample(unit, year))))
    }

    private static func read(_ files: [String: [UInt8]], _ paths: [String]? = nil) async throws -> (Batch.Reading, TemporaryFolder) {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { _ = try folder.write(Data(bytes), name) }
        let inputs = (paths ?? files.keys.sorted()).map { "\(folder.path)/\($0)" }
        return (await Batch.read(inputs, with: try Project.auditor.get()), folder)
    }

    private static func names(_ paths: [String], in folder: TemporaryFolder) -> [String] {
        paths.map { $0.hasPrefix(folder.path) ? String($0.dropFirst(folder.path.count + 1)) : $0 }
    }

    @Test("members are inputs, in the order of their names; what programs leave behind is passed over")
    func members() async throws {
        let text = try Self.text(2023)
        let docx = DocxRendering.file(Specimen(form2021: 1), .plain, seed: 1)
        let bundle = ZipWriter.archive([
            Member("b/乙.txt", text), Member("a/甲.DOCX", docx), Member("b/", ""), Member("__MACOSX/b/._乙.txt", text),
            Member(".DS_Store", "x"),
            Member("b/~$乙.docx", "x"), Member("名单.xlsx", "x"), Member("坏.docx", "PK\u{3}\u{4}"), Member("c.txt", docx),
        ])
        let (reading, folder) = try await Self.read(["年报.zip": bundle])
        #expect(
            Self.names(reading.reports.map(\.source.path), in: folder) == ["年报.zip/a/甲.DOCX", "年报.zip/b/乙.txt", "年报.zip/c.txt"])
        #expect(Self.names(reading.unreadable.map(\.path), in: folder) == ["年报.zip/坏.docx"])
        #expect(reading.notices.count == 1)
        #expect(reading.reports.map { $0.remarks.contains { $0.kind == .wrongExtension } } == [false, false, true])
    }

    @Test("names in GB18030 are read as such, strokes of either kind part folders, and no name leads out")
    func names() async throws {
        let text = try Self.text(2023)
        // 年报\水.txt as an archiver on Windows writes it.
        let old = Member([0xC4, 0xEA, 0xB1, 0xA8, 0x5C, 0xCB, 0xAE, 0x2E, 0x74, 0x78, 0x74], text)
        var unflagged = Member("局.txt", text)
        unflagged.flags = 0
        let bundle = ZipWriter.archive([
            old, unflagged, Member("../../甲.txt", text), Member("/etc/乙.txt", text), Member("../../甲.txt", text),
        ])
        let (reading, folder) = try await Self.read(["x.zip": bundle])
        #expect(
            Self.names(reading.reports.map(\.source.path), in: folder) == [
                "x.zip/etc/乙.txt", "x.zip/局.txt", "x.zip/年报/水.txt", "x.zip/甲.txt",
            ])
        #expect(Self.names(reading.unreadable.map(\.path), in: folder) == ["x.zip/甲.txt"])
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["x.zip"])
    }

    @Test("a bundle within a bundle is read, one within that is not")
    func nested() async throws {
        let text = try Self.text(2023)
        let deepest = ZipWriter.archive([Member("丙.txt", text)])
        let inner = ZipWriter.archive([Member("乙.txt", text), Member("深.zip", deepest)])
        let bundle = ZipWriter.archive([Member("甲.txt", text), Member("内.zip", inner), Member("空.zip", ZipWriter.archive([]))])
        let (reading, folder) = try await Self.read(["x.zip": bundle])
        #expect(Self.names(reading.reports.map(\.source.path), in: folder) == ["x.zip/内.zip/乙.txt", "x.zip/甲.txt"])
        #expect(Self.names(reading.unreadable.map(\.path), in: folder) == ["x.zip/内.zip/深.zip", "x.zip/空.zip"])
    }

    @Test("one broken member or bundle spoils no other")
    func broken() async throws {
        let text = try Self.text(2023)
        var wrong = Member("b.txt", text)
        wrong.checksum ^= 1
        var secret = Member("c.txt", text)
        secret.flags |= 1
        let bomb = Member("d.txt", repeating: 0x61, count: 65 << 20)
        let good = ZipWriter.archive([Member("a.txt", text), wrong, secret, bomb, Member("e.txt", text)])
        let (reading, folder) = try await Self.read(["1.zip": Array(good.dropLast(30)), "2.zip": good, "3.txt": text])
        #expect(Self.names(reading.reports.map(\.source.path), in: folder) == ["2.zip/a.txt", "2.zip/e.txt", "3.txt"])
        #expect(Self.names(reading.unreadable.map(\.path), in: folder) == ["1.zip", "2.zip/b.txt", "2.zip/c.txt", "2.zip/d.txt"])
    }

    @Test("last year's reports may be a bundle, and a docx is compared with text")
    func previous() async throws {
        let specimen = Specimen(form2021: 4)
        func dated(_ text: String) -> String {
            let own = text.replacing("\(specimen.year)", with: "\(specimen.year - 1)")
            return own.replacing("\(specimen.year + 1)", with: "\(specimen.year)")
        }
        let blocks = specimen.blocks.map { block -> Specimen.Block in
            if case .paragraph(let text) = block { .paragraph(dated(text)) } else { block }
        }
        let earlier = Specimen(
            form: specimen.form, unit: specimen.unit, year: specimen.year - 1, title: dated(specimen.title), blocks: blocks,
            values: specimen.values, published: specimen.published)
        let folder = try TemporaryFolder()
        let current = try folder.write(Data(DocxRendering.file(specimen, .revised, seed: 2)), "今年.docx")
        let bundle = ZipWriter.archive([Member("去年.docx", DocxRendering.file(earlier, .numbered, seed: 3))])
        let previous = try folder.write(Data(bundle), "去年.zip")
        let outcome = await Batch.audit([current], previous: previous, with: try Project.auditor.get(), comparesTexts: true)
        let dossier = try #require(outcome.run.dossiers.first)
        #expect(dossier.audit.previous?.source.path == previous + "/去年.docx")
        #expect(dossier.audit.changes.allSatisfy { $0.old == $0.new })
        #expect(outcome.run.unreadable.isEmpty)
    }

    @Test("remarks on the reading of a file are shown in every format")
    func remarks() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data(DocxRendering.file(Specimen(form2021: 4), .revised, seed: 2)), "年报.doc")
        let outcome = await Batch.audit([path], previous: nil, with: try Project.auditor.get(), comparesTexts: true)
        for bytes in [
            AuditText.bytes(of: outcome.run, in: .english, for: .none), AuditPage.bytes(of: outcome.run, in: .english),
            AuditJSON.bytes(of: outcome.run, in: .english),
        ] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("wordprocessingml.document") && text.contains("tracked changes"))
        }
    }
}
