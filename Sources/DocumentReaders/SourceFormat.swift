/// The kinds of files that are told apart by their content; the raw value is the media type.
package enum SourceFormat: String, Hashable, Sendable {
    case text = "text/plain"
    case html = "text/html"
    case xml = "application/xml"
    case rtf = "application/rtf"
    case pdf = "application/pdf"
    /// A zip archive, as which office files come too.
    case zip = "application/zip"
    /// The compound file of older office programs.
    case compound = "application/x-cfb"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gzip = "application/gzip"

    /// What the first bytes say; text when they say nothing else. Text in an encoding of two-byte units is told from binary later.
    package static func found(in bytes: [UInt8]) -> SourceFormat {
        for (signature, format) in signatures where bytes.starts(with: signature) { return format }
        return hasLateHeader(bytes) ? .pdf : .text
    }

    /// Readers of PDF accept what stands before the header; text that speaks of it has no version after it.
    /// - Source: ISO 32000-1, annex H, note 13: the header may stand anywhere in the first 1024 bytes.
    private static func hasLateHeader(_ bytes: [UInt8]) -> Bool {
        let opening = bytes.prefix(1024 + 8)
        guard let header = opening.firstRange(of: Array("%PDF-".utf8)), header.upperBound + 2 < bytes.count else { return false }
        let version = bytes[header.upperBound..<(header.upperBound + 3)]
        return version.first.map { 0x31...0x32 ~= $0 } == true && Array(version)[1] == 0x2E
            && bytes.suffix(2048).firstRange(of: Array("startxref".utf8)) != nil
    }

    /// What decoded text is: markup shows in its first characters.
    static func found(inText bytes: [UInt8]) -> SourceFormat {
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] == UInt8(ascii: "<") else { return .text }
        let opening = String(decoding: bytes[start...].prefix(16), as: UTF8.self).lowercased()
        if ["<!doctype html", "<html", "<head", "<body"].contains(where: opening.hasPrefix) { return .html }
        return opening.hasPrefix("<?xml") ? .xml : .text
    }

    /// - Source: the formats' own specifications (ISO 32000-1 7.5.2, APPNOTE 4.3.7, MS-CFB 2.2, RTF 1.9.1, PNG 5.2, RFC 1952 2.3).
    private static let signatures: [([UInt8], SourceFormat)] = [
        (Array("%PDF-".utf8), .pdf), ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound), (Array("{\\rtf".utf8), .rtf),
        ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg), ([0x1F, 0x8B, 0x08], .gzip),
    ]
}
