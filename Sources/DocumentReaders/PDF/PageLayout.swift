import DocumentModel

/// Parts the words of pages into lines and tables, in the order in which they are read.
struct PageLayout {
    /// For each page.
    private(set) var items: [[PageItem]] = []

    init(_ pages: [Page]) {
        var pieces: [[TablePiece]] = []
        var lines: [[TextLine]] = []
        for page in pages {
            let grids = RuledGrids.found(in: page.lines)
            var outside: [PageWord] = []
            var inside: [[PageWord]] = Array(repeating: [], count: grids.count)
            for word in page.words {
                // Of a grid within a cell of another, the inner one.
                let owner = grids.indices.last { Self.holds(grids[$0].box, word.box) }
                if let owner { inside[owner].append(word) } else { outside.append(word) }
            }
            var found: [TablePiece] = []
            for (grid, words) in zip(grids, inside) {
                let piece = TablePiece(grid: grid, words: words, page: page.number)
                let filled = piece.cells.filter { !$0.text.isEmpty }.count
                // A single column is the part of a table that a page's end cut off, or a frame around text; a lone cell that is filled may be the
                // rest of the row that a page's end broke.
                let isRest = filled == 1 && found.isEmpty && pieces.last?.last?.goesOn(in: piece) ?? false
                if filled > 1 || isRest || filled == 1 && piece.columnCount == 1 { found.append(piece) } else { outside += words }
            }
            pieces.append(found)
            lines.append(TextLine.lines(of: outside, page: page.number))
        }
        let running = RunningLines.found(in: lines, heights: pages.map(\.height))
        for page in pages.indices {
            let kept = lines[page].indices.filter { !running[page].contains($0) }.map { lines[page][$0] }
            var items = kept.map { Placed(top: $0.box.top, item: .line($0)) }
            for piece in pieces[page] { items.append(Placed(top: piece.top, item: .table(piece))) }
            for picture in pages[page].pictures { items.append(Placed(top: picture.midY, item: .picture)) }
            items.sort { $0.top < $1.top }
            self.items.append(items.map(\.item))
        }
        joinPieces()
        for page in self.items.indices {
            self.items[page] = self.items[page].flatMap { item -> [PageItem] in
                guard case .table(var piece) = item else { return [item] }
                if piece.columnCount == 1 || piece.isSlight { return piece.lines.map { .line($0) } }
                piece.mergeBlankLabels()
                return [.table(piece)]
            }
        }
    }

    /// Whether a word stands in a table, or on its lower border, as the last line of a cell does that a page's end cut.
    private static func holds(_ table: Box, _ word: Box) -> Bool {
        table.contains(x: word.midX, y: word.midY)
            || word.midX > table.left && word.midX < table.right && word.midY > table.bottom && table.bottom - word.top > 0.22 * word.height
    }

    /// Something with where it begins on its page.
    private struct Placed {
        let top: Double
        let item: PageItem
    }

    /// A table that stands last on its page goes on in one that stands first on the next.
    private mutating func joinPieces() {
        var owner: (page: Int, index: Int)?
        for page in items.indices {
            if let open = owner, case .table(let next) = items[page].first, case .table(var piece) = items[open.page][open.index],
                piece.goesOn(in: next)
            {
                piece.join(next)
                items[open.page][open.index] = .table(piece)
                items[page].removeFirst()
                if items[page].isEmpty { continue }
            }
            if case .table = items[page].last { owner = (page, items[page].count - 1) } else if !items[page].isEmpty { owner = nil }
        }
    }
}

extension Page {
    /// Turns a page whose lines run from top to bottom or from bottom to top, as those of a wide table on a narrow page do.
    ///
    /// - Parameter isClockwise: whether its lines run from top to bottom.
    mutating func turnUpright(isClockwise: Bool) {
        let (oldWidth, oldHeight) = (width, height)
        func turned(_ box: Box) -> Box {
            isClockwise
                ? Box(left: box.top, top: oldWidth - box.right, right: box.bottom, bottom: oldWidth - box.left)
                : Box(left: oldHeight - box.bottom, top: box.left, right: oldHeight - box.top, bottom: box.right)
        }
        words = words.compactMap { PageWord($0.text, turned($0.box)) }
        lines = lines.map { line in
            let box =
                line.isVertical
                ? turned(Box(left: line.position, top: line.start, right: line.position, bottom: line.end))
                : turned(Box(left: line.start, top: line.position, right: line.end, bottom: line.position))
            return line.isVertical
                ? RuledLine(isVertical: false, position: box.midY, start: box.left, end: box.right)
                : RuledLine(isVertical: true, position: box.midX, start: box.top, end: box.bottom)
        }
        pictures = pictures.map(turned)
        (width, height) = (oldHeight, oldWidth)
    }
}
