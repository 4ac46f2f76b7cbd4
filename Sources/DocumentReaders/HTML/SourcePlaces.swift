import DocumentModel

/// Lines and columns of a text by the offsets of its bytes.
struct SourcePlaces {
    private let bytes: [UInt8]
    /// For each stretch of bytes the line and column of its first one.
    private var marks: [(line: Int32, column: Int32)] = []
    private static let stretch = 32

    /// Those of a text that no person finds as it is in a file: none is known.
    static let none = SourcePlaces()

    private init() { bytes = [] }

    /// Linear in the bytes, which are valid UTF-8. A line ends with LF, CR LF or CR.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        marks.reserveCapacity(bytes.count / Self.stretch + 1)
        var line: Int32 = 1
        var column: Int32 = 1
        for start in stride(from: 0, through: bytes.count, by: Self.stretch) {
            marks.append((line, column))
            let end = min(start + Self.stretch, bytes.count)
            if end - start == Self.stretch, let characters = Self.charactersOfOneLine(bytes, start..<end) {
                column += characters
            } else {
                for index in start..<end { Self.pass(bytes, index, &line, &column) }
            }
        }
    }

    /// How many characters begin in a range of whole eights of bytes, eight at a time; nil where a line may end in it.
    @inline(__always)
    private static func charactersOfOneLine(_ bytes: [UInt8], _ range: Range<Int>) -> Int32? {
        bytes.withUnsafeBytes { bytes in
            var going = 0
            for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if holdsZero(word ^ ones &* 0x0A) || holdsZero(word ^ ones &* 0x0D) { return nil }
                // Bytes that go on with a character have the upper bit and not the one below it.
                going += (word & ~(word << 1) & ones << 7).nonzeroBitCount
            }
            return Int32(range.count - going)
        }
    }

    /// The same of fewer than eight bytes; nil, too, where no eight follow.
    @inline(__always)
    private static func charactersOfOneLine(_ bytes: [UInt8], from start: Int, count: Int) -> Int32? {
        guard count < 8, start + 8 <= bytes.count else { return nil }
        let word = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
        // Those behind them become blanks.
        let kept = (1 as UInt64) << UInt64(8 * count) &- 1
        let text = word & kept | ones &* 0x20 & ~kept
        if holdsZero(text ^ ones &* 0x0A) || holdsZero(text ^ ones &* 0x0D) { return nil }
        return Int32(count - (text & ~(text << 1) & ones << 7).nonzeroBitCount)
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Whether one of eight bytes is zero.
    /// - Source: Warren, Hacker's Delight, 6-1
    private static func holdsZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & ones << 7 != 0 }

    @inline(__always)
    private static func pass(_ bytes: [UInt8], _ index: Int, _ line: inout Int32, _ column: inout Int32) {
        let byte = bytes[index]
        if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    /// The place of the byte at an offset.
    func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, bytes.count))
        let mark = min(offset / Self.stretch, marks.count - 1)
        guard mark >= 0 else { return .unknown }
        var (line, column) = marks[mark]
        var start = mark * Self.stretch
        while start + 8 <= offset, let characters = Self.charactersOfOneLine(bytes, start..<(start + 8)) {
            column += characters
            start += 8
        }
        if let characters = Self.charactersOfOneLine(bytes, from: start, count: offset - start) {
            return SourcePosition(line: Int(line), column: Int(column + characters))
        }
        for index in start..<offset { Self.pass(bytes, index, &line, &column) }
        return SourcePosition(line: Int(line), column: Int(column))
    }
}
