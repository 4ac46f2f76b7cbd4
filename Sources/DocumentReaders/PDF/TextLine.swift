import DocumentModel

/// Words side by side.
struct TextLine {
    /// The page, from 1.
    let page: Int
    /// From left to right; never empty.
    let words: [PageWord]
    let box: Box

    init(page: Int, words: [PageWord]) {
        self.page = page
        self.words = words
        em = words.filter { Glyph.isWide($0.first) && Glyph.isWide($0.last) }.map(\.em).max() ?? words.map(\.em).max() ?? 1
        box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    }

    /// The size of its characters, as Han characters tell it where there are any.
    let em: Double
    var first: UInt32 { words[0].first }
    var last: UInt32 { words[words.count - 1].last }

    /// The text, with blanks where words of letters or digits are parted, and where a gap is wider than a character.
    var text: String {
        var composer = TextComposer()
        composer.append(self, keepsGaps: true)
        return composer.text.string
    }

    /// Runs of words with gaps between them that are wider than a character.
    var segments: [Box] {
        var segments: [Box] = []
        for word in words {
            if let last = segments.last, word.box.left - last.right < em {
                segments[segments.count - 1] = last.union(word.box)
            } else {
                segments.append(word.box)
            }
        }
        return segments
    }

    /// Whether it may be a table's row: figures, several or one behind its label.
    var isRow: Bool { figureCount > 2 && figureCount * 2 >= segments.count }

    /// The same of a line that may be text: its words stand in columns.
    var isRowInColumns: Bool { isRow && segments.count > 2 }

    private var figureCount: Int { words.count { CellText.isValue($0.text) && CellText.hasDigit($0.text) } }

    /// The lines that words stand on, from the top down. At worst the words times those that overlap them.
    static func lines(of words: [PageWord], page: Int) -> [TextLine] {
        var open: [(words: [PageWord], middle: Double, height: Double)] = []
        for word in words.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
            if let last = open.indices.last,
                abs(word.box.midY - open[last].middle) < 0.5 * min(word.box.height, open[last].height)
                    || isRaised(word, open[last].words[0])
            {
                let count = Double(open[last].words.count)
                open[last].middle = (open[last].middle * count + word.box.midY) / (count + 1)
                open[last].height = max(open[last].height, word.box.height)
                open[last].words.append(word)
            } else {
                open.append(([word], word.box.midY, word.box.height))
            }
        }
        return open.map { line in
            TextLine(page: page, words: line.words.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) })
        }
    }

    /// Whether a word is small and lies within the height of another.
    private static func isRaised(_ word: PageWord, _ other: PageWord) -> Bool {
        let (small, large) = word.box.height < other.box.height ? (word.box, other.box) : (other.box, word.box)
        return small.height < 0.75 * large.height && min(small.bottom, large.bottom) - max(small.top, large.top) > 0.6 * small.height
    }
}

/// Puts words together to the text of a paragraph or cell.
struct TextComposer {
    private var string: [UInt8] = []
    private var anchors: [BlockText.Anchor] = []
    private var page = 0
    private var previous: PageWord?

    /// What stands between two words that follow one another.
    enum Joint {
        case none
        case blank
        case lineFeed
    }

    var text: BlockText { BlockText(String(decoding: string, as: UTF8.self), anchors: anchors) }
    var isEmpty: Bool { string.isEmpty }

    /// Adds a line; `joint` stands between it and what is there.
    mutating func append(_ line: TextLine, joint: Joint = .none, keepsGaps: Bool) {
        for (index, word) in line.words.enumerated() {
            var between = joint
            if index > 0, let previous {
                let gap = word.box.left - previous.box.right
                let areNarrow = !Glyph.isWide(previous.last) && !Glyph.isWide(word.first)
                let em = max(previous.em, word.em)
                between =
                    gap > 0.1 * em && areNarrow && Self.needsBlank(previous.last, word.first) || keepsGaps && gap > em ? .blank : .none
            }
            append(word, page: line.page, joint: between)
        }
    }

    /// Marks stay with the word before or after them.
    private static func needsBlank(_ last: UInt32, _ first: UInt32) -> Bool { !Glyph.closes(first) && !Glyph.opens(last) }

    private mutating func append(_ word: PageWord, page: Int, joint: Joint) {
        if !string.isEmpty {
            switch joint {
            case .none: break
            case .blank: string.append(0x20)
            case .lineFeed: string.append(0x0A)
            }
        }
        if let position = word.position {
            anchors.append(BlockText.Anchor(offset: string.count, position: position))
        } else if page != self.page || anchors.isEmpty {
            anchors.append(BlockText.Anchor(offset: string.count, position: SourcePosition(page: page)))
            self.page = page
        }
        string += word.text.utf8
        previous = word
    }
}
