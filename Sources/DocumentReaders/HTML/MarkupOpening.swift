import DocumentModel

/// Tells markup from text by how it begins.
enum MarkupOpening {
    /// HTML may begin with comments, an XML declaration, or any element that a page's body may have; text with many end tags of HTML is a part of
    /// a page. Looks at the first kilobytes only.
    static func format(of bytes: [UInt8]) -> SourceFormat {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = min(bytes.count, index + reach)
        var isXML = false
        while index < end {
            while index < end, bytes[index] <= 0x20 { index += 1 }
            let opening = lowercased(bytes, index..<min(end, index + 24))
            if opening.hasPrefix("<!--") {
                index = after("-->", in: bytes, from: index + 4, to: end)
            } else if opening.hasPrefix("<?") {
                if opening.hasPrefix("<?xml") { isXML = true }
                index = after(">", in: bytes, from: index, to: end)
            } else if opening.hasPrefix("<!doctype html") {
                return .html
            } else if opening.hasPrefix("<!") {
                if opening.hasPrefix("<!doctype") { isXML = true }
                index = after(">", in: bytes, from: index, to: end)
            } else if opening.hasPrefix("<") {
                let name = opening.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
                if isXML { return name == "html" ? .html : .xml }
                return HTMLTag.isKnown(String(name)) ? .html : holdsTags(bytes) ? .html : .text
            } else {
                break
            }
        }
        return isXML ? .xml : holdsTags(bytes) ? .html : .text
    }

    private static let reach = 1 << 16

    private static func lowercased(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func after(_ mark: String, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= end {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return end
    }

    /// Whether a text has several tags that no text has.
    private static func holdsTags(_ bytes: [UInt8]) -> Bool {
        var count = 0
        var index = 0
        let end = min(bytes.count, reach)
        while count < 4, let start = ByteSearch.first("<", in: bytes[index..<end]) {
            let tag = lowercased(bytes, start..<min(end, start + 8))
            if ["</p>", "</td>", "</tr>", "</div>", "</span>", "</table", "<br>", "<br/>", "<br />"].contains(where: tag.hasPrefix) {
                count += 1
            }
            index = start + 1
        }
        return count == 4
    }
}
