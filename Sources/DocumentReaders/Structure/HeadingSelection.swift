import DocumentModel

/// Which lines of a text open sections of the top level.
struct HeadingSelection {
    /// A line that looks like a heading or begins with the title of an entry.
    struct Candidate {
        let block: Int
        let line: HeadingLine
        let match: TitleMatcher.Match?
        /// The UTF-8 offset at which text begins that follows the title on the same line; nil when none does.
        let textOffset: Int?
        let level: Int?

        var style: OrdinalStyle? { line.ordinal.flatMap { $0.isWeak ? nil : $0.style } }
        var number: Int? { line.ordinal?.number }
    }

    /// In document order.
    let candidates: [Candidate]
    /// The entry that each candidate opens a section of; nil for all others.
    private(set) var entries: [Int?]
    /// How the headings of the top level are numbered; nil when they are not.
    private(set) var topStyle: OrdinalStyle?

    /// Whose sections were looked for.
    let outline: Outline

    /// - Parameter lines: of each block, where it is a line that may be a heading.
    init(_ blocks: [FlatBlock], lines: [HeadingLine?], matcher: TitleMatcher) {
        outline = matcher.outline
        var candidates: [Candidate] = []
        for (index, line) in lines.enumerated() {
            if let line, case .line(let flat) = blocks[index], let candidate = Self.candidate(line, flat, at: index, matcher) {
                candidates.append(candidate)
            }
        }
        self.candidates = candidates
        entries = Array(repeating: nil, count: candidates.count)
        topStyle = prevailingStyle()
        select()
    }

    /// Of each block the line that may be a heading: one that looks like a title, or begins with a number. An entry of a list of contents that has lost
    /// its page is none.
    static func lines(of blocks: [FlatBlock]) -> [HeadingLine?] {
        blocks.map { block in
            guard case .line(let flat) = block, let line = HeadingLine(possiblyIn: flat.text.string) else { return nil }
            return (line.isTitle || line.isNumbered) && !ContentsNotation.lacksPage(flat.text.string) ? line : nil
        }
    }

    /// Whether any section of the outline was found.
    var isEmpty: Bool { !entries.contains { $0 != nil } }

    /// Whether every section of the outline was found.
    var isComplete: Bool { Set(entries.compactMap { $0 }).count == outline.entries.count }

    /// How many sections of the outline were found, and how surely: more than one for each.
    var fit: Int {
        var worth = Array(repeating: 0, count: outline.entries.count)
        for (candidate, entry) in zip(candidates, entries) {
            guard let entry else { continue }
            let sure = candidate.match.map { $0.entry == entry ? 5 - $0.agreement.rawValue : 1 } ?? 1
            worth[entry] = max(worth[entry], sure)
        }
        return worth.reduce(0, +)
    }

    private static func candidate(_ line: HeadingLine, _ flat: FlatLine, at block: Int, _ matcher: TitleMatcher) -> Candidate? {
        let isNumbered = line.isNumbered
        // A full stop makes a sentence, unless the title stands there word for word behind its number.
        if line.isTitle || (line.endsWithStop && isNumbered), let match = matcher.exact(line.key) {
            return Candidate(block: block, line: line, match: match, textOffset: nil, level: flat.level)
        }
        if isNumbered, let (match, offset) = RunInHeading.find(in: flat.text.string, line, matcher) {
            return Candidate(block: block, line: line, match: match, textOffset: offset, level: flat.level)
        }
        guard line.isTitle else { return nil }
        let match = isNumbered || line.ordinal == nil ? matcher.match(line.key) : nil
        guard match != nil || isNumbered || flat.level != nil else { return nil }
        return Candidate(block: block, line: line, match: match, textOffset: nil, level: flat.level)
    }

    /// The way of numbering under which most entries are found most surely.
    private func prevailingStyle() -> OrdinalStyle? {
        var best: (score: Int, style: OrdinalStyle?) = (0, nil)
        let styles: [OrdinalStyle?] = [
            .part, .chapter, .clause, .han, .hanInParentheses, .arabic, .decimal, .arabicInParentheses, .circled, nil,
        ]
        var scores = Array(repeating: Array(repeating: 0, count: outline.entries.count), count: styles.count)
        for candidate in candidates {
            guard let match = candidate.match, let style = styles.firstIndex(of: candidate.style) else { continue }
            var score = [8, 4, 3, 1][match.agreement.rawValue]
            if candidate.number == outline.entries[match.entry].ordinal { score += 2 }
            scores[style][match.entry] = max(scores[style][match.entry], score)
        }
        for (style, score) in zip(styles, scores.map { $0.reduce(0, +) }) where score > best.score { best = (score, style) }
        return best.style
    }

