import AuditModel
import RuleLanguage
import Testing

@Suite("Profiles") struct ProfileTests {
    static let opening = #"<profile id="hall-office" pack="small" prefix="LOCAL">"#
    static let titles = #"<title xml:lang="zh-Hans">馆办口径</title><title xml:lang="en">office of the hall</title>"#
    static let own = """
        <rules>
          <rule id="LOCAL-01" severity="query" levels="hall">
            <title xml:lang="zh-Hans">没有写地址</title><title xml:lang="en">no address</title>
            <source ref="order"/>
            <parameter name="most" type="count" default="9">\(ParameterTests.meaning)</parameter>
            <when test="visits.noon.total > {most}"/>
            <account section="overview" evidence="address">\(ParameterTests.saying("9"))</account>
            <case verdict="satisfied"/>
          </rule>
        </rules>
        """
    static let whole = """
        \(opening)
          \(titles)
          <source id="order" document="某市文件"/>
          <exclude rules="TEXT"/>
          <grade rules="SUM LOCAL-01" severity="note"/>
          <set rule="SUM-01" parameter="shortest" value="50"/>
          <set rule="LOCAL-01" parameter="most" value="20"/>
          <vocabulary id="address">地址 住址</vocabulary>
          \(own)
        </profile>
        """

    private static func folder(_ profile: String, more: [String: String] = [:]) throws -> Folder {
        var files = ParameterTests.files()
        files["profiles/hall-office.xml"] = profile
        for (name, text) in more { files["profiles/" + name] = text }
        return try Folder(files)
    }

    private static func problems(_ profile: String, more: [String: String] = [:]) throws -> [String] {
        let folder = try folder(profile, more: more)
        do throws(RulePackError) {
            _ = try RulePackLoader.load(folder.path, profile: "hall-office")
            return []
        } catch {
            return error.problems.map { "\(folder.place($0)) \($0.fault.text.english)" }
        }
    }

