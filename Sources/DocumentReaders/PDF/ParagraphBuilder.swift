import DocumentModel

/// What stands on the pages, in order, once running lines are taken out.
enum PageItem {
    case line(TextLine)
    case table(TablePiece)
    /// A table that was found in lines.
    case found(FlatTable)
    /// A picture, between what stands above and below its middle.
    case picture
}

/// Joins lines to paragraphs, over the ends of pages too.
struct ParagraphBuilder {
    /// Where the lines of a page's text begin and end, in points.
    private struct Margins {
        let left: Double
        let right: Double
    }

    private(set) var blocks: [FlatBlock] = []
    /// Where pictures stand.
    private(set) var notes: [FlatDocument.Note] = []
    private var composer = TextComposer()
    private var previous: TextLine?
    private var isTitle = false
    private var margins: [Int: Margins] = [:]
    /// The usual distance from line to line, and the usual height of a line.
    private var pitch = 0.0
    /// The longest distance from line to line within a paragraph.
    private var longest = 0.0
    /// Whether the usual one is another than that from paragraph to paragraph, as far as enough lines tell.
    private var isPitchTelling = false
    private var height = 0.0
    /// The usual size of characters.
    private var em = 0.0

    /// - Parameters:
    ///   - items: of each page.
    ///   - widths: of each page, in points.
    init(_ items: [[PageItem]], widths: [Double], _ budget: inout ReadingBudget) {
        let lines = items.map { $0.compactMap { item -> TextLine? in if case .line(let line) = item { line } else { nil } } }
        let tables = items.map { $0.compactMap { item -> TablePiece? in if case .table(let piece) = item { piece } else { nil } } }
        measure(lines, widths, tableEnds: tables.map { $0.compactMap(\.borders.last).max() })
        for page in items {
            for item in page {
                switch item {
                case .line(let line): add(line, &budget)
                case .picture: notePicture()
                case .found(let table):
                    finish(&budget)
                    blocks.append(.table(table))
                case .table(let piece):
                    finish(&budget)
                    if let table = piece.table(&budget) { blocks.append(.table(table)) }
                }
            }
        }
        finish(&budget)
    }

    // MARK: Measures

    /// - Parameter tableEnds: for each page how far to the right its tables reach; nil where there is none.
    private mutating func measure(_ lines: [[TextLine]], _ widths: [Double], tableEnds: [Double?]) {
        height = Self.median(lines.joined().map(\.box.height))
        em = Self.median(lines.joined().map(\.em))
        var byWidth: [Int: [TextLine]] = [:]
        for (page, lines) in lines.enumerated() { byWidth[Int(widths[page]), default: []] += lines }
        for (page, lines) in lines.enumerated() {
            // A page of few lines may have none that is full.
            let group = byWidth[Int(widths[page])] ?? []
            let own = lines.count >= 12 ? lines : group
            let left = Self.supported(own.map(\.box.left), tolerance: 4)
            let opposite = widths[page] - left
            // Marks may hang over the margin.
            let ends = own.map { line in
                line.box.right > opposite + 2 && Glyph.closes(line.last) ? line.box.right - line.em : line.box.right
            }
            let right = -Self.supported(ends.map { -$0 }, tolerance: 10)
            // Few lines may be full, or one; a line that reaches farther than the margins are alike is none of the text.
            let farthest = ends.filter { $0 < opposite + 12 }.max() ?? right
            var end = max(right, farthest)
            // Where hardly a line is full, tables tell how far one would reach.
            let full = ends.filter { $0 > end - height }.count
            let tableEnd = tableEnds.indices.compactMap { Int(widths[$0]) == Int(widths[page]) ? tableEnds[$0] : nil }.max()
            if full < 3, let tableEnd { end = max(end, tableEnd) }
            margins[page + 1] = Margins(left: left, right: end)
        }
        var distances: [Double] = []
        var apart: [Double] = []
        var all: [Double] = []
        for (page, lines) in lines.enumerated() {
            guard let margins = margins[page + 1] else { continue }
            for (upper, lower) in zip(lines, lines.dropFirst()) {
                let distance = lower.box.midY - upper.box.midY
                all.append(distance)
                // A full line and one that is not indented are of one paragraph, as a rule.
                let isFull = margins.right - upper.box.right < 1.5 * upper.em
                if !isFull { apart.append(distance) }
                if isFull, lower.box.left - margins.left < lower.em { distances.append(distance) }
            }
        }
        pitch = Self.median(distances.isEmpty ? all : distances)
        isPitchTelling = distances.count > 2 && Self.median(apart) > 1.2 * pitch
        longest = isPitchTelling ? min(1.45 * pitch, (pitch + Self.median(apart)) / 2) : 1.45 * pitch
    }

