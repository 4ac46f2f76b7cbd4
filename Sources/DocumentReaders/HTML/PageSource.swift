import DocumentModel

/// The text of a page, decoded.
struct PageSource {
    let text: SourceText
    /// False for a page that was taken out of a file of several parts: then its lines are not the file's.
    let isWholeFile: Bool

    /// Decodes a page; nil for bytes that are none.
    ///
    /// - Throws: as `SourceText` does, and `damaged` for a saved page without a page in it.
    init?(_ bytes: [UInt8]) throws(ReadingError) {
        if let part = try SavedPage.page(in: bytes) {
            text = try Self.decoded(part.bytes, named: part.charset)
            isWholeFile = false
            return
        }
        isWholeFile = true
        if SourceFormat.found(inText: bytes) == .html {
            text = try Self.decoded(bytes, named: nil)
            return
        }
        // Units of two bytes hide the markup.
        guard ByteSearch.holds(0, bytes), let wide = try? SourceText(decoding: bytes), SourceFormat.found(inText: wide.bytes) == .html
        else {
            return nil
        }
        text = wide
    }

    /// What the bytes show goes before what the page or its sender says of them: both are often wrong.
    private static func decoded(_ bytes: [UInt8], named charset: String?) throws(ReadingError) -> SourceText {
        if TextEncoding.mark(of: bytes) != nil { return try SourceText(decoding: bytes) }
        if Transcoding.isValidUTF8(bytes) { return try SourceText(decoding: bytes, isValid: true) }
        switch TextEncoding.likely(for: bytes) {
        case let likely?: return try SourceText(bytes, in: likely)
        case nil:
            guard bytes.contains(where: { $0 > 0x20 }), !bytes.contains(0) else { return try SourceText(decoding: bytes) }
            let named = (charset ?? declared(in: bytes)).flatMap(encoding)
            let big5 = Big5Shape(bytes)
            if big5.isLikely { return try SourceText(bytes, in: .big5) }
            guard let named else { return try SourceText(decoding: bytes) }
            return try SourceText(bytes, in: named)
        }
    }

    /// The name that a page gives its encoding in its first kilobytes.
    /// - Source: HTML Living Standard, 13.2.3.2 (prescan), but without regard to where in a tag the name stands
    private static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let mark = Array("charset".utf8)
        var index = 0
        while index + mark.count < head.count {
            guard head[index] == mark[0], head[index..<(index + mark.count)].elementsEqual(mark) else {
                index += 1
                continue
            }
            index += mark.count
            while index < head.count, [0x20, 0x3D, 0x22, 0x27].contains(head[index]) { index += 1 }
            let name = head[index...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }

    /// - Source: WHATWG Encoding Standard, 4.2 (labels)
    private static func encoding(_ label: String) -> TextEncoding? {
        switch label {
        case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese", "csgb2312", "gb_2312", "iso-ir-58": .gb18030
        case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5": .big5
        case "utf-8", "utf8", "unicode-1-1-utf-8": .utf8
        default: nil
        }
    }
}

/// How many pairs of bytes are common characters of Big5, and how many bytes are none of its.
///
/// - Source: Big5-2003: lead A1–F9, trail 40–7E or A1–FE; A1–A3 marks, A4–C6 common characters.
private struct Big5Shape {
    private var common = 0
    private var others = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
            let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
            if isTrail, (0xA1...0xC6).contains(lead) { common += 1 } else { others += 1 }
            index += isTrail && lead >= 0xA1 ? 2 : 1
        }
    }

    var isLikely: Bool { common > 0 && common >= 4 * others }
}
