import DocumentModel

/// Lines of a page that may draw a table with bars, tabs or columns of blanks: they are read as a plain text is.
enum DrawnText {
    /// The end of the run of lines from an index on that is to be read so; the index itself when none is.
    static func end(of lines: [PageContent.Line], from start: Int, isKept: [Bool], before limit: Int) -> Int {
        var end = start
        if let node = lines[start].preformatted {
            while end < limit, lines[end].preformatted == node, isKept[end] { end += 1 }
            return end
        }
        while end < limit, isKept[end], lines[end].preformatted == nil, isDrawn(lines[end].text) { end += 1 }
        return end - start > 1 ? end : start
    }

    /// Whether a line has two bars or a tab between its words.
    private static func isDrawn(_ text: BlockText) -> Bool {
        var bars = 0
        let bytes = text.string.utf8
        guard bytes.count <= 2000 else { return false }
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            if byte == 0x09 { return true }
            if byte == 0x7C || (byte == 0x9C && previous == (0xEF, 0xBD)) { bars += 1 }
            previous = (previous.1, byte)
        }
        return bars > 1
    }

    static func blocks(of lines: ArraySlice<PageContent.Line>, matcher: TitleMatcher, budget: inout ReadingBudget) -> [FlatBlock] {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        for line in lines {
            starts.append(bytes.count)
            bytes += Array(line.text.string.utf8)
            bytes.append(0x0A)
        }
        // A line may hold what ends a line elsewhere.
        guard let source = try? SourceText(decoding: bytes), source.encoding == .utf8, !bytes.contains(0x0D) else {
            return lines.compactMap { line in
                let text = line.text.trimmed
                return !text.isEmpty && budget.takeParagraph(at: text.start) ? .line(FlatLine(text, level: line.level)) : nil
            }
        }
        let way = WayBack(lines: Array(lines), starts: starts, bytes: bytes)
        return TextLayout.blocks(of: source, matcher: matcher, budget: &budget).map { block in
            switch block {
            case .line(let line):
                .line(FlatLine(way.text(line.text), level: line.level ?? line.text.start.line.flatMap { way.level(ofLine: $0) }))
            case .table(let table):
                .table(
                    FlatTable(
                        rowCount: table.rowCount, columnCount: table.columnCount,
                        cells: table.cells.map {
                            Cell(row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: way.text($0.text))
                        }, remarks: table.remarks))
            }
        }
    }

    /// Leads from lines and columns of the text that was put together to the page.
    private struct WayBack {
        let lines: [PageContent.Line]
        let starts: [Int]
        let bytes: [UInt8]

        func level(ofLine line: Int) -> Int? { lines.indices.contains(line - 1) ? lines[line - 1].level : nil }

        func text(_ text: BlockText) -> BlockText {
            var anchors: [BlockText.Anchor] = []
            let length = text.string.utf8.count
            for (index, anchor) in text.anchors.enumerated() {
                let end = index + 1 < text.anchors.count ? text.anchors[index + 1].offset : length
                guard let line = anchor.position.line, let column = anchor.position.column, lines.indices.contains(line - 1) else {
                    anchors.append(anchor)
                    continue
                }
                let source = lines[line - 1].text
                let offset = self.offset(ofColumn: column, inLine: line - 1)
                anchors.append(.init(offset: anchor.offset, position: source.position(atOffset: offset)))
                // Where the page does not go on in step between here and the next anchor.
                for inner in source.anchors where inner.offset > offset && inner.offset < offset + end - anchor.offset {
                    anchors.append(.init(offset: anchor.offset + inner.offset - offset, position: inner.position))
                }
            }
            return BlockText(text.string, anchors: anchors)
        }

        /// The offset within a line of a column, from 1.
        private func offset(ofColumn column: Int, inLine line: Int) -> Int {
            let start = starts[line]
            let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count - 1
            var index = start
            var left = column - 1
            while index < end, left > 0 {
                index += 1
                while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
                left -= 1
            }
            return index - start
        }
    }
}
