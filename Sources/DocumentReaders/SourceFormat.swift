import DocumentModel

/// The kinds of files that are told apart by their content; the raw value is the media type.
package enum SourceFormat: String, Hashable, Sendable, CaseIterable {
    case text = "text/plain"
    case html = "text/html"
    case xml = "application/xml"
    case rtf = "application/rtf"
    case pdf = "application/pdf"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case odt = "application/vnd.oasis.opendocument.text"
    /// Also what current versions of WPS write under the ending `.wps`.
    case doc = "application/msword"
    case works = "application/vnd.ms-works"
    /// The markup of Word 2003, one file of XML.
    case wordXML = "application/vnd.ms-wordml"
    /// The parts of a docx in one file of XML.
    case flatOPC = "application/vnd.ms-word.flat-opc"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case xls = "application/vnd.ms-excel"
    case ppt = "application/vnd.ms-powerpoint"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case ofd = "application/ofd"
    /// A zip archive that is nothing of the above: a bundle of files.
    case zip = "application/zip"
    /// A compound file of older programs that is nothing of the above.
    case compound = "application/x-cfb"
    case rar = "application/vnd.rar"
    case sevenZip = "application/x-7z-compressed"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gzip = "application/gzip"

    /// What the content says; text when it says nothing else. Of containers, the list of what is in them is read as well. Text in an encoding of
    /// two-byte units is told from binary later, and so is markup within text.
    package static func found(in bytes: [UInt8]) -> SourceFormat {
        for (signature, format) in signatures where bytes.starts(with: signature) {
            switch format {
            case .zip: return ContainerContent.format(ofZip: bytes)
            case .compound: return CompoundFile(bytes)?.format ?? .compound
            default: return format
            }
        }
        return officeMarkup(in: bytes) ?? (hasLateHeader(bytes) ? .pdf : .text)
    }

    /// Readers of PDF accept what stands before the header; text that speaks of it has no version after it.
    /// - Source: ISO 32000-1, annex H, note 13: the header may stand anywhere in the first 1024 bytes.
    private static func hasLateHeader(_ bytes: [UInt8]) -> Bool {
        let mark = "%PDF-"
        guard let header = ByteSearch.first(mark, in: bytes.prefix(1024 + 8)) else { return false }
        let version = header + mark.utf8.count
        return version + 2 < bytes.count && 0x31...0x32 ~= bytes[version] && bytes[version + 1] == 0x2E
            && ByteSearch.first("startxref", in: bytes.suffix(2048)) != nil
    }

    /// What decoded text is, or text in an encoding that ASCII is a part of: markup shows in its first characters.
    static func found(inText bytes: [UInt8]) -> SourceFormat { MarkupOpening.format(of: bytes) }

    /// Whether another program has to make a docx of it before it is read.
    package var isConverted: Bool {
        switch self {
        case .doc, .works, .rtf, .odt, .wordXML: true
        default: false
        }
    }

    /// The endings, in small letters with their stop, that names of such files have. The first is the usual one; empty for text, which may be
    /// called anything.
    package var endings: [String] {
        switch self {
        case .text: [".txt"]
        case .html: [".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"]
        case .xml: [".xml"]
        case .rtf: [".rtf"]
        case .pdf: [".pdf"]
        case .docx: [".docx", ".docm", ".dotx", ".dotm"]
        case .odt: [".odt", ".ott"]
        case .doc: [".doc", ".dot", ".wps", ".wpt"]
        case .works: [".wps"]
        case .wordXML, .flatOPC: [".xml"]
        case .xlsx: [".xlsx", ".xlsm"]
        case .pptx: [".pptx", ".pptm"]
        case .xls: [".xls", ".et"]
        case .ppt: [".ppt", ".dps"]
        case .ods: [".ods"]
        case .ofd: [".ofd"]
        case .zip: [".zip"]
        case .compound: []
        case .rar: [".rar"]
        case .sevenZip: [".7z"]
        case .png: [".png"]
        case .jpeg: [".jpg", ".jpeg"]
        case .gzip: [".gz"]
        }
    }

    /// Whether a name ends like that of another format. Endings that no format has say nothing.
    package func isContradicted(byName name: String) -> Bool {
        guard let stop = name.lastIndex(of: ".") else { return false }
        let ending = name[stop...].lowercased()
        return !endings.contains(ending) && Self.knownEndings.contains(ending)
    }

    private static let knownEndings = Set(allCases.flatMap(\.endings))

    /// Word's own markup in one file, told by the namespace at its beginning.
    private static func officeMarkup(in bytes: [UInt8]) -> SourceFormat? {
        guard let start = bytes.prefix(64).firstIndex(of: UInt8(ascii: "<")), bytes[start...].starts(with: Array("<?xml".utf8)) else {
            return nil
        }
        let head = String(decoding: bytes[start...].prefix(4096), as: UTF8.self)
        if head.contains("http://schemas.microsoft.com/office/word/2003/wordml") { return .wordXML }
        return head.contains("http://schemas.microsoft.com/office/2006/xmlPackage") ? .flatOPC : nil
    }

    /// - Source: the formats' own specifications (ISO 32000-1 7.5.2, APPNOTE 4.3.7, MS-CFB 2.2, RTF 1.9.1, PNG 5.2, RFC 1952 2.3, the notes on
    ///   the formats of RAR and 7-Zip by their authors).
    private static let signatures: [([UInt8], SourceFormat)] = [
        (Array("%PDF-".utf8), .pdf), ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound), (Array("{\\rtf".utf8), .rtf),
        (Array("Rar!\u{1A}\u{7}".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg), ([0x1F, 0x8B, 0x08], .gzip),
    ]
}
