import DocumentModel

/// A line as a heading might be made of it: marks of emphasis, number, title.
struct HeadingLine {
    let ordinal: PrintedOrdinal?
    /// The title's scalars, without number, emphasis and a colon at its end.
    let title: [UInt32]
    /// What is compared with an outline's titles.
    let key: [UInt32]
    /// Whether the title is short and holds no mark that ends or parts sentences.
    let isTitle: Bool
    /// Whether the title is followed by a full stop, or another mark in its place, and nothing else.
    let endsWithStop: Bool
    /// The index in the line's scalars at which the title begins.
    let titleStart: Int
    /// The number that leaders or blanks set off at the line's end, as a list of contents has it; nil when there is none.
    let page: Int?
    /// Whether leaders stand before that number.
    let hasLeaders: Bool

    /// The longest title, in scalars.
    /// - Source: the longest title that official forms and their variants have is 26 characters long; half as much again is room for more.
    static let longestTitle = 40
    private static let fullStop = "\u{3002}"
    /// As much of a line as is looked at: a title with its number, emphasis, blanks between its characters and what shows that it goes on.
    static let lookahead = 128

    /// The line of a string; nil for one that is too long for a heading or holds a full stop, and begins with no number.
    init?(possiblyIn string: String) {
        if string.utf8.count > 4 * Self.lookahead || ByteSearch.first(Self.fullStop, in: string) != nil {
            let opening = string.scalarValues(atMost: 16)
            let start = Self.skip(opening, from: 0, where: Self.opensEmphasis)
            if start < opening.count, OrdinalScanner(scalars: opening).ordinal(at: start).map(\.isWeak) ?? true { return nil }
        }
        self.init(string)
    }

    init(_ string: String) {
        let all = string.scalarValues(atMost: Self.lookahead + 1)
        let isCut = all.count > Self.lookahead
        let scanner = OrdinalScanner(scalars: all)
        var start = Self.skip(all, from: 0, where: Self.opensEmphasis)
        ordinal = scanner.ordinal(at: start)
        if let ordinal { start = Self.skip(all, from: ordinal.end, where: Self.opensEmphasis) }
        let number = isCut ? nil : Self.pageNumber(all, from: start)
        page = number?.page
        hasLeaders = number?.hasLeaders ?? false
        var end = number?.index ?? all.count
        var stops = 0
        while end > start {
            let last = all[end - 1]
            if Self.isStop(last) { stops += 1 } else if !Blank.contains(last), !Self.closesEmphasis(last) { break }
            end -= 1
        }
        title = Array(all[start..<end])
        titleStart = start
        key = TitleKey.key(of: title)
        endsWithStop = stops == 1 && !isCut
        isTitle =
            !isCut && stops == 0 && !key.isEmpty && title.count <= 2 * Self.longestTitle && key.count <= Self.longestTitle
            && !title[..<Self.remark(in: title)].contains(where: Self.partsSentences) && !Self.lists(title, from: ordinal)
            && !Self.endsWithCount(title)
    }

    /// Whether the next number of the kind that a line begins with stands behind a comma in it: then the line is part of a list of headings.
    private static func lists(_ title: [UInt32], from ordinal: PrintedOrdinal?) -> Bool {
        guard let ordinal, !ordinal.isWeak else { return false }
        let scanner = OrdinalScanner(scalars: title)
        return title.indices.dropFirst().contains { index in
            guard isStop(title[index - 1]), let next = scanner.ordinal(at: index) else { return false }
            return !next.isWeak && next.style == ordinal.style && next.number == ordinal.number + 1
        }
    }

    /// Whether a number with a measure word ends it (1.自然人17件, 2.收取费用1.85万元): then it is an item of a list that says how many. Years are none.
    private static func endsWithCount(_ title: [UInt32]) -> Bool {
        let measure = title.suffix(2).reversed().prefix { 0x4E00...0x9FFF ~= $0 && $0 != yearSign && DigitNotation.chinese($0) == nil }
            .count
        return measure > 0 && measure < title.count && DigitNotation.decimal(title[title.count - measure - 1]) != nil
    }

    private static let yearSign: UInt32 = 0x5E74

    /// Where the remark in brackets begins with which a title ends (（单位：件）); its end where there is none.
    private static func remark(in title: [UInt32]) -> Int {
        guard let last = title.last, last == 0x29 || last == 0xFF09 else { return title.count }
        return title.lastIndex { $0 == 0x28 || $0 == 0xFF08 } ?? title.count
    }

    /// 。 、 ， ； and their narrow forms.
    private static func isStop(_ value: UInt32) -> Bool {
        switch value {
        case 0x3002, 0x3001, 0xFF0C, 0x2C, 0xFF1B, 0x3B: true
        default: false
        }
    }

