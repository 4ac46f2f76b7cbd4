/// Puts words together that stand one below the other in a cell of a table without drawn lines.
struct CellBlocks {
    private struct Block {
        var words: [PageWord]
        var box: Box
        var sources: [Int]

        /// Whether figures or signs are all that it holds.
        var isValue: Bool { words.allSatisfy { CellText.isValue($0.text) } }
    }

    /// A page's lines with the words of cells put together, and for each the indices of the lines that its words come from.
    ///
    /// Lines outside of tables come back as they are. Linear in the words, but for a sort and the words of a row.
    ///
    /// - Parameter next: the first line of the next page, where a table may go on; nil where there is none.
    static func lines(of lines: [TextLine], next nextLine: TextLine?, _ matcher: TitleMatcher) -> [(line: TextLine, sources: [Int])] {
        let rows = lines.indices.filter { lines[$0].isRow }
        let goesOn = nextLine?.isRow ?? false
        guard let page = lines.first?.page, goesOn || !rows.isEmpty else { return lines.enumerated().map { ($1, [$0]) } }
        var result: [(line: TextLine, sources: [Int])] = []
        var next = 0
        for zone in zones(rows, goesOn: goesOn, lines, matcher) {
            for index in next..<zone.lowerBound { result.append((lines[index], [index])) }
            result += joined(zone, lines, page: page)
            next = zone.upperBound
        }
        for index in next..<max(next, lines.count) { result.append((lines[index], [index])) }
        return result
    }

    /// From the heading of a table, as far as it is near, to what is left of its last row's labels.
    private static func zones(_ rows: [Int], goesOn: Bool, _ lines: [TextLine], _ matcher: TitleMatcher) -> [Range<Int>] {
        func stops(_ line: TextLine) -> Bool {
            let heading = HeadingLine(line.text)
            return line.segments.count == 1 && heading.isTitle && matcher.exact(heading.key) != nil
                || line.words.count == 1 && line.box.width > 34 * line.em
        }
        var zones: [Range<Int>] = []
        for row in rows {
            if let last = zones.last, row < last.upperBound { continue }
            var start = row
            while start > (zones.last?.upperBound ?? 0), row - start < 12 || lines[start - 1].isRow, !stops(lines[start - 1]) {
                start -= 1
            }
            var end = row + 1
            var last = row
            while end < lines.count, end - last < 14, !stops(lines[end]) {
                if lines[end].isRow { last = end }
                end += 1
            }
            zones.append(start..<min(end, last + 4))
        }
        // The rows below a heading at the page's end stand on the next page.
        var start = lines.count
        while goesOn, start > (zones.last?.upperBound ?? 0), lines.count - start < 12, !stops(lines[start - 1]) { start -= 1 }
        if start < lines.count { zones.append(start..<lines.count) }
        return zones
    }

    private static func joined(_ zone: Range<Int>, _ lines: [TextLine], page: Int) -> [(line: TextLine, sources: [Int])] {
        var blocks: [Block] = []
        for index in zone {
            // Parts of a line that no wide gap parts are one text.
            for word in lines[index].words {
                if let last = blocks.indices.last, blocks[last].sources == [index], let end = blocks[last].words.last,
                    word.box.left - end.box.right < 0.45 * word.em, CellText.isValue(end.text) == CellText.isValue(word.text)
                {
                    blocks[last].words.append(word)
                    blocks[last].box = blocks[last].box.union(word.box)
                } else {
                    blocks.append(Block(words: [word], box: word.box, sources: [index]))
                }
            }
        }
        let pitch = rowPitch(blocks)
        var done: [Block] = []
        // Labels that may go on below.
        var open: [Int] = []
        for block in blocks {
            open.removeAll { done[$0].box.bottom + pitch < block.box.top }
            let above = block.isValue ? nil : open.first { goesOn(done[$0], in: block, pitch: pitch) }
            if let above {
                done[above].words += block.words
                done[above].box = done[above].box.union(block.box)
                done[above].sources += block.sources
            } else {
                if !block.isValue { open.append(done.count) }
                done.append(block)
            }
        }
        return regrouped(done, page: page)
    }

    /// The least distance of figures that stand one below the other.
    private static func rowPitch(_ blocks: [Block]) -> Double {
        var pitch = Double.infinity
        var last: [Int: Double] = [:]
        for block in blocks where block.isValue {
            let column = Int(block.box.midX / 12)
            for near in (column - 1)...(column + 1) {
                if let above = last[near], block.box.midY - above > 2 { pitch = min(pitch, block.box.midY - above) }
            }
            last[column] = block.box.midY
        }
        return pitch.isFinite ? pitch : 3 * (blocks.first?.box.height ?? 10)
    }

    private static func goesOn(_ upper: Block, in lower: Block, pitch: Double) -> Bool {
        guard let last = upper.words.last, let first = lower.words.first else { return false }
        let overlap = min(upper.box.right, lower.box.right) - max(upper.box.left, lower.box.left)
        let distance = first.box.midY - last.box.midY
        guard overlap > 0.6 * min(upper.box.width, lower.box.width), distance > 0.5 * last.box.height, distance < 0.85 * pitch else {
            return false
        }
        return lower.box.top - last.box.bottom < 0.5 * last.em && HeadingLine(first.text).ordinal == nil
    }

    /// Lines of blocks; a label of several lines stands where its figures do.
    private static func regrouped(_ blocks: [Block], page: Int) -> [(line: TextLine, sources: [Int])] {
        let values = blocks.filter(\.isValue).map(\.box.midY).sorted()
        var words: [(word: PageWord, sources: [Int])] = []
        for block in blocks {
            var box = block.box
            if block.sources.count > 1 {
                let rows = values.filter { $0 > box.top && $0 < box.bottom }
                let isOne = rows.first.map { first in rows.allSatisfy { $0 - first < 3 } } ?? false
                let middle = isOne ? rows[0] : box.midY
                let half = (block.words.first?.box.height ?? 10) / 2
                box = Box(left: box.left, top: middle - half, right: box.right, bottom: middle + half)
                if let word = PageWord(block.words.map(\.text).joined(), box) { words.append((word, block.sources)) }
            } else {
                for word in block.words { words.append((word, block.sources)) }
            }
        }
        words.sort { ($0.word.box.midY, $0.word.box.left) < ($1.word.box.midY, $1.word.box.left) }
        var result: [(words: [PageWord], sources: Set<Int>, middle: Double)] = []
        for (word, sources) in words {
            if let last = result.indices.last, abs(word.box.midY - result[last].middle) < 0.35 * word.box.height {
                result[last].words.append(word)
                result[last].sources.formUnion(sources)
            } else {
                result.append(([word], Set(sources), word.box.midY))
            }
        }
        return result.map { (TextLine(page: page, words: $0.words.sorted { $0.box.left < $1.box.left }), $0.sources.sorted()) }
    }
}
