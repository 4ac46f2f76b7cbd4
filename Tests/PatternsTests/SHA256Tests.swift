import Digest
import Testing

@Suite struct SHA256Tests {
    @Test(
        "digests equal the published vectors",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func knownVector(text: String, expected: String) {
        #expect(SHA256.hexDigest(of: text.utf8) == expected)
        #expect(SHA256.hexDigest(of: Array(text.utf8)) == expected)
    }

    @Test("a million letters digest to the published vector")
    func longVector() {
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(SHA256.hexDigest(of: million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("parts give the digest of their concatenation", arguments: [1, 55, 56, 63, 64, 65, 1000])
    func parts(size: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var digest = SHA256()
        var rest = bytes[...]
        while !rest.isEmpty {
            digest.update(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        #expect(digest.hexDigest() == SHA256.hexDigest(of: bytes))
    }

    @Test("asking for the digest does not end it")
    func continues() {
        var digest = SHA256()
        digest.update("a".utf8)
        let first = digest.hexDigest()
        #expect(digest.hexDigest() == first)
        digest.update("bc".utf8)
        #expect(digest.hexDigest() == SHA256.hexDigest(of: "abc".utf8))
    }

    @Test("a collection without contiguous storage is digested too")
    func scattered() {
        #expect(SHA256.hexDigest(of: Array("cba".utf8).reversed()) == SHA256.hexDigest(of: "abc".utf8))
    }
}
