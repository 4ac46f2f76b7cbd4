import AuditModel
import Glibc
import RuleLanguage
import TestSupport
import Testing

/// A folder of its own for one test, with a pack in it; removed at the end.
///
/// A class, since something has to remove the folder when the test is done with it.
final class Folder {
    let path: String
    private let root: String

    /// Puts the files, by their names, into a new folder, and `pack.xsd` beside the others unless it is among them.
    init(_ files: [String: String], schema: Bool = true) throws {
        var template = Array("/tmp/gouji-pack-XXXXXX".utf8CString)
        let made = mkdtemp(&template).map { String(cString: $0) }
        // A folder within it, so that nothing stands beside it.
        root = try #require(made)
        path = root + "/pack"
        mkdir(path, 0o755)
        for (name, text) in files { try write(Array(text.utf8), to: name) }
        if schema, files["pack.xsd"] == nil {
            try write(#require(Project.bytes("Rules/pack.xsd")), to: "pack.xsd")
        }
    }

    deinit { Self.remove(root) }

    func write(_ bytes: [UInt8], to name: String) throws {
        var parent = path
        for step in name.split(separator: "/").dropLast() {
            parent += "/" + step
            mkdir(parent, 0o755)
        }
        try Files.write(bytes, to: "\(path)/\(name)")
    }

    // Methods, so that the folder stays while they run.

    func load(_ within: String = "") throws(RulePackError) -> RulePack { try RulePackLoader.load(path + within) }

    func cases() throws(RulePackError) -> [RuleCase] { try tests().cases }

    func tests() throws(RulePackError) -> PackTests { try RulePackLoader.tests(path) }

    /// What is wrong with the pack; empty when nothing is.
    func problems() -> [PackProblem] {
        do throws(RulePackError) {
            _ = try load()
            _ = try cases()
            return []
        } catch {
            return error.problems
        }
    }

    /// A problem's place with the folder left out.
    func place(_ problem: PackProblem) -> String {
        problem.place.hasPrefix(path + "/") ? String(problem.place.dropFirst(path.count + 1)) : problem.place
    }

    private static func remove(_ path: String) {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
            }
            closedir(stream)
        }
        rmdir(path)
    }
}
