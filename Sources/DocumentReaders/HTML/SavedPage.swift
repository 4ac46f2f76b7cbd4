/// A page that a browser or word processor saved into one file with its pictures.
///
/// - Source: RFC 2557 (MHTML), RFC 2045 and 2046 (parts and their encodings)
struct SavedPage {
    let bytes: [UInt8]
    /// The name of the encoding that the part's head gives; nil when it gives none.
    let charset: String?

    /// The first page among a file's parts; nil when the file is none of this kind. Parts within parts are looked through once.
    static func page(in bytes: [UInt8]) throws(ReadingError) -> SavedPage? {
        guard looksSaved(bytes) else { return nil }
        let head = Head(bytes, from: 0, to: bytes.count)
        guard let found = page(bytes, head, to: bytes.count, depth: 0) else { throw .damaged(.html, detail: "multipart/related") }
        return found
    }

    /// Whether the file begins with the head of a message.
    private static func looksSaved(_ bytes: [UInt8]) -> Bool {
        // A head begins with the name of a field; most texts do not, and are not looked at any further.
        guard let letter = bytes.prefix(64).first(where: { $0 > 0x20 }), isLetter(letter) else { return false }
        let start = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        let first = start.drop { $0.isWhitespace }
        guard
            ["mime-version:", "from:", "content-type:", "subject:", "date:", "snapshot-content-location:"].contains(where: first.hasPrefix)
        else { return false }
        return start.contains("mime-version:") && (start.contains("multipart/") || start.contains("text/html"))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    private static func page(_ bytes: [UInt8], _ head: Head, to end: Int, depth: Int) -> SavedPage? {
        if head.type.hasPrefix("text/html") {
            return SavedPage(bytes: decoded(bytes[head.end..<end], head.transfer), charset: head.parameter("charset"))
        }
        guard head.type.hasPrefix("multipart/"), depth < 2, let boundary = head.parameter("boundary"), !boundary.isEmpty else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var starts: [Int] = []
        var index = head.end
        // A mark stands at the start of a line.
        while index + mark.count <= end {
            if bytes[index..<(index + mark.count)].elementsEqual(mark) { starts.append(index) }
            while index < end, bytes[index] != 0x0A { index += 1 }
            index += 1
        }
        for (number, start) in starts.enumerated() {
            let stop = number + 1 < starts.count ? starts[number + 1] : end
            var from = start
            while from < stop, bytes[from] != 0x0A { from += 1 }
            guard from + 1 < stop else { continue }
            let inner = Head(bytes, from: from + 1, to: stop)
            if let found = page(bytes, inner, to: stop, depth: depth + 1) { return found }
        }
        return nil
    }

    /// - Source: RFC 2045, 6.7 and 6.8
    private static func decoded(_ content: ArraySlice<UInt8>, _ transfer: String) -> [UInt8] {
        switch transfer {
        case "quoted-printable": quotedPrintable(content)
        case "base64": base64(content)
        default: Array(content)
        }
    }

    private static func quotedPrintable(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var index = content.startIndex
        while index < content.endIndex {
            guard content[index] == 0x3D else {
                bytes.append(content[index])
                index += 1
                continue
            }
            var next = index + 1
            if next < content.endIndex, content[next] == 0x0D { next += 1 }
            if next < content.endIndex, content[next] == 0x0A {
                index = next + 1
            } else if index + 2 < content.endIndex, let high = hexadecimal(content[index + 1]), let low = hexadecimal(content[index + 2]) {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(content[index])
                index += 1
            }
        }
        return bytes
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func base64(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in content {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case 0x2B: value = 62
            case 0x2F: value = 63
            default: continue
            }
            bits = bits << 6 & 0xFF_FFFF | UInt32(value)
            count += 1
            if count == 4 {
                bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
                count = 0
            }
        }
        if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
        if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
        return bytes
    }

    /// The lines of a part's head, up to the blank line behind them.
    private struct Head {
        private var fields: [String: String] = [:]
        /// Where the part's content begins.
        private(set) var end: Int

        init(_ bytes: [UInt8], from start: Int, to limit: Int) {
            var index = start
            var lines: [String] = []
            while index < limit, lines.count < 200 {
                var stop = index
                while stop < limit, bytes[stop] != 0x0A { stop += 1 }
                let line = String(decoding: bytes[index..<min(stop, index + 2000)], as: UTF8.self).filter { $0 != "\r" }
                index = min(stop + 1, limit)
                if line.isEmpty || line == "\r\n" {
                    if lines.isEmpty { continue }
                    break
                }
                if line.first?.isWhitespace == true, !lines.isEmpty {
                    lines[lines.count - 1] += line
                } else {
                    lines.append(line)
                }
            }
            end = index
            for line in lines {
                guard let colon = line.firstIndex(of: ":") else { continue }
                fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0.isWhitespace })
            }
        }

        var type: String { (fields["content-type"] ?? "").lowercased() }
        var transfer: String { (fields["content-transfer-encoding"] ?? "").lowercased().filter { !$0.isWhitespace } }

        func parameter(_ name: String) -> String? {
            guard let field = fields["content-type"] else { return nil }
            for part in field.split(separator: ";").dropFirst() {
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
                return pair[1].filter { $0 != "\"" && !$0.isWhitespace }
            }
            return nil
        }
    }
}
