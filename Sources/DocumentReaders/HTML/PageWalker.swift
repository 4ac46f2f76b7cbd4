import DocumentModel
import XML

/// Goes through a page once, in document order and without recursion, and gathers its lines and tables.
struct PageWalker {
    /// An open element, as far as it changes how text within it is read.
    private struct Open {
        let end: Int
        let isBlock: Bool
        /// What held before it.
        let level: Int?
        let preformatted: Int?
        let isLink: Bool
        let isNamedTitle: Bool
        let isTab: Bool
        var aside: Int?
        var table: Int?
        var cell: Bool = false
        var isList = false
        var isRowGroup = false
    }

    private let page: HTMLPage
    private let matcher: TitleMatcher
    private let lineLimit: Int
    private var content = PageContent()
    private var builder = LineBuilder()
    private var open: [Open] = []
    private var level: Int?
    private var preformatted: Int?
    private var isLink = false
    private var isNamedTitle = false
    private var isTab = false
    /// The open tables, and for each the group of rows that is open, and the cells of the row that is.
    private var tables: [(index: Int, group: Int, row: PageContent.Row?, hasCell: Bool)] = []
    private var lists: [ListCounter?] = []
    private var pendingNumber: (text: String, source: Int)?
    private var firstNode = 0
    private var names = PageNames()
    /// How many parts around an article are open.
    private var openAsides = 0

    /// The content of a page; linear in its nodes.
    static func content(of page: HTMLPage, matcher: TitleMatcher, budget: inout ReadingBudget) -> PageContent {
        var walker = PageWalker(page, matcher, lineLimit: budget.limits.paragraphs + budget.limits.cells)
        walker.walk(&budget)
        return walker.content
    }

    private init(_ page: HTMLPage, _ matcher: TitleMatcher, lineLimit: Int) {
        self.page = page
        self.matcher = matcher
        self.lineLimit = lineLimit
    }

    private mutating func walk(_ budget: inout ReadingBudget) {
        let nodes = page.document.nodes
        var index = 0
        while index < nodes.count {
            while let last = open.last, last.end <= index { close() }
            if content.lines.count >= lineLimit {
                budget.exceed("paragraphs", budget.limits.paragraphs, at: page.places.position(at: Int(nodes[index].start)))
                break
            }
            let node = nodes[index]
            switch node.kind {
            case .element: index = enter(index)
            case .text:
                addText(index, Int(node.start)..<Int(node.end))
                index += 1
            case .reference:
                if builder.isEmpty { firstNode = index }
                if isTab {
                    addTab(at: Int(node.start))
                } else {
                    builder.appendReference(
                        page.document.decoded(index), at: Int(node.start), source: page.document.source, isLink: isLink,
                        isVerbatim: preformatted != nil)
                }
                index += 1
            case .raw: index += 1
            }
        }
        while !open.isEmpty { close() }
        flush()
    }

    private mutating func addText(_ index: Int, _ range: Range<Int>) {
        let source = page.document.source
        guard preformatted != nil else {
            if isTab { return addTab(at: range.lowerBound) }
            let wasEmpty = builder.isEmpty
            builder.append(source, range, isLink: isLink)
            if wasEmpty, !builder.isEmpty { firstNode = index }
            return
        }
        var start = range.lowerBound
        // The line feed right behind the start tag belongs to the tag.
        if source[start] == 0x0A, let node = preformatted, index == node + 1 { start += 1 }
        var place = start
        firstNode = builder.isEmpty ? index : firstNode
        while place < range.upperBound {
            if source[place] == 0x0A || source[place] == 0x0D {
                builder.appendVerbatim(source, start..<place)
                flush(atLineEnd: true)
                firstNode = index
                if source[place] == 0x0D, place + 1 < range.upperBound, source[place + 1] == 0x0A { place += 1 }
                start = place + 1
            }
            place += 1
        }
        builder.appendVerbatim(source, start..<max(start, range.upperBound))
    }

    /// One tab for each element that stands for one.
    private mutating func addTab(at offset: Int) {
        builder.appendTab(at: offset)
        isTab = false
    }

    // MARK: Elements