    /// The smallest value that others are near to.
    private static func supported(_ values: [Double], tolerance: Double) -> Double {
        let sorted = values.sorted()
        let needed = max(2, sorted.count / 12)
        for (index, value) in sorted.enumerated() where index + needed <= sorted.count && sorted[index + needed - 1] - value <= tolerance {
            return value
        }
        return sorted.first ?? 0
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    // MARK: Lines

    private mutating func add(_ line: TextLine, _ budget: inout ReadingBudget) {
        let isTitle = isTitleLine(line)
        if let previous, goesOn(previous, in: line, isTitle: isTitle) {
            let room = (margins[previous.page]?.right ?? 0) - previous.box.right
            composer.append(line, joint: LineJoint.joint(previous, line, room: room), keepsGaps: true)
        } else {
            finish(&budget)
            composer.append(line, keepsGaps: true)
        }
        previous = line
        self.isTitle = isTitle
    }

    /// A paragraph may go on beside a picture.
    private mutating func notePicture() {
        let block = blocks.count + (composer.isEmpty ? 0 : 1)
        if let last = notes.last, last.block == block {
            notes[notes.count - 1].count += 1
        } else {
            notes.append(FlatDocument.Note(block: block, kind: .picture, count: 1))
        }
    }

    private mutating func finish(_ budget: inout ReadingBudget) {
        let text = composer.text
        if !composer.isEmpty, budget.takeParagraph(at: text.start) { blocks.append(.line(FlatLine(text))) }
        composer = TextComposer()
        previous = nil
    }

    /// Larger than the text and in the middle, before anything else.
    private func isTitleLine(_ line: TextLine) -> Bool {
        guard line.page == 1, let margins = margins[1], previous == nil || isTitle, line.em > 1.12 * em else { return false }
        let left = line.box.left - margins.left
        let right = margins.right - line.box.right
        return abs(left - right) < 3 * line.em
    }

    private func goesOn(_ upper: TextLine, in lower: TextLine, isTitle: Bool) -> Bool {
        guard let upperMargins = margins[upper.page], let lowerMargins = margins[lower.page] else { return false }
        // A row of a table that no lines draw, and that was not told for one.
        if upper.isRowInColumns || lower.isRowInColumns { return false }
        let ratio = lower.box.height / max(1, upper.box.height)
        let sizes = lower.em / max(1, upper.em)
        if ratio > 1.4 || ratio < 0.7, sizes > 1.25 || sizes < 0.8 { return false }
        let distance = lower.box.midY - upper.box.midY
        if self.isTitle || isTitle {
            return self.isTitle && isTitle && upper.page == lower.page && 0.9...1.1 ~= sizes && distance < 2.5 * upper.box.height
        }
        if upper.page == lower.page, distance > longest, distance > 1.3 * upper.box.height { return false }
        let indent = lower.box.left - lowerMargins.left
        let upperIndent = upper.box.left - upperMargins.left
        let room = upperMargins.right - upper.box.right
        // The beginning of the lower line would have had room in the upper one.
        if Self.width(ofBeginningOf: lower) <= room - 0.2 * upper.em { return false }
        if Self.endsWithPage(upper) { return false }
        let endsSentence = [0x3002, 0xFF1B, 0xFF01, 0xFF1F, 0x3B].contains(upper.last)
        if indent > 1.2 * lower.em {
            // Both are indented and the upper one is full and ends no sentence: the block is indented as a whole.
            return abs(indent - upperIndent) < 0.3 * lower.em && !endsSentence && room < upper.em
                && indent < 0.3 * (upperMargins.right - upperMargins.left)
        }
        if endsSentence {
            if !isPitchTelling, upper.page == lower.page, distance > 1.9 * upper.box.height { return false }
            let heading = HeadingLine(lower.text)
            if heading.isTitle, heading.ordinal.map({ !$0.isWeak }) ?? false { return false }
        }
        return true
    }

    /// Whether the number of a page ends a line at its margin, as in a list of contents.
    private static func endsWithPage(_ line: TextLine) -> Bool {
        guard let last = line.words.last, Glyph.isDigit(last.last) || ContentsNotation.closesPage(last.last) else { return false }
        let before = line.words.dropLast().last
        let gap = before.map { last.box.left - $0.box.right > 2 * line.em } ?? false
        return gap && last.text.utf8.allSatisfy { 0x30...0x39 ~= $0 } || HeadingLine(line.text).hasLeaders
    }

    /// The width of what can only stand together at the beginning of a line: a character or a word, with the marks before and after it.
    private static func width(ofBeginningOf line: TextLine) -> Double {
        var width = 0.0
        var hasCore = false
        var isNarrow = false
        for (index, word) in line.words.enumerated() {
            let share = word.box.width / Double(word.count)
            if index > 0, hasCore, word.box.left - line.words[index - 1].box.right > 0.1 * word.em, !Glyph.closes(word.first) {
                return width
            }
            for scalar in word.text.unicodeScalars {
                let value = scalar.value
                if Glyph.opens(value), !hasCore {
                    width += share
                } else if Glyph.closes(value), hasCore, Glyph.isWide(value) {
                    width += share
                } else if !hasCore {
                    hasCore = true
                    isNarrow = !Glyph.isWide(value)
                    width += share
                } else if isNarrow, !Glyph.isWide(value) {
                    width += share
                } else {
                    return width
                }
            }
        }
        return width
    }
}
