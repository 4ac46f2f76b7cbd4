extension SpecimenHTML {
    mutating func semantic() -> String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>\(specimen.title)</title>
        <style>body { margin: 0 } p > a { color: red }</style></head>
        <body><main><article>\(blocks())</article></main></body></html>
        """
    }

    mutating func plain() -> String {
        let hasHead = chance(70)
        var text = hasHead ? "<html><head><META http-equiv=Content-Type content=\"text/html; charset=utf-8\"></head><body>" : ""
        var isList = false
        guard dialect == .lists else { return text + "<div>" + blocks() + "</div>" + (hasHead ? "</body></html>" : "") }
        text += specimen.titleLines.map { "<p>\(escaped($0))</p>" }.joined()
        for (index, block) in specimen.blocks.enumerated() {
            switch block {
            case .heading(let ordinal, let title, let level):
                if level == 1, isList {
                    text += "</ol>"
                    isList = false
                }
                if level == 2, !isList {
                    // The number of the specimen's headings is between brackets, which a list's is not; so it is printed.
                    text += "<ol style=\"list-style: none\">"
                    isList = true
                }
                text += level == 2 ? "<li>\(ordinal)\(escaped(title))" : heading(ordinal, title, level)
            case .paragraph(let string):
                let closes = isList && index + 1 < specimen.blocks.count && !Self.isHeading(specimen.blocks[index + 1])
                text += paragraph(string) + (isList ? "</li>" : "")
                if closes {
                    text += "</ol>"
                    isList = false
                }
            case .table(let rows): text += tables(rows)
            }
            text += gap()
        }
        return text
    }

    private static func isHeading(_ block: Specimen.Block) -> Bool {
        if case .heading = block { true } else { false }
    }

    // MARK: Word processor

    mutating func word() -> String {
        var body = "<div class=WordSection1>\n"
        for line in specimen.titleLines { body += wordParagraph(line, " align=center style='text-align:center'") }
        var section = 1
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, _):
                let number =
                    "<![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>\(ordinal)<span style='font:7.0pt \"Times New Roman\"'></span></span><![endif]>"
                body += chance(50) ? wordParagraph(ordinal + title, "") : "<p class=MsoNormal>\(number)<b>\(wordRuns(title))</b></p>\n"
            case .paragraph(let text): body += wordParagraph(text, " style='text-indent:32.0pt;mso-char-indent-count:2.0'")
            case .table(let rows):
                section += 1
                body +=
                    "</div>\n<span lang=EN-US><br clear=all style='mso-break-type:section-break'></span>\n<div class=WordSection\(section)>\n"
                body += table(rows, " class=MsoNormalTable border=1 cellspacing=0 cellpadding=0") { writer, text in
                    "\n  <p class=MsoNormal align=center style='text-align:center'>\(writer.wordRuns(text))<o:p></o:p></p>\n  "
                }
            }
        }
        return """
            <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
            xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
            <head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Word 15">
            <!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author><o:Pages>3</o:Pages></o:DocumentProperties></xml><![endif]-->
            <!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]-->
            <style><!-- /* Font Definitions */ @font-face {font-family:宋体;} p.MsoNormal {margin:0cm;} --></style></head>
            <body lang=ZH-CN style='tab-interval:21.0pt'>
            \(body)<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
            </div></body></html>
            """
    }

    private mutating func wordParagraph(_ text: String, _ attributes: String) -> String {
        "<p class=MsoNormal\(attributes)>\(wordRuns(text))<span\nlang=EN-US><o:p></o:p></span></p>\n\n"
    }

    /// Runs by script, each in a span; a number may be split.
    private mutating func wordRuns(_ text: String) -> String {
        guard !text.isEmpty else { return "<span lang=EN-US>&nbsp;</span>" }
        var result = ""
        var run = ""
        var isLatin = false
        func span(_ run: String, _ isLatin: Bool) -> String {
            run.isEmpty
                ? ""
                : isLatin ? "<span lang=EN-US style='font-size:16.0pt'>\(run)</span>" : "<span\nstyle='font-family:仿宋_GB2312'>\(run)</span>"
        }
        for character in text {
            let latin = character.isASCII
            if latin != isLatin || (latin && chance(30)) {
                result += span(run, isLatin)
                run = ""
                isLatin = latin
            }
            run += escaped(String(character), breaks: false)
        }
        return result + span(run, isLatin)
    }

    // MARK: Site builders

    mutating func site(content: String) -> String {
        let date = pick(["发布日期：", "发布时间: ", "日期："]) + specimen.published
        let title = specimen.titleLines.joined(separator: "<br>")
        let column = pick(["法定主动公开内容", "政府信息公开年报", "政务公开"])
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"/>
            <title>\(specimen.title)-\(specimen.unit)门户网站</title>
            <meta name="SiteName" content="\(specimen.unit)门户网站"/><meta name="PubDate" content="\(specimen.published) 09:30"/>
            <script>var a = 1; if (a < 2 && a > 0) { document.write("<p>一、总体情况</p>"); }</script>
            <link rel="stylesheet" href="/css/a.css"></head><body>
            <div class="header"><div class="logo"><img src="/logo.png" width="300" height="80"></div>
            <div id="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/a/">新闻动态</a></li><li><a href="/b/">政务公开</a></li>
            <li><a href="/c/">办事服务</a></li><li><a href="/d/">互动交流</a></li></ul></div>
            <div class="search"><input type="text" value="请输入关键字"><button>搜索</button></div></div>
            <div class="container"><div class="crumbs">\(pick(["当前位置：", "您所在的位置："]))<a href="/">首页</a> &gt; <a href="/b/">政务公开</a> &gt; <a href="/b/c">\(column)</a></div>
            \(chance(50) ? "<div class=\"side\"><h3>\(column)</h3><ul><li><a href=\"1.html\">政府信息公开指南</a></li><li><a href=\"2.html\">政府信息公开制度</a></li><li><a href=\"3.html\">法定主动公开内容</a></li></ul></div>" : "")
            <div class="main-article">\(chance(50) ? "<h1>\(title)</h1>" : "<div class=\"article-title\">\(title)</div>")
            <div class="info"><span>\(date)</span><span>来源：\(specimen.unit)</span><span>浏览次数：<script>document.write(12)</script></span>
            <span>字体：[<a href="javascript:a(1)">大</a> <a href="javascript:a(2)">中</a> <a href="javascript:a(3)">小</a>]</span></div>
            <div class="article-content" id="zoom"><div class="TRS_Editor">\(content)</div></div>
            <div class="share bdsharebuttonbox"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
            <div class="tools"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div>
            <div class="qrcode"><p>扫一扫在手机打开当前页</p><img src="qr.png" width="120" height="120"></div>
            <div class="related"><h4>相关文档</h4><ul><li><a href="4.html">\(specimen.unit)\(specimen.year - 1)年政府信息公开工作年度报告</a></li>
            <li><a href="5.html">政府信息公开申请流程</a></li></ul></div></div>
            <div class="footer"><p>版权所有：\(specimen.unit)　主办单位：\(specimen.unit)办公室</p><p>网站标识码：3200000001　备案序号：苏ICP备05000000号</p>
            <p>地址：人民路1号　邮编：223000</p></div><script src="/js/b.js"></script></body></html>
            """
    }

    mutating func portal(content: String) -> String {
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="ArticleTitle" content="\(specimen.title)" /><meta name="PubDate" content="\(specimen.published)" />
        <meta name="ContentSource" content="\(specimen.unit)" /><title>\(specimen.unit) 信息公开 \(specimen.title)</title></head><body>
        <nav><a href="/">网站首页</a><a href="/x">要闻</a></nav>
        <table width="1000" align="center"><tr><td height="30">您的位置：<a href="/">首页</a> → <a href="/b">信息公开</a></td></tr></table>
        <table width="100%" class="xxgk-head"><tbody><tr><td>索引号：</td><td>01400000/2024-00001</td><td>主题分类：</td><td>综合政务</td></tr>
        <tr><td>发布机构：</td><td>\(specimen.unit)</td><td>发文日期：</td><td>\(specimen.published)</td></tr>
        <tr><td>名称：</td><td colspan="3">\(specimen.title)</td></tr><tr><td>文号：</td><td></td><td>有效性：</td><td></td></tr></tbody></table>
        <div class="bt">\(specimen.titleLines.joined(separator: "<br>"))</div>
        <div class="bar">时间：\(specimen.published) 10:21:05&nbsp;&nbsp;&nbsp;&nbsp;作者：\(specimen.unit)&nbsp;&nbsp;&nbsp;&nbsp;阅读次数：1024</div>
        <!--ZJEG_RSS.content.begin--><div id="content"><ucapcontent>\(content)</ucapcontent></div><!--ZJEG_RSS.content.end-->
        <p>上一篇：<a href="9.html">\(specimen.unit)政府信息公开指南</a></p><p>下一篇：<a href="10.html">没有了</a></p>
        <div style="display: none">一、总体情况</div><aside><p>相关链接</p><a href="/z">市政府</a></aside>
        <footer>承办单位：\(specimen.unit) 技术支持：某某公司 <a href="/map">网站地图</a></footer></body></html>
        """
    }

    /// No end tags where HTML needs none, capitals, and a table for everything.
    mutating func layoutTables() -> String {
        let content = blocks()
        return """
            <HTML><HEAD><TITLE>\(specimen.title)</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">
            <bgsound src="a.mid" loop=-1></HEAD><BODY bgcolor=#ffffff topmargin=0><CENTER>
            <TABLE WIDTH=778 BORDER=0 CELLPADDING=0 CELLSPACING=0><TR><TD COLSPAN=2><IMG SRC="top.jpg" WIDTH=778 HEIGHT=120></TD></TR>
            <TR><TD COLSPAN=2><MARQUEE>欢迎访问\(specimen.unit)网站</MARQUEE></TD></TR>
            <TR><TD WIDTH=160 VALIGN=TOP><TABLE><TR><TD><A HREF="1.htm">本局概况</A><TR><TD><A HREF="2.htm">政策法规</A><TR><TD><A HREF="3.htm">信息公开</A></TABLE></TD>
            <TD VALIGN=TOP><TABLE WIDTH=100%><TR><TD ALIGN=RIGHT>\(specimen.published)<TR><TD>\(content)<TR><TD><A HREF="javascript:window.close()">关闭窗口</A></TABLE></TD></TR>
            <TR><TD COLSPAN=2 ALIGN=CENTER><FONT SIZE=2>版权所有　\(specimen.unit)　建议使用1024×768分辨率浏览</FONT></TD></TR></TABLE></CENTER></BODY></HTML>
            """
    }
}
