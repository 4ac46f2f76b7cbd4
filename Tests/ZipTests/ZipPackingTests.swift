import TestSupport
import Testing
import Zip

@Suite struct ZipPackingTests {
    @Test("files come back in their order, whatever is in them, and the same files make the same bytes")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        // What does not shrink, what shrinks to nearly nothing, and nothing at all.
        let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let files = [
            ZipPacking.File(path: "[Content_Types].xml", bytes: Array("<a/>".utf8)), .init(path: "b/noise", bytes: noise),
            .init(path: "b/even", bytes: [UInt8](repeating: 0x20, count: 1 << 20)), .init(path: "none", bytes: []),
        ]
        let bytes = ZipPacking.archive(files)
        #expect(bytes.count < 310_000)
        let limits = ZipArchive.Limits(members: 10, memberBytes: 1 << 21, totalBytes: 1 << 22, ratio: 10_000)
        let archive = try ZipArchive(bytes, limits: limits)
        #expect(archive.members.map { String(decoding: $0.name, as: UTF8.self) } == files.map(\.path))
        for (member, file) in zip(archive.members, files) { #expect(try archive.content(of: member) == file.bytes) }
        #expect(ZipPacking.archive(files) == bytes)
    }

    @Test("an archive of no files is one")
    func nothing() throws {
        let limits = ZipArchive.Limits(members: 1, memberBytes: 1, totalBytes: 1, ratio: 1)
        #expect(try ZipArchive(ZipPacking.archive([]), limits: limits).members.isEmpty)
    }
}
