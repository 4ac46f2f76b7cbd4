import DocumentModel

/// A text source as valid UTF-8, without its byte order mark.
struct SourceText {
    let bytes: [UInt8]
    let encoding: TextEncoding
    /// How many control characters other than tab, line ends and page breaks there are; they are left out of the blocks.
    let controls: Int
    /// What had to be replaced.
    let remarks: [Remark]

    /// Decodes a source, telling its encoding from a mark, from validity and from likelihood, in this order. Linear in the bytes.
    ///
    /// - Parameter isValid: whether it is known to be valid UTF-8.
    init(decoding source: [UInt8], isValid: Bool = false) throws(ReadingError) {
        guard source.contains(where: { $0 > 0x20 }) else { throw source.contains(0) ? .notText : .empty }
        let marked = TextEncoding.mark(of: source)
        let content = marked.map { Array(source[$0.length...]) } ?? source
        if marked.map({ $0.encoding == .utf8 }) ?? true, isValid || Transcoding.isValidUTF8(content) {
            if ByteSearch.holds(0, content) {
                // ASCII in two-byte units is valid UTF-8, too, but full of NUL.
                guard marked == nil, let wide = TextEncoding.likely(for: content), wide != .utf8 else { throw .notText }
                try self.init(content, in: wide)
            } else {
                try self.init(valid: content, encoding: .utf8, faults: 0)
            }
            return
        }
        guard let encoding = marked?.encoding ?? TextEncoding.likely(for: content) else {
            throw content.contains(0) || ControlCensus(content).isBinary ? .notText : .notDecodable(encoding: nil)
        }
        try self.init(content, in: encoding)
    }

    /// Decodes a source without a mark whose encoding is known.
    init(_ content: [UInt8], in encoding: TextEncoding) throws(ReadingError) {
        let decoded: Transcoding
        switch encoding {
        case .utf8: decoded = Transcoding(repairing: content)
        case .utf16LittleEndian: decoded = Transcoding(utf16: content, littleEndian: true)
        case .utf16BigEndian: decoded = Transcoding(utf16: content, littleEndian: false)
        case .gb18030: decoded = try Transcoding(gb18030: content)
        case .big5: decoded = try Transcoding(big5: content)
        }
        // More than one fault in ten characters is no damage but another encoding.
        guard decoded.faults * 30 <= decoded.bytes.count else { throw .notDecodable(encoding: encoding) }
        try self.init(valid: decoded.bytes, encoding: encoding, faults: decoded.faults)
    }

    private init(valid bytes: [UInt8], encoding: TextEncoding, faults: Int) throws(ReadingError) {
        let census = ControlCensus(bytes)
        guard !census.hasNull, !census.isBinary else { throw .notText }
        var remarks: [Remark] = []
        if faults > 0 { remarks.append(Remark(.replacedBytes, at: Place(.document), detail: "\(faults)")) }
        controls = census.controls
        if controls > 0 { remarks.append(Remark(.droppedControls, at: Place(.document), detail: "\(controls)")) }
        self.bytes = bytes
        self.encoding = encoding
        self.remarks = remarks
    }

    /// Whether a byte is a control character that has no place in text; tabs and line ends have.
    static func isControl(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
    }
}

/// The control characters among bytes, other than tabs and line ends.
private struct ControlCensus {
    private(set) var hasNull = false
    private(set) var controls = 0
    /// Whether there are too many to speak of text. Vertical tabs, form feeds and escapes come out of word processors and printers.
    let isBinary: Bool

    init(_ bytes: [UInt8]) {
        // Nearly all texts hold none, which is seen many bytes at a time.
        guard Self.holdsControls(bytes) else {
            isBinary = false
            return
        }
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        hasNull = counts[0] > 0
        controls = (0...0x7F).reduce(0) { $0 + (SourceText.isControl($1) ? counts[Int($1)] : 0) }
        if counts[0x0C] > 0 { controls -= Self.pageBreaks(bytes) }
        let foreign =
            (0...0x7F).reduce(0) { $0 + (SourceText.isControl($1) ? counts[Int($1)] : 0) } - counts[0x0B] - counts[0x0C] - counts[0x1B]
        isBinary = foreign > 4 && foreign * 50 > bytes.count
    }

    private static func holdsControls(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let end = min(index + 8, bytes.count)
                if end == index + 8 {
                    let lanes = ByteLanes(bytes, at: index)
                    if !lanes.holdsLess(than: 0x20), !lanes.holds(0x7F) {
                        index = end
                        continue
                    }
                }
                if bytes[index..<end].contains(where: SourceText.isControl) { return true }
                index = end
            }
            return false
        }
    }

    /// How many form feeds stand at the ends of lines, where they part pages.
    private static func pageBreaks(_ bytes: [UInt8]) -> Int {
        var count = 0
        var isAtStart = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x0C {
                let isAtEnd = index + 1 == bytes.count || bytes[index + 1] == 0x0A || bytes[index + 1] == 0x0D
                if isAtStart || isAtEnd { count += 1 }
            } else {
                isAtStart = byte == 0x0A || byte == 0x0D
            }
        }
        return count
    }
}
