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
    private let tables: [Range<Int>]
    /// Whether each line is a control, a label or a link of the page by its words.
    private let isFurniture: [Bool]

    /// Linear in the page.
    init(_ content: PageContent, _ roles: TableRoles, _ page: HTMLPage, outline: Outline) {
        self.content = content
        self.page = page
        words = PageWords(outline.page)
        region = ReportRegion(content, roles, page)
        tables = content.tables.indices.filter { roles.roles[$0] == .data }.map { content.tables[$0].lines }
        metadata = PageMetadata(words: words)
        metadata.addHead(content, page)
        let words = words
        isFurniture = content.lines.map { words.isFurniture($0.text.string) }
        isKept = Array(repeating: true, count: content.lines.count)
        // Without an outline any text is as good as any other.
        guard !outline.entries.isEmpty, !content.lines.isEmpty else { return }
        let path = region.path
        let inside = path.last.map { region.lines(ofNodes: $0..<page.end(of: $0)) } ?? 0..<content.lines.count
        dropInside(inside)
        dropOutside(inside, path)
        keepTitle(before: inside)
        readMetadata(before: inside.lowerBound)
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
        content.asides.contains { $0.lines.overlaps(lines) && ($0.isTagged || $0.lines.lowerBound <= lines.lowerBound) && isTrue($0) }
    }

    /// Whether a part is what its name says and holds nothing of the report.
    private func isTrue(_ aside: PageContent.Aside) -> Bool {
        let lines = aside.lines
        guard region.entries(in: lines) == 0 else { return false }
        return lines.reduce(0) { $0 + (content.lines[$1].stops > 0 ? content.lines[$1].bytes : 0) } < (aside.isTagged ? 900 : 300)
    }

    // MARK: Within the report's part

    private mutating func dropInside(_ inside: Range<Int>) {
        for aside in content.asides where !aside.lines.isEmpty && aside.lines.count < inside.count {
            guard aside.lines.lowerBound >= inside.lowerBound, aside.lines.upperBound <= inside.upperBound, isTrue(aside) else { continue }
            let isIdle = aside.lines.allSatisfy { isFurniture[$0] || content.lines[$0].isLink }
            if isIdle || (aside.isTagged && !holdsFigures(aside.lines)) { drop(aside.lines) }
        }
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

    private func holdsFigures(_ lines: Range<Int>) -> Bool {
        tables.contains { $0.overlaps(lines) } && lines.count { CellText.hasDigit(content.lines[$0].text.string) } >= 6
    }

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
            ([title.text] + title.text.split { "-_|—–>｜".contains($0) }.map(String.init)).map { TitleKey.key(of: $0) }
        }.filter { $0.count >= 8 }
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
        let nav = content.asides.filter { $0.isTagged || isTrue($0) }.map(\.lines)
        var best: (line: Int, score: Int)?
        for line in 0..<inside.lowerBound where !isKept[line] && !content.lines[line].isLink && !isFurniture[line] {
            let candidate = content.lines[line]
            guard candidate.bytes >= 12, candidate.bytes <= 360 else { continue }
            var score = candidate.level.map { $0 <= 3 ? 2 : 1 } ?? 0
            if candidate.isNamedTitle { score += 2 }
            if candidate.stops == 0, candidate.bytes >= 30, Self.namesYear(candidate.text.string) { score += 2 }
            if isPageTitle(TitleKey.key(of: candidate.text.string), keys) { score += 4 }
            guard score >= 2, score >= 4 || !nav.contains(where: { $0.contains(line) }), score >= best?.score ?? 0 else { continue }
            best = (line, score)
        }
        guard let best else { return }
        var lines = best.line..<(best.line + 1)
        // A title of several lines is one element.
        while lines.lowerBound > 0, isPart(lines.lowerBound - 1, of: best.line) { lines = (lines.lowerBound - 1)..<lines.upperBound }
        while lines.upperBound < inside.lowerBound, isPart(lines.upperBound, of: best.line) {
            lines = lines.lowerBound..<(lines.upperBound + 1)
        }
        let own = inside.filter { isKept[$0] }.prefix(4).prefix { content.lines[$0].entry == nil && content.lines[$0].stops == 0 }
        let ownKey = own.flatMap { TitleKey.key(of: content.lines[$0].text.string) }
        let key = lines.flatMap { TitleKey.key(of: content.lines[$0].text.string) }
        if ownKey.starts(with: key) || own.contains(where: { TitleKey.key(of: content.lines[$0].text.string) == key }) { return }
        // A title of the part's own is worth more than one that only looks like the page's.
        if best.score < 4, ownKey.count >= 8 { return }
        for line in lines { isKept[line] = true }
    }

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
        guard part.level == whole.level, part.isNamedTitle == whole.isNamedTitle, part.level != nil, !isFurniture[line] else {
            return false
        }
        return page.document.nodes[part.node].parent == page.document.nodes[whole.node].parent
    }

    // MARK: Metadata

    private mutating func readMetadata(before start: Int) {
        for line in content.lines.indices where !isKept[line] && !(line > start && content.lines[line].isLink) {
            let next = line + 1 < content.lines.count && !isKept[line + 1] ? content.lines[line + 1].text : nil
            metadata.add(content.lines[line].text, next: next)
        }
        // Close above the report only: lists of other pages have days, too.
        for line in content.lines.indices[..<start].suffix(Self.headLines) where !isKept[line] && !content.lines[line].isLink {
            metadata.addBareDate(content.lines[line].text)
        }
    }

    /// As many lines as a page's head has between title and text.
    private static let headLines = 8
}
