import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// What paragraphs of WordprocessingML say, piece by piece.
@Suite struct DocxTextTests {
    static func read(_ body: String, numbering: String? = nil, styles: String? = nil) throws -> Document {
        var file = DocxFile(body: body)
        if let numbering { file.numbering = numbering }
        if let styles { file.styles = styles }
        return try DocumentReader.read(file.bytes, outline: .none).document
    }

    static func lines(_ body: String) throws -> [String] { try read(body).specimenDump }

    private static func remarks(_ document: Document) -> [String] { document.remarks.map { "\($0.kind) \($0.detail)" } }

    @Test(
        "A run says what is printed",
        arguments: [
            ("<w:t>甲</w:t><w:t>乙</w:t>", "甲乙"), ("<w:t> 甲 </w:t><w:t>乙</w:t>", "甲乙"),
            ("<w:t xml:space=\"preserve\">甲 </w:t><w:t>乙</w:t>", "甲 乙"), ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
            ("<w:t>010</w:t><w:noBreakHyphen/><w:t>8</w:t>", "010-8"), ("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t>", "甲乙"),
            ("<w:t>甲&amp;乙&#x4E19;<![CDATA[<丁>]]></w:t>", "甲&乙丙<丁>"), ("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>甲</w:t>", "☑甲"),
            ("<w:t>甲</w:t><w:delText>丙</w:delText><w:instrText>丙</w:instrText><w:t>乙</w:t>", "甲乙"),
            ("<w:t>甲\n乙</w:t>", "甲 乙"), ("<w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t>", "甲乙"),
            ("<w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby>", "甲"),
        ])
    func runs(_ run: String, _ text: String) throws {
        #expect(try Self.lines("<w:p><w:r>\(run)</w:r></w:p>") == [text])
    }

    @Test("Line breaks part lines; the end of a page does so behind a sentence only")
    func breaks() throws {
        #expect(try Self.lines("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r></w:p>") == ["甲", "乙", "丙"])
        let page = "<w:br w:type=\"page\"/>"
        #expect(try Self.lines("<w:p><w:r><w:t>收到</w:t>\(page)<w:t>3件。</w:t>\(page)<w:t>乙</w:t></w:r></w:p>") == ["收到3件。", "乙"])
        #expect(try Self.lines("<w:p><w:r>\(page)<w:t>一、总体情况</w:t></w:r></w:p>") == ["一、总体情况"])
    }

