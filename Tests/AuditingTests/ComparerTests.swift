import AuditModel
import Auditing
import DocumentDiff
import DocumentModel
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("Comparisons of files")
struct ComparerTests {
    /// Each block of the JSON with its place and what its edits make of it, on one side.
    static func texts(_ json: [UInt8], side: String, without operation: String) throws -> [String: String] {
        let root = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        var texts: [String: String] = [:]
        for section in try #require(root["sections"] as? [[String: Any]]) {
            for block in try #require(section["blocks"] as? [[String: Any]]) {
                guard let place = block[side] as? [String: Any] else { continue }
                let edits = try #require(block["edits"] as? [[String: String]])
                let text = edits.filter { $0["op"] != operation }.compactMap { $0["text"] }.joined()
                #expect(texts.updateValue(text, forKey: try #require(place["path"] as? String)) == nil)
            }
        }
        return texts
    }

    static func blocks(_ document: Document) -> [String: String] {
        Dictionary(uniqueKeysWithValues: document.textBlocks.map { ($0.locator.description, $0.text.string) })
    }

    @Test("the edits of each pair of samples turn the old report into the new one, to the character", arguments: Project.sampleUnits)
    func samples(_ unit: String) async throws {
        let auditor = try Project.auditor.get()
        let paths = [Project.sample(unit, 2023), Project.sample(unit, 2024)]
        guard case .compared(let comparison) = await Comparer(auditor.pack).compare(old: paths[0], new: paths[1]) else {
            Issue.record("not compared")
            return
        }
        #expect(comparison.changes.count >= 200)
        let json = DiffJSON.bytes(of: comparison, in: .chinese)
        let reports = try paths.map { try auditor.report(of: [UInt8](Data(contentsOf: URL(filePath: $0))), path: $0) }
        #expect(try Self.texts(json, side: "old", without: "insert") == Self.blocks(reports[0].document))
        #expect(try Self.texts(json, side: "new", without: "delete") == Self.blocks(reports[1].document))
    }

    @Test("texts that are no reports are one section, each line a block, without indicators")
    func anyTexts() async throws {
        let folder = try TemporaryFolder()
        let old = try folder.write(Data("第一行\n第二行\n\n第三行\n".utf8), "old.txt")
        let new = try folder.write(Data("第一行\n第二行改了\n第三行\n第四行\n".utf8), "new.txt")
        guard case .compared(let comparison) = await Comparer(try Project.auditor.get().pack).compare(old: old, new: new) else {
            Issue.record("not compared")
            return
        }
        #expect(comparison.delta.sections.count == 1)
        #expect(comparison.delta.blocks.map(\.state) == [.same, .changed, .same, .added])
        #expect(comparison.changes.isEmpty)
        #expect(comparison.hasChanges)
        #expect(comparison.old.identity == nil)
    }

    @Test("what cannot be read is told, both sides at once")
    func unreadable() async throws {
        let folder = try TemporaryFolder()
        let binary = try folder.write(Data([0, 1, 2, 0]), "old.txt")
        guard case .unreadable(let inputs) = await Comparer(try Project.auditor.get().pack).compare(old: binary, new: binary) else {
            Issue.record("compared")
            return
        }
        #expect(inputs.map(\.path) == [binary, binary])
    }
}
