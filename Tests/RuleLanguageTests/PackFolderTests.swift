import AuditModel
import Glibc
import RuleLanguage
import Testing

@Suite struct PackFolderTests {
    @Test("what is wrong in several files is told at once, in the order of the pack")
    func several() throws {
        var files = SmallPack.files
        files["passages.xml"] = "<passages><part/></passages>"
        files["form.xml"] = "<form>"
        files["rules/sums.xml"] = "<rules/>"
        let folder = try Folder(files)
        let problems = folder.problems()
        #expect(Set(problems.map(\.file)) == Set(["form.xml", "passages.xml", "rules/sums.xml"].map { folder.path + "/" + $0 }))
        #expect(problems.first?.file == folder.path + "/form.xml")
        #expect(problems.last?.file == folder.path + "/rules/sums.xml")
    }

    @Test("a folder that is no pack is refused", arguments: ["", "/nothing", "/pack.xml"])
    func noPack(name: String) throws {
        let folder = try Folder([:], schema: false)
        try Files.write([], to: folder.path + "/notes.txt")
        let error = #expect(throws: RulePackError.self) { try folder.load(name) }
        #expect(error?.problems.count == 1)
        #expect(error?.description.hasPrefix(folder.path) == true)
    }

    @Test("an empty pack is refused")
    func empty() throws {
        let folder = try Folder(["pack.xml": "<pack id=\"small\" version=\"1.0.0\"/>"])
        #expect(folder.problems().map(folder.place) == ["pack.xml:1:1"])
    }

    @Test("a pack without a schema is refused, and one beside the folder is a schema")
    func schema() throws {
        let lacking = try Folder(SmallPack.files, schema: false)
        #expect(lacking.problems().map(\.fault) == [.noSchema])

        let parent = try Folder(Dictionary(uniqueKeysWithValues: SmallPack.files.map { ("small/" + $0.key, $0.value) }))
        _ = try parent.load("/small")
        _ = try parent.load("/small/")
    }

    @Test("a schema that is none is refused with its place")
    func badSchema() throws {
        var files = SmallPack.files
        files["pack.xsd"] = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element name='pack' type='nothing'/></xs:schema>"
        let folder = try Folder(files)
        #expect(folder.problems().map(folder.place) == ["pack.xsd:2:1"])
    }

    @Test("a part has to be of a kind that there is, and those that can be there once are there once")
    func kinds() throws {
        var files = SmallPack.files
        files["passages.xml"] = SmallPack.identity
        let twice = try Folder(files)
        #expect(twice.problems().map(\.fault) == [.secondPart(root: "identity", first: "identity.xml")])

        files["passages.xml"] = SmallPack.manifest
        let nested = try Folder(files)
        #expect(nested.problems().map(nested.place) == ["passages.xml:1:1"])
    }

    @Test("links are refused, also to folders")
    func links() throws {
        let other = try Folder(["passages.xml": SmallPack.passages], schema: false)
        var files = SmallPack.files
        files["passages.xml"] = nil
        let folder = try Folder(files)
        #expect(symlink(other.path + "/passages.xml", folder.path + "/passages.xml") == 0)
        #expect(symlink(other.path, folder.path + "/more") == 0)
        #expect(folder.problems().map(\.fault) == [.notAFile, .notAFile])
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [[0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0x61, 0x3E, 0xB9, 0xE6, 0x3C, 0x2F, 0x61, 0x3E]])
    func encoding(bytes: [UInt8]) throws {
        let folder = try Folder(SmallPack.files)
        try folder.write(bytes, to: "identity.xml")
        let problems = folder.problems()
        #expect(problems.count == 1)
        #expect(problems.first?.file == folder.path + "/identity.xml")
    }

    @Test("a file beyond the limit is refused unread")
    func size() throws {
        let folder = try Folder(SmallPack.files)
        try folder.write([UInt8](repeating: 0x20, count: 4 << 20) + [0x3C], to: "identity.xml")
        #expect(folder.problems().map(\.fault) == [.tooLarge(bytes: (4 << 20) + 1, limit: 4 << 20)])
    }

    @Test("files whose names begin with a full stop are none of the pack's")
    func hidden() throws {
        let folder = try Folder(SmallPack.files)
        let before = try folder.load()
        try folder.write([0x41], to: ".notes")
        #expect(try folder.load() == before)
    }

    @Test("the digest depends on every file's bytes and on nothing else")
    func digest() throws {
        let whole = try Folder(SmallPack.files).load()
        #expect(try Folder(SmallPack.files).load().digest == whole.digest)
        var digests: Set<String> = [whole.digest]
        for name in SmallPack.files.keys {
            var files = SmallPack.files
            files[name]? += "<!-- -->"
            digests.insert(try Folder(files).load().digest)
        }
        #expect(digests.count == SmallPack.files.count + 1)
    }

    @Test("a pattern too large to compile is refused where cases are read")
    func largePattern() throws {
        var files = SmallPack.files
        let parts = SmallPack.rules.split(separator: "某+", omittingEmptySubsequences: false)
        files["rules/sums.xml"] = parts.joined(separator: #"((\p{Han}{50}){50}){20}"#)
        let folder = try Folder(files)
        #expect(folder.problems().map(folder.place) == ["rules/sums.xml:38:25"])
    }
}
