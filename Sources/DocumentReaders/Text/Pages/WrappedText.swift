import DocumentModel

/// Tells which lines of a text go on with the paragraph of the line before them, where paragraphs were broken into lines of one width.
struct WrappedText {
    /// For each line.
    let goesOn: [Bool]

    private struct Shape {
        /// Display columns to the end of the text.
        var width = 0
        /// Blanks before the text, in display columns.
        var indent = 0
        var isProse = false
        var endsSentence = false
    }

    /// Bytes of a line that may have been broken: fifteen Chinese characters.
    private static let shortest = 45
    /// Display columns by which full lines differ: a mark that may not begin a line and words that are not broken.
    private static let slack = 8
    /// Display columns of the widest page.
    private static let widest = 200

    /// Nil for a text whose paragraphs are lines. `isTable`: for each line.
    init?(_ lines: [SourceLine], _ cutter: TextCutter, _ matcher: TitleMatcher, isTable: (Int) -> Bool) {
        let bytes = cutter.bytes
        var long = 0
        // By the blank lines behind them, none or one: where lines stand far apart a blank one comes out between some of them, or all.
        var candidates: [[Int]] = [[], []]
        var shapes = [Shape](repeating: Shape(), count: lines.count)
        for (index, line) in lines.enumerated() where !line.hasTab && !line.hasBar && !isTable(index) {
            shapes[index].isProse = true
            guard line.end - line.start >= Self.shortest else { continue }
            long += 1
            shapes[index].endsSentence = Self.endsSentence(line, bytes)
            guard !shapes[index].endsSentence, index + 1 < lines.count, Self.isNext(lines[index + 1], 1), !Self.hasGap(line, bytes) else {
                continue
            }
            candidates[Self.isNext(lines[index + 1], 0) ? 0 : 1].append(index)
        }
        for kind in candidates.indices {
            candidates[kind].removeAll { !shapes[$0 + 1].isProse || Self.isNumbered(lines[$0 + 1], cutter) }
        }
        let blanks: UInt8 = candidates[1].count > 2 && candidates[1].count * 4 >= candidates[0].count ? 1 : 0
        var broken = blanks == 1 ? (candidates[0] + candidates[1]).sorted() : candidates[0]
        guard broken.count > 1, broken.count * 8 >= long else { return nil }
        // Rows of a table that no label has told, and a list of contents, say nothing of the text's width and margins.
        for index in lines.indices where shapes[index].isProse {
            shapes[index].isProse = !Self.hasGap(lines[index], bytes) && !Self.endsWithPage(lines[index], bytes)
        }
        broken.removeAll { !shapes[$0 + 1].isProse }
        for index in lines.indices where shapes[index].isProse {
            (shapes[index].indent, shapes[index].width) = Self.measure(lines[index], bytes)
            if lines[index].end - lines[index].start < Self.shortest { shapes[index].endsSentence = Self.endsSentence(lines[index], bytes) }
        }
        guard broken.count > 1 else { return nil }
        let widths = broken.map { shapes[$0].width }.sorted()
        let usual = widths[widths.count / 2]
        let near = widths.count { abs($0 - usual) <= Self.slack }
        guard usual <= Self.widest, near * 10 >= widths.count * 7 else { return nil }
        // Where lines are broken hardly any goes beyond their width: a title of two lines may.
        let wider = shapes.count { $0.width > usual + Self.slack }
        guard wider <= max(2, long / 20) else { return nil }

        let (margins, showsIndent) = Self.margins(lines, shapes)
        let indented = lines.indices.count { shapes[$0].isProse && shapes[$0].indent > margins[$0] }
        let apart = lines.indices.count { shapes[$0].isProse && lines[$0].blanksBefore > blanks && !lines[$0].beginsPage }
        let prose = shapes.count { $0.isProse }
        // How far paragraphs are indented on pages that show it. Where all lines of another page are, each may be the first of its paragraph.
        let margin = lines.indices.lazy.filter { shapes[$0].isProse }.map { margins[$0] }.min() ?? 0
        let openings = Set(
            lines.indices.lazy.filter { shapes[$0].isProse && margins[$0] == margin }.map { shapes[$0].indent }.filter { $0 > margin })
        // Without either, the end of a sentence at the end of a full line may end a paragraph, too.
        let isApart = apart * 2 >= prose - broken.count
        let showsParagraphs = indented * 8 >= prose || isApart
        guard showsParagraphs || lines.contains(where: \.beginsPage) else { return nil }
        goesOn = lines.indices.map { index in
            guard index > 0, shapes[index].isProse, shapes[index - 1].isProse, Self.isNext(lines[index], blanks) else { return false }
            // The first line of a text is its title unless it has a mark of a clause.
            if index == 1, !Self.hasClauses(lines[0], cutter) { return false }
            // A number or a word of letters that begins the line had to go on in it as a whole.
            let width = shapes[index - 1].width + Self.wordWidth(lines[index], bytes)
            guard width >= usual - Self.slack, shapes[index].indent <= margins[index] else { return false }
            // A page on which all lines are indented alike does not tell which of them begin paragraphs.
            let isUntold = !showsIndent[index] && !isApart || margins[index] > margin && openings.contains(shapes[index].indent)
            if shapes[index - 1].endsSentence, isUntold || Self.isNumbered(lines[index], cutter) { return false }
            return !Self.isHeading(lines[index], cutter, matcher) && !Self.isHeading(lines[index - 1], cutter, matcher)
        }
    }

