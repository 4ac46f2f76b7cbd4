import DocumentModel

/// A line cut at its blanks: words, then the figures at its end.
struct TokenLine {
    /// A stretch without blanks.
    struct Token {
        let range: Range<Int>
        /// The number of characters before it in its line.
        let column: Int
        /// As `TitleKey` has it; empty for figures.
        let key: [UInt32]
        /// How many brackets it opens more than it closes.
        var brackets = 0
    }

    let line: SourceLine
    let words: [Token]
    let figures: [Token]

    /// Lines with more words are sentences of some other language; their words are not looked at.
    static let mostTokens = 256

    init(_ line: SourceLine, _ cutter: TextCutter, index: LabelIndex) {
        self.line = line
        let bytes = cutter.bytes
        var words: [Token] = []
        var figures: [Token] = []
        var at = line.start
        var column = 0
        while at < line.end, words.count + figures.count < Self.mostTokens {
            let blank = Blank.length(in: bytes, at: at, end: line.end)
            if blank > 0 {
                at += blank
                column += 1
                continue
            }
            let start = at
            let startColumn = column
            while at < line.end, Blank.length(in: bytes, at: at, end: line.end) == 0 {
                at += 1
                if at == line.end || bytes[at] & 0xC0 != 0x80 { column += 1 }
            }
            let range = start..<at
            if FigureBytes.isFigure(bytes[range]) {
                figures.append(Token(range: range, column: startColumn, key: []))
                continue
            }
            // Figures before a word are none of the row's.
            words += figures.map { Self.word($0.range, $0.column, bytes) }
            figures.removeAll(keepingCapacity: true)
            if let digits = FigureBytes.digits(endingIn: bytes[range]) {
                let head = Self.labels(Self.word(start..<digits, startColumn, bytes), bytes, index)
                if let last = head.last, index.endsRow(last.key) || index.isRow(last.key) {
                    words += head
                    figures.append(Token(range: digits..<at, column: startColumn + cutter.scalars(in: start..<digits), key: []))
                    continue
                }
            }
            words += Self.labels(Self.word(range, startColumn, bytes), bytes, index)
        }
        if at < line.end {
            words = [Token(range: line.range, column: 0, key: [])]
            figures = []
        }
        self.words = words
        self.figures = figures
    }

    private static func word(_ range: Range<Int>, _ column: Int, _ bytes: [UInt8]) -> Token {
        // A longer word is no label.
        guard range.count <= 480 else { return Token(range: range, column: column, key: [0]) }
        let text = String(decoding: bytes[range], as: UTF8.self)
        let brackets = text.unicodeScalars.reduce(0) { depth, scalar in
            switch scalar.value {
            case 0x28, 0xFF08: depth + 1
            case 0x29, 0xFF09: depth - 1
            default: depth
            }
        }
        return Token(range: range, column: column, key: TitleKey.key(of: text), brackets: brackets)
    }

    /// A word parted where it is several labels run together.
    private static func labels(_ word: Token, _ bytes: [UInt8], _ index: LabelIndex) -> [Token] {
        guard let parts = index.parts(of: word.key) else { return [word] }
        var tokens: [Token] = []
        var at = word.range.lowerBound
        var column = word.column
        for (number, length) in parts.enumerated() {
            let start = at
            let startColumn = column
            var key: [UInt32] = []
            while at < word.range.upperBound, number == parts.count - 1 || key.count < length || Self.closes(bytes, at) {
                let next = Self.scalar(bytes, at, word.range.upperBound)
                key += TitleKey.key(of: String(decoding: bytes[at..<next], as: UTF8.self))
                at = next
                column += 1
            }
            tokens.append(Token(range: start..<at, column: startColumn, key: key))
        }
        return tokens
    }

    /// Whether a closing bracket, which belongs to the label before it, stands at an index.
    private static func closes(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0x29 || (index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x89)
    }

    private static func scalar(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        var next = index + 1
        while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    /// The words' keys one after the other.
    var key: [UInt32] { words.flatMap(\.key) }
}

/// Figures as bytes.
enum FigureBytes {
    /// Whether bytes are one figure, or a stroke that stands for one: digits, with separators and points inside and a sign before them.
    static func isFigure(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, bytes.count <= longest else { return false }
        var index = bytes.startIndex
        var digits = 0
        var strokes = 0
        var endsWithDigit = false
        while index < bytes.endIndex {
            let (kind, length) = self.kind(of: bytes, at: index)
            switch kind {
            case .digit:
                digits += 1
                endsWithDigit = true
            case .point:
                guard digits > 0 else { return false }
                endsWithDigit = false
            case .sign:
                guard index == bytes.startIndex || digits == 0 else { return false }
                strokes += 1
            case .stroke:
                guard digits == 0 else { return false }
                strokes += 1
            case .other: return false
            }
            index += length
        }
        if digits > 0 { return endsWithDigit && (strokes == 0 || (strokes == 1 && kind(of: bytes, at: bytes.startIndex).0 == .sign)) }
        return strokes > 0 && strokes <= 4 && first != UInt8(ascii: "+")
    }

    /// Where the digits begin that end a word of other characters; nil when it ends otherwise.
    static func digits(endingIn bytes: ArraySlice<UInt8>) -> Int? {
        var start = bytes.endIndex
        while start > bytes.startIndex, bytes[start - 1] &- 0x30 < 10 || bytes[start - 1] == 0x2E { start -= 1 }
        while start < bytes.endIndex, bytes[start] == 0x2E { start += 1 }
        guard start < bytes.endIndex, start > bytes.startIndex, bytes[start - 1] >= 0x80, isFigure(bytes[start...]) else { return nil }
        return start
    }

    /// Whether a line may end with a figure.
    static func mayEnd(_ line: SourceLine, in bytes: [UInt8]) -> Bool {
        var end = line.end
        while end > line.start {
            let length = Blank.length(in: bytes, before: end, start: line.start)
            if length == 0 { break }
            end -= length
        }
        guard end > line.start else { return false }
        let last = bytes[end - 1]
        if last < 0x80 { return last &- 0x30 < 10 || last == 0x2F || last == 0x2D }
        guard end - 3 >= line.start else { return false }
        let kind = kind(of: bytes[(end - 3)..<end], at: end - 3)
        return kind.0 != .other && kind.1 == 3
    }

    /// Bytes of the longest run of digits that is looked at: fifteen figures of nine digits, full-width.
    private static let longest = 15 * 9 * 3

    private enum Kind {
        case digit
        case point
        case sign
        case stroke
        case other
    }

    private static func kind(of bytes: ArraySlice<UInt8>, at index: Int) -> (Kind, Int) {
        let byte = bytes[index]
        switch byte {
        case 0x30...0x39: return (.digit, 1)
        case 0x2C, 0x2E: return (.point, 1)
        case 0x2B, 0x2D: return (.sign, 1)
        case 0x2F: return (.stroke, 1)
        case 0xE2, 0xEF:
            guard index + 2 < bytes.endIndex else { return (.other, 1) }
            switch (byte, bytes[index + 1], bytes[index + 2]) {
            case (0xE2, 0x80, 0x90...0x95): return (.stroke, 3)
            case (0xE2, 0x88, 0x92), (0xEF, 0xBC, 0x8B), (0xEF, 0xBC, 0x8D): return (.sign, 3)
            case (0xEF, 0xBC, 0x90...0x99): return (.digit, 3)
            case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x8E): return (.point, 3)
            case (0xEF, 0xBC, 0x8F): return (.stroke, 3)
            default: return (.other, 1)
            }
        default: return (.other, 1)
        }
    }
}
