import DocumentModel

/// The step that all formats share: flat blocks and an outline to a document of sections.
enum DocumentStructure {
    /// Tells headings from paragraphs by the outline that fits best and nests sections. Linear in the text, for each outline.
    ///
    /// The others are tried only where a section of the first is not found.
    ///
    /// - Precondition: at least one outline.
    static func document(of flat: FlatDocument, matchers: [TitleMatcher], budget: inout ReadingBudget) -> Document {
        var lines = HeadingSelection.lines(of: flat.blocks)
        let contents = ContentsList.found(in: flat.blocks, lines: lines, matchers: matchers)
        for index in contents?.blocks ?? 0..<0 { lines[index] = nil }
        var best = HeadingSelection(flat.blocks, lines: lines, matcher: matchers[0])
        if !best.isComplete {
            for matcher in matchers.dropFirst() {
                let other = HeadingSelection(flat.blocks, lines: lines, matcher: matcher)
                if other.fit > best.fit { best = other }
            }
        }
        return document(of: flat, best, without: contents, budget: &budget)
    }

    private static func document(
        of flat: FlatDocument, _ selection: HeadingSelection, without contents: ContentsList?, budget: inout ReadingBudget
    ) -> Document {
        let blocks = flat.blocks
        let outline = selection.outline
        let hasSections = !selection.isEmpty
        var numbering = TopNumbering(outline, style: selection.topStyle)
        var builder = SectionBuilder()
        var next = 0
        var notes = flat.notes[...]
        for (index, block) in blocks.enumerated() {
            while let note = notes.first, note.block <= index {
                builder.add(note)
                notes.removeFirst()
            }
            if let contents, contents.blocks.contains(index) {
                if index == contents.blocks.lowerBound { builder.add(.contentsList, count: contents.count, at: block.start) }
                continue
            }
            switch block {
            case .table(let table): builder.add(table)
            case .line(let line):
                guard next < selection.candidates.count, selection.candidates[next].block == index else {
                    builder.add(line.text)
                    continue
                }
                let candidate = selection.candidates[next]
                let entry = selection.entries[next]
                next += 1
                let isBetweenTables = isTable(blocks, index - 1) && isTable(blocks, index + 1)
                let role: TopNumbering.Role =
                    hasSections ? numbering.role(of: candidate, entry: entry, isBetweenTables: isBetweenTables) : .paragraph
                if role != .paragraph, builder.count >= budget.limits.sections {
                    budget.exceed("sections", budget.limits.sections, at: line.text.start)
                    builder.add(line.text)
                    continue
                }
                let (text, rest) = candidate.textOffset.map { line.text.split(atOffset: $0) } ?? (line.text, BlockText(""))
                switch role {
                case .paragraph: builder.add(line.text)
                case .top(let number, let key): builder.openTop(number: number, key: key, heading(candidate, text))
                case .subsection(let rank): builder.openSubsection(rank: rank, heading(candidate, text))
                }
                if role != .paragraph, !rest.isEmpty { builder.add(rest) }
            }
        }
        for note in notes { builder.add(note) }
        return builder.document(remarks: flat.remarks + budget.remarks, metadata: flat.metadata)
    }

    private static func isTable(_ blocks: [FlatBlock], _ index: Int) -> Bool {
        guard blocks.indices.contains(index), case .table = blocks[index] else { return false }
        return true
    }

    private static func heading(_ candidate: HeadingSelection.Candidate, _ text: BlockText) -> Heading {
        let line = candidate.textOffset == nil ? candidate.line : HeadingLine(text.string)
        return Heading(text: text, ordinal: line.ordinal?.number, title: line.titleText)
    }
}

/// What a heading opens, judged in document order.
struct TopNumbering {
    enum Role: Hashable {
        case paragraph
        case top(number: Int, key: String?)
        /// The smaller the rank, the higher the heading.
        case subsection(rank: Int)
    }

    private let outline: Outline
    private let style: OrdinalStyle?
    private var seen: Set<Int> = []
    private var nextNumber: Int
    /// The number printed last at the top level, and last in a list of the same style within a section; 0 for none.
    private var lastTop = 0
    private var lastNested = 0
    private var hasTop = false

    init(_ outline: Outline, style: OrdinalStyle?) {
        self.outline = outline
        self.style = style
        nextNumber = (outline.entries.map(\.ordinal).max() ?? 0) + 1
    }

    /// Between two tables a line that the outline does not know is the label of a group of rows, unless its number goes on.
    mutating func role(of candidate: HeadingSelection.Candidate, entry: Int?, isBetweenTables: Bool) -> Role {
        if let entry { return top(outline.entries[entry], printed: candidate.number) }
        // Text that goes on behind a title is a paragraph unless the title opens a section of the outline.
        guard candidate.textOffset == nil, candidate.line.isTitle else { return .paragraph }
        if let style, candidate.style == style, let number = candidate.number {
            if continuesTop(number), !isBetweenTables || number > lastTop {
                lastTop = number
                lastNested = 0
                hasTop = true
                return .top(number: takeNumber(), key: nil)
            }
            if !isBetweenTables { lastNested = number }
        }
        guard hasTop, !isBetweenTables else { return .paragraph }
        if let style = candidate.style { return .subsection(rank: style.rawValue) }
        return candidate.level.map { .subsection(rank: Self.unnumbered + $0) } ?? .paragraph
    }

    private mutating func top(_ entry: Outline.Entry, printed: Int?) -> Role {
        lastTop = printed ?? entry.ordinal
        lastNested = 0
        hasTop = true
        guard seen.insert(entry.ordinal).inserted else { return .top(number: takeNumber(), key: entry.key) }
        return .top(number: entry.ordinal, key: entry.key)
    }

    private mutating func takeNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    /// Whether a number of the top level's style goes on with the top level and not with a list within a section.
    private func continuesTop(_ number: Int) -> Bool {
        if lastNested > 0, number == lastNested + 1 { return false }
        if number == 1 { return lastTop == 0 }
        return number >= lastTop
    }

    /// Headings without a number rank below all numbered ones.
    private static let unnumbered = 100
}