    /// The display columns of the number or word of letters at the beginning of a line; 0 for other text.
    private static func wordWidth(_ line: SourceLine, _ bytes: [UInt8]) -> Int {
        let range = Blank.trimmed(line.range, of: bytes)
        return min(widestWord, bytes[range].prefix { 0x21...0x7E ~= $0 }.count)
    }

    private static let widestWord = 24

    /// Whether a mark that parts clauses or sentences stands in a line.
    private static func hasClauses(_ line: SourceLine, _ cutter: TextCutter) -> Bool {
        let text = String(decoding: cutter.bytes[line.range], as: UTF8.self)
        return text.unicodeScalars.contains { $0.value == 0xFF0C || $0.value == 0x2C || HeadingLine.partsSentences($0.value) }
    }

    /// Whether words stand apart within a line, as in menus and lists.
    private static func hasGap(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
        let range = Blank.trimmed(line.range, of: bytes)
        var blanks = 0
        for index in range {
            blanks = bytes[index] == 0x20 ? blanks + 1 : 0
            if blanks > 2 { return true }
        }
        return false
    }

    /// Whether nothing but so many blank lines or the end of a page stands between a line and the one before it.
    private static func isNext(_ line: SourceLine, _ blanks: UInt8) -> Bool { line.blanksBefore <= blanks || line.beginsPage }

    /// 。 ！ ？ ； ： ） ” and a full stop.
    private static func endsSentence(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
        let range = Blank.trimmed(line.range, of: bytes)
        guard let last = range.last else { return true }
        if bytes[last] < 0x80 { return bytes[last] == 0x2E || bytes[last] == 0x3B || bytes[last] == 0x3A || bytes[last] == 0x3F }
        guard range.count >= 3 else { return false }
        switch (bytes[last - 2], bytes[last - 1], bytes[last]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A): return true
        default: return false
        }
    }

    /// Whether leaders and a page's number end a line, as in a list of contents.
    private static func endsWithPage(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
        let range = Blank.trimmed(line.range, of: bytes)
        guard let last = range.last, range.count > 3, range.count <= 4 * HeadingLine.lookahead else { return false }
        // A digit or a mark, narrow or wide, or the word for page; letters of Han begin with other bytes.
        guard bytes[last] < 0x80 || bytes[last - 2] == 0xEF || bytes[last - 2] == 0xE9 else { return false }
        return HeadingLine(String(decoding: bytes[range], as: UTF8.self)).hasLeaders
    }

    private static func isNumbered(_ line: SourceLine, _ cutter: TextCutter) -> Bool {
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        let opening = String(decoding: cutter.bytes[range.prefix(48)], as: UTF8.self)
        return HeadingLine(opening).ordinal.map { !$0.isWeak } ?? false
    }

    private static func isHeading(_ line: SourceLine, _ cutter: TextCutter, _ matcher: TitleMatcher) -> Bool {
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        guard range.count <= 4 * HeadingLine.lookahead else { return false }
        let heading = HeadingLine(String(decoding: cutter.bytes[range], as: UTF8.self))
        return heading.isTitle && matcher.exact(heading.key) != nil
    }

    private static func measure(_ line: SourceLine, _ bytes: [UInt8]) -> (indent: Int, width: Int) {
        let range = Blank.trimmed(line.range, of: bytes)
        var width = 0
        var indent = 0
        for index in line.start..<range.upperBound where bytes[index] & 0xC0 != 0x80 {
            if index == range.lowerBound { indent = width }
            if bytes[index] == 0x0C { continue }
            width += bytes[index] >= 0xE2 ? 2 : 1
        }
        return (indent, width)
    }

    /// For each line the least indent of the running text on its page, and whether other lines there are indented more.
    private static func margins(_ lines: [SourceLine], _ shapes: [Shape]) -> (margins: [Int], showsIndent: [Bool]) {
        var margins = [Int](repeating: 0, count: lines.count)
        var showsIndent = [Bool](repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            let end = lines[(start + 1)...].firstIndex(where: \.beginsPage) ?? lines.count
            let margin = (start..<end).reduce(Int.max) { shapes[$1].isProse ? min($0, shapes[$1].indent) : $0 }
            let isIndented = (start..<end).contains { shapes[$0].isProse && shapes[$0].indent > margin }
            for index in start..<end {
                margins[index] = margin
                showsIndent[index] = isIndented
            }
            start = end
        }
        return (margins, showsIndent)
    }
}
