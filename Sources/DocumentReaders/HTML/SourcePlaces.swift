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
        for index in bytes.indices {
            if index.isMultiple(of: Self.stretch) { marks.append((line, column)) }
            Self.pass(bytes, index, &line, &column)
        }
        if bytes.count.isMultiple(of: Self.stretch) { marks.append((line, column)) }
    }

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
        for index in (mark * Self.stretch)..<offset { Self.pass(bytes, index, &line, &column) }
        return SourcePosition(line: Int(line), column: Int(column))
    }
}
