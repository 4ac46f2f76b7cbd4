import XML
import Zip

/// The parts of an office file, found by the relationships between them.
///
/// - Source: ISO/IEC 29500-2, 6.2 (part names), 6.5 (relationships), 7.3 (parts as members of an archive).
struct DocxPackage {
    private let archive: ZipArchive
    private var members: [String: ZipMember] = [:]
    private var repeated: Set<String> = []

    init(_ bytes: [UInt8]) throws(ReadingError) {
        do { archive = try ZipArchive(bytes, limits: Container.partLimits) } catch { throw Container.error(error, .docx) }
        for member in archive.members where !member.isFolder {
            let name = Self.key(Self.normalized(String(decoding: member.name, as: UTF8.self)))
            if members.updateValue(member, forKey: name) != nil { repeated.insert(name) }
        }
    }

    /// The path of the part with the text.
    func documentPath() throws(ReadingError) -> String {
        if let target = try targets(of: "")["officeDocument"]?.first { return target }
        // Without relationships, the place where all programs put it.
        guard has("word/document.xml") else { throw .damaged(.docx, detail: "word/document.xml is missing") }
        return "word/document.xml"
    }

    /// The parts that a part is related to, by the last word of the kind of relation. What lies outside the file is left out.
    ///
    /// - Parameter path: empty for the file as a whole.
    func targets(of path: String) throws(ReadingError) -> [String: [String]] {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let relations = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        guard has(relations) else { return [:] }
        let tape = try tape(of: relations, WordName.relationNames)
        var found: [String: [String]] = [:]
        for item in tape.children(of: 0) where tape.word(item) == .relationship {
            guard tape.value(.targetMode, at: item)?.lowercased() != "external", let type = tape.value(.relationType, at: item),
                let target = tape.value(.target, at: item), let kind = type.split(separator: "/").last
            else { continue }
            let path = Self.normalized(target.hasPrefix("/") || folder.isEmpty ? target : "\(folder)/\(target)")
            if has(path) { found[String(kind), default: []].append(path) }
        }
        return found
    }

    func has(_ path: String) -> Bool { members[Self.key(path)] != nil }

    /// A part's markup.
    func tape(of path: String, _ vocabulary: XMLVocabulary = WordName.vocabulary) throws(ReadingError) -> XMLTape {
        let key = Self.key(path)
        guard let member = members[key] else { throw .damaged(.docx, detail: "\(path) is missing") }
        guard !repeated.contains(key) else { throw .damaged(.docx, detail: "\(path) stands twice") }
        let bytes: [UInt8]
        do { bytes = try archive.content(of: member) } catch { throw Container.error(error, .docx) }
        do {
            return try XMLTape(parsing: bytes, name: path, vocabulary: vocabulary, limits: Container.markupLimits)
        } catch {
            switch error {
            case .hasDocumentType: throw .forbiddenMarkup(.docx)
            case .tooLarge(_, _, XMLTape.longestPiece): throw .expandsTooFar(limit: XMLTape.longestPiece)
            case .tooLarge(_, _, let limit): throw .tooManyParts(limit: limit)
            case .notWellFormed(let problem): throw .damaged(.docx, detail: "\(path): \(problem.message)")
            default: throw .damaged(.docx, detail: path)
            }
        }
    }

    /// Names of parts differ by more than the case of their letters.
    private static func key(_ path: String) -> String { path.lowercased() }

    /// A path from the root of the file, without `.` and `..`; nothing leads out of the file.
    private static func normalized(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
