import Foundation
import TestSupport
import Testing

@Suite("Profiles and waivers on the command line") struct ProfileCommandTests {
    private static let profile = "Samples/tailoring/profile.xml"
    private static let audit = ["audit", Command.faulty, "--previous", Command.faultyBefore, "--format", "json"]

    private func json(_ arguments: [String], status: Int32) throws -> [String: Any] {
        let result = try Command.run(arguments)
        #expect(result.status == status, "\(result.errors)")
        return try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    private func rules(_ object: [String: Any]) throws -> Set<String> {
        let audit = try #require((object["audits"] as? [[String: Any]])?.first)
        return Set((audit["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    }

    private func temporary(_ text: String, _ name: String) throws -> (folder: URL, path: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: name))
        return (folder, folder.appending(path: name).path())
    }

    @Test("a profile is one of the pack's by its id, or a file by its path, and the result says which")
    func profiles() throws {
        let plain = try json(Self.audit, status: 1)
        #expect(plain["profile"] is NSNull)
        let figures = try json(Self.audit + ["--profile", "figures"], status: 1)
        #expect((figures["profile"] as? [String: Any])?["id"] as? String == "figures")
        #expect(try rules(figures).allSatisfy { ["TAB", "NAR", "YOY"].contains($0.prefix(3)) })
        #expect(try rules(figures).isStrictSubset(of: rules(plain)))
        let own = try json(Self.audit + ["--profile", Self.profile], status: 1)
        #expect(try rules(own).isSuperset(of: ["YP-01", "YP-11", "YP-12"]))
        #expect((own["rules"] as? [String: String])?["digest"] == (plain["rules"] as? [String: String])?["digest"])
        #expect((own["profile"] as? [String: Any])?["path"] as? String == Self.profile)
        let findings = ((own["audits"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]]) ?? []
        #expect(findings.filter { $0["waiver"] is [String: Any] }.compactMap { $0["rule"] as? String }.sorted() == ["SEC-02", "YOY-02"])
        let fingerprints = Set(findings.compactMap { $0["fingerprint"] as? String })
        let causes = findings.compactMap { $0["cause"] as? String }
        #expect(!causes.isEmpty && causes.allSatisfy(fingerprints.contains))
    }

    @Test("what a profile waives counts again after the day until which it is waived")
    func asOf() throws {
        let later = try json(Self.audit + ["--profile", Self.profile, "--as-of", "2025-07-01"], status: 1)
        let faults = (later["findings"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
        #expect(faults == ["waiver-expired"])
    }

    @Test("the commands about rules know a profile's rules, and run the cases of its own")
    func rules() throws {
        let tested = try Command.run(["rules", "test", "--profile", Self.profile])
        #expect(tested.status == 0, "\(tested.text)")
        #expect(tested.text.contains("3 条规则，26 个用例：通过 26，失败 0"))
        #expect(!tested.text.contains("用例不足"))
        let listed = try Command.run(["rules", "list", "--profile", Self.profile]).text
        #expect(listed.contains("YP-12") && !listed.contains("SUB-04"))
        #expect(try Command.run(["rules", "show", "YP-01", "--profile", Self.profile]).text.contains("没有写政策解读"))
        #expect(try Command.run(["rules", "show", "YP-11", "--profile", Self.profile]).status == 0)
        #expect(try Command.run(["rules", "show", "YOY-04", "--profile", Self.profile]).text.contains("0.8"))
        #expect(
            try Command.run(["rules", "check", "Rules/government-information-disclosure", "--profile", Self.profile]).status == 0)
        #expect(try Command.run(["rules", "test", "--profile", "README.md/none.xml"]).status == 4)
    }

    @Test("a profile or a file of waivers that is out of order is refused with its place")
    func refused() throws {
        let (folder, path) = try temporary("<profile id=\"a\" pack=\"b\">\n</profile>", "own.xml")
        defer { try? FileManager.default.removeItem(at: folder) }
        let profile = try Command.run(Self.audit + ["--profile", path])
        #expect(profile.status == 4)
        #expect(profile.output.isEmpty && profile.errors.contains("own.xml:1:1"))
        let waivers = try Command.run(Self.audit + ["--waivers", path])
        #expect(waivers.status == 4)
        #expect(waivers.errors.contains("own.xml:1:1"))
        #expect(try Command.run(Self.audit + ["--profile", folder.path() + "/none.xml"]).status == 2)
    }

    @Test("a waiver that matches nothing fails the run at its own severity")
    func unmatched() throws {
        let text = """
            <waivers>
              <waiver rule="TAB-05" unit="棠陵县柳湾镇" year="2024" at="applications.new.total" by="县政务公开办" until="2030-01-01">
                <reason>试用</reason>
              </waiver>
            </waivers>
            """
        let (folder, path) = try temporary(text, "waivers.xml")
        defer { try? FileManager.default.removeItem(at: folder) }
        let audit = ["audit", Command.flawless, "--previous", Command.flawlessBefore, "--waivers", path]
        #expect(try Command.run(audit).status == 0)
        #expect(try Command.run(audit + ["--fail-on", "query"]).status == 1)
        let text2 = try Command.run(audit).text
        #expect(text2.contains("没有对应的问题") && text2.contains("waivers.xml:2:3"))
    }
}
