import Testing
import Zip

@Suite struct ZipArchiveTests {
    private static let limits = ZipArchive.Limits(members: 10, memberBytes: 1 << 20, totalBytes: 1 << 20, ratio: 100)

    @Test("what is no archive is refused")
    func noArchive() {
        #expect(throws: ZipError.self) { try ZipArchive.members(of: Array("PK not".utf8), limits: Self.limits) { _ in true } }
        #expect(throws: ZipError.self) { try ZipArchive.members(of: [], limits: Self.limits) { _ in true } }
    }

    /// One member `a` of the two bytes `hi`, stored.
    private static let stored: [UInt8] = {
        let local: [UInt8] = [
            0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0xAC, 0x2A, 0x93, 0xD8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0,
        ]
        let central: [UInt8] =
            [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0xAC, 0x2A, 0x93, 0xD8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0]
            + [UInt8](repeating: 0, count: 16)
        let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 33, 0, 0, 0, 0, 0]
        return local + [0x61] + Array("hi".utf8) + central + [0x61] + end
    }()

    @Test("a member is read, one that is not wanted is passed over")
    func stored() throws {
        let members = try ZipArchive.members(of: Self.stored, limits: Self.limits) { _ in true }
        #expect(members.map(\.name) == [Array("a".utf8)])
        #expect(members.map(\.bytes) == [Array("hi".utf8)])
        #expect(try ZipArchive.members(of: Self.stored, limits: Self.limits) { _ in false }.isEmpty)
    }
}
