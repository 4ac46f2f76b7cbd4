import DocumentModel
import DocumentReaders
import Glibc
import TestSupport
import Testing

/// What of a page is the report, in which encoding it stands, and how it is known for a page.
@Suite struct HTMLPageTests {
    static let title = "某县水务局2031年政府信息公开工作年度报告"
    static let body = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"]
        .map { "<p>\($0)</p><p>全年做了许多工作，办理了各项事务。</p>" }.joined()
    static let expected =
        [title]
        + ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项"].flatMap { ["# " + $0, "全年做了许多工作，办理了各项事务。"] }
    static let signature = ["某县水务局", "2032年1月9日"]

    @Test(
        "The report is found in its page",
        arguments: [
            "<h1>{t}</h1><div class=info>发布时间：2032-01-10 来源：本站</div><div id=zoom>{b}</div><p>某县水务局</p><p>2032年1月9日</p><div>Copyright © 某县</div>",
            "<h1 class=logo>某县人民政府</h1><div class=crumb>当前位置：首页 > 公开</div><table><tr><td><b>{t}</b></td></tr><tr><td>{b}{s}</td></tr></table>",
            "<ul><li><a href=1>一、总体情况</a><li><a href=2>六、其他需要报告的事项</a></ul><div><h1>{t}</h1>{b}{s}</div><p>版权所有：某县</p>",
            "<div class=side><p>某县召开会议，部署各项工作。会议要求抓好落实；确保成效。</p><a href=1>更多</a></div><div class=a><div class=bt>{t}</div><div>{b}</div><div>{s}</div></div>",
            "<div><p>{t}</p><p>日期：2032-01-10　【字体：大 中 小】</p>{b}{s}<p>上一篇：<a href=1>某文</a></p><p>【打印】【关闭】</p></div>",
            "<article><header><h1>{t}</h1><p><time>2032-01-10</time> 来源：<a href=x>水务局</a></p></header>{b}{s}</article><div class=ewm>扫一扫</div>",
            "<div class=t>{t}</div><div class=d>时间：2032-01-10 09:00</div><div>{b}{s}</div><div class=bshare><a title=a>微信</a><a>微博</a></div>",
            "{t}<br>{b}{s}",
        ])
    func pages(_ shape: String) throws {
        let page = shape.replacing("{t}", with: Self.title).replacing("{b}", with: Self.body).replacing(
            "{s}", with: "<p>某县水务局</p><p>2032年1月9日</p>")
        for whole in [
            "<html><head><title>\(Self.title)-某县人民政府</title></head><body>\(page)</body></html>", "<html><body>\(page)</body></html>",
        ] {
            let document = try HTMLSupport.read(whole)
            #expect(document.specimenDump == Self.expected + Self.signature)
            #expect(HTMLSupport.firstMisplaced(document, in: whole) == nil)
        }
    }

    @Test("The name of a column above the title is not the report's where the page tells its title")
    func column() throws {
        let page = "<head><title>\(Self.title)</title></head><body><div><h2>公开年报</h2><p>\(Self.title)</p>\(Self.body)</div></body>"
        #expect(try HTMLSupport.read(page).specimenDump == Self.expected)
    }

    @Test("A title in several lines is known by the page's, though a label above it has it in one")
    func titleInLines() throws {
        let page = """
            <head><meta name="ArticleTitle" content="\(Self.title)"></head><body><table><tr><td>索引号：</td><td>014</td></tr><tr><td>名称：</td>
            <td>\(Self.title)</td></tr></table><div class=bt>某县水务局<br>2031年政府信息公开<br>工作年度报告</div><div>时间：2032-01-10</div><div>\(Self.body)</div></body>
            """
        #expect(try HTMLSupport.read(page).specimenDump == ["某县水务局", "2031年政府信息公开", "工作年度报告"] + Self.expected.dropFirst())
    }

