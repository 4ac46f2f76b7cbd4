import DocumentModel
import DocumentReaders
import TestSupport

/// What suites on HTML need.
enum HTMLSupport {
    /// The outline of the other suites with the words of pages.
    static let outline = Outline(
        entries: Support.outline.entries,
        page: PageVocabulary(
            publicationLabels: ["发布日期", "发布时间", "公开日期", "发文日期", "时间", "日期"],
            originLabels: ["信息来源", "来源", "发布机构", "作者"],
            furniture: [
                "打印", "打印本页", "关闭", "关闭窗口", "分享", "分享到", "返回", "返回顶部", "首页", "上一篇", "下一篇", "相关链接", "相关文档", "扫一扫", "字体", "字号", "大",
                "中", "小", "浏览次数", "阅读次数", "网站地图", "版权所有", "主办单位", "承办单位", "网站标识码", "当前位置", "您所在的位置", "您的位置", "索引号", "主题分类",
                "文号", "有效性",
            ]))

    static func read(_ page: String) throws(ReadingError) -> Document {
        try DocumentReader.read(Array(page.utf8), outline: outline).document
    }

    /// The first character of a document whose place in the source is neither the same character nor a reference to it; white space may stand for
    /// any white space.
    static func firstMisplaced(_ document: Document, in source: String) -> String? {
        let lines = Support.lines(source)
        for (locator, block) in Support.texts(document) {
            var offset = 0
            for scalar in block.string.unicodeScalars {
                let position = block.position(atOffset: offset)
                offset += UTF8.width(scalar)
                if scalar == "\n" { continue }
                let name = "\(locator) +\(offset) \(scalar) at \(position.line ?? 0):\(position.column ?? 0)"
                guard let line = position.line, let column = position.column, lines.indices.contains(line - 1), column >= 1 else {
                    return name
                }
                let there = lines[line - 1]
                let found = column <= there.count ? there[column - 1] : "\n"
                let isBlank = Blank.contains(scalar.value) && Blank.contains(found.value)
                guard found == scalar || found == "&" || isBlank else {
                    return name + " " + String(String.UnicodeScalarView(there[max(0, column - 12)..<min(there.count, column + 12)]))
                }
                // What a reference without its semicolon means is for the parser to say.
                if found == "&", scalar != "&", there[column...].prefix(12).first(where: { $0 == ";" || $0 == "<" || $0 == " " }) == ";" {
                    guard let meant = meaning(there[column...]), meant == scalar else { return name + " \(there[column...].prefix(8))" }
                }
            }
        }
        return nil
    }

    /// What a reference means, from behind its `&`; nil for one that the tests do not write.
    private static func meaning(_ text: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        let name = String(
            String.UnicodeScalarView(text.prefix { $0 == "#" || $0.properties.isAlphabetic || $0.properties.numericType != nil }.prefix(12))
        )
        if name == "#147" { return "“" }
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2).prefix(while: \.isHexDigit), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst().prefix { $0.isASCII && $0.isNumber }).flatMap(Unicode.Scalar.init) }
        return ["lt": "<", "gt": ">", "amp": "&", "ldquo": "“", "rdquo": "”", "nbsp": "\u{A0}", "quot": "\"", "copy": "©"][name]
    }
}
