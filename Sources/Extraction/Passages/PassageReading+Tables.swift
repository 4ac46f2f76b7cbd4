import DocumentModel

/// Tables that list what the section's parts tell: a column or a row for each part, below or behind its cue.
extension PassageReading {
    /// Gives the cells below or behind headings that are cues to their parts, part by part; those of a table without such headings belong to none. It
    /// changes nothing for what follows it.
    mutating func read(_ table: Table, in section: Section) {
        let (outer, begun, told) = (part, opened, isFirm)
        defer { (part, opened, isFirm) = (outer, begun, told) }
        // What follows a list is no longer what the heading above it announces.
        if hasItems { isFirm = false }
        if readLabelled(table, section) { return }
        let columns = headings(table, row: 1)
        guard !isByRow(table, columns) else {
            if readTimes(table, section) { return }
            let before = passages.count
            for row in 1...max(1, table.rowCount) { readRow(cells(of: table, row: row), table, section) }
            if passages.count == before {
                for row in 1...max(1, table.rowCount) { append(cells(of: table, row: row), of: table, in: section, part: nil) }
            }
            return
        }
        // Another row of headings may end an account: what it heads is of another time.
        let account = columns.compactMap(\.self).first(where: openings.canEnd)
        let next = account.flatMap { account in (2...table.rowCount).first { beginsAnotherTime(table, row: $0, than: account) } }
        readColumns(table, 1..<(next ?? table.rowCount + 1), section)
        if let next { readColumns(table, next..<table.rowCount + 1, section) }
    }

    private mutating func beginsAnotherTime(_ table: Table, row: Int, than account: Int) -> Bool {
        cells(of: table, row: row).contains { isOfAnotherTime($0, than: account) }
            && headings(table, row: row).count(where: { $0 != nil }) > 1
    }

    /// Rows below one of headings.
    private mutating func readColumns(_ table: Table, _ rows: Range<Int>, _ section: Section) {
        let columns = headings(table, row: rows.lowerBound)
        var account = columns.compactMap(\.self).first(where: openings.canEnd)
        for (index, found) in columns.enumerated() {
            guard let found else { continue }
            if let told = account, isOfAnotherTime(table.cell(row: rows.lowerBound, column: index + 1), than: told) { account = nil }
            append(rows.map { table.cell(row: $0, column: index + 1) }, of: table, in: section, part: account ?? found)
        }
    }

    private mutating func headings(_ table: Table, row: Int) -> [Int?] { cells(of: table, row: row).map { heading($0) } }

    private func cells(of table: Table, row: Int) -> [Cell?] { (1...max(1, table.columnCount)).map { table.cell(row: row, column: $0) } }

    /// Whether a heading begins with what tells that an account is at its end.
    private func isOfAnotherTime(_ cell: Cell?, than account: Int) -> Bool {
        guard let cell else { return false }
        let text = TracedText(cell.text, year: year).scalars
        return openings.end(account, text, at: Self.lead(text, text.indices), to: text.count)
    }

    /// Whether headings stand before what they announce: none is above other text.
    private mutating func isByRow(_ table: Table, _ columns: [Int?]) -> Bool {
        guard table.rowCount > 1 else { return true }
        let headed = columns.indices.filter { columns[$0] != nil }
        // A row of nothing but headings of several parts heads columns, whatever the text below sounds like.
        if Set(headed.map { columns[$0] }).count > 1, isFilled(table, by: headed) { return false }
        return headed.isEmpty || headed.contains { heading(table.cell(row: 2, column: $0 + 1)) != nil }
    }

    /// Whether these columns are all that the first row has text in, but for the first, which may hold numbers.
    private func isFilled(_ table: Table, by headed: [Int]) -> Bool {
        (1..<max(1, table.columnCount)).allSatisfy {
            headed.contains($0) || table.cell(row: 1, column: $0 + 1)?.text.string.isEmpty ?? true
        }
    }

    /// Reads rows that begin with the time which they tell of, the account's or another, be it a cell by itself or a label; false where they do not.
    private mutating func readTimes(_ table: Table, _ section: Section) -> Bool {
        guard let account = cues.parts.indices.first(where: openings.canEnd) else { return false }
        let rows = (1...max(1, table.rowCount)).map { cells(of: table, row: $0) }
        let times = rows.map { row in labelEnd(of: row[0]) }
        let isOther = zip(rows, times).map { row, end in end != nil && isOfAnotherTime(row[0], than: account) }
        let isOwn = zip(rows, times).map { row, end in end != nil && begins(row[0], account) }
        guard isOther.contains(true), isOwn.contains(true) else { return false }
        for (index, row) in rows.enumerated() {
            guard isOther[index] || isOwn[index] else {
                // What answers them may have a row of its own.
                if let named = heading(row[0]) { append(row, of: table, in: section, part: named) }
                continue
            }
            guard let first = row[0], let end = times[index] else { continue }
            let text = TracedText(first.text, year: year)
            let locator = section.locator(of: first, in: table)
            let isLabelled = end < text.scalars.count
            part = isOwn[index] ? account : nil
            if isOwn[index] || isLabelled { append(text, 0..<end, locator, isLabel: true) }
            guard !isOwn[index] else {
                append(text, end..<text.scalars.count, locator, isLabel: false)
                append(Array(row.dropFirst()), of: table, in: section, part: account, isHeaded: false)
                continue
            }
            let told = isLabelled ? signs.reading(text.scalars, end..<text.scalars.count).told : nil
            // What stands first is what the others answer.
            part = told ?? cues.parts.indices.first { isLabelled && signs.answer(to: $0) != nil }
            append(text, end..<text.scalars.count, locator, isLabel: false)
            for cell in row.dropFirst() {
                let text = TracedText(cell?.text ?? BlockText(""), year: year).scalars
                let told = signs.reading(text, text.indices).told
                append([cell], of: table, in: section, part: told, isHeaded: false)
            }
        }
        return true
    }