    @Test("What stands beside the report is told")
    func metadata() throws {
        let page = """
            <head><title>甲</title><meta name=PubDate content="2032-01-10 08:00"><meta name="ContentSource" content="水务局"></head><body><h1>\(Self.title)</h1>
            <p><span>发布时间：2032-01-11</span><span>来源：某县水务局</span></p><div>\(Self.body)</div></body>
            """
        let found = try HTMLSupport.read(page).metadata
        #expect(
            found.map { "\($0.kind.rawValue) \($0.text)" } == [
                "title 甲", "publication-date 2032-01-10 08:00", "origin 水务局", "publication-date 2032-01-11", "origin 某县水务局",
            ])
        let lines = Support.lines(page)
        for item in found {
            let position = item.place.position
            let line = try #require(position.line.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil })
            let column = try #require(position.column)
            #expect(line[(column - 1)...].starts(with: item.text.unicodeScalars))
        }
        let bare = try HTMLSupport.read("<h1>\(Self.title)</h1><div>2032-01-12 10:00</div><div>\(Self.body)</div>")
        #expect(bare.metadata.map(\.text) == ["2032-01-12"])
    }

    @Test("A label alone in its cell tells of the next one, with a colon or without", arguments: ["", "：", ":"])
    func labelledCells(_ colon: String) throws {
        let page = """
            <table><tr><td>索引号\(colon)</td><td>014/2032-0012</td><td>发布日期\(colon)</td><td>2032-01-11</td></tr><tr><td>发布机构\(colon)</td>
            <td>某县水务局</td><td>文号\(colon)</td><td>无</td></tr></table><div><h1>\(Self.title)</h1>\(Self.body)</div>
            """
        let document = try HTMLSupport.read(page)
        #expect(document.specimenDump == Self.expected)
        #expect(
            Set(document.metadata.map { "\($0.kind.rawValue) \($0.text)" }) == ["publication-date 2032-01-11", "origin 某县水务局"])
    }

    @Test("The header and the footer of a text's pages are not the report's")
    func pageEdges() throws {
        let page = """
            <body><div title="header"><p>某县水务局年报</p></div><h1>\(Self.title)</h1>\(Self.body)<p>某县水务局</p><p>2032年1月9日</p>
            <div title="footer"><p>— <sdfield type=PAGE>3</sdfield> —</p></div></body>
            """
        #expect(try HTMLSupport.read(page).specimenDump == Self.expected + Self.signature)
    }

    @Test("Without an outline nothing is left out")
    func anyPage() throws {
        let page = "<nav><a href=1>首页</a></nav><p>正文</p><footer>页脚</footer>"
        let document = try DocumentReader.read(Array(page.utf8), outline: .none).document
        #expect(document.specimenDump == ["首页", "正文", "页脚"])
    }

    private func converted(_ text: String, to encoding: String) throws -> [UInt8] {
        let converter = try #require(iconv_open(encoding, "UTF-8"))
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map(CChar.init(bitPattern:))
        var output = [CChar](repeating: 0, count: input.count * 3)
        var left = input.count
        var room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                _ = iconv(converter, &from, &left, &to, &room)
            }
        }
        #expect(left == 0)
        return output.dropLast(room).map(UInt8.init(bitPattern:))
    }

    @Test("The encoding is told by the bytes, whatever the page calls it", arguments: ["utf-8", "gb2312", "gbk", "big5", "iso-8859-1", ""])
    func encodings(_ named: String) throws {
        let page =
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(named)\"></head><body><p>\(Self.title)</p>\(Self.body)</body></html>"
        for (encoding, table) in [
            (TextEncoding.utf8, "UTF-8"), (.gb18030, "GB18030"), (.gb18030, "GBK"), (.utf16LittleEndian, "UTF-16LE"),
            (.utf16BigEndian, "UTF-16BE"),
        ] {
            let reading = try DocumentReader.read(converted(page, to: table), outline: HTMLSupport.outline)
            #expect(reading.encoding == encoding && reading.mediaType == "text/html")
            #expect(reading.document.specimenDump == Self.expected)
            #expect(HTMLSupport.firstMisplaced(reading.document, in: page) == nil)
        }
        let marked = try DocumentReader.read([0xFF, 0xFE] + converted(page, to: "UTF-16LE"), outline: HTMLSupport.outline)
        #expect(marked.document.specimenDump == Self.expected)
    }

    @Test("Traditional characters in Big5 are read")
    func big5() throws {
        let text = "臺灣省政府資訊公開年度報告，辦理各項業務，處理申請案件，並檢討改進。"
        for named in ["big5", "utf-8", "gbk"] {
            let page = "<html><head><meta charset=\(named)></head><body><p>\(text)</p></body></html>"
            let reading = try DocumentReader.read(converted(page, to: "BIG5"), outline: HTMLSupport.outline)
            #expect(reading.encoding == .big5)
            #expect(reading.document.specimenDump == [text])
        }
    }

    @Test(
        "A page is known by how it begins",
        arguments: [
            "<!-- a --><html><p>正文</p></html>", "\u{FEFF}<html><p>正文</p>", "\n\n<TABLE><TR><TD>正文</TABLE>", "<div>正文</div>", "<P>正文",
            "<meta charset=utf-8>正文",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a.dtd\"><html><p>正文</p></html>",
            "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body>正文</body></html>", "<font size=2>正文</font>",
            "<o:p></o:p><p>正文</p>",
            "正文<br><p></p><p></p><p></p><br>", "<!doctype HTML>正文", "<section>正文</section>",
        ])
    func openings(_ page: String) throws {
        let reading = try DocumentReader.read(Array(page.utf8), outline: HTMLSupport.outline)
        #expect(reading.mediaType == "text/html")
        #expect(reading.document.specimenDump == ["正文"])
    }

    @Test("Text with single signs of markup is text", arguments: ["<正文>", "甲 < 乙", "<1> 正文", "正文<br>"])
    func noPages(_ text: String) throws {
        #expect(try DocumentReader.read(Array(text.utf8), outline: HTMLSupport.outline).mediaType == "text/plain")
    }

    @Test("The page in a file of several parts is read", arguments: ["quoted-printable", "base64", "8bit"])
    func savedPage(_ transfer: String) throws {
        let page = "<html><head><meta charset=\"gb2312\"></head><body><p>\(Self.title)</p>\(Self.body)</body></html>"
        let content: String =
            switch transfer {
            case "quoted-printable":
                page.utf8.enumerated().map { index, byte in
                    let text =
                        byte < 0x80 && byte != 0x3D
                        ? String(Character(Unicode.Scalar(byte))) : "=" + String(byte, radix: 16, uppercase: true)
                    return index % 60 == 59 ? text + "=\r\n" : text
                }.joined()
            case "base64": Self.base64(Array(page.utf8))
            default: page
            }
        let file = """
            From: <Saved by a browser>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Part"\r\n\r\n\
            ------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n\
            ------=_Part\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: \(transfer)\r\n\r\n\(content)\r\n------=_Part--\r\n
            """
        let reading = try DocumentReader.read(Array(file.utf8), outline: HTMLSupport.outline)
        #expect(reading.mediaType == "text/html")
        #expect(reading.document.specimenDump == Self.expected)
        #expect(throws: ReadingError.damaged(.html, detail: "multipart/related")) {
            try DocumentReader.read(
                Array(file.replacing("text/html;\r\n\tch", with: "text/plain;\r\n\tch").utf8), outline: HTMLSupport.outline)
        }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 { text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=") }
            if start % 57 == 54 { text += "\r\n" }
        }
        return text
    }
}
