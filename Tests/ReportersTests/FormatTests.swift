import AuditModel
import Digest
import DocumentDiff
import DocumentModel
import Foundation
import Testing

@testable import Reporters

@Suite("JSON")
struct JSONTests {
    @Test("an audit parses, with the contract's keys")
    func audit() throws {
        let bytes = AuditJSON.bytes(of: SampleComparison.run, in: .chinese)
        let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(root["format"] as? String == "gouji-audit-1")
        let audits = try #require(root["audits"] as? [[String: Any]])
        #expect(audits.count == 2)
        let audit = try #require(audits.first)
        #expect(
            Set(audit.keys).isSuperset(of: [
                "source", "report", "previous", "conclusion", "indicators", "statements", "verdicts", "findings",
            ]))
        #expect(audit["conclusion"] as? String == "non-compliant")
        #expect(audits[1]["previous"] is NSNull)
        let indicators = try #require(audit["indicators"] as? [[String: Any]])
        #expect(indicators.map { $0["kind"] as? String } == ["number", "number", "number", "number", "blank", "number"])
        #expect(indicators[4]["value"] is NSNull)
        #expect(indicators[0]["value"] as? String == "10")
        let statements = try #require(audit["statements"] as? [[String: Any]])
        #expect(statements.map { $0["indicator"] as? String } == ["cases.received.total", "cases.settled.total", nil, nil])
        #expect(statements[3]["indicators"] as? [String] == ["cases.received.total", "cases.settled.total"])
        #expect(statements.map { $0["agrees"] as? Bool } == [true, false, nil, nil])
        let verdicts = try #require(audit["verdicts"] as? [String: Int])
        #expect(verdicts == ["satisfied": 0, "violated": 4, "notApplicable": 0, "undetermined": 1])
        let findings = try #require(audit["findings"] as? [[String: Any]])
        let evidence = try #require(findings[0]["evidence"] as? [[String: Any]])
        let place = try #require(evidence[1]["at"] as? [String: Any])
        #expect(Set(place.keys) == ["path", "line", "column", "page"])
        #expect(place["path"] as? String == "s2/t1/r3c4")
        #expect(place["page"] is NSNull)
    }

    @Test("applying a comparison's edits to the old texts gives the new ones")
    func edits() throws {
        let bytes = DiffJSON.bytes(of: SampleComparison.comparison, in: .english)
        let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let sections = try #require(root["sections"] as? [[String: Any]])
        var texts: [String] = []
        for block in sections.flatMap({ $0["blocks"] as? [[String: Any]] ?? [] }) where !(block["new"] is NSNull) {
            let edits = try #require(block["edits"] as? [[String: String]])
            texts.append(edits.filter { $0["op"] != "delete" }.compactMap { $0["text"] }.joined())
        }
        #expect(texts == SampleAudit.current.document.textBlocks.map(\.text.string))
    }

    @Test("every character comes back as it went in")
    func escapes() throws {
        let text = String(String.UnicodeScalarView((0...0x7F).compactMap(Unicode.Scalar.init))) + "“勾稽”\u{2028}\u{1F600}"
        var json = JSONWriter()
        json.array(.line, [text]) { $0.string($1) }
        let back = try JSONSerialization.jsonObject(with: Data(json.finished())) as? [String]
        #expect(back == [text])
    }
}

@Suite("HTML")
struct HTMLTests {
    static let page = String(decoding: AuditPage.bytes(of: SampleComparison.run, in: .chinese), as: UTF8.self)

    /// The values of an attribute, in order.
    static func values(of attribute: String, in page: String) -> [String] {
        page.components(separatedBy: " \(attribute)=\"").dropFirst().map { $0.prefix { $0 != "\"" }.description }
    }