    @Test("a profile leaves out, grades and sets rules of the pack and adds its own")
    func whole() throws {
        let folder = try Self.folder(Self.whole)
        let plain = try folder.load()
        #expect(plain.profile == nil)
        #expect(plain.rules.map(\.id) == ["SUM-01", "TEXT-01"])
        let pack = try RulePackLoader.load(folder.path, profile: "hall-office")
        #expect(pack.rules.map(\.id) == ["LOCAL-01", "SUM-01"])
        #expect(pack.rules.map(\.severity) == [.note, .note])
        #expect(pack.rules.map(\.grade) == [.note, .note])
        #expect(pack.rules[0].parameters.map(\.value) == ["20"])
        #expect(pack.rules[1].parameters.first { $0.name == "shortest" }?.value == "50")
        guard case .repetition(_, _, _, _, let minimum, _) = pack.rules[1].conditions[0].requirement else {
            Issue.record("the condition is a repetition")
            return
        }
        #expect(minimum == 50)
        #expect(pack.rules[0].sources.map(\.document) == ["某市文件"])
        // Reading a report does not depend on the profile, save for the values of parameters.
        #expect(pack.basis.map(\.id) == ["SUM-01", "TEXT-01"])
        #expect(pack.basis.map(\.severity) == plain.rules.map(\.severity))
        #expect(pack.digest == plain.digest)
        let profile = try #require(pack.profile)
        #expect(profile.id == "hall-office")
        #expect(profile.title.english == "office of the hall")
        #expect(profile.path == folder.path + "/profiles/hall-office.xml")
        #expect(profile.digest.hasPrefix("sha256:") && profile.digest != pack.digest)
        #expect(profile.excluded == ["TEXT-01"])
        #expect(
            profile.grades == [
                .init(rule: "LOCAL-01", standard: .query, severity: .note), .init(rule: "SUM-01", standard: .error, severity: .note),
            ])
        #expect(
            profile.settings == [
                .init(rule: "LOCAL-01", parameter: "most", standard: "9", value: "20"),
                .init(rule: "SUM-01", parameter: "shortest", standard: "100", value: "50"),
            ])
        #expect(profile.ownRules == ["LOCAL-01"])
    }

    @Test("a profile is named by its path as well, and its own rules' cases are read")
    func path() throws {
        let folder = try Self.folder(Self.whole)
        let path = folder.path + "/profiles/hall-office.xml"
        #expect(try RulePackLoader.load(folder.path, profile: path).profile?.path == path)
        #expect(RulePackLoader.hasProfile(path, in: "/nowhere"))
        #expect(RulePackLoader.hasProfile("hall-office", in: folder.path))
        #expect(!RulePackLoader.hasProfile("hall", in: folder.path))
        #expect(try RulePackLoader.tests(folder.path, profile: path).cases.map(\.rule) == ["LOCAL-01"])
    }

    @Test("rules of its own may stand in files beside it, and its digest covers them")
    func parts() throws {
        let start = Self.opening + Self.titles + #"<source id="order" document="某市文件"/><part file="more/own.xml"/>"#
        let profile = start + #"<include rules="SUM-01"/><vocabulary id="address">地址</vocabulary></profile>"#
        let folder = try Self.folder(profile, more: ["more/own.xml": Self.own])
        let pack = try RulePackLoader.load(folder.path, profile: "hall-office")
        #expect(pack.rules.map(\.id) == ["LOCAL-01", "SUM-01"])
        #expect(pack.profile?.excluded == ["TEXT-01"])
        let other = try Self.folder(profile, more: ["more/own.xml": Self.own.replacing("no address", with: "no addresses")])
        #expect(try RulePackLoader.load(other.path, profile: "hall-office").profile?.digest != pack.profile?.digest)
    }

    @Test(
        "what is wrong with a profile is said with its place",
        arguments: [
            (#"pack="small""#, #"pack="large""#, "1:32", "the pack 'large'"),
            (#"<exclude rules="TEXT"/>"#, #"<exclude rules="TEST"/>"#, "4:19", "there is no rule 'TEST'"),
            (#"<exclude rules="TEXT"/>"#, #"<exclude rules="text"/>"#, "4:3", "text"),
            (#"<grade rules="SUM LOCAL-01""#, #"<grade rules="SUM LOCAL-02""#, "5:21", "LOCAL-02"),
            (#"severity="note""#, #"severity="grave""#, "5:3", "grave"),
            (#"rule="SUM-01" parameter"#, #"rule="SUM-02" parameter"#, "6:14", "SUM-02"),
            (#"parameter="shortest""#, #"parameter="breadth""#, "6:33", "breadth"),
            (#"value="50""#, #"value="half""#, "6:48", "half"),
            (#"<vocabulary id="address">"#, #"<vocabulary id="hollow">"#, "8:19", "hollow"),
            (#"<source ref="order"/>"#, #"<source ref="orders"/>"#, "12:22", "orders"),
            (#"levels="hall""#, #"levels="halls""#, "10:47", "halls"),
            (#" prefix="LOCAL""#, "", "1:1", "prefix"),
            (#"prefix="LOCAL""#, #"prefix="SUM""#, "1:48", "begin with 'SUM'"),
            (#"rule id="LOCAL-01""#, #"rule id="SUM-01""#, "10:14", "SUM-01"),
            ("</profile>", "<extra/></profile>", "19:1", "extra"),
            (titles, titles.replacing("en", with: "fr"), "2:45", "fr"),
            ("</profile>", "", "19:1", "not well-formed"),
        ])
    func faults(_ old: String, _ new: String, place: String, says: String) throws {
        let problems = try Self.problems(Self.whole.replacing(old, with: new))
        let line = place.prefix { $0 != ":" }
        #expect(problems.contains { $0.hasPrefix("profiles/hall-office.xml:\(line):") && $0.contains(says) }, "\(problems)")
    }

    @Test(
        "parts lie in or below the profile's folder",
        arguments: ["../pack.xml", "/etc/passwd", "gone.xml", "more", "hall-office.xml"])
    func outside(_ part: String) throws {
        let profile = Self.opening + Self.titles + #"<part file="\#(part)"/></profile>"#
        #expect(try !Self.problems(profile, more: ["more/own.xml": Self.own]).isEmpty)
    }

    @Test("what is no profile is refused")
    func others() throws {
        let folder = try Self.folder(Self.whole)
        for path in [folder.path + "/form.xml", folder.path + "/none.xml", folder.path + "/"] {
            #expect(throws: RulePackError.self) { try RulePackLoader.load(folder.path, profile: path) }
        }
    }
}
