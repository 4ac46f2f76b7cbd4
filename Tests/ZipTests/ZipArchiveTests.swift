import TestSupport
import Testing
import Zip

@Suite struct ZipArchiveTests {
    static let limits = ZipArchive.Limits(members: 10, memberBytes: 1 << 20, totalBytes: 1 << 22, ratio: 100)

    private typealias Member = ZipWriter.Member

    private static func archive(_ members: ZipWriter.Member...) throws(ZipError) -> ZipArchive {
        try ZipArchive(ZipWriter.archive(members), limits: limits)
    }

    private static func content(_ member: ZipWriter.Member) throws(ZipError) -> [UInt8] {
        let archive = try archive(member)
        return try archive.content(of: archive.members[0])
    }

    private func damage(_ body: () throws(ZipError) -> Void) -> Bool {
        do { try body() } catch { if case .damaged = error { return true } }
        return false
    }

    @Test("members are listed and unpacked, whatever their order")
    func members() throws {
        let archive = try Self.archive(Member("a/b.txt", "hi"), Member("a/", ""), Member("z", repeating: 0x61, count: 5000))
        #expect(archive.members.map { String(decoding: $0.name, as: UTF8.self) } == ["a/b.txt", "a/", "z"])
        #expect(archive.members.map(\.isFolder) == [false, true, false])
        #expect(archive.members.map(\.size) == [2, 0, 5000])
        #expect(try archive.content(of: archive.members[2]) == [UInt8](repeating: 0x61, count: 5000))
        #expect(try archive.content(of: archive.members[0]) == Array("hi".utf8))
        #expect(try archive.beginning(of: archive.members[2], count: 3) == Array("aaa".utf8))
        #expect(try archive.beginning(of: archive.members[0], count: 3) == Array("hi".utf8))
    }

    @Test("an archive without members is one, and so is one behind something else")
    func edges() throws {
        #expect(try ZipArchive(ZipWriter.archive([]), limits: Self.limits).members.isEmpty)
        let behind = try ZipArchive(Array("#!/bin/sh\n".utf8) + ZipWriter.archive([Member("a", "hi")]), limits: Self.limits)
        #expect(try behind.content(of: behind.members[0]) == Array("hi".utf8))
    }

    @Test("names are given as bytes, and the archive says whether they are UTF-8")
    func names() throws {
        let archive = try Self.archive(Member("年报.txt", "1"), Member([0xC4, 0xEA, 0xB1, 0xA8], [0x31]))
        #expect(archive.members.map(\.isNameUTF8) == [true, false])
        #expect(archive.members[1].name == [0xC4, 0xEA, 0xB1, 0xA8])
    }

    @Test("an archive that is cut anywhere is damaged, or its members are")
    func cut() {
        let whole = ZipWriter.archive([Member("a", "hello"), Member("b", repeating: 0x62, count: 900)])
        for end in 0..<whole.count {
            #expect(
                damage { () throws(ZipError) in
                    let archive = try ZipArchive(Array(whole[..<end]), limits: Self.limits)
                    for member in archive.members { _ = try archive.content(of: member) }
                }, "cut at \(end)")
        }
    }

    @Test("what is no archive is refused")
    func noArchive() {
        for bytes in [[], Array("PK not".utf8), [UInt8](repeating: 0x50, count: 100_000), Array("PK\u{5}\u{6}".utf8)] {
            #expect(damage { () throws(ZipError) in _ = try ZipArchive(bytes, limits: Self.limits) })
        }
    }

    @Test("a member whose length or checksum is not what is stated is damaged, and spoils no other")
    func lies() throws {
        var longer = Member("a", "hello")
        longer.size = 4
        var shorter = Member("a", repeating: 0x61, count: 5000)
        shorter.size = 6000
        var bomb = Member("a", repeating: 0x61, count: 5_000_000)
        bomb.size = 100
        var wrong = Member("a", "hello")
        wrong.checksum ^= 1
        var torn = Member("a", repeating: 0x61, count: 5000)
        torn.packed[torn.packed.count / 2] ^= 0xFF
        for member in [longer, shorter, bomb, wrong, torn] {
            #expect(damage { () throws(ZipError) in _ = try Self.content(member) })
            let archive = try Self.archive(member, Member("b", "hi"))
            #expect(try archive.content(of: archive.members[1]) == Array("hi".utf8))
        }
    }

    @Test("limits hold")
    func limited() throws {
        let many = ZipWriter.archive((0..<11).map { Member("\($0)", "x") })
        #expect(throws: ZipError.tooManyMembers(limit: 10)) { try ZipArchive(many, limits: Self.limits) }
        #expect(throws: ZipError.expandsTooFar(limit: 1 << 20)) { try Self.content(Member("a", repeating: 0, count: 2 << 20)) }
        #expect(throws: ZipError.expandsTooFar(limit: 1 << 22)) {
            try ZipArchive(ZipWriter.archive((0..<5).map { Member("\($0)", repeating: 0, count: 1 << 20) }), limits: Self.limits)
        }
        let strict = ZipArchive.Limits(members: 10, memberBytes: 1 << 23, totalBytes: 1 << 24, ratio: 100)
        let dense = try ZipArchive(ZipWriter.archive([Member("a", repeating: 0, count: 3 << 20)]), limits: strict)
        #expect(throws: ZipError.expandsTooFar(limit: dense.members[0].packedSize * 100)) { try dense.content(of: dense.members[0]) }
    }

    @Test("an encrypted member is said to be, and spoils no other")
    func encrypted() throws {
        var secret = Member("a", "hello")
        secret.flags = 1
        let archive = try Self.archive(secret, Member("b", "hi"))
        #expect(archive.members.map(\.isEncrypted) == [true, false])
        #expect(throws: ZipError.encrypted) { try archive.content(of: archive.members[0]) }
        #expect(try archive.content(of: archive.members[1]) == Array("hi".utf8))
    }

    @Test("a method that nobody knows is refused")
    func unknownMethod() {
        var member = Member("a", "hello")
        member.method = 77
        #expect(damage { () throws(ZipError) in _ = try Self.content(member) })
    }

    @Test("bytes changed at random are read or refused, never more", arguments: 0..<20)
    func damaged(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = ZipWriter.archive([Member("a", "hello"), Member("b", repeating: 0x62, count: 900), Member("年.txt", "x")])
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let archive = try? ZipArchive(bytes, limits: Self.limits) else { continue }
            for member in archive.members {
                guard let content = try? archive.content(of: member) else { continue }
                // A checksum lets no change of the content through.
                #expect([Array("hello".utf8), [UInt8](repeating: 0x62, count: 900), [0x78], []].contains(content), "seed \(seed)")
            }
        }
    }
}
