import DocumentModel

/// Finds the runs of lines that are tables without tabs and bars: rows that the labels of the form tell, and what stands around them.
struct LabelledRegions {
    private let lines: [SourceLine]
    private let cutter: TextCutter
    private let matcher: TitleMatcher
    private let index: LabelIndex
    /// For each line whether it is outside of tables, and how many of its words are parts of columns' labels; nil before it was looked at.
    private var outside: [Bool?]
    private var columnParts: [UInt16?]
    /// The lines of each table, in order.
    private(set) var ranges: [Range<Int>] = []

    /// As many lines may stand between two rows: the longest labels and headings have fewer.
    private static let mostBetween = 14
    /// As many lines may stand over the first row: the most headings of a form are nineteen.
    private static let mostOver = 32
    /// As many of them may hold a single character each: the fifteen headings of the widest table have four.
    private static let mostSingles = 64
    /// As many lines may stand between a row and figures without a label.
    private static let mostApart = 3
    /// As many lines may go on with the last row's label.
    private static let mostAfter = 4
    /// So many words of columns' labels, of two characters or more, are headings and not words of a sentence.
    private static let fewestHeadings = 4
    /// Rows with so many figures are known without a label.
    private static let plentyOfFigures = 5
    /// Bytes beyond which a line is running text.
    private static let longestLine = 900

    /// Nil where no line may be a row: then nothing but that was looked for.
    static func find(
        in lines: [SourceLine], _ cutter: TextCutter, _ matcher: TitleMatcher
    ) -> (ranges: [Range<Int>], index: LabelIndex)? {
        guard !matcher.outline.tables.isEmpty else { return nil }
        let candidates = lines.indices.filter { mayBeRow(lines[$0], cutter.bytes) }
        guard !candidates.isEmpty else { return nil }
        let index = LabelIndex(matcher.outline.tables)
        var regions = LabelledRegions(lines: lines, cutter: cutter, matcher: matcher, index: index)
        regions.search(candidates)
        return regions.ranges.isEmpty ? nil : (regions.ranges, index)
    }

    private init(lines: [SourceLine], cutter: TextCutter, matcher: TitleMatcher, index: LabelIndex) {
        self.lines = lines
        self.cutter = cutter
        self.matcher = matcher
        self.index = index
        outside = Array(repeating: nil, count: lines.count)
        columnParts = Array(repeating: nil, count: lines.count)
    }

    private static func mayBeRow(_ line: SourceLine, _ bytes: [UInt8]) -> Bool {
        !line.hasTab && !line.hasBar && line.end - line.start <= longestLine && FigureBytes.mayEnd(line, in: bytes)
    }

    private mutating func search(_ candidates: [Int]) {
        var anchors: [Int] = []
        var labelled = 0
        var end = 0
        // The last line with words: far from any, figures are no row.
        var lastWords = -1
        var before = -1
        func finish(_ regions: inout LabelledRegions) {
            guard let first = anchors.first, let last = anchors.last else { return }
            let start = regions.start(before: first, notBefore: end)
            let after = regions.end(after: last)
            if labelled > 1 || regions.namesColumns(start..<first) { regions.ranges.append(start..<after) }
            end = after
            anchors = []
            labelled = 0
        }
        for candidate in candidates where candidate >= end {
            if candidate != before + 1 { lastWords = candidate - 1 }
            before = candidate
            let tokens = TokenLine(lines[candidate], cutter, index: index)
            if !tokens.words.isEmpty { lastWords = candidate }
            if tokens.words.isEmpty, anchors.isEmpty, candidate - lastWords > Self.mostOver { continue }
            guard let kind = anchor(candidate, tokens, isBelowWords: lastWords == candidate - 1) else { continue }
            if let last = anchors.last, candidate - last > Self.mostBetween + 1 || breaks(last + 1..<candidate) { finish(&self) }
            guard candidate >= end else { continue }
            if kind == .figures {
                guard let last = anchors.last else {
                    if hasLabels(before: candidate, notBefore: end) { anchors.append(candidate) }
                    continue
                }
                guard candidate - last <= Self.mostApart || tokens.figures.count >= Self.plentyOfFigures else { continue }
            }
            anchors.append(candidate)
            if kind == .label { labelled += 1 }
        }
        finish(&self)
    }

    private enum Anchor {
        /// A row of the form by its label.
        case label
        /// Figures alone.
        case figures
    }

    private func anchor(_ number: Int, _ tokens: TokenLine, isBelowWords: Bool) -> Anchor? {
        guard !tokens.figures.isEmpty else { return nil }
        if tokens.words.isEmpty {
            if isBelowWords, number > 0, isPlain(number - 1) {
                let before = TokenLine(lines[number - 1], cutter, index: index)
                if before.figures.isEmpty, index.isRow(before.key) { return .label }
            }
            return .figures
        }
        var key: [UInt32] = []
        for word in tokens.words.reversed() {
            key = word.key + key
            if index.isRow(key) { return .label }
        }
        if tokens.figures.count >= Self.plentyOfFigures { return .figures }
        // A label that goes on in the next line.
        guard number + 1 < lines.count, isPlain(number + 1) else { return nil }
        let after = TokenLine(lines[number + 1], cutter, index: index)
        return after.figures.isEmpty && index.isRow(tokens.key + after.key) ? .label : nil
    }

