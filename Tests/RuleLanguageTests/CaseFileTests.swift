import AuditModel
import RuleLanguage
import Testing

@Suite("Cases and excuses")
struct CaseFileTests {
    private func tests(_ change: (inout [String: String]) -> Void) throws -> PackTests {
        var files = SmallPack.files
        change(&files)
        return try Folder(files).tests()
    }

    @Test("each line of an each is a case of its own, with the place of its line")
    func each() throws {
        let tests = try tests {
            $0["cases/lines.xml"] = """
                <cases>
                  <case rule="TEXT-01" verdict="violated" severity="query" at="s1/p1">
                    <title>某馆2024年年度报告</title>
                    <each section="overview">
                      第一句。

                      第二句。
                    </each>
                  </case>
                </cases>
                """
        }
        let cases = tests.cases.filter { $0.place.contains("cases/lines.xml") }
        #expect(cases.map(\.number) == [3, 4])
        #expect(cases.map { $0.place.split(separator: ":").dropFirst().joined(separator: ":") } == ["5:1", "7:1"])
        let texts = cases.flatMap { item in
            if case .made(let made) = item.report { made.texts.flatMap(\.paragraphs) } else { [String]() }
        }
        #expect(texts == ["第一句。", "第二句。"])
        #expect(cases.allSatisfy { $0.severities == [.query] && $0.places == ["s1/p1"] })
    }

    @Test("with words each line of an each is a case for each of them, which has to have its place in the line")
    func words() throws {
        func file(_ words: String, _ line: String) -> String {
            """
            <cases>
              <case rule="TEXT-01" verdict="violated" at="s1/p1">
                <each section="overview"\(words)>
                  \(line)
                  又一句{word}。
                </each>
              </case>
            </cases>
            """
        }
        let tests = try tests { $0["cases/words.xml"] = file(" words=\"甲 乙\"", "这一句{word}，再说{word}。") }
        let cases = tests.cases.filter { $0.place.contains("cases/words.xml") }
        let texts = cases.flatMap { item in
            if case .made(let made) = item.report { made.texts.flatMap(\.paragraphs) } else { [String]() }
        }
        #expect(texts == ["这一句甲，再说甲。", "这一句乙，再说乙。", "又一句甲。", "又一句乙。"])
        #expect(cases.map { $0.place.split(separator: ":").dropFirst().joined(separator: ":") } == ["4:1 甲", "4:1 乙", "5:1 甲", "5:1 乙"])

        for (words, line, wrong) in [(" words=\"甲 乙\"", "没有位置。", "没有位置。"), ("", "没有位置。", "又一句{word}。")] {
            let error = #expect(throws: RulePackError.self) { try self.tests { $0["cases/words.xml"] = file(words, line) } }
            #expect(error?.problems.map(\.fault) == [.wordsDoNotFit(line: wrong)])
        }
    }

    @Test("a case for several forms is a case of each")
    func forms() throws {
        let tests = try tests {
            $0["old.xml"] = SmallPack.form.replacingFirst("id=\"2021\"", with: "id=\"2019\"")
            $0["pack.xml"] = SmallPack.manifest.replacingFirst(
                "<part file=\"form.xml\"/>", with: "<part file=\"form.xml\"/><part file=\"old.xml\"/>")
            $0["cases/forms.xml"] = """
                <cases>
                  <case rule="TEXT-01" verdict="not-applicable" form="2019 2021"/>
                  <case rule="TEXT-01" verdict="not-applicable" form="2019"/>
                </cases>
                """
        }
        let cases = tests.cases.filter { $0.place.contains("cases/forms.xml") }
        #expect(cases.map(\.form) == ["2021", "2019", "2019"])
        #expect(Set(cases.map(\.number)).count == 3)
    }

