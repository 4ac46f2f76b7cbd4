import AuditModel
import Auditing
import Foundation
import Reporters
import TestSupport
import Testing
import Zip

@Suite("Word files with the tracked changes of reports")
struct RedlineTests {
    /// The file with what was inserted deleted and the other way round, so that it reads as if all changes had been rejected.
    private func reversed(_ file: [UInt8]) throws -> [UInt8] {
        let limits = ZipArchive.Limits(members: 20, memberBytes: 1 << 26, totalBytes: 1 << 26, ratio: 1000)
        let archive = try ZipArchive(file, limits: limits)
        let opposite = ["ins": "del", "del": "ins", "moveFrom": "moveTo", "moveTo": "moveFrom"]
        return ZipPacking.archive(
            try archive.members.map { member in
                let path = String(decoding: member.name, as: UTF8.self)
                var bytes = try archive.content(of: member)
                if path == "word/document.xml" {
                    let markup = String(decoding: bytes, as: UTF8.self)
                        .replacing(#/w:(ins|del|moveFrom|moveTo)\b/#) { "w:" + opposite[String($0.1), default: ""] }
                    bytes = Array(markup.replacing("w:delText", with: "w:t").utf8)
                }
                return ZipPacking.File(path: path, bytes: bytes)
            })
    }

    @Test(
        "read back, the file is the new report with all sections, tables and figures; with its changes reversed it is the old one",
        arguments: Project.sampleUnits)
    func samples(_ unit: String) async throws {
        let comparer = Comparer(try Project.auditor.get().pack)
        let paths = [Project.sample(unit, 2023), Project.sample(unit, 2024)]
        guard case .compared(let comparison) = await comparer.compare(old: paths[0], new: paths[1]) else {
            Issue.record("not compared")
            return
        }
        #expect(comparison.hasChanges)
        let file = DiffWord.bytes(of: comparison, stamp: .init(author: "甲", date: DiffWord.date(of: comparison)))
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, bytes) in [(paths[1], file), (paths[0], try reversed(file))] {
            let copy = folder.appending(path: "redline.docx").path()
            try Data(bytes).write(to: URL(filePath: copy))
            guard case .compared(let back) = await comparer.compare(old: path, new: copy) else {
                Issue.record("not read")
                return
            }
            #expect(!back.hasChanges)
            #expect(back.changes.count >= 200 && back.changes.allSatisfy { $0.old == $0.new })
        }
    }
}
