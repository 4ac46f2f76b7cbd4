import Foundation
import TestSupport
import Testing

@Suite("The rules command")
struct RulesCommandTests {
    /// A copy of the pack of minutes with its schema, to be changed.
    private final class PackCopy {
        let folder: URL
        var pack: String { folder.appending(path: "minutes").path() }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let manager = FileManager.default
            try manager.copyItem(atPath: Project.root + "Rules/pack.xsd", toPath: folder.appending(path: "pack.xsd").path())
            try manager.copyItem(atPath: Project.root + "Rules/meeting-minutes", toPath: folder.appending(path: "minutes").path())
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func change(_ file: String, _ old: String, to new: String) throws {
            let path = "\(pack)/\(file)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    @Test("a new rule is one file: its skeleton loads and fires once its placeholders are filled", arguments: ["equation", "forbidden"])
    func newRule(_ kind: String) throws {
        let copy = try PackCopy()
        let written = try Command.run(["rules", "new", "LOC-01", "--kind", kind, "--rules", copy.pack])
        #expect(written.status == 0, "\(written.errors)")
        // As it is, the pack is refused, and says where.
        let refused = try Command.run(["rules", "check", copy.pack])
        #expect(refused.status == 4)
        #expect(refused.errors.contains("rules/LOC-01.xml:"))

        var text = try String(contentsOfFile: copy.pack + "/rules/LOC-01.xml", encoding: .utf8)
        text = text.replacingOccurrences(of: "ref=\"【依据】\" at=\"【第几条】\"", with: "ref=\"rules-of-procedure\"")
        if kind == "equation" {
            text = text.replacingOccurrences(
                of: "【数字的编号】 + 【数字的编号】 = 【数字的编号】", with: "votes.first.for + votes.second.for = votes.third.for")
            text = text.replacingOccurrences(of: "=3 【数字的编号】", with: "=3 votes.third.for")
            text = text.replacingOccurrences(of: "=5 【数字的编号】", with: "=5 votes.third.for")
            text = text.replacingOccurrences(
                of: "at=\"【数字的编号】\">\n      <figures others=\"0\">【数字的编号】=3",
                with: "at=\"votes.third.for\">\n      <figures others=\"0\">votes.first.for=3")
            text = text.replacingOccurrences(of: "【数字的编号】", with: "votes.first.for")
        } else {
            text = text.replacingOccurrences(of: "【部分】", with: "meeting")
            text = text.replacingOccurrences(of: "【不该出现的文字，可用 RE2 正则表达式】", with: "改天")
            text = text.replacingOccurrences(of: "【写有这种文字的一段】", with: "改天再开会。")
            text = text.replacingOccurrences(of: "【没有这种文字的一段】", with: "按时开会。")
        }
        text = text.replacing(try Regex("【[^】]*】"), with: "说明")
        try text.write(toFile: copy.pack + "/rules/LOC-01.xml", atomically: true, encoding: .utf8)
        let checked = try Command.run(["rules", "check", copy.pack])
        #expect(checked.status == 0, "\(checked.errors)")
        let tested = try Command.run(["rules", "test", copy.pack])
        #expect(tested.status == 0, "\(tested.text)")
        #expect(try Command.run(["rules", "show", "LOC-01", "--rules", copy.pack]).text.contains("说明"))
    }

    @Test("a new rule of a profile is a file beside it, which works once it is filled in and listed; no pack is touched")
    func newRuleOfProfile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let profile = folder.appending(path: "own.xml").path()
        let lines = """
            <profile id="own" pack="government-information-disclosure" prefix="YP">
              <title xml:lang="zh-Hans">本单位口径</title><title xml:lang="en">our own</title>
              <source id="order" document="编制要求"/><part file="YP-02.xml"/>
            </profile>
            """
        try lines.write(toFile: profile, atomically: true, encoding: .utf8)
        let written = try Command.run(["rules", "new", "YP-02", "--kind", "forbidden", "--profile", profile])
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.errors.contains(#"<part file="YP-02.xml"/>"#))
        let path = folder.appending(path: "YP-02.xml").path()
        var text = try String(contentsOfFile: path, encoding: .utf8)
        for (old, new) in [
            ("ref=\"【依据】\" at=\"【第几条】\"", "ref=\"order\""), ("【部分】", "overview"), ("【不该出现的文字，可用 RE2 正则表达式】", "改天"),
            ("【写有这种文字的一段】", "改天再写。"), ("【没有这种文字的一段】", "写完了。"),
        ] { text = text.replacingOccurrences(of: old, with: new) }
        text = text.replacing(try Regex("【[^】]*】"), with: "说明")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let tested = try Command.run(["rules", "test", "--profile", profile])
        #expect(tested.status == 0, "\(tested.text)\(tested.errors)")
        #expect(tested.text.contains("1 条规则，2 个用例：通过 2，失败 0"))
        #expect(try Command.run(["rules", "check", Project.rules]).status == 0)
    }

    @Test("a rule's id is not used twice, and no file is written over", arguments: ["MIN-01", "min-9", "A-B", "X"])
    func badIDs(_ id: String) throws {
        let copy = try PackCopy()
        #expect(try Command.run(["rules", "new", id, "--rules", copy.pack]).status == 2)
        let existing = copy.pack + "/rules/text.xml"
        let before = try Data(contentsOf: URL(fileURLWithPath: existing))
        #expect(try Command.run(["rules", "new", "LOC-02", "--rules", copy.pack, "--output", existing]).status == 2)
        #expect(try Data(contentsOf: URL(fileURLWithPath: existing)) == before)
    }

    @Test("a test may be of some rules alone, by id or family, and says which names are none")
    func onlySome() throws {
        let pack = "Rules/meeting-minutes"
        let all = try Command.run(["rules", "test", pack])
        let one = try Command.run(["rules", "test", pack, "--only", "VOTE-01", "--mutate"])
        let family = try Command.run(["rules", "test", pack, "--only", "VOTE,MIN-03", "--mutate"])
        #expect([all.status, one.status, family.status] == [0, 0, 0])
        #expect(Set([all.text, one.text, family.text]).count == 3)
        #expect(one.text.hasPrefix("1 条规则"))
        let unknown = try Command.run(["rules", "test", pack, "--only", "VOTE-01,VOT"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("VOT"))
    }

    @Test("the difference of two packs names what was added, removed and changed")
    func difference() throws {
        let copy = try PackCopy()
        let same = try Command.run(["rules", "diff", "Rules/meeting-minutes", copy.pack, "--fail-on-change"])
        #expect(same.status == 0)
        try copy.change("rules/text.xml", "id=\"MIN-04\" severity=\"error\"", to: "id=\"MIN-09\" severity=\"error\"")
        try copy.change("rules/attendance.xml", "id=\"VOTE-01\" severity=\"error\"", to: "id=\"VOTE-01\" severity=\"query\"")
        try copy.change(
            "rules/attendance.xml", "attendance.members.present = votes.{row}.cast", to: "attendance.total.present = votes.{row}.cast")
        try copy.change(
            "rules/attendance.xml", "attendance.members.present=7 votes.first.for=6 votes.first.cast=6", to: "votes.first.for=1")
        try copy.change("passages.xml", "牵头 负责", to: "牵头 主管")
        let changed = try Command.run(["rules", "diff", "Rules/meeting-minutes", copy.pack, "--fail-on-change", "--language", "en"])
        #expect(changed.status == 1)
        for line in [
            "Added     MIN-09", "Removed   MIN-04", "Changed   VOTE-01", "Error → Query", "was", "In each row of “table of votes”",
            "vocabulary.charge", "负责", "主管", "1 removed, 1 added", "rules: 1 added, 1 removed, 1 changed",
        ] {
            #expect(changed.text.contains(line), "\(line) in \(changed.text)")
        }
    }

    @Test("a trial counts each rule's verdicts over a folder and shows where it fires")
    func trial() throws {
        let result = try Command.run(["rules", "trial", Command.faulty, Command.faultyBefore, Command.flawless, "--format", "json"])
        #expect(result.status == 0)
        let json = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect(json["format"] as? String == "gouji-trial-1")
        #expect(json["reports"] as? Int == 3)
        #expect(json["pairs"] as? Int == 1)
        let trials = try #require(json["trials"] as? [[String: Any]])
        let sums = try #require(trials.first { $0["rule"] as? String == "TAB-07" })
        #expect(sums["verdicts"] as? [String: Int] == ["satisfied": 2, "violated": 1, "notApplicable": 0, "undetermined": 0])
        let example = try #require((sums["examples"] as? [[String: Any]])?.first)
        #expect(example["path"] as? String == Command.faulty)
        #expect((example["at"] as? [String: Any])?["path"] as? String != nil)
        for trial in trials { #expect((trial["verdicts"] as? [String: Int])?.values.reduce(0, +) == 3) }
        let text = try Command.run(["rules", "trial", Command.faulty, "--language", "en"]).text
        #expect(text.contains("TAB-07") && text.contains("not applicable"))
        #expect(try Command.run(["rules", "trial", "/nowhere"]).status == 3)
        #expect(try Command.run(["rules", "trial"]).status == 2)
    }

    @Test("a rule is explained in words, with its law and how its cases end", arguments: ["zh-Hans", "en"])
    func explanation(_ language: String) throws {
        let text = try Command.run(["rules", "show", "TAB-08", "--language", language]).text
        let expected =
            language == "en"
            ? [
                "In each row of", "upheld", "国办公开办函〔2021〕30号", "issued 2021-09-26", "superseded by", "passed, 0 failed",
                "Tolerance 0: exactly.",
            ]
            : ["每一行", "结果维持", "国办公开办函〔2021〕30号", "2021-09-26 印发", "取代", "失败 0", "容差 0，须完全相等。"]
        for part in expected { #expect(text.contains(part), "\(part) in \(text)") }
        let list = try Command.run(["rules", "list", "--by", "severity", "--language", language]).text
        #expect(list.contains(language == "en" ? "Query (" : "须说明 ("))
        #expect(try Command.run(["rules", "list", "--by", "law"]).text.contains("国务院令第711号"))
        #expect(try Command.run(["rules", "list", "--by", "section"]).text.contains("存在的主要问题及改进情况 ("))
        #expect(try Command.run(["rules", "list", "--by", "colour"]).status == 2)
    }
}
