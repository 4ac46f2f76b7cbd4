import DocumentModel

/// Gathers one line of a page from stretches of its source, collapsing white space as browsers do.
struct LineBuilder {
    /// A place in the line and the offset in the source of the character there; those after it follow in step.
    struct Step {
        let offset: Int
        let source: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var steps: [Step] = []
    /// The source offset at which the next character would follow in step; -1 for none.
    private var following = -1
    /// The first character of white space that is not written yet, -1 for none, and whether there is a line break among it.
    private var blank = -1
    private var hasBreak = false
    private var lastIsWide = false
    /// How many bytes were written within links.
    private(set) var linkBytes = 0

    var isEmpty: Bool { bytes.isEmpty }

    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        steps.removeAll(keepingCapacity: true)
        following = -1
        blank = -1
        hasBreak = false
        lastIsWide = false
        linkBytes = 0
    }

    /// Text that stands in the source between two offsets. Control characters are left out.
    mutating func append(_ source: [UInt8], _ range: Range<Int>, isLink: Bool) {
        let before = bytes.count
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, source[index] > 0x20, source[index] != 0x7F { index += 1 }
            if start < index {
                writeBlank(beforeWide: source[start] >= Self.wideLead, source)
                step(to: start)
                bytes.append(contentsOf: source[start..<index])
                following = index
                lastIsWide = Self.endsWide(source, start..<index)
            }
            while index < range.upperBound, source[index] <= 0x20 || source[index] == 0x7F {
                if !SourceText.isControl(source[index]) || source[index] == 0x0C {
                    if blank < 0 { blank = index }
                    if source[index] == 0x0A || source[index] == 0x0D { hasBreak = true }
                }
                index += 1
            }
        }
        if isLink { linkBytes += bytes.count - before }
    }

    /// Text that stands as it is, white space included, but for control characters and line ends.
    mutating func appendVerbatim(_ source: [UInt8], _ range: Range<Int>) {
        for index in range where !SourceText.isControl(source[index]) {
            step(to: index)
            bytes.append(source[index])
            following = index + 1
        }
    }

    /// What a reference at an offset stands for. A blank that it stands for is not collapsed, but for those of white space.
    mutating func appendReference(_ text: ArraySlice<UInt8>, at offset: Int, source: [UInt8], isLink: Bool, isVerbatim: Bool) {
        guard let first = text.first else { return }
        if first <= 0x20 || first == 0x7F, !isVerbatim {
            if !SourceText.isControl(first), blank < 0 { blank = offset }
            return
        }
        guard !SourceText.isControl(first) else { return }
        let text = Self.meant(text)
        if !isVerbatim { writeBlank(beforeWide: (text.first ?? 0) >= Self.wideLead, source) }
        following = -1
        step(to: offset)
        bytes.append(contentsOf: text)
        following = -1
        lastIsWide = (text.first ?? 0) >= Self.wideLead
        if isLink { linkBytes += text.count }
    }

    /// A tab that the source draws with other blanks.
    mutating func appendTab(at offset: Int) {
        following = -1
        step(to: offset)
        bytes.append(0x09)
        following = -1
        blank = -1
        lastIsWide = false
    }

    /// Puts characters that the source does not write, such as a list's number, in front.
    mutating func prepend(_ text: String, at offset: Int) {
        let count = text.utf8.count
        bytes.insert(contentsOf: text.utf8, at: 0)
        // Each of them stands for the same place.
        var generated: [Step] = []
        var place = 0
        for scalar in text.unicodeScalars {
            generated.append(Step(offset: place, source: offset))
            place += UTF8.width(scalar)
        }
        steps = generated + steps.map { Step(offset: $0.offset + count, source: $0.source) }
    }

    /// The line as far as `range` of its bytes.
    func text(_ range: Range<Int>, _ places: SourcePlaces) -> BlockText {
        var start = SourcePosition.unknown
        var further: [BlockText.Anchor] = []
        for step in steps {
            if step.offset <= range.lowerBound {
                start = places.position(at: step.source + range.lowerBound - step.offset)
            } else if step.offset < range.upperBound {
                further.append(BlockText.Anchor(offset: step.offset - range.lowerBound, position: places.position(at: step.source)))
            } else {
                break
            }
        }
        return BlockText(String(decoding: bytes[range], as: UTF8.self), at: start, further: further)
    }

    private mutating func step(to source: Int) {
        if source != following { steps.append(Step(offset: bytes.count, source: source)) }
    }

    /// Writes the white space that was met: nothing at the start of a line, nor where the source only broke a line beside a character of the
    /// scripts that are written without spaces.
    /// - Source: CSS Text 3, 4.1.3 (segment breaks), with either side instead of both, as word processors break lines beside digits, too
    private mutating func writeBlank(beforeWide: Bool, _ source: [UInt8]) {
        guard blank >= 0 else { return }
        defer {
            blank = -1
            hasBreak = false
        }
        guard !bytes.isEmpty, !hasBreak || !(beforeWide || lastIsWide) else { return }
        step(to: blank)
        bytes.append(0x20)
        following = source[blank] == 0x20 ? blank + 1 : -1
    }

    /// The lead byte of U+2000 and above: what Chinese text consists of.
    private static let wideLead: UInt8 = 0xE2

    private static func endsWide(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        var index = range.upperBound - 1
        while index > range.lowerBound, source[index] & 0xC0 == 0x80 { index -= 1 }
        return source[index] >= wideLead
    }

    /// Numbers from 128 to 159 stand for the characters of Windows 1252.
    /// - Source: HTML Living Standard, 13.2.5.80 (numeric character reference end state)
    private static func meant(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.count == 2, let first = text.first, let second = text.last, first == 0xC2, (0x80...0x9F).contains(second),
            let scalar = Unicode.Scalar(windows1252[Int(second) - 0x80])
        else { return text }
        return Array(String(Character(scalar)).utf8)[...]
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
}
