import AuditModel
import RuleLanguage
import Testing

@Suite("Waivers") struct WaiverTests {
    private static let whole = """
        <waivers>
          <waiver rule="SUM-01" unit="某馆" year="2023" at="visits.morning.total" by="某市馆办" until="2024-12-31">
            <reason>台账遗失，
              无法核对</reason>
          </waiver>
          <waiver rule="TEXT-01" unit="某园" year="2022" fingerprint="0123456789abcdef" by="某市馆办" until="2024-02-29"><reason>已说明</reason></waiver>
        </waivers>
        """

    private static func load(_ text: String) throws -> (waivers: [Waiver], folder: Folder) {
        let folder = try Folder(SmallPack.files)
        let pack = try folder.load()
        try folder.write(Array(text.utf8), to: "waivers.xml")
        return (try RulePackLoader.waivers(folder.path + "/waivers.xml", for: pack, in: folder.path), folder)
    }

    @Test("a waiver says what it is for, why, by whom and until when")
    func whole() throws {
        let (waivers, folder) = try Self.load(Self.whole)
        let day = try #require(CalendarDate(year: 2024, month: 12, day: 31))
        #expect(
            waivers.first
                == Waiver(
                    rule: "SUM-01", unit: "某馆", year: 2023, fingerprint: nil, at: "visits.morning.total", reason: "台账遗失，无法核对", by: "某市馆办",
                    until: day, source: folder.path + "/waivers.xml:2:3"))
        #expect(waivers.map(\.fingerprint) == [nil, "0123456789abcdef"])
        #expect(waivers.map(\.at) == ["visits.morning.total", nil])
    }

    @Test(
        "what is wrong with a waiver is said with its place",
        arguments: [
            (#"rule="SUM-01""#, #"rule="SUM-02""#, "2:", "SUM-02"), (#" at="visits.morning.total""#, "", "2:", "fingerprint"),
            (#"until="2024-12-31""#, #"until="2023-02-29""#, "2:", "2023-02-29"), (#"until="2024-12-31""#, #"until="soon""#, "2:", "soon"),
            (#" by="某市馆办""#, "", "2:", "by"), (#"year="2023""#, #"year="last""#, "2:", "last"),
            ("<reason>已说明</reason>", "", "6:", "reason"), ("0123456789abcdef", "none", "6:", "none"),
            ("</waivers>", "", "7:", "well-formed"),
        ])
    func faults(_ old: String, _ new: String, place: String, says: String) throws {
        do throws(RulePackError) {
            let folder = try? Folder(SmallPack.files)
            let pack = try RulePackLoader.load(folder?.path ?? "")
            try? folder?.write(Array(Self.whole.replacing(old, with: new).utf8), to: "waivers.xml")
            _ = try RulePackLoader.waivers((folder?.path ?? "") + "/waivers.xml", for: pack, in: folder?.path ?? "")
            Issue.record("the waivers are refused")
        } catch {
            let problem = try #require(error.problems.first)
            #expect("\(problem.line):" == place)
            #expect(problem.fault.text.english.contains(says), "\(problem)")
        }
    }

    @Test("what is no file of waivers is refused")
    func others() throws {
        let folder = try Folder(SmallPack.files)
        let pack = try folder.load()
        for name in ["pack.xml", "none.xml", "."] {
            #expect(throws: RulePackError.self) { try RulePackLoader.waivers(folder.path + "/" + name, for: pack, in: folder.path) }
        }
    }

    @Test("a rule may name its causes, which are rules, and is never its own")
    func causes() throws {
        func problems(_ first: String, _ second: String) throws -> [PackFault] {
            var files = SmallPack.files
            files["rules/sums.xml"] = SmallPack.rules
                .replacing(#"<rule id="SUM-01""#, with: #"<rule id="SUM-01""# + first)
                .replacing(#"<rule id="TEXT-01""#, with: #"<rule id="TEXT-01""# + second)
            let folder = try Folder(files)
            let problems = folder.problems().map(\.fault)
            if problems.isEmpty { #expect(try folder.load().rules.map(\.because) == [[], ["SUM-01"]]) }
            return problems
        }
        #expect(try problems("", #" because="SUM-01""#) == [])
        #expect(try problems(#" because="TEXT-01""#, #" because="SUM-01""#) == [.causesItself("SUM-01"), .causesItself("TEXT-01")])
        #expect(try problems("", #" because="TEXT-01""#) == [.causesItself("TEXT-01")])
        #expect(
            try problems("", #" because="TEXT-02""#).map { if case .unknown(.rule, "TEXT-02", _) = $0 { true } else { false } } == [true])
    }
}