    @Test("every link leads to an anchor of the page, and no anchor stands twice")
    func anchors() {
        let ids = Self.values(of: "id", in: Self.page)
        #expect(Set(ids).count == ids.count)
        let links = Self.values(of: "href", in: Self.page)
        #expect(links.count > 20)
        for link in links {
            #expect(link.first == "#")
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
    }

    @Test("nothing is fetched, and nothing runs but the page's own script, told by its digest")
    func selfContained() throws {
        let script = try #require(Self.page.split(separator: "<script>", maxSplits: 1).last?.split(separator: "</script>").first)
        #expect(Self.page.components(separatedBy: "<script").count == 2)
        var running = SHA256()
        running.update(script.utf8)
        let digits = Array(running.hexDigest().utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        let digest = Data(bytes).base64EncodedString()
        #expect(Self.page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'\">"))
        let alone = AuditPage.bytes(
            of: AuditRun(pack: SampleAudit.pack, dossiers: [Dossier(audit: SampleAudit.flawless, delta: nil)], unreadable: []), in: .chinese
        )
        #expect(!String(decoding: alone, as: UTF8.self).contains("script"))
        for word in ["<img", "<link", "<iframe", "@import", "url(", "src=", "http:", "https:", "javascript:"] {
            #expect(!Self.page.contains(word), "\(word)")
        }
    }

    @Test("text of the report never becomes markup")
    func escaping() {
        #expect(!Self.page.contains("<b>"))
        #expect(Self.page.contains("&lt;b&gt;"))
        #expect(Self.page.contains("reports/&lt;坏&gt;.txt"))
    }

    @Test("each mark of the narrative is there, with what it was compared with")
    func marks() {
        #expect(Self.page.contains("class=\"figure agrees\" title=\"相符 · 正文 18 · 表中 收到·总计 18\">18<"))
        #expect(Self.page.contains("class=\"figure differs\" title=\"不符 · 正文 15 · 表中 办结·总计 16\">15<"))
        #expect(Self.page.contains("class=\"figure unbound\" title=\"未对应 · 热线不是案件\">240<"))
        #expect(Self.page.contains("class=\"figure ambiguous\" title=\"两可 · 未写明是收到还是办结 · 收到·总计 · 办结·总计\">2<"))
    }
}

@Suite("Text")
struct TextTests {
    @Test("control characters of a report cannot steer the terminal")
    func controls() {
        var text = TextWriter(Terminal(hasColour: true, width: nil))
        text.line("a\u{1B}[2Jb\u{9B}c\u{7F}")
        #expect(String(decoding: text.bytes, as: UTF8.self) == "a\u{241B}[2Jb\u{2421}c\u{2421}\n")
    }

    @Test("wrapping keeps all characters and the width, and lets no line begin with a closing mark", arguments: [20, 21, 34, 80])
    func wrapping(_ width: Int) {
        let string = "结论：不符合要求，须改正 2 处（一二三四五六七八九十）。The quick brown fox jumps over 12 dogs, 第三部分第1段“办结15件”；"
        let lines = DisplayWidth.wrapped(string, to: width)
        #expect(lines.joined().filter { $0 != " " } == string.filter { $0 != " " })
        for line in lines {
            #expect(DisplayWidth.columns(of: line) <= width + 2)
            #expect(!"，。）；”".contains(line.first ?? " "))
        }
    }

    @Test("a comparison merges shreds for reading, and still gives the new text")
    func shreds() throws {
        func document(_ text: String) -> Document {
            Document(sections: [Section(path: [0], blocks: [.paragraph(Paragraph(number: 1, text: BlockText(text)))])])
        }
        let delta = DocumentDelta(from: document("全年共办结案件十五件"), to: document("上年度受理案件二十件"))
        for block in delta.blocks {
            let runs = block.displayRuns(names: [])
            #expect(runs.filter { $0.operation != .insert }.map(\.text).joined() == block.oldText)
            #expect(runs.filter { $0.operation != .delete }.map(\.text).joined() == block.newText)
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.operation != $1.operation })
        }
    }
}

@Suite("Facts")
struct FactTests {
    @Test("a row an indicator, tab-separated, blank values empty")
    func tsv() {
        let lines = String(decoding: FactSheet.tsv(of: [SampleAudit.current]), as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == "path\tunit\tyear\tindicator\tkind\tvalue\tat")
        #expect(lines[1] == "reports/甲局-2023.txt\t甲局\t2023\tcases.received.own\tnumber\t10\ts2/t1/r2c2")
        #expect(lines[5] == "reports/甲局-2023.txt\t甲局\t2023\tcases.settled.other\tblank\t\ts2/t1/r3c3")
        #expect(lines.count == 7)
    }
}