    /// Enters an element; answers the index of the node to go on with.
    private mutating func enter(_ index: Int) -> Int {
        let tag = page.tag(index)
        let end = page.end(of: index)
        switch tag {
        case .head: content.heads += page.headElements(index..<end)
        case .title, .meta: content.heads.append(index)
        case .br: flush(atLineEnd: preformatted != nil)
        case .img: addPicture(index)
        case .del:
            content.changes += 1
        // Words stay apart where something between them is left out.
        case .ins: content.changes += 1
        default: break
        }
        if tag.isSkipped { return end }
        let style = page.style(of: index)
        guard !page.isHidden(index, style) else {
            if tag.isBlock { flush() }
            return end
        }
        let isBlock = tag.isBlock || style.isBlock
        if isBlock { flush() }
        var entry = Open(
            end: end, isBlock: isBlock, level: level, preformatted: preformatted, isLink: isLink, isNamedTitle: isNamedTitle, isTab: isTab)
        note(index, tag, isBlock: isBlock, &entry)
        if let rank = tag.level { level = rank }
        if tag.isPreformatted || style.isPreformatted { preformatted = preformatted ?? index }
        if tag == .a, isLinked(index) { isLink = true }
        if style.isTab { isTab = true }
        switch tag {
        case .table: openTable(index, &entry)
        case .thead, .tfoot, .tbody:
            if !tables.isEmpty {
                tables[tables.count - 1].group = tag == .thead ? 0 : tag == .tfoot ? 2 : 1
                endRow()
                entry.isRowGroup = true
            }
        case .tr: openRow()
        case .td, .th: openCell(index, &entry)
        case .ol, .ul, .menu, .dir: openList(index, tag, style, &entry)
        case .li: openItem(index, style)
        default: break
        }
        if entry.aside != nil { openAsides += 1 }
        open.append(entry)
        return index + 1
    }

    /// What the element's tag and names say of its part.
    private mutating func note(_ index: Int, _ tag: HTMLTag, isBlock: Bool, _ entry: inout Open) {
        var isAside = tag.isFurniture
        if page.document.hasAttributes(index) {
            if let role = page.attribute(.role, of: index),
                ["navigation", "contentinfo", "complementary", "search", "banner"].contains(role)
            {
                isAside = true
            }
            // What LibreOffice calls the header and the footer of a text's pages.
            if tag == .div, let title = page.attribute(.title, of: index), title == "header" || title == "footer" { isAside = true }
            if !isAside {
                noteName(.class, of: index, &entry)
                noteName(.id, of: index, &entry)
            }
        }
        if isAside {
            entry.aside = content.asides.count
            content.asides.append(.init(node: index, lines: content.lines.count..<content.lines.count, isTagged: true))
        }
    }

    private mutating func noteName(_ attribute: HTMLPage.Attribute, of index: Int, _ entry: inout Open) {
        guard let name = page.bytes(attribute, of: index) else { return }
        let meaning = names.meaning(of: name)
        if meaning.isTitle { isNamedTitle = true }
        if meaning.isAside, entry.aside == nil {
            entry.aside = content.asides.count
            content.asides.append(.init(node: index, lines: content.lines.count..<content.lines.count, isTagged: false))
        }
    }

    /// Whether an anchor leads elsewhere: a bookmark does not, nor what leads from a heading back to the list of contents.
    private func isLinked(_ index: Int) -> Bool {
        guard let target = page.bytes(.href, of: index) else {
            return page.bytes(.name, of: index) == nil && page.bytes(.id, of: index) == nil
        }
        return level == nil || target.first != 0x23
    }

    private mutating func close() {
        guard let last = open.popLast() else { return }
        if last.isBlock || last.aside != nil { flush() }
        if last.isList { _ = lists.popLast() }
        if last.cell { endCell() }
        if last.isRowGroup, !tables.isEmpty {
            endRow()
            tables[tables.count - 1].group = 1
        }
        if let table = last.table {
            endRow()
            tables.removeLast()
            content.tables[table].lines = content.tables[table].lines.lowerBound..<content.lines.count
        }
        if last.aside != nil { openAsides -= 1 }
        if let aside = last.aside { content.asides[aside].lines = content.asides[aside].lines.lowerBound..<content.lines.count }
        level = last.level
        preformatted = last.preformatted
        isLink = last.isLink
        isNamedTitle = last.isNamedTitle
        isTab = last.isTab
    }

    // MARK: Tables and lists

    private mutating func openTable(_ index: Int, _ entry: inout Open) {
        let role = page.attribute(.role, of: index)
        entry.table = content.tables.count
        content.tables.append(
            .init(
                node: index, outer: tables.last?.index, isForLayout: role == "presentation" || role == "none",
                lines: content.lines.count..<content.lines.count))
        tables.append((content.tables.count - 1, 1, nil, false))
        // A table in a heading or a link is faulty markup.
        level = nil
        isLink = false
    }

    private mutating func openRow() {
        endRow()
        guard let table = tables.last else { return }
        tables[tables.count - 1].row = PageContent.Row(group: table.group)
    }

    private mutating func openCell(_ index: Int, _ entry: inout Open) {
        guard !tables.isEmpty else { return }
        endCell()
        if tables.last?.row == nil { openRow() }
        let cell = PageContent.Cell(
            node: index, columns: max(1, page.number(.colspan, of: index) ?? 1), rows: page.number(.rowspan, of: index) ?? 1,
            lines: content.lines.count..<content.lines.count)
        tables[tables.count - 1].row?.cells.append(cell)
        tables[tables.count - 1].hasCell = true
        entry.cell = true
    }

