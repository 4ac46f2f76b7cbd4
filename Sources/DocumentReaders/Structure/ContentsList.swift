import DocumentModel

/// A list of contents among the blocks of a document: lines or rows that name the headings below, as a rule with their pages.
struct ContentsList {
    /// The blocks that make it up, its title included.
    let blocks: Range<Int>
    /// How many headings it names.
    let count: Int

    /// A line or row that may name a heading.
    private struct Entry {
        /// The block that it begins in, and the one that its page stands in.
        let block: Int
        var last: Int
        let key: [UInt32]
        let isNumbered: Bool
        /// What stands at its end like the number of a page.
        var page: Int?
        let hasLeaders: Bool
        let isRow: Bool

        init(_ line: HeadingLine, block: Int, isRow: Bool = false) {
            self.isRow = isRow
            hasLeaders = line.hasLeaders
            self.block = block
            last = block
            key = line.key
            isNumbered = line.isNumbered
            page = line.page
        }
    }

    /// Longer lists are none of contents.
    private static let mostEntries = 500

    /// The list of contents before the first section; nil when there is none. Linear in the text.
    ///
    /// Lines whose pages do not go down are one below its title, or where most of them come again as lines of their own and some are sections of an
    /// outline; lines without pages only where most come again.
    ///
    /// - Parameter lines: of each block, where it is a line that may be a heading.
    static func found(in blocks: [FlatBlock], lines: [HeadingLine?], matchers: [TitleMatcher]) -> ContentsList? {
        var known: ListedHeadings?
        var start = 0
        while start < blocks.count {
            var end = start
            while end < blocks.count, mayList(blocks[end], lines[end]) { end += 1 }
            let entries = entries(of: blocks, lines, start..<end)
            start = end + 1
            let title = entries.dropLast().lastIndex { $0.page == nil && ContentsNotation.isTitle($0.key) }
            guard entries.count > 2 || entries.count == 2 && entries[1].page != nil, entries.count <= mostEntries else { continue }
            let headings = known ?? ListedHeadings(lines, matchers)
            known = headings
            guard headings.first.map({ entries[0].block <= $0 }) ?? true else { return nil }
            if let list = list(in: entries, title: title, headings) { return list }
        }
        return nil
    }

    private static func mayList(_ block: FlatBlock, _ line: HeadingLine?) -> Bool {
        switch block {
        // A sentence may list them, each with its number on a line of its own.
        case .line: line.map { $0.isTitle || $0.endsWithStop && $0.isNumbered } ?? false
        case .table(let table): table.rowCount <= mostEntries && 2...4 ~= table.columnCount && !rows(of: table).isEmpty
        }
    }

    private static func entries(of blocks: [FlatBlock], _ lines: [HeadingLine?], _ range: Range<Int>) -> [Entry] {
        guard range.count > 1 || blocks[range].contains(where: { if case .table = $0 { true } else { false } }) else { return [] }
        var entries: [Entry] = []
        for index in range {
            if case .table(let table) = blocks[index] {
                entries += rows(of: table).map { Entry($0, block: index, isRow: true) }
            } else if let line = lines[index] {
                // A page may stand on a line of its own.
                if line.ordinal == nil, let page = page(line.key), let last = entries.last, last.page == nil {
                    entries[entries.count - 1].page = page
                    entries[entries.count - 1].last = index
                } else {
                    entries.append(Entry(line, block: index))
                }
            }
        }
        return entries
    }

    private static func page(_ key: [UInt32]) -> Int? {
        guard key.count <= 3 else { return nil }
        return key.reduce(0) { page, scalar in page.flatMap { page in DigitNotation.decimal(scalar).map { page * 10 + $0 } } }
    }

    /// The rows of a table that all end with the numbers of pages, but for one with headings of columns; empty when it is another table.
    private static func rows(of table: FlatTable) -> [HeadingLine] {
        var texts: [[String]] = Array(repeating: [], count: table.rowCount)
        for cell in table.cells where !cell.text.isEmpty {
            guard cell.rowSpan == 1, texts.indices.contains(cell.row - 1) else { return [] }
            texts[cell.row - 1].append(cell.text.string)
        }
        var rows: [HeadingLine] = []
        for (number, row) in texts.enumerated() where !row.isEmpty {
            let line = HeadingLine(row.joined(separator: " "))
            if line.isTitle, line.page != nil { rows.append(line) } else if number > 0 { return [] }
        }
        return rows
    }

    private static func list(in entries: [Entry], title: Int?, _ headings: ListedHeadings) -> ContentsList? {
        var list = entries[...]
        if let title {
            list = entries[(title + 1)...]
        } else {
            // What stands above, such as the report's title, has no number.
            list = list.drop { $0.page == nil && !$0.isNumbered && !headings.knows($0.key) }
        }
        if let end = firstRepeated(in: list, headings) { list = list[..<end] }
        let pages = list.compactMap(\.page)
        let isPaged = pages.count > 1 && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
        if isPaged {
            while let last = list.last, last.page == nil { list.removeLast() }
        } else {
            while let last = list.last, !last.isNumbered, !headings.come(last.key, behind: last.last) { list.removeLast() }
        }
        guard let first = list.first, let last = list.last else { return nil }
        let recurring = list.filter { headings.come($0.key, behind: last.last) }
        let comesAgain = recurring.count > 1 && (recurring.count * 2 > list.count || isPaged && list.allSatisfy(\.hasLeaders))
        if title == nil {
            // A table among lines without pages is one of figures.
            guard list.allSatisfy({ $0.page != nil }) || !list.contains(where: \.isRow) else { return nil }
            guard comesAgain, recurring.count(where: { headings.knows($0.key) }) > (isPaged ? 1 : 2) else { return nil }
        } else {
            guard comesAgain || isPaged else { return nil }
        }
        let start = title.map { entries[$0].block } ?? first.block
        return ContentsList(blocks: start..<(last.last + 1), count: list.count)
    }

    /// Where headings follow at once behind a list without pages, the first that comes for the second time is one of them.
    private static func firstRepeated(in list: ArraySlice<Entry>, _ headings: ListedHeadings) -> Int? {
        var seen: Set<[UInt32]> = []
        let first = list.first.map { ListedHeadings.withoutPage($0.key) }
        return list.indices.first { index in
            guard list[index].page == nil else {
                seen.insert(list[index].key)
                return false
            }
            let key = ListedHeadings.withoutPage(list[index].key)
            return !seen.insert(key).inserted && (key == first || headings.knows(key))
        }
    }
}
