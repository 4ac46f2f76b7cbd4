import Glibc
import XML

/// A profile with the files that belong to it, read and parsed.
struct ProfileFile {
    /// The folder, within a pack's, of the profiles that the pack ships with.
    static let folder = "profiles"

    let file: PackFile
    /// The parts with rules of its own, in its order.
    let parts: [PackFile]
    /// The parts with nothing but test cases, in its order.
    let tests: [PackFile]
    /// The path of its waivers; nil: none.
    let waivers: String?

    /// Its files, itself first, without those that hold nothing but test cases.
    var files: [PackFile] { [file] + parts }

    /// The path of a profile: the one given, or that of the id's file within the pack's folder.
    static func path(of profile: String, in pack: String) -> String {
        profile.contains("/") || profile.hasSuffix(".xml") ? profile : "\(pack)/\(folder)/\(profile).xml"
    }

    /// Reads a profile and its parts; what is wrong with parts is noted.
    init(path: String, schema: XMLSchema, diagnosis: inout Diagnosis) throws(PackProblem) {
        let (folder, name) = Self.split(path)
        file = try PackFile(path: path, name: name, bytes: try PackFolder.read(path))
        PackReading.validate(file, by: schema, roots: ["profile"], diagnosis: &diagnosis)
        var parts: [PackFile] = []
        var waivers: String?
        var listed: Set<String> = [name]
        if file.root.name == "profile" {
            for child in file.root.children where child.name == "part" || child.name == "waivers" {
                let part = diagnosis.value("file", of: child, in: file)
                if let fault = Self.fault(ofPart: part, in: folder, listed: listed) {
                    diagnosis.note(fault, in: file, at: child, attribute: "file")
                    continue
                }
                listed.insert(part)
                if child.name == "waivers" {
                    waivers = folder + part
                    continue
                }
                let parsed = try PackFile(path: folder + part, name: part, bytes: try PackFolder.read(folder + part))
                PackReading.validate(parsed, by: schema, roots: PackParts.ruleRoots + ["cases"], diagnosis: &diagnosis)
                parts.append(parsed)
            }
        }
        self.parts = parts.filter { $0.root.name != "cases" }
        tests = parts.filter { $0.root.name == "cases" }
        self.waivers = waivers
    }

    /// The folder with a slash at its end, empty for the working directory, and the name within.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }

    /// A part is a regular file in or below the profile's folder; no link leads out.
    private static func fault(ofPart name: String, in folder: String, listed: Set<String>) -> PackFault? {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains("..") || name.hasPrefix("/") { return .partOutside(file: name) }
        if listed.contains(name) { return .partTwice(file: name) }
        var status = stat()
        var path = folder
        for (depth, step) in steps.enumerated() {
            path += depth == 0 ? String(step) : "/" + step
            let kind = depth + 1 == steps.count ? S_IFREG : S_IFDIR
            guard lstat(path, &status) == 0 else { return .partMissing(file: name) }
            guard status.st_mode & S_IFMT == kind else { return .notAFile }
        }
        return nil
    }
}