    @Test("Of a field the result is read, of a field that is cut off everything but the instruction")
    func fields() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
        let instruction = "<w:r><w:instrText>IF x</w:instrText></w:r>"
        // The result of a field within an instruction is no text.
        let nested = mark("begin") + text("隐") + mark("separate") + text("隐") + mark("end")
        let field = mark("begin") + instruction + nested + mark("separate") + text("乙") + mark("end")
        #expect(try Self.lines("<w:p>\(text("甲"))\(field)\(text("丙"))</w:p>") == ["甲乙丙"])
        #expect(try Self.lines("<w:p>\(mark("begin"))\(instruction)\(text("甲"))</w:p><w:p>\(text("乙"))</w:p>") == ["甲", "乙"])
        #expect(try Self.lines("<w:p>\(mark("begin"))\(instruction)</w:p><w:p>\(mark("end"))\(text("乙"))</w:p>") == ["乙"])
        #expect(try Self.lines("<w:p>\(mark("end"))\(mark("separate"))\(text("乙"))</w:p>") == ["乙"])
    }

    @Test("A list of contents that a field makes is left out, and that is said, but not the text that a field without a proper end holds")
    func contents() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
        func instruction(_ text: String) -> String { "<w:r><w:instrText xml:space=\"preserve\"> \(text) </w:instrText></w:r>" }
        func line(_ title: String, _ page: Int) -> String {
            let number = mark("begin") + instruction("PAGEREF _T \\h") + mark("separate") + text("\(page)") + mark("end")
            return "<w:hyperlink w:anchor=\"_T\">\(text(title))<w:r><w:tab/></w:r>\(number)</w:hyperlink>"
        }
        let titles = ["一、总体情况", "二、主动公开政府信息情况", "附表"]
        let open = mark("begin") + instruction("TOC \\o") + mark("separate")
        let listed = titles.enumerated().map { "<w:p>\($0 == 0 ? open : "")\(line($1, $0 + 3))\($0 == 2 ? mark("end") : "")</w:p>" }
        let body = listed + titles.map { "<w:p>\(text($0))</w:p><w:p>\(text("3\t4"))</w:p>" }
        let sections = ["# 一、总体情况", "3 4", "# 二、主动公开政府信息情况", "3 4", "附表", "3 4"]
        func read(_ paragraphs: [String]) throws -> Document {
            let body = "<w:p>\(text("某县年度报告"))</w:p><w:p>\(text("目  录"))</w:p>" + paragraphs.joined()
            return try DocumentReader.read(DocxFile(body: body).bytes, outline: Support.outline).document
        }
        let document = try read(body)
        #expect(document.specimenDump == ["某县年度报告"] + sections)
        #expect(Self.remarks(document) == ["contentsList 3"])
        let long = try read(["<w:p>\(open)\(text("本年度工作平稳，数据见下。"))</w:p>", "<w:p>\(text("甲。"))\(mark("end"))</w:p>"])
        #expect(long.specimenDump == ["某县年度报告", "目  录", "本年度工作平稳，数据见下。", "甲。"])
    }

    @Test("Tracked changes are read as accepted, and counted")
    func changes() throws {
        let document = try Self.read(
            """
            <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>
            <w:p><w:ins w:id="3"><w:r><w:t>丙</w:t></w:r></w:ins><w:moveFrom w:id="4"><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:moveTo w:id="5"><w:r><w:t>丁</w:t></w:r></w:moveTo></w:p>
            """)
        #expect(document.specimenDump == ["甲丙", "丁"])
        #expect(Self.remarks(document) == ["trackedChanges 5"])
    }

    @Test("Hidden text is left out by run, by character style and by paragraph style, and that is said")
    func hidden() throws {
        let styles = """
            <w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>
            """
        func run(_ text: String, _ properties: String) -> String { "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>" }
        let body = """
            <w:p>\(run("甲", "<w:vanish/>"))\(run("乙", "<w:vanish w:val=\"0\"/>"))\(run("丙", "<w:rStyle w:val=\"C\"/>"))</w:p>\
            <w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr>\(run("丁", ""))\(run("戊", "<w:vanish w:val=\"false\"/>"))\(run(" ", ""))</w:p>
            """
        let document = try Self.read(body, styles: styles)
        #expect(document.specimenDump == ["乙", "戊"])
        #expect(Self.remarks(document) == ["hiddenText 3"])
    }

    @Test("Of markup in two versions one is read, text boxes behind their paragraph")
    func alternatives() throws {
        let box = { (text: String) in "<w:txbxContent><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:txbxContent>" }
        let both = """
            <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>\(box("框"))</wps:txbx></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:textbox>\(box("框"))</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>
            """
        #expect(try Self.lines("<w:p><w:r><w:t>甲</w:t>\(both)<w:t>乙</w:t></w:r></w:p>") == ["甲乙", "框"])
        #expect(try Self.lines("<w:p><w:r>\(both.replacing("\"wps\"", with: "\"zz9\""))</w:r></w:p>") == ["框"])
        let art = "<w:pict><v:shape><v:textpath string=\"年度报告\"/></v:shape></w:pict>"
        #expect(try Self.lines("<w:p><w:r>\(art)</w:r></w:p>") == ["年度报告"])
    }

    @Test("Pictures, embedded documents and notes are said, each at its place")
    func others() throws {
        let picture = "<w:r><w:drawing><a:blip r:embed=\"r9\"/></w:drawing></w:r>"
        var file = DocxFile(
            body: """
                <w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p>\(picture)\(picture)</w:p><w:altChunk r:id="r8"/>\
                <w:p><w:r><w:t>二、主动公开政府信息情况</w:t><w:footnoteReference w:id="2"/></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>\(picture)</w:p></w:tc></w:tr></w:tbl>
                """)
        file.numbering = ""
        let document = try DocumentReader.read(file.bytes, outline: Support.outline).document
        #expect(
            document.remarks.map { "\($0.kind) \($0.place.locator) \($0.detail)" } == [
                "footnotes s0 1", "picture s1 2", "embeddedDocument s1 1", "picture s2/t1/r1c1 1",
            ])
    }
}
