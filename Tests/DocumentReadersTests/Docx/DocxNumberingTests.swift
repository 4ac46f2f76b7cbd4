import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Numbers that stand in no text.
@Suite struct DocxNumberingTests {
    private static func level(_ index: Int, _ format: String, _ text: String, start: Int = 1, more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    private static func list(_ id: Int, _ levels: String) -> String { "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>" }

    private static func num(_ id: Int, _ list: Int, _ more: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(list)\"/>\(more)</w:num>"
    }

    private static func item(_ id: Int, _ level: Int = 0, _ text: String = "甲") -> String {
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private static func lines(_ body: String, _ numbering: String, styles: String = "") throws -> [String] {
        try DocxTextTests.read(body, numbering: numbering, styles: styles).specimenDump
    }

    @Test(
        "Formats",
        arguments: [
            ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("upperRoman", 44, "XLIV"), ("lowerRoman", 9, "ix"), ("upperLetter", 28, "BB"),
            ("lowerLetter", 3, "c"), ("ordinal", 22, "22nd"), ("ordinal", 113, "113th"), ("chineseCounting", 10, "十"),
            ("chineseCounting", 21, "二十一"), ("chineseCountingThousand", 105, "一百零五"), ("chineseCountingThousand", 1010, "一千零一十"),
            ("chineseCountingThousand", 110, "一百一十"), ("japaneseCounting", 12, "十二"), ("ideographDigital", 20, "二〇"),
            ("chineseLegalSimplified", 15, "壹拾伍"), ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircleChinese", 21, "㉑"),
            ("decimalEnclosedCircle", 50, "㊿"), ("decimalEnclosedParen", 4, "⑷"), ("decimalFullWidth", 15, "１５"),
            ("ideographTraditional", 3, "丙"), ("ideographZodiac", 12, "亥"), ("ideographEnclosedCircle", 2, "㊁"), ("unheardOf", 5, "5"),
            ("none", 5, ""), ("upperRoman", 5000, "5000"), ("decimalEnclosedCircle", 1_000_000_000, "1000000000"),
        ])
    func formats(_ format: String, _ number: Int, _ text: String) throws {
        let numbering = Self.list(1, Self.level(0, format, "〔%1〕", start: number)) + Self.num(1, 1)
        #expect(try Self.lines(Self.item(1), numbering) == ["〔\(text)〕甲"])
    }

    @Test("A number is set off only where it would run into the text")
    func suffixes() throws {
        func line(_ label: String, _ text: String, _ suffix: String = "") throws -> [String] {
            let more = suffix.isEmpty ? "" : "<w:suff w:val=\"\(suffix)\"/>"
            let list = Self.list(1, Self.level(0, "decimal", label, more: more))
            return try Self.lines(Self.item(1, 0, text), list + Self.num(1, 1))
        }
        #expect(try line("%1、", "甲") == ["1、甲"])
        #expect(try line("%1.", "甲") == ["1.甲"])
        #expect(try line("%1.", "5件") == ["1. 5件"])
        #expect(try line("%1", "甲") == ["1 甲"])
        #expect(try line("第%1条", "甲", "space") == ["第1条 甲"])
        #expect(try line("%1", "甲", "nothing") == ["1甲"])
        #expect(try line("%1、", "") == ["1、"])
        #expect(try line("100%", "甲") == ["100% 甲"])
    }

    @Test("Lower levels begin again, and name those above them")
    func levels() throws {
        let numbering =
            Self.list(
                1,
                Self.level(0, "chineseCounting", "%1、") + Self.level(1, "decimal", "%1.%2、") + Self.level(2, "lowerLetter", "%3）")
                    + Self.level(3, "decimal", "%4、", more: "<w:lvlRestart w:val=\"0\"/>")
                    + Self.level(4, "decimal", "%1.%5、", more: "<w:isLgl/>")) + Self.num(1, 1)
        let body = [0, 1, 1, 2, 0, 1, 2, 2, 3, 1, 3, 4].map { Self.item(1, $0) }.joined()
        #expect(
            try Self.lines(body, numbering) == [
                "一、甲", "一.1、甲", "一.2、甲", "a）甲", "二、甲", "二.1、甲", "a）甲", "b）甲", "1、甲", "二.2、甲", "2、甲", "2.1、甲",
            ])
    }

    @Test("Lists that share their shape count on, unless one has a start of its own")
    func instances() throws {
        let override = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        let own = "<w:lvlOverride w:ilvl=\"0\">\(Self.level(0, "decimal", "(%1)"))</w:lvlOverride>"
        let numbers = [Self.num(1, 1), Self.num(2, 1), Self.num(3, 1, override), Self.num(4, 1, own)]
        let numbering = Self.list(1, Self.level(0, "decimal", "%1、")) + numbers.joined()
        let body = [1, 1, 2, 3, 3, 4, 1].map { Self.item($0) }.joined()
        #expect(try Self.lines(body, numbering) == ["1、甲", "2、甲", "3、甲", "1、甲", "2、甲", "(3)甲", "4、甲"])
    }

    @Test("A style brings its list and its level, which a paragraph may refuse")
    func styles() throws {
        let numbering =
            Self.list(
                1, Self.level(0, "chineseCounting", "%1、") + Self.level(1, "chineseCounting", "（%2）", more: "<w:pStyle w:val=\"B\"/>"))
            + Self.num(1, 1) + Self.list(2, "<w:numStyleLink w:val=\"L\"/>") + Self.num(2, 2)
        let styles = """
            <w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>\
            <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """
        func item(_ style: String, _ more: String = "") -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(more)</w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        }
        let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
        let body = item("A") + item("B") + item("C") + item("A", none) + item("A") + Self.item(2)
        #expect(try Self.lines(body, numbering, styles: styles) == ["一、甲", "（一）甲", "（二）甲", "甲", "二、甲", "三、甲"])
    }

    @Test("Bullets and lists that are not there are no numbers")
    func noNumbers() throws {
        let numbering = Self.list(1, Self.level(0, "bullet", "\u{F0B7}")) + Self.num(1, 1)
        #expect(try Self.lines(Self.item(1) + Self.item(99) + Self.item(1, 40), numbering) == ["甲", "甲", "甲"])
    }

    @Test("A style that is based on itself ends")
    func circularStyles() throws {
        let styles = """
            <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>\
            <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
            """
        let numbering = Self.list(1, "<w:numStyleLink w:val=\"A\"/>") + Self.num(1, 1)
        #expect(
            try Self.lines("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", numbering, styles: styles) == ["甲"])
    }
}
