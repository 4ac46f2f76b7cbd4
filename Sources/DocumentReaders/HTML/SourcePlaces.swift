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
        var (line, column): (Int32, Int32) = (1, 1)
        for start in stride(from: 0, through: bytes.count, by: Self.stretch) {
            marks.append((line, column))
            Self.pass(bytes, start..<min(start + Self.stretch, bytes.count), &line, &column)
        }
    }

    /// The place of the byte at an offset.
    func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, bytes.count))
        let mark = min(offset / Self.stretch, marks.count - 1)
        guard mark >= 0 else { return .unknown }
        var (line, column) = marks[mark]
        Self.pass(bytes, mark * Self.stretch..<offset, &line, &column)
        return SourcePosition(line: Int(line), column: Int(column))
    }

    /// Moves line and column behind a range, eight bytes at a time.
    @inline(__always)
    private static func pass(_ bytes: [UInt8], _ range: Range<Int>, _ line: inout Int32, _ column: inout Int32) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let count = min(8, range.upperBound - offset)
            if offset + 8 > bytes.count || !pass(word(bytes, offset, count), count, &line, &column) {
                for index in offset..<offset + count { pass(bytes, index, &line, &column) }
            }
            offset += count
        }
    }

    /// Eight bytes, the first the lowest; those behind the first few are blanks.
    @inline(__always)
    private static func word(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
        let word = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        if count == 8 { return word }
        let kept = (1 as UInt64) << UInt64(8 * count) &- 1
        return word & kept | ones &* 0x20 & ~kept
    }

    /// The same of eight bytes of which the first few count; false where a CR is among them, and nothing is moved.
    @inline(__always)
    private static func pass(_ word: UInt64, _ count: Int, _ line: inout Int32, _ column: inout Int32) -> Bool {
        guard zeros(word ^ ones &* 0x0D) == 0 else { return false }
        // Bytes that go on with a character have the upper bit and not the one below it.
        let going = (word & ~(word << 1)) >> 7 & ones
        let ends = zeros(word ^ ones &* 0x0A)
        if ends == 0 {
            column += Int32(count) - sum(going)
        } else {
            let last = 7 - ends.leadingZeroBitCount / 8
            line += sum(ends >> 7)
            column = Int32(count - last) - (last == 7 ? 0 : sum(going >> UInt64(8 * last + 8)))
        }
        return true
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    /// All bits of eight bytes but the upper ones.
    private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// The upper bit of each of eight bytes that is zero.
    /// - Source: Warren, Hacker's Delight, 6-1
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { ~(((word & lows) &+ lows) | word | lows) }

    /// The sum of eight bytes that are 0 or 1.
    @inline(__always)
    private static func sum(_ word: UInt64) -> Int32 { Int32(truncatingIfNeeded: (word &* ones) >> 56) }

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
}