    private func isPlain(_ number: Int) -> Bool { !lines[number].hasTab && !lines[number].hasBar }

    /// Whether labels of columns stand not far above a row of figures that has no label.
    private mutating func hasLabels(before number: Int, notBefore first: Int) -> Bool {
        namesColumns(start(before: number, notBefore: first)..<number)
    }

    private mutating func namesColumns(_ range: Range<Int>) -> Bool {
        var parts = 0
        var singles = 0
        for number in range {
            parts += columnParts(in: number)
            if isSingle(number) { singles += 1 }
        }
        return parts + singles / Self.fewestHeadings >= Self.fewestHeadings
    }

    private mutating func columnParts(in number: Int) -> Int {
        if let known = columnParts[number] { return Int(known) }
        let words = TokenLine(lines[number], cutter, index: index).words
        var count = words.count { $0.key.count > 1 && index.isColumnPart($0.key) }
        // Labels that stand upright in narrow columns: lines of single characters.
        if words.count >= Self.fewestHeadings, words.allSatisfy({ $0.key.count == 1 && index.isColumnPart($0.key) }) {
            count += words.count / Self.fewestHeadings
        }
        columnParts[number] = UInt16(clamping: count)
        return count
    }

    /// Whether something that is no part of a table stands among lines.
    private mutating func breaks(_ range: Range<Int>) -> Bool {
        for number in range where isOutside(number) { return true }
        return false
    }

    private mutating func isOutside(_ number: Int) -> Bool {
        if let known = outside[number] { return known }
        let result = cannotBePart(number)
        outside[number] = result
        return result
    }

    /// Whether a line cannot be a part of a table: a row with tabs or bars, a sentence, or a heading that the outline knows.
    private func cannotBePart(_ number: Int) -> Bool {
        let line = lines[number]
        if line.hasTab || line.hasBar || line.end - line.start > Self.longestLine { return true }
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        let bytes = cutter.bytes[range]
        if bytes.count >= 3, bytes.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) { return true }
        guard bytes.count <= 4 * HeadingLine.lookahead else { return true }
        let heading = HeadingLine(String(decoding: bytes, as: UTF8.self))
        guard heading.isTitle else { return false }
        if index.isRowOrGroup(TitleKey.key(of: String(decoding: bytes, as: UTF8.self))) { return false }
        if matcher.exact(heading.key) != nil { return true }
        guard let ordinal = heading.ordinal, !ordinal.isWeak else { return false }
        return matcher.match(heading.key) != nil
    }

    /// The first line of the headings over a row: up to a heading of a section, else from the first line that holds a label on.
    private mutating func start(before number: Int, notBefore first: Int) -> Int {
        var start = number
        var isBelowHeading = false
        // Upright labels may come out as a line for each character.
        var singles = 0
        while start > first, number - start < Self.mostOver + min(singles, Self.mostSingles) {
            if isSingle(start - 1) { singles += 1 }
            if isOutside(start - 1) {
                isBelowHeading = !isSentence(start - 1)
                break
            }
            start -= 1
        }
        if isBelowHeading { return start }
        let lowest = start
        while start < number, !holdsLabel(start) { start += 1 }
        // The lines above it that a broken heading's parts make up.
        while start > lowest, isColumnPart(start - 1) { start -= 1 }
        return start
    }

    /// Whether a single character of a column's label is all of a line.
    private func isSingle(_ number: Int) -> Bool {
        let range = Blank.trimmed(lines[number].range, of: cutter.bytes)
        guard range.count == 3 else { return false }
        return index.isColumnPart(TitleKey.key(of: String(decoding: cutter.bytes[range], as: UTF8.self)))
    }

    private func isColumnPart(_ number: Int) -> Bool {
        let tokens = TokenLine(lines[number], cutter, index: index)
        return tokens.figures.isEmpty && !tokens.words.isEmpty && tokens.words.allSatisfy { index.isColumnPart($0.key) }
    }

    private func isSentence(_ number: Int) -> Bool {
        let range = Blank.trimmed(lines[number].range, of: cutter.bytes)
        return cutter.bytes[range].suffix(3).elementsEqual([0xE3, 0x80, 0x82])
    }

    private mutating func holdsLabel(_ number: Int) -> Bool {
        let tokens = TokenLine(lines[number], cutter, index: index)
        if index.entry(tokens.key) != nil { return true }
        return tokens.words.contains { index.entry($0.key) != nil } || columnParts(in: number) >= Self.fewestHeadings - 1
    }

    /// The line after those that go on with the last row's label.
    private mutating func end(after number: Int) -> Int {
        var end = number + 1
        var last = end
        while end < lines.count, end - number <= Self.mostAfter, !isOutside(end) {
            let tokens = TokenLine(lines[end], cutter, index: index)
            end += 1
            // The last row may lack its figures; over headings its label would be one of these.
            let isOverHeadings = (end..<min(end + Self.mostApart, lines.count)).contains { columnParts(in: $0) > 0 }
            let endsRow = index.endsRow(tokens.key) || index.isLastOfRow(tokens.key)
            guard tokens.words.isEmpty || (index.isRow(tokens.key) ? !isOverHeadings : endsRow) else { break }
            last = end
        }
        return last
    }
}