    private mutating func select() {
        let sure = candidates.contains { candidate in
            guard let match = candidate.match else { return false }
            return match.agreement <= .variant
                || match.agreement == .likeness && candidate.number == outline.entries[match.entry].ordinal
        }
        let distinct = Set(candidates.compactMap { $0.match?.entry })
        guard sure || distinct.count > 1 else { return }
        var ofEntry = Array(repeating: [Int](), count: outline.entries.count)
        for (index, candidate) in candidates.enumerated() {
            if let match = candidate.match { ofEntry[match.entry].append(index) }
        }
        var doubtful: [(entry: Int, candidates: [Int])] = []
        for entry in ofEntry.indices {
            let regular = ofEntry[entry].filter { candidates[$0].style == topStyle }
            guard let best = regular.map({ rank($0) }).min() else {
                doubtful.append((entry, ofEntry[entry]))
                continue
            }
            let chosen = withoutItems(regular.filter { rank($0) == best }, of: entry)
            if best >= Self.unsure {
                doubtful.append((entry, chosen))
            } else {
                choose(chosen, entry: entry)
            }
        }
        for (entry, indices) in doubtful { chooseDoubtful(indices, entry: entry) }
        fillGaps()
    }

    /// A heading worded like none of the form's is that of the one entry that is missing where it stands, if its number is the entry's and the
    /// entries before and after it are there.
    private mutating func fillGaps() {
        guard topStyle != nil else { return }
        let found = Set(entries.compactMap { $0 })
        for entry in outline.entries.indices where !found.contains(entry) {
            guard entry == 0 || found.contains(entry - 1), entry + 1 == outline.entries.count || found.contains(entry + 1) else { continue }
            let fitting = rangeInOrder(of: entry).filter { index in
                let candidate = candidates[index]
                return candidate.style == topStyle && candidate.number == outline.entries[entry].ordinal
                    && candidate.line.isTitle && candidate.textOffset == nil && candidate.match.map { $0.entry == entry } ?? true
            }
            // Where two have that number, the one that follows a section of the form is none of a list within it.
            if let index = fitting.count == 1 ? fitting[0] : fitting.first(where: followsSection) { entries[index] = entry }
        }
    }

    /// Whether the numbered heading before a candidate opens a section of the outline.
    private func followsSection(_ index: Int) -> Bool {
        candidates.indices.prefix(index).last { candidates[$0].style == topStyle }.map { entries[$0] != nil } ?? false
    }

    /// 六、其他需要报告的事项 with 一、收费情况 and 二、其他需要报告的事项 below it: behind the heading under its own number, a lower one is that of a list in it.
    private func withoutItems(_ indices: [Int], of entry: Int) -> [Int] {
        let ordinal = outline.entries[entry].ordinal
        guard topStyle != nil, let first = indices.firstIndex(where: { candidates[$0].number == ordinal }) else { return indices }
        return indices[...first] + indices[(first + 1)...].filter { candidates[$0].number.map { $0 >= ordinal } ?? true }
    }

    /// How sure a candidate of the usual style is, the surest first: the title as it is, then any wording under the right number.
    private func rank(_ index: Int) -> Int {
        guard let match = candidates[index].match else { return .max }
        if match.agreement == .title { return 0 }
        let isRightNumber = topStyle != nil && candidates[index].number == outline.entries[match.entry].ordinal
        return (isRightNumber ? 1 : Self.unsure) + match.agreement.rawValue
    }

    private static let unsure = 10

    /// All equally sure candidates open a section, so that a section that stands twice is seen; but without numbers a title that comes
    /// again at once is a caption.
    private mutating func choose(_ indices: [Int], entry: Int) {
        var previous: Int?
        for index in indices {
            if topStyle == nil, let previous, candidates[index].block - candidates[previous].block <= 2 { continue }
            entries[index] = entry
            previous = index
        }
    }

    /// Of candidates that are numbered otherwise or not at all, or worded otherwise under another number, the first that stands in the form's order.
    private mutating func chooseDoubtful(_ indices: [Int], entry: Int) {
        let ordinal = outline.entries[entry].ordinal
        let inOrder = rangeInOrder(of: entry)
        let ranked = indices.sorted {
            (candidates[$0].match?.agreement.rawValue ?? 9, $0) < (candidates[$1].match?.agreement.rawValue ?? 9, $1)
        }
        for index in ranked {
            let candidate = candidates[index]
            guard let agreement = candidate.match?.agreement else { continue }
            let isRightNumber = candidate.number == ordinal
            let allowed: Bool
            if candidate.style == topStyle || candidate.style == nil {
                allowed = inOrder.contains(index) || agreement == .title
            } else {
                allowed =
                    agreement <= .variant && isRightNumber && inOrder.contains(index)
                    || agreement == .title && (isRightNumber || inOrder.contains(index))
            }
            if allowed {
                entries[index] = entry
                return
            }
        }
    }

    /// The candidates that stand after all sections chosen for earlier entries and before all chosen for later ones.
    private func rangeInOrder(of entry: Int) -> Range<Int> {
        var first = 0
        var end = candidates.count
        for (index, chosen) in entries.enumerated() {
            guard let chosen else { continue }
            if chosen < entry { first = max(first, index + 1) } else { end = min(end, index) }
        }
        return first..<max(first, end)
    }
}