    @Test("excuses are read wherever they stand, with the names that they are for")
    func excuses() throws {
        let tests = try tests {
            $0["rules/sums.xml"] = SmallPack.rules.replacingFirst(
                "</rule>", with: "<excuse mutation=\"forms dropped\">只有一种格式</excuse></rule>")
            $0["passages.xml"] = SmallPack.passages.replacingFirst(
                "</passages>", with: "<excuse mutation=\"vocabulary.hollow without\" names=\"无 略\">同义</excuse></passages>")
            $0["cases/more.xml"] = "<cases><excuse rule=\"TEXT-01\" mutation=\"severity = *\">说明</excuse></cases>"
        }
        #expect(tests.excuses.map(\.rule) == [nil, "SUM-01", "TEXT-01"])
        #expect(
            tests.excuses.map(\.patterns) == [
                ["vocabulary.hollow without 无", "vocabulary.hollow without 略"], ["forms dropped"], ["severity = *"],
            ])
        #expect(tests.excuses.map(\.reason) == ["同义", "只有一种格式", "说明"])
    }

    @Test("files of cases make no part of the pack, and are looked at only to be run")
    func laziness() throws {
        let plain = try Folder(SmallPack.files).load()
        var files = SmallPack.files
        files["cases/broken.xml"] = "<cases><case rule=\"NONE-01\" verdict=\"satisfied\"/></cases>"
        let folder = try Folder(files)
        #expect(try folder.load().digest == plain.digest)
        let faults = #expect(throws: RulePackError.self) { try folder.cases() }?.problems.map(\.fault)
        guard case .unknown(.rule, "NONE-01", _)? = faults?.first else {
            Issue.record("not refused for the rule: \(String(describing: faults))")
            return
        }
    }

    @Test("as many severities as places, or one for all")
    func severities() throws {
        let error = #expect(throws: RulePackError.self) {
            try tests {
                $0["cases/more.xml"] =
                    "<cases><case rule=\"SUM-01\" verdict=\"violated\" severity=\"error note error\" at=\"s1/p1 s2/p1\"/></cases>"
            }
        }
        #expect(error?.problems.map(\.fault) == [.severitiesDoNotFit(found: 3, places: 2)])
    }

    @Test("a folder of parts stands for all files within, and has to have some")
    func folders() throws {
        var files = SmallPack.files
        files["pack.xml"] = SmallPack.manifest.replacingFirst("<part file=\"rules/sums.xml\"/>", with: "<parts folder=\"rules\"/>")
        files["rules/more.xml"] = SmallPack.rules.replacingFirst("SUM-01", with: "SUM-02").replacingFirst("TEXT-01", with: "TEXT-02")
        #expect(try Folder(files).load().rules.map(\.id) == ["SUM-01", "SUM-02", "TEXT-01", "TEXT-02"])

        files["pack.xml"] = SmallPack.manifest.replacingFirst("<part file=\"rules/sums.xml\"/>", with: "<parts folder=\"others\"/>")
        #expect(try Folder(files).problems().map(\.fault).contains(.emptyFolder("others/")))
    }

    @Test("what a pack cites may be told in full, and names what took its place")
    func instruments() throws {
        var files = SmallPack.files
        files["pack.xml"] = SmallPack.manifest.replacingFirst(
            "<source id=\"law\" document=\"某法\"/>",
            with: """
                <source id="law" document="某法（第2号）" number="第2号" issuer="某会" issued="2020-05" effective="2021-01-01"/>
                <source id="old" document="旧法" superseded-by="law"/>
                """)
        let pack = try Folder(files).load()
        #expect(pack.instruments.map(\.validity) == [.valid, .superseded(by: "law")])
        #expect(pack.instruments.first?.issued == "2020-05")
        #expect(pack.rules.first?.sources.first?.instrument == "law")

        files["pack.xml"] = SmallPack.manifest.replacingFirst("document=\"某法\"/>", with: "document=\"某法\" superseded-by=\"none\"/>")
        guard case .unknown(.source, "none", _)? = try Folder(files).problems().first?.fault else {
            Issue.record("not refused")
            return
        }
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