    var titleText: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * title.count)
        for value in title { if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) { bytes += encoded } }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a number stands before the title that is more than a mere figure.
    var isNumbered: Bool { ordinal.map { !$0.isWeak } ?? false }

    /// The key of the title as far as a blank or a mark that parts sentences: text may follow on the same line.
    var openingKey: [UInt32] { TitleKey.key(of: title.prefix { !Blank.contains($0) && !Self.partsSentences($0) }) }

    private static func skip(_ scalars: [UInt32], from start: Int, where skipped: (UInt32) -> Bool) -> Int {
        var index = start
        while index < scalars.count, Blank.contains(scalars[index]) || skipped(scalars[index]) { index += 1 }
        return index
    }

    /// The number at the end of a line of a list of contents, and where the line ends without it and the leaders before it.
    private static func pageNumber(_ scalars: [UInt32], from start: Int) -> (page: Int, hasLeaders: Bool, index: Int)? {
        var end = scalars.count
        while end > start, Blank.contains(scalars[end - 1]) { end -= 1 }
        guard end > start, CellText.isDigit(scalars[end - 1]) || ContentsNotation.closesPage(scalars[end - 1]) else { return nil }
        // Marks around the number count only where leaders stand before them.
        var isMarked = false
        while end > start, ContentsNotation.closesPage(scalars[end - 1]) || Blank.contains(scalars[end - 1]) {
            isMarked = true
            end -= 1
        }
        var index = end
        var page = 0
        var scale = 1
        while index > start, let digit = DigitNotation.decimal(scalars[index - 1]) {
            guard scale <= 1000 else { return nil }
            page += digit * scale
            scale *= 10
            index -= 1
        }
        guard index < end else { return nil }
        if isMarked { while index > start, ContentsNotation.opensPage(scalars[index - 1]) { index -= 1 } }
        let isSetOff = index > start && Blank.contains(scalars[index - 1])
        var dots = 0
        while index > start, ContentsNotation.isLeader(scalars[index - 1]) || Blank.contains(scalars[index - 1]) {
            if !Blank.contains(scalars[index - 1]) { dots += 1 }
            index -= 1
        }
        return dots > 1 || isSetOff && !isMarked ? (page, dots > 1, index) : nil
    }

    /// # * _ 【 [ 〖 and signs that point at a line.
    static func opensEmphasis(_ value: UInt32) -> Bool {
        switch value {
        case 0x23, 0x2A, 0x5F, 0x3010, 0x5B, 0x3016, 0x2022, 0x203B, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2714, 0x27A2, 0xF06C...0xF0FF: true
        default: false
        }
    }

    private static func closesEmphasis(_ value: UInt32) -> Bool {
        switch value {
        case 0x23, 0x2A, 0x5F, 0x3011, 0x5D, 0x3017, 0x3A, 0xFF1A: true
        default: false
        }
    }

    /// 。 ！ ？ ； ： and their narrow forms.
    static func partsSentences(_ value: UInt32) -> Bool {
        switch value {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x21, 0x3F, 0x3B, 0x3A, 0xFF61: true
        default: false
        }
    }
}

/// What of a title counts when titles are compared: no blanks, no punctuation, one width, one case.
enum TitleKey {
    static func key(of string: String) -> [UInt32] { key(of: string.scalarValues()) }

    static func key(of scalars: some Sequence<UInt32>) -> [UInt32] {
        var key: [UInt32] = []
        key.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars { if let value = folded(scalar) { key.append(value) } }
        return key
    }

    /// The signature of a string's key, without making the key.
    static func signature(of string: String) -> UInt64 {
        var string = string
        return string.withUTF8 { bytes in
            var signature: UInt64 = 0
            var index = 0
            while index < bytes.count {
                let lead = UInt32(bytes[index])
                let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                var scalar = width == 1 ? lead : lead & (0x7F >> UInt32(width))
                for next in index + 1..<min(index + width, bytes.count) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
                if let value = folded(scalar) { signature |= EditDistance.bit(of: value) }
                index += width
            }
            return signature
        }
    }

    /// What stands for a character in keys; nil for one that does not count.
    static func folded(_ scalar: UInt32) -> UInt32? {
        let value = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
        switch value {
        case 0x4E00...0x9FFF, 0x30...0x39, 0x61...0x7A: return value
        case 0x41...0x5A: return value + 0x20
        case 0...0x7F, 0x80...0xBF, 0xD7, 0x2000...0x206F, 0x3000...0x3006, 0x3008...0x303F, 0xFE30...0xFE6F, 0xFEFF: return nil
        default: return value
        }
    }
}
