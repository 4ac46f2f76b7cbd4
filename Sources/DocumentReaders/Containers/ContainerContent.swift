import DocumentModel
import Zip

/// Tells what a zip archive is by what is in it.
enum ContainerContent {
    /// - Source: ISO/IEC 29500-2, 7.2.3 (content types); OpenDocument 1.3 part 2, 3.3 (the member `mimetype`); GB/T 33190-2016, 6 (OFD).
    static func format(ofZip bytes: [UInt8]) -> SourceFormat {
        guard let archive = try? ZipArchive(bytes, limits: Container.partLimits) else { return .zip }
        var names: [String: ZipMember] = [:]
        for member in archive.members.prefix(2000) { names[String(decoding: member.name, as: UTF8.self).lowercased()] = member }
        func head(_ name: String) -> String {
            names[name].flatMap { try? archive.beginning(of: $0, count: 1 << 16) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        if names["mimetype"] != nil {
            let type = head("mimetype")
            if type.hasPrefix(SourceFormat.ods.rawValue) { return .ods }
            if type.hasPrefix(SourceFormat.odt.rawValue) { return .odt }
        }
        if names["ofd.xml"] != nil { return .ofd }
        guard names["[content_types].xml"] != nil || names["_rels/.rels"] != nil else { return .zip }
        let types = head("[content_types].xml")
        // The part with the main content tells; parts of other programs may be embedded.
        for (mark, format) in mainParts where ByteSearch.first(mark, in: types) != nil { return format }
        for (folder, format) in [("word/document.xml", SourceFormat.docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx)]
        where names[folder] != nil {
            return format
        }
        return .zip
    }

    /// Why an archive cannot be listed; nil when it can.
    static func fault(ofZip bytes: [UInt8]) -> ReadingError? {
        do {
            _ = try ZipArchive(bytes, limits: Container.partLimits)
            return nil
        } catch {
            return Container.error(error, .zip)
        }
    }

    private static let mainParts: [(String, SourceFormat)] = [
        ("wordprocessingml.document.main+xml", .docx), ("wordprocessingml.template.main+xml", .docx),
        ("ms-word.document.macroEnabled.main+xml", .docx), ("ms-word.template.macroEnabledTemplate.main+xml", .docx),
        ("spreadsheetml.sheet.main+xml", .xlsx), ("ms-excel.sheet.macroEnabled.main+xml", .xlsx),
        ("presentationml.presentation.main+xml", .pptx), ("ms-powerpoint.presentation.macroEnabled.main+xml", .pptx),
    ]

    /// Whether an OpenDocument file asks for a password.
    /// - Source: OpenDocument 1.3 part 2, 3.4.1 and 4.4
    static func isEncrypted(openDocument bytes: [UInt8]) -> Bool {
        guard let archive = try? ZipArchive(bytes, limits: Container.partLimits) else { return false }
        if archive.members.contains(where: { $0.isEncrypted || $0.name == Array("encrypted-package".utf8) }) { return true }
        guard let manifest = archive.members.first(where: { $0.name == Array("META-INF/manifest.xml".utf8) }),
            let text = try? archive.beginning(of: manifest, count: 1 << 16)
        else { return false }
        return String(decoding: text, as: UTF8.self).contains("encryption-data")
    }
}