    private mutating func endCell() {
        guard tables.last?.hasCell == true else { return }
        flush()
        let table = tables.count - 1
        tables[table].hasCell = false
        guard let cell = tables[table].row?.cells.indices.last else { return }
        let start = tables[table].row?.cells[cell].lines.lowerBound ?? content.lines.count
        tables[table].row?.cells[cell].lines = start..<content.lines.count
    }

    private mutating func endRow() {
        endCell()
        guard let table = tables.last, let row = table.row else { return }
        content.tables[table.index].rows.append(row)
        tables[tables.count - 1].row = nil
    }

    private mutating func openList(_ index: Int, _ tag: HTMLTag, _ style: PageStyle, _ entry: inout Open) {
        entry.isList = true
        guard tag == .ol else { return lists.append(nil) }
        let items = page.items(of: index)
        lists.append(
            ListCounter(
                type: page.attribute(.type, of: index), css: style.listStyle, start: page.number(.start, of: index),
                isReversed: page.bytes(.reversed, of: index) != nil, count: items))
    }

    private mutating func openItem(_ index: Int, _ style: PageStyle) {
        guard !lists.isEmpty else { return }
        let number = lists[lists.count - 1]?.take(
            value: page.number(.value, of: index), type: page.attribute(.type, of: index), css: style.listStyle)
        pendingNumber = number.map { ($0, Int(page.document.nodes[index].start)) }
    }

    /// Pictures as small as icons are left out, and those beside an article.
    private mutating func addPicture(_ index: Int) {
        let sides = [page.number(.width, of: index), page.number(.height, of: index)].compactMap { $0 }
        guard openAsides == 0, !sides.contains(where: { $0 < Self.smallestPicture }) else { return }
        content.pictures.append(.init(node: index, line: content.lines.count + (builder.isEmpty ? 0 : 1)))
    }

    /// In pixels. Icons have up to 64, a legible picture of a table has hundreds.
    private static let smallestPicture = 96

    // MARK: Lines

    /// Ends a line. Within preformatted text blank lines count, too.
    private mutating func flush(atLineEnd: Bool = false) {
        guard !builder.isEmpty || (atLineEnd && preformatted != nil) else { return }
        defer { builder.reset() }
        let trimmed = Blank.trimmed(0..<builder.bytes.count, of: builder.bytes)
        if preformatted == nil, trimmed.isEmpty { return }
        if preformatted != nil, trimmed.isEmpty, !atLineEnd { return }
        if let number = pendingNumber, !trimmed.isEmpty {
            pendingNumber = nil
            let printed = HeadingLine(String(decoding: builder.bytes[trimmed].prefix(64), as: UTF8.self)).ordinal
            if printed.map(\.isWeak) ?? true, preformatted == nil {
                builder.prepend(number.text, at: number.source)
                return finish(0..<(trimmed.upperBound + number.text.utf8.count))
            }
        }
        finish(preformatted == nil ? trimmed : 0..<builder.bytes.count)
    }

    private mutating func finish(_ range: Range<Int>) {
        let text = builder.text(range, page.places)
        let linkBytes = min(builder.linkBytes, range.count)
        let mayOpen = range.count >= matcher.shortestHeading && builder.linkBytes * 2 <= range.count
        let isFigure = CellText.isValue(text.string) && CellText.hasDigit(text.string)
        content.lines.append(
            .init(
                text: text, node: firstNode, level: level, preformatted: preformatted, linkBytes: linkBytes,
                stops: isFigure ? 0 : Self.stops(in: builder.bytes), entry: mayOpen ? matcher.entry(openedBy: text.string) : nil,
                isNamedTitle: isNamedTitle, isFigure: isFigure, bytes: range.count,
                isLink: linkBytes * 5 >= range.count * 3 && linkBytes > 0))
    }

    /// Full stops and semicolons.
    private static func stops(in bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index + 2 < bytes.count {
            let lead = bytes[index]
            if lead == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { count += 1 }
            if lead == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9B { count += 1 }
            index += lead >= 0xE0 ? 3 : 1
        }
        return count
    }
}

extension HTMLPage {
    /// The elements of a range that say something of the page.
    fileprivate func headElements(_ range: Range<Int>) -> [Int] {
        range.filter { isElement($0) && (tag($0) == .title || tag($0) == .meta) }
    }

    /// How many items a list has.
    fileprivate func items(of list: Int) -> Int {
        var count = 0
        var index = list + 1
        while index < end(of: list) {
            if isElement(index), tag(index) == .li { count += 1 }
            index = end(of: index)
        }
        return count
    }
}
