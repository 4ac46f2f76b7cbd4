import XML
import Zip

/// The text of a Word file as it is when all tracked changes are accepted or rejected, told from its markup alone.
///
/// - Source: ISO/IEC 29500-1, 17.13.5.
struct WordText {
    enum Verdict: CaseIterable {
        case accepted, rejected

        /// What is gone when the verdict is carried out.
        var gone: Set<String> { self == .accepted ? ["del", "moveFrom"] : ["ins", "moveTo"] }
    }

    /// The document part's root.
    let root: XMLElement

    init(_ bytes: [UInt8]) throws {
        root = try XMLDocument(parsing: try Self.part("word/document.xml", of: bytes), name: "document.xml", maximumBytes: 1 << 26).root
    }

    /// The bytes of one part of a Word file.
    static func part(_ path: String, of bytes: [UInt8]) throws -> [UInt8] {
        let limits = ZipArchive.Limits(members: 20, memberBytes: 1 << 26, totalBytes: 1 << 26, ratio: 1000)
        let archive = try ZipArchive(bytes, limits: limits)
        guard let part = archive.members.first(where: { String(decoding: $0.name, as: UTF8.self) == path }) else {
            throw ZipError.damaged("no \(path)")
        }
        return try archive.content(of: part)
    }

    /// The texts of the paragraphs that remain, those of cells included; empty ones are left out, since they only keep tables apart.
    func paragraphs(_ verdict: Verdict) -> [String] {
        var settling = Settling(gone: verdict.gone)
        for body in root.children { settling.blocks(of: body) }
        return settling.paragraphs.filter { !$0.isEmpty }
    }

    private struct Settling {
        let gone: Set<String>
        var paragraphs: [String] = []
        private var text = ""

        init(gone: Set<String>) { self.gone = gone }

        mutating func blocks(of parent: XMLElement) {
            for child in parent.children {
                switch child.name {
                case "p": paragraph(child)
                case "tbl", "tc": blocks(of: child)
                case "tr":
                    let marks = child.firstChild(named: "trPr")?.children.map(\.name) ?? []
                    if gone.isDisjoint(with: marks) { blocks(of: child) }
                default: continue
                }
            }
        }

        private mutating func paragraph(_ paragraph: XMLElement) {
            runs(of: paragraph)
            let marks = paragraph.firstChild(named: "pPr")?.firstChild(named: "rPr")?.children.map(\.name) ?? []
            // A paragraph whose mark is gone goes on in the next.
            guard gone.isDisjoint(with: marks) else { return }
            paragraphs.append(text)
            text = ""
        }

        private mutating func runs(of parent: XMLElement) {
            for child in parent.children where !gone.contains(child.name) {
                switch child.name {
                case "r", "ins", "del", "moveFrom", "moveTo": runs(of: child)
                case "t", "delText": text += child.text
                case "br": text += "\n"
                case "tab": text += "\t"
                default: continue
                }
            }
        }
    }
}