    /// The index behind the time that a cell begins with: its end, or behind the colon of a label; nil for other text.
    private func labelEnd(of cell: Cell?) -> Int? {
        guard let cell else { return nil }
        let text = TracedText(cell.text, year: year).scalars
        return Self.colonEnd(text) ?? (text.count <= Self.titleLimit ? text.count : nil)
    }

    /// Reads cells that each begin with a label of their own (问题：…｜办法：…); false where no row has labels of several parts.
    private mutating func readLabelled(_ table: Table, _ section: Section) -> Bool {
        let rows = (1...max(1, table.rowCount)).map { cells(of: table, row: $0) }
        let labels = rows.map { row in row.map { label(of: $0) } }
        guard labels.contains(where: { row in Set(row.compactMap { $0?.part }).count > 1 }) else { return false }
        for (row, found) in zip(rows, labels) {
            for (cell, label) in zip(row, found) {
                guard let cell else { continue }
                part = label?.part
                let text = TracedText(cell.text, year: year)
                let locator = section.locator(of: cell, in: table)
                let end = label?.end ?? 0
                if end > 0 { append(text, 0..<end, locator, isLabel: true) }
                append(text, end..<text.scalars.count, locator, isLabel: false)
            }
        }
        return true
    }

    /// The part that a label at a cell's beginning announces, and the index behind it; nil for a cell without one, or with nothing else.
    private mutating func label(of cell: Cell?) -> (part: Int, end: Int)? {
        guard let cell else { return nil }
        let text = TracedText(cell.text, year: year).scalars
        guard let colon = text.prefix(Self.titleLimit).firstIndex(where: Self.isColon), colon + 1 < text.count,
            let cue = leadingCue(text, 0..<colon + 1)
        else { return nil }
        return (opens[cue.part], colon + 1)
    }

    /// The index behind the colon of a label with which a cell begins; nil for other text.
    private static func colonEnd(_ text: [UInt32]) -> Int? {
        let end = text.prefix(titleLimit).firstIndex(where: isColon).map { $0 + 1 }
        return end.flatMap { speaks(text, $0..<text.count) ? $0 : nil }
    }

    /// Whether a cell begins with a cue of a part, be it of no more than its time.
    private func begins(_ cell: Cell?, _ part: Int) -> Bool {
        guard let cell else { return false }
        let text = TracedText(cell.text, year: year).scalars
        return cues.match(text, at: Self.lead(text, text.indices), to: text.count) { opens[$0.part] == part } != nil
    }

    private mutating func readRow(_ cells: [Cell?], _ table: Table, _ section: Section) {
        var start: (index: Int, part: Int)?
        for index in 0...cells.count {
            let found = index < cells.count ? heading(cells[index]) : nil
            guard found != nil || index == cells.count else { continue }
            if let start { append(Array(cells[start.index..<index]), of: table, in: section, part: start.part) }
            start = found.map { (index, $0) }
        }
    }

    /// The part that a cell's text announces; nil for other text.
    private mutating func heading(_ cell: Cell?) -> Int? {
        guard let cell, !cell.text.string.isEmpty else { return nil }
        // Cues in labels may need the colon that cells do without.
        let text = TracedText(BlockText(cell.text.string + ":"), year: year).scalars
        guard text.count <= Self.titleLimit, Self.colonEnd(text) == nil else { return nil }
        let found = matches(text, text.indices).map { opens[$0.part] }
        guard let first = found.first, found.allSatisfy({ $0 == first }) else { return nil }
        guard isFirm, let part, openings.canEnd(part), cues.covered[part].contains(first) else { return first }
        return part
    }

    /// Appends a heading as a label and the cells behind it as texts, each once; without a part there is no heading.
    private mutating func append(_ cells: [Cell?], of table: Table, in section: Section, part: Int?, isHeaded: Bool = true) {
        self.part = part
        var last: Cell?
        for (index, cell) in cells.enumerated() {
            guard let cell, cell != last else { continue }
            last = cell
            let text = TracedText(cell.text, year: year)
            append(text, 0..<text.scalars.count, section.locator(of: cell, in: table), isLabel: isHeaded && index == 0 && part != nil)
        }
    }
}
