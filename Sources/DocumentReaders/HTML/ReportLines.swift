import DocumentModel
import XML

/// Decides line by line what of a page is the report; when in doubt it is.
struct ReportLines {
    /// By line, whether it is the report's.
    private(set) var isKept: [Bool]
    private(set) var metadata: PageMetadata

    private let content: PageContent
    private let page: HTMLPage
    private let region: ReportRegion
    private let words: PageWords
    /// The lines of the data tables that are in no other.
    private let tables: [Range<Int>]
    /// By line: figures in those tables, sentences in bytes, and what only a page has.
    private let figures: LineSums
    private let sentences: LineSums
    private let idle: LineSums
    /// The parts around an article that are what they are called, whose elements say so, and all.
    private var taggedAsides: LineSums
    private var asides: LineSums
    /// Whether each line is a control, a label or a link of the page by its words.
    private let isFurniture: [Bool]

    /// Linear in the page.
    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage, outline: Outline) {
        self.content = content
        self.page = page
        words = PageWords(outline.page)
        region = ReportRegion(content, roles, page)
        tables = content.tables.indices.filter { roles.roles[$0] == .data }.reduce(into: []) { tables, index in
            let lines = content.tables[index].lines
            if lines.lowerBound >= tables.last?.upperBound ?? 0 { tables.append(lines) }
        }
        metadata = PageMetadata(words: words)
        metadata.addHead(content, page)
        let words = words
        let isFurniture = content.lines.indices.map { words.isFurniture(content.lines[$0].text.string) }
        self.isFurniture = isFurniture
        let count = content.lines.count
        let isInTable = LineSums(covering: tables, of: count)
        figures = LineSums(content.lines.indices.map { isInTable[$0] > 0 && CellText.hasDigit(content.lines[$0].text.string) ? 1 : 0 })
        sentences = LineSums(content.lines.indices.map { content.lines[$0].stops > 0 ? content.lines[$0].bytes : 0 })
        idle = LineSums(content.lines.indices.map { isFurniture[$0] || content.lines[$0].isLink ? 1 : 0 })
        taggedAsides = LineSums(covering: [], of: count)
        asides = taggedAsides
        isKept = Array(repeating: true, count: count)
        // Without an outline any text is as good as any other.
        guard !outline.entries.isEmpty, !content.lines.isEmpty else { return }
        let found = content.asides.filter(isTrue)
        taggedAsides = LineSums(covering: found.lazy.filter(\.isTagged).map(\.lines), of: count)
        asides = LineSums(covering: found.map(\.lines), of: count)
        let path = region.path
        let inside = path.last.map { region.lines(ofNodes: $0..<page.end(of: $0)) } ?? 0..<content.lines.count
        dropInside(inside)
        dropOutside(inside, path)
        keepTitle(before: inside)
        readMetadata(before: inside.lowerBound, head: inside.first { content.lines[$0].entry != nil } ?? inside.lowerBound)
    }

    private mutating func drop(_ lines: Range<Int>) {
        for line in lines { isKept[line] = false }
    }

    // MARK: Around the report

    private mutating func dropOutside(_ inside: Range<Int>, _ path: [Int]) {
        drop(0..<inside.lowerBound)
        drop(inside.upperBound..<content.lines.count)
        var level = 0
        for (depth, node) in path.enumerated().reversed() {
            let around = depth == 0 ? 0..<page.document.nodes.count : (path[depth - 1] + 1)..<page.end(of: path[depth - 1])
            var hasOthers = false
            var index = around.lowerBound
            while index < around.upperBound {
                let end = page.end(of: index)
                if index != node, case let lines = region.lines(ofNodes: index..<end), !lines.isEmpty {
                    hasOthers = true
                    keepSome(of: lines, isAfter: lines.lowerBound >= inside.upperBound, isNear: level < Self.nearLevels)
                }
                index = end
            }
            if hasOthers { level += 1 }
        }
    }

    /// How many elements with other text in them may stand around the report and what belongs to it.
    private static let nearLevels = 2

    /// Keeps of what stands beside the report its sentences and, behind it, the signature.
    private mutating func keepSome(of lines: Range<Int>, isAfter: Bool, isNear: Bool) {
        let isOdd =
            isAside(lines) || lines.contains { content.lines[$0].linkBytes > 0 || isFurniture[$0] || isLabelled($0) || isImprint($0) }
        if !isOdd, isAfter && isNear || lines.contains(where: { isSentence($0) }) {
            for line in lines { isKept[line] = true }
        } else if isNear, !isAside(lines), !isAfter || region.isUnsure {
            for line in lines where isSentence(line) && content.lines[line].bytes >= 60 && !isFurniture[line] { isKept[line] = true }
        }
    }

    /// Whether a line has Latin letters and no sentence, as the imprint of a page has and a signature has not.
    private func isImprint(_ line: Int) -> Bool {
        content.lines[line].stops == 0 && content.lines[line].text.string.utf8.count { (0x61...0x7A).contains($0 | 0x20) } >= 3
    }

    private func isSentence(_ line: Int) -> Bool { content.lines[line].stops > 0 && !content.lines[line].isLink }

    /// Whether a label of a page's head stands anywhere in a line.
    private func isLabelled(_ line: Int) -> Bool {
        var trial = PageMetadata(words: words)
        return trial.add(content.lines[line].text, next: nil)
    }

    private func isAside(_ lines: Range<Int>) -> Bool {
        taggedAsides[lines] > 0 || asides[lines.lowerBound] > 0
    }

    /// Whether a part is what its name says and holds nothing of the report.
    private func isTrue(_ aside: PageContent.Aside) -> Bool {
        region.entries(in: aside.lines) == 0 && sentences[aside.lines] < (aside.isTagged ? 900 : 300)
    }

    // MARK: Within the report's part

    private mutating func dropInside(_ inside: Range<Int>) {
        let dropped = content.asides.filter { aside in
            let lines = aside.lines
            guard !lines.isEmpty, lines.count < inside.count, lines.lowerBound >= inside.lowerBound, lines.upperBound <= inside.upperBound,
                isTrue(aside)
            else { return false }
            return idle[lines] == lines.count || (aside.isTagged && figures[lines] < Self.fewFigures)
        }
        let isDropped = LineSums(covering: dropped.map(\.lines), of: content.lines.count)
        for line in inside where isDropped[line] > 0 { isKept[line] = false }
        let head = inside.lowerBound..<(inside.first { content.lines[$0].entry != nil && !content.lines[$0].isLink } ?? inside.lowerBound)
        let tail = tailStart(inside)..<inside.upperBound
        for line in head where isKept[line] {
            // A sentence is the preamble's even if it has a link.
            if isFurniture[line] || (content.lines[line].isLink && content.lines[line].stops == 0) { isKept[line] = false }
        }
        dropLabels(head)
        dropBeforeTitle(head)
        for line in tail where isFurniture[line] { isKept[line] = false }
        dropLinkLists(tail)
        for line in head.upperBound..<max(head.upperBound, tail.lowerBound) where isFurniture[line] && content.lines[line].isLink {
            isKept[line] = false
        }
    }

    /// A table with more figures is the report's, whatever stands around it.
    private static let fewFigures = 6

    /// The line after the last one that is more than a signature.
    private func tailStart(_ inside: Range<Int>) -> Int {
        var start = inside.upperBound
        let lastTable = tables.filter { $0.overlaps(inside) }.map(\.upperBound).max() ?? inside.lowerBound
        while start > inside.lowerBound, start > lastTable {
            let line = content.lines[start - 1]
            if !isFurniture[start - 1], !line.isLink, line.stops > 0 || line.entry != nil { break }
            start -= 1
        }
        return start
    }

    /// Three links and more below each other are a list of other pages.
    private mutating func dropLinkLists(_ tail: Range<Int>) {
        var start = tail.lowerBound
        while start < tail.upperBound {
            var end = start
            while end < tail.upperBound, content.lines[end].isLink { end += 1 }
            if end - start >= 3 { drop(start..<end) }
            start = max(end, start + 1)
        }
    }

    /// Day of publication and origin, between the title and the text.
    private mutating func dropLabels(_ head: Range<Int>) {
        for line in head where isKept[line] && content.lines[line].stops == 0 {
            let next = line + 1 < head.upperBound ? content.lines[line + 1].text : nil
            var trial = metadata
            guard trial.add(content.lines[line].text, next: next) else { continue }
            metadata = trial
            isKept[line] = false
        }
        // A table of such labels.
        for table in tables where table.lowerBound >= head.lowerBound && table.upperBound <= head.upperBound {
            guard table.count(where: { isFurniture[$0] || !isKept[$0] }) * 3 >= table.count, table.count > 1 else { continue }
            for line in table {
                let next = line + 1 < table.upperBound ? content.lines[line + 1].text : nil
                metadata.add(content.lines[line].text, next: next)
            }
            drop(table)
        }
    }

    // MARK: Title

    /// The titles that the page's head gives, whole and without what is parted from them by strokes, as keys.
    private var titleKeys: [[UInt32]] {
        metadata.found.filter { $0.kind == .title }.flatMap { title in
            let scalars = title.text.unicodeScalars.map(\.value)
            return ([scalars[...]] + scalars.split(whereSeparator: Self.partsTitles)).map { TitleKey.key(of: $0) }
        }.filter { $0.count >= 8 }
    }

    /// - _ | > — – and the full-width stroke.
    private static func partsTitles(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x5F, 0x7C, 0x3E, 0x2014, 0x2013, 0xFF5C: true
        default: false
        }
    }

    private func isPageTitle(_ key: [UInt32], _ keys: [[UInt32]]) -> Bool { key.count >= 8 && keys.contains(key) }

    /// Names of columns and sites above the title.
    private mutating func dropBeforeTitle(_ head: Range<Int>) {
        let keys = titleKeys
        guard !keys.isEmpty else { return }
        let kept = head.filter { isKept[$0] }
        for (index, line) in kept.prefix(20).enumerated() {
            let key = TitleKey.key(of: content.lines[line].text.string)
            let below = index + 1 < kept.count ? TitleKey.key(of: content.lines[kept[index + 1]].text.string) : []
            guard isPageTitle(key, keys) || (!key.isEmpty && isPageTitle(key + below, keys)) else { continue }
            for above in kept[..<index] where content.lines[above].stops == 0 { isKept[above] = false }
            return
        }
    }

    /// Keeps the title that stands above the report's part, unless the part has it itself.
    private mutating func keepTitle(before inside: Range<Int>) {
        let keys = titleKeys
        let around = LineSums(covering: content.asides.filter { $0.isTagged || isTrue($0) }.map(\.lines), of: content.lines.count)
        var best: (line: Int, score: Int)?
        for line in 0..<inside.lowerBound where !isKept[line] && !content.lines[line].isLink && !isFurniture[line] {
            let candidate = content.lines[line]
            guard candidate.bytes >= 12, candidate.bytes <= 360 else { continue }
            var score = candidate.level.map { $0 <= 3 ? 2 : 1 } ?? 0
            if candidate.isNamedTitle { score += 2 }
            if candidate.stops == 0, candidate.bytes >= 30, Self.namesYear(candidate.text.string) { score += 2 }
            let whole = titleLines(around: line, before: inside.lowerBound)
            if isPageTitle(key(of: line..<line + 1), keys) || isPageTitle(key(of: whole), keys) { score += 4 }
            guard score >= 2, score >= 4 || around[line] == 0, score >= best?.score ?? 0 else { continue }
            best = (line, score)
        }
        guard let best else { return }
        var lines = titleLines(around: best.line, before: inside.lowerBound)
        // The unit's name often stands above a line that begins with the year.
        if case let above = lines.lowerBound - 1, above >= 0, Self.beginsWithDigit(content.lines[lines.lowerBound].text.string),
            isName(above)
        {
            lines = above..<lines.upperBound
        }
        let own = inside.filter { isKept[$0] }.prefix(4).prefix { content.lines[$0].entry == nil && content.lines[$0].stops == 0 }
        let ownKey = own.flatMap { TitleKey.key(of: content.lines[$0].text.string) }
        let key = key(of: lines)
        if ownKey.starts(with: key) || own.contains(where: { TitleKey.key(of: content.lines[$0].text.string) == key }) { return }
        // A title of the part's own is worth more than one that only looks like the page's.
        if best.score < 4, ownKey.count >= 8 { return }
        for line in lines { isKept[line] = true }
    }

    /// The lines of the element that a line stands in: a title of several lines is one.
    private func titleLines(around line: Int, before end: Int) -> Range<Int> {
        var lines = line..<(line + 1)
        while lines.lowerBound > 0, lines.count < Self.titleLines, isPart(lines.lowerBound - 1, of: line) {
            lines = (lines.lowerBound - 1)..<lines.upperBound
        }
        while lines.upperBound < end, lines.count < Self.titleLines, isPart(lines.upperBound, of: line) {
            lines = lines.lowerBound..<(lines.upperBound + 1)
        }
        return lines
    }

    /// More lines no title has.
    private static let titleLines = 6

    private func key(of lines: Range<Int>) -> [UInt32] { lines.flatMap { TitleKey.key(of: content.lines[$0].text.string) } }

    /// Whether a line has four digits that are a year, and no day or time beside it.
    private static func namesYear(_ string: String) -> Bool {
        var runs: [Int] = [0]
        for scalar in string.unicodeScalars {
            if CellText.isDigit(scalar.value) { runs[runs.count - 1] += 1 } else if runs.last != 0 { runs.append(0) }
        }
        return runs.filter { $0 > 0 } == [4]
    }

    private func isPart(_ line: Int, of other: Int) -> Bool {
        let (part, whole) = (content.lines[line], content.lines[other])
        guard part.level == whole.level, part.isNamedTitle == whole.isNamedTitle, !isFurniture[line], !part.isLink, part.stops == 0 else {
            return false
        }
        let parent = Int(page.document.nodes[part.node].parent)
        guard parent >= 0, parent == Int(page.document.nodes[whole.node].parent) else { return false }
        return part.level != nil || region.lines(ofNodes: parent..<page.end(of: parent)).count <= 3 && !isLabelled(line)
    }

    private static func beginsWithDigit(_ string: String) -> Bool {
        string.unicodeScalars.first.map { CellText.isDigit($0.value) } ?? false
    }

    /// Whether a line may be no more than a name.
    private func isName(_ line: Int) -> Bool {
        let candidate = content.lines[line]
        return candidate.bytes >= 9 && candidate.bytes <= 90 && candidate.stops == 0 && !candidate.isLink && !isFurniture[line]
            && !isLabelled(line) && !isAside(line..<(line + 1)) && !CellText.hasDigit(candidate.text.string) && !isImprint(line)
    }

    /// A list of links with the words of the report's headings that is not kept: its first line, and how many headings it names. Nil for none.
    var contents: (line: Int, count: Int)? {
        guard content.lines.indices.contains(where: { !isKept[$0] && content.lines[$0].isLink }) else { return nil }
        let headings = content.lines.indices.filter { isKept[$0] && content.lines[$0].entry != nil }.map { content.lines[$0].text.string }
        guard headings.count > 1 else { return nil }
        let keys = Set(headings.map { HeadingLine($0).key })
        let openings = Set(headings.map { Array($0.utf8.prefix(6)) })
        let links = content.lines.indices.filter { line in
            guard !isKept[line], content.lines[line].isLink else { return false }
            let string = content.lines[line].text.string
            return openings.contains(Array(string.utf8.prefix(6))) && keys.contains(HeadingLine(string).key)
        }
        return links.count > 1 ? links.first.map { ($0, links.count) } : nil
    }

    // MARK: Metadata

    private mutating func readMetadata(before start: Int, head: Int) {
        for line in content.lines.indices where !isKept[line] && !(line > start && content.lines[line].isLink) {
            let next = line + 1 < content.lines.count && !isKept[line + 1] ? content.lines[line + 1].text : nil
            metadata.add(content.lines[line].text, next: next)
        }
        // Close above the report only: lists of other pages have days, too.
        for line in content.lines.indices[..<head].suffix(Self.headLines) where !isKept[line] && !content.lines[line].isLink {
            metadata.addBareDate(content.lines[line].text)
        }
    }

    /// As many lines as a page's head has between title and text.
    private static let headLines = 8
}
